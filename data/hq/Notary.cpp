// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Notary.h"

#include "data/hq/NotaryFiles.h"
#include "data/proof/Files.h"

#include <format>

namespace sz::hq {
namespace {

constexpr Millis kLeastPause{1000}; // a flood of entries is not to wait for signatures as well

// Failures of a disk end with this process; these mean that log, tree and signature do not fit together.
bool isEvidence(Code code)
{
    return code == Code::BadChain || code == Code::BadSignature || code == Code::StoreCorrupt;
}

// The store is away, or somebody is in the way: nothing has been learnt about the log.
bool isPassing(Code code)
{
    return code == Code::StoreOpen || code == Code::StoreLocked || code == Code::StoreWrite;
}

std::string reasonOf(const Error& why)
{
    return std::format(
        "{} {}{}{}", codeName(why.code), why.where, why.where.empty() ? "" : ": ", why.detail);
}

Result<void> need(bool condition, Code code, const std::string& detail)
{
    if (!condition) {
        return fail(code, detail);
    }
    return {};
}

// The others' key stands before ours is made: a second one would sit in the folder and sign nothing.
Result<void>
checkKnownKey(const std::filesystem::path& folder, const std::unique_ptr<store::SealBook>& book)
{
    if (book == nullptr || std::filesystem::exists(folder / "log.key")) {
        return {};
    }
    return book->knownKey().and_then([&](const std::string& known) {
        return need(
            known.empty(), Code::BadCertificate,
            "the other headquarters sign already: copy log.key from the first");
    });
}

} // namespace

Notary::Notary(NotarySpec spec, proof::Signer signer, const store::HqLog& log, LogSink sink)
    : m_spec(std::move(spec)), m_tlog(m_spec.folder / "tlog"), m_signer(std::move(signer)),
      m_readers(log.readers()), m_book(log.sealBook()), m_sink(std::move(sink))
{
}

Result<std::unique_ptr<Notary>>
Notary::open(NotarySpec spec, const OperationId& operation, const store::HqLog& log, LogSink sink)
{
    return checkKnownKey(spec.folder, log.sealBook())
        .and_then([&] { return openLogKey(spec.folder, operation); })
        .and_then([&](proof::Signer signer) {
            std::unique_ptr<Notary> notary(
                new Notary(std::move(spec), std::move(signer), log, std::move(sink)));
            return notary->start().transform([&] { return std::move(notary); });
        });
}

Result<void> Notary::start()
{
    m_last.origin = key().name;
    m_last.root = sha256(BytesView{});
    m_heads.tree.origin = proof::headsName(key().name);
    if (m_book != nullptr) {
        const auto standing = m_book->key(key().text());
        if (!standing || *standing != key().text()) {
            return standing ? fail(
                                  Code::BadCertificate,
                                  "the other headquarters sign with another log.key",
                                  (m_spec.folder / "log.key").string())
                            : std::unexpected(standing.error());
        }
    }
    const auto stop = readNote(m_tlog / "STOPPED");
    const auto head = readNote(m_tlog / "checkpoint");
    const auto heads = readNote(m_tlog / "heads");
    if (!stop || !head || !heads) {
        return std::unexpected((!stop ? stop : !head ? head : heads).error());
    }
    if (*stop) {
        m_stopped = Error{Code::BadChain, **stop, (m_tlog / "STOPPED").string()};
    }
    if (!*head) {
        return {};
    }
    return proof::openCheckpoint(**head, key())
        .transform([&](proof::Checkpoint signedHead) { m_last = std::move(signedHead); })
        .and_then([&] { return proof::openHeads(heads->value_or(""), key()); })
        .transform([&](proof::Heads signedHeads) { m_heads = std::move(signedHeads); })
        .and_then([&] { return openReader(); })
        .and_then([&] { return m_reader->head(); })
        .and_then([&](std::uint64_t last) { return readBack(last); })
        .transform([&] { m_reader.reset(); });
}

// The tree on disk is the signed one, and the log has not become shorter than what was signed.
Result<void> Notary::readBack(std::uint64_t head)
{
    return proof::TileTree::load(m_tlog, m_last.size)
        .transform([&](proof::TileTree tree) { m_tree = std::move(tree); })
        .and_then([&] {
            return need(
                m_tree.root() == m_last.root, Code::BadChain,
                "the tiles do not lead to the signed root");
        })
        .and_then([&] {
            return need(
                head >= std::max(m_last.size, m_heads.tree.size), Code::BadChain,
                std::format("{} entries were signed, the log ends at {}", m_last.size, head));
        });
}

// A snapshot a turn: entries, desks and feeds are of one moment, and nobody waits for us.
Result<void> Notary::openReader()
{
    return m_readers().transform([&](auto reader) { m_reader = std::move(reader); });
}

void Notary::witness(const std::vector<AcceptedLeaf>& leaves)
{
    if (!m_stopped) { // nobody will ask for them
        m_accepted.insert(m_accepted.end(), leaves.begin(), leaves.end());
    }
}

void Notary::tick(std::uint64_t head, Instant now)
{
    const std::uint64_t waiting = head - std::min(head, m_last.size);
    if (m_stopped || waiting == 0) {
        return;
    }
    m_sealedAt = m_sealedAt.value_or(now);
    const bool isLate = now - *m_sealedAt >= m_spec.every || now < *m_sealedAt;
    if (isLate || (waiting >= m_spec.entries && now - *m_sealedAt >= kLeastPause)) {
        std::ignore = turn(head, now); // setBack() has said why
    }
}

Result<void> Notary::seal(std::uint64_t head, Instant now)
{
    Result<bool> goesOn = true;
    while (goesOn && *goesOn && !m_stopped && m_last.size < head) {
        goesOn = turn(head, now);
    }
    return m_stopped ? std::unexpected(*m_stopped) : goesOn.transform([](bool) {});
}

// True when it was ours to sign.
Result<bool> Notary::turn(std::uint64_t head, Instant now)
{
    if (m_stopped) {
        return std::unexpected(*m_stopped);
    }
    auto isOurs = openReader().and_then([&] { return agree(); });
    auto done = isOurs;
    if (isOurs && *isOurs && m_last.size < head) {
        done =
            sealPart(std::min(head, m_last.size + kMostAtOnce), now).transform([] { return true; });
    }
    m_reader.reset();
    if (!done) {
        setBack(done.error(), now);
        return done;
    }
    m_isWaiting = false;
    m_sealedAt = now;
    return done;
}

void Notary::setBack(const Error& why, Instant now)
{
    if (!isPassing(why.code)) {
        stop(why);
        return;
    }
    m_sealedAt = now;
    if (!std::exchange(m_isWaiting, true)) {
        note(Level::Warning, "signing-waits", why);
    }
}

void Notary::stop(const Error& why)
{
    m_stopped = why;
    m_accepted.clear();
    note(Level::Error, "signing-stopped", why);
    const std::string reason = reasonOf(why) + '\n';
    if (!isEvidence(why.code)) {
        return;
    }
    if (auto kept = proof::writeWhole(m_tlog / "STOPPED", viewOf(reason)); !kept) {
        note(Level::Error, "signing-stopped", kept.error());
    }
}

void Notary::note(Level level, const char* event, const Error& why) const
{
    m_sink(
        {level,
         event,
         {{"code", codeName(why.code)},
          {"detail", why.detail},
          {"where", why.where},
          {"signed", std::to_string(m_last.size)}}});
}

} // namespace sz::hq
