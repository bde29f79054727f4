// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DetailHead.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/FactWords.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/RatingWords.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/BadgeRow.h"
#include "widgets/watch/DetailParts.h"
#include "widgets/watch/TextBlock.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace sz::widgets {

DetailHead::DetailHead(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_grade(new GradeMark(theme, 26, this)),
      m_title(new TextBlock(theme, 18, true, 2, this)), m_badges(new BadgeRow(theme, this)),
      m_narrative(new TextBlock(theme, 13, false, 6, this)),
      m_facts(new TextBlock(theme, 13, true, 2, this)),
      m_conflicts(new WordsBox(theme, FrameTone::Abnormal, 6, this)),
      m_balance(new BalanceBox(theme, this))
{
    m_title->setObjectName(QStringLiteral("incidentTitle"));
    m_badges->setObjectName(QStringLiteral("incidentBadges"));
    m_narrative->setObjectName(QStringLiteral("incidentNarrative"));
    m_narrative->setToken(Token::Tx2);
    m_facts->setObjectName(QStringLiteral("incidentFacts"));
    m_conflicts->setObjectName(QStringLiteral("conflictNote"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 10, 12, 8);
    rows->setSpacing(5);
    m_top = new QHBoxLayout;
    m_top->setSpacing(9);
    m_top->addWidget(m_grade, 0, Qt::AlignTop);
    m_top->addWidget(m_title, 1);
    rows->addLayout(m_top);
    rows->addWidget(m_badges);
    rows->addWidget(m_narrative);
    rows->addWidget(m_facts);
    rows->addWidget(m_conflicts);
    rows->addWidget(m_balance);
}

void DetailHead::setFields(plan::ReportFields fields)
{
    m_fields = std::move(fields);
}

void DetailHead::setIncident(const model::Incident& incident, bool isCompact)
{
    m_grade->setGrade(incident.grade);
    m_title->setText(titleText(incident));
    m_narrative->setText(QString::fromStdString(incident.narrative));
    m_narrative->setVisible(!incident.narrative.empty());
    m_facts->setText(factsText(m_fields, incident));
    m_facts->setVisible(!incident.facts.empty());
    m_balance->setCounts(incident.counts);
    showBadges(incident, isCompact);
    showConflicts(incident);
}

void DetailHead::addButton(QWidget* button)
{
    m_top->addWidget(button, 0, Qt::AlignTop);
}

QString DetailHead::conflictText() const
{
    return m_conflicts->text();
}

void DetailHead::showBadges(const model::Incident& incident, bool isCompact)
{
    std::vector<BadgeRow::Item> items{
        {stateText(incident.state), true},
        {numberText(incident, m_plan->utcOffsetMinutes)},
        {placeText(*m_plan, incident.place)}};
    if (incident.hasUnsent) {
        items.insert(items.begin() + 1, {tr("unsent"), true, BadgeTone::Behind});
    }
    if (incident.mode != plan::Mode::Normal) { // its limits are those of that mode
        items.insert(items.begin() + 1, {modeText(incident.mode), true});
    }
    if (incident.rating) {
        items.push_back({ratingText(incident.rating->score, incident.rating->channel), true});
    }
    if (!isCompact) {
        items.push_back({classText(*m_plan, incident.kind)});
    }
    m_badges->setItems(std::move(items), claimText(incident, isCompact));
}

QString DetailHead::claimText(const model::Incident& incident, bool isCompact) const
{
    if (!incident.claimedBy) {
        return {};
    }
    return isCompact ? tr("claimed")
                     : tr("claimed: %1", "post").arg(postText(*m_plan, *incident.claimedBy));
}

void DetailHead::showConflicts(const model::Incident& incident)
{
    QStringList lines;
    for (const model::Conflict& conflict : incident.conflicts) {
        lines.append(tr("%1: %2 stands; %3 said %4 at %5", "field, value, unit, other value, clock")
                         .arg(
                             fieldText(conflict.field),
                             fieldValueText(*m_plan, conflict.field, conflict.standing),
                             unitText(*m_plan, conflict.otherUnit),
                             fieldValueText(*m_plan, conflict.field, conflict.other),
                             clockText(conflict.otherAt, m_plan->utcOffsetMinutes)));
    }
    m_conflicts->setWords(tr("Two desks changed the same field"), lines.join(QLatin1Char('\n')));
}

} // namespace sz::widgets
