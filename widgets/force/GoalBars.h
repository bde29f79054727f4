// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Goals of a task force: a bar each, how much of how much, who counted and when.

#include "data/model/Force.h"
#include "data/plan/Plan.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

class GoalBars final : public QWidget
{
    Q_OBJECT
public:
    GoalBars(const plan::Plan& plan, const ThemeSource& theme, QWidget* parent = nullptr);

    void setGoals(const std::vector<model::GoalCount>& goals);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintGoal(QPainter& painter, const QRectF& box, const model::GoalCount& goal) const;
    [[nodiscard]] QString countedText(const model::GoalCount& goal) const;

    const plan::Plan& m_plan;
    const ThemeSource& m_theme;
    std::vector<model::GoalCount> m_goals;
};

} // namespace sz::widgets
