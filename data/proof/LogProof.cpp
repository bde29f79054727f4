// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/LogProof.h"

#include "data/proof/Base64.h"

#include <format>

namespace sz::proof {
namespace {

constexpr std::string_view kHead = "c2sp.org/tlog-proof@v1";
constexpr std::size_t kMostHashes = 63;

// Takes the next line off the text; empty at the end.
std::string_view nextLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

} // namespace

std::string LogProof::format() const
{
    std::string out = std::string(kHead) + '\n';
    if (!extra.empty()) {
        out += std::format("extra {}\n", toBase64(extra));
    }
    out += std::format("index {}\n", index);
    for (const Digest& hash : path) {
        out += toBase64(hash) + '\n';
    }
    return out + '\n' + checkpoint;
}

Result<LogProof> LogProof::parse(std::string_view text)
{
    LogProof out;
    const std::string_view whole = text;
    if (nextLine(text) != kHead) {
        return fail(Code::BadEncoding, "not a tlog-proof");
    }
    std::string_view line = nextLine(text);
    if (line.starts_with("extra ")) {
        auto extra = fromBase64(line.substr(6));
        if (!extra) {
            return std::unexpected(extra.error());
        }
        out.extra = std::move(*extra);
        line = nextLine(text);
    }
    const auto index = line.starts_with("index ") ? parseCount(line.substr(6))
                                                  : fail(Code::BadEncoding, "no index");
    if (!index) {
        return std::unexpected(index.error());
    }
    out.index = *index;
    for (line = nextLine(text); !line.empty(); line = nextLine(text)) {
        const auto hash = digestFromBase64(line);
        if (!hash || out.path.size() == kMostHashes) {
            return fail(Code::BadEncoding, "a proof line is no hash");
        }
        out.path.push_back(*hash);
    }
    out.checkpoint = text;
    if (text.empty() || out.format() != whole) {
        return fail(Code::BadEncoding, "a proof in another form");
    }
    return out;
}

Result<LogProof>
makeLogProof(const HashSource& source, std::uint64_t index, std::string checkpointNote)
{
    return Note::parse(checkpointNote)
        .and_then([](const Note& note) { return Checkpoint::parse(note.text); })
        .and_then([&](const Checkpoint& head) { return inclusionProof(source, index, head.size); })
        .transform([&](Hashes path) {
            return LogProof{{}, index, std::move(path), std::move(checkpointNote)};
        });
}

Result<Checkpoint> verifyLogProof(const LogProof& proof, const Digest& leaf, const VerifierKey& key)
{
    return openCheckpoint(proof.checkpoint, key)
        .and_then([&](Checkpoint head) -> Result<Checkpoint> {
            if (!verifyInclusion(leaf, proof.index, head.size, proof.path, head.root)) {
                return fail(Code::BadChain, "the path does not lead to the signed root");
            }
            return head;
        });
}

} // namespace sz::proof
