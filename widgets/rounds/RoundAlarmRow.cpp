// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RoundAlarmRow.h"

#include "data/desk/OnResult.h"
#include "data/model/RollCall.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/rounds/RoundModel.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kHeight = 32;
constexpr std::chrono::hours kForgotten{24}; ///< older rounds are history

} // namespace

RoundAlarmRow::RoundAlarmRow(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_ticks(ticks)
{
    setObjectName(QStringLiteral("roundAlarmRow"));
    setAccessibleName(tr("Rounds missed twice"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    m_words = new ElidedLabel(theme, this);
    m_words->setObjectName(QStringLiteral("roundAlarmText"));
    m_words->setPixelSize(13, true);
    m_words->setToken(Token::RedTx);
    row->addWidget(m_words, 1);
    const auto key = [&](const QKeySequence& keys, const QString& label, const char* name) {
        auto* button = new KeycapButton(theme, keys, label, this);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        return button;
    };
    m_confirm =
        key(QKeySequence(Qt::ALT | Qt::Key_F10), tr("confirm this round"), "confirmRoundButton");
    // Ctrl+F10 is the window's: printed here, and a click does the same.
    auto* open = new KeycapButton(theme, QKeySequence(), tr("Ctrl+F10 posts"), this);
    open->setObjectName(QStringLiteral("openRoundButton"));
    row->addWidget(open);
    connect(m_confirm, &QAbstractButton::clicked, this, &RoundAlarmRow::confirm);
    connect(open, &QAbstractButton::clicked, this, [this] {
        if (!m_items.empty()) {
            Q_EMIT openRequested(m_items.front().round);
        }
    });
    connect(&desk, &desk::Desk::shiftChanged, this, &RoundAlarmRow::count);
    connect(&ticks, &TickTimer::ticked, this, &RoundAlarmRow::follow);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    count();
}

QSize RoundAlarmRow::sizeHint() const
{
    return {QWidget::sizeHint().width(), kHeight};
}

// Every post of a round is due at the same two moments, and a rung of the ladder has its own: between them nothing changes by
// itself, however many posts there are.
void RoundAlarmRow::count()
{
    const Instant now = m_ticks.now();
    const bool isOffice = m_desk.actor().unit == UnitCode("HQ");
    m_items.clear();
    m_next.reset();
    const auto comes = [&](std::optional<Instant> at) {
        m_next = at && *at > now && (!m_next || *at < *m_next) ? at : m_next;
    };
    for (const auto& [id, round] : m_desk.shift()->rounds) {
        const bool isMine = isOffice || round.started.unit == m_desk.actor().unit;
        if (round.secondDue() < now - kForgotten) {
            continue;
        }
        if (round.started.roll) {
            for (const model::RollRow& row : model::rollStanding(round, now)) {
                comes(row.due);
            }
        }
        if (!isMine) {
            if (auto alarm = ownAlarm(round, now)) {
                m_items.push_back({id, std::move(*alarm), true});
            }
            continue;
        }
        comes(round.secondDue());
        if (auto alarm = model::roundAlarmOf(m_desk.plan(), round, now)) {
            for (const plan::Rung& rung : m_desk.plan().ladder) {
                comes(alarm->since + Minutes{rung.afterMinutes});
            }
            m_items.push_back({id, std::move(*alarm), false});
        }
    }
    std::ranges::stable_sort(m_items, {}, [](const Item& one) { return one.alarm.since; });
    describe();
    Q_EMIT changed();
}

std::optional<model::RoundAlarm>
RoundAlarmRow::ownAlarm(const model::ShiftRound& round, Instant now) const
{
    if (!round.started.roll) {
        return std::nullopt;
    }
    for (const model::RollRow& row : model::rollStanding(round, now)) {
        if (row.post == m_desk.actor().unit.value && row.state == model::RollState::Absent) {
            return model::RoundAlarm{1, row.post, *row.due, std::nullopt};
        }
    }
    return std::nullopt;
}

void RoundAlarmRow::follow()
{
    if (m_next && m_ticks.now() >= *m_next) { // one of the moments has come
        count();
    }
}

void RoundAlarmRow::describe()
{
    setVisible(!m_items.empty());
    m_confirm->setVisible(m_items.empty() || !m_items.front().isOwn);
    m_words->setText(text());
    setAccessibleDescription(text());
}

QString
RoundAlarmRow::missedText(const model::ShiftRound& round, const model::RoundAlarm& alarm) const
{
    return tr("Round %1 (%2): %n missed twice since %3, first %4", nullptr,
              static_cast<int>(alarm.missed))
        .arg(
            visibleLine(QString::fromStdString(round.started.name)),
            unitText(m_desk.plan(), round.started.unit),
            clockMinuteText(alarm.since, m_desk.plan().utcOffsetMinutes),
            roundPostText(m_desk.plan(), alarm.first));
}

QString
RoundAlarmRow::absentText(const model::ShiftRound& round, const model::RoundAlarm& alarm) const
{
    return tr("%1: %n units absent since %2, first %3", "roll call, clock, unit",
              static_cast<int>(alarm.missed))
        .arg(
            visibleLine(QString::fromStdString(round.started.name)),
            clockMinuteText(alarm.since, m_desk.plan().utcOffsetMinutes),
            roundPostText(m_desk.plan(), alarm.first));
}

QString RoundAlarmRow::text() const
{
    if (m_items.empty()) {
        return {};
    }
    const Item& item = m_items.front();
    const model::ShiftRound& round = m_desk.shift()->rounds.at(item.round);
    const int offset = m_desk.plan().utcOffsetMinutes;
    if (item.isOwn) {
        return QStringLiteral("■ ")
               + tr("%1: this unit is absent since %2. Be there, then Ctrl+F10 and Space",
                    "roll call, clock")
                     .arg(
                         visibleLine(QString::fromStdString(round.started.name)),
                         clockMinuteText(item.alarm.since, offset));
    }
    QStringList parts{
        QStringLiteral("■ ")
        + (round.started.roll ? absentText(round, item.alarm) : missedText(round, item.alarm))};
    if (const auto& climb = item.alarm.climb) {
        parts
            << (climb->nextAt ? tr("%1's turn, %2 goes up to %3", "post, clock, post")
                                    .arg(
                                        postText(m_desk.plan(), climb->turn),
                                        clockMinuteText(*climb->nextAt, offset),
                                        postText(m_desk.plan(), climb->next))
                              : tr("%1's turn", "a post: nobody above it")
                                    .arg(postText(m_desk.plan(), climb->turn)));
    }
    if (m_items.size() > 1) {
        parts << tr("%n more rounds", nullptr, static_cast<int>(m_items.size()) - 1);
    }
    return parts.join(QStringLiteral(" · "));
}

std::set<std::string> RoundAlarmRow::heard(bool isOwnTurn) const
{
    std::set<std::string> names;
    const auto& ladder = m_desk.plan().ladder;
    for (const Item& item : m_items) {
        const auto& climb = item.alarm.climb;
        const bool isMine = climb && climb->turn == m_desk.actor().post && !ladder.empty()
                            && ladder.front().post != climb->turn;
        if (isMine == isOwnTurn) {
            names.insert("round:" + item.round);
        }
    }
    return names;
}

void RoundAlarmRow::confirm()
{
    if (m_items.empty() || m_isBusy) {
        return;
    }
    const std::string id = m_items.front().round;
    const model::ShiftRound& round = m_desk.shift()->rounds.at(id);
    const QString name = visibleLine(QString::fromStdString(round.started.name));
    m_isBusy = true;
    desk::onResult(
        this,
        m_desk.performShift(
            model::ConfirmRound{id, static_cast<std::uint64_t>(round.started.posts.size()), {}}),
        [this, name](const Result<desk::Receipt>& done) {
            m_isBusy = false;
            Q_EMIT said(done ? tr("Round confirmed: %1").arg(name) : errorText(done.error()));
        });
}

void RoundAlarmRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::RedBg));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Red));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Red));
}

} // namespace sz::widgets
