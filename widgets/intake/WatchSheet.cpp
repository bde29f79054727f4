// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/WatchSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/TypedDay.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/models/Wording.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeZone>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kReasonLength = 200;

} // namespace

WatchSheet::WatchSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Early sign"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_until(new QLineEdit(this)), m_day(new ToneLabel(theme, Token::Tx3, this, 12)),
      m_reason(new QLineEdit(this)), m_stop(scopedKeycap(
                                         theme,
                                         QKeySequence(Qt::ALT | Qt::Key_S),
                                         tr("no longer watched"),
                                         this,
                                         ButtonLook::Framed))
{
    setObjectName(QStringLiteral("watchSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, [this] {
        const model::WatchIncident act{until(), m_reason->text().simplified().toStdString()};
        if (m_incident != nullptr && isReady(act)) {
            perform(act, tr("%1 is watched as an early sign").arg(shortNumberText(*m_incident)));
        }
    });
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        if (m_incident != nullptr) {
            perform(
                {std::nullopt, m_reason->text().simplified().toStdString()},
                tr("%1 is no longer watched").arg(shortNumberText(*m_incident)));
        }
    });
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (m_incident != nullptr && m_desk.incident(m_incident->id) != nullptr) {
            m_incident = m_desk.incident(m_incident->id);
            refresh();
        }
    });
    connect(this, &SideSheet::closed, this, [this] { m_incident.reset(); });
}

WatchSheet::~WatchSheet()
{
    releaseFocus();
}

void WatchSheet::build()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_until->setObjectName(QStringLiteral("watchUntilEdit"));
    m_until->setAccessibleName(tr("Watched until"));
    m_until->setPlaceholderText(tr("3d, 48h, 10-20 or 2026-10-20"));
    m_day->setObjectName(QStringLiteral("watchDay"));
    column->addWidget(m_until);
    column->addWidget(m_day);
    box->setFocusProxy(m_until);
    m_reason->setObjectName(QStringLiteral("watchReasonEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(kReasonLength);
    m_reason->setPlaceholderText(tr("what is watched, and who looks"));
    m_stop->setObjectName(QStringLiteral("watchStopButton"));
    footer()->addWidget(m_stop);
    watch(m_until);
    watch(m_reason);
    addRow(tr("Until"), box, 8);
    addRow(tr("Reason"), m_reason);
    finishBody();
    connect(m_until, &QLineEdit::textEdited, this, &WatchSheet::refresh);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { say({}); });
}

void WatchSheet::open(const IncidentId& incident)
{
    m_incident = m_desk.incident(incident);
    if (m_incident == nullptr) {
        return;
    }
    setBadge(shortNumberText(*m_incident));
    setHeadNote(titleText(*m_incident));
    m_until->setText(QStringLiteral("3d"));
    m_reason->clear();
    refresh();
    m_until->setFocus(Qt::OtherFocusReason);
    m_until->selectAll();
}

void WatchSheet::open(const IncidentId& incident, const model::WatchIncident& wished)
{
    open(incident);
    if (m_incident != nullptr) {
        if (wished.until) {
            m_until->setText(QDateTime::fromMSecsSinceEpoch(
                                 toUtcMs(*wished.until), QTimeZone::fromSecondsAheadOfUtc(
                                                             m_desk.plan().utcOffsetMinutes * 60))
                                 .date()
                                 .toString(Qt::ISODate));
        }
        m_reason->setText(QString::fromStdString(wished.reason));
        refresh();
    }
}

std::optional<Instant> WatchSheet::until() const
{
    return typedDay(m_until->text(), m_ticks.now(), m_desk.plan().utcOffsetMinutes);
}

void WatchSheet::refresh()
{
    if (m_incident == nullptr) {
        return;
    }
    const auto day = until();
    const QString words = day ? dayClockText(*day, m_desk.plan().utcOffsetMinutes) : QString();
    m_day->setText(
        !day ? tr("Neither days nor a day to come.")
        : m_incident->orders.empty()
            ? tr("Look at it again by %1; until then no order is due.").arg(words)
            : tr("Until %1; its orders keep their own limits.").arg(words));
    mainAct()->setLabel(day ? tr("Watch until %1").arg(words) : tr("Watch"));
    const auto may =
        m_desk.canPerform(m_incident->id, model::WatchIncident{day.value_or(m_ticks.now()), "-"});
    mainAct()->setBlocked(may ? QString() : shortReason(may.error()));
    const auto mayStop = m_desk.canPerform(m_incident->id, model::WatchIncident{});
    m_stop->setVisible(m_incident->watchUntil.has_value());
    m_stop->setBlocked(mayStop ? QString() : shortReason(mayStop.error()));
    say({});
}

bool WatchSheet::isReady(const model::WatchIncident& act)
{
    if (!act.until) {
        point(m_until, tr("Type days as 3d, or a day to come as 10-20."));
        return false;
    }
    const auto verdict = m_desk.canPerform(m_incident->id, act);
    if (!verdict && verdict.error().code == Code::MissingField) {
        point(m_reason, tr("Say why, in a few words."));
        return false;
    }
    return true;
}

void WatchSheet::perform(const model::WatchIncident& act, const QString& sentence)
{
    if (m_isBusy || isComposing()) {
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident->id, act),
        [this, sentence](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            m_incident.reset();
            Q_EMIT watched(sentence);
        });
}

} // namespace sz::widgets
