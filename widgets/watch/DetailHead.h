// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The top of the detail pane: what it is, where it stands, what was said, what must balance.

#include "data/model/World.h"
#include "data/plan/ReportFields.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace sz::widgets {

class BadgeRow;
class BalanceBox;
class GradeMark;
class TextBlock;
class WordsBox;

class DetailHead final : public QWidget
{
    Q_OBJECT
public:
    DetailHead(
        std::shared_ptr<const plan::Plan> plan,
        const ThemeSource& theme,
        QWidget* parent = nullptr);

    /// What kinds ask for; without it answers show by their codes.
    void setFields(plan::ReportFields fields);
    void setIncident(const model::Incident& incident, bool isCompact);
    /// At the right of the title.
    void addButton(QWidget* button);
    /// What two desks said at once, both values; empty without a conflict.
    [[nodiscard]] QString conflictText() const;

private:
    void showBadges(const model::Incident& incident, bool isCompact);
    void showConflicts(const model::Incident& incident);
    [[nodiscard]] QString claimText(const model::Incident& incident, bool isCompact) const;

    std::shared_ptr<const plan::Plan> m_plan;
    QHBoxLayout* m_top = nullptr;
    GradeMark* m_grade;
    TextBlock* m_title;
    BadgeRow* m_badges;
    TextBlock* m_narrative;
    TextBlock* m_facts;
    plan::ReportFields m_fields;
    WordsBox* m_conflicts;
    BalanceBox* m_balance;
};

} // namespace sz::widgets
