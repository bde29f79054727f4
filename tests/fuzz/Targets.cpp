// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Targets.h"

#include "data/desk/Profile.h"
#include "data/layers/files/Readers.h"
#include "data/layers/judge/Convert.h"
#include "data/model/Acts.h"
#include "data/model/SeatActs.h"
#include "data/plan/files/GeoJson.h"
#include "data/plan/files/TomlFile.h"
#include "data/proof/Heads.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"
#include "data/sim/Disk.h"
#include "data/store/OutboxMirror.h"
#include "data/sync/Frames.h"
#include "data/sync/Manifest.h"
#include "tests/fuzz/Sessions.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace sz::fuzz {
namespace {

void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "property broken: %s\n", what);
        std::abort();
    }
}

// One value, one encoding: what was read encodes to the same bytes.
void cbor(BytesView input)
{
    if (const auto value = log::decode(input)) {
        require(std::ranges::equal(log::encode(*value), input), "CBOR is not deterministic");
    }
}

// What an entry says survives being written again, and its act, too.
void entry(BytesView input)
{
    const auto read = log::decodeEntry(input);
    if (!read) {
        return;
    }
    const auto again = log::decodeEntry(log::encodeEntry(*read));
    require(
        again && again->id == read->id && again->body == read->body
            && again->subject == read->subject,
        "an entry changes when written again");
    const auto act = model::decodeAct(read->type, read->typeVersion, read->body);
    if (!act || std::holds_alternative<model::UnknownAct>(*act)) {
        return;
    }
    const Bytes body = model::encodeAct(*act);
    const auto once = model::decodeAct(read->type, read->typeVersion, body);
    require(once && model::encodeAct(*once) == body, "an act changes when written again");
}

void frame(BytesView input)
{
    const auto read = sync::decodeFrame(input);
    if (!read || std::holds_alternative<sync::UnknownFrame>(*read)) {
        return;
    }
    const Bytes written = sync::encodeFrame(*read);
    const auto again = sync::decodeFrame(written);
    require(
        again && again->index() == read->index() && sync::encodeFrame(*again) == written,
        "a frame changes when written again");
}

// What a snapshot says of itself, and the places in its chunks.
void manifest(BytesView input)
{
    if (const auto read = sync::decodeManifest(input)) {
        const Bytes written = sync::encodeManifest(*read);
        const auto again = sync::decodeManifest(written);
        require(
            again && sync::encodeManifest(*again) == written,
            "a manifest changes when written again");
        require(
            again->headSeq() == read->headSeq(), "a manifest ends elsewhere when written again");
    }
    constexpr std::size_t kMost = 1 << 20;
    if (const auto items = sync::unpackItems(input, sync::kMaxChunkItems)) {
        const auto again = sync::unpackItems(sync::packItems(*items), sync::kMaxChunkItems);
        require(again && again->size() == items->size(), "places change when packed again");
    }
    const auto plain = sync::decompress(input, kMost);
    require(!plain || plain->size() <= kMost, "a chunk unpacks beyond its bound");
}

// Who signed on, and what was refused: entries 40 to 43, grants.
void seat(BytesView input)
{
    if (const auto grant = model::decodeGrant(input)) {
        const auto again = model::decodeGrant(model::encodeGrant(*grant));
        require(again && *again == *grant, "a grant changes when written again");
    }
    for (std::uint32_t type = 40; type <= 43; ++type) {
        log::Entry entry;
        entry.type = type;
        entry.body.assign(input.begin(), input.end());
        const auto act = model::decodeSeatAct(entry);
        if (!act || !*act) {
            continue;
        }
        entry.body = model::encodeSeatAct(**act);
        const auto again = model::decodeSeatAct(entry);
        require(again && *again && **again == **act, "a seat's act changes when written again");
    }
}

// A signature holds over exactly what was signed.
void batch(BytesView input)
{
    static const SigningKey key = std::move(SigningKey::fromSeed(Bytes(32, 7)).value());
    const auto read = sync::decodeFrame(input);
    const auto* push = read ? std::get_if<sync::Push>(&*read) : nullptr;
    if (push == nullptr) {
        return;
    }
    require(!log::verifyBatch(push->batch, key.publicKey()), "a stranger's signature verifies");
    log::Batch signedOne = push->batch;
    log::signBatch(signedOne, key);
    require(log::verifyBatch(signedOne, key.publicKey()), "our own signature does not verify");
    signedOne.firstCounter += 1;
    require(!log::verifyBatch(signedOne, key.publicKey()), "the counter is not signed");
}

const std::filesystem::path& folder()
{
    static const sim::SimFolder made;
    return made.path();
}

void put(const char* name, BytesView input)
{
    std::ofstream out(folder() / name, std::ios::binary | std::ios::trunc);
    out.write(
        reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()));
}

void profile(BytesView input)
{
    for (const char* name : {"desk.crt", "desk.key", "ca.crt"}) {
        if (!std::filesystem::exists(folder() / name)) {
            put(name, viewOf("pem"));
        }
    }
    put("profile.toml", input);
    const auto read = desk::loadProfile(folder());
    require(read || read.error().code != Code::Internal, "a fault of a profile has a code");
}

void toml(BytesView input)
{
    put("fuzz.toml", input);
    plan::FaultList faults;
    const auto read = plan::readToml(folder(), "fuzz.toml", faults);
    require(read.has_value() != faults.hasErrors(), "a broken TOML file says so, and only that");
}

void geojson(BytesView input)
{
    put("fuzz.geojson", input);
    plan::FaultList faults;
    const auto read = plan::readGeoJson(folder(), "fuzz.geojson", faults);
    for (const plan::Feature& feature : read) {
        for (const Polygon& polygon : feature.outline.polygons) {
            require(
                faults.hasErrors()
                    || std::ranges::all_of(
                        polygon.rings, [](const Ring& r) { return r.size() >= 4; }),
                "a ring has four points");
        }
    }
}

// Whatever a file says, a layer has no more features than were read, and its rings are closed.
void layerHolds(layers::RawLayer raw)
{
    if (raw.groups.empty()) {
        raw.groups.resize(1);
    }
    const layers::Layer layer = layers::converted(std::move(raw), std::nullopt);
    require(layer.features.size() <= layer.read, "more features than the file has");
    for (const layers::Feature& feature : layer.features) {
        for (const Polygon& polygon : feature.geometry.area.polygons) {
            require(!polygon.rings.empty(), "a polygon has a ring");
            for (const Ring& ring : polygon.rings) {
                require(ring.size() >= 4 && ring.front() == ring.back(), "a ring is closed");
            }
        }
    }
}

void layerjson(BytesView input)
{
    layers::RawLayer raw;
    const std::string text = layers::decodedText(input, true, raw);
    layers::readGeoJson(text, raw);
    layerHolds(std::move(raw));
}

void layerxml(BytesView input)
{
    layers::RawLayer raw;
    std::string text = layers::decodedText(input, false, raw);
    layers::readXml(std::move(text), raw);
    layerHolds(std::move(raw));
}

void layercsv(BytesView input)
{
    layers::RawLayer raw;
    const std::string text = layers::decodedText(input, false, raw);
    layers::readCsv(text, raw);
    layerHolds(std::move(raw));
}

void wkb(BytesView input)
{
    layers::RawLayer raw;
    raw.groups.resize(1);
    layers::RawFeature feature;
    const std::string fault = layers::readWkb(input, feature.geometry, raw.heights);
    if (fault.empty()) {
        require(raw.add(std::move(feature)), "one feature is not too many");
    }
    layerHolds(std::move(raw));
}

void mirror(BytesView input)
{
    put("outbox.mirror", input);
    const auto read = store::OutboxMirror::read(folder() / "outbox.mirror");
    require(
        read.entries.empty() || read.head.seq > 0 || read.entries.back().counter == read.head.seq,
        "the head is that of the last record");
}

// The texts around the signed log: each has one form, and none is signed by who never signed.
void note(BytesView input)
{
    static const auto key = proof::VerifierKey{"sanzhen/fuzz", proof::KeyType::Ed25519, {}};
    const std::string_view text = textOf(input);
    const auto read = proof::Note::parse(text);
    require(!read || read->format() == text, "a note has two forms");
    require(!read || !proof::verifyNote(*read, key), "a stranger's note verifies");
    const auto head = proof::Checkpoint::parse(text);
    require(!head || head->text() == text, "a checkpoint has two forms");
    const auto proof = proof::LogProof::parse(text);
    require(!proof || proof->format() == text, "a proof has two forms");
    const auto record = proof::Record::parse(text);
    require(!record || record->text() == text, "a record has two forms");
    const auto vkey = proof::VerifierKey::parse(text);
    require(!vkey || vkey->text() == text, "a key has two forms");
    (void)proof::Heads::parse(text);
}

constexpr std::array kTargets{
    Target{"cbor", cbor, 100},        Target{"entry", entry, 100},
    Target{"frame", frame, 100},      Target{"manifest", manifest, 30},
    Target{"seat", seat, 50},         Target{"batch", batch, 2},
    Target{"note", note, 20},         Target{"profile", profile, 2},
    Target{"toml", toml, 2},          Target{"geojson", geojson, 2},
    Target{"mirror", mirror, 10},     Target{"headquarters", headquarters, 20},
    Target{"desk", desk, 20},         Target{"layerjson", layerjson, 20},
    Target{"layerxml", layerxml, 20}, Target{"layercsv", layercsv, 20},
    Target{"wkb", wkb, 50},
};

} // namespace

std::span<const Target> targets()
{
    return kTargets;
}

const Target* targetOf(std::string_view name)
{
    const auto it = std::ranges::find(kTargets, name, &Target::name);
    return it == kTargets.end() ? nullptr : &*it;
}

} // namespace sz::fuzz
