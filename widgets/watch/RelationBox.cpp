// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RelationBox.h"

#include "widgets/common/KeycapButton.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/DetailParts.h"
#include "widgets/watch/MarkLink.h"
#include "widgets/watch/TextBlock.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

QHBoxLayout* makeRow(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    return row;
}

} // namespace

RelationBox::RelationBox(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme), m_above(new MarkLink(theme, this)),
      m_watch(new MarkLink(theme, this)),
      m_relateKey(new KeycapButton(theme, Qt::Key_G, tr("relate"), this)),
      m_watchKey(new KeycapButton(theme, Qt::Key_W, tr("early sign"), this)),
      m_belowRow(new QWidget(this)), m_rollup(new TextBlock(theme, 12, false, 2, m_belowRow)),
      m_linkRow(new QWidget(this)), m_more(new TextBlock(theme, 12, false, 1, m_linkRow))
{
    setObjectName(QStringLiteral("relationBox"));
    m_above->setObjectName(QStringLiteral("aboveLink"));
    m_watch->setObjectName(QStringLiteral("watchMark"));
    m_relateKey->setObjectName(QStringLiteral("relateButton"));
    m_watchKey->setObjectName(QStringLiteral("watchButton"));
    m_rollup->setObjectName(QStringLiteral("rollupWords"));
    m_rollup->setToken(Token::Tx2);
    m_more->setToken(Token::Tx3);
    build();
    connect(m_above, &MarkLink::activated, this, &RelationBox::activated);
    connect(m_relateKey, &QAbstractButton::clicked, this, [this] {
        Q_EMIT relateRequested(m_incident->id);
    });
    connect(m_watchKey, &QAbstractButton::clicked, this, [this] {
        Q_EMIT watchRequested(m_incident->id);
    });
    refresh();
}

void RelationBox::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 0, 12, 4);
    column->setSpacing(2);
    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_above);
    first->addWidget(m_watch);
    first->addStretch(1);
    first->addWidget(m_relateKey);
    first->addWidget(m_watchKey);
    column->addLayout(first);
    auto* below = makeRow(m_belowRow);
    for (MarkLink*& mark : m_marks) {
        mark = new MarkLink(m_theme, m_belowRow);
        mark->setObjectName(QStringLiteral("belowMark"));
        below->addWidget(mark);
    }
    below->addWidget(m_rollup, 1);
    column->addWidget(m_belowRow);
    auto* links = makeRow(m_linkRow);
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i] = new MarkLink(m_theme, m_linkRow);
        m_links[i]->setObjectName(QStringLiteral("belowLink%1").arg(i + 1));
        links->addWidget(m_links[i]);
        connect(m_links[i], &MarkLink::activated, this, &RelationBox::activated);
    }
    links->addWidget(m_more, 1);
    column->addWidget(m_linkRow);
    for (BalanceBox*& sum : m_sums) {
        sum = new BalanceBox(m_theme, this);
        sum->setObjectName(QStringLiteral("summedCounts"));
        column->addWidget(sum);
    }
}

void RelationBox::setActor(const model::Actor& actor)
{
    m_actor = actor;
    refresh();
}

void RelationBox::setIncident(
    const model::IncidentPtr& incident,
    std::shared_ptr<const Relations> relations)
{
    m_incident = incident;
    m_relations = std::move(relations);
    refresh();
}

void RelationBox::setNow(Instant now)
{
    m_now = now;
    if (m_incident != nullptr) {
        refreshBelow(); // orders turn late by themselves
    }
}

void RelationBox::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

bool RelationBox::may(plan::Right right) const
{
    return m_plan->reachOf(m_actor.role, right) != plan::Reach::None;
}

void RelationBox::refresh()
{
    if (m_incident == nullptr) {
        hide();
        return;
    }
    refreshKeys();
    refreshAbove();
    refreshBelow();
    refreshSums();
    const bool isEmpty = m_above->mark().text.isEmpty() && m_watch->mark().text.isEmpty()
                         && m_relations->below(m_incident->id).empty();
    setVisible(!isEmpty || may(plan::Right::RelateIncidents) || may(plan::Right::WatchIncident));
}

// A closed incident that is merged can still be separated; the sheet asks the rules for the rest.
void RelationBox::refreshKeys()
{
    const auto verdict =
        m_incident->mergedInto.empty()
            ? model::checkAct(
                  *m_plan, m_incident.get(), m_actor, model::GroupIncident{IncidentId("another")})
            : model::checkAct(*m_plan, m_incident.get(), m_actor, model::SeparateIncident{"-"});
    m_relateKey->setVisible(may(plan::Right::RelateIncidents));
    m_relateKey->setBlocked(verdict ? QString() : shortReason(verdict.error()));
    const auto watch =
        model::checkAct(*m_plan, m_incident.get(), m_actor, model::WatchIncident{m_now, "-"});
    m_watchKey->setVisible(may(plan::Right::WatchIncident));
    m_watchKey->setBlocked(watch ? QString() : shortReason(watch.error()));
}

void RelationBox::refreshAbove()
{
    const Upward above = m_relations->above(*m_incident);
    RelationMark mark = aboveMark(above);
    if (above.known != nullptr) {
        mark.text += QLatin1Char(' ') + shortTitleText(*above.known, 24);
    }
    m_above->present(mark, above.known == nullptr ? IncidentId() : above.other);
    m_watch->present(
        {QStringLiteral("watched"), watchText(*m_incident, m_plan->utcOffsetMinutes), false});
}

void RelationBox::refreshBelow()
{
    const Rollup rollup = m_relations->rollup(m_incident->id, m_now);
    const std::vector<RelationMark> marks = belowMarks(rollup);
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        m_marks[i]->present(i < marks.size() ? marks[i] : RelationMark());
    }
    m_rollup->setText(rollupText(rollup));
    m_belowRow->setVisible(!rollup.isEmpty());
    const auto below = m_relations->below(m_incident->id);
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i]->present(
            i < below.size()
                ? RelationMark{below[i]->mergedInto.empty() ? QStringLiteral("grouped") : QStringLiteral("merged"), shortNumberText(*below[i]), false}
                : RelationMark(),
            i < below.size() ? below[i]->id : IncidentId());
    }
    m_more->setText(
        below.size() > kMostLinks
            ? tr("%n more", nullptr, static_cast<int>(below.size() - kMostLinks))
            : QString());
    m_linkRow->setVisible(!below.empty() && !m_isCompact);
    m_rollup->setVisible(!m_isCompact);
}

void RelationBox::refreshSums()
{
    const std::vector<model::Counts> counts = m_relations->counts(*m_incident);
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        std::optional<model::Counts> sum;
        if (i < counts.size() && !m_isCompact) {
            sum = counts[i];
            sum->label = tr("together: %1", "label of summed counts")
                             .arg(QString::fromStdString(sum->label))
                             .toStdString();
        }
        m_sums[i]->setCounts(sum);
    }
}

} // namespace sz::widgets
