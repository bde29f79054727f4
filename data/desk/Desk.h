// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The console's façade: owns store and link threads, takes intents, gives back futures and ChangeSets.

#include "data/base/Clock.h"
#include "data/desk/Profile.h"
#include "data/model/World.h"

#include <QFuture>
#include <QMetaType>
#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sz::desk {

enum class LinkState : std::uint8_t
{
    Offline,
    Connecting,
    CatchingUp,
    Live,
    Refused, ///< headquarters or the certificate says no; trying again does not help by itself
};

/// What every window tells (architecture.md, "What the desk always tells").
struct LinkStatus
{
    LinkState state = LinkState::Offline;
    Instant since;                    ///< when this state began
    std::optional<Instant> asOf;      ///< headquarters' word that nothing newer exists; none = never yet
    int unsent = 0;                   ///< own acts without a verdict
    int rejected = 0;                 ///< own acts headquarters refused and nobody has dealt with
    int attempts = 0;                 ///< since the link was lost
    std::optional<Instant> nextAttempt;
    Code reason = Code::Internal;     ///< why Offline or Refused; Internal = no reason known
    std::string detail;
    Millis clockOffset{0};            ///< headquarters' clock minus ours
    std::string headquarters;
    bool isOtherPlan = false;         ///< headquarters runs another plan folder than this desk
    bool operator==(const LinkStatus&) const = default;
};

enum class OutboxState : std::uint8_t
{
    Unsent,
    Rejected,
};

/// One own act that is not (yet) part of the common log.
struct OutboxLine
{
    std::uint64_t counter = 0;
    Instant at;
    IncidentId incident;
    std::shared_ptr<const model::Act> act;
    OutboxState state = OutboxState::Unsent;
    Code code = Code::Internal; ///< reason of a rejection
    std::string detail;
};

/// What changed on the board; values only.
struct ChangeSet
{
    bool isReset = false; ///< forget everything first
    std::vector<model::IncidentPtr> changed;
    std::vector<IncidentId> removed;
};

/// An act is on this desk's disk: the screen may say 已保存.
struct Receipt
{
    IncidentId incident;
    std::string entry;
    std::uint64_t counter = 0;
};

/// Something the operator must know about the desk's own files; shown as a strip until read.
struct Notice
{
    enum class Kind : std::uint8_t
    {
        ViewRebuilt,   ///< view.db was damaged or of another version and has been rebuilt
        LogSetAside,   ///< log.db was damaged: `detail` names where it is kept; unsent acts salvaged = `count`
        StoreFailed,   ///< nothing more can be saved: restart
        ClockOff,      ///< our clock differs by more than 30 s from headquarters'
    };
    Kind kind = Kind::ViewRebuilt;
    int count = 0;
    std::string detail;
};

/// Thread: gui. All slow work is done by its own threads; destruction drains the store and joins.
class Desk : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        Profile profile;
        std::shared_ptr<const plan::Plan> plan;
        std::filesystem::path planFolder; ///< of `plan`, to compare with headquarters'; empty: not compared
        const Clock* clock = nullptr; ///< outlives the desk
        PostCode post;                ///< post the operator acts as; empty = the unit's first
        bool isLinkEnabled = true;    ///< false: screenshots and tests without headquarters
    };
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
    /// Where this desk's files lie; drafts go there too.
    [[nodiscard]] const std::filesystem::path& profileFolder() const;

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

    /// Makes order ids; unique, sortable.
    [[nodiscard]] OrderId newOrderId();
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
    void noticed(const sz::desk::Notice& notice);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sz::desk

Q_DECLARE_METATYPE(sz::Error)
Q_DECLARE_METATYPE(sz::desk::ChangeSet)
Q_DECLARE_METATYPE(sz::desk::LinkStatus)
Q_DECLARE_METATYPE(sz::desk::Notice)
