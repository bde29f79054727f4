// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/PlanWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/Measure.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

constexpr std::size_t kMostTold = 2;   ///< seats
constexpr std::size_t kMostFaults = 1; ///< the largest: the next is told once it is gone
const QDate kEpoch(1970, 1, 1);

QString areasText(const plan::Plan& plan, const std::vector<int>& areas)
{
    QStringList names;
    for (const int number : areas) {
        names << areaText(plan, number);
    }
    return names.join(Say::tr(", ", "between areas"));
}

QString byText(const plan::Plan& plan, const model::PlanAuthor& author)
{
    return Say::tr("%1, %2", "who, when")
        .arg(
            whoText(plan, author.unit, author.post),
            dateText(author.at, plan.utcOffsetMinutes) + QLatin1Char(' ')
                + clockText(author.at, plan.utcOffsetMinutes));
}

QString decidedText(const plan::Plan& plan, const model::PlanProposal& one)
{
    const QString by = byText(plan, one.decidedBy);
    switch (one.state) {
    case model::ProposalState::Approved:
        return Say::tr("Approved: %1").arg(by);
    case model::ProposalState::Refused:
        return Say::tr("Refused: %1").arg(by);
    case model::ProposalState::Withdrawn:
        return Say::tr("Withdrawn: %1").arg(by);
    case model::ProposalState::Waiting:
        break;
    }
    return Say::tr("Waits for the approval of another person");
}

} // namespace

QString coverText(const plan::Plan& plan, const plan::CoverFault& fault)
{
    const QString who = areasText(plan, fault.areas);
    const QString where =
        QStringLiteral("%1 %2").arg(fault.at.lon, 0, 'f', 4).arg(fault.at.lat, 0, 'f', 4);
    const QString size = squareText(fault.squareMetres);
    switch (fault.sort) {
    case plan::CoverSort::Gap:
        return Say::tr("Uncovered: %1 beside %2, at %3").arg(size, who, where);
    case plan::CoverSort::Overlap:
        return Say::tr("Overlap of %1: %2, at %3").arg(size, who, where);
    case plan::CoverSort::Beyond:
        return Say::tr("%2 reaches %1 beyond its district, at %3").arg(size, who, where);
    case plan::CoverSort::Crossed:
        break;
    }
    return Say::tr("The outline of %1 crosses itself").arg(who);
}

QString coverText(const plan::Plan& plan, const std::vector<plan::CoverFault>& faults)
{
    if (faults.empty()) {
        return Say::tr("Covered: no hole, no overlap over %1")
            .arg(squareText(plan::kCoverToleranceM2));
    }
    QStringList told;
    for (std::size_t i = 0; i < std::min(faults.size(), kMostFaults); ++i) {
        told << coverText(plan, faults[i]);
    }
    if (faults.size() > kMostFaults) {
        told << Say::tr("%n more", nullptr, static_cast<int>(faults.size() - kMostFaults));
    }
    return told.join(QStringLiteral(" · "));
}

QString seatsText(const plan::Plan& plan, const std::vector<plan::StraySeat>& seats)
{
    if (seats.empty()) {
        return {};
    }
    QStringList told;
    for (std::size_t i = 0; i < std::min(seats.size(), kMostTold); ++i) {
        const plan::Street* street = plan.street(seats[i].street);
        told << Say::tr("%1 (seat in %2)", "street, area")
                    .arg(
                        street == nullptr ? QString() : nameText(street->name),
                        areaText(plan, seats[i].liesIn));
    }
    if (seats.size() > kMostTold) {
        told << Say::tr("%n more", nullptr, static_cast<int>(seats.size() - kMostTold));
    }
    return Say::tr("To look at: the seat lies in another area than the street: %1")
        .arg(told.join(Say::tr(", ", "between areas")));
}

QString refusalText(plan::EditRefusal why)
{
    switch (why) {
    case plan::EditRefusal::DistrictBorder:
        return Say::tr("This corner lies on a district's border: that is not the plan's to move");
    case plan::EditRefusal::Junction:
        return Say::tr("Three areas meet at this corner: move it, it cannot be removed");
    case plan::EditRefusal::TooFew:
        return Say::tr("An outline needs three corners");
    case plan::EditRefusal::Taken:
        return Say::tr("Another corner is there already");
    case plan::EditRefusal::NoSuchCorner:
        break;
    }
    return Say::tr("Choose a corner first: click it, or Page Down");
}

QString stateText(model::ProposalState state)
{
    switch (state) {
    case model::ProposalState::Approved:
        return Say::tr("approved");
    case model::ProposalState::Refused:
        return Say::tr("refused");
    case model::ProposalState::Withdrawn:
        return Say::tr("withdrawn");
    case model::ProposalState::Waiting:
        break;
    }
    return Say::tr("to approve");
}

QString changeText(const plan::Plan& plan, const plan::AreaChange& change)
{
    std::vector<int> areas;
    for (const plan::AreaOutline& one : change.outlines) {
        areas.push_back(one.area);
    }
    QStringList parts;
    if (!areas.empty()) {
        parts << areasText(plan, areas);
    }
    if (!change.streets.empty()) {
        parts << Say::tr("%n streets", nullptr, static_cast<int>(change.streets.size()));
    }
    return parts.join(QStringLiteral(" · "));
}

QString movesText(const plan::Plan& plan, const plan::AreaChange& change)
{
    QStringList lines;
    for (const plan::StreetMove& move : change.streets) {
        const plan::Street* street = plan.street(move.street);
        lines << Say::tr("%1 → %2", "street, area")
                     .arg(
                         street == nullptr ? visibleLine(QString::fromStdString(move.street.value))
                                           : nameText(street->name),
                         areaText(plan, move.area));
    }
    return lines.join(QLatin1Char('\n'));
}

QString historyText(const plan::Plan& plan, const model::PlanProposal& proposal)
{
    QStringList lines;
    lines << Say::tr("Proposed: %1").arg(byText(plan, proposal.author));
    lines << visibleLine(QString::fromStdString(proposal.asked->reason));
    const QString moves = movesText(plan, proposal.asked->change);
    if (!moves.isEmpty()) {
        lines << moves;
    }
    lines << decidedText(plan, proposal);
    if (!proposal.words.empty()) {
        lines << visibleLine(QString::fromStdString(proposal.words));
    }
    return lines.join(QLatin1Char('\n'));
}

QDate localDate(const plan::Plan& plan, Instant at)
{
    return kEpoch.addDays(plan.calendar.localDay(at));
}

std::int64_t dayOf(const QDate& date)
{
    return kEpoch.daysTo(date);
}

} // namespace sz::widgets
