// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What happens on the store thread: files, folds, the sync machine. Nothing of it is touched by another thread; no Qt, so
// that the simulator can run fifty of them on one.

#include "data/desk/BulkIndex.h"
#include "data/desk/CertificateKeeper.h"
#include "data/desk/ContactKeeper.h"
#include "data/desk/DeskFiles.h"
#include "data/desk/DeskSearch.h"
#include "data/desk/DeskValues.h"
#include "data/desk/MatterKeeper.h"
#include "data/desk/SeatKeeper.h"
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
        std::function<void(SeatStatus)> seat = {};
        std::function<void(std::vector<FileStatus>)> files = {}; ///< those that have changed
        std::function<void(ModeStatus)> mode = {};
        std::function<void(std::shared_ptr<const model::ShiftState>)> shift = {}; // read by both
        std::function<void(std::shared_ptr<const model::DrawingState>)> drawings = {}; // as shift
        std::function<void(std::shared_ptr<const model::PlanState>)> plan = {};        // as shift
    };
    /// How the core reaches the network; given by the façade.
    struct Transport
    {
        std::function<void()> open;
        std::function<void()> close;
        std::function<void(Bytes)> send;
        std::function<void(const net::Credentials&)> renewed =
            {}; ///< may be empty: connect with these from now on
    };
    DeskCore(DeskOptions options, Listener listener, Transport transport);
    ~DeskCore();

    /// Files, salvage, first board. Errors: StoreLocked, StoreFromFuture, StoreOpen, NoSpace, BadArgument, BadEncoding (key).
    [[nodiscard]] Result<void> open();
    void startLink();
    /// Texts of incidents that came back to this unit are on their way.
    [[nodiscard]] bool isRecalling() const { return m_sync && m_sync->isRecalling(); }

    [[nodiscard]] Result<Receipt> perform(const IncidentId& incident, const model::Act& act);
    /// Starts or ends a mode of the operation. Shown at once; headquarters judges again. Errors: see model::checkMode; the
    /// 7xx of people, the store's.
    [[nodiscard]] Result<Receipt> setMode(const model::ModeAct& act);
    /// An act about shifts. Shown at once; headquarters judges again. Errors: see model::checkShift; the 7xx of people, the store's.
    [[nodiscard]] Result<Receipt> performShift(const model::ShiftAct& act);
    /// Draws on the map or erases; as performShift. Errors: see model::checkDrawing.
    [[nodiscard]] Result<Receipt> performDrawing(const model::DrawingAct& act);
    /// Proposes a change of the plan, decides on one, takes one back; as performShift. Errors: see model::checkPlanAct.
    [[nodiscard]] Result<Receipt> performPlan(const model::PlanAct& act);
    /// With headquarters it looks at the password, without the desk does. The listener's `seat` tells what came of it;
    /// nothing happens while one is being asked for.
    void signOn(
        const PersonCode& person,
        const PostCode& post,
        const std::string& secret,
        const std::string& newSecret);
    void signOff();
    /// Lets a person of this unit try again, here and (once sent) everywhere. Errors: SignOnNeeded, GrantExpired, NotAllowed,
    /// the store's.
    [[nodiscard]] Result<void> unlock(const PersonCode& person);
    /// Seals a caller's contact into an incident; at most 200 characters. The key is on the disk before the entry is.
    /// Errors: MissingField, BadArgument (too long), ContactExpired (the report is too old), the rules' and the store's.
    [[nodiscard]] Result<Receipt> sealContact(const IncidentId& incident, const std::string& text);
    /// Writes that it is being read, then calls `done` with the text: at once for a contact sealed here, else when
    /// headquarters has taken the entry and given the key. One at a time: a second one ends the first with Cancelled.
    /// Errors: ContactExpired, ContactAway (no link, and it was sealed elsewhere), NotFound, the rules' and the store's.
    void openContact(
        const IncidentId& incident,
        const ContactId& contact,
        std::function<void(Result<std::string>)> done);
    void dismissRejected(std::uint64_t counter);
    void reconnect();
    /// Among all incidents the desk was ever told of; newest first.
    [[nodiscard]] SearchResult search(std::string_view typed);
    /// An incident, also one that is not on the board. Errors: NoSuchIncident, the stores'.
    [[nodiscard]] Result<model::IncidentPtr> fetch(const IncidentId& id);
    /// Copies files in; shared with another thread. Null before open().
    [[nodiscard]] std::shared_ptr<FileKeeper> fileKeeper() const
    {
        return m_files ? m_files->keeper() : nullptr;
    }
    /// May it be attached? Before its bytes are copied: `hash` may be zeros. Errors: the rule's.
    [[nodiscard]] Result<void>
    canAttach(const IncidentId& incident, const model::AttachFile& file) const;
    /// Its bytes are in the keeper. Saved, with the bytes, when it returns. Errors: as perform; NotFound (no bytes).
    [[nodiscard]] Result<Receipt> attach(const IncidentId& incident, const model::AttachFile& file);
    /// See DeskFiles::openCopy.
    void openFile(const IncidentId& incident, const Digest& hash, DeskFiles::Opened done);
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
    void openSearch();
    void addUnsent(std::string_view typed, SearchResult& result) const;
    [[nodiscard]] Result<void> indexTail();
    [[nodiscard]] Result<void> loadBoard();
    [[nodiscard]] Result<void> loadPending();
    /// The board as files and outbox say it, all of it anew.
    [[nodiscard]] Result<void> showAll();
    [[nodiscard]] Result<void> rebuildView();
    void viewFailed(const Error& error);
    void onApplied(const std::vector<log::FeedItem>& items, std::uint64_t left);
    void finishBulk();
    void onImporting(const std::vector<log::FeedItem>& items);
    void onImported();
    [[nodiscard]] Result<void> indexImported();
    [[nodiscard]] Result<void> readOutbox();

    std::set<IncidentId> applyItems(const std::vector<log::FeedItem>& items);
    /// Null when the feed has nothing of it that can be shown. A page that cannot be read is an error: a board with a hole
    /// in it would be worse than none.
    [[nodiscard]] Result<model::IncidentPtr> loadConfirmed(const IncidentId& id) const;
    [[nodiscard]] Result<void> confirm(Tracked& tracked, const IncidentId& id) const;
    /// Errors: StoreCorrupt of the view, which named places of another incident.
    [[nodiscard]] Result<model::IncidentPtr>
    foldItems(const IncidentId& id, std::span<const log::FeedItem> items) const;
    [[nodiscard]] bool isViewDamage(const Error& error) const;
    void refold(Tracked& tracked) const;
    void showOneMore(Tracked& tracked) const;
    void publish(const std::set<IncidentId>& ids);
    void publishOutbox();
    [[nodiscard]] const OutboxLine* outboxLine(const store::OwnEntry& own);
    void publishLink();
    /// Notice ClockOff: `count` is the seconds ours is behind headquarters'; 0 when it is right again.
    void watchClock(Millis offset);
    /// Gives up what the unit has no part in any more, and asks for what it has again (DeskCoreScope.cpp).
    void followScope(const std::set<IncidentId>& ids);
    [[nodiscard]] Result<bool> giveUp(const IncidentId& id);
    [[nodiscard]] Result<void> removeBodies(const IncidentId& id);
    [[nodiscard]] Result<void> askAgain(const IncidentId& id);
    [[nodiscard]] Result<void> markScope();
    [[nodiscard]] Result<void> resumeScope();
    void openFiles();
    void resumeFiles();
    [[nodiscard]] bool isRefusedFile(const Digest& hash) const;
    void followFiles(const std::set<IncidentId>& ids);
    [[nodiscard]] Result<void> dropFiles(const IncidentId& id);
    void onRecalled(const sync::Recalled& answer);
    [[nodiscard]] Result<void> giveUpDenied(const std::vector<std::uint64_t>& seqs);
    using PlacesOf = std::map<IncidentId, std::vector<std::uint64_t>>;
    [[nodiscard]] Result<void> indexBack(const PlacesOf& back);
    [[nodiscard]] Result<void> foldBack(const PlacesOf& back);
    void onWelcome(const sync::Welcome& welcome);
    void onRenewed(const sync::Renewed& renewed);
    void askForRenewal();
    void lookAtCertificate();
    [[nodiscard]] Instant headquartersNow() const;
    void onJudged(const sync::Verdict& verdict);
    [[nodiscard]] bool onOtherJudged(const log::Entry& entry, const store::OwnEntry& own);
    void settleRefused();
    void onStoreFailed(const Error& error);
    void mirrorFailed(const Error& error);
    void compactMirror();
    void warn(const std::string& line) const { m_listener.log(Weight::Warning, line); }

    /// The operation's mode to the screen (DeskCoreMode.cpp).
    void showMode();
    /// Mode; rosters, presence, promises, handovers; drawings; changes of the plan (DeskCoreMatters.cpp).
    [[nodiscard]] Result<void> loadMatters();
    [[nodiscard]] Result<void>
    addMatters(const std::map<std::string, std::vector<MatterEntry>>& told);
    /// True when it is an entry of one of them.
    [[nodiscard]] bool isMatterJudged(const log::Entry& entry, const store::OwnEntry& own);
    template <class Matter>
    [[nodiscard]] MatterKeeper<Matter>& keeper();
    template <class Matter>
    void tell();
    template <class Matter>
    [[nodiscard]] Result<void> loadMatter();
    template <class Matter>
    [[nodiscard]] Result<void> addMatter(const std::vector<MatterEntry>& items);
    template <class Matter>
    [[nodiscard]] Result<Receipt> performMatter(const typename Matter::Act& act);
    template <class Matter>
    void onMatterJudged(const log::Entry& entry, const store::OwnEntry& own);
    /// What the officer wrote in such an act, as far as it can be put right from its line in the outbox; may be empty.
    [[nodiscard]] static std::string wordsOfMatter(const log::Entry& entry);

    [[nodiscard]] Result<void> openSeat();
    void publishSeat();
    void onSignedOn(const Result<model::Grant>& grant, const PersonCode& person, bool isOffline);
    void onAnswer(const sync::SignedOn& answer);
    void onPeople(const sync::People& people);
    void refused(const char* what, const Error& why, const PersonCode& person);
    void writeRefusals(Instant now);
    void writeSeat(const model::SeatAct& act);
    void endWaiting();

    /// A contact that waits for headquarters' word (DeskCoreContacts.cpp).
    struct OpeningContact
    {
        IncidentId incident;
        ContactId contact;
        Receipt receipt;
        Instant since;
        std::function<void(Result<std::string>)> done;
    };
    [[nodiscard]] Result<model::Contact>
    readable(const IncidentId& incident, const ContactId& contact);
    void endOpening(Result<std::string> answer);
    void sendContactKeys();
    void onContactJudged(const log::Entry& entry, const store::OwnEntry& own);
    void onKeysKept(const sync::ContactKeysKept& kept);
    void onKeyGiven(const sync::ContactKeyGiven& given);
    void contactsFailed(const Error& error);
    void tendContacts();
    void onSeatJudged(const log::Entry& entry, const store::OwnEntry& own);
    [[nodiscard]] log::Entry newEntry();
    [[nodiscard]] Result<store::OwnEntry> save(const log::Entry& entry);
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
    std::optional<DeskSearch> m_search;
    std::optional<BulkIndex>
        m_bulk; ///< while a great backlog comes in; the board stands still meanwhile
    std::optional<BulkIndex> m_importIndex; ///< of the snapshot that is being written
    std::optional<store::OutboxMirror> m_mirror;
    std::optional<sync::DeskSync> m_sync;
    std::optional<SeatKeeper> m_seat;
    MatterKeeper<model::ModeMatter> m_modeKept;
    ModeStatus m_mode; ///< as it was told last
    bool m_hasShownMode = false;
    MatterKeeper<model::ShiftMatter> m_shift;
    MatterKeeper<model::DrawingMatter> m_drawings;
    MatterKeeper<model::PlanMatter> m_planChanges;
    ContactKeeper m_contacts;
    std::optional<OpeningContact> m_opening;
    std::optional<Instant> m_contactsTended;
    std::optional<Instant> m_contactKeysSent;
    bool m_hasHeadquartersTime = false; ///< since the start
    std::optional<DeskFiles> m_files;
    model::RefusalBook m_refusals;
    std::map<IncidentId, Tracked> m_world;
    std::vector<store::OwnEntry> m_outbox;
    std::map<std::uint64_t, OutboxLine> m_lines; ///< of m_outbox by counter, decoded once
    UlidMaker m_ulids;
    log::HybridClock m_hybrid;
    LinkStatus m_lastLink;
    CertificateKeeper m_certificate;
    std::string m_authority; ///< fingerprint, as headquarters' Welcome told it
    std::optional<Instant> m_lookedAt;
    std::optional<Error> m_fault;
    bool m_isRebuilt = false;
    std::optional<Millis> m_toldClock; ///< the offset the operator was told of, until it is right
};

/// Who acts at a desk where nobody signs on: the post the options name, else the unit's first.
[[nodiscard]] model::Actor sharedActor(const DeskOptions& options);

} // namespace sz::desk
