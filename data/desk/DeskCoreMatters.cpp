// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Matters of the operation: its mode, rosters and handovers, drawings on the map, changes of the plan. All are kept, judged and
// taken back alike.
#include "data/desk/DeskCore.h"

#include <algorithm>

namespace sz::desk {

template <class Matter>
MatterKeeper<Matter>& DeskCore::keeper()
{
    if constexpr (std::is_same_v<Matter, model::ModeMatter>) {
        return m_modeKept;
    } else if constexpr (std::is_same_v<Matter, model::ShiftMatter>) {
        return m_shift;
    } else if constexpr (std::is_same_v<Matter, model::PlanMatter>) {
        return m_planChanges;
    } else {
        return m_drawings;
    }
}

template <class Matter>
constexpr Notice::Kind refusedKind()
{
    return std::is_same_v<Matter, model::ModeMatter>    ? Notice::Kind::ModeRefused
           : std::is_same_v<Matter, model::ShiftMatter> ? Notice::Kind::ShiftRefused
           : std::is_same_v<Matter, model::PlanMatter>  ? Notice::Kind::PlanRefused
                                                        : Notice::Kind::DrawingRefused;
}

// The rule, and that of the clock where a matter has one.
template <class Matter>
Result<void> mayPerform(
    const plan::Plan& plan,
    const typename Matter::State& now,
    const model::Actor& actor,
    const typename Matter::Act& act,
    Instant madeAt)
{
    auto may = Matter::check(plan, now, actor, act);
    if constexpr (requires { Matter::checkTime(plan, now, act, madeAt); }) {
        return may.and_then([&] { return Matter::checkTime(plan, now, act, madeAt); });
    }
    return may;
}

template <class Matter>
void DeskCore::tell()
{
    if constexpr (std::is_same_v<Matter, model::ModeMatter>) {
        showMode();
    } else if constexpr (std::is_same_v<Matter, model::ShiftMatter>) {
        if (m_listener.shift) {
            m_listener.shift(m_shift.shown());
        }
    } else if constexpr (std::is_same_v<Matter, model::PlanMatter>) {
        if (m_listener.plan) {
            m_listener.plan(m_planChanges.shown());
        }
    } else if (m_listener.drawings) {
        m_listener.drawings(m_drawings.shown());
    }
}

// All of it from the files: at the start, and when the view was made anew. The view knows the places.
template <class Matter>
Result<void> DeskCore::loadMatter()
{
    auto items = readOutbox()
                     .and_then([this] { return m_view->seqsOf(IncidentId(Matter::subject().id)); })
                     .and_then([this](const auto& seqs) { return m_log->feedAt(seqs); });
    if (!items) {
        return std::unexpected(items.error());
    }
    keeper<Matter>().load(*m_options.plan, std::move(*items));
    for (const store::OwnEntry& own : m_outbox) {
        auto entry = log::decodeEntry(own.raw);
        if (entry && own.state != store::SendState::Rejected
            && entry->subject == Matter::subject()) {
            m_hybrid.witness(entry->time, headquartersNow());
            keeper<Matter>().addOwn(*m_options.plan, std::move(*entry));
        }
    }
    tell<Matter>();
    return {};
}

// A feed brings a matter in headquarters' order; what comes out of it is folded from the files again.
template <class Matter>
Result<void> DeskCore::addMatter(const std::vector<MatterEntry>& items)
{
    if (items.empty()) {
        return {};
    }
    if (!keeper<Matter>().add(*m_options.plan, items)) {
        return loadMatter<Matter>();
    }
    tell<Matter>();
    return {};
}

template <class Matter>
Result<Receipt> DeskCore::performMatter(const typename Matter::Act& act)
{
    if (m_fault || !m_log) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    const auto may = m_seat->mayAct(headquartersNow()).and_then([&] {
        return mayPerform<Matter>(
            *m_options.plan, *keeper<Matter>().shown(), m_actor, act, headquartersNow());
    });
    if (!may) {
        const Code code = may.error().code;
        if (code == Code::NotAllowed || code == Code::SecondPerson || code >= Code::SignOnNeeded) {
            refused( // also on a shared seat: there the desk and its unit are the trace
                Matter::kName, may.error(),
                m_seat->grant() != nullptr ? m_seat->grant()->person : PersonCode());
        }
        return std::unexpected(may.error());
    }
    log::Entry entry = newEntry();
    entry.type = Matter::type(act);
    entry.subject = Matter::subject();
    entry.body = Matter::encode(act);
    auto own = save(entry);
    if (!own) {
        if (own.error().code != Code::NoSpace && own.error().code != Code::BadEncoding) {
            onStoreFailed(own.error());
        }
        return std::unexpected(own.error());
    }
    const std::string id = entry.id.text();
    keeper<Matter>().addOwn(*m_options.plan, std::move(entry));
    tell<Matter>();
    publishOutbox();
    return Receipt{{}, id, own->counter};
}

// Another desk was first, or the right was lost meanwhile: what stands is what headquarters says.
template <class Matter>
void DeskCore::onMatterJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (own.state != store::SendState::Rejected) {
        return;
    }
    keeper<Matter>().dropOwn(*m_options.plan, entry.id);
    tell<Matter>();
    // It is put right like an act about an incident: it stays in the outbox until then.
    m_listener.notice(
        {refusedKind<Matter>(),
         std::is_same_v<Matter, model::ModeMatter> ? 0 : static_cast<int>(entry.type),
         own.detail,
         own.code,
         {}});
}

Result<void> DeskCore::loadMatters()
{
    return loadMatter<model::ModeMatter>()
        .and_then([this] { return loadMatter<model::ShiftMatter>(); })
        .and_then([this] { return loadMatter<model::DrawingMatter>(); })
        .and_then([this] { return loadMatter<model::PlanMatter>(); });
}

// What is told of each, by subject.
Result<void> DeskCore::addMatters(const std::map<std::string, std::vector<MatterEntry>>& told)
{
    const auto of = [&told](const log::Subject& subject) {
        const auto it = told.find(subject.id);
        return it == told.end() ? std::vector<MatterEntry>{} : it->second;
    };
    return addMatter<model::ModeMatter>(of(model::modeSubject()))
        .and_then([&] { return addMatter<model::ShiftMatter>(of(model::shiftSubject())); })
        .and_then([&] { return addMatter<model::DrawingMatter>(of(model::groundSubject())); })
        .and_then([&] { return addMatter<model::PlanMatter>(of(model::planSubject())); });
}

std::string DeskCore::wordsOfMatter(const log::Entry& entry)
{
    const auto act = model::decodeModeAct(entry);
    return act && *act ? std::visit([](const auto& turn) { return turn.reason; }, **act)
                       : std::string();
}

bool DeskCore::isMatterJudged(const log::Entry& entry, const store::OwnEntry& own)
{
    if (entry.subject == model::ModeMatter::subject()) {
        onMatterJudged<model::ModeMatter>(entry, own);
    } else if (entry.subject == model::ShiftMatter::subject()) {
        onMatterJudged<model::ShiftMatter>(entry, own);
    } else if (entry.subject == model::DrawingMatter::subject()) {
        onMatterJudged<model::DrawingMatter>(entry, own);
    } else if (entry.subject == model::PlanMatter::subject()) {
        onMatterJudged<model::PlanMatter>(entry, own);
    } else {
        return false;
    }
    return true;
}

Result<Receipt> DeskCore::setMode(const model::ModeAct& act)
{
    return performMatter<model::ModeMatter>(act);
}

Result<Receipt> DeskCore::performShift(const model::ShiftAct& act)
{
    return performMatter<model::ShiftMatter>(act);
}

Result<Receipt> DeskCore::performDrawing(const model::DrawingAct& act)
{
    return performMatter<model::DrawingMatter>(act);
}

Result<Receipt> DeskCore::performPlan(const model::PlanAct& act)
{
    return performMatter<model::PlanMatter>(act);
}

} // namespace sz::desk
