// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/witness/Submission.h"

#include "data/proof/Base64.h"
#include "data/proof/Files.h"
#include "data/proof/TileFolder.h"

#include <algorithm>
#include <format>

namespace sz::witness {
namespace {

namespace fs = std::filesystem;

Result<proof::Note> readNote(const fs::path& file)
{
    return proof::readWhole(file).and_then(
        [](const Bytes& bytes) { return proof::Note::parse(textOf(bytes)); });
}

// What this witness cosigned last, as far as we have kept it.
std::uint64_t lastSize(const fs::path& tlog, const proof::VerifierKey& witness)
{
    const auto note = readNote(tlog / "cosigned");
    const auto head = note && proof::verifyNote(*note, witness)
                          ? proof::Checkpoint::parse(note->text)
                          : Result<proof::Checkpoint>(proof::Checkpoint{});
    return head ? head->size : 0;
}

Result<std::string> requestBody(
    const fs::path& tlog,
    std::uint64_t old,
    const proof::Checkpoint& head,
    const proof::Note& note)
{
    const proof::TileFolder tiles(tlog, head.size);
    return proof::consistencyProof(tiles, old, head.size)
        .transform([&](const proof::Hashes& proof) {
            std::string out = std::format("old {}\n", old);
            for (const Digest& hash : proof) {
                out += proof::toBase64(hash) + '\n';
            }
            return out + '\n' + note.format();
        });
}

// Beside the lines other witnesses have given for the same checkpoint.
Result<Instant> keep(
    const fs::path& tlog,
    proof::Note note,
    const proof::VerifierKey& witness,
    std::string_view lines)
{
    for (const std::string_view line : proof::linesOf(lines)) {
        if (auto one = proof::parseSignatureLine(line); one && one->name == witness.name) {
            note.signatures.push_back(std::move(*one));
        }
    }
    const auto at = proof::cosignedAt(note, witness);
    if (!at) {
        return at;
    }
    if (const auto before = readNote(tlog / "cosigned"); before && before->text == note.text) {
        std::ranges::copy_if(
            before->signatures, std::back_inserter(note.signatures), [&](const auto& other) {
                return std::ranges::none_of(note.signatures, [&](const auto& own) {
                    return own.name == other.name && own.keyId == other.keyId;
                });
            });
    }
    const std::string bytes = note.format();
    return proof::writeWhole(tlog / "cosigned", viewOf(bytes)).transform([&] { return *at; });
}

std::unexpected<Error> refused(const Answer& answer)
{
    const bool isOtherHistory = answer.status == 409 || answer.status == 422;
    return fail(
        isOtherHistory ? Code::BadChain : Code::LinkRefused,
        std::format("the witness answers {}: {}", answer.status, answer.body));
}

} // namespace

Result<Instant> submit(const fs::path& tlog, const proof::VerifierKey& witness, const Post& post)
{
    const auto note = readNote(tlog / "checkpoint");
    const auto head =
        note.and_then([](const proof::Note& n) { return proof::Checkpoint::parse(n.text); });
    if (!head) {
        return std::unexpected(head.error());
    }
    const auto ask = [&](std::uint64_t old) {
        return requestBody(tlog, old, *head, *note).and_then(post);
    };
    const std::uint64_t guess = lastSize(tlog, witness);
    auto answer = ask(guess <= head->size ? guess : 0);
    if (answer && answer->status == 409 && answer->type == "text/x.tlog.size") {
        std::string_view size = answer->body;
        size.remove_suffix(size.ends_with('\n') ? 1 : 0);
        const auto known = proof::parseCount(size);
        if (known && *known != guess && *known <= head->size) {
            answer = ask(*known);
        }
    }
    return answer.and_then([&](const Answer& last) -> Result<Instant> {
        return last.status == 200 ? keep(tlog, *note, witness, last.body) : refused(last);
    });
}

} // namespace sz::witness
