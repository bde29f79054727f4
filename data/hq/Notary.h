// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' signature under its own log: what was accepted is read back, held against memory and against what was
// signed before, and only then signed.

#include "data/hq/LogLine.h"
#include "data/proof/Heads.h"
#include "data/proof/TileTree.h"
#include "data/store/HqLog.h"

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
};

/// A number and the leaf of its record, as it was when it was accepted.
struct AcceptedLeaf
{
    std::uint64_t number = 0;
    Digest leaf{};
};

/// Keeps <folder>/tlog: checkpoint, heads, tiles, entry bundles, log.pub; PROTOCOL.md says what is in them. Once
/// something is not as it should be it signs no more; when log and tree do not fit, not after a restart either
/// (tlog/STOPPED), until a person has examined the log and removed that file. Desks are served all the same. Thread: the engine's.
class Notary
{
public:
    /// Opens or begins the tlog folder; compares the tree on disk with the last signed root. `log` and `sink` must live
    /// longer. Errors: BadCertificate (signed before, but log.key is missing or another), BadSignature, BadChain (tiles
    /// or log do not fit the checkpoint), StoreCorrupt, Io, NoSpace: then nothing can be signed.
    [[nodiscard]] static Result<std::unique_ptr<Notary>>
    open(NotarySpec spec, const OperationId& operation, store::HqLog& log, LogSink sink);

    /// What has been committed since the last call, in order.
    void witness(const std::vector<AcceptedLeaf>& leaves);
    /// Signs when it is time; at most 4096 entries a call. `head` is the last committed number.
    void tick(std::uint64_t head, Instant now);
    /// Signs everything now. No error when there is nothing new. Errors: those that stop it (also when it has stopped).
    [[nodiscard]] Result<void> seal(std::uint64_t head, Instant now);

    [[nodiscard]] const std::optional<Error>& stopped() const { return m_stopped; }

    /// The last signed one; size 0 before the first.
    [[nodiscard]] const proof::Checkpoint& last() const { return m_last; }

    [[nodiscard]] const proof::VerifierKey& key() const { return m_signer.verifier(); }

private:
    Notary(NotarySpec spec, proof::Signer signer, store::HqLog& log, LogSink sink);

    [[nodiscard]] Result<void> start();
    [[nodiscard]] Result<void> readBack(std::uint64_t head);
    [[nodiscard]] Result<void> sealPart(std::uint64_t head, Instant now);
    [[nodiscard]] Result<proof::TileTree> grow(std::uint64_t to);
    [[nodiscard]] Result<void> compare(const store::NumberedEntry& entry, const Digest& leaf);
    [[nodiscard]] Result<void> readAgain();
    [[nodiscard]] Result<void> examine(std::uint64_t after, std::uint64_t last) const;
    [[nodiscard]] Result<void> checkGrowth(const proof::Checkpoint& next) const;
    [[nodiscard]] Result<proof::Heads> collectHeads(const proof::Checkpoint& next) const;
    [[nodiscard]] Result<void> checkHeads(const proof::Heads& next) const;
    [[nodiscard]] Result<void>
    publish(const char* name, const std::string& text, const std::string& signedBy, Instant now);
    void stop(const Error& why);
    void note(Level level, const char* event, const Error& why) const;

    NotarySpec m_spec;
    std::filesystem::path m_tlog;
    proof::Signer m_signer;
    store::HqLog& m_log;
    LogSink m_sink;
    proof::TileTree m_tree;
    proof::Checkpoint m_last;
    proof::Heads m_heads;                ///< last signed
    std::deque<AcceptedLeaf> m_accepted; ///< not signed yet, as memory knows them
    std::uint64_t m_readAgain =
        0; ///< entries up to here have been held against the tiles once more
    std::optional<Instant> m_sealedAt;
    std::optional<Error> m_stopped;
};

} // namespace sz::hq
