// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rosters, leaders, presence, promises, loans, rounds: is it there, is it whole?
#include "data/model/DrillRules.h"
#include "data/model/RollRules.h"
#include "data/model/SheetRules.h"

namespace sz::model {
namespace {

constexpr std::size_t kMostPeople = 200; ///< in one cell
constexpr int kMostHeads = 100'000;
constexpr int kLongestRound = 24 * 60; ///< minutes

class RosterRule : public ShiftGround
{
public:
    using ShiftGround::ShiftGround;

    Result<void> operator()(const EditRoster& a) const
    {
        auto ok = ofUnit(a.unit, plan::Right::PlanRoster)
                      .and_then([&] {
                          return need(
                              !a.cells.empty() && a.cells.size() <= kMostCells, Code::BadArgument,
                              "an edit has 1 to 400 cells");
                      })
                      .and_then([&] { return fits(a.reason, "reason"); });
        std::set<ShiftCellKey> keys;
        for (const CellEdit& cell : a.cells) {
            ok = ok.and_then([&] { return cellOk(a.unit, cell); }).and_then([&] {
                return need(
                    keys.insert({cell.post, cell.day, cell.shift}).second, Code::BadArgument,
                    "the same cell twice");
            });
        }
        return ok;
    }

    Result<void> operator()(const AskDutyChange& a) const
    {
        const bool needsOther = a.sort == DutyChange::Swap;
        const bool needsName = a.sort == DutyChange::Substitute;
        return slotOk(a.slot)
            .and_then([&] {
                return need(needsOther == a.other.has_value(), Code::MissingField, "other");
            })
            .and_then([&] { return a.other ? slotOk(*a.other) : Result<void>{}; })
            .and_then([&] {
                return need(!needsName || !isBlank(a.substitute), Code::MissingField, "substitute");
            })
            .and_then([&] { return nameOk(a.substitute); })
            .and_then([&] { return words(a.reason, "reason"); })
            .and_then([&] { return fits(a.reason, "reason"); });
    }

    Result<void> operator()(const DecideDutyChange& a) const
    {
        const auto it = m_now.changes.find(a.change);
        if (it == m_now.changes.end()) {
            return fail(Code::NotFound, "no such change");
        }
        const ShiftChange& change = it->second;
        return ofUnit(change.unit, plan::Right::DecideChange)
            .and_then(
                [&] { return need(!change.decision, Code::AlreadyDone, "it is decided already"); })
            .and_then([&] {
                return need(
                    !hasAsked(change.author), Code::SecondPerson, "who asked cannot decide");
            })
            .and_then([&] { return a.isAccepted ? Result<void>{} : words(a.reason, "reason"); })
            .and_then([&] { return fits(a.reason, "reason"); });
    }

    Result<void> operator()(const PutInCharge& a) const
    {
        const plan::Unit* area = m_plan.unit(a.area);
        const bool isArea = area != nullptr && area->kind == plan::UnitKind::Area;
        return may(plan::Right::ClaimIncident)
            .and_then([&] { return need(isArea, Code::NoSuchUnit, a.area.value); })
            .and_then([&] { return leads(a.leader); })
            .and_then([&] { return a.deputy.empty() ? Result<void>{} : leads(a.deputy); })
            .and_then([&] {
                return need(a.leader != a.deputy, Code::BadArgument, "leader and deputy are one");
            })
            .and_then([&] { return nameOk(a.leaderName); })
            .and_then([&] { return nameOk(a.deputyName); })
            .and_then([&] { return rising(a.from, a.until.value_or(Instant::max())); });
    }

    Result<void> operator()(const SetPresence& a) const
    {
        return postOk(a.post).and_then([&] { return fits(a.text, "text"); });
    }

    Result<void> operator()(const MakePromise& a) const
    {
        return writes()
            .and_then([&] {
                return need(m_plan.unit(a.unit) != nullptr, Code::NoSuchUnit, a.unit.value);
            })
            .and_then([&] { return words(a.text, "text"); })
            .and_then([&] { return fits(a.text, "text"); });
    }

    Result<void> operator()(const SettlePromise& a) const
    {
        const auto it = m_now.promises.find(a.promise);
        if (it == m_now.promises.end()) {
            return fail(Code::NotFound, "no such promise");
        }
        return ofUnit(it->second.author.unit)
            .and_then([&] {
                return need(!it->second.settled, Code::AlreadyDone, "it is settled already");
            })
            .and_then([&] { return a.isKept ? Result<void>{} : words(a.text, "text"); })
            .and_then([&] { return fits(a.text, "text"); });
    }

    Result<void> operator()(const LendPosts& a) const
    {
        const bool isSomewhere = !isBlank(a.place) || !a.to.empty();
        return ofUnit(a.unit, plan::Right::PlanRoster)
            .and_then([&] {
                return need(
                    a.to.empty() || m_plan.unit(a.to) != nullptr, Code::NoSuchUnit, a.to.value);
            })
            .and_then([&] { return need(isSomewhere, Code::MissingField, "place"); })
            .and_then([&] {
                return need(
                    a.people >= 1 && a.people <= kMostHeads, Code::LimitOutOfRange,
                    "1 to 100,000 people");
            })
            .and_then([&] {
                return need(
                    std::cmp_less_equal(a.names.size(), a.people), Code::CountsUnbalanced,
                    "more names than people");
            })
            .and_then([&] { return namesOk(a.names); })
            .and_then([&] { return rising(a.from, a.until); })
            .and_then([&] { return fits(a.place, "place"); })
            .and_then([&] { return fits(a.text, "text"); });
    }

    Result<void> operator()(const LendList& a) const
    {
        auto ok = ofUnit(a.unit, plan::Right::PlanRoster)
                      .and_then([&] {
                          return need(
                              !a.parts.empty() && a.parts.size() <= kMostLoanParts,
                              Code::BadArgument, "a list has 1 to 400 places");
                      })
                      .and_then([&] { return rising(a.from, a.until); })
                      .and_then([&] { return fits(a.text, "text"); });
        for (const LoanPart& part : a.parts) {
            ok = ok.and_then([&] { return partOk(part); });
        }
        return ok;
    }

    Result<void> operator()(const ReturnPosts& a) const
    {
        const auto loans = m_now.loansOf(a.loan);
        if (loans.empty()) {
            return fail(Code::NotFound, "no such loan");
        }
        int left = 0;
        bool isTaker = true;
        for (const auto& [id, loan] : loans) {
            left += loan->lent.people - loan->returned;
            isTaker = isTaker && !loan->lent.to.empty() && m_actor.unit == loan->lent.to;
        }
        const UnitCode lender = loans.front().second->lent.unit;
        return (isTaker ? writes() : ofUnit(lender, plan::Right::PlanRoster))
            .and_then([&] { return need(left > 0, Code::AlreadyDone, "all are back"); })
            .and_then([&] {
                return need(
                    a.people >= 1 && a.people <= left, Code::LimitOutOfRange,
                    std::format("1 to {} people", left));
            })
            .and_then([&] { return fits(a.text, "text"); });
    }

    Result<void> operator()(const StartRound& a) const
    {
        const auto inRange = [](int minutes) { return minutes >= 1 && minutes <= kLongestRound; };
        return ofUnit(a.unit, plan::Right::StartRound)
            .and_then([&] { return words(a.name, "name"); })
            .and_then([&] { return fits(a.name, "name"); })
            .and_then([&] {
                return need(
                    inRange(a.window) && inRange(a.retry), Code::LimitOutOfRange,
                    "window and retry take 1 to 1,440 minutes");
            })
            .and_then([&] { return keysOk(a.posts); })
            .and_then([&] {
                return a.roll ? RollRule(m_plan, m_now, m_actor).mayStart(a) : Result<void>{};
            });
    }

    Result<void> operator()(const ExtendRound& a) const
    {
        return roundOf(a.round).and_then([&](const ShiftRound* round) {
            return ofUnit(round->started.unit, plan::Right::StartRound)
                .and_then([&] {
                    return need(
                        !round->started.roll, Code::BadArgument, "a roll call has its posts");
                })
                .and_then([&] { return keysOk(a.posts); });
        });
    }

    Result<void> operator()(const AnswerRound& a) const
    {
        const bool isTold = !a.isOnBehalf || (!isBlank(a.channel) && !isBlank(a.words));
        return roundOf(a.round).and_then([&](const ShiftRound* round) {
            return RollRule(m_plan, m_now, m_actor)
                .mayAnswer(*round, a)
                .and_then([&] { return keysOk(a.posts); })
                .and_then([&] { return areOf(*round, a.posts); })
                .and_then([&] { return need(isTold, Code::MissingField, "channel and words"); })
                .and_then([&] { return fits(a.channel, "channel"); })
                .and_then([&] { return fits(a.words, "words"); });
        });
    }

    Result<void> operator()(const ConfirmRound& a) const
    {
        return roundOf(a.round).and_then([&](const ShiftRound* round) {
            // In a roll call each unit has its own limit: the same number may be confirmed again.
            const bool isSeen =
                !round->started.roll && round->seen && round->seen->posts >= a.posts;
            return may(plan::Right::AcknowledgeAlarm)
                .and_then([&] { return ofUnit(round->started.unit); })
                .and_then([&] { return need(!isSeen, Code::AlreadyDone, "confirmed already"); })
                .and_then([&] {
                    return need(
                        a.posts >= 1 && a.posts <= round->started.posts.size(),
                        Code::LimitOutOfRange, "more posts than the round has");
                })
                .and_then([&] { return fits(a.text, "text"); });
        });
    }

private:
    [[nodiscard]] Result<void> partOk(const LoanPart& part) const
    {
        return need(
                   part.to.empty() || m_plan.unit(part.to) != nullptr, Code::NoSuchUnit,
                   part.to.value)
            .and_then([&] {
                return need(!isBlank(part.place) || !part.to.empty(), Code::MissingField, "place");
            })
            .and_then([&] {
                return need(
                    part.people >= 1 && part.people <= kMostHeads, Code::LimitOutOfRange,
                    "1 to 100,000 people");
            })
            .and_then([&] { return nameOk(part.place); });
    }

    // A shared seat names nobody: there it is the same post at the same unit.
    [[nodiscard]] bool hasAsked(const ShiftAuthor& author) const
    {
        if (!author.person.empty() && !m_actor.person.empty()) {
            return isMe(author);
        }
        return author.unit == m_actor.unit && author.post == m_actor.post;
    }

    // An area is led by a leader's post, the office's or the area's own.
    [[nodiscard]] Result<void> leads(const PostCode& code) const
    {
        const plan::Post* post = m_plan.post(code);
        return need(post != nullptr, Code::NotFound, "no such post: " + code.value).and_then([&] {
            return need(
                post->role == plan::Role::Leader, Code::PostNotYours,
                "not a leader's post: " + code.value);
        });
    }

    [[nodiscard]] Result<void> cellOk(const UnitCode& unit, const CellEdit& cell) const
    {
        const plan::Post* post = m_plan.post(cell.post);
        return need(
                   post != nullptr && post->unit == unit, Code::NotFound,
                   "no such post of this unit: " + cell.post.value)
            .and_then([&] { return words(cell.shift, "shift"); })
            .and_then([&] { return nameOk(cell.shift); })
            .and_then([&] { return rising(cell.from, cell.until); })
            .and_then([&] {
                return need(
                    cell.people.size() <= kMostPeople && (!cell.isAsPlanned || cell.people.empty()),
                    Code::BadArgument, "people of a cell");
            })
            .and_then([&] { return namesOk(cell.people); });
    }

    [[nodiscard]] Result<void> slotOk(const DutySlot& slot) const
    {
        return postOk(slot.post)
            .and_then([&] { return words(slot.person, "person"); })
            .and_then([&] { return nameOk(slot.person); })
            .and_then([&] { return rising(slot.from, slot.until); });
    }

    [[nodiscard]] Result<void>
    areOf(const ShiftRound& round, const std::vector<std::string>& posts) const
    {
        constexpr std::size_t kFew =
            16; // one gate answers: its round of nine thousand is not sorted
        const std::vector<std::string>& all = round.started.posts;
        const std::set<std::string> known = posts.size() > kFew
                                                ? std::set<std::string>(all.begin(), all.end())
                                                : std::set<std::string>();
        for (const std::string& post : posts) {
            const bool isKnown =
                posts.size() > kFew ? known.contains(post) : std::ranges::contains(all, post);
            if (!isKnown) {
                return fail(Code::NotFound, "not of this round: " + post);
            }
            if (round.answers.contains(post)) {
                return fail(Code::AlreadyDone, "has answered: " + post);
            }
        }
        return {};
    }

    [[nodiscard]] Result<const ShiftRound*> roundOf(const std::string& id) const
    {
        const auto it = m_now.rounds.find(id);
        if (it == m_now.rounds.end()) {
            return fail(Code::NotFound, "no such round");
        }
        return &it->second;
    }
};

} // namespace

Result<void>
checkShift(const plan::Plan& plan, const ShiftState& now, const Actor& actor, const ShiftAct& act)
{
    const RosterRule roster(plan, now, actor);
    const SheetRule sheet(plan, now, actor);
    const DrillRule drill(plan, now, actor);
    const RollRule roll(plan, now, actor);
    return std::visit(
        [&](const auto& a) {
            if constexpr (requires { roster(a); }) {
                return roster(a);
            } else if constexpr (requires { drill(a); }) {
                return drill(a);
            } else if constexpr (requires { roll(a); }) {
                return roll(a);
            } else {
                return sheet(a);
            }
        },
        act);
}

} // namespace sz::model
