// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RollCalls.h"

#include "data/desk/OnResult.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/rounds/RollSheet.h"
#include "widgets/rounds/RollWords.h"
#include "widgets/shell/RightPane.h"

#include <QRandomGenerator>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>

namespace sz::widgets {
namespace {

constexpr int kLimitMinutes = 10; ///< to be there after the first call in vain
constexpr int kRetryMinutes = 1;
constexpr std::chrono::hours kStillOn{2};
constexpr std::chrono::hours kForgotten{
    24}; ///< older ones are history, nobody is warned of them any more

QString toldKey(const desk::Desk& desk)
{
    return QStringLiteral("roll/%1/told").arg(QString::fromStdString(desk.deskId().value));
}

} // namespace

RollCalls::RollCalls(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    RightPane& right,
    QObject* parent)
    : QObject(parent), m_desk(desk), m_ticks(ticks), m_right(right),
      m_make([&] { return new RollSheet(desk, theme, ticks, &right); })
{
    connect(&ticks, &TickTimer::ticked, this, &RollCalls::warn);
    connect(&desk, &desk::Desk::shiftChanged, this, &RollCalls::tellUnit);
}

void RollCalls::setNotices(NoticeStrip* notices)
{
    m_notices = notices;
    tellUnit();
}

RollSheet& RollCalls::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = m_make();
        m_sheet->setMinimumWidth(0);
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &RollCalls::left);
        connect(m_sheet, &RollSheet::said, this, &RollCalls::said);
        connect(m_sheet, &RollSheet::matterRequested, this, &RollCalls::makeMatter);
    }
    return *m_sheet;
}

const model::ShiftRound* RollCalls::roundOf(const std::string& id) const
{
    const auto it = m_desk.shift()->rounds.find(id);
    return it == m_desk.shift()->rounds.end() ? nullptr : &it->second;
}

std::string RollCalls::running() const
{
    const Instant since = m_ticks.now() - kStillOn;
    for (const auto& [id, round] : m_desk.shift()->rounds | std::views::reverse) {
        if (round.started.roll && round.closings.empty() && round.author.at > since) {
            return id;
        }
    }
    return {};
}

void RollCalls::open(const std::string& round)
{
    m_right.showSheet(&sheet());
    sheet().open(round);
}

void RollCalls::begin(bool isDrawn)
{
    if (const std::string now = running(); !now.empty()) {
        open(now); // one at a time: everybody is in the same call
        Q_EMIT said(tr("This roll call is still on: E sends its minutes."));
        return;
    }
    const Instant now = m_ticks.now();
    const Instant planned =
        model::plannedRoll(m_desk.plan(), m_desk.mode().mode, now).value_or(now);
    auto units = model::unitsCalled(m_desk.plan());
    if (isDrawn) {
        units = model::drawn(std::move(units), QRandomGenerator::global()->generate64());
    }
    const QString name =
        tr("Roll call %1", "clock").arg(clockMinuteText(planned, m_desk.plan().utcOffsetMinutes));
    const model::StartRound act{m_desk.actor().unit, name.toStdString(),
                                kLimitMinutes,       kRetryMinutes,
                                std::move(units),    model::RollCall{planned, isDrawn}};
    if (const auto may = m_desk.canPerformShift(act); !may) {
        std::ignore = m_desk.performShift(act); // that it was tried is a trace
        Q_EMIT said(errorText(may.error()));
        return;
    }
    if (!std::exchange(m_isBusy, true)) {
        desk::onResult(this, m_desk.performShift(act), [this](const Result<desk::Receipt>& done) {
            started(done);
        });
    }
}

void RollCalls::started(const Result<desk::Receipt>& done)
{
    m_isBusy = false;
    if (!done) {
        Q_EMIT said(errorText(done.error()));
        return;
    }
    open(done->entry);
    Q_EMIT said(tr("Roll call begun: Space present, N no answer"));
}

// ---- a line becomes a matter ----

void RollCalls::wireForms()
{
    if (std::exchange(m_isWired, true)) {
        return;
    }
    connect(
        &m_right.intake(), &IntakeSheet::registered, this, [this](const desk::Receipt& receipt) {
            if (m_pending && !m_pending->isOrder) {
                onRegistered(receipt.incident);
            }
        });
    connect(&m_right.intake(), &SideSheet::closed, this, [this] {
        if (m_pending && !m_pending->isOrder) {
            back();
        }
    });
    connect(&m_right.order(), &OrderSheet::issued, this, [this] {
        if (m_pending && m_pending->isOrder) {
            back();
        }
    });
    connect(&m_right.order(), &SideSheet::closed, this, [this] {
        if (m_pending && m_pending->isOrder) {
            back();
        }
    });
}

void RollCalls::makeMatter(const std::string& id, const std::string& entry)
{
    const model::ShiftRound* round = roundOf(id);
    if (round == nullptr) {
        return;
    }
    const auto line = std::ranges::find(round->lines, entry, &model::ShiftRound::Line::entry);
    if (line == round->lines.end()) {
        return;
    }
    wireForms();
    if (!line->incident.empty()) {
        if (const auto incident = m_desk.incident(line->incident)) {
            m_pending = Pending{id, entry, true};
            makeOrder(*line, *incident);
        } else {
            Q_EMIT said(tr("The matter of this line is not on the board any more."));
        }
        return;
    }
    model::ReportIncident report;
    report.source = model::Source::Unit;
    report.narrative = line->text;
    report.receivedAt = line->author.at;
    const plan::District* district = m_desk.plan().district(UnitCode(line->post));
    if (district != nullptr) {
        report.place.district = district->code;
    }
    m_right.showSheet(&m_right.intake());
    if (m_right.intake().beginWith(report)) {
        m_pending = Pending{id, entry, false};
    }
}

// The unit that reported it gets the order first; others are added in the sheet.
void RollCalls::makeOrder(const model::ShiftRound::Line& line, const model::Incident& incident)
{
    const UnitCode unit(line.post);
    const auto limits = m_desk.plan().limitsFor(incident.kind, incident.grade, incident.mode);
    model::OrderTo to{
        m_desk.newOrderId(), unit,       model::answeringPost(m_desk.plan(), unit), true,
        limits.sign,         limits.done};
    to.work = limits.doneWork;
    Q_EMIT incidentChosen(incident.id);
    m_right.showSheet(&m_right.order());
    m_right.order().open(incident.id, model::IssueOrders{line.text, {to}, {}});
}

void RollCalls::onRegistered(const IncidentId& incident)
{
    const Pending done = *m_pending;
    const model::ShiftRound* round = roundOf(done.round);
    if (round == nullptr) {
        back();
        return;
    }
    const auto line = std::ranges::find(round->lines, done.line, &model::ShiftRound::Line::entry);
    if (line != round->lines.end()) {
        const model::ShiftRound::Line was = *line;
        desk::onResult(
            this,
            m_desk.performShift(model::NoteRoll{
                done.round, was.post, was.entry, was.text, was.isForDecision, incident}),
            [this](const Result<desk::Receipt>& tied) {
                if (!tied) {
                    Q_EMIT said(errorText(tied.error()));
                }
            });
        if (was.isForDecision) { // the 09:20 list is that of questions about incidents
            desk::onResult(
                this, m_desk.perform(incident, model::AskDecision{was.text}),
                [this](const Result<desk::Receipt>& asked) {
                    if (!asked) {
                        Q_EMIT said(errorText(asked.error()));
                    }
                });
        }
    }
    back();
}

// The page leaves the form by itself first; then the call goes on.
void RollCalls::back()
{
    m_pending.reset();
    QTimer::singleShot(0, this, [this] {
        m_right.showSheet(&sheet());
        sheet().resume();
    });
}

// ---- what is told by itself ----

// The desk that calls the roll warns who is not there in time, on whatever page the officer is; after a restart, too.
void RollCalls::warn()
{
    const desk::SeatStatus& seat = m_desk.seat();
    if (!m_desk.isOpen() || (seat.isNeeded && !seat.grant)) {
        return;
    }
    for (const auto& [id, round] : m_desk.shift()->rounds | std::views::reverse) {
        if (!round.started.roll || round.author.desk != m_desk.deskId()
            || round.author.at < m_ticks.now() - kForgotten) {
            continue;
        }
        for (const model::RollRow& row : model::rollStanding(round, m_ticks.now())) {
            const bool isDue = row.state == model::RollState::Absent && !row.isWarned;
            const model::MissRoll act{id, row.post, model::RollMiss::Absent, {}};
            if (!isDue || !m_desk.canPerformShift(act)
                || !m_warned.insert(id + '/' + row.post).second) {
                continue;
            }
            desk::onResult(this, m_desk.performShift(act), [](const Result<desk::Receipt>&) {
                // Refused: the row still says absent, N writes it by hand.
            });
        }
    }
}

// At a unit's desk: that it was called in vain, and the minutes; each once.
void RollCalls::tellUnit()
{
    const UnitCode own = m_desk.actor().unit;
    if (m_notices == nullptr || own == UnitCode("HQ")) {
        return;
    }
    if (!m_told) {
        m_told = QSettings().value(toldKey(m_desk)).toString().toStdString();
    }
    std::string last = *m_told;
    QString words;
    for (const auto& [id, round] : m_desk.shift()->rounds) {
        if (!round.started.roll || round.author.at < m_ticks.now() - kForgotten) {
            continue;
        }
        const auto misses = round.misses.find(own.value);
        const bool isMissing = misses != round.misses.end() && !round.answers.contains(own.value);
        if (isMissing && misses->second.back().author.entry > last) {
            last = misses->second.back().author.entry;
            const Instant limit = misses->second.front().author.at + Minutes(round.started.window);
            words = tr("%1: this unit was called and did not answer. Be there by %2; Ctrl+F10, "
                       "then Space answers.",
                       "roll call, clock")
                        .arg(
                            QString::fromStdString(round.started.name),
                            clockText(limit, m_desk.plan().utcOffsetMinutes));
        }
        if (!round.closings.empty() && round.closings.back().author.entry > last) {
            last = round.closings.back().author.entry;
            words = minutesText(m_desk.plan(), round, round.closings.back().told, false);
        }
    }
    if (last != *m_told) {
        m_told = last;
        QSettings().setValue(toldKey(m_desk), QString::fromStdString(last));
        m_notices->addNotice(
            {desk::Notice::Kind::RollTold, 0, words.toStdString(), Code::Internal, {}});
    }
}

} // namespace sz::widgets
