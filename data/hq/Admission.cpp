// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Admission.h"

#include <format>

namespace sz::hq {
namespace {

Result<void> need(bool condition, Code code, std::string detail)
{
    if (!condition) {
        return fail(code, std::move(detail));
    }
    return {};
}

Result<void> sameProtocol(const sync::Hello& hello)
{
    const bool overlaps =
        hello.newest >= sync::kProtocolOldest && hello.oldest <= sync::kProtocolNewest;
    return need(
        overlaps, Code::ProtocolVersion,
        std::format("headquarters speaks {} to {}", sync::kProtocolOldest, sync::kProtocolNewest));
}

Result<void>
sameDesk(const sync::Hello& hello, const net::ServerLink::Peer& peer, const store::DeskRecord* desk)
{
    return need(!peer.commonName.empty(), Code::LinkRefused, "no certificate")
        .and_then([&] {
            return need(
                hello.desk.value == peer.commonName, Code::LinkRefused,
                "another desk's certificate");
        })
        .and_then([&] { return need(desk != nullptr, Code::LinkRefused, "unknown desk"); })
        .and_then(
            [&] { return need(!desk->revokedAt, Code::Revoked, "the desk has been revoked"); })
        .and_then([&] {
            // The key is the desk; a certificate of any age and any of our authorities is only its wrapper.
            const bool isItsKey = peer.key && *peer.key == desk->key;
            return need(
                !desk->fingerprint.empty() && (isItsKey || desk->fingerprint == peer.fingerprint),
                Code::LinkRefused, "a certificate over another key");
        })
        .and_then([&] {
            return need(
                hello.unit == desk->unit, Code::LinkRefused,
                "the desk belongs to " + desk->unit.value);
        });
}

// A desk restored from a backup would give out its counters a second time; one that says so takes
// ours over.
Result<void> sameLog(const sync::Hello& hello, const store::DeskRecord& desk)
{
    return need(
               hello.written >= desk.lastCounter || hello.isRebuilt, Code::ForkDetected,
               std::format(
                   "{} own entries received, the desk knows {}", desk.lastCounter, hello.written))
        .and_then([&] {
            return need(
                hello.acked <= desk.lastCounter, Code::ForkDetected,
                std::format(
                    "{} own entries received, the desk has verdicts up to {}", desk.lastCounter,
                    hello.acked));
        });
}

Result<void> sameFeed(const sync::Hello& hello, const Ledger& ledger, const store::HqFeeds& feeds)
{
    if (hello.feedSeq == 0) {
        return {};
    }
    if (const auto head = ledger.feedHead(hello.unit); hello.feedSeq > head.seq) {
        return fail(
            Code::ForkDetected,
            std::format("the feed ends at {}, the desk holds {}", head.seq, hello.feedSeq));
    }
    return feeds.hashAt(hello.unit, hello.feedSeq).and_then([&](const Digest& hash) {
        return need(hash == hello.feedHash, Code::ForkDetected, "the desk holds another feed");
    });
}

} // namespace

Result<store::DeskRecord> admit(
    const sync::Hello& hello,
    const net::ServerLink::Peer& peer,
    const OperationId& operation,
    const Ledger& ledger,
    const store::HqFeeds& feeds)
{
    const store::DeskRecord* desk = ledger.desk(hello.desk);
    return sameProtocol(hello)
        .and_then([&] {
            return need(hello.operation == operation, Code::LinkRefused, "another operation");
        })
        .and_then([&] { return sameDesk(hello, peer, desk); })
        .and_then([&] { return sameLog(hello, *desk); })
        .and_then([&] { return sameFeed(hello, ledger, feeds); })
        .transform([&] { return *desk; });
}

} // namespace sz::hq
