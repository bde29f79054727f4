// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Relating.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/intake/WatchSheet.h"
#include "widgets/models/TakeBack.h"
#include "widgets/models/Wording.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Undoing.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RelationBox.h"

#include <utility>

namespace sz::widgets {

Relating::Relating(desk::Desk& desk, RightPane& right, Undoing& undoing, QObject* parent)
    : QObject(parent), m_desk(desk), m_right(right), m_undoing(undoing)
{
    RelationBox& box = right.detail().relations();
    connect(&box, &RelationBox::relateRequested, this, &Relating::openRelate);
    connect(&box, &RelationBox::watchRequested, this, &Relating::openWatch);
    connect(&box, &RelationBox::activated, this, &Relating::goTo);
    connect(&right, &RightPane::sheetsMade, this, &Relating::wireSheets);
}

void Relating::wireSheets()
{
    connect(&m_right.relate(), &RelateSheet::closed, this, &Relating::left);
    connect(&m_right.relate(), &RelateSheet::related, this, [this](const Related& done) {
        Q_EMIT saved();
        told(done);
    });
    connect(&m_right.watchSheet(), &WatchSheet::closed, this, &Relating::left);
    connect(&m_right.watchSheet(), &WatchSheet::watched, this, [this](const QString& sentence) {
        Q_EMIT saved();
        told({{}, sentence, std::nullopt});
    });
    IntakeSheet& intake = m_right.intake();
    connect(&intake, &IntakeSheet::mergeRefused, this, &Relating::said);
    connect(
        &intake, &IntakeSheet::merged, this,
        [this](const IncidentId& incident, const IncidentId& into) {
            const auto target = m_desk.incident(into);
            const QString number = target == nullptr ? QString() : shortNumberText(*target);
            told(
                {incident, tr("Registered, merged into %1", "number").arg(number),
                 model::SeparateIncident{takenBackAtOnce()}});
            Q_EMIT incidentChosen(into);
        });
}

void Relating::setRelations(std::shared_ptr<const Relations> relations)
{
    m_relations = std::move(relations);
    m_right.detail().setRelations(m_relations);
}

void Relating::openRelate(const IncidentId& incident)
{
    if (m_desk.incident(incident) != nullptr) {
        m_right.showSheet(&m_right.relate()); // first: the focus goes only where something is shown
        m_right.relate().open(incident);
    }
}

void Relating::openWatch(const IncidentId& incident)
{
    if (m_desk.incident(incident) != nullptr) {
        m_right.showSheet(&m_right.watchSheet());
        m_right.watchSheet().open(incident);
    }
}

bool Relating::follow(const IncidentId& incident)
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr || known->mergedInto.empty()) {
        return false;
    }
    const IncidentId end = m_relations->target(*known);
    goTo(end == incident ? known->mergedInto : end);
    return true;
}

void Relating::goTo(const IncidentId& incident)
{
    if (m_desk.incident(incident) != nullptr) {
        Q_EMIT incidentChosen(incident);
        return;
    }
    desk::onResult(
        this, m_desk.fetch(incident), [this, incident](const Result<model::IncidentPtr>& found) {
            if (found) {
                Q_EMIT incidentChosen(incident);
            } else if (found.error().code == Code::NoSuchIncident) {
                Q_EMIT said(tr("This desk has no part in that incident and was not told of it."));
            } else {
                Q_EMIT said(errorText(found.error()));
            }
        });
}

void Relating::told(const Related& done)
{
    const bool isLive = m_desk.link().state == desk::LinkState::Live;
    const QString text = isLive ? tr("Saved: %1").arg(done.sentence)
                                : tr("%1; saved on this desk, will be sent").arg(done.sentence);
    if (done.undo) {
        m_undoing.offer(text, done.incident, {*done.undo});
    } else {
        Q_EMIT said(text);
    }
}

} // namespace sz::widgets
