// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverPage.h"

#include "data/desk/OnResult.h"
#include "data/model/ShiftDuty.h"
#include "data/roster/Written.h"
#include "widgets/actions/Composing.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/VisibleText.h"
#include "widgets/handover/HandoverGaps.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverSide.h"
#include "widgets/handover/PromiseLine.h"

#include <QLineEdit>

#include <algorithm>
#include <tuple>

namespace sz::widgets {
namespace {

constexpr int kNewsEvery = 5; ///< seconds between two looks for what has changed

} // namespace

HandoverPage::HandoverPage(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_ticks(ticks),
      m_composing(new Composing(this)), m_list(new HandoverList(theme, this)),
      m_cards(new SignCards(theme, this)), m_facts(new SheetFacts(theme, this))
{
    setObjectName(QStringLiteral("handoverPage"));
    if (!desk.planFolder().empty()) {
        if (auto rules = roster::readRules(desk.planFolder(), desk.plan())) {
            m_rules = std::move(*rules);
        }
    }
    build();
    connect(m_list, &HandoverList::ticked, this, &HandoverPage::tick);
    connect(m_list, &HandoverList::opened, this, &HandoverPage::openCurrent);
    connect(&desk, &desk::Desk::shiftChanged, this, &HandoverPage::refresh);
    connect(&desk, &desk::Desk::seatChanged, this, &HandoverPage::refresh);
    connect(&desk, &desk::Desk::changed, this, [this] { m_sinceNews = kNewsEvery; });
    connect(&ticks, &TickTimer::ticked, this, &HandoverPage::onTick);
}

void HandoverPage::enter()
{
    m_tried.reset();
    refresh();
    addNews();
    m_list->setFocus(Qt::OtherFocusReason);
}

Instant HandoverPage::changeAfter(Instant at) const
{
    const PostCode post = model::answeringPost(m_desk.plan(), m_desk.unit());
    const auto duty = model::dutyAt(m_desk.plan(), m_desk.shift().get(), post, at);
    return duty && duty->until > at ? duty->until : at + std::chrono::hours(12);
}

// As the plan has it: who stands in for a part of a shift does not begin another one.
Instant HandoverPage::shiftBegin(Instant change) const
{
    const PostCode post = model::answeringPost(m_desk.plan(), m_desk.unit());
    const auto duty = plan::dutyAt(m_desk.plan(), post, change - Minutes(1));
    return duty && duty->until >= change ? duty->from : change - std::chrono::hours(12);
}

report::ShiftNumbers HandoverPage::numbers(const model::ShiftSheet& sheet) const
{
    const Instant end =
        sheet.isDone()
            ? std::max({sheet.changeAt, sheet.outgoing->author.at, sheet.incoming->author.at})
            : m_ticks.now();
    return report::shiftNumbers(
        incidents(), m_desk.unit(), shiftBegin(sheet.changeAt), std::min(end, m_ticks.now()));
}

report::HandoverFacts HandoverPage::facts() const
{
    const Instant now = m_ticks.now();
    const model::ShiftSheet* sheet = shown();
    const Instant change = sheet != nullptr ? sheet->changeAt : changeAfter(now);
    // A sheet that nobody has finished for a whole shift tells what is due before the change that comes, not before one that is past.
    const bool isForgotten = sheet != nullptr && changeAfter(change) <= now;
    const Instant next = changeAfter(isForgotten ? now : change);
    const Instant from = isForgotten ? now : std::min(now, change);
    const model::ShiftState& shift = *m_desk.shift();
    const bool isOffice = m_desk.unit() == UnitCode("HQ");
    return {
        m_desk.unit(),
        now,
        change,
        next,
        {},
        &shift,
        gaps(std::chrono::floor<Minutes>(from), next),
        report::endpointsDown(shift, m_desk.unit()),
        isOffice ? report::drillsAhead(m_desk.plan(), shift, now)
                 : std::vector<report::OtherFact>(),
        shiftBegin(change),
        m_desk.plan().utcOffsetMinutes};
}

const std::vector<report::GapFact>& HandoverPage::gaps(Instant from, Instant until) const
{
    const auto shift = m_desk.shift();
    const auto& turns = m_desk.mode().turns;
    const bool isSame = m_gaps.shift == shift && m_gaps.turns == turns.size() && m_gaps.from == from
                        && m_gaps.until == until;
    if (!isSame) {
        m_gaps = {shift, turns.size(), from, until, {}};
        m_gaps.all = gapsOf(
            m_desk.plan(), *shift, m_desk.unit(), from, until, {m_rules, roster::modesOf(turns)});
    }
    return m_gaps.all;
}

std::vector<model::IncidentPtr> HandoverPage::incidents() const
{
    std::vector<model::IncidentPtr> all;
    for (const auto& [id, incident] : m_desk.incidents()) {
        all.push_back(incident);
    }
    return all;
}

std::vector<model::SheetRow> HandoverPage::freshRows() const
{
    const std::vector<model::IncidentPtr> all = incidents();
    report::HandoverFacts now = facts();
    now.incidents = all;
    return report::handoverRows(now);
}

const model::ShiftSheet* HandoverPage::shown() const
{
    return m_desk.shift()->sheet(m_id);
}

// An unfinished sheet stays, however late; a finished one until its change has come.
void HandoverPage::refresh()
{
    if (!isVisible()) {
        return;
    }
    m_id = m_desk.shift()->lastSheetOf(m_desk.unit());
    const model::ShiftSheet* last = shown();
    if (last != nullptr && last->isDone() && last->changeAt <= m_ticks.now()) {
        m_id.clear();
    }
    if (const model::ShiftSheet* sheet = shown()) {
        describe(*sheet);
        return;
    }
    m_draft = {};
    m_draft.unit = m_desk.unit();
    m_draft.changeAt = changeAfter(m_ticks.now());
    for (model::SheetRow& row : freshRows()) {
        m_draft.rows.push_back({std::move(row), {}, {}, false, false});
    }
    describe(m_draft);
}

void HandoverPage::onTick()
{
    if (!isVisible()) {
        return;
    }
    m_list->setNow(m_ticks.now());
    if (++m_sinceNews >= kNewsEvery) {
        m_sinceNews = 0;
        addNews();
        refresh();
    }
}

// The sheet follows what happens, as an entry of its own: both sides see it, and it was not there when it was written.
void HandoverPage::addNews()
{
    const model::ShiftSheet* sheet = shown();
    if (sheet == nullptr || sheet->isDone()) {
        return;
    }
    const auto news = report::handoverNews(m_id, *sheet, freshRows());
    if (!news || news == m_tried || !m_desk.canPerformShift(*news)) {
        return;
    }
    m_tried = news;
    desk::onResult(this, m_desk.performShift(*news), [this](const Result<desk::Receipt>& done) {
        if (!done) {
            refuse(done.error());
        }
    });
}

/// With the next second.
void HandoverPage::soonNews()
{
    m_sinceNews = kNewsEvery;
}

void HandoverPage::perform(const model::ShiftAct& act, const QString& done)
{
    if (const auto may = m_desk.canPerformShift(act); !may) {
        std::ignore = m_desk.performShift(act); // that it was tried is a trace
        refuse(may.error());
        return;
    }
    m_message->setToken(Token::YelTx); // until it is done
    m_message->clear();
    desk::onResult(
        this, m_desk.performShift(act), [this, done](const Result<desk::Receipt>& result) {
            if (!result) {
                refuse(result.error());
            } else if (!done.isEmpty()) {
                tell(done); // here, where nothing lies over the rows
            }
        });
}

void HandoverPage::tell(const QString& done)
{
    m_message->setToken(Token::Tx2);
    m_message->setText(done);
}

void HandoverPage::refuse(const Error& error)
{
    m_message->setToken(Token::YelTx);
    m_message->setText(
        error.code == Code::StepsOpen && error.detail.starts_with(model::kChangeIsNear)
            ? tr("The shift changes within 30 minutes: the incoming chief agrees to it first (A).")
        : error.code == Code::LimitOutOfRange && error.detail == model::kDrillIsPast
            ? tr("That time is past: a drill is planned for a time to come.")
        : error.code == Code::StepsOpen
            ? tr("Red rows are not read yet: N goes to the next one, Space reads it.")
        : error.code == Code::SecondPerson
            ? tr("The other side does that: one person cannot hand over and take over.")
            : errorText(error));
}

void HandoverPage::tick()
{
    const auto* row = m_list->current();
    if (row == nullptr || shown() == nullptr) {
        m_message->setText(tr("The sheet is not written yet: Ctrl+Enter writes it."));
        return;
    }
    perform(model::TickRows{m_id, {row->row.id}, !row->readBy}, {});
}

void HandoverPage::openCurrent()
{
    const auto* row = m_list->current();
    if (row == nullptr) {
        return;
    }
    if (row->row.part == model::SheetPart::Promise && !row->isSettled) {
        orderPromise();
    } else if (!row->row.incident.empty()) {
        Q_EMIT incidentRequested(row->row.incident);
    }
}

void HandoverPage::nextRed()
{
    const model::ShiftSheet* sheet = shown();
    if (sheet == nullptr) {
        return;
    }
    const auto at = std::ranges::find_if(
        sheet->rows, [&](const auto& row) { return row.row.id == m_list->currentRow(); });
    const auto from = at == sheet->rows.end()
                          ? std::nullopt
                          : std::optional(static_cast<std::size_t>(at - sheet->rows.begin()));
    if (const auto next = report::nextUnreadRed(*sheet, from)) {
        m_list->setCurrentRow(sheet->rows[*next].row.id);
    }
    m_list->setFocus(Qt::OtherFocusReason);
}

// Whoever opened it hands over; on a shared seat the outgoing shift signs first, unless somebody says which side this desk is:
// the other side may have signed where this one cannot see it.
model::SheetSide HandoverPage::side(const model::ShiftSheet& sheet) const
{
    const bool isSaid = m_as && m_desk.shift()->sheet(m_asOf) == &sheet;
    const bool isOpen =
        isSaid && !(*m_as == model::SheetSide::Outgoing ? sheet.outgoing : sheet.incoming);
    if (isOpen) {
        return *m_as;
    }
    const PersonCode me = m_desk.actor().person;
    const bool isOther = !me.empty() && !sheet.author.person.empty() && sheet.author.person != me;
    return sheet.outgoing || (isOther && !sheet.incoming) ? model::SheetSide::Incoming
                                                          : model::SheetSide::Outgoing;
}

void HandoverPage::changeSides()
{
    const model::ShiftSheet* sheet = shown();
    if (sheet == nullptr || sheet->isDone()) {
        m_message->setText(tr("The sheet is not written yet: Ctrl+Enter writes it."));
        return;
    }
    const bool isOut = side(*sheet) == model::SheetSide::Outgoing;
    m_as = isOut ? model::SheetSide::Incoming : model::SheetSide::Outgoing;
    m_asOf = m_id;
    tell(isOut ? tr("This desk takes over.") : tr("This desk hands over."));
    describe(*sheet);
}

QString HandoverPage::holder(Instant at) const
{
    const PostCode post = model::answeringPost(m_desk.plan(), m_desk.unit());
    const auto duty = model::dutyAt(m_desk.plan(), m_desk.shift().get(), post, at);
    if (!duty) {
        return {};
    }
    return QString::fromStdString(
        uiLanguage() == Language::Chinese ? duty->holderZh : duty->holderEn);
}

void HandoverPage::sign()
{
    const model::ShiftSheet* sheet = shown();
    if (sheet == nullptr) {
        write();
        return;
    }
    addNews();
    const model::SheetSide as = side(*sheet);
    const Instant when =
        as == model::SheetSide::Outgoing ? sheet->changeAt - Minutes(1) : sheet->changeAt;
    const auto unread = sheet->unreadRed().size();
    if (as == model::SheetSide::Incoming && unread > 0) {
        refuse({Code::StepsOpen, {}, {}});
        nextRed();
        return;
    }
    perform(
        model::SignSheet{m_id, as, holder(when).toStdString(), sheet->rows.size()},
        as == model::SheetSide::Outgoing ? tr("Handed over") : tr("Taken over"));
}

void HandoverPage::write()
{
    constexpr std::size_t kFirst = 100; // the rest follows as an addition: an entry has 64 KiB
    model::OpenSheet act{
        m_desk.unit(), m_draft.changeAt, m_ticks.now(), freshRows(),
        m_desk.shift()->lastSheetOf(m_desk.unit())};
    act.rows.resize(std::min(act.rows.size(), kFirst));
    perform(act, tr("The sheet is written"));
}

void HandoverPage::ask(Asking what)
{
    const bool isOfSheet = what == Asking::Line || what == Asking::Return;
    if (shown() == nullptr && isOfSheet) {
        m_message->setText(tr("The sheet is not written yet: Ctrl+Enter writes it."));
        return;
    }
    m_what = what;
    m_question->setText(
        what == Asking::Line ? tr("A line for the next shift")
        : what == Asking::Promise
            ? tr("Promised by phone: unit, what, incident (#041), until (22:00)")
        : what == Asking::Order
            ? tr("An order for which incident? Its number (041) or words of its title")
        : what == Asking::Drill
            ? tr("A drill: name, @place, day if not today (10-18), time (16:00)")
        : what == Asking::Endpoint ? tr("What is down: unit, endpoint, what is done about it")
        : what == Asking::CallOff  ? tr("Why the drill is called off")
                                   : tr("What is missing"));
    m_words->setAccessibleName(m_question->text());
    m_words->clear();
    m_asking->show();
    m_words->setFocus(Qt::OtherFocusReason);
}

void HandoverPage::answer()
{
    const std::string words = m_words->text().trimmed().toStdString();
    if (m_composing->isOn() || words.empty()) {
        return;
    }
    if (m_what == Asking::Promise) {
        promise(words);
        return;
    }
    if (m_what == Asking::Order) {
        orderPromiseFor(words);
        return;
    }
    if (m_what == Asking::Drill) {
        planDrill(words);
        return;
    }
    if (m_what == Asking::Endpoint) {
        tellEndpoint(words);
        return;
    }
    if (m_what == Asking::Line) {
        perform(model::AddLine{m_id, words}, tr("The line is on the sheet"));
    } else if (m_what == Asking::CallOff) {
        m_sinceNews = kNewsEvery;
        perform(model::EndDrill{m_drill, words}, tr("The drill is called off"));
    } else {
        perform(model::SendBackSheet{m_id, words}, tr("Sent back to be completed"));
    }
    putAway();
}

// What could not be read stays in the field.
void HandoverPage::promise(const std::string& typed)
{
    const auto read =
        readPromise(m_desk.plan(), typed, m_ticks.now(), [this](const std::string& number) {
            return incidentCalled(number);
        });
    if (!read) {
        m_message->setText(
            read.error().code == Code::NoSuchUnit
                ? tr("No unit is called so: begin with its name or code.")
            : read.error().code == Code::NotFound
                ? tr("No open incident is called %1.")
                      .arg(visibleLine(QString::fromStdString(read.error().detail)))
                : tr("What was promised? Write it after the unit."));
        return;
    }
    perform(*read, tr("The promise is written down"));
    m_sinceNews = kNewsEvery;
    putAway();
}

void HandoverPage::putAway()
{
    m_asking->hide();
    m_what = Asking::Nothing;
    m_list->setFocus(Qt::OtherFocusReason);
}

void HandoverPage::sendBack()
{
    const auto may = m_desk.canPerformShift(model::SendBackSheet{m_id, "-"});
    if (!may && shown() != nullptr) {
        std::ignore = m_desk.performShift(model::SendBackSheet{m_id, "-"}); // refused: a trace
        refuse(may.error());
        return;
    }
    ask(Asking::Return);
}

void HandoverPage::print()
{
    const model::ShiftSheet* sheet = shown() == nullptr ? &m_draft : shown();
    const QByteArray bytes = sheetPdf(sheetHtml(
        m_desk.plan(), *sheet, m_desk.incidents(), m_desk.shift().get(),
        numbersText(m_desk.plan(), numbers(*sheet))));
    const QString name = QStringLiteral("handover-%1.pdf")
                             .arg(dayClockText(sheet->changeAt, m_desk.plan().utcOffsetMinutes)
                                      .remove(QLatin1Char(':'))
                                      .replace(QLatin1Char(' '), QLatin1Char('-')));
    Q_EMIT printRequested(name, bytes);
}

} // namespace sz::widgets
