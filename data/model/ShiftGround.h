// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What every rule about shifts asks: whose matter is it, is the text not too long? Private to data/model.

#include "data/model/RuleBase.h"
#include "data/model/ShiftState.h"

#include <algorithm>
#include <format>

namespace sz::model {

class ShiftGround : public RuleBase
{
public:
    ShiftGround(const plan::Plan& plan, const ShiftState& now, const Actor& actor)
        : RuleBase(plan, nullptr, actor), m_now(now)
    {
    }

protected:
    static constexpr std::size_t kLongestText = 2000; ///< bytes
    static constexpr std::size_t kLongestName = 120;

    // Who may write a note may tell presence and promises: readers (viewers, inspectors) may not.
    [[nodiscard]] Result<void> writes() const { return may(plan::Right::AddNote); }

    /// A matter of this unit, for a role that has the right: its own desk's and the office's, unless the plan lets it reach further.
    [[nodiscard]] Result<void>
    ofUnit(const UnitCode& unit, plan::Right right = plan::Right::AddNote) const
    {
        const bool isEverybodys = right != plan::Right::AddNote && reach(right) == plan::Reach::Any;
        return may(right)
            .and_then(
                [&] { return need(m_plan.unit(unit) != nullptr, Code::NoSuchUnit, unit.value); })
            .and_then([&] {
                return need(
                    isEverybodys || isOffice(m_actor) || unit == m_actor.unit, Code::NotAllowed,
                    "another unit's matter");
            });
    }

    [[nodiscard]] Result<void> fits(const std::string& text, const char* field) const
    {
        return need(
            text.size() <= kLongestText, Code::BadArgument, std::string(field) + " too long");
    }

    [[nodiscard]] Result<void> nameOk(const std::string& name) const
    {
        return need(name.size() <= kLongestName, Code::BadArgument, "name too long");
    }

    [[nodiscard]] Result<void> namesOk(const std::vector<std::string>& names) const
    {
        const bool isAll = std::ranges::all_of(names, [](const std::string& name) {
            return !isBlank(name) && name.size() <= kLongestName;
        });
        return need(isAll, Code::BadArgument, "a name is empty or too long");
    }

    [[nodiscard]] Result<void> keysOk(const std::vector<std::string>& keys) const
    {
        return need(!keys.empty(), Code::BadArgument, "no posts").and_then([&] {
            return namesOk(keys);
        });
    }

    [[nodiscard]] Result<void> rising(Instant from, Instant until) const
    {
        return need(from < until, Code::BadArgument, "it ends before it begins");
    }

    [[nodiscard]] Result<void> postOk(const PostCode& code) const
    {
        const plan::Post* post = m_plan.post(code);
        return need(post != nullptr, Code::NotFound, "no such post: " + code.value).and_then([&] {
            return ofUnit(post->unit);
        });
    }

    /// The same person; a shared seat names nobody and is nobody.
    [[nodiscard]] bool isMe(const ShiftAuthor& author) const
    {
        return !m_actor.person.empty() && author.person == m_actor.person;
    }

    const ShiftState& m_now; // NOLINT(*-non-private-member-variables-in-classes): as RuleBase
};

} // namespace sz::model
