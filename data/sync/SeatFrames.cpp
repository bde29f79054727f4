// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/SeatFrames.h"

#include <algorithm>

namespace sz::sync {
namespace {

constexpr int kSignOn = 13;
constexpr int kSignedOn = 14;
constexpr int kPeople = 15;
constexpr std::size_t kMostSecret = 1024;

} // namespace

log::Fields packSeat(const SignOn& f)
{
    return {{0, kSignOn},  {1, f.person.value}, {2, f.post.value},
            {3, f.secret}, {4, f.newSecret},    {5, f.written}};
}

log::Fields packSeat(const SignedOn& f)
{
    log::Fields out{{0, kSignedOn}, {1, static_cast<int>(f.code)}, {2, f.detail}, {3, f.triesLeft}};
    if (f.grant) {
        out.emplace(4, model::encodeGrant(f.grant->grant));
        out.emplace(5, Bytes(f.grant->signature.begin(), f.grant->signature.end()));
    }
    return out;
}

log::Fields packSeat(const People& f)
{
    log::Array people;
    for (const model::Person& person : f.people) {
        people.emplace_back(model::packPerson(person));
    }
    return {{0, kPeople}, {1, f.isNeeded}, {2, std::move(people)}};
}

SignOn readSignOn(log::FieldReader& in)
{
    SignOn f;
    f.person = PersonCode(in.text(1));
    f.post = PostCode(in.text(2));
    f.secret = in.text(3);
    f.newSecret = in.textOr(4);
    f.written = static_cast<std::uint64_t>(std::max<std::int64_t>(in.integerOr(5, 0), 0));
    if (f.secret.size() > kMostSecret || f.newSecret.size() > kMostSecret) {
        in.reject(3);
    }
    return f;
}

SignedOn readSignedOn(log::FieldReader& in)
{
    SignedOn f;
    f.code = static_cast<Code>(in.integerOr(1, static_cast<int>(Code::Internal)));
    f.detail = in.textOr(2);
    f.triesLeft = static_cast<int>(std::clamp<std::int64_t>(in.integerOr(3, 0), 0, 100));
    if (!in.has(4)) {
        return f;
    }
    auto grant = model::decodeGrant(in.bytes(4));
    const Bytes signature = in.bytes(5);
    model::SignedGrant out;
    if (!grant || signature.size() != out.signature.size()) {
        in.reject(4);
        return f;
    }
    out.grant = std::move(*grant);
    std::ranges::copy(signature, out.signature.begin());
    f.grant = std::move(out);
    return f;
}

People readPeople(log::FieldReader& in)
{
    People f;
    f.isNeeded = in.booleanOr(1, false);
    for (const log::Value& value : in.arrayOr(2)) {
        const auto* fields = value.as<log::Fields>();
        auto person = fields != nullptr ? model::unpackPerson(*fields)
                                        : fail(Code::BadEncoding, "a person is a map");
        if (person) {
            f.people.push_back(std::move(*person));
        } else {
            in.reject(2);
        }
    }
    return f;
}

} // namespace sz::sync
