// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to a row of the sheet beside reading it: promises kept, drills planned and begun, endpoints down and up again.
#include "data/model/ShiftDuty.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/handover/PromiseLine.h"

#include <QLineEdit>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::string_view kPromise = "promise:";
constexpr std::string_view kDrill = "drill:";
constexpr std::string_view kEndpoint = "endpoint:";

/// The open matter of a unit that was touched last; null: it has none.
model::IncidentPtr
likelyIncident(const std::map<IncidentId, model::IncidentPtr>& incidents, const UnitCode& unit)
{
    model::IncidentPtr likely;
    for (const auto& [id, incident] : incidents) {
        const bool isIts = incident != nullptr && incident->state != model::IncidentState::Closed
                           && model::audienceOf(*incident).contains(unit);
        if (isIts && (likely == nullptr || likely->lastTouched < incident->lastTouched)) {
            likely = incident;
        }
    }
    return likely;
}

} // namespace

// K: what the row is about is over.
void HandoverPage::settle()
{
    const std::string row = m_list->currentRow();
    if (row.starts_with(kPromise)) {
        keepPromise(row.substr(kPromise.size()));
    } else if (row.starts_with(kDrill)) {
        endDrill(row.substr(kDrill.size()));
    } else if (row.starts_with(kEndpoint)) {
        restore(row.substr(kEndpoint.size()));
    } else {
        m_message->setText(tr("Choose the row of a promise, a drill or an endpoint first."));
    }
}

// Enter: what was promised on the telephone becomes an order with a clock of its own.
void HandoverPage::orderPromise()
{
    const std::string row = m_list->currentRow();
    const auto it = row.starts_with(kPromise)
                        ? m_desk.shift()->promises.find(row.substr(kPromise.size()))
                        : m_desk.shift()->promises.end();
    if (it == m_desk.shift()->promises.end()) {
        return;
    }
    const model::MakePromise& made = it->second.made;
    if (m_desk.incident(made.incident) != nullptr) {
        Q_EMIT orderRequested(it->first, made.incident);
        return;
    }
    m_promise = it->first;
    ask(Asking::Order);
    if (const model::IncidentPtr likely = likelyIncident(m_desk.incidents(), made.unit)) {
        const std::string number = model::incidentNumber(*likely, m_desk.plan().utcOffsetMinutes);
        m_words->setText(QString::fromStdString(number.empty() ? likely->title : number));
        m_words->selectAll();
    }
}

void HandoverPage::orderPromiseFor(const std::string& typed)
{
    const IncidentId incident = incidentCalled(typed);
    if (incident.empty()) {
        m_message->setText(
            tr("No open incident is called %1.").arg(visibleLine(QString::fromStdString(typed))));
        return;
    }
    putAway();
    Q_EMIT orderRequested(m_promise, incident);
}

// By its number; without headquarters it has none yet, so words of its title do as well.
IncidentId HandoverPage::incidentCalled(const std::string& typed) const
{
    const std::string_view word =
        std::string_view(typed).substr(std::min(typed.find_first_not_of('#'), typed.size()));
    const std::string_view digits = word.substr(std::min(word.find_first_not_of('0'), word.size()));
    const bool isNumber = word.find_first_not_of("0123456789-") == std::string_view::npos;
    const auto isCalled = [&](const model::Incident& one) {
        if (!isNumber) {
            return !word.empty() && one.title.contains(word);
        }
        return one.serial != 0
               && (std::to_string(one.serial) == digits
                   || model::incidentNumber(one, m_desk.plan().utcOffsetMinutes) == word);
    };
    const model::Incident* newest = nullptr;
    for (const auto& [id, incident] : m_desk.incidents()) {
        const bool isMeant = incident != nullptr && incident->state != model::IncidentState::Closed
                             && isCalled(*incident);
        if (isMeant && (newest == nullptr || newest->reportedAt < incident->reportedAt)) {
            newest = incident.get();
        }
    }
    return newest == nullptr ? IncidentId() : newest->id;
}

void HandoverPage::keepPromise(const std::string& promise)
{
    soonNews();
    perform(model::SettlePromise{promise, true, {}}, tr("The promise was kept"));
}

void HandoverPage::endDrill(const std::string& drill)
{
    const auto it = m_desk.shift()->drills.find(drill);
    if (it != m_desk.shift()->drills.end() && !it->second.begun) {
        m_drill = drill;
        ask(Asking::CallOff);
        return;
    }
    soonNews();
    perform(model::EndDrill{drill, {}}, tr("The drill is over"));
}

void HandoverPage::restore(const std::string& endpoint)
{
    const auto slash = endpoint.find('/');
    soonNews();
    perform(
        model::TellEndpoint{
            UnitCode(endpoint.substr(0, slash)), endpoint.substr(slash + 1), false, {}},
        tr("It works again"));
}

// What could not be read stays in the field.
void HandoverPage::planDrill(const std::string& typed)
{
    const auto read = readDrill(m_desk.plan(), typed, m_ticks.now(), m_places);
    if (!read) {
        m_message->setText(
            read.error().code == Code::MissingField ? tr("Which drill? Its name comes first.")
            : read.error().code == Code::NotFound
                ? tr("No place is called \"%1\": an area, a district, a street or 114.28,30.59.")
                      .arg(visibleLine(QString::fromStdString(read.error().detail)))
                : tr("When? Write the time last: 16:00."));
        return;
    }
    soonNews();
    const QString place = visibleLine(QString::fromStdString(read->place.text));
    // With its day: a clock that is past was taken for tomorrow's, a day that is past for next year's.
    const QString when = dayClockText(read->startsAt, m_desk.plan().utcOffsetMinutes);
    perform(
        *read, place.isEmpty()
                   ? tr("The drill is planned for %1; it names no place, so it is not on the map")
                         .arg(when)
                   : tr("The drill is planned for %1: %2", "when, where").arg(when, place));
    putAway();
}

void HandoverPage::tellEndpoint(const std::string& typed)
{
    const auto read = readEndpoint(m_desk.plan(), typed);
    if (!read) {
        m_message->setText(
            read.error().code == Code::NoSuchUnit
                ? tr("No unit is called so: begin with its name or code.")
                : tr("Which endpoint? Write it after the unit."));
        return;
    }
    soonNews();
    perform(*read, tr("It stands on the sheet until it works again"));
    putAway();
}

const model::ShiftDrill* HandoverPage::currentDrill()
{
    const std::string row = m_list->currentRow();
    const auto it = row.starts_with(kDrill) ? m_desk.shift()->drills.find(row.substr(kDrill.size()))
                                            : m_desk.shift()->drills.end();
    if (it == m_desk.shift()->drills.end()) {
        m_message->setText(tr("Choose the row of a drill first."));
        return nullptr;
    }
    return &it->second;
}

void HandoverPage::beginDrill()
{
    if (const model::ShiftDrill* drill = currentDrill()) {
        soonNews();
        perform(model::StartDrill{drill->author.entry}, tr("The drill has begun"));
    }
}

void HandoverPage::agreeToDrill()
{
    const model::ShiftDrill* drill = currentDrill();
    if (drill == nullptr) {
        return;
    }
    const auto near = model::changesInTheWay(
        m_desk.plan(), *m_desk.shift(), *drill, std::max(drill->planned.startsAt, m_ticks.now()));
    if (near.empty()) {
        m_message->setText(tr("No change of shift is near it: nobody has to agree."));
        return;
    }
    soonNews();
    perform(
        model::AgreeToDrill{drill->author.entry, near.front(), holder(near.front()).toStdString()},
        tr("The incoming chief has agreed"));
}

} // namespace sz::widgets
