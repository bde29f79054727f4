// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/CellFacts.h"

#include "data/plan/RosterDepth.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sz::widgets {
namespace {

constexpr std::size_t kMostListed = 6;

QString namesText(const std::vector<std::string>& names)
{
    QStringList all;
    for (const std::string& one : names) {
        all << visibleLine(QString::fromStdString(one));
    }
    return all.isEmpty() ? QCoreApplication::translate("CellFacts", "nobody")
                         : all.join(
                               uiLanguage() == Language::Chinese ? QStringLiteral("、")
                                                                 : QStringLiteral(", "));
}

QString pick(const roster::Words& words)
{
    return QString::fromStdString(
        uiLanguage() == Language::Chinese || words.en.empty() ? words.zh : words.en);
}

QString authorText(const RosterModel& model, const model::ShiftAuthor& author)
{
    const int offset = model.roster().utcOffsetMinutes;
    return QCoreApplication::translate("CellFacts", "%1, %2", "who, when")
        .arg(
            whoText(model.plan(), author.unit, author.post),
            model.roster().localDay(author.at) == model.roster().localDay(model.now())
                ? clockMinuteText(author.at, offset)
                : dayClockText(author.at, offset));
}

void addPeople(
    const RosterModel& model,
    roster::PostIndex post,
    const roster::Span& time,
    QStringList& lines)
{
    const int offset = model.roster().utcOffsetMinutes;
    QStringList people;
    for (const roster::BookDuty& one : model.book().row(post).duties) {
        if (one.time.meets(time)) {
            people << QCoreApplication::translate("CellFacts", "%1 %2–%3", "name, from, until")
                          .arg(
                              model.fullName(one.person), clockMinuteText(one.time.from, offset),
                              clockMinuteText(one.time.until, offset));
        }
    }
    lines
        << (people.isEmpty() ? QCoreApplication::translate("CellFacts", "Nobody is planned.")
                             : people.join(QStringLiteral(" · ")));
}

/// Games time: so many teams stand behind the post, those on duty and those who are called in.
void addDepth(
    const RosterModel& model,
    roster::PostIndex post,
    const roster::Span& time,
    QStringList& lines)
{
    const plan::Mode mode = model.roster().modeAt(time.from);
    const auto all = plan::depthAt(model.plan(), mode, time.from);
    const auto one =
        std::ranges::find(all, model.roster().posts[post].code, &plan::PostDepth::post);
    if (one == all.end()) {
        return;
    }
    const bool isZh = uiLanguage() == Language::Chinese;
    lines << (one->missing() > 0 ? QStringLiteral("▲ ") : QString())
                 + QCoreApplication::translate(
                       "CellFacts", "%1: %2 of %3 teams: %4", "mode, there, needed, who")
                       .arg(modeText(mode))
                       .arg(one->teamsZh.size())
                       .arg(one->needed)
                       .arg(namesText(isZh ? one->teamsZh : one->teamsEn));
}

void addPhone(
    const RosterModel& model,
    roster::PostIndex post,
    const roster::Span& time,
    QStringList& lines)
{
    const plan::Post* of = model.plan().post(model.roster().posts[post].code);
    const plan::Unit* unit = model.plan().unit(model.roster().posts[post].unit);
    const std::string phone = of != nullptr && !of->phone.empty() ? of->phone
                              : unit != nullptr                   ? unit->phone
                                                                  : std::string();
    if (!phone.empty()) {
        lines << QCoreApplication::translate("CellFacts", "Phone %1")
                     .arg(visibleLine(QString::fromStdString(phone)));
    }
    const auto& presence = model.shifts().state().presence;
    const auto told = presence.find(model.roster().posts[post].code);
    if (told != presence.end() && time.holds(told->second.author.at)) { // of this shift, no other
        const std::array words{
            QCoreApplication::translate("CellFacts", "here"),
            QCoreApplication::translate("CellFacts", "away"),
            QCoreApplication::translate("CellFacts", "no answer")};
        const auto at = static_cast<std::size_t>(told->second.told.presence) - 1;
        lines << QCoreApplication::translate("CellFacts", "Presence: %1 (%2)")
                     .arg(
                         words[std::min(at, words.size() - 1)],
                         authorText(model, told->second.author));
        if (!told->second.told.text.empty()) {
            lines << visibleLine(QString::fromStdString(told->second.told.text));
        }
    }
}

void addChange(const RosterModel& model, const model::ShiftChange& change, QStringList& lines)
{
    const model::AskDutyChange& ask = change.ask;
    const QString who = visibleLine(QString::fromStdString(ask.slot.person));
    const QString asked = authorText(model, change.author);
    if (ask.sort == model::DutyChange::Swap && ask.other) {
        lines << QCoreApplication::translate("CellFacts", "Swap asked: %1 with %2 (%3)")
                     .arg(who, visibleLine(QString::fromStdString(ask.other->person)), asked);
    } else if (ask.sort == model::DutyChange::NoShow) {
        lines << QCoreApplication::translate("CellFacts", "Did not come: %1 (%2)").arg(who, asked);
    } else {
        lines << QCoreApplication::translate("CellFacts", "Substitute asked for %1 (%2)")
                     .arg(who, asked);
    }
    if (!ask.substitute.empty()) {
        lines << QCoreApplication::translate("CellFacts", "Stands in: %1")
                     .arg(visibleLine(QString::fromStdString(ask.substitute)));
    }
    if (!ask.reason.empty()) {
        lines << QCoreApplication::translate("CellFacts", "Reason: %1")
                     .arg(visibleLine(QString::fromStdString(ask.reason)));
    }
}

void addWritten(const RosterModel& model, const model::ShiftCell& cell, CellFacts& facts)
{
    facts.lines << QCoreApplication::translate("CellFacts", "Planned by name: %1")
                       .arg(authorText(model, cell.standing.author));
    if (cell.rivals.empty()) {
        return;
    }
    const DeskId here = model.shifts().deskHere();
    const auto add = [&](const model::ShiftCell::Edition& one) {
        const QString names =
            one.edit.isAsPlanned
                ? QCoreApplication::translate("CellFacts", "as the rotation says", "who is planned")
                : namesText(one.edit.people);
        const QString whose =
            here.empty() ? QString()
            : one.author.desk == here
                ? QCoreApplication::translate("CellFacts", "this desk", "whose edit")
                : QCoreApplication::translate("CellFacts", "another desk", "whose edit");
        QStringList who{authorText(model, one.author)};
        if (!whose.isEmpty()) {
            who.prepend(whose);
        }
        facts.versions << QCoreApplication::translate(
                              "CellFacts", "%1: %2 (%3)", "number, names, who and when")
                              .arg(facts.versions.size() + 1)
                              .arg(names, who.join(QStringLiteral(" · ")));
    };
    add(cell.standing);
    std::ranges::for_each(cell.rivals, add);
}

} // namespace

CellFacts cellFacts(
    const RosterModel& model,
    roster::PostIndex post,
    const RosterColumn& column,
    std::size_t part)
{
    CellFacts facts;
    const roster::Roster& roster = model.roster();
    const roster::BookShift* shift = model.shift(post, column, part);
    const roster::Span time = shift == nullptr ? column.time : shift->time;
    facts.title = QCoreApplication::translate("CellFacts", "%1 · %2", "post, when")
                      .arg(model.postText(post), dayClockText(time.from, roster.utcOffsetMinutes));
    const RosterCell cell = model.cell(post, column);
    facts.badge = cell.word;
    if (const std::size_t all = model.shifts(post, column).size(); all > 1) {
        facts.lines << QCoreApplication::translate("CellFacts", "Shift %1 of %2 of this day: %3")
                           .arg(part % all + 1)
                           .arg(all)
                           .arg(visibleLine(pick(shift->name)));
    }
    addPeople(model, post, time, facts.lines);
    const bool isZh = uiLanguage() == Language::Chinese;
    for (const roster::Conflict& one : model.conflictsAt(post, time)) {
        const plan::Sentence words = sentenceOf(roster, one);
        facts.lines << visibleLine(QString::fromStdString(isZh ? words.zh : words.en));
    }
    if (const auto [id, change] = model.waiting(post, time); change != nullptr) {
        facts.hasChange = true;
        addChange(model, *change, facts.lines);
    }
    if (shift != nullptr) {
        if (const model::ShiftCell* written = model.touched(post, *shift)) {
            addWritten(model, *written, facts);
        }
    }
    addDepth(model, post, time, facts.lines);
    addPhone(model, post, time, facts.lines);
    return facts;
}

namespace {

QString chargeText(const plan::Plan& plan, const model::PutInCharge& one)
{
    const auto named = [&](const PostCode& post, const std::string& name) {
        const QString text = post.empty() ? QString() : postText(plan, post);
        return (text + u' ' + visibleLine(QString::fromStdString(name))).trimmed();
    };
    const QString deputy = named(one.deputy, one.deputyName);
    const int offset = plan.utcOffsetMinutes;
    return QCoreApplication::translate("CellFacts", "In charge: %1, deputy: %2")
               .arg(
                   named(one.leader, one.leaderName),
                   deputy.isEmpty() ? QCoreApplication::translate("CellFacts", "none") : deputy)
           + QStringLiteral(" · ")
           + (one.until ? QCoreApplication::translate("CellFacts", "%1 to %2", "valid from, until")
                              .arg(dayClockText(one.from, offset), dayClockText(*one.until, offset))
                        : QCoreApplication::translate("CellFacts", "from %1 on", "valid")
                              .arg(dayClockText(one.from, offset)));
}

/// Who answers for an area now, from when to when, and who is to follow; without a word of anybody it is the plan's own post.
void addCharges(const RosterModel& model, const UnitCode& area, QStringList& lines)
{
    const model::ShiftState& state = model.shifts().state();
    const Instant now = model.now();
    if (const model::PutInCharge* standing = state.inCharge(area, now)) {
        lines << chargeText(model.plan(), *standing);
    } else {
        lines << QCoreApplication::translate("CellFacts", "In charge: %1, as the plan has it")
                     .arg(postText(model.plan(), model::answeringPost(model.plan(), area)));
    }
    const auto all = state.charges.find(area);
    if (all == state.charges.end()) {
        return;
    }
    std::vector<const model::PutInCharge*> later;
    for (const model::ShiftCharge& one : all->second) {
        if (one.told.from > now) {
            later.push_back(&one.told);
        }
    }
    std::ranges::stable_sort(later, {}, &model::PutInCharge::from);
    for (const model::PutInCharge* one : later) {
        lines << chargeText(model.plan(), *one);
    }
}

} // namespace

AreaFacts areaFacts(
    const RosterModel& model,
    const plan::Area& area,
    const std::map<IncidentId, model::IncidentPtr>& incidents)
{
    AreaFacts facts;
    const plan::Plan& plan = model.plan();
    const int offset = plan.utcOffsetMinutes;
    const Instant now = model.now();
    facts.title = QCoreApplication::translate("CellFacts", "My area: %1 %2", "number, name")
                      .arg(area.number)
                      .arg(visibleLine(nameText(area.name)));
    addCharges(model, area.unit, facts.lines);
    for (const UnitCode& unit : {area.unit, area.district}) {
        for (const roster::PostIndex post : model.book().postsOf(unit)) {
            QStringList people;
            for (const roster::PersonIndex person :
                 model.book().peopleAt(post, {now, now + Minutes(1)})) {
                people << model.fullName(person);
            }
            facts.lines << QCoreApplication::translate(
                               "CellFacts", "On duty: %1: %2", "post, names")
                               .arg(
                                   model.postText(post),
                                   people.isEmpty()
                                       ? QCoreApplication::translate("CellFacts", "nobody")
                                       : people.join(u' '));
        }
    }
    std::vector<model::IncidentPtr> open;
    for (const auto& [id, incident] : incidents) {
        if (incident->place.area == area.number
            && incident->state != model::IncidentState::Closed) {
            open.push_back(incident);
        }
    }
    std::ranges::stable_sort(open, {}, [](const model::IncidentPtr& one) {
        return one->steps.empty() ? Instant::max() : one->steps.front().due;
    });
    facts.lines << QCoreApplication::translate("CellFacts", "Open incidents: %1").arg(open.size());
    const Instant midnight = model.roster().instantOf(model.roster().localDay(now) + 1, 0);
    std::size_t due = 0;
    std::size_t listed = 0;
    for (const model::IncidentPtr& one : open) {
        const bool isDue = !one->steps.empty() && one->steps.front().due < midnight;
        due += isDue ? 1U : 0U;
        if (++listed <= kMostListed) {
            facts.lines << QCoreApplication::translate(
                               "CellFacts", "· %1 %2", "number, title of an incident")
                                   .arg(
                                       QString::fromStdString(model::shortNumber(*one)),
                                       visibleLine(QString::fromStdString(one->title)))
                               + (isDue ? u' '
                                              + QCoreApplication::translate("CellFacts", "due %1")
                                                    .arg(clockMinuteText(
                                                        one->steps.front().due, offset))
                                        : QString());
        }
    }
    if (listed > kMostListed) {
        const auto more = static_cast<int>(listed - kMostListed);
        facts.lines << QCoreApplication::translate("CellFacts", "and %n more", "incidents", more);
    }
    facts.lines << QCoreApplication::translate("CellFacts", "Due today: %1").arg(due);
    std::size_t promised = 0;
    for (const auto& [id, promise] : model.shifts().state().promises) {
        if (promise.settled
            || (promise.author.unit != area.unit && promise.made.unit != area.unit)) {
            continue;
        }
        ++promised;
        facts.lines << QCoreApplication::translate("CellFacts", "Promised: %1")
                               .arg(visibleLine(QString::fromStdString(promise.made.text)))
                           + (promise.made.until
                                  ? u' '
                                        + QCoreApplication::translate("CellFacts", "until %1")
                                              .arg(dayClockText(*promise.made.until, offset))
                                  : QString());
    }
    if (promised == 0) {
        facts.lines << QCoreApplication::translate("CellFacts", "Nothing promised is open.");
    }
    return facts;
}

} // namespace sz::widgets
