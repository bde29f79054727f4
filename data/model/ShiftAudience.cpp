// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftState.h"

#include <algorithm>

namespace sz::model {
namespace {

class Audience
{
public:
    Audience(const plan::Plan& plan, const ShiftState& now) : m_plan(plan), m_now(now) {}

    ShiftAudience operator()(const EditRoster& a) const { return {{a.unit}, false}; }
    ShiftAudience operator()(const AskDutyChange& a) const
    {
        ShiftAudience out = ofPost(a.slot.post);
        if (a.other) {
            const ShiftAudience other = ofPost(a.other->post);
            out.units.insert(out.units.end(), other.units.begin(), other.units.end());
        }
        return out;
    }
    ShiftAudience operator()(const DecideDutyChange& a) const
    {
        const auto it = m_now.changes.find(a.change);
        return it == m_now.changes.end() ? ShiftAudience{} : (*this)(it->second.ask);
    }
    ShiftAudience operator()(const PutInCharge&) const { return {{}, true}; }
    ShiftAudience operator()(const SetPresence& a) const { return ofPost(a.post); }
    ShiftAudience operator()(const MakePromise& a) const { return {{a.unit}, false}; }
    ShiftAudience operator()(const SettlePromise& a) const
    {
        const auto it = m_now.promises.find(a.promise);
        return it == m_now.promises.end()
                   ? ShiftAudience{}
                   : ShiftAudience{{it->second.made.unit, it->second.author.unit}, false};
    }
    ShiftAudience operator()(const LendPosts& a) const { return {{a.unit, a.to}, false}; }
    ShiftAudience operator()(const LendList& a) const
    {
        ShiftAudience out{{a.unit}, false};
        for (const LoanPart& part : a.parts) {
            if (!std::ranges::contains(out.units, part.to)) {
                out.units.push_back(part.to);
            }
        }
        return out;
    }
    ShiftAudience operator()(const ReturnPosts& a) const
    {
        ShiftAudience out;
        for (const auto& [id, loan] : m_now.loansOf(a.loan)) {
            for (const UnitCode& unit : {loan->lent.unit, loan->lent.to}) {
                if (!std::ranges::contains(out.units, unit)) {
                    out.units.push_back(unit);
                }
            }
        }
        return out;
    }
    ShiftAudience operator()(const StartRound& a) const { return called(a); }
    ShiftAudience operator()(const ExtendRound& a) const { return ofRound(a.round); }
    ShiftAudience operator()(const AnswerRound& a) const { return ofRound(a.round); }
    ShiftAudience operator()(const OpenSheet& a) const { return {{a.unit}, false}; }
    ShiftAudience operator()(const AddRows& a) const { return ofSheet(a.sheet); }
    ShiftAudience operator()(const TickRows& a) const { return ofSheet(a.sheet); }
    ShiftAudience operator()(const AddLine& a) const { return ofSheet(a.sheet); }
    ShiftAudience operator()(const SignSheet& a) const { return ofSheet(a.sheet); }
    ShiftAudience operator()(const SendBackSheet& a) const { return ofSheet(a.sheet); }
    ShiftAudience operator()(const ConfirmRound& a) const { return ofRound(a.round); }
    // Drills are the office's matter until they are orders to somebody.
    ShiftAudience operator()(const PlanDrill&) const { return {}; }
    ShiftAudience operator()(const AgreeToDrill&) const { return {}; }
    ShiftAudience operator()(const StartDrill&) const { return {}; }
    ShiftAudience operator()(const EndDrill&) const { return {}; }
    ShiftAudience operator()(const TellEndpoint& a) const { return {{a.unit}, false}; }
    ShiftAudience operator()(const MissRoll& a) const { return ofRound(a.round); }
    ShiftAudience operator()(const NoteRoll& a) const { return ofRound(a.round); }
    ShiftAudience operator()(const CloseRoll& a) const { return ofRound(a.round); }

private:
    [[nodiscard]] ShiftAudience ofPost(const PostCode& code) const
    {
        const plan::Post* post = m_plan.post(code);
        return post == nullptr ? ShiftAudience{} : ShiftAudience{{post->unit}, false};
    }
    [[nodiscard]] ShiftAudience ofRound(const std::string& id) const
    {
        const auto it = m_now.rounds.find(id);
        return it == m_now.rounds.end() ? ShiftAudience{} : called(it->second.started);
    }
    // A roll is called before all ears, and so are its minutes.
    [[nodiscard]] static ShiftAudience called(const StartRound& round)
    {
        ShiftAudience out{{round.unit}, false};
        if (round.roll) {
            for (const std::string& post : round.posts) {
                out.units.emplace_back(post);
            }
        }
        return out;
    }
    [[nodiscard]] ShiftAudience ofSheet(const std::string& id) const
    {
        const ShiftSheet* sheet = m_now.sheet(id);
        return sheet == nullptr ? ShiftAudience{} : ShiftAudience{{sheet->unit}, false};
    }

    const plan::Plan& m_plan;
    const ShiftState& m_now;
};

} // namespace

ShiftAudience audienceOf(const plan::Plan& plan, const ShiftState& now, const ShiftAct& act)
{
    ShiftAudience out = std::visit(Audience(plan, now), act);
    std::erase_if(out.units, [&](const UnitCode& unit) { return plan.unit(unit) == nullptr; });
    return out;
}

} // namespace sz::model
