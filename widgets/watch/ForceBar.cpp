// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/ForceBar.h"

#include "widgets/common/KeycapButton.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/MarkLink.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace sz::widgets {

ForceBar::ForceBar(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme), m_force(new MarkLink(theme, this)),
      m_decision(new MarkLink(theme, this))
{
    setObjectName(QStringLiteral("forceBar"));
    m_force->setObjectName(QStringLiteral("forceLink"));
    m_decision->setObjectName(QStringLiteral("decisionLink"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 2);
    column->setSpacing(0);
    column->addWidget(m_force, 0, Qt::AlignLeft);
    column->addWidget(m_decision, 0, Qt::AlignLeft);
    connect(m_force, &MarkLink::activated, this, &ForceBar::forceRequested);
    connect(m_decision, &MarkLink::activated, this, &ForceBar::decisionRequested);
    hide();
}

void ForceBar::addKeys(SectionHeader& header)
{
    m_askKey = header.addKeycap(Qt::Key_Q, tr("decide", "key: put for decision"));
    m_askKey->setObjectName(QStringLiteral("askDecisionButton"));
    m_forceKey = header.addKeycap(Qt::Key_F6, tr("force", "key: task force"));
    m_forceKey->setObjectName(QStringLiteral("forceButton"));
    m_forceKey->findChild<QShortcut*>()->setEnabled(false); // printed here, bound by the page
    connect(
        m_askKey, &QAbstractButton::clicked, this, [this] { Q_EMIT askRequested(m_incident->id); });
    connect(m_forceKey, &QAbstractButton::clicked, this, [this] {
        Q_EMIT forceRequested(m_incident->id);
    });
    refresh();
}

void ForceBar::setActor(const model::Actor& actor)
{
    m_actor = actor;
    refresh();
}

void ForceBar::setIncident(const model::IncidentPtr& incident)
{
    m_incident = incident;
    refresh();
}

void ForceBar::setNow(Instant now)
{
    m_now = now;
    if (m_incident != nullptr) {
        refreshLines();
    }
}

void ForceBar::refresh()
{
    if (m_forceKey != nullptr) {
        refreshKeys();
    }
    if (m_incident == nullptr) {
        hide();
        return;
    }
    refreshLines();
}

// One that has ended stays in sight: its minutes are read afterwards.
void ForceBar::refreshLines()
{
    const auto& forces = m_incident->forces;
    QString force;
    if (!forces.empty()) {
        force = forces.back().endedAt
                    ? tr("%1 · ended", "task force").arg(QString::fromStdString(forces.back().name))
                    : forceLine(forces.back(), *m_plan, m_now);
    }
    const bool isOver = m_incident->force() != nullptr && m_now >= m_incident->force()->until;
    m_force->present({QStringLiteral("force"), force, isOver}, m_incident->id);
    const bool isOpen = m_incident->openDecision() != nullptr;
    m_decision->present(
        {QStringLiteral("decision"), decisionsLine(*m_incident), false},
        isOpen ? m_incident->id : IncidentId());
    setVisible(!force.isEmpty() || !m_incident->decisions.empty());
}

// Whoever may not form one may still look at one.
Result<void> ForceBar::mayForce() const
{
    if (!m_incident->forces.empty()) {
        return {};
    }
    model::FormForce sample;
    sample.name = "-";
    const UnitCode office("HQ");
    sample.leadUnit = office;
    sample.leadPost = model::answeringPost(*m_plan, office);
    return model::checkAct(*m_plan, m_incident.get(), m_actor, sample);
}

void ForceBar::refreshKeys()
{
    const bool isShown = m_incident != nullptr;
    showKey(
        *m_forceKey, tr("force", "key: task force"),
        isShown ? mayForce() : fail(Code::NoSuchIncident, "nothing selected"));
    showKey(
        *m_askKey, tr("decide", "key: put for decision"),
        isShown ? model::checkAct(*m_plan, m_incident.get(), m_actor, model::AskDecision{"-"})
                : fail(Code::NoSuchIncident, "nothing selected"));
}

// The header has little room: the reason stands in the tooltip only.
void ForceBar::showKey(KeycapButton& key, const QString& label, const Result<void>& verdict) const
{
    const QString reason = verdict ? QString() : shortReason(verdict.error());
    key.setLabel(label);
    key.setEnabled(verdict.has_value());
    key.setAccessibleName(label);
    key.setAccessibleDescription(reason);
    key.setToolTip(tipText(reason.isEmpty() ? label : label + QStringLiteral(": ") + reason));
}

} // namespace sz::widgets
