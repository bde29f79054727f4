// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/SheetWords.h"
#include "data/model/ShiftState.h"

#include <algorithm>
#include <format>

namespace sz::model {
namespace {

template <class Map>
auto* found(Map& map, const typename Map::key_type& key)
{
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

UnitCode unitOf(const plan::Plan& plan, const PostCode& code)
{
    const plan::Post* post = plan.post(code);
    return post == nullptr ? UnitCode() : post->unit;
}

bool samePeople(std::vector<std::string> a, std::vector<std::string> b)
{
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b;
}

bool meansTheSame(const CellEdit& a, const CellEdit& b)
{
    return a.isAsPlanned == b.isAsPlanned && samePeople(a.people, b.people);
}

// Headquarters' order decides what stands; what did not see it is kept beside it, also when it meant the same: the standing one
// may become another later on, and nobody's plan is lost by the order in which two desks came back.
void editCell(ShiftCell& cell, const CellEdit& edit, const ShiftAuthor& author)
{
    const bool hasSeenAll = edit.base >= cell.version;
    const bool isOwnLater = cell.standing.author.desk == author.desk; // a desk has seen its own
    ++cell.version;
    std::vector<ShiftCell::Edition> others = std::exchange(cell.rivals, {});
    others.insert(others.end(), cell.agreeing.begin(), cell.agreeing.end());
    cell.agreeing.clear();
    std::erase_if(others, [&](const auto& other) { return other.author.desk == author.desk; });
    if (hasSeenAll) {
        others.clear();
    }
    if (hasSeenAll || isOwnLater) {
        cell.before = std::exchange(cell.standing, {edit, author}).edit.people;
        cell.standingSince = cell.version;
    } else {
        others.push_back({edit, author});
    }
    for (ShiftCell::Edition& other : others) {
        const bool isSame = meansTheSame(cell.standing.edit, other.edit);
        (isSame ? cell.agreeing : cell.rivals).push_back(std::move(other));
    }
}

// Times of a later entry replace what was there under the same id; it has to be read again. Not because headquarters has numbered the
// incident meanwhile: the matter is the same.
void addRow(ShiftSheet& sheet, const SheetRow& row, const ShiftAuthor& author)
{
    const auto it =
        std::ranges::find_if(sheet.rows, [&](const auto& known) { return known.row.id == row.id; });
    if (it != sheet.rows.end() && saysTheSame(it->row, row) && !it->isSettled) {
        it->row.number = row.number.empty() ? it->row.number : row.number;
        return; // two desks added the same
    }
    if (it == sheet.rows.end()) {
        sheet.rows.push_back({row, author, {}, true, false});
    } else {
        *it = {row, author, {}, true, false};
    }
    if (row.isRed) { // nobody takes over what he has not read
        sheet.incoming.reset();
    }
}

class Folder
{
public:
    Folder(const plan::Plan& plan, ShiftState& state, ShiftAuthor author)
        : m_plan(plan), m_state(state), m_author(std::move(author))
    {
    }

    void operator()(const EditRoster& a)
    {
        for (const CellEdit& edit : a.cells) {
            ShiftCell& cell = m_state.cells[{edit.post, edit.day, edit.shift}];
            if (cell.version == 0) {
                cell.unit = a.unit;
            }
            editCell(cell, edit, m_author);
        }
    }

    void operator()(const AskDutyChange& a)
    {
        m_state.changes.try_emplace(
            m_author.entry, ShiftChange{a, unitOf(m_plan, a.slot.post), m_author, {}});
    }

    void operator()(const DecideDutyChange& a)
    {
        if (auto* change = found(m_state.changes, a.change);
            change != nullptr && !change->decision) {
            change->decision = ShiftChange::Decision{a.isAccepted, a.reason, m_author};
        }
    }

    void operator()(const PutInCharge& a) { m_state.charges[a.area].push_back({a, m_author}); }
    void operator()(const SetPresence& a) { m_state.presence[a.post] = {a, m_author}; }

    void operator()(const MakePromise& a)
    {
        m_state.promises.try_emplace(m_author.entry, ShiftPromise{a, m_author, {}, {}});
    }

    void operator()(const SettlePromise& a)
    {
        if (auto* promise = found(m_state.promises, a.promise);
            promise != nullptr && !promise->settled) {
            promise->settled = a;
            promise->settledBy = m_author;
        }
    }

    void operator()(const LendPosts& a)
    {
        m_state.loans.add(m_author.entry, {{m_author.entry, ShiftLoan{a, m_author, 0}}});
    }

    void operator()(const LendList& a)
    {
        Grouped<ShiftLoan>::Group list;
        for (std::size_t i = 0; i < a.parts.size(); ++i) {
            const LoanPart& part = a.parts[i];
            list.emplace_back(
                std::format("{}/{:04}", m_author.entry, i + 1),
                ShiftLoan{
                    {a.unit, part.to, part.place, part.people, a.from, a.until, {}, a.text},
                    m_author,
                    0});
        }
        m_state.loans.add(m_author.entry, std::move(list));
    }

    void operator()(const ReturnPosts& a)
    {
        int left = std::max(0, a.people);
        m_state.loans.change(a.loan, [&left](ShiftLoan& loan) {
            const int back = std::min(left, loan.lent.people - loan.returned);
            loan.returned += back;
            left -= back;
        });
    }

    void operator()(const StartRound& a)
    {
        ShiftRound round;
        round.started = a;
        round.author = m_author;
        m_state.rounds.try_emplace(m_author.entry, std::move(round));
    }

    void operator()(const ExtendRound& a)
    {
        auto* round = found(m_state.rounds, a.round);
        if (round == nullptr || round->started.roll) {
            return;
        }
        std::set<std::string> known(round->started.posts.begin(), round->started.posts.end());
        for (const std::string& post : a.posts) {
            if (known.insert(post).second) {
                round->started.posts.push_back(post);
            }
        }
    }

    void operator()(const AnswerRound& a)
    {
        if (auto* round = found(m_state.rounds, a.round); round != nullptr) {
            for (const std::string& post : a.posts) {
                round->answers.try_emplace(
                    post, ShiftRound::Answer{a.isOnBehalf, a.channel, a.words, m_author});
            }
        }
    }

    void operator()(const OpenSheet& a)
    {
        const auto other = std::ranges::find_if(m_state.sheets, [&](const auto& one) {
            return one.second.unit == a.unit && one.second.changeAt == a.changeAt;
        });
        if (other != m_state.sheets.end() && other->first != m_author.entry) {
            m_state.sameSheets.try_emplace(m_author.entry, other->first);
            (*this)(AddRows{other->first, a.rows, {}});
            return;
        }
        ShiftSheet sheet;
        sheet.unit = a.unit;
        sheet.changeAt = a.changeAt;
        sheet.writtenAt = a.writtenAt;
        sheet.previous = a.previous;
        sheet.author = m_author;
        for (const SheetRow& row : a.rows) {
            sheet.rows.push_back({row, m_author, {}, false, false});
        }
        m_state.sheets.try_emplace(m_author.entry, std::move(sheet));
    }

    void operator()(const AddRows& a)
    {
        ShiftSheet* sheet = openSheet(a.sheet);
        if (sheet == nullptr) {
            return;
        }
        for (const SheetRow& row : a.rows) {
            addRow(*sheet, row, m_author);
        }
        for (ShiftSheet::Row& row : sheet->rows) {
            row.isSettled = row.isSettled || std::ranges::contains(a.settled, row.row.id);
        }
    }

    void operator()(const TickRows& a)
    {
        ShiftSheet* sheet = openSheet(a.sheet);
        if (sheet == nullptr) {
            return;
        }
        for (ShiftSheet::Row& row : sheet->rows) {
            if (std::ranges::contains(a.rows, row.row.id)) {
                row.readBy = a.isRead ? std::optional(m_author) : std::nullopt;
            }
        }
    }

    void operator()(const AddLine& a)
    {
        if (ShiftSheet* sheet = openSheet(a.sheet); sheet != nullptr) {
            SheetRow row;
            row.id = "note:" + m_author.entry;
            row.text = a.text;
            addRow(*sheet, row, m_author);
        }
    }

    void operator()(const SignSheet& a)
    {
        ShiftSheet* sheet = openSheet(a.sheet);
        if (sheet == nullptr) {
            return;
        }
        auto& place = a.side == SheetSide::Outgoing ? sheet->outgoing : sheet->incoming;
        if (!place && (a.side == SheetSide::Outgoing || sheet->unreadRed().empty())) {
            place = ShiftSheet::Signature{m_author, a.name, a.rows};
        }
    }

    void operator()(const ConfirmRound& a)
    {
        auto* round = found(m_state.rounds, a.round);
        const bool isNews = round != nullptr
                            && (!round->seen || round->seen->posts < a.posts
                                || (round->started.roll && round->seen->author.at < m_author.at));
        if (isNews) {
            round->seen = ShiftRound::Seen{a.posts, a.text, m_author};
        }
    }

    void operator()(const PlanDrill& a)
    {
        m_state.drills.try_emplace(m_author.entry, ShiftDrill{a, m_author, {}, {}, {}, {}});
    }

    void operator()(const AgreeToDrill& a)
    {
        if (auto* drill = found(m_state.drills, a.drill); drill != nullptr) {
            drill->words.push_back({a, m_author});
        }
    }

    void operator()(const StartDrill& a)
    {
        auto* drill = found(m_state.drills, a.drill);
        if (drill != nullptr && !drill->begun && !drill->ended) {
            drill->begun = m_author;
        }
    }

    void operator()(const EndDrill& a)
    {
        auto* drill = found(m_state.drills, a.drill);
        if (drill != nullptr && !drill->ended) {
            drill->ended = m_author;
            drill->reason = a.reason;
        }
    }

    void operator()(const TellEndpoint& a)
    {
        const auto key = std::pair(a.unit, a.name);
        const auto* known = found(m_state.endpoints, key);
        const bool isStill = known != nullptr && known->told.isDown == a.isDown;
        m_state.endpoints[key] = {a, m_author, isStill ? known->since : m_author.at};
    }

    void operator()(const MissRoll& a)
    {
        if (auto* round = found(m_state.rounds, a.round);
            round != nullptr && round->started.roll && !round->answers.contains(a.post)) {
            auto& misses = round->misses[a.post];
            if (misses.empty() || misses.back().step < a.step) {
                misses.push_back({a.step, a.text, m_author});
            }
        }
    }

    void operator()(const NoteRoll& a)
    {
        auto* round = found(m_state.rounds, a.round);
        if (round == nullptr || !round->started.roll) {
            return;
        }
        if (a.line.empty()) {
            round->lines.push_back(
                {m_author.entry, a.post, a.text, a.isForDecision, a.incident, m_author});
            return;
        }
        const auto line = std::ranges::find(round->lines, a.line, &ShiftRound::Line::entry);
        if (line != round->lines.end()) {
            line->text = a.text;
            line->isForDecision = a.isForDecision;
            line->incident = a.incident.empty() ? line->incident : a.incident;
        }
    }

    void operator()(const CloseRoll& a)
    {
        if (auto* round = found(m_state.rounds, a.round); round != nullptr && round->started.roll) {
            round->closings.push_back({a, m_author});
        }
    }

    void operator()(const SendBackSheet& a)
    {
        if (ShiftSheet* sheet = openSheet(a.sheet); sheet != nullptr) {
            sheet->outgoing.reset();
            sheet->incoming.reset();
            sheet->returns.push_back({a.reason, m_author});
        }
    }

private:
    /// Null when there is none, or both have signed: then nothing changes on it any more.
    [[nodiscard]] ShiftSheet* openSheet(const std::string& id)
    {
        const auto* same = found(m_state.sameSheets, id);
        ShiftSheet* sheet = found(m_state.sheets, same == nullptr ? id : *same);
        return sheet == nullptr || sheet->isDone() ? nullptr : sheet;
    }

    const plan::Plan& m_plan;
    ShiftState& m_state;
    ShiftAuthor m_author;
};

} // namespace

void foldShift(const plan::Plan& plan, ShiftState& state, const log::Entry& entry)
{
    const auto act = decodeShiftAct(entry);
    if (!act || !*act) {
        return;
    }
    std::visit(
        Folder(
            plan, state,
            {entry.time.wall, entry.desk, entry.unit, entry.post, entry.person, entry.id.text()}),
        **act);
}

} // namespace sz::model
