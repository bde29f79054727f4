// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Incidents that may be the one being reported: two rows at most, each brings its incident up on the board, or takes the report
// in (Alt+D, Alt+Shift+D).

#include "widgets/common/ThemeSource.h"
#include "widgets/intake/Guesses.h"

#include <QWidget>

#include <array>

namespace sz::widgets {

class DuplicateRow;

class DuplicateList final : public QWidget
{
    Q_OBJECT
public:
    /// The keys work while the focus is inside `sheet`.
    DuplicateList(const ThemeSource& theme, QWidget* sheet);

    void setFound(const std::vector<NearDuplicate>& found);
    /// Why nothing can be merged here; empty: it can.
    void setMergeBlocked(const QString& reason);
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void activated(sz::IncidentId incident);
    /// The report is the same as this one; `why` says what made them look alike.
    void mergeRequested(const sz::IncidentId& incident, const QString& why);

private:
    std::array<DuplicateRow*, 2> m_rows{};
    int m_count = 0;
};

} // namespace sz::widgets
