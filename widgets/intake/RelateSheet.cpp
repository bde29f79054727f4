// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/RelateSheet.h"

#include "widgets/actions/PickEdit.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/Wording.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr int kReasonLength = 200;
constexpr std::array kKeys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4};
constexpr std::array kNames{"mergeButton", "groupButton", "ungroupButton", "separateButton"};

} // namespace

RelateSheet::RelateSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : SideSheet(theme, tr("Belongs together"), tr("put away"), parent), m_desk(desk),
      m_stand(new ToneLabel(theme, Token::Tx1, this)), m_edit(new PickEdit(theme, this, this)),
      m_reason(new QLineEdit(this)), m_below(new ToneLabel(theme, Token::Tx2, this, 12))
{
    setObjectName(QStringLiteral("relateSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, [this] { perform(usual()); });
    connect(&desk, &desk::Desk::changed, this, &RelateSheet::follow);
    connect(this, &SideSheet::closed, this, [this] {
        m_edit->closeList();
        m_incident.reset();
    });
}

RelateSheet::~RelateSheet()
{
    releaseFocus();
}

void RelateSheet::build()
{
    m_stand->setObjectName(QStringLiteral("relateStand"));
    m_below->setObjectName(QStringLiteral("relateBelow"));
    m_edit->setObjectName(QStringLiteral("relateOtherEdit"));
    m_edit->setAccessibleName(tr("The other incident"));
    m_edit->setPlaceholderText(tr("number, words of the title or place, pinyin initials"));
    m_reason->setObjectName(QStringLiteral("relateReasonEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(kReasonLength);
    m_reason->setPlaceholderText(tr("stays in the trace; needed to separate"));
    watch(m_edit);
    watch(m_reason);
    addRow(tr("Now"), m_stand, 8);
    addRow(tr("Other"), m_edit);
    addRow(tr("Reason"), m_reason);
    buildActs();
    addRow(tr("Holds"), m_below);
    finishBody();
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& typed) {
        setOther(nullptr);
        offer(typed);
    });
    connect(m_edit, &PickEdit::listWanted, this, [this] { offer({}); });
    connect(m_edit, &PickEdit::picked, this, &RelateSheet::pick);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { say({}); });
}

void RelateSheet::buildActs()
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box); // four in a row are wider than the sheet in English
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    grid->setColumnStretch(2, 1);
    for (const Act act : kActs) {
        const auto at = static_cast<std::size_t>(act);
        auto* button = scopedKeycap(
            theme(), QKeySequence(Qt::ALT | kKeys[at]), label(act), this, ButtonLook::Flat);
        button->setParent(box);
        button->setObjectName(QLatin1StringView(kNames[at]));
        grid->addWidget(button, static_cast<int>(at) / 2, static_cast<int>(at) % 2);
        connect(button, &QAbstractButton::clicked, this, [this, act] { perform(act); });
        m_acts[at] = button;
    }
    addRow(tr("Act"), box);
}

void RelateSheet::open(const IncidentId& incident)
{
    m_incident = m_desk.incident(incident);
    if (m_incident == nullptr) {
        return;
    }
    m_edit->clear();
    m_reason->clear();
    setBadge(shortNumberText(*m_incident));
    setHeadNote(titleText(*m_incident));
    say({});
    setOther(nullptr);
    follow();
    if (usual() == Act::Separate) {
        m_reason->setFocus(Qt::OtherFocusReason);
    } else {
        m_edit->setFocus(Qt::OtherFocusReason);
    }
}

void RelateSheet::open(const IncidentId& incident, const model::Act& wished)
{
    open(incident);
    if (m_incident == nullptr) {
        return;
    }
    const auto fill = [this](const IncidentId& other, const std::string& reason) {
        setOther(m_desk.incident(other));
        m_edit->setText(m_other == nullptr ? QString() : matterText(*m_other));
        m_reason->setText(QString::fromStdString(reason));
    };
    if (const auto* merge = std::get_if<model::MergeIncident>(&wished)) {
        fill(merge->into, merge->reason);
    } else if (const auto* group = std::get_if<model::GroupIncident>(&wished)) {
        fill(group->major, {});
    } else if (const auto* separate = std::get_if<model::SeparateIncident>(&wished)) {
        fill({}, separate->reason);
    }
}

// Others are candidates while they are open and not already below this one: that would make a circle.
void RelateSheet::follow()
{
    if (m_incident == nullptr) {
        return;
    }
    if (const auto now = m_desk.incident(m_incident->id)) {
        m_incident = now;
    }
    std::vector<model::IncidentPtr> all;
    std::ranges::transform(
        m_desk.incidents(), std::back_inserter(all), [](const auto& one) { return one.second; });
    m_relations = Relations(all);
    std::erase_if(all, [this](const model::IncidentPtr& one) {
        return one->state == model::IncidentState::Closed || one->id == m_incident->id
               || m_relations.isBelow(one->id, m_incident->id);
    });
    m_finder = std::make_unique<IncidentFinder>(m_desk.plan(), all);
    if (m_other != nullptr) {
        setOther(m_desk.incident(m_other->id));
    }
    refresh();
}

void RelateSheet::offer(const QString& typed)
{
    m_offered = m_finder == nullptr ? std::vector<model::IncidentPtr>() : m_finder->find(typed);
    std::vector<ChoiceRow> rows;
    for (const model::IncidentPtr& one : m_offered) {
        const RelationMark mark = aboveMark(m_relations.above(*one));
        const QString place = placeText(m_desk.plan(), one->place);
        rows.push_back(
            {matterText(*one), gradeLetter(one->grade),
             mark.text.isEmpty() ? place : mark.text + QStringLiteral(" · ") + place, false});
    }
    m_edit->offer(std::move(rows));
    if (m_offered.empty()) {
        say(tr("No other open incident on the board has this number or these words."));
    } else {
        say({});
    }
}

void RelateSheet::pick(int row)
{
    setOther(m_offered.at(static_cast<std::size_t>(row)));
    m_edit->setText(matterText(*m_other));
    m_reason->setFocus(Qt::OtherFocusReason);
}

void RelateSheet::setOther(const model::IncidentPtr& other)
{
    m_other = other;
    refresh();
}

QString RelateSheet::standText() const
{
    const Upward above = m_relations.above(*m_incident);
    QString text = aboveMark(above).text;
    if (text.isEmpty()) {
        return tr("on its own");
    }
    return above.known == nullptr ? text : text + QLatin1Char(' ') + titleText(*above.known);
}

QString RelateSheet::belowText() const
{
    QStringList lines;
    for (const model::IncidentPtr& one : m_relations.below(m_incident->id)) {
        lines.append(tr("%1: %2, %3", "merged or grouped, incident, state")
                         .arg(
                             one->mergedInto.empty() ? tr("grouped") : tr("merged"),
                             matterText(*one), stateText(one->state)));
    }
    return lines.isEmpty() ? tr("nothing") : lines.join(QLatin1Char('\n'));
}

void RelateSheet::refresh()
{
    if (m_incident == nullptr) {
        return;
    }
    m_stand->setText(standText());
    m_below->setText(belowText());
    refreshActs();
}

} // namespace sz::widgets
