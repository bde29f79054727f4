// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/AlarmRow.h"

#include "widgets/frame/AlarmItem.h"
#include "widgets/frame/KeyHint.h"
#include "widgets/models/AlarmGroups.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kHeight = 32;
constexpr int kHalfBlinkMs = 500; ///< 1 Hz, half of it on
constexpr qint64 kSettleMs = 600;

bool isSameStep(const Alarm& a, const Alarm& b)
{
    return a.incident->id == b.incident->id && a.step.ref() == b.step.ref();
}

} // namespace

AlarmRow::AlarmRow(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("alarmRow"));
    setAccessibleName(tr("Unconfirmed late steps"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    build();
    m_blink.setInterval(kHalfBlinkMs);
    connect(&m_blink, &QTimer::timeout, this, &AlarmRow::blink);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void AlarmRow::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(6);
    m_tally = new AlarmTally(m_theme, this);
    m_item = new AlarmItem(m_theme, this);
    m_acknowledge = new KeyHint(m_theme, Qt::Key_Space, tr("confirm this one"), this);
    m_acknowledge->setObjectName(QStringLiteral("acknowledgeButton"));
    m_remind = new KeyHint(m_theme, {}, tr("chase"), this);
    m_remind->setObjectName(QStringLiteral("alarmRemindButton"));
    m_shelve = new KeyHint(m_theme, Qt::Key_H, tr("put aside"), this);
    m_shelve->setObjectName(QStringLiteral("shelveButton"));
    m_raise = new KeyHint(m_theme, QKeySequence(Qt::ALT | Qt::Key_Up), tr("raise"), this);
    m_raise->setObjectName(QStringLiteral("raiseButton"));
    row->addWidget(m_tally);
    row->addWidget(m_item, 1);
    row->addWidget(m_acknowledge);
    row->addWidget(m_remind);
    row->addWidget(m_shelve);
    row->addWidget(m_raise);
    connect(m_raise, &QAbstractButton::clicked, this, &AlarmRow::raiseCurrent);
    connect(m_shelve, &QAbstractButton::clicked, this, &AlarmRow::shelveCurrent);
    connect(m_acknowledge, &QAbstractButton::clicked, this, &AlarmRow::acknowledgeCurrent);
    connect(m_remind, &QAbstractButton::clicked, this, [this] {
        Q_EMIT remindRequested(m_alarms.front().incident->id);
    });
    connect(m_item, &QAbstractButton::clicked, this, [this] {
        Q_EMIT incidentActivated(m_alarms.front().incident->id);
    });
}

void AlarmRow::setAlarms(std::vector<Alarm> alarms, std::shared_ptr<const plan::Plan> plan)
{
    const bool isSame =
        !alarms.empty() && !m_alarms.empty() && isSameStep(alarms.front(), m_alarms.front());
    m_alarms = std::move(alarms);
    m_plan = std::move(plan);
    if (!isSame) {
        m_namedSince.start();
    }
    refresh();
    setVisible(!m_alarms.empty());
}

void AlarmRow::setNow(Instant now)
{
    m_now = now;
    refresh();
}

void AlarmRow::setOpened(const IncidentId& id)
{
    m_opened = id;
    refreshKeys();
}

void AlarmRow::setChaseKeys(const QKeySequence& keys)
{
    m_chaseKeys = keys;
    refreshKeys();
}

void AlarmRow::setFlashing(bool isFlashing)
{
    m_isFlashing = isFlashing;
    restartBlink();
}

std::optional<Alarm> AlarmRow::current() const
{
    return m_alarms.empty() ? std::nullopt : std::optional(m_alarms.front());
}

bool AlarmRow::isSettled() const
{
    return !m_alarms.empty() && m_namedSince.isValid() && m_namedSince.elapsed() >= kSettleMs;
}

QSize AlarmRow::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

void AlarmRow::acknowledgeCurrent()
{
    if (isSettled()) {
        const Alarm& alarm = m_alarms.front();
        Q_EMIT acknowledgeRequested(alarm.incident->id, QString::fromStdString(alarm.step.ref()));
    }
}

void AlarmRow::shelveCurrent()
{
    if (isSettled() && !isGone()) {
        Q_EMIT shelveRequested(m_alarms.front());
    }
}

void AlarmRow::raiseCurrent()
{
    if (const PostCode to = nextPost(); isSettled() && !to.empty()) {
        const Alarm& alarm = m_alarms.front();
        Q_EMIT raiseRequested(alarm.incident->id, QString::fromStdString(alarm.step.ref()), to);
    }
}

PostCode AlarmRow::nextPost() const
{
    if (m_alarms.empty() || isGone() || m_plan == nullptr) {
        return {};
    }
    const Alarm& alarm = m_alarms.front();
    const auto climb = model::climbOf(*m_plan, *alarm.incident, alarm.step, m_now);
    return climb ? climb->next : PostCode();
}

bool AlarmRow::isGone() const
{
    return !m_alarms.empty() && m_alarms.front().clearedAt.has_value();
}

void AlarmRow::refresh()
{
    if (m_alarms.empty()) {
        return;
    }
    const auto standing = std::ranges::count_if(
        m_alarms, [](const Alarm& alarm) { return !alarm.clearedAt.has_value(); });
    m_tally->setCount(static_cast<int>(isGone() ? std::ssize(m_alarms) : standing), isGone());
    QString badge;
    QString list;
    if (standing > static_cast<std::ptrdiff_t>(kFloodFrom)) {
        const auto groups = groupAlarms(m_alarms, true);
        const auto named = std::ranges::find_if(groups, [this](const AlarmGroup& group) {
            return std::ranges::any_of(group.alarms, [this](const Alarm& alarm) {
                return isSameStep(alarm, m_alarms.front());
            });
        });
        const std::vector<Alarm>& same = named->alarms; // every alarm is in one
        const QString causes = tr("%n causes", nullptr, static_cast<int>(groups.size()));
        badge = groups.size() == 1 || same.size() > 1
                    ? tr("%n of this cause", nullptr, static_cast<int>(same.size()))
                    : QString();
        badge = badge.isEmpty() ? causes
                : groups.size() == 1
                    ? badge
                    : tr("%1 · %2", "items of this cause, causes in all").arg(badge, causes);
        list = alarmList(same);
    }
    m_item->setWords(alarmWords(m_alarms.front(), *m_plan, m_now), badge, list);
    refreshKeys();
}

// A key is printed where it acts on the named item: C chases what the detail pane shows.
void AlarmRow::refreshKeys()
{
    if (m_alarms.empty()) {
        return;
    }
    const model::Incident& incident = *m_alarms.front().incident;
    m_remind->setKeys(incident.id == m_opened ? m_chaseKeys : QKeySequence());
    m_remind->setVisible(!incident.orders.empty() && !isGone());
    m_shelve->setVisible(!isGone());
    m_raise->setVisible(!nextPost().empty());
    m_remind->setBlocked(ordersToRemind(incident).empty() ? tr("nobody to chase") : QString());
}

void AlarmRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Token ground = isGone() ? Token::Bg2 : Token::RedBg;
    painter.fillRect(rect(), m_theme.color(ground));
    const QColor edge = m_theme.color(m_isEdgeOn ? Token::Red : ground);
    painter.fillRect(QRect(0, 0, width(), 1), edge);
    painter.fillRect(QRect(0, height() - 1, width(), 1), edge);
}

void AlarmRow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    restartBlink();
}

void AlarmRow::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_blink.stop();
}

void AlarmRow::restartBlink()
{
    m_isEdgeOn = true;
    const bool isMoving =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (m_isFlashing && isMoving && isVisible()) {
        m_blink.start();
    } else {
        m_blink.stop();
    }
    update();
}

void AlarmRow::blink()
{
    m_isEdgeOn = !m_isEdgeOn;
    update();
}

} // namespace sz::widgets
