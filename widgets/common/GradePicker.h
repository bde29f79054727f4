// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The four grades as boxes with glyph, word and key; 1 to 4 choose while the focus is in the picker or its sheet.

#include "data/plan/Plan.h"
#include "widgets/common/ThemeSource.h"

#include <QList>
#include <QPointer>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QShortcut;

namespace sz::widgets {

/// "grave", "major", "serious", "minor": the word printed beside a grade.
[[nodiscard]] QString gradeWord(plan::Grade grade);
/// "I" to "IV".
[[nodiscard]] QString gradeLetter(plan::Grade grade);

class GradePicker final : public QWidget
{
    Q_OBJECT
public:
    explicit GradePicker(const ThemeSource& theme, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<plan::Grade> grade() const;
    /// Does not emit `chosen`.
    void setGrade(plan::Grade grade);
    /// Lets the printed keys work anywhere in `sheet` (text fields keep their digits).
    void useKeysIn(QWidget* sheet);

Q_SIGNALS:
    /// By the operator's hand only.
    void chosen(sz::plan::Grade grade);

private:
    void choose(plan::Grade grade);

    QButtonGroup* m_group;
    QList<QPointer<QShortcut>> m_keys; ///< children of the sheet, which may go first
};

} // namespace sz::widgets
