// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/ForceBoard.h"

#include "widgets/common/Durations.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/force/GoalBars.h"
#include "widgets/force/MemberTable.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kEditHeight = 58;
constexpr std::array kKeys{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5};
constexpr std::array kNames{
    "countGoalButton", "writeMinutesButton", "transferButton", "changeForceButton",
    "endForceButton"};

QVBoxLayout* columnOf(QWidget* box)
{
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    return column;
}

QString visible(const std::string& text)
{
    return visibleText(QString::fromStdString(text));
}

} // namespace

ForceBoard::ForceBoard(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Task force"), tr("put away"), parent), m_desk(desk), m_finder(finder),
      m_ticks(ticks)
{
    setObjectName(QStringLiteral("forceBoard"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, &ForceBoard::perform);
    connect(&desk, &desk::Desk::changed, this, &ForceBoard::refresh);
    connect(&ticks, &TickTimer::ticked, this, [this] {
        if (isVisible() && force() != nullptr) {
            refreshTime(*force());
        }
    });
}

ForceBoard::~ForceBoard()
{
    releaseFocus();
}

void ForceBoard::build()
{
    const auto words = [this](const char* name, Token token, int pixels) {
        auto* label = new ToneLabel(theme(), token, this, pixels);
        label->setObjectName(QLatin1StringView(name));
        return label;
    };
    m_time = words("forceTime", Token::Tx1, 14);
    m_text = words("forceText", Token::Tx2, 13);
    auto* command = new QWidget(this);
    m_lead = words("forceLead", Token::Tx1, 15);
    m_log = words("forceLog", Token::Tx3, 12);
    auto* commands = columnOf(command);
    commands->addWidget(m_lead);
    commands->addWidget(m_log);
    m_goals = new GoalBars(m_desk.plan(), theme(), this);
    auto* members = new QWidget(this);
    m_members = new MemberTable(theme(), tr("Members of the task force"), false, members);
    m_members->setObjectName(QStringLiteral("forceMembers"));
    m_presence = words("forcePresence", Token::Tx3, 12);
    auto* rows = columnOf(members);
    rows->addWidget(m_members);
    rows->addWidget(m_presence);
    m_minutes = words("forceMinutes", Token::Tx2, 13);
    addRow(tr("Until"), m_time, 8);
    addRow(tr("For"), m_text, 4);
    addRow(tr("Command"), command, 8);
    addRow(tr("Goals"), m_goals, 8);
    addRow(tr("Members"), members, 8);
    addRow(tr("Minutes"), m_minutes);
    finishBody();
    buildActs();
}

void ForceBoard::buildActs()
{
    m_writing = new QWidget(this);
    auto* column = columnOf(m_writing);
    column->setContentsMargins(16, 6, 16, 4);
    auto* grid = new QGridLayout;
    grid->setSpacing(4);
    grid->setColumnStretch(3, 1);
    for (const Act act : kActs) {
        const auto at = static_cast<std::size_t>(act);
        auto* key = scopedKeycap(theme(), QKeySequence(Qt::ALT | kKeys[at]), label(act), this);
        key->setParent(m_writing);
        key->setObjectName(QLatin1StringView(kNames[at]));
        grid->addWidget(key, static_cast<int>(at) / 3, static_cast<int>(at) % 3);
        connect(key, &QAbstractButton::clicked, this, [this, act] { choose(act); });
        m_keys[at] = key;
    }
    m_edit = new QPlainTextEdit(m_writing);
    m_edit->setObjectName(QStringLiteral("forceActEdit"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(kEditHeight);
    m_reading = new ToneLabel(theme(), Token::Tx3, m_writing, 12);
    m_reading->setObjectName(QStringLiteral("forceReading"));
    column->addLayout(grid);
    column->addWidget(m_edit);
    column->addWidget(m_reading);
    m_writing->setFocusProxy(m_edit);
    watch(m_edit);
    m_edit->installEventFilter(this);
    addFixed(m_writing); // in sight, however long the minutes are
    setTabOrder(m_edit, mainAct());
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ForceBoard::follow);
}

void ForceBoard::open(const IncidentId& incident)
{
    const auto known = m_desk.incident(incident);
    if (known == nullptr || known->forces.empty()) {
        return;
    }
    if (incident != m_incident) {
        m_edit->clear();
        m_act = known->forces.back().goals.empty() ? Act::Minutes : Act::Count;
    }
    m_incident = incident;
    say({});
    refresh();
    if (m_edit->isVisibleTo(this)) {
        m_edit->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason); // Esc is heard
    }
}

// Page keys turn the board: what is written is short.
bool ForceBoard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !isComposing()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            turnPage(key == Qt::Key_PageDown ? 1 : -1);
            return true;
        }
    }
    return SideSheet::eventFilter(watched, event);
}

const model::TaskForce* ForceBoard::force() const
{
    return m_known == nullptr || m_known->forces.empty() ? nullptr : &m_known->forces.back();
}

void ForceBoard::refresh()
{
    if (const auto now = m_desk.incident(m_incident)) {
        m_known = now;
    }
    if (m_incident.empty() || force() == nullptr || m_known->id != m_incident) {
        return;
    }
    const model::TaskForce& now = *force();
    setTitle(visibleLine(QString::fromStdString(now.name)));
    setBadge(shortNumberText(*m_known));
    setHeadNote(titleText(*m_known));
    m_text->setText(visible(now.text));
    setRowVisible(m_text, !now.text.empty());
    refreshTime(now);
    refreshCommand(now);
    m_goals->setGoals(now.goals);
    const std::vector<MemberRow> rows = memberRows(m_desk.plan(), *m_known, now);
    m_members->setRows(rows);
    m_presence->setText(presenceText(rows));
    m_presence->setVisible(!m_presence->text().isEmpty());
    refreshMinutes(now);
    refreshActs();
    follow();
}

void ForceBoard::refreshTime(const model::TaskForce& force)
{
    const int offset = m_desk.plan().utcOffsetMinutes;
    if (force.endedAt) {
        m_time->setToken(Token::Tx1);
        m_time->setText(tr("ended %1: %2", "day and clock, result")
                            .arg(dayClockText(*force.endedAt, offset), visible(force.result)));
        return;
    }
    m_time->setToken(m_ticks.now() >= force.until ? Token::RedTx : Token::Tx1);
    m_time->setText(QStringLiteral("%1 · %2").arg(
        dayClockText(force.until, offset), forceLeftText(force, m_ticks.now())));
}

// Who has command, loud; who had it before, and why it went over, below.
void ForceBoard::refreshCommand(const model::TaskForce& force)
{
    const plan::Plan& plan = m_desk.plan();
    const int offset = plan.utcOffsetMinutes;
    const model::ForceCommand& now = force.command();
    m_lead->setText(tr("%1, since %2", "unit and post, day and clock")
                        .arg(seatText(plan, now.unit, now.post), dayClockText(now.from, offset)));
    QStringList lines;
    for (std::size_t i = 0; i < force.commands.size(); ++i) {
        const model::ForceCommand& one = force.commands[i];
        const QString until = one.until ? dayClockText(*one.until, offset) : tr("now");
        QString line = QStringLiteral("%1 – %2  %3")
                           .arg(dayClockText(one.from, offset), until, unitText(plan, one.unit));
        if (!one.reason.empty()) {
            line += QStringLiteral(" · ") + visibleLine(QString::fromStdString(one.reason));
        }
        lines.append(line);
    }
    m_log->setText(lines.join(u'\n'));
    m_log->setVisible(lines.size() > 1);
}

void ForceBoard::refreshMinutes(const model::TaskForce& force)
{
    QStringList lines;
    for (const model::MinutesLine& one : force.minutes) {
        lines.append(QStringLiteral("%1  %2  %3")
                         .arg(
                             dayClockText(one.at, m_desk.plan().utcOffsetMinutes),
                             whoText(m_desk.plan(), one.unit, one.post), visible(one.text)));
    }
    m_minutes->setText(lines.isEmpty() ? tr("no minutes yet") : lines.join(u'\n'));
}

} // namespace sz::widgets
