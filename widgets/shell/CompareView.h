// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two moments side by side: how much came, closed, became late and changed, and each of them as a row.

#include "data/replay/Compare.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

namespace sz::widgets {

class ChangesModel;
class EmptyNote;
class QuietTable;

/// Thread: gui.
class CompareView final : public QWidget
{
    Q_OBJECT
public:
    CompareView(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme, QWidget* parent);
    ~CompareView() override;

    /// Whichever is earlier is A.
    void setMoments(const replay::Moment& one, const replay::Moment& other);
    /// "A 17 Oct 14:02:11 → B 17 Oct 15:00:00".
    [[nodiscard]] QString spanText() const { return m_span; }
    /// "3 new · 1 closed".
    [[nodiscard]] QString sumText() const { return m_sum; }

Q_SIGNALS:
    void incidentChosen(const sz::IncidentId& incident);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();

    std::shared_ptr<const plan::Plan> m_plan; // shared with the desk
    const ThemeSource& m_theme;
    std::unique_ptr<ChangesModel> m_model;
    QuietTable* m_table;
    EmptyNote* m_empty;
    QString m_span;
    QString m_sum;
};

} // namespace sz::widgets
