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

#include <algorithm>

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
      m_videoKey(new KeycapButton(theme, Qt::Key_V, tr("video"), this)),
      m_belowRow(new QWidget(this)), m_more(new TextBlock(theme, 12, false, 1, m_belowRow)),
      m_rollup(new TextBlock(theme, 12, false, 2, this))
{
    setObjectName(QStringLiteral("relationBox"));
    m_above->setObjectName(QStringLiteral("aboveLink"));
    m_watch->setObjectName(QStringLiteral("watchMark"));
    m_relateKey->setObjectName(QStringLiteral("relateButton"));
    m_watchKey->setObjectName(QStringLiteral("watchButton"));
    m_videoKey->setObjectName(QStringLiteral("videoButton"));
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
    connect(m_videoKey, &QAbstractButton::clicked, this, [this] {
        Q_EMIT videoRequested(m_incident->id);
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
    column->addLayout(first);
    auto* below = makeRow(m_belowRow);
    for (MarkLink*& mark : m_marks) {
        mark = new MarkLink(m_theme, m_belowRow);
        mark->setObjectName(QStringLiteral("belowMark"));
        below->addWidget(mark);
    }
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_links[i] = new MarkLink(m_theme, m_belowRow);
        m_links[i]->setObjectName(QStringLiteral("belowLink%1").arg(i + 1));
        below->addWidget(m_links[i]);
        connect(m_links[i], &MarkLink::activated, this, &RelationBox::activated);
    }
    below->addWidget(m_more, 1);
    column->addWidget(m_belowRow);
    column->addWidget(m_rollup);
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

bool RelationBox::may(plan::Right right) const
{
    return m_plan->reachOf(m_actor.role, right) != plan::Reach::None;
}

void RelationBox::refresh()
{
    if (m_incident == nullptr) {
        for (KeycapButton* key : keys()) {
            key->hide();
        }
        hide();
        return;
    }
    refreshKeys();
    refreshAbove();
    refreshBelow();
    refreshSums();
    const bool isEmpty = m_above->mark().text.isEmpty() && m_watch->mark().text.isEmpty()
                         && m_relations->below(m_incident->id).empty();
    setVisible(!isEmpty);
}

void RelationBox::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

// A closed incident that is merged can still be separated; the sheet asks the rules for the rest.
void RelationBox::refreshKeys()
{
    const model::Act relate = m_incident->mergedInto.empty()
                                  ? model::Act(model::GroupIncident{IncidentId("another")})
                                  : model::Act(model::SeparateIncident{"-"});
    showKey(*m_relateKey, plan::Right::RelateIncidents, tr("relate"), relate);
    showKey(
        *m_watchKey, plan::Right::WatchIncident, tr("early sign"),
        model::WatchIncident{m_now, "-"});
    const auto& endpoints = m_plan->endpoints;
    showKey(
        *m_videoKey, plan::Right::OpenVideo, tr("video"),
        model::ViewEndpoint{endpoints.empty() ? std::string() : endpoints.front().code, {}});
    if (endpoints.empty()) {
        m_videoKey->hide(); // without cameras there is no such key
    }
}

void RelationBox::showKey(
    KeycapButton& key,
    plan::Right right,
    const QString& label,
    const model::Act& act)
{
    const auto verdict = model::checkAct(*m_plan, m_incident.get(), m_actor, act);
    const QString reason = verdict ? QString() : shortReason(verdict.error());
    key.setVisible(may(right));
    key.setLabel(label);
    key.setBlocked(reason);
    key.setEnabled(verdict.has_value());
    key.setAccessibleName(label);
    key.setToolTip(tipText(reason.isEmpty() ? label : label + QStringLiteral(": ") + reason));
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
    m_rollup->setVisible(rollup.grouped > 0);
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
    m_belowRow->setVisible(!below.empty());
}

void RelationBox::refreshSums()
{
    const std::vector<model::Counts> counts = m_relations->counts(*m_incident);
    const std::size_t most = m_isCompact ? 1 : kMostSums;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        std::optional<model::Counts> sum;
        if (i < std::min(counts.size(), most)) {
            sum = counts[i];
            sum->label = tr("sum: %1", "label of summed counts")
                             .arg(QString::fromStdString(sum->label))
                             .toStdString();
        }
        m_sums[i]->setCounts(sum);
    }
}

} // namespace sz::widgets
