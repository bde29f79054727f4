// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What happens on the store thread: files, folds, the sync machine. Nothing of it is touched by another thread; no Qt, so
// that the simulator can run fifty of them on one.

#include "data/desk/DeskValues.h"
#include "data/store/DeskView.h"
#include "data/store/FolderLock.h"
#include "data/store/OutboxMirror.h"
#include "data/sync/DeskSync.h"

#include <functional>
#include <optional>
#include <set>
#include <span>

namespace sz::desk {

class DeskCore
{
public:
    enum class Weight : std::uint8_t {
        Warning,
        Critical,
    };
    /// Called on the store thread; the receiver crosses to gui.
    struct Listener
    {
        std::function<void(ChangeSet)> changed;
        std::function<void(LinkStatus)> link;
        std::function<void(std::vector<OutboxLine>)> outbox;
        std::function<void(Notice)> notice;
        std::function<void(Weight, const std::string&)> log; ///< a line for the log file, English
    };
    /// How the core reaches the network; given by the façade.
    struct Transport
    {
        std::function<void()> open;
        std::function<void()> close;
        std::function<void(Bytes)> send;
    };
    DeskCore(DeskOptions options, Listener listener, Transport transport);
    ~DeskCore();

    /// Files, salvage, first board. Errors: StoreLocked, StoreFromFuture, StoreOpen, NoSpace, BadArgument, BadEncoding (key).
    [[nodiscard]] Result<void> open();
    void startLink();

    [[nodiscard]] Result<Receipt> perform(const IncidentId& incident, const model::Act& act);
    void dismissRejected(std::uint64_t counter);
    void reconnect();
    void tick();
    void linkUp();
    void linkMessage(const Bytes& message);
    void linkDown(const Error& why);

    /// Why nothing more can be saved by this process; none while all is well. The way on is a restart from the log.
    [[nodiscard]] const std::optional<Error>& storeFault() const { return m_fault; }
    /// Null before open().
    [[nodiscard]] const store::DeskLog* log() const { return m_log ? &*m_log : nullptr; }

private:
    /// One incident: what headquarters has ordered, and the own acts on top of it.
    struct Tracked
    {
        model::IncidentPtr confirmed;             ///< null while only unsent acts exist
        std::vector<model::StampedEntry> pending; ///< own, unsent or not yet in the feed
        model::IncidentPtr shown;
    };

    [[nodiscard]] Result<void> openLog();
    [[nodiscard]] Result<void> openMirror();
    [[nodiscard]] Result<void> openRest();
    [[nodiscard]] Result<void> openAnew(const Error& why);
    void restoreFromMirror(bool isWholeLogLost);
    [[nodiscard]] Result<void> setAsideLog(const Error& why);
    [[nodiscard]] Result<void> openView();
    [[nodiscard]] Result<void> indexTail();
    [[nodiscard]] Result<void> loadBoard();
    [[nodiscard]] Result<void> loadPending();
    [[nodiscard]] Result<void> readOutbox();

    std::set<IncidentId> applyItems(const std::vector<log::FeedItem>& items);
    /// Null when the feed has nothing of it that can be shown. A page that cannot be read is an error: a board with a hole
    /// in it would be worse than none.
    [[nodiscard]] Result<model::IncidentPtr> loadConfirmed(const IncidentId& id) const;
    [[nodiscard]] Result<void> confirm(Tracked& tracked, const IncidentId& id) const;
    [[nodiscard]] model::IncidentPtr foldItems(std::span<const log::FeedItem> items) const;
    void refold(Tracked& tracked) const;
    void publish(const std::set<IncidentId>& ids);
    void publishOutbox();
    void publishLink();
    void onJudged(const sync::Verdict& verdict);
    void onStoreFailed(const Error& error);
    void mirrorFailed(const Error& error);
    void compactMirror();
    void warn(const std::string& line) const { m_listener.log(Weight::Warning, line); }

    [[nodiscard]] log::Entry
    makeEntry(const IncidentId& incident, const model::Act& act, std::uint64_t base);

    DeskOptions m_options;
    Listener m_listener;
    Transport m_transport;
    model::Actor m_actor;
    std::optional<store::FolderLock> m_lock;
    std::optional<SigningKey> m_key;
    std::optional<store::DeskLog> m_log;
    std::optional<store::DeskView> m_view;
    std::optional<store::OutboxMirror> m_mirror;
    std::optional<sync::DeskSync> m_sync;
    std::map<IncidentId, Tracked> m_world;
    std::vector<store::OwnEntry> m_outbox;
    UlidMaker m_ulids;
    log::HybridClock m_hybrid;
    LinkStatus m_lastLink;
    std::optional<Error> m_fault;
    bool m_isRebuilt = false;
    bool m_hasToldClock = false;
};

} // namespace sz::desk
