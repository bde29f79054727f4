// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/Seat.h"

#include "data/plan/Places.h"

#include <algorithm>
#include <utility>

namespace sz::model {
namespace {

constexpr std::string_view kGrantPrefix = "sanzhen grant 1\n";

log::Array packPosts(const std::vector<PostCode>& posts)
{
    log::Array out;
    for (const PostCode& post : posts) {
        out.emplace_back(post.value);
    }
    return out;
}

std::vector<PostCode> unpackPosts(log::FieldReader& in, std::int64_t key)
{
    std::vector<PostCode> out;
    for (const log::Value& value : in.arrayOr(key)) {
        if (const auto* text = value.as<std::string>()) {
            out.emplace_back(*text);
        } else {
            in.reject(key);
        }
    }
    return out;
}

} // namespace

Bytes encodeGrant(const Grant& g)
{
    return log::encode(log::Fields{
        {1, g.id},
        {2, g.operation.value},
        {3, g.desk.value},
        {4, g.unit.value},
        {5, g.person.value},
        {6, g.name},
        {7, g.post.value},
        {8, static_cast<int>(g.role)},
        {9, toUtcMs(g.from)},
        {10, toUtcMs(g.until)},
        {11, toUtcMs(g.latest)},
        {12, g.isOffline}});
}

Result<Grant> decodeGrant(BytesView bytes)
{
    const auto value = log::decode(bytes);
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "a grant is a CBOR map");
    }
    log::FieldReader in(*fields);
    Grant g;
    g.id = in.text(1);
    g.operation = OperationId(in.text(2));
    g.desk = DeskId(in.text(3));
    g.unit = UnitCode(in.text(4));
    g.person = PersonCode(in.text(5));
    g.name = in.textOr(6);
    g.post = PostCode(in.text(7));
    const std::int64_t role = in.integer(8);
    if (role < 0 || !std::cmp_less(role, plan::kRoles)) {
        in.reject(8);
    } else {
        g.role = static_cast<plan::Role>(role);
    }
    g.from = fromUtcMs(in.integer(9));
    g.until = fromUtcMs(in.integer(10));
    g.latest = fromUtcMs(in.integer(11));
    g.isOffline = in.booleanOr(12, false);
    return in.finish("grant").transform([&] { return std::move(g); });
}

Bytes grantMessage(const Grant& grant)
{
    Bytes out(kGrantPrefix.begin(), kGrantPrefix.end());
    const Bytes body = encodeGrant(grant);
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

log::Fields packPerson(const Person& p)
{
    return {{1, p.code.value}, {2, p.name},       {3, p.pinyin},
            {4, p.initials},   {5, p.unit.value}, {6, packPosts(p.posts)},
            {7, p.isLocked}};
}

Result<Person> unpackPerson(const log::Fields& fields)
{
    log::FieldReader in(fields);
    Person p;
    p.code = PersonCode(in.text(1));
    p.name = in.textOr(2);
    p.pinyin = in.textOr(3);
    p.initials = in.textOr(4);
    p.unit = UnitCode(in.text(5));
    p.posts = unpackPosts(in, 6);
    p.isLocked = in.booleanOr(7, false);
    return in.finish("person").transform([&] { return std::move(p); });
}

GrantTimes grantTimes(const plan::Plan& plan, const PostCode& post, Instant now)
{
    const Instant longest = now + plan.signOn.longest;
    Instant until = longest;
    if (const auto duty = plan::dutyAt(plan, post, now)) {
        until = duty->until;
        if (until - now <= plan.signOn.handover) {
            until = plan::dutyAt(plan, post, until)->until;
        }
    }
    until = std::min(until, longest);
    return {until, until + plan.signOn.handover};
}

Result<void> checkGrant(const Grant* grant, Instant now)
{
    if (grant == nullptr) {
        return fail(Code::SignOnNeeded, "nobody has signed on at this desk");
    }
    if (now > grant->latest) {
        return fail(Code::GrantExpired, "the shift of " + grant->person.value + " is over");
    }
    return {};
}

Result<plan::Role>
roleAt(const plan::Plan& plan, const Person& person, const UnitCode& unit, const PostCode& code)
{
    const plan::Post* post = plan.post(code);
    const bool isTheirs = person.unit == unit && std::ranges::contains(person.posts, code);
    if (post == nullptr || post->unit != unit || !isTheirs) {
        return fail(Code::PostNotYours, code.value);
    }
    return post->role;
}

Tries oneMore(Tries tries, const plan::SignOnLimits& limits, Instant now)
{
    if (now - tries.firstAt > limits.triesWithin || now < tries.firstAt) {
        tries = {0, now, tries.lockedAt};
    }
    if (++tries.wrong >= limits.tries && !tries.lockedAt) {
        tries.lockedAt = now;
    }
    return tries;
}

} // namespace sz::model
