// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/FindHits.h"

#include "data/store/search/Words.h"
#include "widgets/actions/DutyWords.h"
#include "widgets/actions/IncidentFinder.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/MapWords.h"
#include "widgets/models/TypedPoints.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr std::size_t kIncidents = 6;
constexpr std::size_t kOrders = 4;
constexpr std::size_t kUnits = 3;
constexpr std::size_t kPosts = 4;
constexpr std::size_t kPlaces = 4;
constexpr std::size_t kCommands = 6;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(FindHits)
};

class Finder
{
public:
    Finder(const QString& typed, const FindContext& context)
        : m_typed(typed.trimmed().toStdString()), m_c(context)
    {
    }

    std::vector<FindHit> all()
    {
        if (m_typed.empty()) {
            views();
            commands(m_c.commands.size());
            return std::move(m_hits);
        }
        incidents();
        views();
        units();
        people();
        points();
        places();
        commands(kCommands);
        return std::move(m_hits);
    }

private:
    [[nodiscard]] bool isIn(const std::string& words) const
    {
        return store::hasWords(m_typed, words, store::Initials().of(words));
    }

    // As the board's own search finds them (IncidentFinder), open ones before closed.
    void incidents()
    {
        std::vector<model::IncidentPtr> open;
        std::vector<model::IncidentPtr> closed;
        for (const auto& [id, incident] : m_c.incidents) {
            (incident->state == model::IncidentState::Closed ? closed : open).push_back(incident);
        }
        const QString typed = QString::fromStdString(m_typed);
        auto found = IncidentFinder(m_c.plan, open).find(typed, kIncidents);
        const auto over = IncidentFinder(m_c.plan, closed).find(typed, kIncidents - found.size());
        found.insert(found.end(), over.begin(), over.end());
        for (const auto& incident : found) {
            m_hits.push_back(
                {FindSort::Incident,
                 Say::tr("%1 %2", "number, title")
                     .arg(shortNumberText(*incident), titleText(*incident)),
                 Say::tr("%1 · %2", "state, place")
                     .arg(stateText(incident->state), placeText(m_c.plan, incident->place)),
                 incident->lampAt(m_c.now) == model::Lamp::Late, incident->id});
        }
    }

    void units()
    {
        const auto found = m_c.finder.findUnits(m_typed, kUnits);
        for (const plan::Unit* unit : found) {
            FindHit hit{
                FindSort::Unit, nameText(unit->name),
                dutyText(m_c.plan, unit->code, m_c.now, m_c.acts)};
            hit.unit = unit->code;
            m_hits.push_back(std::move(hit));
        }
        if (!found.empty()) {
            posts(found.front()->code);
            orders(found.front()->code);
        }
    }

    void posts(const UnitCode& unit)
    {
        auto lines = dutyLines(m_c.plan, unit, m_c.now, uiLanguage(), m_c.acts);
        lines.resize(std::min(lines.size(), kPosts));
        for (const DutyLine& line : lines) {
            addDuty(line);
        }
    }

    void addDuty(const DutyLine& line)
    {
        FindHit hit{
            FindSort::Duty,
            line.isGap ? Say::tr("%1: %2", "post, that nobody holds it").arg(line.post, line.holder)
                       : line.holder,
            line.phone.isEmpty()
                ? line.until
                : Say::tr("%1 · %2", "telephone, until when").arg(line.phone, line.until),
            line.isGap};
        hit.phone = line.phone;
        m_hits.push_back(std::move(hit));
    }

    /// By their own names; those of a unit that was found stand there already.
    void people()
    {
        std::size_t left = kPosts;
        for (const DutyLine& line : m_c.people) {
            const bool isShown = std::ranges::any_of(m_hits, [&](const FindHit& hit) {
                return hit.sort == FindSort::Duty && hit.title == line.holder;
            });
            if (left > 0 && !line.isGap && !isShown && isIn(line.holder.toStdString())) {
                --left;
                addDuty(line);
            }
        }
    }

    void orders(const UnitCode& unit)
    {
        std::size_t left = kOrders;
        for (const auto& [id, incident] : m_c.incidents) {
            for (const model::Order& order : incident->orders) {
                if (left > 0 && order.unit == unit && order.isOpen()) {
                    --left;
                    m_hits.push_back(
                        {FindSort::Order,
                         Say::tr("%1 · %2 %3", "unit, number, title")
                             .arg(
                                 unitText(m_c.plan, unit), shortNumberText(*incident),
                                 titleText(*incident)),
                         unitStateWord(unitState(order.state)),
                         order.finishDue(m_c.plan.calendar) <= m_c.now, incident->id});
                }
            }
        }
    }

    void points()
    {
        const auto typed = QString::fromStdString(m_typed);
        for (TypedPoint& one : m_c.index == nullptr ? std::vector<TypedPoint>()
                                                    : typedPoints(m_c.plan, *m_c.index, typed)) {
            const plan::Area* area = m_c.plan.area(one.place.area);
            FindHit hit{
                FindSort::Place, visibleLine(QString::fromStdString(one.place.text)),
                area == nullptr
                    ? Say::tr("%1 · outside the city's areas", "coordinate system").arg(one.system)
                    : Say::tr("%1 · area %2 %3", "coordinate system, number, name")
                          .arg(
                              one.system, QString::number(area->number),
                              shortNameText(area->name))};
            hit.place = std::move(one.place);
            m_hits.push_back(std::move(hit));
        }
    }

    void places()
    {
        const auto places = plan::findPlaces(m_c.finder, m_c.maps, m_typed, kPlaces);
        const AddressWords address(m_c.finder, m_c.maps, places, m_typed);
        for (const plan::FoundPlace& found : places) {
            FindHit hit{
                FindSort::Place, visibleLine(nameText(found.match.name)),
                whereText(found, address)};
            hit.place = found.match.place;
            m_hits.push_back(std::move(hit));
        }
    }

    /// Area and district: the place's own words are its author's, in one language.
    [[nodiscard]] QString
    whereText(const plan::FoundPlace& found, const AddressWords& address) const
    {
        const plan::Area* area = m_c.plan.area(found.match.place.area);
        const QString district = unitText(m_c.plan, found.match.place.district);
        QStringList where{
            area == nullptr
                ? district
                : Say::tr("area %1 %2 · %3", "number, name, district")
                      .arg(QString::number(area->number), shortNameText(area->name), district)};
        where << baseMapText(found) << address.of(found);
        where.removeAll(QString());
        return where.join(QStringLiteral(" · "));
    }

    void views()
    {
        for (std::size_t i = 0; i < m_c.views.size(); ++i) {
            const FindCommand& view = m_c.views[i];
            const QString words = view.label + u'\n' + view.keys;
            if (m_typed.empty() || isIn(words.toStdString())) {
                FindHit hit{FindSort::View, view.label, view.keys};
                hit.command = static_cast<int>(i);
                m_hits.push_back(std::move(hit));
            }
        }
    }

    void commands(std::size_t most)
    {
        for (std::size_t i = 0; i < m_c.commands.size() && most > 0; ++i) {
            const FindCommand& command = m_c.commands[i];
            const QString words = command.label + u'\n' + command.keys + u'\n' + command.words;
            if (m_typed.empty() || isIn(words.toStdString())) {
                --most;
                FindHit hit{FindSort::Command, command.label, command.keys};
                hit.command = static_cast<int>(i);
                m_hits.push_back(std::move(hit));
            }
        }
    }

    std::string m_typed;
    const FindContext& m_c;
    std::vector<FindHit> m_hits;
};

} // namespace

QString findSortWord(FindSort sort)
{
    switch (sort) {
    case FindSort::Incident:
        return Say::tr("incident", "sort of what was found");
    case FindSort::Order:
        return Say::tr("order", "sort of what was found");
    case FindSort::Unit:
        return Say::tr("unit", "sort of what was found");
    case FindSort::Duty:
        return Say::tr("on duty", "sort of what was found");
    case FindSort::Place:
        return Say::tr("place", "sort of what was found");
    case FindSort::View:
        return Say::tr("view", "sort of what was found: a named view of the board");
    case FindSort::Command:
        return Say::tr("key", "sort of what was found: what a key does");
    }
    return {};
}

std::vector<FindHit> findHits(const QString& typed, const FindContext& context)
{
    return Finder(typed, context).all();
}

} // namespace sz::widgets
