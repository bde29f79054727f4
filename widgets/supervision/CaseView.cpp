// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/CaseView.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/supervision/AskBar.h"
#include "widgets/supervision/CaseSheet.h"
#include "widgets/supervision/CaseTable.h"
#include "widgets/supervision/PlainTable.h"
#include "widgets/supervision/SupervisionWords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::size_t kStoryLines = 4;

} // namespace

CaseView::CaseView(
    desk::Desk& desk,
    const ThemeSource& theme,
    const TickTimer& ticks,
    QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_now(ticks.now()),
      m_cases(new CaseModel(desk.sharedPlan(), this)),
      m_sheet(new CaseSheet(desk, theme, ticks, this))
{
    setObjectName(QStringLiteral("caseView"));
    build();
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(m_sheet, &SideSheet::closed, this, [this] {
        m_sheet->hide();
        m_table->setFocus();
    });
    connect(m_sheet, &CaseSheet::done, this, [this](const IncidentId& id, const QString& words) {
        m_sheet->hide();
        refresh();
        m_table->setFocus();
        m_table->setCurrentIndex(m_cases->index(std::max(0, m_cases->rowOf(id)), 0));
        Q_EMIT said(words);
    });
    refresh();
}

void CaseView::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_head = new ElidedLabel(m_theme, this);
    m_head->setObjectName(QStringLiteral("caseHead"));
    m_head->setToken(Token::Tx2);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(m_head, 1);
    column->addLayout(head);
    m_empty = new EmptyNote(m_theme, this);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(12, 0, 12, 8);
    note->addWidget(m_empty);
    column->addLayout(note);
    m_table = new PlainTable(
        m_theme, {{40, 0}, {100, 0}, {180, 4}, {160, 2}, {120, 0}, {64, 0}, {120, 0}}, this);
    m_table->setObjectName(QStringLiteral("caseTable"));
    m_table->setAccessibleName(tr("Led cases, longest not seen to first"));
    m_table->setModel(m_cases);
    column->addWidget(m_table, 1);
    m_story = new ToneLabel(m_theme, Token::Tx2, this);
    m_story->setObjectName(QStringLiteral("caseStory"));
    m_story->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_story);
    m_ask = new AskBar(m_desk, m_theme, this);
    column->addWidget(m_ask);
    auto* foot = new QWidget(this);
    addKeys(foot);
    column->addWidget(foot);
    row->addLayout(column, 1);
    row->addWidget(m_sheet);
    m_sheet->hide();
    connect(m_ask, &AskBar::performed, this, &CaseView::said);
    connect(m_ask, &AskBar::closed, m_table, [this] { m_table->setFocus(); });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &CaseView::showStory);
}

void CaseView::addKeys(QWidget* foot)
{
    auto* keys = new QHBoxLayout(foot);
    keys->setContentsMargins(12, 6, 12, 6);
    keys->setSpacing(16);
    const auto add = [&](const QKeySequence& key, const QString& label, const char* name,
                         QWidget* scope, const std::function<void()>& act) {
        auto* button = scopedKeycap(m_theme, key, label, scope);
        button->setParent(foot);
        button->setObjectName(QLatin1StringView(name));
        connect(button, &QAbstractButton::clicked, this, act);
        keys->addWidget(button);
    };
    add(QKeySequence(Qt::ALT | Qt::Key_N), tr("new case"), "newCaseButton", this,
        [this] { openSheet(nullptr); });
    add(QKeySequence(Qt::Key_V), tr("saw to it"), "visitCaseButton", m_table, [this] { visit(); });
    add(QKeySequence(Qt::Key_S), tr("next stage"), "stageButton", m_table, [this] { stage(1); });
    add(QKeySequence(Qt::Key_B), tr("stage back"), "stageBackButton", m_table,
        [this] { stage(-1); });
    add(QKeySequence(Qt::Key_C), tr("remind"), "remindCaseButton", m_table, [this] { remind(); });
    add(QKeySequence(Qt::Key_L), tr("another leader"), "leaderButton", m_table,
        [this] { openSheet(current()); });
    add(QKeySequence(Qt::Key_Return), tr("open", "what a key does"), "openCaseButton", m_table,
        [this] {
            if (const model::Incident* chosen = current()) {
                Q_EMIT incidentRequested(chosen->id);
            }
        });
    keys->addStretch(1);
}

void CaseView::enter()
{
    refresh();
    m_table->setFocus();
}

void CaseView::setNow(Instant now)
{
    const bool isOtherHour = toUtcMs(now) / 3'600'000 != toUtcMs(m_now) / 3'600'000;
    m_now = now;
    if (isOtherHour && isVisible()) {
        refresh();
    }
}

const model::Incident* CaseView::current() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() ? &m_cases->caseAt(at.row()) : nullptr;
}

void CaseView::refresh()
{
    const IncidentId before = current() == nullptr ? IncidentId() : current()->id;
    std::vector<model::IncidentPtr> cases;
    for (const auto& [id, incident] : m_desk.incidents()) {
        if (incident->ledCase && incident->state != model::IncidentState::Closed) {
            cases.push_back(incident);
        }
    }
    m_cases->setCases(std::move(cases), m_now);
    const int row = m_cases->rowOf(before);
    if (m_cases->rowCount() > 0) {
        m_table->setCurrentIndex(m_cases->index(std::max(row, 0), 0));
    }
    m_empty->setVisible(m_cases->rowCount() == 0);
    m_table->horizontalHeader()->setVisible(m_cases->rowCount() > 0);
    m_empty->setReason(
        tr("No case is in a leader's charge"), tr("Alt+N takes one in charge"), false);
    refreshHead();
    showStory();
}

void CaseView::refreshHead()
{
    m_head->setText(tr("%1 cases · %2 not seen to for more than %3 days")
                        .arg(m_cases->rowCount())
                        .arg(m_cases->overdue())
                        .arg(m_desk.plan().cases.visitDays));
}

// The newest visits and stages of the chosen case, newest first.
void CaseView::showStory()
{
    const model::Incident* chosen = current();
    m_story->setVisible(chosen != nullptr);
    if (chosen == nullptr) {
        return;
    }
    const int offset = m_desk.plan().utcOffsetMinutes;
    std::vector<std::pair<Instant, QString>> lines;
    for (const model::CaseVisit& visit : chosen->ledCase->visits) {
        lines.emplace_back(visit.at, visibleLine(QString::fromStdString(visit.text)));
    }
    for (const model::CaseStage& stage : chosen->ledCase->reached) {
        lines.emplace_back(
            stage.at, tr("stage %1 %2")
                          .arg(
                              stageText(m_desk.plan(), stage.stage),
                              visibleLine(QString::fromStdString(stage.text))));
    }
    std::ranges::stable_sort(lines, std::greater{}, &std::pair<Instant, QString>::first);
    QStringList words;
    for (std::size_t i = 0; i < std::min(lines.size(), kStoryLines); ++i) {
        words.append(
            QStringLiteral("%1  %2").arg(dayClockText(lines[i].first, offset), lines[i].second));
    }
    m_story->setText(
        words.isEmpty() ? tr("Nobody has seen to it yet.") : words.join(QLatin1Char('\n')));
}

void CaseView::visit()
{
    const model::Incident* chosen = current();
    if (chosen == nullptr) {
        return;
    }
    Question question;
    question.incident = chosen->id;
    question.title = tr("Saw to case %1").arg(QString::fromStdString(chosen->ledCase->number));
    question.action = tr("save");
    question.hint = tr("what was said and agreed, without private names");
    question.done = tr("Saved: %1").arg(question.title);
    question.act = [at = m_now](const std::string& words) { return model::VisitCase{at, words}; };
    m_ask->ask(std::move(question));
}

void CaseView::stage(int step)
{
    const model::Incident* chosen = current();
    if (chosen == nullptr) {
        return;
    }
    const auto& stages = stagesOf(m_desk.plan(), *chosen->ledCase);
    const auto at = std::ranges::find(stages, stageOf(m_desk.plan(), *chosen->ledCase));
    const auto next = at - stages.begin() + step;
    if (at == stages.end() || next < 0 || next >= std::ssize(stages)) {
        Q_EMIT said(tr("There is no stage beyond this one"));
        return;
    }
    const std::string& wanted = stages[static_cast<std::size_t>(next)];
    Question question;
    question.incident = chosen->id;
    question.isNeeded = step < 0;
    question.title =
        tr("Case %1 to stage %2")
            .arg(QString::fromStdString(chosen->ledCase->number), stageText(m_desk.plan(), wanted));
    question.action = tr("save");
    question.hint = step < 0 ? tr("why it goes back") : tr("how it got there");
    question.done = tr("Saved: %1").arg(question.title);
    question.act = [wanted](const std::string& words) { return model::StageCase{wanted, words}; };
    m_ask->ask(std::move(question));
}

// Orders can be chased as such; without any, a note names the post that has not seen to the case.
model::Act CaseView::reminderOf(int row) const
{
    const model::Incident& incident = m_cases->caseAt(row);
    model::RemindUnits remind;
    for (const model::Order& order : incident.orders) {
        if (order.isOpen()) {
            remind.orders.push_back(order.id);
        }
    }
    if (!remind.orders.empty()) {
        return remind;
    }
    const model::LedCase& led = *incident.ledCase;
    return model::AddNote{tr("Reminder: %1 (%2) has not seen to case %3 for %4 days.")
                              .arg(
                                  postText(m_desk.plan(), led.post),
                                  unitText(m_desk.plan(), led.unit),
                                  QString::fromStdString(led.number))
                              .arg(m_cases->daysAt(row))
                              .toStdString()};
}

void CaseView::remind()
{
    int count = 0;
    for (const int row : m_table->chosenRows()) {
        if (!m_cases->isOverdue(row)) {
            continue;
        }
        ++count;
        desk::onResult(
            this, m_desk.perform(m_cases->caseAt(row).id, reminderOf(row)),
            [this](const Result<desk::Receipt>& receipt) {
                if (!receipt) {
                    Q_EMIT said(errorText(receipt.error()));
                }
            });
    }
    Q_EMIT said(
        count == 0 ? tr("Nobody to remind: choose cases that have waited too long")
                   : tr("Reminded: %n cases", nullptr, count));
}

void CaseView::openSheet(const model::Incident* incident)
{
    m_sheet->show();
    if (incident == nullptr) {
        m_sheet->open();
    } else {
        m_sheet->open(*incident);
    }
}

} // namespace sz::widgets
