// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/ForceSheet.h"

#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/TypedGoal.h"
#include "widgets/common/Durations.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace sz::widgets {
namespace {

constexpr int kNameLength = 60;
constexpr int kWordsLength = 200;
constexpr int kGoalsHeight = 74;

QString dayTyped(Instant t, int utcOffsetMinutes)
{
    const QTimeZone zone = QTimeZone::fromSecondsAheadOfUtc(utcOffsetMinutes * 60);
    return QDateTime::fromMSecsSinceEpoch(toUtcMs(t), zone).date().toString(Qt::ISODate);
}

// Who has an open order takes part, without the lead.
std::vector<model::ForceMember>
membersFrom(const plan::Plan& plan, const model::Incident& incident, const UnitCode& lead)
{
    std::vector<model::ForceMember> members;
    for (const model::Order& order : incident.orders) {
        const bool isNew =
            order.unit != lead
            && !std::ranges::contains(members, order.unit, &model::ForceMember::unit);
        const PostCode post = model::answeringPost(plan, order.unit);
        if (order.isOpen() && isNew && !post.empty()) {
            members.push_back({order.unit, post, {}});
        }
    }
    return members;
}

} // namespace

ForceSheet::ForceSheet(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Form a task force"), tr("put away"), parent), m_desk(desk),
      m_finder(finder), m_ticks(ticks)
{
    setObjectName(QStringLiteral("forceSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, &ForceSheet::save);
    connect(&desk, &desk::Desk::changed, this, &ForceSheet::refresh);
}

ForceSheet::~ForceSheet()
{
    releaseFocus();
}

void ForceSheet::build()
{
    const auto line = [this](const char* name, const QString& label, int most) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(label);
        edit->setMaxLength(most);
        return edit;
    };
    m_name = line("forceNameEdit", tr("Name of the task force"), kNameLength);
    m_members = new MemberPicker(m_desk, m_finder, theme(), this);
    m_text = line("forceTextEdit", tr("What it is for"), kWordsLength);
    m_text->setPlaceholderText(tr("what it is to do; may stay empty"));
    m_reason = line("forceReasonEdit", tr("Reason"), kWordsLength);
    m_reason->setPlaceholderText(tr("stays in the trace; needed for goals and end"));
    addRow(tr("Name"), m_name, 8);
    buildLead();
    addRow(tr("Members"), m_members);
    buildGoals();
    buildUntil();
    addRow(tr("For"), m_text);
    addRow(tr("Reason"), m_reason);
    finishBody();
    watchFields();
}

void ForceSheet::buildLead()
{
    m_lead = new PickEdit(theme(), this, this);
    m_lead->setObjectName(QStringLiteral("forceLeadEdit"));
    m_lead->setAccessibleName(tr("Who has command"));
    m_lead->setPlaceholderText(tr("unit, then its post"));
    addRow(tr("Command"), m_lead);
    connect(m_lead, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_leadSeat = {};
        offerLead(typed);
    });
    connect(m_lead, &PickEdit::picked, this, [this](int row) {
        setLead(m_offered.at(static_cast<std::size_t>(row)));
    });
}

void ForceSheet::buildGoals()
{
    m_goalBox = new QWidget(this);
    auto* column = new QVBoxLayout(m_goalBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_goals = new QPlainTextEdit(m_goalBox);
    m_goals->setObjectName(QStringLiteral("forceGoalsEdit"));
    m_goals->setAccessibleName(tr("Goals, one a line"));
    m_goals->setPlaceholderText(tr("one a line: evacuate 120 households"));
    m_goals->setTabChangesFocus(true);
    m_goals->setFixedHeight(kGoalsHeight);
    m_goalWords = new ToneLabel(theme(), Token::Tx3, m_goalBox, 12);
    m_goalWords->setObjectName(QStringLiteral("forceGoalWords"));
    column->addWidget(m_goals);
    column->addWidget(m_goalWords);
    m_goalBox->setFocusProxy(m_goals);
    addRow(tr("Goals"), m_goalBox);
}

void ForceSheet::buildUntil()
{
    m_untilBox = new QWidget(this);
    auto* column = new QVBoxLayout(m_untilBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_until = new QLineEdit(m_untilBox);
    m_until->setObjectName(QStringLiteral("forceUntilEdit"));
    m_until->setAccessibleName(tr("Planned end"));
    m_until->setPlaceholderText(tr("3d, 48h, 10-20 or 2026-10-20"));
    m_untilWords = new ToneLabel(theme(), Token::Tx3, m_untilBox, 12);
    m_untilWords->setObjectName(QStringLiteral("forceUntilWords"));
    column->addWidget(m_until);
    column->addWidget(m_untilWords);
    m_untilBox->setFocusProxy(m_until);
    addRow(tr("Until"), m_untilBox);
}

void ForceSheet::watchFields()
{
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_name, m_lead, m_members->edit(), m_goals, m_until, m_text, m_reason}) {
        watch(field);
    }
    const auto edited = [this] {
        say({});
        refreshWords();
    };
    for (QLineEdit* edit : {m_name, m_until, m_text, m_reason}) {
        connect(edit, &QLineEdit::textEdited, this, edited);
    }
    connect(m_goals, &QPlainTextEdit::textChanged, this, edited);
    connect(m_members, &MemberPicker::changed, this, edited);
}

void ForceSheet::open(const IncidentId& incident)
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr) {
        return;
    }
    if (incident != m_incident || m_isChange) {
        m_incident = incident;
        m_isChange = false;
        fill(*known);
    }
    refresh();
    m_goals->setFocus(Qt::OtherFocusReason); // the rest is there already
}

void ForceSheet::openChange(const IncidentId& incident)
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr || known->force() == nullptr) {
        return;
    }
    m_incident = incident;
    m_isChange = true;
    fillChange(*known->force());
    refresh();
    m_members->edit()->setFocus(Qt::OtherFocusReason);
}

void ForceSheet::open(const IncidentId& incident, const model::FormForce& refused)
{
    m_incident = {}; // what was begun for it meanwhile gives way
    open(incident);
    if (m_incident.empty()) {
        return;
    }
    m_name->setText(QString::fromStdString(refused.name));
    setLead({refused.leadUnit, refused.leadPost});
    m_members->setMembers(refused.members, m_ticks.now());
    setGoals(refused.goals);
    setUntil(refused.until);
    m_text->setText(QString::fromStdString(refused.text));
    refresh();
}

void ForceSheet::openChange(const IncidentId& incident, const model::ChangeForce& refused)
{
    openChange(incident);
    if (m_incident != incident || !m_isChange) {
        return;
    }
    if (refused.members) {
        m_members->setMembers(*refused.members, m_ticks.now());
    }
    if (refused.goals) {
        setGoals(*refused.goals);
    }
    if (refused.until) {
        setUntil(*refused.until);
    }
    m_reason->setText(QString::fromStdString(refused.reason));
    refresh();
}

void ForceSheet::fill(const model::Incident& incident)
{
    const plan::Plan& plan = m_desk.plan();
    m_name->setText(tr("%1 task force", "title of the incident").arg(shortTitleText(incident, 24)));
    UnitCode lead = leadOf(&incident);
    for (const UnitCode& other : {incident.place.district, UnitCode("HQ")}) {
        lead = model::answeringPost(plan, lead).empty() ? other : lead;
    }
    setLead({lead, model::answeringPost(plan, lead)});
    m_members->setMembers(membersFrom(plan, incident, lead), m_ticks.now());
    m_goals->clear();
    m_until->setText(QStringLiteral("3d"));
    m_untilBefore.clear();
    m_text->clear();
    m_reason->clear();
    say({});
}

void ForceSheet::fillChange(const model::TaskForce& force)
{
    m_name->setText(QString::fromStdString(force.name));
    setLead({force.command().unit, force.command().post});
    m_members->setMembers(force.members, m_ticks.now());
    std::vector<model::ForceGoal> goals;
    std::ranges::transform(force.goals, std::back_inserter(goals), &model::GoalCount::goal);
    setGoals(goals);
    m_untilBefore = dayTyped(force.until, m_desk.plan().utcOffsetMinutes);
    m_until->setText(m_untilBefore);
    m_reason->clear();
    say({});
}

void ForceSheet::setGoals(const std::vector<model::ForceGoal>& goals)
{
    QStringList lines;
    for (const model::ForceGoal& goal : goals) {
        lines.append(goalTyped(goal));
    }
    m_goals->setPlainText(lines.join(u'\n'));
}

void ForceSheet::setUntil(Instant until)
{
    m_until->setText(dayTyped(until, m_desk.plan().utcOffsetMinutes));
}

void ForceSheet::offerLead(const QString& typed)
{
    m_offered = seatsNamed(m_desk.plan(), m_finder, typed);
    m_lead->offer(seatRows(m_desk, m_offered, m_ticks.now()));
}

void ForceSheet::setLead(const Seat& seat)
{
    m_leadSeat = seat.post.empty() ? Seat{} : seat;
    m_lead->setText(
        m_leadSeat.unit.empty() ? QString()
                                : seatText(m_desk.plan(), m_leadSeat.unit, m_leadSeat.post));
    say({});
}

void ForceSheet::refresh()
{
    const auto incident = m_desk.incident(m_incident);
    if (incident == nullptr) {
        return;
    }
    setTitle(m_isChange ? tr("Change the task force") : tr("Form a task force"));
    setBadge(shortNumberText(*incident));
    setHeadNote(titleText(*incident));
    m_name->setReadOnly(m_isChange);
    m_name->setFocusPolicy(m_isChange ? Qt::NoFocus : Qt::StrongFocus);
    setRowVisible(m_lead, !m_isChange); // command goes over on the board, with its reason
    setRowVisible(m_text, !m_isChange);
    setRowVisible(m_reason, m_isChange);
    refreshWords();
    refreshMainAct(*incident);
}

void ForceSheet::refreshWords()
{
    const TypedGoals goals = typedGoals(m_goals->toPlainText());
    const bool isBad = !goals.notUnderstood.isEmpty() || !goals.twice.isEmpty();
    m_goalWords->setToken(isBad ? Token::YelTx : Token::Tx3);
    m_goalWords->setText(
        !goals.notUnderstood.isEmpty()
            ? tr("Not understood: %1", "line").arg(goals.notUnderstood.front())
        : !goals.twice.isEmpty() ? tr("Twice: %1", "goal").arg(goals.twice)
                                 : tr("%n goals", nullptr, static_cast<int>(goals.goals.size())));
    const auto day = until();
    const bool isKept = m_isChange && m_until->text() == m_untilBefore;
    m_untilWords->setToken(day || isKept ? Token::Tx3 : Token::YelTx);
    m_untilWords->setText(
        isKept ? tr("as before")
        : day  ? tr("planned to end %1", "day and clock")
                    .arg(dayClockText(*day, m_desk.plan().utcOffsetMinutes))
              : tr("Neither days nor a day to come."));
}

void ForceSheet::refreshMainAct(const model::Incident& incident)
{
    const model::TaskForce* force = incident.force();
    mainAct()->setLabel(m_isChange ? tr("Save the changes") : tr("Form the task force"));
    if (m_isChange) {
        model::ChangeForce sample;
        sample.members = force == nullptr ? std::vector<model::ForceMember>{} : force->members;
        const auto may = m_desk.canPerform(incident.id, sample);
        mainAct()->setBlocked(may ? QString() : shortReason(may.error()));
        return;
    }
    model::FormForce sample;
    sample.name = "-";
    sample.leadUnit = UnitCode("HQ");
    sample.leadPost = model::answeringPost(m_desk.plan(), sample.leadUnit);
    const auto may = m_desk.canPerform(incident.id, sample);
    mainAct()->setBlocked(
        force != nullptr ? tr("it has one already")
        : may            ? QString()
                         : shortReason(may.error()));
}

} // namespace sz::widgets
