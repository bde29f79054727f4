// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One turn of the notary: read back, compare, sign, or follow what another has signed.
#include "data/hq/Notary.h"
#include "data/hq/NotaryChecks.h"
#include "data/proof/Files.h"
#include "data/store/LogRecord.h"

#include <format>

namespace sz::hq {
namespace {

constexpr std::uint64_t kReadAgain =
    256; // a million entries in 11 hours at one checkpoint every 10 s

Result<void> need(bool condition, Code code, const std::string& detail)
{
    if (!condition) {
        return fail(code, detail);
    }
    return {};
}

} // namespace

// Everything that can be found wrong is found before the signature exists.
Result<void> Notary::sealPart(std::uint64_t head, Instant now)
{
    auto tree = readAgain().and_then([&] { return growTo(head); });
    if (!tree) {
        return std::unexpected(tree.error());
    }
    const proof::Checkpoint next{key().name, tree->size(), tree->root(), {}};
    return tree->write(m_tlog)
        .and_then([&] { return checkGrowth(m_tlog, key(), m_last.size, next); })
        .and_then([&] { return collectHeads(*m_reader, next); })
        .and_then([&](proof::Heads heads) {
            return checkHeads(*m_reader, m_heads, heads)
                .and_then([&] { return sign(next, heads, now); })
                .and_then([&](const store::SignedHead& notes) {
                    return share(notes).and_then(
                        [&] { return take(std::move(*tree), next, std::move(heads), notes); });
                });
        });
}

// Whose turn it is; and first of all what another has signed since.
Result<bool> Notary::agree()
{
    if (m_book == nullptr) {
        return true;
    }
    return m_book->take().and_then([&](bool isOurs) {
        return m_book->last()
            .and_then([&](const store::SignedHead& shared) { return follow(shared); })
            .transform([&] { return isOurs; });
    });
}

// Nobody is believed: our own tree over the store must have the root that was signed.
Result<void> Notary::follow(const store::SignedHead& shared)
{
    if (shared.size == 0 && m_last.size == 0) {
        return {};
    }
    auto next = proof::openCheckpoint(shared.checkpoint, key());
    auto heads = next.and_then([&](const auto&) { return proof::openHeads(shared.heads, key()); });
    if (shared.size < m_last.size) {
        return fail(
            Code::BadChain,
            std::format(
                "{} entries were signed, the headquarters now say {}", m_last.size, shared.size));
    }
    if (!heads) {
        return std::unexpected(heads.error());
    }
    if (shared.size == m_last.size) {
        return need(
            next->size == m_last.size && next->root == m_last.root, Code::BadChain,
            "another tree of this size has been signed");
    }
    return growTo(next->size).and_then([&](proof::TileTree tree) {
        return need(
                   next->size == shared.size && tree.root() == next->root, Code::BadChain,
                   std::format("the store does not lead to the root signed at {}", next->size))
            .and_then([&] { return tree.write(m_tlog); })
            .and_then([&] { return checkGrowth(m_tlog, key(), m_last.size, *next); })
            .and_then([&] { return checkHeads(*m_reader, m_heads, *heads); })
            .and_then([&] { return take(std::move(tree), *next, std::move(*heads), shared); });
    });
}

// What is signed, here or elsewhere, becomes ours: heads before the checkpoint, so that a crash leaves them ahead.
Result<void> Notary::take(
    proof::TileTree tree,
    const proof::Checkpoint& next,
    proof::Heads heads,
    const store::SignedHead& notes)
{
    return proof::writeWhole(m_tlog / "heads", viewOf(notes.heads))
        .and_then(
            [&] { return proof::writeWhole(m_tlog / "checkpoint", viewOf(notes.checkpoint)); })
        .transform([&] {
            m_heads = std::move(heads);
            m_last = next;
            tree.sweep(m_tlog);
            m_tree = std::move(tree);
            while (!m_accepted.empty() && m_accepted.front().number <= next.size) {
                m_accepted.pop_front();
            }
        });
}

// The tree with the entries up to `to`, read back from the store.
Result<proof::TileTree> Notary::growTo(std::uint64_t to)
{
    proof::TileTree tree = m_tree;
    Result<void> done;
    while (done && tree.size() < to) {
        done = grow(tree, std::min(to, tree.size() + kMostAtOnce));
    }
    return done.transform([&] { return std::move(tree); });
}

Result<void> Notary::grow(proof::TileTree& tree, std::uint64_t to)
{
    const std::uint64_t from = tree.size();
    Result<void> done;
    auto read = m_reader->forEachEntry(
        {static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)},
        [&](std::int64_t, const store::NumberedEntry& entry) {
            if (!done || entry.number != tree.size() + 1) {
                return; // what is missing shows below
            }
            const std::string record = store::recordOf(entry).text();
            done = compare(entry, proof::leafHash(viewOf(record)));
            if (done) {
                tree.append(record);
            }
        });
    if (!read || !done) {
        return read ? done : read;
    }
    if (tree.size() != to) {
        return fail(Code::StoreCorrupt, std::format("entry {} is missing", tree.size() + 1));
    }
    return examineForeign(from, to);
}

// Judged by another process, now or before this one began: nobody here saw it as it came, so its desk's signature and the
// feeds must speak for it.
Result<void> Notary::examineForeign(std::uint64_t from, std::uint64_t to) const
{
    std::uint64_t last = m_accepted.empty() ? to : std::min(m_accepted.front().number - 1, to);
    std::uint64_t first = from;
    for (const AcceptedLeaf& leaf : m_accepted) {
        if (!leaf.isOurs && leaf.number > from && leaf.number <= to) {
            first = last <= from ? leaf.number - 1 : first;
            last = leaf.number;
        }
    }
    return last > first ? examine(*m_reader, first, last) : Result<void>{};
}

// As it was when it was accepted? Leaves are kept in order from the first one this process accepted.
Result<void> Notary::compare(const store::NumberedEntry& entry, const Digest& leaf)
{
    const auto words = log::decodeEntry(entry.raw);
    const bool isItself = words && words->id.text() == entry.id && words->desk == entry.desk
                          && words->subject == entry.subject;
    const bool isRemembered = !m_accepted.empty() && entry.number >= m_accepted.front().number;
    const std::uint64_t at = isRemembered ? entry.number - m_accepted.front().number : 0;
    // Another headquarters may have signed what its news has not told us yet.
    const bool isAsAccepted = !isRemembered || (m_book != nullptr && at >= m_accepted.size())
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
    const std::uint64_t to = from + std::min(kReadAgain, m_last.size - from);
    return compareWithTiles(*m_reader, m_tlog, m_last.size, from, to).transform([&] {
        m_readAgain = to;
    });
}

Result<store::SignedHead>
Notary::sign(const proof::Checkpoint& next, const proof::Heads& heads, Instant now) const
{
    const auto signedNote = [&](const std::string& text, const std::string& by) {
        proof::Note note{text, {proof::signNote(text, m_signer, now)}};
        proof::VerifierKey as = key();
        as.name = by;
        note.signatures[0].name = as.name;
        note.signatures[0].keyId = as.id();
        const std::string bytes = note.format();
        return proof::Note::parse(bytes)
            .and_then([&](const proof::Note& read) { return proof::verifyNote(read, as); })
            .transform([&](auto&&...) { return bytes; });
    };
    return signedNote(next.text(), next.origin).and_then([&](const std::string& checkpoint) {
        return signedNote(heads.text(), heads.tree.origin)
            .transform([&](const std::string& headsNote) {
                return store::SignedHead{next.size, checkpoint, headsNote};
            });
    });
}

// A signature that comes too late is shown to nobody.
Result<void> Notary::share(const store::SignedHead& notes)
{
    if (m_book == nullptr) {
        return {};
    }
    return m_book->put(m_last.size, notes).and_then([](bool isOurs) {
        return need(isOurs, Code::StoreLocked, "another headquarters signs");
    });
}

} // namespace sz::hq
