// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/LogProof.h"

#include "data/proof/Base64.h"

#include <format>
#include <zlib.h>

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

// Repetitions there are none, only 64 characters of 256: Huffman codes alone are shortest. Empty when zlib refuses.
std::string gzipped(const std::string& text)
{
    constexpr int kGzip = 15 + 16;
    constexpr int kMemory = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_HUFFMAN_ONLY)
        != Z_OK) {
        return {};
    }
    std::string out(deflateBound(&stream, text.size()), '\0');
    std::string in = text; // zlib wants it writable
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    const std::size_t size = isDone ? stream.total_out : 0;
    deflateEnd(&stream);
    return out.substr(0, size);
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

std::string LogProof::file() const
{
    std::string text = format();
    if (text.size() <= kMostProofBytes) {
        return text;
    }
    const std::string packed = gzipped(text);
    return packed.empty() ? text : packed;
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
