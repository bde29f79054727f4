// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Frames.h"
#include "data/exchange/child/BookFrames.h"
#include "data/layers/child/LayerFrames.h"
#include "data/layers/files/Readers.h"
#include "data/layers/judge/Convert.h"
#include "data/model/SeatActs.h"
#include "data/proof/Heads.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"
#include "data/sim/Simulation.h"
#include "data/store/OutboxMirror.h"
#include "data/sync/Manifest.h"
#include "tests/fuzz/Targets.h"

#include <algorithm>
#include <fstream>

namespace sz::fuzz {
namespace {

constexpr std::size_t kMostSeeds = 200;
constexpr std::size_t kMostBytes = 4096; // longer seeds make few mutations a second

Bytes contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return Bytes{std::istreambuf_iterator<char>(in), {}};
}

/// What desks and headquarters say to each other in one night.
struct Traffic
{
    Traffic()
    {
        sim::Setup setup;
        setup.seed = 3;
        setup.desks = 10;
        setup.steps = 150;
        setup.follow = [this](Instant, std::string_view what, BytesView bytes) {
            if (what.starts_with("to ") && frames.size() < 4000) {
                frames.emplace_back(bytes.begin(), bytes.end());
            }
        };
        std::ignore = sim::simulate(setup);
    }
    std::vector<Bytes> frames;
};

const std::vector<Bytes>& traffic()
{
    static const Traffic made;
    return made.frames;
}

std::vector<Bytes> entries()
{
    std::vector<Bytes> out;
    for (const Bytes& bytes : traffic()) {
        const auto frame = sync::decodeFrame(bytes);
        if (const auto* push = frame ? std::get_if<sync::Push>(&*frame) : nullptr) {
            out.insert(out.end(), push->batch.entries.begin(), push->batch.entries.end());
        }
    }
    return out;
}

std::vector<Bytes> pushes()
{
    std::vector<Bytes> out;
    std::ranges::copy_if(traffic(), std::back_inserter(out), [](const Bytes& bytes) {
        const auto frame = sync::decodeFrame(bytes);
        return frame && std::holds_alternative<sync::Push>(*frame);
    });
    return out;
}

std::vector<Bytes> planFiles(std::string_view extension)
{
    std::vector<Bytes> out;
    const std::filesystem::path plan =
        std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(plan)) {
        if (entry.path().extension() == extension) {
            out.push_back(contentOf(entry.path()));
        }
    }
    return out;
}

Bytes textOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

std::vector<Bytes> geojsons()
{
    return {
        textOf(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"number":1,"name_zh":"江岸",)"
            R"("zone":"hankou"},"geometry":{"type":"Polygon","coordinates":[[[114.1,30.5],[114.2,30.5],[114.2,30.6],)"
            R"([114.1,30.5]]]}}]})"),
        textOf(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"D01"},"geometry":)"
            R"({"type":"MultiPolygon","coordinates":[[[[114,30],[115,30],[115,31],[114,30]],[[114.2,30.1],)"
            R"([114.3,30.1],[114.3,30.2],[114.2,30.1]]]]}}]})")};
}

std::vector<Bytes> layerXmls()
{
    return {
        textOf(
            R"(<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "b">]><kml><Document><Folder><name>f</name><Placemark id="p">)"
            R"(<name>&a;&amp;</name><ExtendedData><Data name="n"><value>1</value></Data></ExtendedData><MultiGeometry>)"
            R"(<Point><coordinates>114.3,30.6,1</coordinates></Point><Polygon><outerBoundaryIs><LinearRing>)"
            R"(<coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>)"
            R"(</Placemark></Folder><NetworkLink><Link><href>http://x</href></Link></NetworkLink></Document></kml>)"),
        textOf(
            R"(<gpx><wpt lat="30.6" lon="114.3"><name>n</name><ele>1</ele></wpt><trk><trkseg><trkpt lat="1" lon="2"/>)"
            R"(<trkpt lat="3" lon="4"/></trkseg></trk></gpx>)")};
}

std::vector<Bytes> layerCsvs()
{
    return {
        textOf("id,name,lon,lat\n1,\"a, \"\"b\"\"\",114.3,30.6\n2,c,,\n"),
        textOf("\xB1\xE0\xBA\xC5;\xBE\xAD\xB6\xC8;\xCE\xB3\xB6\xC8\r\nA1;114.3;30.6\r\n")};
}

// A collection of a point and a polygon; a line with heights, big endian.
std::vector<Bytes> wkbs()
{
    Bytes little{1, 7, 0, 0, 0, 2, 0, 0, 0, 1, 1, 0, 0, 0};
    little.resize(little.size() + 16);
    const Bytes polygon{1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0};
    little.insert(little.end(), polygon.begin(), polygon.end());
    little.resize(little.size() + 64, 0x3F);
    Bytes big{0, 0, 0, 0x03, 0xEA, 0, 0, 0, 2};
    big.resize(big.size() + 48, 0x40);
    return {little, big};
}

/// What the child says of small files; a hello; a geometry alone.
std::vector<Bytes> childStreams()
{
    std::vector<Bytes> out{confine::encodeHello({"layer", 1, {true, 4, true}})};
    std::vector<Bytes> files = geojsons();
    files.push_back(contentOf(
        std::filesystem::path(SANZHEN_SOURCE_DIR) / "resources/plans/wuhan/areas.geojson"));
    Bytes book;
    const auto into = [&book](BytesView bytes) {
        book.insert(book.end(), bytes.begin(), bytes.end());
    };
    exchange::writeBook(
        exchange::workbookOf("a.csv", viewOf("名称,n\n江汉,1\n\"武昌\",2.5\n")).value(), into);
    out.push_back(std::move(book));
    for (const Bytes& file : files) {
        layers::RawLayer raw;
        layers::Converter converter(raw, std::nullopt);
        Bytes stream;
        layers::LayerFrameWriter writer([&stream](BytesView bytes) {
            stream.insert(stream.end(), bytes.begin(), bytes.end());
        });
        raw.take = [&](layers::RawFeature&& one) {
            if (const auto feature = converter.take(std::move(one))) {
                writer.feature(*feature, raw);
                out.push_back(layers::encodeGeometry(feature->geometry));
            }
        };
        layers::readGeoJson(sz::textOf(BytesView(file)), raw);
        layers::LayerSummary summary;
        converter.finish(summary);
        writer.done(summary);
        out.push_back(std::move(stream));
    }
    return out;
}

std::vector<Bytes> mirrors()
{
    const sim::SimFolder folder;
    auto mirror = store::OutboxMirror::open(folder.path() / "m").value();
    std::uint64_t counter = 0;
    for (const Bytes& raw : entries()) {
        store::OwnEntry own;
        own.counter = ++counter;
        own.raw = raw;
        if (counter > 5 || !mirror.append(own)) {
            break;
        }
    }
    return {contentOf(folder.path() / "m")};
}

std::vector<Bytes> notes()
{
    const proof::Signer log("sanzhen/fuzz", proof::KeyType::Ed25519, SigningKey::generate());
    const proof::Checkpoint head{"sanzhen/fuzz", 3, sha256(BytesView{}), {}};
    const proof::Heads heads{head, {{"D05-01", {}}}, {{"HQ", {}}}};
    const std::string note =
        proof::Note{head.text(), {proof::signNote(head.text(), log, {})}}.format();
    const std::string proof = proof::LogProof{{}, 2, {head.root, head.root}, note}.format();
    const proof::Record record{7, fromUtcMs(12345), "D05-01", 3, 0, {}, {}};
    return {textOf(note),         textOf(proof),         textOf(head.text()),
            textOf(heads.text()), textOf(record.text()), textOf(log.verifier().text())};
}

model::Grant grant()
{
    return {
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        OperationId("wuhan"),
        DeskId("D05-01"),
        UnitCode("D05"),
        PersonCode("D05-007"),
        "值班员",
        PostCode("D05-duty"),
        plan::Role::DistrictDesk,
        fromUtcMs(1'000),
        fromUtcMs(2'000),
        fromUtcMs(3'000),
        false};
}

sync::Manifest manifest()
{
    const Digest hash = sha256(BytesView{});
    return {
        OperationId("wuhan"),
        UnitCode("D05"),
        fromUtcMs(7),
        40,
        hash,
        {{hash, 100, 20, hash}, {hash, 90, 40, hash}}};
}

std::vector<Bytes> manifests()
{
    std::vector<log::FeedItem> items;
    for (const Bytes& raw : entries()) {
        items.push_back({items.size() + 1, items.size() + 3, fromUtcMs(9), 0, raw});
        if (items.size() == 5) {
            break;
        }
    }
    const Bytes packed = sync::packItems(items);
    return {sync::encodeManifest(manifest()), packed, sync::compress(packed)};
}

std::vector<Bytes> seats()
{
    std::vector<Bytes> out{model::encodeGrant(grant())};
    for (const model::SeatAct& act : std::vector<model::SeatAct>{
             model::SeatTaken{grant()}, model::SeatLeft{PersonCode("D05-007")},
             model::Refusal{
                 fromUtcMs(5), "sign-on", Code::SignOnWrong, "no", DeskId("D05-01"),
                 UnitCode("D05"), PersonCode("D05-007"), "10.0.0.1", 3},
             model::UnlockPerson{PersonCode("D05-007"), {}}}) {
        out.push_back(model::encodeSeatAct(act));
    }
    return out;
}

// The frames a simulated night does not have.
std::vector<Bytes> frames()
{
    const Digest hash = sha256(BytesView{});
    std::vector<Bytes> out = traffic();
    for (const sync::Frame& frame : std::vector<sync::Frame>{
             sync::SignOn{PersonCode("D05-007"), PostCode("D05-duty"), "geheim-1", "geheim-2", 9},
             sync::SignedOn{model::SignedGrant{grant(), {}}, Code::Internal, {}, 0},
             sync::SignedOn{{}, Code::SignOnWrong, "no", 4},
             sync::People{
                 true,
                 {{PersonCode("D05-007"),
                   "张",
                   "zhang",
                   "z",
                   UnitCode("D05"),
                   {PostCode("D05-duty")},
                   false}}},
             sync::SnapshotAsk{{hash, hash}, 0, {}},
             sync::SnapshotAsk{{}, 12, hash},
             sync::SnapshotManifest{sync::encodeManifest(manifest()), {}, {}},
             sync::SnapshotChunk{hash, Bytes{1, 2, 3}},
             sync::Recall{{1, 2, 300}},
             sync::Recalled{{}, {7, 9}},
             sync::Renew{},
             sync::Renewed{"certificate", "authority"},
             sync::KeepContactKeys{{{ContactId("01C"), IncidentId("01I"), Bytes(32, 1)}}},
             sync::ContactKeysKept{{ContactId("01C")}},
             sync::AskContactKey{ContactId("01C"), IncidentId("01I"), "01E"},
             sync::ContactKeyGiven{ContactId("01C"), Bytes(32, 3), Code::Internal},
             sync::FileOffer{hash, IncidentId("01ARZ3NDEKTSV4RRFFQ69G5FAV")},
             sync::FileState{hash, 300, true, false, Code::Internal},
             sync::FileState{hash, 0, false, true, Code::NoSpace},
             sync::FileChunk{hash, 300, Bytes{1, 2, 3}},
             sync::FileAsk{hash, IncidentId("01ARZ3NDEKTSV4RRFFQ69G5FAV"), 9, 4096},
             sync::Enrol{},
             sync::Enrolled{}}) {
        out.push_back(sync::encodeFrame(frame));
    }
    return out;
}

std::vector<Bytes> allOf(std::string_view target)
{
    if (target == "note") {
        return notes();
    }
    if (target == "cbor" || target == "entry") {
        return entries();
    }
    if (target == "manifest") {
        return manifests();
    }
    if (target == "seat") {
        return seats();
    }
    if (target == "frame") {
        return frames();
    }
    if (target == "batch") {
        return pushes();
    }
    if (target == "profile") {
        return {textOf("unit = \"D05\"\ndesk = \"D05-01\"\noperation = "
                       "\"wuhan\"\n[headquarters]\nhost = \"10.0.0.1\"\n"
                       "port = 7443\n")};
    }
    if (target == "toml") {
        return planFiles(".toml");
    }
    if (target == "geojson" || target == "layerjson") {
        return geojsons();
    }
    if (target == "layerxml") {
        return layerXmls();
    }
    if (target == "layercsv") {
        return layerCsvs();
    }
    if (target == "wkb") {
        return wkbs();
    }
    if (target == "child") {
        return childStreams();
    }
    return target == "mirror" ? mirrors() : traffic();
}

} // namespace

std::vector<Bytes> seedsOf(std::string_view target)
{
    std::vector<Bytes> all = allOf(target);
    std::ranges::sort(all);
    const auto [first, last] = std::ranges::unique(all);
    all.erase(first, last);
    std::vector<Bytes> out;
    const std::size_t step = std::max<std::size_t>(1, all.size() / kMostSeeds);
    for (std::size_t i = 0; i < all.size(); i += step) {
        all[i].resize(std::min(all[i].size(), kMostBytes));
        out.push_back(std::move(all[i]));
    }
    return out;
}

} // namespace sz::fuzz
