// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Attached files of this desk: what lies here, what is still to be sent, what somebody waits for.

#include "data/desk/DeskValues.h"
#include "data/desk/FileTraffic.h"
#include "data/store/DeskLog.h"

#include <map>
#include <memory>

namespace sz::desk {

/// Thread: the store's.
class DeskFiles
{
public:
    struct Ports
    {
        FileTraffic::Ports traffic; ///< offer, chunk, ask and isQuiet
        std::function<void(const std::vector<FileStatus>&)> changed;
        std::function<void(const std::string&)> warn;
        std::function<bool()> isLinked; ///< headquarters has let us in
        bool isRebuilt =
            false; ///< log.db was lost, and with it the list: own files that lie here are offered again
    };
    /// The log outlives it.
    DeskFiles(const DeskOptions& options, store::DeskLog& log, Ports ports);
    ~DeskFiles(); ///< opened copies go
    DeskFiles(const DeskFiles&) = delete;
    DeskFiles& operator=(const DeskFiles&) = delete;

    /// Reads the list of what is to be sent. Errors: the store's.
    [[nodiscard]] Result<void> open();

    /// Shared with the thread that copies a file in.
    [[nodiscard]] const std::shared_ptr<FileKeeper>& keeper() const { return m_keeper; }

    /// It lies here and is to be sent; durable with the act that is saved next. False: it is in the list already. Errors: the
    /// store's.
    [[nodiscard]] Result<bool>
    mustSend(const Digest& hash, const IncidentId& incident, std::uint64_t size);
    /// Those still to be sent whose act headquarters has numbered go on their way; small ones of others are fetched.
    void follow(const model::Incident& incident);
    /// Keeps in the list only those `isWanted`; the bytes of the others go. Errors: the store's, Io.
    [[nodiscard]] Result<void>
    keepOnly(const std::function<bool(const Digest&, const IncidentId&)>& isWanted);
    /// The bytes of files of an incident that leaves this desk. Errors: Io.
    [[nodiscard]] Result<void> drop(const std::vector<Digest>& hashes);

    /// A copy in the clear that a viewer may open, once the bytes are here; `done` is called once. Its name is made from hash and
    /// media type. Errors: NotFound (headquarters has not got it yet), LinkDown, BadChain, NoSpace, Io.
    using Opened = std::function<void(const Result<std::filesystem::path>&)>;
    void openCopy(const IncidentId& incident, const model::Attachment& file, Opened done);

    void on(const sync::FileState& state, Instant now) { m_traffic.on(state, now); }
    void on(const sync::FileChunk& chunk, Instant now) { m_traffic.on(chunk, now); }
    void linkDown(Instant now) { m_traffic.linkDown(now); }
    void tick(Instant now) { m_traffic.tick(now); }

    [[nodiscard]] FileStatus status(const Digest& hash, std::uint64_t size) const;

    static constexpr std::uint64_t kSmall = 1ULL << 20;   ///< fetched without being asked for
    static constexpr std::uint64_t kCache = 512ULL << 20; ///< of what headquarters has, too

private:
    struct Waiting
    {
        IncidentId incident;
        std::uint64_t size = 0;
    };
    struct Wish
    {
        model::Attachment file;
        std::vector<Opened> done;
    };
    [[nodiscard]] Result<void> writeList() const;
    [[nodiscard]] Result<void> readList();
    void dropCopies(const Digest& hash);
    [[nodiscard]] Result<std::filesystem::path> copyOf(const model::Attachment& file);
    [[nodiscard]] FileTraffic::Ports trafficPorts(FileTraffic::Ports given);
    void onSent(const Digest& hash);
    void onFetched(const Digest& hash, const Result<void>& done);
    void publish(const Digest& hash);

    store::DeskLog& m_log;
    UnitCode m_unit;
    std::filesystem::path m_copies;       ///< opened ones, in the clear
    std::shared_ptr<FileKeeper> m_keeper; // shared: a pool thread copies a file in
    Ports m_ports;
    FileTraffic m_traffic;
    std::map<Digest, Waiting> m_waiting;
    std::map<Digest, std::uint64_t> m_sizes; ///< of those anybody has asked about
    std::map<Digest, Wish> m_wishes;
};

} // namespace sz::desk
