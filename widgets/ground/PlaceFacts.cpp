// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/PlaceFacts.h"

#include "data/geo/CoordinateSystem.h"
#include "data/model/ShiftDuty.h"
#include "widgets/ground/Measure.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/RosterFacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <format>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(PlaceFacts)
};

class Gathering
{
public:
    explicit Gathering(const PlaceQuery& query) : m_q(query) {}

    PlaceFacts run()
    {
        m_facts.place = m_q.index.placeAt(m_q.at);
        m_facts.place.point = m_q.at;
        m_facts.place.isApproximate = false;
        addWho();
        addNear();
        addIncidents();
        return std::move(m_facts);
    }

private:
    void addWho()
    {
        const plan::Area* area = m_q.plan.area(m_facts.place.area);
        const QString point =
            QString::fromStdString(std::format("{:.5f} {:.5f}", m_q.at.lon, m_q.at.lat));
        if (area == nullptr) {
            m_facts.title = Say::tr("Outside the city's areas");
            m_facts.where = point;
            return;
        }
        const plan::Zone* zone = m_q.plan.zone(area->zone);
        const plan::District* district = m_q.plan.district(area->district);
        m_facts.title = areaText(m_q.plan, area->number);
        QStringList where;
        if (zone != nullptr) {
            where << nameText(zone->name);
        }
        if (district != nullptr) {
            where << nameText(district->name);
        }
        m_facts.where = (where << point).join(QStringLiteral(" · "));
        if (zone != nullptr) {
            addDuty(Say::tr("Zone"), zone->unit);
        }
        addDuty(Say::tr("Area leader"), area->unit);
        addDuty(Say::tr("District"), area->district);
        addStreet();
        addCommunity();
    }

    void addDuty(const QString& label, const UnitCode& unit)
    {
        const auto duties = model::dutiesOf(m_q.plan, m_q.acts, unit, m_q.now);
        if (duties.empty()) {
            m_facts.who.push_back({label, Say::tr("no post in the plan")});
            return;
        }
        const plan::Duty& duty = duties.front();
        // A district is told its own roster only, and of every area who was put in charge.
        const bool isTold =
            m_q.desk == UnitCode("HQ") || m_q.desk == unit
            || (m_q.acts != nullptr && m_q.acts->inCharge(unit, m_q.now) != nullptr);
        const bool isByPlan = m_q.acts != nullptr && !isTold;
        const QString holder = holderText(duty);
        m_facts.who.push_back(
            {label, isByPlan ? Say::tr("%1 (by the plan)", "who is on duty").arg(holder) : holder,
             phoneText(m_q.plan, duty), duty.holderZh.empty() && !duty.isOff});
    }

    /// By its outline it is a fact; where the plan has only seats the nearest one is told with its distance.
    void addStreet()
    {
        const plan::Street* street = m_q.plan.street(m_facts.place.street);
        if (street != nullptr && m_q.shapes != nullptr
            && plan::isByOutline(m_facts.place, *m_q.shapes)) {
            m_facts.who.push_back(
                {Say::tr("Street"), nameText(street->name), QString::fromStdString(street->phone)});
            return;
        }
        if (street == nullptr || !street->seat) {
            m_facts.who.push_back({Say::tr("Street"), Say::tr("no seat known around here")});
            return;
        }
        m_facts.who.push_back(
            {Say::tr("Street"),
             Say::tr("%1, nearest known seat, %2")
                 .arg(nameText(street->name), lengthText(distanceMetres(m_q.at, *street->seat))),
             QString::fromStdString(street->phone)});
    }

    void addCommunity()
    {
        const auto known = std::ranges::find(
            m_q.plan.communities, m_facts.place.community, &plan::Community::code);
        if (known != m_q.plan.communities.end()) {
            m_facts.who.push_back({Say::tr("Community"), nameText(known->name)});
            return;
        }
        if (m_q.shapes != nullptr && !m_q.shapes->communities().empty()) {
            m_facts.who.push_back(
                {Say::tr("Community"), Say::tr("in none of the outlines the plan has")});
            return;
        }
        const auto count = static_cast<int>(std::ranges::count(
            m_q.plan.communities, m_facts.place.street, &plan::Community::street));
        const bool hasStreet = !m_facts.place.street.empty();
        m_facts.who.push_back(
            {Say::tr("Community"),
             hasStreet
                 ? Say::tr("one of %n of that street; the plan has no outlines", nullptr, count)
                 : Say::tr("the plan has no outlines")});
    }

    void addNear()
    {
        struct Found
        {
            double metres;
            PlaceLine line;
        };
        std::vector<Found> found;
        const auto add = [&](const QString& name, Wgs84 at, const QString& phone, int radius) {
            const double metres = distanceMetres(m_q.at, at);
            const bool isInside = radius > 0 && metres <= radius;
            found.push_back(
                {metres,
                 {lengthText(metres),
                  isInside ? Say::tr("%1, inside its circle of %2").arg(name, lengthText(radius))
                           : name,
                  phone,
                  false,
                  {},
                  at}});
        };
        for (const plan::KeyPlace& key : m_q.plan.keyPlaces) {
            add(nameText(key.name), key.point, {}, key.radiusMetres);
        }
        std::vector<std::pair<double, const NearPlace*>> others;
        for (const NearPlace& place : m_q.places) {
            others.emplace_back(distanceMetres(m_q.at, place.at), &place);
        }
        const auto most = std::min(others.size(), PlaceFacts::kMostNear);
        std::ranges::partial_sort(
            others, others.begin() + static_cast<std::ptrdiff_t>(most), {},
            &std::pair<double, const NearPlace*>::first);
        for (std::size_t i = 0; i < most; ++i) {
            const NearPlace& place = *others[i].second;
            add(place.name, place.at, place.phone, place.radiusMetres);
        }
        std::ranges::stable_sort(found, {}, &Found::metres);
        for (std::size_t i = 0; i < std::min(found.size(), PlaceFacts::kMostNear); ++i) {
            m_facts.near.push_back(std::move(found[i].line));
        }
    }

    void addIncidents()
    {
        std::vector<std::pair<double, const model::Incident*>> near;
        for (const auto& [id, incident] : m_q.incidents) {
            if (incident->state == model::IncidentState::Closed) {
                continue;
            }
            if (!incident->place.point) {
                m_facts.openWithoutPoint +=
                    m_facts.place.area != 0 && incident->place.area == m_facts.place.area ? 1 : 0;
                continue;
            }
            const double metres = distanceMetres(m_q.at, *incident->place.point);
            if (metres <= m_q.reachMetres) {
                near.emplace_back(metres, incident.get());
            }
        }
        m_facts.openNear = static_cast<int>(near.size());
        std::ranges::stable_sort(near, {}, &std::pair<double, const model::Incident*>::first);
        for (std::size_t i = 0; i < std::min(near.size(), PlaceFacts::kMostIncidents); ++i) {
            const model::Incident& incident = *near[i].second;
            const model::Lamp lamp = incident.lampAt(m_q.now);
            const QString word = lampWord(lamp);
            QString text = QStringLiteral("%1 %2 %3")
                               .arg(
                                   gradeLetter(incident.grade), shortNumberText(incident),
                                   titleText(incident));
            m_facts.incidents.push_back(
                {lengthText(near[i].first),
                 word.isEmpty() ? text : text + QStringLiteral(" · ") + word,
                 {},
                 lamp == model::Lamp::Late,
                 incident.id});
        }
    }

    const PlaceQuery& m_q;
    PlaceFacts m_facts;
};

} // namespace

PlaceFacts placeFacts(const PlaceQuery& query)
{
    return Gathering(query).run();
}

QString byRoadText(const QString& name, const roads::Drive& drive)
{
    const int minutes = std::max(1, static_cast<int>(std::ceil(drive.seconds / 60)));
    return Say::tr("%1 · %2 min by road, %3", "name, minutes, length")
        .arg(name, QString::number(minutes), lengthText(drive.metres));
}

QString coordinateText(Wgs84 at, const QString& system)
{
    const auto to = geo::systemFrom(system.toStdString());
    if (!to) {
        return {};
    }
    const geo::Pair pair = geo::fromWgs84(at, *to);
    const int digits = to->isPlane() ? 2 : 6;
    return QString::fromStdString(
        std::format("{:.{}f}, {:.{}f}", pair.first, digits, pair.second, digits));
}

QString nearFilter(Wgs84 at, double metres)
{
    return QString::fromStdString(std::format("{:.0f}m@{:.6f}/{:.6f}", metres, at.lon, at.lat));
}

} // namespace sz::widgets
