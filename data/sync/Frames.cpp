// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/Frames.h"

#include "data/sync/FeedPack.h"

#include <algorithm>

namespace sz::sync {
namespace {

using log::Array;
using log::FieldReader;
using log::Fields;
using log::Value;

// Frame types on the wire: key 0 of every frame.
enum Type : int {
    kHello = 1,
    kWelcome = 2,
    kRefused = 3,
    kPush = 4,
    kVerdicts = 5,
    kCredit = 6,
    kFeed = 7,
    kHeartbeat = 8,
    kEnrol = 9,
    kEnrolled = 10,
    kSignOn = 13,
    kSignedOn = 14,
    kPeople = 15,
    kSnapshotAsk = 16,
    kSnapshotManifest = 17,
    kSnapshotChunk = 18,
    kContactKeys = 19,
    kFileOffer = 20,
    kFileState = 21,
    kFileChunk = 22,
    kFileAsk = 23,
    kRecall = 24,
    kRecalled = 25,
    kRenew = 11,
    kRenewed = 12,
};

template <std::size_t N>
Bytes pack(const std::array<std::uint8_t, N>& a)
{
    return {a.begin(), a.end()};
}

template <std::size_t N>
std::array<std::uint8_t, N> unpack(FieldReader& in, std::int64_t key)
{
    std::array<std::uint8_t, N> out{};
    const Bytes bytes = in.bytes(key);
    if (bytes.size() == N) {
        std::ranges::copy(bytes, out.begin());
    } else {
        in.reject(key);
    }
    return out;
}

std::uint64_t count(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < 0) {
        in.reject(key);
        return 0;
    }
    return static_cast<std::uint64_t>(n);
}

Array packSeqs(const std::vector<std::uint64_t>& seqs)
{
    return {seqs.begin(), seqs.end()};
}

std::vector<std::uint64_t> readSeqs(FieldReader& in, std::int64_t key)
{
    std::vector<std::uint64_t> seqs;
    for (const Value& v : in.array(key)) {
        const auto* seq = v.as<std::int64_t>();
        if (seq == nullptr || *seq < 1 || seqs.size() >= kMaxRecall) {
            in.reject(key);
            break;
        }
        seqs.push_back(static_cast<std::uint64_t>(*seq));
    }
    return seqs;
}

// Key 3 plain, key 4 compressed, whichever is shorter.
void putItems(Fields& out, const std::vector<log::FeedItem>& items)
{
    const Bytes plain = packItems(items);
    Bytes packed = plain.size() > 512 ? compress(plain) : Bytes{};
    const bool isPacked = !packed.empty();
    out.emplace(isPacked ? 4 : 3, isPacked ? std::move(packed) : plain);
}

Result<std::vector<log::FeedItem>> takeItems(FieldReader& in)
{
    Bytes plain = in.has(3) ? in.bytes(3) : Bytes{};
    if (!in.has(3)) {
        auto unpacked = decompress(in.bytes(4));
        if (!unpacked) {
            return std::unexpected(unpacked.error());
        }
        plain = std::move(*unpacked);
    }
    return unpackItems(plain, kMaxFeedItems);
}

struct ToFields
{
    Fields operator()(const Hello& f) const
    {
        return {{0, kHello},           {1, f.oldest},     {2, f.newest},   {3, f.operation.value},
                {4, f.desk.value},     {5, f.unit.value}, {6, f.program},  {7, f.feedSeq},
                {8, pack(f.feedHash)}, {9, f.acked},      {10, f.written}, {11, f.isRebuilt}};
    }
    Fields operator()(const Welcome& f) const
    {
        return {{0, kWelcome},      {1, f.protocol}, {2, f.headquarters},     {3, toUtcMs(f.now)},
                {4, f.feedHead},    {5, f.received}, {6, pack(f.authorHash)}, {7, f.planDigest},
                {8, f.snapshotSeq}, {9, f.authority}};
    }
    Fields operator()(const Refused& f) const
    {
        return {{0, kRefused}, {1, static_cast<int>(f.code)}, {2, f.detail}};
    }
    Fields operator()(const Push& f) const
    {
        const log::Batch& b = f.batch;
        Array entries;
        for (const Bytes& raw : b.entries) {
            entries.emplace_back(raw);
        }
        return {
            {0, kPush},
            {1, b.operation.value},
            {2, b.desk.value},
            {3, b.firstCounter},
            {4, pack(b.previous)},
            {5, std::move(entries)},
            {6, pack(b.signature)}};
    }
    Fields operator()(const Verdicts& f) const
    {
        Array list;
        for (const Verdict& v : f.verdicts) {
            list.emplace_back(Fields{
                {1, v.counter},
                {2, static_cast<int>(v.kind)},
                {3, v.number},
                {4, static_cast<int>(v.code)},
                {5, v.detail}});
        }
        return {{0, kVerdicts}, {1, std::move(list)}, {2, toUtcMs(f.now)}};
    }
    Fields operator()(const Credit& f) const { return {{0, kCredit}, {1, f.frames}}; }
    Fields operator()(const Feed& f) const;
    Fields operator()(const Heartbeat& f) const
    {
        return {{0, kHeartbeat}, {1, toUtcMs(f.now)}, {2, f.feedHead}};
    }
    Fields operator()(const Enrol& f) const
    {
        return {{0, kEnrol}, {1, f.code}, {2, pack(f.key)}, {3, pack(f.proof)}, {4, f.name}};
    }
    Fields operator()(const Enrolled& f) const
    {
        return {{0, kEnrolled},         {1, f.desk.value},  {2, f.unit.value},
                {3, f.operation.value}, {4, f.certificate}, {5, f.authority}};
    }
    Fields operator()(const SignOn& f) const { return packSeat(f); }
    Fields operator()(const SignedOn& f) const { return packSeat(f); }
    Fields operator()(const People& f) const { return packSeat(f); }
    Fields operator()(const SnapshotAsk& f) const
    {
        Array hashes;
        for (const Digest& hash : f.chunks) {
            hashes.emplace_back(pack(hash));
        }
        Fields out{{0, kSnapshotAsk}, {1, std::move(hashes)}};
        if (f.heldSeq > 0) {
            out.emplace(2, f.heldSeq);
            out.emplace(3, pack(f.heldHash));
        }
        return out;
    }
    Fields operator()(const SnapshotManifest& f) const
    {
        return {{0, kSnapshotManifest}, {1, f.manifest}, {2, pack(f.signature)}, {3, pack(f.key)}};
    }
    Fields operator()(const SnapshotChunk& f) const
    {
        return {{0, kSnapshotChunk}, {1, pack(f.hash)}, {2, f.bytes}};
    }
    Fields operator()(const KeepContactKeys& f) const { return packContact(f); }
    Fields operator()(const ContactKeysKept& f) const { return packContact(f); }
    Fields operator()(const AskContactKey& f) const { return packContact(f); }
    Fields operator()(const ContactKeyGiven& f) const { return packContact(f); }
    Fields operator()(const FileOffer& f) const { return packFile(f); }
    Fields operator()(const FileState& f) const { return packFile(f); }
    Fields operator()(const FileChunk& f) const { return packFile(f); }
    Fields operator()(const FileAsk& f) const { return packFile(f); }
    Fields operator()(const Recall& f) const { return {{0, kRecall}, {1, packSeqs(f.seqs)}}; }
    Fields operator()(const Recalled& f) const
    {
        Fields out{{0, kRecalled}, {5, packSeqs(f.denied)}};
        putItems(out, f.items);
        return out;
    }
    Fields operator()(const Renew&) const { return {{0, kRenew}}; }
    Fields operator()(const Renewed& f) const
    {
        return {{0, kRenewed}, {1, f.certificate}, {2, f.authority}};
    }
    Fields operator()(const UnknownFrame& f) const { return {{0, f.type}}; }
};

Fields ToFields::operator()(const Feed& f) const
{
    Fields out{{0, kFeed}, {1, f.unit.value}, {2, pack(f.hash)}};
    putItems(out, f.items);
    return out;
}

Hello readHello(FieldReader& in)
{
    Hello f;
    f.oldest = static_cast<int>(in.integer(1));
    f.newest = static_cast<int>(in.integer(2));
    f.operation = OperationId(in.text(3));
    f.desk = DeskId(in.text(4));
    f.unit = UnitCode(in.text(5));
    f.program = in.textOr(6);
    f.feedSeq = count(in, 7);
    f.feedHash = unpack<32>(in, 8);
    f.acked = count(in, 9);
    f.written = count(in, 10);
    f.isRebuilt = in.booleanOr(11, false);
    return f;
}

Welcome readWelcome(FieldReader& in)
{
    Welcome f;
    f.protocol = static_cast<int>(in.integer(1));
    f.headquarters = in.textOr(2);
    f.now = fromUtcMs(in.integer(3));
    f.feedHead = count(in, 4);
    f.received = count(in, 5);
    f.authorHash = unpack<32>(in, 6);
    f.planDigest = in.textOr(7);
    f.snapshotSeq = in.has(8) ? count(in, 8) : 0;
    f.authority = in.textOr(9);
    return f;
}

Push readPush(FieldReader& in)
{
    Push f;
    f.batch.operation = OperationId(in.text(1));
    f.batch.desk = DeskId(in.text(2));
    f.batch.firstCounter = count(in, 3);
    f.batch.previous = unpack<32>(in, 4);
    for (const Value& v : in.array(5)) {
        if (const auto* raw = v.as<Bytes>();
            raw != nullptr && f.batch.entries.size() < log::kMaxBatchEntries) {
            f.batch.entries.push_back(*raw);
        } else {
            in.reject(5);
        }
    }
    f.batch.signature = unpack<64>(in, 6);
    return f;
}

Verdicts readVerdicts(FieldReader& in)
{
    Verdicts f;
    for (const Value& v : in.array(1)) {
        const auto* fields = v.as<Fields>();
        if (fields == nullptr) {
            in.reject(1);
            continue;
        }
        FieldReader one(*fields);
        Verdict verdict;
        verdict.counter = count(one, 1);
        verdict.kind = static_cast<VerdictKind>(one.integer(2));
        verdict.number = count(one, 3);
        verdict.code = static_cast<Code>(one.integerOr(4, static_cast<int>(Code::Internal)));
        verdict.detail = one.textOr(5);
        if (!one.ok()) {
            in.reject(1);
        }
        f.verdicts.push_back(std::move(verdict));
    }
    f.now = fromUtcMs(in.integer(2));
    return f;
}

Result<Frame> readFeed(FieldReader& in)
{
    UnitCode unit(in.text(1));
    const Digest hash = unpack<32>(in, 2);
    return takeItems(in).transform(
        [&](auto items) { return Frame(Feed{std::move(unit), std::move(items), hash}); });
}

Enrol readEnrol(FieldReader& in)
{
    return {in.text(1), unpack<32>(in, 2), unpack<64>(in, 3), in.textOr(4)};
}

Enrolled readEnrolled(FieldReader& in)
{
    return {
        DeskId(in.text(1)), UnitCode(in.text(2)), OperationId(in.text(3)), in.text(4), in.text(5)};
}

SnapshotAsk readSnapshotAsk(FieldReader& in)
{
    SnapshotAsk f;
    for (const Value& v : in.arrayOr(1)) {
        const auto* hash = v.as<Bytes>();
        if (hash == nullptr || hash->size() != Digest{}.size()
            || f.chunks.size() == kMaxChunksAsked) {
            in.reject(1);
            break;
        }
        std::ranges::copy(*hash, f.chunks.emplace_back().begin());
    }
    if (in.has(2)) {
        f.heldSeq = count(in, 2);
        f.heldHash = unpack<32>(in, 3);
    }
    return f;
}

SnapshotManifest readSnapshotManifest(FieldReader& in)
{
    return {in.bytes(1), unpack<64>(in, 2), unpack<32>(in, 3)};
}

SnapshotChunk readSnapshotChunk(FieldReader& in)
{
    return {unpack<32>(in, 1), in.bytes(2)};
}

Result<Frame> readBody(std::int64_t type, FieldReader& in)
{
    switch (type) {
    case kHello:
        return Frame(readHello(in));
    case kWelcome:
        return Frame(readWelcome(in));
    case kRefused:
        return Frame(Refused{static_cast<Code>(in.integer(1)), in.textOr(2)});
    case kPush:
        return Frame(readPush(in));
    case kVerdicts:
        return Frame(readVerdicts(in));
    case kCredit:
        return Frame(Credit{static_cast<int>(std::clamp<std::int64_t>(in.integer(1), 0, 64))});
    case kFeed:
        return readFeed(in);
    case kHeartbeat:
        return Frame(Heartbeat{fromUtcMs(in.integer(1)), count(in, 2)});
    case kEnrol:
        return Frame(readEnrol(in));
    case kEnrolled:
        return Frame(readEnrolled(in));
    case kSignOn:
        return Frame(readSignOn(in));
    case kSignedOn:
        return Frame(readSignedOn(in));
    case kPeople:
        return Frame(readPeople(in));
    case kSnapshotAsk:
        return Frame(readSnapshotAsk(in));
    case kSnapshotManifest:
        return Frame(readSnapshotManifest(in));
    case kSnapshotChunk:
        return Frame(readSnapshotChunk(in));
    case kContactKeys:
        if (auto contact = readContactFrame(in)) {
            return std::visit([](auto& f) { return Frame(std::move(f)); }, *contact);
        }
        return Frame(UnknownFrame{type});
    case kFileOffer:
        return Frame(readFileOffer(in));
    case kFileState:
        return Frame(readFileState(in));
    case kFileChunk:
        return Frame(readFileChunk(in));
    case kFileAsk:
        return Frame(readFileAsk(in));
    case kRecall:
        return Frame(Recall{readSeqs(in, 1)});
    case kRecalled:
        return takeItems(in).transform(
            [&](auto items) { return Frame(Recalled{std::move(items), readSeqs(in, 5)}); });
    case kRenew:
        return Frame(Renew{});
    case kRenewed:
        return Frame(Renewed{in.text(1), in.text(2)});
    default:
        return Frame(UnknownFrame{type});
    }
}

} // namespace

Bytes encodeFrame(const Frame& frame)
{
    return log::encode(std::visit(ToFields{}, frame));
}

Result<Frame> decodeFrame(BytesView bytes)
{
    if (bytes.size() > kMaxFrameBytes) {
        return fail(Code::BadEncoding, "frame over 4 MiB");
    }
    const auto value = log::decode(bytes);
    if (!value) {
        return std::unexpected(value.error());
    }
    const auto* fields = value->as<Fields>();
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "a frame is a CBOR map");
    }
    FieldReader in(*fields);
    const std::int64_t type = in.integer(0);
    auto frame = readBody(type, in);
    if (!frame) {
        return frame;
    }
    if (auto ok = in.finish("frame"); !ok) {
        return std::unexpected(ok.error());
    }
    return frame;
}

} // namespace sz::sync
