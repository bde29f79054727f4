// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/MapFinder.h"

#include "data/plan/AddressHead.h"
#include "data/plan/Pinyin.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <utility>

namespace sz::plan {
namespace {

constexpr double kOfMap = 0.9;
constexpr std::size_t kHan = 3; ///< bytes of one character
constexpr std::size_t kLongestName = 24 * kHan;
constexpr std::size_t kPerName = 16;      ///< rows of one long road
constexpr std::size_t kMostTried = 5'000; ///< rows whose area is asked for in one search

/// Where the characters of UTF-8 text begin, and its end.
std::vector<std::size_t> beginsOf(std::string_view text)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            out.push_back(i);
        }
    }
    out.push_back(text.size());
    return out;
}

bool isAtLeast(const PlaceMatch& match, Fit fit)
{
    return match.score > static_cast<int>(fit) * 1000 - 100; // its length is taken off (NameKeys)
}

bool isExact(const FoundPlace& found)
{
    return isAtLeast(found.match, Fit::Exact);
}

/// One name stands once an area.
using Shown = std::set<std::pair<std::string, int>>;

} // namespace

struct MapFinder::Impl
{
    explicit Impl(std::shared_ptr<const Plan> p) : plan(std::move(p)), index(plan)
    {
        for (const District& district : plan->districts) {
            districts.emplace(district.code, keysOf(district.name));
        }
        for (const Area& area : plan->areas) {
            areas.emplace(area.number, keysOf(area.name));
        }
    }

    [[nodiscard]] std::shared_ptr<const MapNames> now() const
    {
        std::function<void()> load;
        std::shared_ptr<const MapNames> result;
        {
            const std::scoped_lock lock(mutex);
            load = std::exchange(wanted, {});
            result = names;
        }
        if (load) {
            load();
        }
        return result;
    }

    [[nodiscard]] Place placeOf(const MapName& name) const
    {
        Place place;
        place.text = name.zh;
        place.point = name.at;
        place.isApproximate = name.sort != MapSort::Place; // a road has no one point
        place.area = index.areaAt(name.at);
        if (const Area* area = plan->area(place.area)) {
            place.district = area->district;
        }
        return place;
    }

    [[nodiscard]] static FoundPlace
    foundOf(const MapNames& names, std::uint32_t row, Place place, int score)
    {
        const MapName& name = names.at(row);
        const Pinyin pinyin = pinyinOf(name.zh);
        FoundPlace found;
        found.match.name = {name.zh, name.en, {}, {}, pinyin.syllables, pinyin.initials};
        found.match.place = std::move(place);
        found.match.score = score;
        found.mapSort = name.sort;
        found.source = names.sourceOf(row);
        return found;
    }

    [[nodiscard]] bool liesIn(const Place& place, std::span<const std::string> words) const
    {
        return std::ranges::all_of(words, [&](const std::string& word) {
            const auto district = districts.find(place.district);
            const auto area = areas.find(place.area);
            return (district != districts.end() && fitOf(word, district->second).fit >= Fit::Prefix)
                   || (area != areas.end() && fitOf(word, area->second).fit >= Fit::Prefix);
        });
    }

    /// The last word names the place, those before it say where: "江汉 解放大道".
    [[nodiscard]] std::vector<FoundPlace>
    byWords(const MapNames& list, std::span<const std::string> words, std::size_t limit) const
    {
        const auto before = words.first(words.size() - 1);
        const std::size_t most = before.empty() ? limit * kPerName : kMostTried;
        std::vector<FoundPlace> out;
        Shown shown;
        for (const MapNames::Hit& hit : list.find(words.back(), most)) {
            if (out.size() == limit) {
                break;
            }
            const MapName& name = list.at(hit.row);
            Place place = placeOf(name);
            if (liesIn(place, before) && shown.emplace(name.zh, place.area).second) {
                out.push_back(foundOf(list, hit.row, std::move(place), hit.score));
            }
        }
        return out;
    }

    std::shared_ptr<const Plan> plan;
    PlaceIndex index;
    std::map<UnitCode, NameKeys> districts;
    std::map<int, NameKeys> areas;
    mutable std::mutex mutex;
    std::shared_ptr<const MapNames> names;
    mutable std::function<void()> wanted;
};

MapFinder::MapFinder(std::shared_ptr<const Plan> plan)
    : m_impl(std::make_unique<Impl>(std::move(plan)))
{
}

MapFinder::~MapFinder() = default;

void MapFinder::setNames(std::shared_ptr<const MapNames> names)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->names = std::move(names);
    m_impl->wanted = {};
}

void MapFinder::whenWanted(std::function<void()> load)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->wanted = std::move(load);
}

void MapFinder::prepare() const
{
    static_cast<void>(m_impl->now());
}

std::vector<FoundPlace> MapFinder::find(std::string_view typed, std::size_t limit) const
{
    const auto words = foldedWords(typed);
    const std::array joined{folded(typed)};
    const auto names = m_impl->now();
    if (words.empty() || names == nullptr) {
        return {};
    }
    auto found = m_impl->byWords(*names, joined, limit);
    return found.empty() && words.size() > 1 ? m_impl->byWords(*names, words, limit) : found;
}

std::vector<FoundAddress> MapFinder::inAddress(std::string_view typed, std::size_t limit) const
{
    const auto names = m_impl->now();
    if (names == nullptr) {
        return {};
    }
    const AddressHead head = addressHead(m_impl->plan->city, m_impl->districts, typed);
    const std::string_view address = std::string_view(head.rest).substr(0, 4 * kLongestName);
    const auto begins = beginsOf(address);
    std::vector<FoundAddress> out;
    const auto add = [&](const std::vector<std::uint32_t>& rows, std::string_view part) {
        Shown shown;
        const std::size_t before = out.size();
        for (const std::uint32_t row : rows) {
            Place place = m_impl->placeOf(names->at(row));
            if (!shown.emplace(names->at(row).zh, place.area).second) {
                continue;
            }
            const double weight = kOfMap * districtFactor(head.district, place.district);
            place.text = typed;
            if (folded(typed) != part) {
                place.point.reset();
                place.isApproximate = true;
            }
            out.push_back(
                {Impl::foundOf(*names, row, std::move(place), 0), weight, std::string(part)});
        }
        // The same name in several areas is worth less each, those of the district named apart from the others.
        for (std::size_t i = before; i < out.size(); ++i) {
            const double weight =
                kOfMap * districtFactor(head.district, out[i].place.match.place.district);
            const auto equal = std::count_if(
                out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                [&](const FoundAddress& other) {
                    return districtFactor(head.district, other.place.match.place.district) * kOfMap
                           == weight;
                });
            out[i].confidence = weight / std::sqrt(static_cast<double>(equal));
        }
    };
    for (std::size_t from = 0; from + 2 < begins.size(); ++from) {
        // The longest name that begins here; what begins inside it is a part of it.
        for (std::size_t to = begins.size() - 1; to > from + 1; --to) {
            const std::string_view part = address.substr(begins[from], begins[to] - begins[from]);
            const bool isName = part.size() >= 2 * kHan && part.size() <= kLongestName;
            const auto rows = isName ? names->called(part) : std::vector<std::uint32_t>();
            if (!rows.empty()) {
                add(rows, part);
                from = to - 1;
                break;
            }
        }
    }
    std::ranges::stable_sort(out, std::greater{}, &FoundAddress::confidence);
    out.resize(std::min(out.size(), limit));
    return out;
}

namespace {

/// Names the plan has there, too, stand once.
void dropKnown(std::vector<FoundPlace>& mapped, const std::vector<PlaceMatch>& own)
{
    std::erase_if(mapped, [&own](const FoundPlace& found) {
        return std::ranges::any_of(own, [&found](const PlaceMatch& one) {
            return one.name.zh == found.match.name.zh && one.place.area == found.match.place.area;
        });
    });
}

double confidenceOf(const FoundPlace& found, std::string_view typed)
{
    const BestFit best = fitOf(typed, keysOf(found.match.name));
    const double tier = best.fit == Fit::Exact ? 0.95 : best.fit == Fit::Prefix ? 0.7 : 0.4;
    return kOfMap * (best.isByInitials ? tier * 0.8 : tier);
}

} // namespace

std::vector<FoundPlace> findPlaces(
    const PlaceFinder& finder,
    const MapFinder* maps,
    std::string_view typed,
    std::size_t limit)
{
    std::vector<PlaceMatch> own = finder.find(typed, limit);
    std::vector<FoundPlace> mapped =
        maps == nullptr ? std::vector<FoundPlace>() : maps->find(typed, limit);
    const bool isNamed = !own.empty() && isAtLeast(own.front(), Fit::Inside);
    if (maps != nullptr && !isNamed && (mapped.empty() || !isExact(mapped.front()))) {
        for (FoundAddress& one : maps->inAddress(typed, limit)) {
            mapped.push_back(std::move(one.place));
        }
    }
    dropKnown(mapped, own);
    // What the plan only guesses, from like names or the district alone, stands below what a map really names.
    const bool isExactOnMap = !mapped.empty() && isExact(mapped.front());
    const bool isGuess =
        !isNamed && !own.empty() && !mapped.empty()
        && (isExactOnMap || own.front().score == 0 || own.front().sort == PlaceSort::District);
    const auto strong = static_cast<std::size_t>(std::ranges::count_if(
        mapped, [](const auto& one) { return isAtLeast(one.match, Fit::Prefix); }));
    own.resize(std::min(own.size(), limit - std::min(strong, limit / 2)));
    std::vector<FoundPlace> out;
    for (PlaceMatch& match : own) {
        out.push_back({std::move(match), std::nullopt, {}});
    }
    out.insert(isGuess ? out.begin() : out.end(), mapped.begin(), mapped.end());
    out.resize(std::min(out.size(), limit));
    return out;
}

std::vector<FoundAddress> resolvePlaces(
    const PlaceFinder& finder,
    const MapFinder* maps,
    std::string_view typed,
    std::size_t limit)
{
    std::vector<FoundAddress> out;
    std::vector<PlaceMatch> own;
    for (AddressMatch& one : finder.resolve(typed, limit)) {
        own.push_back(one.match);
        out.push_back(
            {{std::move(one.match), std::nullopt, {}}, one.confidence, std::move(one.found)});
    }
    if (maps != nullptr) {
        auto mapped = maps->find(typed, limit);
        const bool isNamed = !mapped.empty() && isExact(mapped.front());
        dropKnown(mapped, own);
        for (FoundPlace& one : mapped) {
            const double confidence = confidenceOf(one, folded(typed));
            out.push_back({std::move(one), confidence, {}});
        }
        for (FoundAddress& one :
             isNamed ? std::vector<FoundAddress>() : maps->inAddress(typed, limit)) {
            out.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(out, std::greater{}, &FoundAddress::confidence);
    out.resize(std::min(out.size(), limit));
    return out;
}

} // namespace sz::plan
