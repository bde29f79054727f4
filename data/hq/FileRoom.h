// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters takes and gives the bytes of attached files, a piece at a time, without holding up an act.

#include "data/hq/LogLine.h"
#include "data/hq/Quota.h"
#include "data/model/Incident.h"
#include "data/net/Link.h"
#include "data/store/HqFiles.h"
#include "data/sync/Frames.h"

#include <functional>
#include <map>

namespace sz::hq {

struct FileSpec
{
    store::HqFiles* place = nullptr; ///< outlives the engine; null: no bytes are kept here
    /// Of one desk in KiB: 2 GiB at once, as much again in a day.
    QuotaSpec quota = {24, 2.0 * 1024 * 1024};
    /// Runs the first on the thread of `place`, then the second on the engine's; empty: both at once, here. Disks are slow.
    std::function<void(std::function<void()>, std::function<void()>)> work = {};
};

/// Thread: the engine's.
class FileRoom
{
public:
    using Send = std::function<void(net::ConnectionId, const sync::Frame&)>;
    FileRoom(FileSpec spec, const Clock& clock, Send send, LogSink sink);

    struct Asker
    {
        net::ConnectionId connection = 0;
        DeskId desk;
    };
    /// `known`: the file as an incident that the asker's unit sees tells of it; null when there is none such. All three: false
    /// when the frame is out of turn (the one before has no answer yet, a piece of what was not offered): no desk of ours
    /// does that.
    [[nodiscard]] bool
    onOffer(const Asker& asker, const model::Attachment* known, const sync::FileOffer& offer);
    [[nodiscard]] bool onChunk(const Asker& asker, const sync::FileChunk& chunk);
    [[nodiscard]] bool
    onAsk(const Asker& asker, const model::Attachment* known, const sync::FileAsk& ask);
    void closed(net::ConnectionId connection) { m_lanes.erase(connection); }
    /// Removes once an hour what was begun a day ago and never ended.
    void tick(Instant now);

private:
    struct Lane
    {
        bool isBusy = false; ///< a question of it is being answered
        Digest hash{};       ///< what it offered last
        std::uint64_t size = 0;
    };
    void answer(net::ConnectionId connection, std::function<sync::Frame()> work);
    void run(std::function<void()> work, std::function<void()> done);
    [[nodiscard]] sync::FileState
    stateOf(const Digest& hash, const Result<store::HeldFile>& held, const DeskId& desk) const;
    [[nodiscard]] bool isWithinQuota(const DeskId& desk, std::size_t bytes);

    FileSpec m_spec;
    const Clock& m_clock;
    Send m_send;
    LogSink m_sink;
    std::map<net::ConnectionId, Lane> m_lanes;
    std::map<DeskId, Quota> m_quotas; ///< outlive connections
    std::optional<Instant> m_swept;
};

} // namespace sz::hq
