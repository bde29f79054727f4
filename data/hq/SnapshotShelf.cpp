// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/SnapshotShelf.h"

#include "data/hq/NotaryFiles.h"
#include "data/proof/Files.h"

#include <algorithm>
#include <set>

namespace sz::hq {
namespace {

constexpr Millis kLook{60'000};
constexpr std::size_t kReadItems = 4096;
constexpr std::size_t kMaxManifest = 8 << 20;

} // namespace

SnapshotShelf::SnapshotShelf(
    SnapshotSpec spec,
    OperationId operation,
    proof::Signer signer,
    const store::HqFeeds& feeds,
    LogSink sink)
    : m_spec(std::move(spec)), m_operation(std::move(operation)), m_signer(std::move(signer)),
      m_feeds(feeds), m_sink(std::move(sink))
{
}

Result<std::unique_ptr<SnapshotShelf>> SnapshotShelf::open(
    SnapshotSpec spec,
    OperationId operation,
    const store::HqFeeds& feeds,
    LogSink sink)
{
    std::error_code error;
    std::filesystem::create_directories(spec.folder / "snapshots" / "chunks", error);
    if (error) {
        return fail(Code::Io, error.message(), (spec.folder / "snapshots").string());
    }
    return openLogKey(spec.folder, operation).transform([&](proof::Signer signer) {
        return std::unique_ptr<SnapshotShelf>(new SnapshotShelf(
            std::move(spec), std::move(operation), std::move(signer), feeds, std::move(sink)));
    });
}

// A unit's code is data and need not be a file name.
std::filesystem::path SnapshotShelf::fileOf(const UnitCode& unit, const char* ending) const
{
    return m_spec.folder / "snapshots" / (toHex(sha256(viewOf(unit.value))).substr(0, 24) + ending);
}

std::filesystem::path SnapshotShelf::chunkFile(const Digest& hash) const
{
    return m_spec.folder / "snapshots" / "chunks" / toHex(hash);
}

std::optional<SnapshotShelf::Kept> SnapshotShelf::load(const std::filesystem::path& file) const
{
    const auto bytes = proof::readWhole(file, kMaxManifest);
    const auto frame = bytes ? sync::decodeFrame(*bytes) : std::unexpected(bytes.error());
    const auto* told = frame ? std::get_if<sync::SnapshotManifest>(&*frame) : nullptr;
    if (told == nullptr || told->key != m_signer.verifier().key) {
        return std::nullopt;
    }
    auto manifest = sync::decodeManifest(told->manifest);
    return manifest ? std::optional(Kept{std::move(*manifest), *told}) : std::nullopt;
}

// A log that came back from a backup may have gone on otherwise than the snapshot says.
std::optional<SnapshotShelf::Kept>
SnapshotShelf::loadOf(const UnitCode& unit, const char* ending) const
{
    auto kept = load(fileOf(unit, ending));
    if (!kept || kept->manifest.unit != unit || kept->manifest.operation != m_operation) {
        return std::nullopt;
    }
    const auto hash = m_feeds.hashAt(unit, kept->manifest.headSeq());
    return hash && *hash == kept->manifest.chunks.back().feedHash ? std::move(kept) : std::nullopt;
}

SnapshotShelf::Shelf& SnapshotShelf::shelf(const UnitCode& unit)
{
    Shelf& shelf = m_shelves[unit];
    if (!shelf.isLoaded) {
        shelf.isLoaded = true;
        shelf.newest = loadOf(unit, ".manifest");
        shelf.older = loadOf(unit, ".before");
    }
    return shelf;
}

std::uint64_t SnapshotShelf::offered(const UnitCode& unit)
{
    const Shelf& s = shelf(unit);
    return s.newest ? s.newest->manifest.headSeq() : 0;
}

const sync::SnapshotManifest* SnapshotShelf::manifest(const UnitCode& unit)
{
    const Shelf& s = shelf(unit);
    return s.newest ? &s.newest->frame : nullptr;
}

Bytes SnapshotShelf::chunk(const UnitCode& unit, const Digest& hash)
{
    const Shelf& s = shelf(unit);
    const bool isOurs = std::ranges::any_of(std::array{&s.newest, &s.older}, [&](const auto* kept) {
        return *kept
               && std::ranges::contains((*kept)->manifest.chunks, hash, &sync::ChunkMark::hash);
    });
    return isOurs ? proof::readWhole(chunkFile(hash), sync::kMaxChunkBytes).value_or(Bytes{})
                  : Bytes{};
}

void SnapshotShelf::want(const UnitCode& unit)
{
    const bool isAtWork = m_cut && m_cut->unit == unit;
    if (!isAtWork && !std::ranges::contains(m_wanted, unit)) {
        m_wanted.push_back(unit);
    }
}

void SnapshotShelf::noteLag(const UnitCode& unit, std::uint64_t held, const store::FeedHead& head)
{
    const std::uint64_t known = std::max(offered(unit), held);
    if (head.seq >= known + m_spec.lag) {
        want(unit);
    }
}

void SnapshotShelf::lookForDue(Instant now, const std::vector<UnitCode>& units, const Head& head)
{
    for (const UnitCode& unit : units) {
        const Shelf& s = shelf(unit);
        const std::uint64_t seq = head(unit).seq;
        if (seq < m_spec.lag || (s.newest && seq == s.newest->manifest.headSeq())) {
            continue;
        }
        if (!s.newest || now - s.newest->manifest.cutAt >= m_spec.every) {
            want(unit);
        }
    }
}

void SnapshotShelf::tick(
    Instant now,
    const std::function<std::vector<UnitCode>()>& units,
    const Head& head,
    const proof::Checkpoint& tree)
{
    if (now - m_lookedAt >= kLook || now < m_lookedAt) {
        m_lookedAt = now;
        lookForDue(now, units(), head);
    }
    if (!m_cut && !m_wanted.empty()) {
        const UnitCode unit = m_wanted.front();
        m_wanted.pop_front();
        begin(unit, head(unit), now);
    }
    if (!m_cut) {
        return;
    }
    const UnitCode unit = m_cut->unit;
    auto done = m_cut->at.seq < m_cut->upTo ? cutOne() : finish(tree);
    if (!done) {
        m_cut.reset();
        m_sink(
            {Level::Error,
             "snapshot",
             {{"unit", unit.value},
              {"code", codeName(done.error().code)},
              {"detail", done.error().detail}}});
    }
}

// Full chunks of the last snapshot stand; its last one may have been short.
void SnapshotShelf::begin(const UnitCode& unit, const store::FeedHead& head, Instant now)
{
    Cut cut{unit, {}, {0, log::feedStart(m_operation, unit)}, head.seq};
    cut.draft.operation = m_operation;
    cut.draft.unit = unit;
    cut.draft.cutAt = now;
    if (const Shelf& s = shelf(unit); s.newest) {
        const auto& before = s.newest->manifest.chunks;
        for (auto it = before.begin(); it != before.end() - 1; ++it) {
            std::error_code error;
            if (std::filesystem::file_size(chunkFile(it->hash), error) != it->size || error) {
                break;
            }
            cut.draft.chunks.push_back(*it);
            cut.at = {it->last, it->feedHash};
        }
    }
    if (head.seq > cut.at.seq) {
        m_cut = std::move(cut);
    }
}

Result<void> SnapshotShelf::cutOne()
{
    std::vector<log::FeedItem> items;
    std::size_t bytes = 0;
    while (bytes < m_spec.chunkBytes && m_cut->at.seq < m_cut->upTo) {
        auto part = m_feeds.after(
            m_cut->unit, m_cut->at.seq,
            std::min<std::size_t>(kReadItems, m_cut->upTo - m_cut->at.seq),
            m_spec.chunkBytes - bytes);
        if (!part) {
            return std::unexpected(part.error());
        }
        if (part->items.empty()) {
            return fail(Code::StoreCorrupt, "the feed ends before its head");
        }
        for (log::FeedItem& item : part->items) {
            m_cut->at = {item.seq, log::feedLink(m_cut->at.hash, item)};
            bytes += item.raw.size();
            items.push_back(std::move(item));
        }
        if (m_cut->at.hash != part->hash) {
            return fail(Code::BadChain, "the feed does not link; nothing of it is signed");
        }
    }
    const Bytes packed = sync::compress(sync::packItems(items), true);
    const sync::ChunkMark mark{sha256(packed), packed.size(), m_cut->at.seq, m_cut->at.hash};
    m_cut->draft.chunks.push_back(mark);
    return proof::writeWhole(chunkFile(mark.hash), packed);
}

Result<void> SnapshotShelf::finish(const proof::Checkpoint& tree)
{
    m_cut->draft.treeSize = tree.size;
    m_cut->draft.treeRoot = tree.root;
    sync::SnapshotManifest frame;
    frame.manifest = sync::encodeManifest(m_cut->draft);
    frame.key = m_signer.verifier().key;
    const Bytes words = sync::signedManifest(frame.manifest);
    const Bytes signature = m_signer.sign(
        {reinterpret_cast<const char*>(words.data()), words.size()}, m_cut->draft.cutAt);
    std::ranges::copy(signature, frame.signature.begin());
    Shelf& s = shelf(m_cut->unit);
    Result<void> kept;
    if (s.newest) {
        kept =
            proof::writeWhole(fileOf(m_cut->unit, ".before"), sync::encodeFrame(s.newest->frame));
    }
    if (kept) {
        kept = proof::writeWhole(fileOf(m_cut->unit, ".manifest"), sync::encodeFrame(frame));
    }
    if (!kept) {
        return kept;
    }
    m_sink(
        {Level::Info,
         "snapshot",
         {{"unit", m_cut->unit.value},
          {"places", std::to_string(m_cut->draft.headSeq())},
          {"chunks", std::to_string(m_cut->draft.chunks.size())}}});
    s.older = std::move(s.newest);
    s.newest = Kept{std::move(m_cut->draft), std::move(frame)};
    m_cut.reset();
    sweep();
    return {};
}

// Chunks that no manifest names any more, of this run or of one that was cut short.
void SnapshotShelf::sweep()
{
    std::set<std::string> named;
    std::error_code error;
    for (const auto& file :
         std::filesystem::directory_iterator(m_spec.folder / "snapshots", error)) {
        if (const auto kept = file.is_regular_file() ? load(file.path()) : std::nullopt) {
            for (const sync::ChunkMark& chunk : kept->manifest.chunks) {
                named.insert(toHex(chunk.hash));
            }
        }
    }
    for (const auto& file :
         std::filesystem::directory_iterator(m_spec.folder / "snapshots" / "chunks", error)) {
        if (!named.contains(file.path().filename().string())) {
            std::error_code ignored;
            std::filesystem::remove(file.path(), ignored);
        }
    }
}

} // namespace sz::hq
