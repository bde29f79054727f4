// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console's façade: owns store and link threads, takes intents, gives back futures and ChangeSets.

#include "data/desk/DeskValues.h"

#include <QFuture>
#include <QMetaType>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace sz::desk {

/// Thread: gui. All slow work is done by its own threads; destruction drains the store and joins.
class Desk : public QObject
{
    Q_OBJECT
public:
    using Options = DeskOptions;
    explicit Desk(Options options, QObject* parent = nullptr);
    ~Desk() override;

    /// Opens the files on the store thread and starts the link; `opened` or `openFailed` follows.
    void start();

    [[nodiscard]] const plan::Plan& plan() const;
    [[nodiscard]] std::shared_ptr<const plan::Plan> sharedPlan() const;
    [[nodiscard]] const Clock& clock() const;
    /// Who acts at this desk.
    [[nodiscard]] model::Actor actor() const;
    [[nodiscard]] UnitCode unit() const;
    [[nodiscard]] const DeskId& deskId() const;
    /// Seals what else is written there; null when the desk is not protected.
    [[nodiscard]] vault::DataKey dataKey() const;
    /// Where this desk's files lie; drafts go there too.
    [[nodiscard]] const std::filesystem::path& profileFolder() const;
    /// Of plan(); empty when it is not known.
    [[nodiscard]] const std::filesystem::path& planFolder() const;

    /// All incidents the board shows: open ones and those closed in the last 24 h, overlay of unsent acts included.
    [[nodiscard]] const std::map<IncidentId, model::IncidentPtr>& incidents() const;
    /// Null when the board does not hold it.
    [[nodiscard]] model::IncidentPtr incident(const IncidentId& id) const;
    [[nodiscard]] const LinkStatus& link() const;
    [[nodiscard]] const std::vector<OutboxLine>& outbox() const;
    [[nodiscard]] bool isOpen() const;

    /// The rule over what is on the board now: for enabled states and reasons.
    [[nodiscard]] Result<void> canPerform(const IncidentId& incident, const model::Act& act) const;

    /// The only way to change the world. Checks the rule, writes the entry durably, shows it, sends it.
    /// `incident` is empty for ReportIncident. Errors: 3xx rules, 5xx store.
    [[nodiscard]] QFuture<Result<Receipt>> perform(const IncidentId& incident, model::Act act);

    /// Seals a caller's contact (at most 200 characters) into an incident. Errors: see DeskCore::sealContact.
    [[nodiscard]] QFuture<Result<Receipt>>
    sealContact(const IncidentId& incident, std::string text);
    /// Writes the trace, then gives the text. Errors: see DeskCore::openContact.
    [[nodiscard]] QFuture<Result<std::string>>
    openContact(const IncidentId& incident, const ContactId& contact);

    /// Among all incidents this desk was ever told of, by any characters of title, place and narrative, or pinyin initials.
    [[nodiscard]] QFuture<Result<SearchResult>> search(std::string typed);
    /// An incident that may not be on the board (any more). Errors: NoSuchIncident, 5xx store.
    [[nodiscard]] QFuture<Result<model::IncidentPtr>> fetch(const IncidentId& id);

    /// Copies a file in, under the hash of its bytes, and writes the act that attaches it; the officer's file is only read.
    /// `name` is what others see. Errors: 3xx rules (FileTooLarge, FileTypeRefused, FilesFull, AlreadyDone, …),
    /// FileUnreadable, NoSpace, 5xx store.
    [[nodiscard]] QFuture<Result<Receipt>> attachFile(
        const IncidentId& incident,
        std::filesystem::path source,
        std::string name,
        std::string mediaType,
        const OrderId& order = {});
    /// The same with bytes: a picture from the clipboard.
    [[nodiscard]] QFuture<Result<Receipt>> attachBytes(
        const IncidentId& incident,
        Bytes bytes,
        std::string name,
        std::string mediaType,
        const OrderId& order = {});
    /// A copy in the clear for a viewer, its name made here; fetched from headquarters when it is not here. Errors: NotFound
    /// (headquarters has not got it yet), LinkDown, BadChain (damaged), NoSpace, Io.
    [[nodiscard]] QFuture<Result<std::filesystem::path>>
    openFile(const IncidentId& incident, const Digest& hash);
    /// Away when nothing is known of it.
    [[nodiscard]] FileStatus fileStatus(const Digest& hash) const;

    /// Makes order ids; unique, sortable.
    [[nodiscard]] OrderId newOrderId();
    /// In which mode the operation is run.
    [[nodiscard]] const ModeStatus& mode() const;
    /// May it be done here now? Errors: see model::checkMode.
    [[nodiscard]] Result<void> canSetMode(const model::ModeAct& act) const;
    /// Starts or ends a mode; `modeChanged` tells of it. Errors: see DeskCore::setMode.
    [[nodiscard]] QFuture<Result<Receipt>> setMode(model::ModeAct act);
    /// Rosters, leaders, presence, promises, handovers, the own unsent acts included; never null.
    [[nodiscard]] const std::shared_ptr<const model::ShiftState>&
    shift() const; // read by both threads
    /// May it be done here now? Errors: see model::checkShift.
    [[nodiscard]] Result<void> canPerformShift(const model::ShiftAct& act) const;
    /// Saves an act about shifts; `shiftChanged` tells of it. Errors: see DeskCore::performShift.
    [[nodiscard]] QFuture<Result<Receipt>> performShift(model::ShiftAct act);
    /// What is drawn on the map, the own unsent acts included; never null.
    [[nodiscard]] const std::shared_ptr<const model::DrawingState>&
    drawings() const; // read by both threads
    /// May it be done here now? Errors: see model::checkDrawing.
    [[nodiscard]] Result<void> canPerformDrawing(const model::DrawingAct& act) const;
    /// Draws on the map or erases; `drawingsChanged` tells of it. Errors: see DeskCore::performDrawing.
    [[nodiscard]] QFuture<Result<Receipt>> performDrawing(model::DrawingAct act);
    /// Proposed and approved changes of the plan, the own unsent acts included; never null.
    [[nodiscard]] const std::shared_ptr<const model::PlanState>&
    planState() const; // read by both threads
    /// The plan as it was, is or will be in force then; the same pointer while it is the same plan. plan() is the folder's:
    /// its units, names and rules never change while the program runs.
    [[nodiscard]] std::shared_ptr<const plan::Plan> planAt(Instant when) const; // kept by many
    /// May it be done here now? Errors: see model::checkPlanAct.
    [[nodiscard]] Result<void> canPerformPlan(const model::PlanAct& act) const;
    /// `planChanged` tells of it. Errors: see DeskCore::performPlan.
    [[nodiscard]] QFuture<Result<Receipt>> performPlan(model::PlanAct act);
    /// Who may sit here and who does.
    [[nodiscard]] const SeatStatus& seat() const;
    /// See DeskCore::signOn; `seatChanged` tells what came of it.
    void signOn(
        const PersonCode& person,
        const PostCode& post,
        const std::string& secret,
        const std::string& newSecret = {});
    void signOff();
    void unlock(const PersonCode& person);
    /// Takes a rejected act off the list (it stays in the log file).
    void dismissRejected(std::uint64_t counter);
    /// Tries the link at once.
    void reconnectNow();
    /// Headquarters moved (a local one got another port); takes effect with the next attempt, which follows at once.
    void setHeadquarters(const net::Endpoint& endpoint);

Q_SIGNALS:
    void opened();
    void openFailed(const sz::Error& error);
    void changed(const sz::desk::ChangeSet& changes);
    void linkChanged(const sz::desk::LinkStatus& status);
    void outboxChanged();
    void seatChanged(const sz::desk::SeatStatus& seat);
    void noticed(const sz::desk::Notice& notice);
    void modeChanged(const sz::desk::ModeStatus& mode);
    void filesChanged();
    void shiftChanged();
    void drawingsChanged();
    void planChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sz::desk

Q_DECLARE_METATYPE(sz::Error)
Q_DECLARE_METATYPE(sz::desk::ChangeSet)
Q_DECLARE_METATYPE(sz::desk::LinkStatus)
Q_DECLARE_METATYPE(sz::desk::Notice)
Q_DECLARE_METATYPE(sz::desk::SeatStatus)
