// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The four acts of the sheet: what each would write, why it cannot be done, how it is taken back.
#include "data/desk/OnResult.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ErrorText.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/TakeBack.h"
#include "widgets/models/Wording.h"

#include <QLineEdit>

namespace sz::widgets {
namespace {

bool needsOther(RelateSheet::Act act)
{
    return act == RelateSheet::Act::Merge || act == RelateSheet::Act::Group;
}

} // namespace

void RelateSheet::refreshActs()
{
    for (const Act act : kActs) {
        m_acts[static_cast<std::size_t>(act)]->setBlocked(obstacle(act));
    }
    const Act act = usual();
    mainAct()->setLabel(
        needsOther(act) && m_other != nullptr
            ? tr("%1 %2", "merge into, the other incident").arg(label(act), matterText(*m_other))
            : label(act));
    mainAct()->setBlocked(obstacle(act));
}

// What Ctrl+Enter does: the act the rules allow, the strongest first.
RelateSheet::Act RelateSheet::usual() const
{
    if (m_incident != nullptr && !m_incident->mergedInto.empty()) {
        return Act::Separate;
    }
    return obstacle(Act::Merge).isEmpty() ? Act::Merge : Act::Group;
}

QString RelateSheet::label(Act act) const
{
    switch (act) {
    case Act::Merge:
        return tr("merge into");
    case Act::Group:
        return tr("group under");
    case Act::Ungroup:
        return tr("out of the group");
    case Act::Separate:
        return tr("separate");
    }
    return {};
}

model::Act RelateSheet::wish(Act act, const std::string& reason) const
{
    const IncidentId other = m_other == nullptr ? IncidentId() : m_other->id;
    switch (act) {
    case Act::Merge:
        return model::MergeIncident{other, reason};
    case Act::Group:
        return model::GroupIncident{other};
    case Act::Ungroup:
        return model::GroupIncident{};
    case Act::Separate:
        return model::SeparateIncident{reason};
    }
    return model::UnknownAct{};
}

std::optional<model::Act> RelateSheet::undoOf(Act act) const
{
    switch (act) {
    case Act::Merge:
        return model::SeparateIncident{takenBackAtOnce()};
    case Act::Group:
    case Act::Ungroup:
        return model::GroupIncident{m_incident->group};
    case Act::Separate:
        return std::nullopt; // it was merged with a reason of its own: that is written anew
    }
    return std::nullopt;
}

// Asked as if the other one were picked and the reason written: what is missing in the form is said when the act is wanted.
QString RelateSheet::obstacle(Act act) const
{
    if (m_incident == nullptr) {
        return {};
    }
    model::Act asked = wish(act, "-");
    if (needsOther(act) && m_other == nullptr) {
        const IncidentId any("another");
        asked = act == Act::Merge ? model::Act(model::MergeIncident{any, {}})
                                  : model::Act(model::GroupIncident{any});
    }
    const auto verdict = m_desk.canPerform(m_incident->id, asked);
    if (verdict) {
        return {};
    }
    return verdict.error().code == Code::NothingAsked
               ? (act == Act::Separate ? tr("not merged") : tr("in no group"))
               : shortReason(verdict.error());
}

bool RelateSheet::isReady(Act act)
{
    if (needsOther(act) && m_other == nullptr) {
        point(m_edit, tr("Choose the other incident: type its number or some words, then Enter."));
        return false;
    }
    if (needsOther(act) && m_other->state == model::IncidentState::Closed) {
        point(m_edit, tr("That incident has been closed meanwhile: choose another one."));
        return false;
    }
    const std::string reason = m_reason->text().simplified().toStdString();
    const auto verdict = m_desk.canPerform(m_incident->id, wish(act, reason));
    if (!verdict && verdict.error().code == Code::MissingField) {
        point(m_reason, tr("Say why, in a few words."));
        return false;
    }
    return true;
}

void RelateSheet::perform(Act act)
{
    if (m_isBusy || isComposing() || m_incident == nullptr || !isReady(act)) {
        return;
    }
    m_isBusy = true;
    const QString number = shortNumberText(*m_incident);
    const QString other = m_other == nullptr ? QString() : shortNumberText(*m_other);
    const std::array sentences{
        tr("%1 merged into %2", "numbers").arg(number, other),
        tr("%1 grouped under %2", "numbers").arg(number, other),
        tr("%1 taken out of its group", "number").arg(number),
        tr("%1 separated again", "number").arg(number)};
    const Related done{m_incident->id, sentences[static_cast<std::size_t>(act)], undoOf(act)};
    desk::onResult(
        this,
        m_desk.perform(m_incident->id, wish(act, m_reason->text().simplified().toStdString())),
        [this, done](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            m_incident.reset();
            Q_EMIT related(done);
        });
}

} // namespace sz::widgets
