// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/Prove.h"

#include "app/ctl/log/LogPlaces.h"
#include "data/proof/Files.h"
#include "data/proof/LogProof.h"
#include "data/store/LogRecord.h"

#include <format>

namespace sz::ctl {
namespace {

struct Texts
{
    std::string proof;
    std::string record;
    Bytes entry; ///< empty without a store
    std::size_t witnesses = 0;
};

Result<std::unique_ptr<store::HqReader>> openStore(const audit::Evidence& evidence)
{
    return evidence.hasStore() ? evidence.openStore()
                               : Result<std::unique_ptr<store::HqReader>>(nullptr);
}

Result<std::uint64_t> numberOf(const std::string& entry, const store::HqReader* reader)
{
    const auto number = proof::parseCount(entry);
    if (number || reader == nullptr) {
        return number;
    }
    return reader->numberOf(entry);
}

Result<Texts> makeTexts(
    const audit::Evidence& evidence,
    const char* checkpoint,
    std::uint64_t number,
    const store::HqReader* reader)
{
    const auto note = readTextFile(evidence.tlog / checkpoint);
    const auto head = note.and_then(
        [&](const std::string& text) { return proof::openCheckpoint(text, *evidence.key); });
    if (!head) {
        return std::unexpected(head.error());
    }
    if (number == 0 || number > head->size) {
        return fail(Code::NotFound, std::format("signed are the entries 1 to {}", head->size));
    }
    const proof::TileFolder tiles(evidence.tlog, head->size);
    const auto record = tiles.record(number - 1);
    const auto proof = proof::makeLogProof(tiles, number - 1, *note);
    if (!record || !proof) {
        return std::unexpected(record ? proof.error() : record.error());
    }
    const auto lines = proof::Note::parse(*note);
    Texts out{proof->file(), *record, {}, lines ? lines->signatures.size() - 1 : 0};
    if (reader != nullptr) {
        const auto row = reader->entry(number);
        if (!row || store::recordOf(*row).text() != *record) {
            return fail(
                Code::BadChain, std::format("entry {} is not the one that was signed", number));
        }
        out.entry = row->raw;
    }
    return proof::verifyLogProof(*proof, proof::leafHash(viewOf(*record)), *evidence.key)
        .transform([&](const auto&) { return std::move(out); });
}

// Witnesses sign a little later than the log, and only now and then: an entry they have not seen yet, or one whose tiles of
// that day are gone, is proven by the log's own signature. A cosigned checkpoint that is not ours is nobody's excuse.
Result<Texts>
bestTexts(const audit::Evidence& evidence, std::uint64_t number, const store::HqReader* reader)
{
    auto witnessed = makeTexts(evidence, "cosigned", number, reader);
    const bool isFinal = witnessed || witnessed.error().code == Code::BadSignature;
    return isFinal ? witnessed : makeTexts(evidence, "checkpoint", number, reader);
}

} // namespace

Result<Proven> proveEntry(
    const audit::Evidence& evidence,
    const std::string& entry,
    const std::filesystem::path& out)
{
    if (evidence.tlog.empty()) {
        return fail(Code::NotFound, "nothing has been signed here");
    }
    const auto reader = openStore(evidence);
    const auto number = reader.and_then([&](const auto& r) { return numberOf(entry, r.get()); });
    const auto texts =
        number.and_then([&](std::uint64_t n) { return bestTexts(evidence, n, reader->get()); });
    if (!texts) {
        return std::unexpected(texts.error());
    }
    return proof::writeWhole(out, viewOf(texts->proof))
        .and_then(
            [&] { return proof::writeWhole(out.string() + ".record", viewOf(texts->record)); })
        .and_then([&] {
            return texts->entry.empty() ? Result<void>{}
                                        : proof::writeWhole(out.string() + ".entry", texts->entry);
        })
        .transform([&] { return Proven{*number, texts->proof.size(), texts->witnesses}; });
}

} // namespace sz::ctl
