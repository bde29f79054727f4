// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Newest.h"
#include "data/plan/PlaceEntries.h"
#include "data/plan/Typed.h"

#include <algorithm>
#include <array>
#include <functional>
#include <ranges>

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
    case PlaceSort::KeyPlace:
        return 180;
    case PlaceSort::Resource:
        return 150;
    case PlaceSort::Community:
        return 100;
    }
    return 0;
}

bool liesWithin(const PlaceEntry& entry, std::string_view word)
{
    return std::ranges::any_of(
        entry.within, [&](const NameKeys* keys) { return fitOf(word, *keys).fit >= Fit::Prefix; });
}

/// The last word names the place, those before it say where: "江汉 唐家墩".
int scoreOfEntry(const PlaceEntry& entry, std::span<const std::string> words)
{
    const int score = scoreOf(fitOf(words.back(), entry.keys), entry.keys);
    const bool isThere = std::ranges::all_of(
        words.first(words.size() - 1), [&](const auto& word) { return liesWithin(entry, word); });
    return score > 0 && isThere ? score + scoreOf(entry.match.sort) : 0;
}

/// The place whose name stands in the address, the longest first. 江汉区唐家墩街新湾路 12 号
int scoreInAddress(const PlaceEntry& entry, std::string_view address)
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

bool canTakeOrders(const Unit& unit)
{
    return unit.kind != UnitKind::Zone && unit.kind != UnitKind::Area;
}

} // namespace

template <class Score>
std::vector<PlaceMatch> PlaceFinder::Impl::best(std::size_t limit, Score score) const
{
    std::vector<std::pair<int, const PlaceEntry*>> found;
    const auto look = [&](const std::vector<PlaceEntry>& list) {
        for (const PlaceEntry& entry : list) {
            if (const int points = score(entry); points > 0) {
                found.emplace_back(points, &entry);
            }
        }
    };
    look(entries);
    const auto more = extrasNow();
    if (more != nullptr) {
        look(*more);
    }
    std::ranges::stable_sort(found, std::greater{}, &std::pair<int, const PlaceEntry*>::first);
    const auto known = shapesNow();
    std::vector<PlaceMatch> result;
    for (const auto& [points, entry] : found | std::views::take(limit)) {
        result.push_back(entry->match);
        result.back().score = points;
        Place& place = result.back().place;
        const CommunityShape* shape =
            known != nullptr ? known->community(place.community) : nullptr;
        if (shape != nullptr && !place.point) {
            place.point = shape->seat;
        }
    }
    return result;
}

std::vector<PlaceMatch>
PlaceFinder::Impl::byWords(std::span<const std::string> words, std::size_t limit) const
{
    return best(limit, [&](const PlaceEntry& entry) { return scoreOfEntry(entry, words); });
}

/// The match says where that is; its text keeps the road and number as typed.
std::vector<PlaceMatch> PlaceFinder::Impl::inAddress(
    std::string_view typed,
    std::string_view address,
    std::size_t limit) const
{
    auto result =
        best(limit, [&](const PlaceEntry& entry) { return scoreInAddress(entry, address); });
    for (auto& match : result) {
        match.place.text = typed;
        match.place.point.reset();
    }
    return result;
}

struct PlaceFinder::Shelf
{
    Newest<Impl> plans;
};

PlaceFinder::PlaceFinder(std::shared_ptr<const Plan> plan)
    : m_shelf(new Shelf{Newest<Impl>(std::make_unique<Impl>(std::move(plan)))})
{
}

PlaceFinder::Impl& PlaceFinder::impl() const
{
    return *m_shelf->plans;
}

void PlaceFinder::setPlan(std::shared_ptr<const Plan> plan) const
{
    auto next = std::make_unique<Impl>(std::move(plan));
    std::vector<ExtraPlace> extras;
    {
        const Impl& now = impl();
        const std::scoped_lock lock(now.extrasMutex);
        extras = now.extraPlaces;
        next->shapes = now.shapes;
    }
    next->setExtras(extras);
    m_shelf->plans.put(std::move(next));
}

void PlaceFinder::setShapes(std::shared_ptr<const PlaceShapes> shapes) const
{
    Impl& now = impl();
    const std::scoped_lock lock(now.extrasMutex);
    now.shapes = std::move(shapes);
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
    Impl& now = impl();
    now.fillOnce();
    auto result = now.byWords(joined, limit); // one name, maybe in syllables: "tang jia dun"
    if (result.empty() && words.size() > 1) {
        result = now.byWords(words, limit);
    }
    if (result.empty()) {
        result = now.inAddress(typed, joined.front(), limit);
    }
    if (result.empty()) { // a road speaks for the places that are called like it
        for (AddressMatch& candidate : resolve(typed, limit)) {
            result.push_back(std::move(candidate.match));
        }
    }
    return result;
}

std::vector<const Unit*> PlaceFinder::findUnits(std::string_view typed, std::size_t limit) const
{
    const auto word = folded(typed);
    std::vector<std::pair<int, const Unit*>> found;
    for (const auto& unit : impl().plan->units) {
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
