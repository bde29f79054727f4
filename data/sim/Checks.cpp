// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Checks.h"

#include "data/model/Matters.h"
#include "data/sim/MoreChecks.h"

#include <algorithm>
#include <format>
#include <set>

namespace sz::sim {
namespace {

std::string text(const std::optional<Instant>& at)
{
    return at ? std::to_string(toUtcMs(*at)) : "-";
}

std::string orderText(const model::Order& o)
{
    return std::format(
        "order {} {} {} lead={} '{}' by {} {} at {} limits {}/{}/{} work {}/{} state {} signed {} "
        "moving {} "
        "scene {} done {} "
        "returned {} word {} '{}' reminders {}\n",
        o.id.value, o.unit.value, o.post.value, o.isLead, o.text, o.issuedBy.value,
        o.issuedByUnit.value, toUtcMs(o.issuedAt), o.signMinutes, o.doneMinutes, o.arriveMinutes,
        o.work ? static_cast<int>(o.work->unit) : 0, o.work ? o.work->amount : 0,
        static_cast<int>(o.state), text(o.signedAt), text(o.movingAt), text(o.onSceneAt),
        text(o.doneAt), text(o.returnedAt), text(o.firstWordAt), o.lastWord, o.reminders);
}

std::string describeLists(const model::Incident& i)
{
    std::string out;
    std::ranges::for_each(i.orders, [&](const auto& o) { out += orderText(o); });
    for (const auto& r : i.reports) {
        out += std::format(
            "report {} {} {} due {} '{}'\n", static_cast<int>(r.stage), r.ordinal, toUtcMs(r.at),
            text(r.wasDue), r.text);
    }
    for (const auto& t : i.trace) {
        out += std::format(
            "trace {} {} {} {} #{} {} {}\n", t.entry, toUtcMs(t.at), t.unit.value, t.post.value,
            t.number, model::actType(*t.act), toHex(sha256(model::encodeAct(*t.act))));
    }
    for (const auto& c : i.conflicts) {
        out += std::format(
            "conflict {} '{}' '{}' {} {}\n", c.field, c.standing, c.other, c.otherUnit.value,
            toUtcMs(c.otherAt));
    }
    for (const auto& [field, mark] : i.fieldMarks) {
        out +=
            std::format("mark {} {} {} '{}'\n", field, mark.version, mark.desk.value, mark.value);
    }
    for (const auto& s : i.steps) {
        out += std::format(
            "step {} {} {} {} {}\n", s.ref(), s.unit.value, toUtcMs(s.since), toUtcMs(s.due),
            toUtcMs(s.nearFrom));
    }
    return out;
}

/// The whole check of one rest. Reads headquarters' log once and tells the story again in its own words.
class Rest
{
public:
    Rest(
        Ground& ground,
        const std::vector<std::unique_ptr<HqNode>>& headquarters,
        const std::vector<std::unique_ptr<DeskNode>>& desks,
        const std::map<DeskId, std::uint64_t>& revoked)
        : m_ground(ground), m_hq(*headquarters.front()), m_all(headquarters), m_desks(desks),
          m_revoked(revoked)
    {
    }

    void check()
    {
        retell();
        checkChains();
        checkHeadquarters();
        checkDisabled(m_ground, m_entries);
        for (const auto& desk : m_desks) {
            checkActs(*desk);
            if (desk->takesPart()) {
                checkFeed(*desk);
                checkBoard(*desk);
                checkScreen(m_ground, *desk, m_entries, m_maySee[desk->unit()]);
            }
        }
    }

private:
    void violate(const std::string& what) { m_ground.violations.push_back(what); }

    // Numbers without gaps; who may see what, and each incident as it stands.
    void retell()
    {
        std::set<std::string> ids;
        const auto read = m_hq.log()->forEach([&](const store::NumberedEntry& stored) {
            if (stored.number != m_entries.size() + 1) {
                violate(std::format(
                    "number {} stands at place {}", stored.number, m_entries.size() + 1));
            }
            if (!ids.insert(stored.id).second) {
                violate("entry twice in the log: " + stored.id);
            }
            const auto end = m_revoked.find(stored.desk);
            if (end != m_revoked.end() && stored.number > end->second) {
                violate(std::format(
                    "entry {} of {} was accepted after its revocation", stored.number,
                    stored.desk.value));
            }
            m_entries.push_back(stored);
            tell(stored);
        });
        if (!read) {
            violate("headquarters' log cannot be read: " + read.error().detail);
        }
    }

    void tell(const store::NumberedEntry& stored)
    {
        const auto entry = log::decodeEntry(stored.raw);
        if (!entry) {
            violate(std::format("entry {} cannot be read", stored.number));
            return;
        }
        if (model::isForAll(stored.subject)) {
            for (const plan::Unit& unit : m_ground.plan->units) {
                m_maySee[unit.code].insert(stored.number);
            }
            return;
        }
        if (model::isOfShift(stored.subject)) {
            tellShift(stored, *entry);
            return;
        }
        if (stored.subject.kind == log::SubjectKind::Operation) {
            for (const UnitCode& unit : {UnitCode("HQ"), entry->unit}) {
                m_maySee[unit].insert(stored.number);
            }
            return;
        }
        model::IncidentPtr& incident = m_incidents[IncidentId(stored.subject.id)];
        auto& history = m_histories[stored.subject.id];
        history.push_back(stored.number);
        const std::set<UnitCode> before =
            incident ? model::audienceOf(*incident) : std::set<UnitCode>{};
        const auto after =
            model::foldIncident(*m_ground.plan, incident, *entry, {stored.number, stored.serial});
        if (!after) {
            violate(std::format("entry {} does not fold", stored.number));
            return;
        }
        incident = *after;
        std::set<UnitCode> units = model::audienceOf(*incident);
        units.insert(before.begin(), before.end());
        for (const UnitCode& unit : units) {
            m_maySee[unit].insert(history.begin(), history.end());
        }
    }

    void tellShift(const store::NumberedEntry& stored, const log::Entry& entry)
    {
        std::set<UnitCode> units{UnitCode("HQ"), entry.unit};
        if (const auto act = model::decodeShiftAct(entry); act && *act) {
            const auto audience = model::audienceOf(*m_ground.plan, m_shift, **act);
            units.insert(audience.units.begin(), audience.units.end());
            for (const plan::Unit& unit : m_ground.plan->units) {
                if (audience.isForAll) {
                    units.insert(unit.code);
                }
            }
        }
        model::foldShift(*m_ground.plan, m_shift, entry);
        for (const UnitCode& unit : units) {
            m_maySee[unit].insert(stored.number);
        }
    }

    // All of them hold the same state, whoever took what in.
    void checkHeadquarters()
    {
        for (const auto& hq : m_all) {
            for (const auto& [id, incident] : m_incidents) {
                const auto held = hq->engine()->incident(id);
                if (!incident || !held || describe(*held) != describe(*incident)) {
                    violate("a headquarters holds incident " + id.value + " otherwise");
                }
            }
        }
    }

    // Each desk's own chain over everything it ever sent, accepted or refused.
    void checkChains()
    {
        for (const store::DeskRecord& desk : m_hq.engine()->desks()) {
            Digest author{};
            for (std::uint64_t counter = 1; counter <= desk.lastCounter; ++counter) {
                const auto decided = m_hq.log()->decided(desk.id, counter);
                if (!decided) {
                    violate(std::format("{} act {} is not in the log", desk.id.value, counter));
                    return;
                }
                author = log::authorLink(author, log::entryHash(decided->raw));
            }
            if (author != desk.author) {
                violate(desk.id.value + ": the author chain does not verify");
            }
        }
    }

    // Everything called saved has one verdict, the same on both sides; nothing stands twice; nothing denied stands.
    void checkActs(const DeskNode& desk)
    {
        for (const Saved& one : desk.saved()) {
            const auto decided = m_hq.log()->decided(desk.desk(), one.counter);
            if (!decided && desk.isRevoked()) {
                continue; // it was not heard in time
            }
            const auto entry =
                decided ? log::decodeEntry(decided->raw) : Result<log::Entry>{log::Entry{}};
            if (!decided || !entry || entry->id.text() != one.entry) {
                violate(std::format(
                    "{} act {} was called saved and headquarters does not have it",
                    desk.desk().value, one.counter));
            }
            checkOnce(one.mark);
        }
        for (const std::string& mark : desk.unsaved()) {
            if (countOf(mark) > 0) {
                violate("denied for want of space and in the log all the same: " + mark);
            }
        }
    }

    void checkOnce(const std::string& mark)
    {
        if (countOf(mark) > 1) {
            violate("done once and twice in the log: " + mark);
        }
    }

    std::size_t countOf(const std::string& mark)
    {
        const BytesView wanted = viewOf(mark);
        return static_cast<std::size_t>(
            std::ranges::count_if(m_entries, [&](const store::NumberedEntry& e) {
                const auto found = std::ranges::search(e.raw, wanted);
                // "does 1" is the beginning of "does 10"
                return !found.empty()
                       && (found.end() == e.raw.end() || *found.end() < '0' || *found.end() > '9');
            }));
    }

    // The feed is exactly what the unit may see, gap-free, with the right hashes, and the desk holds all of it.
    void checkFeed(DeskNode& desk)
    {
        std::vector<log::FeedItem> held;
        const auto read = desk.console()->log().eachFeed(0, [&](log::FeedItem&& item) {
            held.push_back(std::move(item));
            return true;
        });
        const auto theirs =
            m_hq.log()->feeds().after(desk.unit(), 0, 1'000'000, std::size_t{1} << 40);
        if (!read || !theirs) {
            violate(desk.desk().value + ": a feed cannot be read");
            return;
        }
        if (held.size() != theirs->items.size()) {
            violate(std::format(
                "{} holds {} of {} places", desk.desk().value, held.size(), theirs->items.size()));
        }
        Digest hash = log::feedStart(m_ground.operation, desk.unit());
        const bool giveUpIsDue =
            desk.console()->screen() != nullptr; // the program of another version keeps all
        std::set<std::uint64_t> numbers;
        for (std::size_t i = 0; i < held.size(); ++i) {
            log::FeedItem& item = held[i];
            const bool isKnown =
                item.seq == i + 1 && item.number >= 1 && item.number <= m_entries.size();
            if (isKnown && giveUpIsDue
                && isGivenUp(desk, m_entries[item.number - 1]) != item.raw.empty()) {
                violate(std::format(
                    "{} {} entry {}", desk.desk().value,
                    item.raw.empty() ? "has lost the body of" : "keeps the body of", item.number));
            }
            if (isKnown && item.raw.empty()) {
                item.raw = m_entries[item.number - 1].raw;
            }
            hash = log::feedLink(hash, item);
            const bool isSame = isKnown && item.raw == m_entries[item.number - 1].raw;
            if (!isSame) {
                violate(std::format(
                    "{} place {} is not what headquarters has", desk.desk().value, i + 1));
                return;
            }
            if (!numbers.insert(item.number).second) {
                violate(std::format("{} has entry {} twice", desk.desk().value, item.number));
            }
        }
        if (!held.empty()
            && (hash != desk.console()->log().feedHead().hash || hash != theirs->hash)) {
            violate(desk.desk().value + ": the running hash of the feed does not match");
        }
        checkSight(desk, numbers);
    }

    // What the unit has no part in any more lies on its desks without bodies.
    [[nodiscard]] bool isGivenUp(const DeskNode& desk, const store::NumberedEntry& entry) const
    {
        const auto about = m_hq.engine()->incident(IncidentId(entry.subject.id));
        return about != nullptr && !model::audienceOf(*about).contains(desk.unit());
    }

    // May see: all of an incident up to the last moment the unit belonged to it.
    void checkSight(const DeskNode& desk, const std::set<std::uint64_t>& numbers)
    {
        const std::set<std::uint64_t>& may = m_maySee[desk.unit()];
        for (const std::uint64_t number : numbers) {
            if (!may.contains(number)) {
                violate(std::format(
                    "{} sees entry {}, which is not for {}", desk.desk().value, number,
                    desk.unit().value));
            }
        }
        for (const std::uint64_t number : may) {
            if (!numbers.contains(number)) {
                violate(std::format("{} does not see entry {}", desk.desk().value, number));
            }
        }
    }

    // The screen shows the incidents the unit belongs to, as headquarters has them.
    void checkBoard(DeskNode& desk)
    {
        const Screen* screen = desk.console()->screen();
        if (screen == nullptr) {
            return;
        }
        const Board* board = &screen->board;
        std::map<IncidentId, model::IncidentPtr> expected;
        for (const std::uint64_t number : m_maySee[desk.unit()]) {
            const store::NumberedEntry& stored = m_entries[number - 1];
            const auto entry = log::decodeEntry(stored.raw);
            auto& incident = expected[IncidentId(stored.subject.id)];
            if (auto folded = model::foldIncident(
                    *m_ground.plan, incident, *entry, {stored.number, stored.serial})) {
                incident = *folded;
            }
        }
        std::erase_if(expected, [&](const auto& one) {
            const auto ours = m_hq.engine()->incident(one.first);
            return ours == nullptr || !model::audienceOf(*ours).contains(desk.unit());
        });
        for (const auto& [id, incident] : expected) {
            const auto shown = board->find(id);
            if (shown == board->end()) {
                violate(std::format("{} does not show incident {}", desk.desk().value, id.value));
            } else if (describe(*shown->second) != describe(*incident)) {
                violate(std::format(
                    "{} shows incident {} otherwise:\n{}\nthan it is:\n{}", desk.desk().value,
                    id.value, describe(*shown->second), describe(*incident)));
            }
            const auto ours = m_hq.engine()->incident(id);
            if (describe(*ours) != describe(*incident)) {
                violate(std::format(
                    "{}: headquarters holds incident {} otherwise", desk.desk().value, id.value));
            }
        }
        if (board->size() != expected.size()) {
            violate(std::format(
                "{} shows {} incidents of {}", desk.desk().value, board->size(), expected.size()));
        }
    }

    Ground& m_ground;
    HqNode& m_hq;
    const std::vector<std::unique_ptr<HqNode>>& m_all;
    const std::vector<std::unique_ptr<DeskNode>>& m_desks;
    const std::map<DeskId, std::uint64_t>& m_revoked;
    std::vector<store::NumberedEntry> m_entries;
    model::ShiftState m_shift;
    std::map<IncidentId, model::IncidentPtr> m_incidents;
    std::map<std::string, std::vector<std::uint64_t>> m_histories;
    std::map<UnitCode, std::set<std::uint64_t>> m_maySee;
};

} // namespace

std::string describe(const model::Incident& i)
{
    std::string out = std::format(
        "{} v{} serial {} reported {} entered {} by {} source {} '{}' '{}' {} grade {} area {} {} "
        "'{}' state {} "
        "next {} claimed {} closed {} '{}' unsent {} touched {}\n",
        i.id.value, i.version, i.serial, toUtcMs(i.reportedAt), toUtcMs(i.enteredAt),
        i.enteredBy.value, static_cast<int>(i.source), i.title, i.narrative, i.kind.value,
        static_cast<int>(i.grade), i.place.area, i.place.district.value, i.place.text,
        static_cast<int>(i.state), i.nextReportMinutes.value_or(-1),
        i.claimedBy.value_or(PostCode()).value, text(i.closedAt), i.result, i.hasUnsent,
        toUtcMs(i.lastTouched));
    for (const UnitCode& unit : i.writers) {
        out += unit.value + " ";
    }
    for (const std::string& step : i.acknowledged) {
        out += step + " ";
    }
    for (const model::Fact& fact : i.facts) {
        out += fact.field + "=" + fact.value + " ";
    }
    return out + "\n" + describeLists(i);
}

void checkAll(
    Ground& ground,
    const std::vector<std::unique_ptr<HqNode>>& headquarters,
    const std::vector<std::unique_ptr<DeskNode>>& desks,
    const std::map<DeskId, std::uint64_t>& revoked)
{
    Rest(ground, headquarters, desks, revoked).check();
}

} // namespace sz::sim
