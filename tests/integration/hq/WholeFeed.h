// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a desk is given of its unit's feed, all of it, checked place by place.

#include "data/log/Chain.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/integration/hq/Wire.h"

#include <map>

namespace sz::test {

/// Number → entry; empty when a place, a number or the running hash is not as it must be. For the office's feed the last
/// number is the count: it sees all.
[[nodiscard]] inline std::map<std::uint64_t, Bytes>
wholeFeed(const HqProcess& hq, const Enrolled& desk, std::uint64_t written)
{
    std::map<std::uint64_t, Bytes> entries;
    Wire wire;
    if (!wire.open(hq.port(), desk.credentials())) {
        return entries;
    }
    wire.send(desk.hello(written));
    const auto welcome = wire.next<sync::Welcome>();
    wire.send(sync::Credit{4});
    Digest hash = log::feedStart(desk.answer.operation, desk.answer.unit);
    std::uint64_t seq = 0;
    while (welcome && seq < welcome->feedHead) {
        const auto feed = wire.next<sync::Feed>();
        if (!feed) {
            return {};
        }
        for (const log::FeedItem& item : feed->items) {
            hash = log::feedLink(hash, item);
            if (item.seq != ++seq || !entries.emplace(item.number, item.raw).second) {
                return {};
            }
        }
        if (hash != feed->hash) {
            return {};
        }
        wire.send(sync::Credit{1});
    }
    return entries;
}

} // namespace sz::test
