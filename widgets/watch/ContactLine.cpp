// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/ContactLine.h"

#include "widgets/common/Durations.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/TextBlock.h"

#include <QHBoxLayout>

namespace sz::widgets {

ContactLine::ContactLine(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_words(new TextBlock(theme, 13, false, 4, this)),
      m_open(new KeycapButton(theme, Qt::Key_T, tr("open contact"), this))
{
    setObjectName(QStringLiteral("contactLine"));
    m_words->setObjectName(QStringLiteral("contactWords"));
    m_open->setObjectName(QStringLiteral("contactButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 8);
    row->setSpacing(9);
    row->addWidget(m_words, 1);
    row->addWidget(m_open, 0, Qt::AlignTop);
    connect(m_open, &QAbstractButton::clicked, this, &ContactLine::press);
    refresh();
}

void ContactLine::setActor(const model::Actor& actor)
{
    m_actor = actor;
    conceal();
}

void ContactLine::setDesk(const DeskId& desk)
{
    m_desk = desk;
    refresh();
}

void ContactLine::setLinked(bool isLinked)
{
    m_isLinked = isLinked;
    refresh();
}

void ContactLine::setIncident(const model::IncidentPtr& incident)
{
    const bool isOther =
        m_incident == nullptr || incident == nullptr || m_incident->id != incident->id;
    m_incident = incident;
    if (isOther) {
        conceal();
    } else {
        refresh();
    }
}

void ContactLine::setNow(Instant now)
{
    m_now = now;
    const model::Contact* shown = contact();
    const bool isOver = now >= m_hideAt || shown == nullptr || now >= shown->until;
    if (!m_secret.isEmpty() && isOver) {
        conceal();
    } else {
        refresh();
    }
}

void ContactLine::reveal(const ContactId& id, const QString& text)
{
    if (contact() == nullptr || contact()->id != id || !m_isAsked) {
        return; // another incident has been chosen since
    }
    m_isAsked = false;
    m_secret = text;
    m_hideAt = m_now + kShownFor;
    refresh();
}

void ContactLine::refuse(const ContactId& id, const QString& reason)
{
    if (contact() != nullptr && contact()->id == id && m_isAsked) {
        m_isAsked = false;
        m_refusal = reason;
        refresh();
    }
}

QString ContactLine::shownText() const
{
    return m_words->text();
}

void ContactLine::hideEvent(QHideEvent* event)
{
    conceal();
    QWidget::hideEvent(event);
}

const model::Contact* ContactLine::contact() const
{
    return m_incident == nullptr || m_incident->contacts.empty() ? nullptr
                                                                 : &m_incident->contacts.back();
}

QString ContactLine::stateText(const model::Contact& shown) const
{
    const QString day = dayClockText(shown.until, m_plan->utcOffsetMinutes);
    if (m_now >= shown.until) {
        return tr("Caller's contact: expired on %1, nobody can read it any more").arg(day);
    }
    return shown.openings == 0
               ? tr("Caller's contact: sealed, until %1").arg(day)
               : tr("Caller's contact: sealed, until %1; opened %n time(s), last by %2", nullptr,
                    shown.openings)
                     .arg(day, unitText(*m_plan, shown.openedBy));
}

// Empty: it can be opened.
QString ContactLine::obstacle(const model::Contact& shown) const
{
    const auto may =
        model::checkAct(*m_plan, m_incident.get(), m_actor, model::ContactOpened{shown.id});
    if (!may) {
        return shortReason(may.error());
    }
    return m_isLinked || shown.desk == m_desk ? QString() : tr("needs headquarters");
}

void ContactLine::press()
{
    if (!m_secret.isEmpty()) {
        conceal();
    } else if (contact() != nullptr && !m_isAsked) {
        m_isAsked = true;
        m_refusal.clear();
        refresh();
        Q_EMIT requested(m_incident->id, contact()->id);
    }
}

void ContactLine::conceal()
{
    m_secret.fill(QChar(0)); // best effort: what painted it may have copies
    m_secret.clear();
    m_refusal.clear();
    m_isAsked = false;
    refresh();
}

void ContactLine::refresh()
{
    const model::Contact* shown = contact();
    setVisible(shown != nullptr);
    if (shown == nullptr) {
        return;
    }
    const bool isOpen = !m_secret.isEmpty();
    m_words->setToken(isOpen ? Token::Tx1 : Token::Tx2);
    m_words->setText(
        isOpen                ? tr("Caller's contact: %1").arg(m_secret)
        : m_isAsked           ? tr("Caller's contact: being opened…")
        : m_refusal.isEmpty() ? stateText(*shown)
                              : tr("Caller's contact: %1").arg(m_refusal));
    m_open->setVisible(m_now < shown->until);
    m_open->setLabel(isOpen ? tr("hide") : tr("open contact"));
    m_open->setBlocked(isOpen ? QString() : obstacle(*shown));
}

} // namespace sz::widgets
