// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/RosterNames.h"

#include "data/plan/Typed.h"

#include <algorithm>

namespace sz::roster {
namespace {

/// What the mapping says of a word, or the word.
const std::string& meaning(const std::map<std::string, std::string>& words, const std::string& word)
{
    const auto it = words.find(word);
    return it == words.end() ? word : it->second;
}

/// The rotation that counts for the post on a day in normal times, else the first.
const Rotation* rotationOf(const Roster& roster, PostIndex post, Day day)
{
    const auto& turns = roster.posts[post].turns;
    const auto it = std::ranges::find_if(
        turns, [&](const Turn& one) { return !one.mode && one.validity.holds(day); });
    const auto chosen = it == turns.end() ? turns.begin() : it;
    return chosen == turns.end() ? nullptr : &roster.rotations[chosen->rotation];
}

/// 3: the very name; 2: its beginning ("白"); 1: it is in the word ("白班（8:30起）"); 0: not this one.
int fit(const ShiftTemplate& shift, const std::string& folded)
{
    int best = 0;
    for (const std::string* name : {&shift.name.zh, &shift.name.en, &shift.code}) {
        const std::string own = plan::folded(*name);
        if (own.empty()) {
            continue;
        }
        best = std::max(best, own == folded ? 3 : own.starts_with(folded) ? 2 : 0);
        const bool isHan = static_cast<unsigned char>(own.front()) >= 0x80;
        best = std::max(best, isHan && folded.contains(own) ? 1 : 0);
    }
    return best;
}

/// Those that this kind of day has; all of them when it has none of its own.
std::vector<const ShiftTemplate*> heldOn(const Roster& roster, const Rotation& rotation, Day day)
{
    const auto kind = static_cast<DayKinds>(dayKind(roster.calendar, day));
    std::vector<bool> isHeld(rotation.shifts.size());
    for (const Wheel& wheel : rotation.wheels) {
        for (const std::vector<Step>& steps : wheel.cycle) {
            for (const Step& step : steps) {
                isHeld[step.shift] = isHeld[step.shift] || (wheel.on & kind) != 0;
            }
        }
    }
    const bool isNone = std::ranges::none_of(isHeld, [](bool one) { return one; });
    std::vector<const ShiftTemplate*> held;
    for (std::size_t i = 0; i < rotation.shifts.size(); ++i) {
        if (isHeld[i] || isNone) {
            held.push_back(&rotation.shifts[i]);
        }
    }
    return held;
}

const ShiftTemplate*
bestFit(const std::vector<const ShiftTemplate*>& shifts, const std::string& folded)
{
    const ShiftTemplate* best = nullptr;
    int most = 0;
    bool isSure = true;
    for (const ShiftTemplate* shift : shifts) {
        const int one = fit(*shift, folded);
        isSure = one > most || (isSure && one < most) || one == 0;
        if (one > most) {
            most = one;
            best = shift;
        }
    }
    return isSure ? best : nullptr;
}

constexpr int kDayMinutes = 24 * 60;

} // namespace

PostNames::PostNames(const Roster& roster, std::map<std::string, std::string> words)
    : m_roster(roster), m_words(std::move(words))
{
    for (PostIndex index = 0; index < roster.posts.size(); ++index) {
        const RosterPost& post = roster.posts[index];
        for (const std::string* name : {&post.code.value, &post.name.zh, &post.name.en}) {
            auto& known = m_names[plan::folded(*name)];
            if (!name->empty() && !std::ranges::contains(known, index)) {
                known.push_back(index);
            }
        }
        m_units[post.unit.value].push_back(index);
    }
}

std::expected<PostIndex, NameLookup>
PostNames::find(const std::string& word, const UnitCode& unit) const
{
    const std::string& meant = meaning(m_words, word);
    if (const auto code = m_roster.post(PostCode(meant))) {
        return *code;
    }
    const std::string folded = plan::folded(meant);
    std::vector<PostIndex> found;
    if (const auto it = m_names.find(folded); it != m_names.end() && !folded.empty()) {
        found = it->second;
    }
    const auto isOurs = [&](PostIndex one) {
        return unit.empty() || m_roster.posts[one].unit == unit;
    };
    std::erase_if(found, [&](PostIndex one) { return !isOurs(one); });
    const auto own = m_units.find(unit.value);
    if (found.empty() && !folded.empty() && own != m_units.end()) {
        std::ranges::copy_if(own->second, std::back_inserter(found), [&](PostIndex one) {
            return plan::folded(m_roster.posts[one].name.zh).ends_with(folded);
        });
    }
    if (found.size() == 1) {
        return found.front();
    }
    return std::unexpected(found.empty() ? NameLookup::Unknown : NameLookup::Ambiguous);
}

std::optional<NamedShift> shiftNamed(
    const Roster& roster,
    PostIndex post,
    Day day,
    const std::string& word,
    const std::map<std::string, std::string>& words)
{
    const std::string& meant = meaning(words, word);
    const Rotation* rotation = rotationOf(roster, post, day);
    const auto held =
        rotation == nullptr ? std::vector<const ShiftTemplate*>() : heldOn(roster, *rotation, day);
    if (meant.empty()) {
        const int from = held.empty() ? 0 : held.front()->from;
        const bool isOne = held.size() == 1;
        return isOne ? NamedShift{held.front()->name.zh, {from, held.front()->until}}
                     : NamedShift{"全天", {from, from == 0 ? kDayMinutes : from}};
    }
    if (const auto hours = rosterHours(meant)) {
        return NamedShift{word, *hours};
    }
    // "白班 08:30-20:30": the hours are what counts.
    if (const auto digit = meant.find_first_of("0123456789");
        digit != std::string::npos && digit > 0) {
        if (const auto hours = rosterHours(std::string_view(meant).substr(digit))) {
            return NamedShift{meant.substr(0, meant.find_last_not_of(" (", digit - 1) + 1), *hours};
        }
    }
    const std::string folded = plan::folded(meant);
    const ShiftTemplate* shift = folded.empty() ? nullptr : bestFit(held, folded);
    return shift == nullptr
               ? std::nullopt
               : std::optional(NamedShift{shift->name.zh, {shift->from, shift->until}});
}

std::string shiftsOf(const Roster& roster, PostIndex post, bool isChinese)
{
    std::string all;
    for (const Turn& turn : roster.posts[post].turns) {
        for (const ShiftTemplate& shift : roster.rotations[turn.rotation].shifts) {
            all += (all.empty() ? ""
                    : isChinese ? "、"
                                : ", ")
                   + (isChinese ? shift.name.zh : shift.name.en);
        }
    }
    return all;
}

} // namespace sz::roster
