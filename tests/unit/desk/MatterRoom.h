// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk on a wire made of lists, for what is told of the operation as such: its mode, shifts, drawings, changes of the plan.

#include "data/desk/DeskCore.h"
#include "data/model/Matters.h"
#include "data/net/Authority.h"
#include "tests/support/SamplePlan.h"

#include <algorithm>

namespace sz::test {

inline const Instant kNow = fromUtcMs(1'790'000'000'000);

/// Another desk's entry, as it comes in the feed of this one.
template <class Matter>
log::FeedItem itemOf(
    std::uint64_t seq,
    std::uint64_t number,
    const typename Matter::Act& act,
    const char* post = "HQ-leader",
    Minutes later = {})
{
    static UlidMaker ids;
    log::Entry entry;
    entry.id = ids.next(kNow);
    entry.desk = DeskId("desk-2");
    entry.unit = UnitCode("HQ");
    entry.post = PostCode(post);
    entry.time = {kNow + later, 0};
    entry.type = Matter::type(act);
    entry.subject = Matter::subject();
    entry.body = Matter::encode(act);
    return {seq, number, kNow + later, 0, log::encodeEntry(entry)};
}

class MatterRoom
{
public:
    struct Setting
    {
        const char* unit = "HQ";
        std::size_t bulkFrom = 1'000; ///< a backlog so long is taken in at once
        const char* post = "";
        std::shared_ptr<const plan::Plan> plan = samplePlan();
    };
    MatterRoom(const std::filesystem::path& folder, Setting setting) : m_unit(setting.unit)
    {
        desk::DeskOptions o;
        o.profile.folder = folder;
        o.profile.unit = m_unit;
        o.profile.desk = DeskId("desk-1");
        o.profile.operation = OperationId("op");
        o.profile.credentials.key = net::keyToPem(*SigningKey::fromSeed(Bytes(32, 7)));
        o.plan = std::move(setting.plan);
        o.post = PostCode(setting.post);
        o.clock = &m_clock;
        o.bulkFrom = setting.bulkFrom;
        core.emplace(
            o, listener(),
            desk::DeskCore::Transport{[] {}, [] {}, [this](const Bytes& b) { sent.push_back(b); }});
        core->open().value();
    }

    void join(std::uint64_t head)
    {
        core->startLink();
        core->linkUp();
        sync::Welcome welcome;
        welcome.now = kNow;
        welcome.feedHead = head;
        welcome.received = 0;
        core->linkMessage(sync::encodeFrame(welcome));
    }
    void tell(const std::vector<log::FeedItem>& items)
    {
        Digest hash = core->log()->feedHead().hash;
        for (const log::FeedItem& item : items) {
            hash = log::feedLink(hash, item);
        }
        core->linkMessage(sync::encodeFrame(sync::Feed{m_unit, items, hash}));
    }
    /// Headquarters takes the last own entry, as this number.
    void accept(std::uint64_t number) { judge(sync::VerdictKind::Accepted, number, {}, {}); }
    void refuse(Code code, const std::string& why)
    {
        judge(sync::VerdictKind::Rejected, 0, code, why);
    }
    [[nodiscard]] int told(desk::Notice::Kind kind) const
    {
        return static_cast<int>(std::ranges::count(notices, kind, &desk::Notice::kind));
    }

    std::map<IncidentId, model::IncidentPtr> board;
    std::vector<desk::OutboxLine> outbox;
    std::vector<desk::Notice> notices;
    std::vector<Bytes> sent;
    desk::LinkStatus link;
    desk::ModeStatus mode;
    std::shared_ptr<const model::ShiftState> shift;
    std::shared_ptr<const model::DrawingState> drawings;
    std::shared_ptr<const model::PlanState> plan;
    std::optional<desk::DeskCore> core;

private:
    desk::DeskCore::Listener listener()
    {
        desk::DeskCore::Listener out;
        out.changed = [this](const desk::ChangeSet& c) {
            for (const auto& incident : c.changed) {
                board[incident->id] = incident;
            }
        };
        out.link = [this](const desk::LinkStatus& s) { link = s; };
        out.outbox = [this](std::vector<desk::OutboxLine> lines) { outbox = std::move(lines); };
        out.notice = [this](const desk::Notice& n) { notices.push_back(n); };
        out.log = [](desk::DeskCore::Weight, const std::string&) {};
        out.mode = [this](desk::ModeStatus m) { mode = std::move(m); };
        out.shift = [this](auto s) { shift = std::move(s); };
        out.drawings = [this](auto s) { drawings = std::move(s); };
        out.plan = [this](auto s) { plan = std::move(s); };
        return out;
    }
    void judge(sync::VerdictKind kind, std::uint64_t number, Code code, const std::string& why)
    {
        sync::Verdicts verdicts;
        verdicts.verdicts.push_back({core->log()->authorHead().seq, kind, number, code, why});
        verdicts.now = kNow;
        core->linkMessage(sync::encodeFrame(verdicts));
    }

    ManualClock m_clock{kNow};
    UnitCode m_unit;
};

} // namespace sz::test
