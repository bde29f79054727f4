// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Address text to candidates. The confidence is a rule of thumb, made of what the address names:
//   the whole name of a place 0.95, its stem 0.8, a road called like it 0.6, a road its name begins with 0.5, a district 0.3;
//   the district of the place named, too: as it is; no district named: times 0.85; another one named: times 0.2;
//   several places with equal claims share: divided by the square root of their number.
#include "data/plan/AddressHead.h"
#include "data/plan/PlaceEntries.h"
#include "data/plan/Typed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace sz::plan {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHan = 3; ///< bytes of one character
constexpr std::size_t kTwoHan = 2 * kHan;

constexpr std::array kRoadEnds{"大道"sv, "大街"sv, "小路"sv, "小街"sv, "支路"sv,
                               "横路"sv, "一路"sv, "二路"sv, "三路"sv, "路"sv,
                               "街"sv,   "巷"sv,   "弄"sv,   "里"sv,   "道"sv};

struct Claim
{
    const PlaceEntry* entry = nullptr;
    double weight = 0;
    std::string found;
};

bool isHan(std::string_view text)
{
    return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE0;
}

/// "江汉区银松小路8号" as it is searched: the parts in their order.
struct Address
{
    UnitCode district; ///< named in it; may be empty
    std::string rest;  ///< behind the district's name
    std::string road;  ///< stem of the road named in the rest: "银松"; may be empty
};

/// What stands before the first generic part of a road; a house number follows it or nothing.
std::string roadIn(std::string_view rest)
{
    std::size_t first = std::string_view::npos;
    for (const std::string_view end : kRoadEnds) {
        const auto at = rest.find(end, kTwoHan); // a stem has two characters at least
        if (at != std::string_view::npos) {
            first = std::min(first, at);
        }
    }
    if (first == std::string_view::npos || first % kHan != 0 || !isHan(rest)) {
        return {};
    }
    return std::string(rest.substr(0, first));
}

Address
parsed(const Name& city, const std::map<UnitCode, NameKeys>& districts, std::string_view typed)
{
    AddressHead head = addressHead(city, districts, typed);
    Address out{std::move(head.district), std::move(head.rest), {}};
    out.road = roadIn(out.rest);
    return out;
}

Claim claimOf(const Address& address, const PlaceEntry& entry)
{
    const std::string& stem = entry.keys.stem;
    Claim claim{&entry, 0, {}};
    const auto set = [&claim](double weight, std::string_view found) {
        claim.weight = weight;
        claim.found = found;
    };
    const PlaceSort sort = entry.match.sort;
    if (sort == PlaceSort::District) {
        if (entry.match.place.district == address.district) {
            set(address.rest.empty() ? 0.95 : 0.3, entry.keys.zh);
        }
        return claim; // already without the factor
    }
    if (sort == PlaceSort::DutyRoom || !isHan(stem)) {
        return claim;
    }
    if (address.rest.find(entry.keys.zh) != std::string::npos) {
        set(0.95, entry.keys.zh);
    } else if (address.road == stem) {
        set(0.6, stem);
    } else if (stem.size() >= kTwoHan && address.rest.find(stem) != std::string::npos) {
        // "新湾路" names the road 新湾, not whatever else is called 新湾
        set(address.road.find(stem) == std::string::npos ? 0.8 : 0.5, stem);
    } else if (address.road.size() >= kTwoHan && stem.starts_with(address.road)) {
        set(0.5, address.road);
    }
    claim.weight *= districtFactor(address.district, entry.match.place.district);
    return claim;
}

/// The same name several times is worth less each.
void share(std::vector<Claim>& claims)
{
    std::map<std::pair<std::string, int>, int> equal;
    const auto key = [](const Claim& claim) {
        return std::pair(claim.found, static_cast<int>(claim.weight * 1000));
    };
    for (const Claim& claim : claims) {
        ++equal[key(claim)];
    }
    std::vector<double> weights;
    for (const Claim& claim : claims) {
        weights.push_back(claim.weight / std::sqrt(equal.at(key(claim))));
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        claims[i].weight = weights[i];
    }
}

/// A name typed alone, in any way: the tier of its fit.
double confidenceOf(const PlaceMatch& match, std::string_view typed)
{
    const BestFit best = fitOf(folded(typed), keysOf(match.name));
    const double tier = best.fit == Fit::Exact ? 0.95 : best.fit == Fit::Prefix ? 0.7 : 0.4;
    return best.isByInitials ? tier * 0.8 : tier;
}

void cut(std::string& text, std::string_view part)
{
    if (text.starts_with(part)) {
        text.erase(0, part.size());
    }
}

} // namespace

AddressHead
addressHead(const Name& city, const std::map<UnitCode, NameKeys>& districts, std::string_view typed)
{
    AddressHead out{{}, folded(typed)};
    const std::string cityName = folded(city.zh);
    cut(out.rest, cityName);
    cut(out.rest, stemOf(cityName));
    cut(out.rest, "市");
    for (const auto& [code, keys] : districts) {
        for (const std::string_view name :
             {std::string_view(keys.zh), std::string_view(keys.shortZh),
              std::string_view(keys.stem)}) {
            if (out.district.empty() && isHan(name) && out.rest.starts_with(name)) {
                out.district = code;
                cut(out.rest, name);
                cut(out.rest, "区");
            }
        }
    }
    return out;
}

double districtFactor(const UnitCode& named, const UnitCode& of)
{
    if (named.empty()) {
        return 0.85;
    }
    return of == named ? 1.0 : 0.2;
}

std::vector<AddressMatch> PlaceFinder::resolve(std::string_view typed, std::size_t limit) const
{
    const std::array joined{folded(typed)};
    if (joined.front().empty()) {
        return {};
    }
    Impl& now = impl(); // one plan for all of the answer
    now.fillOnce();
    std::vector<AddressMatch> result;
    for (PlaceMatch& match : now.byWords(joined, limit)) {
        const double confidence = confidenceOf(match, joined.front());
        result.push_back({std::move(match), confidence, {}});
    }
    if (!result.empty()) {
        std::ranges::stable_sort(result, std::greater{}, &AddressMatch::confidence);
        return result;
    }
    const Address address = parsed(now.plan->city, now.districtKeys, typed);
    const auto extras = now.extrasNow();
    std::vector<Claim> claims;
    const auto look = [&](const std::vector<PlaceEntry>& entries) {
        for (const PlaceEntry& entry : entries) {
            if (Claim claim = claimOf(address, entry); claim.weight > 0) {
                claims.push_back(std::move(claim));
            }
        }
    };
    look(now.entries);
    if (extras != nullptr) {
        look(*extras);
    }
    share(claims);
    std::ranges::stable_sort(claims, std::greater{}, &Claim::weight);
    claims.resize(std::min(claims.size(), limit));
    for (const Claim& claim : claims) {
        AddressMatch match{claim.entry->match, claim.weight, claim.found};
        match.match.place.text = typed;
        // the house is not where the street's seat or the place of the same name is
        if (folded(typed) != claim.entry->keys.zh) {
            match.match.place.point.reset();
            match.match.place.isApproximate = true;
        }
        result.push_back(std::move(match));
    }
    return result;
}

} // namespace sz::plan
