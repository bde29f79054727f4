// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/NameKeys.h"
#include "data/plan/Places.h"
#include "data/plan/Typed.h"

#include <algorithm>
#include <array>
#include <functional>
#include <mutex>
#include <ranges>
#include <span>

namespace sz::plan {
namespace {

int scoreOf(PlaceSort sort)
{
    switch (sort) {
    case PlaceSort::Street:
        return 500;
    case PlaceSort::District:
        return 400;
    case PlaceSort::Area:
        return 300;
    case PlaceSort::DutyRoom:
        return 200;
    case PlaceSort::Community:
        return 100;
    }
    return 0;
}

struct Entry
{
    PlaceMatch match;
    NameKeys keys;
    std::vector<const NameKeys*>
        within; ///< street, area and district it lies in, for "江汉 唐家墩"
};

bool liesWithin(const Entry& entry, std::string_view word)
{
    return std::ranges::any_of(
        entry.within, [&](const NameKeys* keys) { return fitOf(word, *keys).fit >= Fit::Prefix; });
}

Name dutyRoomOf(const Name& name)
{
    Name room = name;
    room.zh += "值班室";
    room.en += " duty room";
    room.pinyin += "zhibanshi";
    room.initials += "zbs";
    room.shortZh.clear();
    room.shortEn.clear();
    return room;
}

bool canTakeOrders(const Unit& unit)
{
    return unit.kind != UnitKind::Zone && unit.kind != UnitKind::Area;
}

} // namespace

struct PlaceFinder::Impl
{
    std::shared_ptr<const Plan> plan;
    std::vector<Entry> entries;
    std::map<UnitCode, NameKeys> districtKeys;
    std::map<int, NameKeys> areaKeys;
    std::map<StreetCode, NameKeys> streetKeys;

    std::once_flag isFilled;

    explicit Impl(std::shared_ptr<const Plan> p) : plan(std::move(p)) {}

    /// About 10 ms that a console which is just starting does not have.
    void fillOnce()
    {
        std::call_once(isFilled, [this] {
            addDistricts();
            addAreas();
            addStreets();
            addCommunities();
        });
    }

    void add(PlaceSort sort, const Name& name, Place place, std::string phone = {})
    {
        place.text = name.zh;
        Entry entry{{sort, name, std::move(place), std::move(phone), 0}, keysOf(name), {}};
        entry.within = surroundings(entry.match.place, sort);
        entries.push_back(std::move(entry));
    }

    [[nodiscard]] std::vector<const NameKeys*>
    surroundings(const Place& place, PlaceSort sort) const
    {
        std::vector<const NameKeys*> within;
        if (const auto it = districtKeys.find(place.district);
            it != districtKeys.end() && sort != PlaceSort::District) {
            within.push_back(&it->second);
        }
        if (const auto it = areaKeys.find(place.area);
            it != areaKeys.end() && sort != PlaceSort::Area) {
            within.push_back(&it->second);
        }
        if (const auto it = streetKeys.find(place.street);
            it != streetKeys.end() && sort == PlaceSort::Community) {
            within.push_back(&it->second);
        }
        return within;
    }

    void addDistricts()
    {
        for (const auto& district : plan->districts) {
            districtKeys.emplace(district.code, keysOf(district.name));
            const Unit* unit = plan->unit(district.code);
            Place place;
            place.district = district.code;
            place.area = district.areas.size() == 1 ? district.areas.front() : 0;
            const auto phone = unit != nullptr ? unit->phone : std::string();
            add(PlaceSort::District, district.name, place, phone);
            add(PlaceSort::DutyRoom, dutyRoomOf(district.name), place, phone);
        }
    }

    void addAreas()
    {
        for (const auto& area : plan->areas) {
            areaKeys.emplace(area.number, keysOf(area.name));
            Place place;
            place.area = area.number;
            place.district = area.district;
            add(PlaceSort::Area, area.name, place);
        }
    }

    void addStreets()
    {
        for (const auto& street : plan->streets) {
            streetKeys.emplace(street.code, keysOf(street.name));
            Place place;
            place.point = street.seat;
            place.area = street.area;
            place.district = street.district;
            place.street = street.code;
            add(PlaceSort::Street, street.name, place, street.phone);
            if (!street.phone.empty()) {
                add(PlaceSort::DutyRoom, dutyRoomOf(street.name), place, street.phone);
            }
        }
    }

    void addCommunities()
    {
        for (const auto& community : plan->communities) {
            Place place;
            place.area = community.area;
            place.district = community.district;
            place.street = community.street;
            place.community = community.code;
            const Street* street = plan->street(community.street);
            add(PlaceSort::Community, community.name, place,
                street != nullptr ? street->phone : "");
        }
    }

    /// The last word names the place, those before it say where: "江汉 唐家墩".
    [[nodiscard]] static int scoreOfEntry(const Entry& entry, std::span<const std::string> words)
    {
        const int score = scoreOf(fitOf(words.back(), entry.keys), entry.keys);
        const bool isThere =
            std::ranges::all_of(words.first(words.size() - 1), [&](const auto& word) {
                return liesWithin(entry, word);
            });
        return score > 0 && isThere ? score + scoreOf(entry.match.sort) : 0;
    }

    /// For a pasted address: the place whose name stands in it, the longest first. 江汉区唐家墩街新湾路 12 号
    [[nodiscard]] static int scoreInAddress(const Entry& entry, std::string_view address)
    {
        constexpr std::size_t kTwoHan = 6;
        const auto& stem = entry.keys.stem;
        const bool isHan = !stem.empty() && static_cast<unsigned char>(stem.front()) >= 0xE0;
        if (!isHan || stem.size() < kTwoHan || address.find(stem) == std::string_view::npos) {
            return 0;
        }
        const int whole = address.find(entry.keys.zh) != std::string_view::npos ? 50 : 0;
        return static_cast<int>(std::min<std::size_t>(stem.size(), 60)) + whole
               + scoreOf(entry.match.sort) / 10;
    }

    /// The match says where that is; its text keeps the road and number as typed.
    [[nodiscard]] std::vector<PlaceMatch>
    inAddress(std::string_view typed, std::string_view address, std::size_t limit) const
    {
        auto result =
            best(limit, [&](const Entry& entry) { return scoreInAddress(entry, address); });
        for (auto& match : result) {
            match.place.text = typed;
            match.place.point.reset();
        }
        return result;
    }

    template <class Score>
    [[nodiscard]] std::vector<PlaceMatch> best(std::size_t limit, Score score) const
    {
        std::vector<std::pair<int, const Entry*>> found;
        for (const auto& entry : entries) {
            if (const int points = score(entry); points > 0) {
                found.emplace_back(points, &entry);
            }
        }
        std::ranges::stable_sort(found, std::greater{}, &std::pair<int, const Entry*>::first);
        std::vector<PlaceMatch> result;
        for (const auto& [points, entry] : found | std::views::take(limit)) {
            result.push_back(entry->match);
            result.back().score = points;
        }
        return result;
    }
};

PlaceFinder::PlaceFinder(std::shared_ptr<const Plan> plan)
    : m_impl(std::make_unique<Impl>(std::move(plan)))
{
}

PlaceFinder::~PlaceFinder() = default;
PlaceFinder::PlaceFinder(PlaceFinder&&) noexcept = default;

std::vector<PlaceMatch> PlaceFinder::find(std::string_view typed, std::size_t limit) const
{
    const auto words = foldedWords(typed);
    const std::array joined{folded(typed)};
    if (words.empty()) {
        return {};
    }
    m_impl->fillOnce();
    const auto byWords = [&](std::span<const std::string> parts) {
        return m_impl->best(
            limit, [&](const Entry& entry) { return Impl::scoreOfEntry(entry, parts); });
    };
    auto result = byWords(joined); // one name, maybe typed in syllables: "tang jia dun"
    if (result.empty() && words.size() > 1) {
        result = byWords(words);
    }
    return result.empty() ? m_impl->inAddress(typed, joined.front(), limit) : result;
}

std::vector<const Unit*> PlaceFinder::findUnits(std::string_view typed, std::size_t limit) const
{
    const auto word = folded(typed);
    std::vector<std::pair<int, const Unit*>> found;
    for (const auto& unit : m_impl->plan->units) {
        const auto keys = keysOf(unit.name);
        auto fits = fitOf(word, keys);
        for (const auto& alias : unit.aliases) {
            fits.add(std::max(fitOf(word, folded(alias)), Fit::None), true);
        }
        for (const auto& mark : {unit.mark, unit.markEn, unit.code.str()}) {
            if (!word.empty() && word == folded(mark)) {
                fits.add(Fit::Exact, true);
            }
        }
        if (const int points = scoreOf(fits, keys); points > 0) {
            found.emplace_back(points + (canTakeOrders(unit) ? 10'000 : 0), &unit);
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &std::pair<int, const Unit*>::first);
    std::vector<const Unit*> result;
    for (const auto& one : found | std::views::take(limit)) {
        result.push_back(one.second);
    }
    return result;
}

} // namespace sz::plan
