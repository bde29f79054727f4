// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who sits at a desk: a person who has signed on for a shift. The same questions are asked at the desk and at headquarters.

#include "data/log/Entry.h"
#include "data/plan/Plan.h"

#include <optional>
#include <string>
#include <vector>

namespace sz::model {

/// A duty person as a desk shows it. Duty people only, never private citizens.
struct Person
{
    PersonCode code; ///< staff number, "1001"
    std::string name;
    std::string pinyin;   ///< joined, without tones; may be empty
    std::string initials; ///< may be empty
    UnitCode unit;
    std::vector<PostCode> posts; ///< those the person may take
    bool isLocked = false;       ///< at the desk that is told
    bool operator==(const Person&) const = default;
};

/// What a sign-on gives: a person, a post and its role, at one desk, for one shift.
struct Grant
{
    std::string id; ///< ULID text
    OperationId operation;
    DeskId desk;
    UnitCode unit;
    PersonCode person;
    std::string name;
    PostCode post;
    plan::Role role = plan::Role::Viewer;
    Instant from;
    Instant until;  ///< end of the shift, at most the plan's longest sign-on
    Instant latest; ///< end of the grace for handover: nothing is accepted that was done later
    bool isOffline = false; ///< made at the desk without headquarters; nobody has signed it
    bool operator==(const Grant&) const = default;
};

/// A grant as headquarters gives it out: signed with the key of its certificate authority, which every desk holds, so that
/// the desk can show and check it without a link.
struct SignedGrant
{
    Grant grant;
    Signature signature{}; ///< over "sanzhen grant 1\n" ‖ encodeGrant; zeros for an offline one
};

[[nodiscard]] Bytes encodeGrant(const Grant& grant);
/// Errors: BadEncoding.
[[nodiscard]] Result<Grant> decodeGrant(BytesView bytes);
/// What is signed.
[[nodiscard]] Bytes grantMessage(const Grant& grant);

[[nodiscard]] log::Fields packPerson(const Person& person);
/// Errors: BadEncoding.
[[nodiscard]] Result<Person> unpackPerson(const log::Fields& fields);

/// How long a sign-on for a post that begins now lasts.
struct GrantTimes
{
    Instant until;
    Instant latest;
};
/// To the end of the post's shift as the roster has it; of the next one when this ends within the grace (somebody comes a
/// little early). Never longer than the plan's longest sign-on.
[[nodiscard]] GrantTimes grantTimes(const plan::Plan& plan, const PostCode& post, Instant now);

/// Clocks of desks may be off by so much.
inline constexpr Minutes kClockSlack{10};

/// May somebody act under this grant now? Errors: SignOnNeeded (null), GrantExpired.
[[nodiscard]] Result<void> checkGrant(const Grant* grant, Instant now);

/// The post's role when the person may take it at a desk of this unit. Errors: PostNotYours.
[[nodiscard]] Result<plan::Role>
roleAt(const plan::Plan& plan, const Person& person, const UnitCode& unit, const PostCode& post);

/// Wrong passwords of one person at one desk; a value, kept by desk and headquarters alike.
struct Tries
{
    int wrong = 0;
    Instant firstAt;
    std::optional<Instant> lockedAt;
    bool operator==(const Tries&) const = default;
};
/// One more wrong password.
[[nodiscard]] Tries oneMore(Tries tries, const plan::SignOnLimits& limits, Instant now);

} // namespace sz::model
