// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/AmendSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/GradePicker.h"
#include "widgets/intake/CallRow.h"
#include "widgets/intake/FactsRow.h"
#include "widgets/intake/Guesses.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"
#include "widgets/models/Wording.h"

#include <QLineEdit>

#include <algorithm>

namespace sz::widgets {

AmendSheet::AmendSheet(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    QWidget* parent)
    : SideSheet(theme, tr("Put right"), tr("put away"), parent), m_desk(desk)
{
    setObjectName(QStringLiteral("amendSheet"));
    build(finder);
    mainAct()->setLabel(tr("Save the changes"));
    finishBody();
    connect(mainAct(), &QAbstractButton::clicked, this, &AmendSheet::amend);
    connect(&desk, &desk::Desk::changed, this, &AmendSheet::follow);
    connect(this, &SideSheet::closed, this, [this] {
        m_before.reset();
        m_place->setPlacing(false);
        Q_EMIT placingRequested(false);
    });
}

AmendSheet::~AmendSheet()
{
    releaseFocus();
}

void AmendSheet::build(const plan::PlaceFinder& finder)
{
    const auto line = [this](const char* name, const QString& spoken, const QString& hint) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(spoken);
        edit->setPlaceholderText(hint);
        watch(edit);
        return edit;
    };
    m_title = line("amendTitleEdit", tr("Title"), {});
    m_title->setMaxLength(kTitleLength);
    m_place = new PlaceField(m_desk, finder, theme(), this);
    m_kind = new KindField(m_desk.plan(), theme(), this);
    m_facts = new FactsRow(plan::readReportFields(m_desk.planFolder()), theme(), this);
    m_grade = new GradePicker(theme(), this);
    m_grade->setObjectName(QStringLiteral("amendGradePicker"));
    m_grade->useKeysIn(this);
    m_reason = line("amendReasonEdit", tr("Reason"), tr("why it changes: stays in the trace"));
    watch(m_place->edit());
    watch(m_kind->edit());
    addRow(tr("Title"), m_title, 8);
    addRow(tr("Place"), m_place);
    addRow(tr("Kind"), m_kind);
    addRow(tr("Asked"), m_facts);
    addRow(tr("Grade"), m_grade);
    addRow(tr("Reason"), m_reason);
    connect(m_kind, &KindField::kindChanged, this, &AmendSheet::refreshFacts);
    connect(m_facts, &FactsRow::rebuilt, this, [this] {
        QWidget* before = m_kind->edit();
        for (QWidget* edit : m_facts->edits()) {
            watch(edit);
            setTabOrder(before, edit); // made late, it would come last
            before = edit;
        }
    });
    refreshFacts();
    connect(m_place, &PlaceField::placingRequested, this, &AmendSheet::placingRequested);
    connect(m_place, &PlaceField::placeChanged, this, [this] {
        say({});
        if (m_place->chosen()) {
            Q_EMIT placeChanged(*m_place->chosen());
        }
    });
}

void AmendSheet::refreshFacts()
{
    m_facts->setKind(m_kind->kind());
    setRowVisible(m_facts, m_facts->hasFields());
}

// A field that stands empty now is taken back.
std::vector<model::Fact> AmendSheet::changedFacts() const
{
    const std::vector<model::Fact> now = m_facts->facts();
    std::vector<model::Fact> out;
    for (const model::Fact& fact : now) {
        const std::string* was = m_before->fact(fact.field);
        if (was == nullptr || *was != fact.value) {
            out.push_back(fact);
        }
    }
    for (const std::string& field : m_facts->fields()) {
        const bool isThere = std::ranges::contains(now, field, &model::Fact::field);
        if (!isThere && m_before->fact(field) != nullptr) {
            out.push_back({field, {}});
        }
    }
    return out;
}

void AmendSheet::open(const IncidentId& incident)
{
    m_before = m_desk.incident(incident);
    if (m_before == nullptr) {
        return;
    }
    fill(*m_before);
    m_reason->clear();
    say({});
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

void AmendSheet::open(const IncidentId& incident, const model::AmendIncident& wished)
{
    open(incident);
    if (m_before == nullptr) {
        return;
    }
    model::Incident filled = *m_before;
    filled.title = wished.title.value_or(filled.title);
    filled.kind = wished.kind.value_or(filled.kind);
    filled.grade = wished.grade.value_or(filled.grade);
    filled.place = wished.place.value_or(filled.place);
    for (const model::Fact& fact : wished.facts) {
        std::erase_if(filled.facts, [&](const auto& one) { return one.field == fact.field; });
        filled.facts.push_back(fact);
    }
    fill(filled);
    m_reason->setText(QString::fromStdString(wished.reason));
}

void AmendSheet::setMaps(const plan::MapFinder* maps)
{
    m_place->setMaps(maps);
}

void AmendSheet::setIndex(const plan::PlaceIndex* index)
{
    m_place->setIndex(index);
}

void AmendSheet::setPlace(const plan::Place& place)
{
    m_place->setPlace(place);
    m_kind->setFocus(Qt::OtherFocusReason);
}

void AmendSheet::fill(const model::Incident& incident)
{
    setBadge(shortNumberText(incident));
    setHeadNote(titleText(incident));
    m_title->setText(QString::fromStdString(incident.title));
    m_place->setPlace(incident.place);
    m_kind->restore(incident.kind, {});
    refreshFacts();
    m_facts->setFacts(incident.facts);
    m_grade->setGrade(incident.grade);
    letTabStopAtChosen(*m_grade);
}

// Fields nobody has touched here follow what comes in; one that was touched stays, and the sheet names the other value.
void AmendSheet::follow()
{
    const auto now = m_before == nullptr ? nullptr : m_desk.incident(m_before->id);
    if (now == nullptr || now->version == m_before->version) {
        return;
    }
    const model::AmendIncident own = changes();
    tellForeignChange(*now);
    model::Incident next = *now;
    next.title = own.title.value_or(next.title);
    next.kind = own.kind.value_or(next.kind);
    next.grade = own.grade.value_or(next.grade);
    next.place = own.place.value_or(next.place);
    if (own.facts.empty()) {
        m_facts->setFacts(now->facts);
    }
    m_before = now;
    if (!own.title && m_title->text() != QString::fromStdString(next.title)) {
        const int cursor = m_title->cursorPosition();
        m_title->setText(QString::fromStdString(next.title));
        m_title->setCursorPosition(cursor);
    }
    if (!own.kind && next.kind != m_kind->kind()) {
        m_kind->restore(next.kind, {});
    }
    if (!own.grade) {
        m_grade->setGrade(next.grade);
    }
    if (!own.place && m_place->place() != next.place) {
        m_place->setPlace(next.place);
    }
}

void AmendSheet::tellForeignChange(const model::Incident& now)
{
    const model::AmendIncident own = changes();
    QStringList lines;
    const auto tell = [&](const char* field, bool isTouched) {
        const auto before = m_before->fieldMarks.find(field);
        const auto mark = now.fieldMarks.find(field);
        const bool isNew = mark != now.fieldMarks.end()
                           && (before == m_before->fieldMarks.end()
                               || before->second.version != mark->second.version);
        if (isTouched && isNew) {
            lines.append(tr("%1 meanwhile said for %2: %3", "unit, field, value")
                             .arg(
                                 unitText(m_desk.plan(), mark->second.unit), fieldText(field),
                                 fieldValueText(m_desk.plan(), field, mark->second.value)));
        }
    };
    tell("title", own.title.has_value());
    tell("kind", own.kind.has_value());
    tell("grade", own.grade.has_value());
    tell("place", own.place.has_value());
    for (const model::Fact& fact : own.facts) {
        tell(("fact:" + fact.field).c_str(), true);
    }
    if (!lines.isEmpty()) {
        say(lines.join(QLatin1Char('\n')));
    }
}

model::AmendIncident AmendSheet::changes() const
{
    model::AmendIncident act;
    const std::string title = m_title->text().simplified().toStdString();
    if (title != m_before->title) {
        act.title = title;
    }
    if (!m_kind->kind().empty() && m_kind->kind() != m_before->kind) {
        act.kind = m_kind->kind();
    }
    if (const auto grade = m_grade->grade(); grade && *grade != m_before->grade) {
        act.grade = grade;
    }
    if (const auto place = m_place->place(); place && !(*place == m_before->place)) {
        act.place = place;
    }
    act.facts = changedFacts();
    act.reason = m_reason->text().simplified().toStdString();
    return act;
}

void AmendSheet::amend()
{
    if (m_isBusy || isComposing() || m_before == nullptr) {
        return;
    }
    m_place->settle();
    m_kind->settle();
    if (!m_kind->isSettled()) {
        point(m_kind->edit(), tr("No kind has this name: choose one from the list, or Esc."));
        return;
    }
    if (QWidget* wrong = m_facts->unreadable()) {
        point(wrong, tr("A whole number in digits, or nothing."));
        return;
    }
    const model::AmendIncident act = changes();
    if (!act.title && !act.kind && !act.grade && !act.place && act.facts.empty()) {
        say(tr("Nothing is different yet."));
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_before->id, act), [this](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            onAmended(receipt);
        });
}

void AmendSheet::onAmended(const Result<desk::Receipt>& receipt)
{
    if (!receipt) {
        say(errorText(receipt.error()), true);
        return;
    }
    m_before.reset();
    Q_EMIT amended(*receipt);
}

} // namespace sz::widgets
