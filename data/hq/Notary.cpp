// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Notary.h"

#include "data/audit/LogAudit.h"
#include "data/hq/NotaryFiles.h"
#include "data/proof/Files.h"
#include "data/proof/TileFolder.h"
#include "data/store/LogRecord.h"

#include <format>

namespace sz::hq {
namespace {

constexpr std::uint64_t kMostAtOnce = 4096;
constexpr Millis kLeastPause{1000}; // a flood of entries is not to wait for signatures as well
constexpr std::uint64_t kReadAgain =
    256; // a million entries in 11 hours at one checkpoint every 10 s

// Failures of a disk end with this process; these mean that log, tree and signature do not fit together.
bool isEvidence(Code code)
{
    return code == Code::BadChain || code == Code::BadSignature || code == Code::StoreCorrupt;
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

} // namespace

Notary::Notary(NotarySpec spec, proof::Signer signer, store::HqLog& log, LogSink sink)
    : m_spec(std::move(spec)), m_tlog(m_spec.folder / "tlog"), m_signer(std::move(signer)),
      m_log(log), m_sink(std::move(sink))
{
}

Result<std::unique_ptr<Notary>>
Notary::open(NotarySpec spec, const OperationId& operation, store::HqLog& log, LogSink sink)
{
    return openLogKey(spec.folder, operation).and_then([&](proof::Signer signer) {
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
        .and_then([&] { return m_log.head(); })
        .and_then([&](std::uint64_t last) { return readBack(last); });
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
        (void)sealPart(std::min(head, m_last.size + kMostAtOnce), now); // stop() has said why
    }
}

Result<void> Notary::seal(std::uint64_t head, Instant now)
{
    Result<void> done;
    while (done && m_last.size < head) {
        done = sealPart(std::min(head, m_last.size + kMostAtOnce), now);
    }
    return m_stopped ? std::unexpected(*m_stopped) : done;
}

// Everything that can be found wrong is found before the signature exists.
Result<void> Notary::sealPart(std::uint64_t head, Instant now)
{
    if (m_stopped) {
        return std::unexpected(*m_stopped);
    }
    auto tree = readAgain().and_then([&] { return grow(head); });
    auto done =
        tree.transform([](const auto&) {})
            .and_then([&] { return tree->write(m_tlog); })
            .and_then([&] {
                const proof::Checkpoint next{key().name, tree->size(), tree->root(), {}};
                return checkGrowth(next)
                    .and_then([&] { return collectHeads(next); })
                    .and_then([&](proof::Heads heads) {
                        return checkHeads(heads)
                            .and_then([&] {
                                return publish("heads", heads.text(), heads.tree.origin, now);
                            })
                            .transform([&] { m_heads = std::move(heads); });
                    })
                    .and_then([&] { return publish("checkpoint", next.text(), next.origin, now); })
                    .transform([&] { m_last = next; });
            });
    if (!done) {
        stop(done.error());
        return done;
    }
    tree->sweep(m_tlog);
    m_tree = std::move(*tree);
    m_sealedAt = now;
    while (!m_accepted.empty() && m_accepted.front().number <= head) {
        m_accepted.pop_front();
    }
    return done;
}

// The tree with the entries up to `to`, read back from the store.
Result<proof::TileTree> Notary::grow(std::uint64_t to)
{
    const std::uint64_t from = m_tree.size();
    const auto entries = m_log.after(from, to - from);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    proof::TileTree tree = m_tree;
    for (const store::NumberedEntry& entry : *entries) {
        if (entry.number != tree.size() + 1) {
            break;
        }
        const std::string record = store::recordOf(entry).text();
        if (auto ok = compare(entry, proof::leafHash(viewOf(record))); !ok) {
            return std::unexpected(ok.error());
        }
        tree.append(record);
    }
    if (tree.size() != to) {
        return fail(Code::StoreCorrupt, std::format("entry {} is missing", tree.size() + 1));
    }
    // Accepted before this process began: nobody here remembers them, so their desks' signatures and the feeds must.
    const std::uint64_t known =
        m_accepted.empty() ? to : std::min(m_accepted.front().number - 1, to);
    return (known > from ? examine(from, known) : Result<void>{}).transform([&] {
        return std::move(tree);
    });
}

// As it was when it was accepted? Leaves are kept in order from the first one this process accepted.
Result<void> Notary::compare(const store::NumberedEntry& entry, const Digest& leaf)
{
    const auto words = log::decodeEntry(entry.raw);
    const bool isItself = words && words->id.text() == entry.id && words->desk == entry.desk
                          && words->subject == entry.subject;
    const bool isRemembered = !m_accepted.empty() && entry.number >= m_accepted.front().number;
    const std::uint64_t at = isRemembered ? entry.number - m_accepted.front().number : 0;
    const bool isAsAccepted = !isRemembered
                              || (at < m_accepted.size() && m_accepted[at].number == entry.number
                                  && m_accepted[at].leaf == leaf);
    return need(
        isItself && isAsAccepted, Code::BadChain,
        std::format("entry {} is not as it was accepted", entry.number));
}

// Entries that were signed long ago rot, too: a stretch of them with each signature, round and round.
Result<void> Notary::readAgain()
{
    const std::uint64_t from = m_readAgain >= m_last.size ? 0 : m_readAgain;
    const auto entries = m_log.after(from, std::min(kReadAgain, m_last.size - from));
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const proof::TileFolder tiles(m_tlog, m_last.size);
    for (const store::NumberedEntry& entry : *entries) {
        const auto leaf = entry.number <= m_last.size
                              ? tiles.subtree(0, entry.number - 1)
                              : fail(Code::StoreCorrupt, "an entry is missing");
        if (!leaf) {
            return std::unexpected(leaf.error());
        }
        if (*leaf != store::recordOf(entry).leaf()) {
            return fail(
                Code::BadChain, std::format("entry {} is not as it was signed", entry.number));
        }
    }
    m_readAgain = from + entries->size();
    return {};
}

Result<void> Notary::examine(std::uint64_t after, std::uint64_t last) const
{
    return store::HqReader::open(m_spec.folder / "hq.db")
        .and_then([&](const auto& reader) { return audit::auditRange(*reader, after, last); })
        .and_then([](const audit::Report& report) {
            const auto& findings = report.findings;
            return need(
                report.isSound(), Code::BadChain,
                report.isSound() ? ""
                                 : std::format(
                                       "entry {}: {}", report.firstBad(),
                                       audit::faultName(findings.front().fault)));
        });
}

// Root and growth once more, from the files as they now lie on the disk, against the checkpoint as it lies there.
Result<void> Notary::checkGrowth(const proof::Checkpoint& next) const
{
    const proof::TileFolder tiles(m_tlog, next.size);
    const auto root = proof::rootOf(tiles, next.size);
    const auto growth = proof::consistencyProof(tiles, m_last.size, next.size);
    if (!root || !growth) {
        return std::unexpected(root ? growth.error() : root.error());
    }
    const auto onDisk = readNote(m_tlog / "checkpoint");
    const auto last = !onDisk || !*onDisk
                          ? Result<proof::Checkpoint>(proof::Checkpoint{key().name, 0, {}, {}})
                          : proof::openCheckpoint(**onDisk, key());
    return last.and_then([&](const proof::Checkpoint& before) {
        return need(
            *root == next.root && before.size == m_last.size
                && proof::verifyConsistency(
                    before.size, before.root, next.size, next.root, *growth),
            Code::BadChain, "the new tree does not continue the signed one");
    });
}

Result<proof::Heads> Notary::collectHeads(const proof::Checkpoint& next) const
{
    const auto desks = m_log.desks().all();
    const auto feeds = m_log.feeds().heads();
    if (!desks || !feeds) {
        return std::unexpected(desks ? feeds.error() : desks.error());
    }
    proof::Heads heads{{proof::headsName(next.origin), next.size, next.root, {}}, {}, {}};
    for (const store::DeskRecord& desk : *desks) {
        heads.desks.emplace(
            proof::plainToken(desk.id.value),
            proof::DeskHead{desk.key, desk.lastCounter, desk.author});
    }
    for (const auto& [unit, head] : *feeds) {
        heads.feeds.emplace(proof::plainToken(unit.value), proof::PlaceHead{head.seq, head.hash});
    }
    return heads;
}

// Desks and feeds only ever go on from where they were signed.
Result<void> Notary::checkHeads(const proof::Heads& next) const
{
    for (const auto& [id, before] : m_heads.desks) {
        const auto now = next.desks.find(id);
        const bool goesOn = now != next.desks.end() && now->second.key == before.key
                            && (now->second.counter > before.counter || now->second == before);
        if (!goesOn) {
            return fail(Code::BadChain, "desk " + id + " does not continue its signed chain");
        }
    }
    for (const auto& [unit, before] : m_heads.feeds) {
        const auto now = m_log.feeds().hashAt(UnitCode(unit), before.seq);
        if (!next.feeds.contains(unit) || next.feeds.at(unit).seq < before.seq || !now
            || *now != before.hash) {
            return fail(Code::BadChain, "feed " + unit + " does not continue its signed hash");
        }
    }
    return {};
}

Result<void>
Notary::publish(const char* name, const std::string& text, const std::string& signedBy, Instant now)
{
    proof::Note note{text, {proof::signNote(text, m_signer, now)}};
    proof::VerifierKey as = key();
    as.name = signedBy;
    note.signatures[0].name = as.name;
    note.signatures[0].keyId = as.id();
    const std::string bytes = note.format();
    return proof::Note::parse(bytes)
        .and_then([&](const proof::Note& read) { return proof::verifyNote(read, as); })
        .and_then([&] { return proof::writeWhole(m_tlog / name, viewOf(bytes)); });
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
