// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Heads.h"
#include "data/proof/LogProof.h"
#include "data/proof/Record.h"
#include "data/sim/Simulation.h"
#include "data/store/OutboxMirror.h"
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

std::vector<Bytes> allOf(std::string_view target)
{
    if (target == "note") {
        return notes();
    }
    if (target == "cbor" || target == "entry") {
        return entries();
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
    if (target == "geojson") {
        return geojsons();
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
