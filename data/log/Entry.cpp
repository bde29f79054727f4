// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/log/Entry.h"

#include <algorithm>
#include <utility>

namespace sz::log {
namespace {

// Keys of the entry map. Never reused, never renumbered.
enum Key : std::int64_t {
    kId = 1,
    kDesk = 2,
    kUnit = 3,
    kPost = 4,
    kRole = 5,
    kWallMs = 6,
    kCounter = 7,
    kType = 8,
    kTypeVersion = 9,
    kSubjectKind = 10,
    kSubjectId = 11,
    kBase = 12,
    kBody = 13,
    kPerson = 14, // only when somebody had signed on
};

/// A number that must fit the narrower type: cut off, type 2^32 + 5 would pass for type 5.
template <class T>
T narrow(FieldReader& in, std::int64_t key, std::int64_t value)
{
    if (!std::in_range<T>(value)) {
        in.reject(key);
        return {};
    }
    return static_cast<T>(value);
}

/// Whether the bytes start as a CBOR map of definite length; what is in it is read by who knows the type.
bool startsAsMap(const Bytes& body)
{
    return !body.empty() && body.front() >= 0xA0 && body.front() <= 0xBB;
}

} // namespace

Bytes encodeEntry(const Entry& e)
{
    Fields fields{
        {kId, Bytes(e.id.bytes.begin(), e.id.bytes.end())},
        {kDesk, e.desk.value},
        {kUnit, e.unit.value},
        {kPost, e.post.value},
        {kRole, static_cast<int>(e.role)},
        {kWallMs, toUtcMs(e.time.wall)},
        {kCounter, e.time.counter},
        {kType, e.type},
        {kTypeVersion, e.typeVersion},
        {kSubjectKind, static_cast<int>(e.subject.kind)},
        {kSubjectId, e.subject.id},
        {kBase, e.base},
        {kBody, e.body},
    };
    if (!e.person.empty()) {
        fields.emplace(kPerson, e.person.value);
    }
    return encode(std::move(fields));
}

Result<Entry> decodeEntry(BytesView raw)
{
    if (raw.size() > kMaxEntryBytes) {
        return fail(Code::BadEncoding, "entry larger than 64 KiB");
    }
    const auto value = decode(raw);
    if (!value) {
        return std::unexpected(value.error());
    }
    const auto* fields = value->as<Fields>();
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "an entry is a CBOR map");
    }
    FieldReader in(*fields);
    Entry e;
    const Bytes id = in.bytes(kId);
    if (id.size() == e.id.bytes.size()) {
        std::ranges::copy(id, e.id.bytes.begin());
    } else {
        in.reject(kId);
    }
    e.desk = DeskId(in.text(kDesk));
    e.unit = UnitCode(in.text(kUnit));
    e.post = PostCode(in.textOr(kPost));
    e.role = narrow<std::uint8_t>(in, kRole, in.integerOr(kRole, 0));
    e.time.wall = fromUtcMs(in.integer(kWallMs));
    e.time.counter = narrow<std::uint32_t>(in, kCounter, in.integerOr(kCounter, 0));
    e.type = narrow<std::uint32_t>(in, kType, in.integer(kType));
    e.typeVersion = narrow<std::uint32_t>(in, kTypeVersion, in.integerOr(kTypeVersion, 1));
    e.subject.kind =
        static_cast<SubjectKind>(narrow<std::uint8_t>(in, kSubjectKind, in.integer(kSubjectKind)));
    e.subject.id = in.textOr(kSubjectId);
    e.base = narrow<std::uint64_t>(in, kBase, in.integerOr(kBase, 0));
    e.body = in.bytes(kBody);
    e.person = PersonCode(in.textOr(kPerson));
    if (!startsAsMap(e.body)) {
        in.reject(kBody);
    }
    if (auto ok = in.finish("entry"); !ok) {
        return std::unexpected(ok.error());
    }
    return e;
}

HybridTime HybridClock::next(Instant now)
{
    if (now > m_last.wall) {
        m_last = {now, 0};
    } else {
        ++m_last.counter;
    }
    return m_last;
}

void HybridClock::witness(HybridTime seen, Instant now)
{
    if (seen > m_last && seen.wall <= now + kMaxLead) {
        m_last = seen;
    }
}

} // namespace sz::log
