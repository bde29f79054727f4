// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' signature under its own log: what was accepted is read back, held against memory and against what was
// signed before, and only then signed.

#include "data/hq/LogLine.h"
#include "data/proof/Heads.h"
#include "data/proof/TileTree.h"
#include "data/store/HqReader.h"

#include <deque>
#include <filesystem>
#include <optional>

namespace sz::hq {

struct NotarySpec
{
    std::filesystem::path
        folder;           ///< headquarters': log.key (0600) and tlog/ lie there, beside hq.db
    Millis every{10'000}; ///< a checkpoint when something changed and so much time has passed,
    std::uint64_t entries = 1000; ///< or so many entries and a second
    bool hasOwnThread = false;    ///< see Signing
};

/// A number and the leaf of its record, as it was when it was accepted.
struct AcceptedLeaf
{
    std::uint64_t number = 0;
    Digest leaf{};
    bool isOurs = true; ///< judged here; else as another headquarters' row was first read
};

/// Keeps <folder>/tlog: checkpoint, heads, tiles, entry bundles, log.pub; PROTOCOL.md says what is in them. Once
/// something is not as it should be it signs no more; when log and tree do not fit, not after a restart either
/// (tlog/STOPPED), until a person has examined the log and removed that file. Desks are served all the same. Of several
/// headquarters over one store one signs (store::SealBook); the others follow it with trees of their own and hold what it
/// signed against them. Reads the store through connections of its own. Thread: one at a time.
class Notary
{
public:
    /// Opens or begins the tlog folder; compares the tree on disk with the last signed root. `log` and `sink` must live
    /// longer. Errors: BadCertificate (signed before, but log.key is missing or another; or the other headquarters sign
    /// with another), BadSignature, BadChain (tiles or log do not fit the checkpoint), StoreCorrupt, Io, NoSpace: then
    /// nothing can be signed.
    [[nodiscard]] static Result<std::unique_ptr<Notary>>
    open(NotarySpec spec, const OperationId& operation, const store::HqLog& log, LogSink sink);

    /// What has been committed since the last call, in order.
    void witness(const std::vector<AcceptedLeaf>& leaves);
    /// Signs when it is time; at most 4096 entries a call. `head` is the last committed number.
    void tick(std::uint64_t head, Instant now);
    /// Signs everything now, or sees that another headquarters does. No error when there is nothing new. Errors: those
    /// that stop it (also when it has stopped), and those of a store that does not answer now.
    [[nodiscard]] Result<void> seal(std::uint64_t head, Instant now);

    [[nodiscard]] const std::optional<Error>& stopped() const { return m_stopped; }

    /// The last signed one; size 0 before the first.
    [[nodiscard]] const proof::Checkpoint& last() const { return m_last; }

    [[nodiscard]] const proof::VerifierKey& key() const { return m_signer.verifier(); }

private:
    static constexpr std::uint64_t kMostAtOnce = 4096;

    Notary(NotarySpec spec, proof::Signer signer, const store::HqLog& log, LogSink sink);

    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<void> readBack(std::uint64_t head);
    [[nodiscard]] Result<bool> turn(std::uint64_t head, Instant now);
    [[nodiscard]] Result<void> sealPart(std::uint64_t head, Instant now);
    [[nodiscard]] Result<bool> agree();
    [[nodiscard]] Result<void> follow(const store::SignedHead& shared);
    [[nodiscard]] Result<void> take(
        proof::TileTree tree,
        const proof::Checkpoint& next,
        proof::Heads heads,
        const store::SignedHead& notes);
    [[nodiscard]] Result<proof::TileTree> growTo(std::uint64_t to);
    [[nodiscard]] Result<void> grow(proof::TileTree& tree, std::uint64_t to);
    [[nodiscard]] Result<void> examineForeign(std::uint64_t from, std::uint64_t to) const;
    [[nodiscard]] Result<void> compare(const store::NumberedEntry& entry, const Digest& leaf);
    [[nodiscard]] Result<void> readAgain();
    [[nodiscard]] Result<store::SignedHead>
    sign(const proof::Checkpoint& next, const proof::Heads& heads, Instant now) const;
    [[nodiscard]] Result<void> share(const store::SignedHead& notes);
    [[nodiscard]] Result<void> openReader();
    void setBack(const Error& why, Instant now);
    void stop(const Error& why);
    void note(Level level, const char* event, const Error& why) const;

    NotarySpec m_spec;
    std::filesystem::path m_tlog;
    proof::Signer m_signer;
    store::HqReaders m_readers;
    std::unique_ptr<store::SealBook> m_book;   ///< null: nobody else signs this log
    std::unique_ptr<store::HqReader> m_reader; ///< of the turn that is under way
    LogSink m_sink;
    proof::TileTree m_tree;
    proof::Checkpoint m_last;
    proof::Heads m_heads;                ///< last signed
    std::deque<AcceptedLeaf> m_accepted; ///< not signed yet, as memory knows them
    std::uint64_t m_readAgain =
        0; ///< entries up to here have been held against the tiles once more
    std::optional<Instant> m_sealedAt;
    bool m_isWaiting = false; ///< the store did not answer, and that has been told
    std::optional<Error> m_stopped;
};

} // namespace sz::hq
