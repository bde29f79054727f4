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

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::string_view kPromise = "promise:";
constexpr std::string_view kDrill = "drill:";
constexpr std::string_view kEndpoint = "endpoint:";

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
