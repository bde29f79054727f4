// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RoundSheet.h"

#include "widgets/common/Durations.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/common/WrapLayout.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/rounds/RoundPosts.h"
#include "widgets/supervision/PlainTable.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace sz::widgets {

RoundSheet::RoundSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("Check-in rounds"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_model(new RoundModel(desk.sharedPlan(), this)), m_rounds(new QComboBox(this)),
      m_summary(new ToneLabel(theme, Token::Tx1, this)), m_empty(new EmptyNote(theme, this)),
      m_table(new PlainTable(theme, {{150, 2}, {104}, {92}, {120, 3}}, this))
{
    setObjectName(QStringLiteral("roundSheet"));
    buildTable();
    buildBehalf();
    buildNew();
    connect(mainAct(), &QAbstractButton::clicked, this, &RoundSheet::mainAsked);
    connect(&desk, &desk::Desk::shiftChanged, this, &RoundSheet::refresh);
    connect(&ticks, &TickTimer::ticked, this, &RoundSheet::follow);
    show(Form::Standing);
}

RoundSheet::~RoundSheet()
{
    releaseFocus();
}

void RoundSheet::buildTable()
{
    m_rounds->setObjectName(QStringLiteral("roundChoice"));
    m_rounds->setAccessibleName(tr("Round"));
    m_summary->setObjectName(QStringLiteral("roundSummary"));
    m_table->setObjectName(QStringLiteral("roundTable"));
    m_table->setAccessibleName(tr("Posts of the round"));
    m_table->setModel(m_model);
    m_empty->setReason(
        tr("No round has been started yet"),
        tr("R calls the roll, B begins a check-in round: name, minutes, posts."), false);
    addRow(tr("Round"), m_rounds, 0);
    addWide(m_summary);
    addWide(m_empty);
    addWide(m_table, 1);
    m_table->addKey(QKeyCombination(Qt::Key_Space), [this] { answered(); });
    m_table->addKey(QKeyCombination(Qt::Key_O), [this] { askBehalf(); });
    m_table->addKey(QKeyCombination(Qt::Key_B), [this] { show(Form::New); });
    m_table->addKey(QKeyCombination(Qt::Key_R), [this] { Q_EMIT rollWanted(false); });
    m_table->addKey(QKeyCombination(Qt::Key_D), [this] { Q_EMIT rollWanted(true); });
    m_table->addKey(QKeyCombination(Qt::Key_L), [this] { m_model->narrow(!m_model->isNarrow()); });
    m_table->addKey(QKeyCombination(Qt::Key_J), [this] {
        const int next = m_model->nextOpen(m_table->currentIndex().row());
        if (next >= 0) {
            m_table->selectRow(next);
        }
    });
    connect(m_rounds, &QComboBox::activated, this, [this](int index) {
        const std::string id = m_rounds->itemData(index).toString().toStdString();
        if (isRoll(id)) {
            Q_EMIT rollChosen(id);
        } else {
            choose(id);
        }
    });
    m_keys = new QWidget(this);
    auto* row = new WrapLayout(m_keys);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(6);
    const auto add = [this, row](Qt::Key key, const QString& label, const char* name, auto act) {
        auto* button = scopedKeycap(theme(), QKeySequence(key), label, m_table);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, act);
    };
    add(Qt::Key_Space, tr("answered"), "roundAnsweredButton", [this] { answered(); });
    add(Qt::Key_O, tr("on behalf"), "roundBehalfButton", [this] { askBehalf(); });
    add(Qt::Key_J, tr("next", "post that has not answered"), "roundNextButton", [this] {
        const int next = m_model->nextOpen(m_table->currentIndex().row());
        if (next >= 0) {
            m_table->selectRow(next);
        }
    });
    add(Qt::Key_L, tr("open", "only posts that have not answered"), "roundOpenButton",
        [this] { m_model->narrow(!m_model->isNarrow()); });
    add(Qt::Key_B, tr("new", "round"), "roundNewButton", [this] { show(Form::New); });
    add(Qt::Key_R, tr("roll call"), "rollStartButton", [this] { Q_EMIT rollWanted(false); });
    add(Qt::Key_D, tr("drawn", "order of a roll call"), "rollDrawnButton",
        [this] { Q_EMIT rollWanted(true); });
    addFixed(m_keys);
}

void RoundSheet::buildBehalf()
{
    m_channel = new QLineEdit(this);
    m_channel->setObjectName(QStringLiteral("roundChannelEdit"));
    m_channel->setPlaceholderText(tr("phone and number, radio channel"));
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("roundWordsEdit"));
    m_words->setPlaceholderText(tr("the exact words"));
    addRow(tr("Through"), m_channel);
    addRow(tr("Words"), m_words);
    watch(m_channel);
    watch(m_words);
}

void RoundSheet::buildNew()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("roundNameEdit"));
    m_name->setPlaceholderText(tr("night round, gates of the west shore"));
    const auto minutes = [this](const char* name, int value) {
        auto* box = new QSpinBox(this);
        box->setObjectName(QLatin1StringView(name));
        box->setRange(1, 24 * 60);
        box->setValue(value);
        box->setSuffix(QLatin1Char(' ') + tr("min"));
        return box;
    };
    m_window = minutes("roundWindowBox", 10);
    m_retry = minutes("roundRetryBox", 5);
    m_posts = new QPlainTextEdit(this);
    m_posts->setObjectName(QStringLiteral("roundPostsEdit"));
    m_posts->setTabChangesFocus(true);
    m_posts->setPlaceholderText(tr("a post a line; a column can be pasted"));
    m_posts->setMinimumHeight(180);
    m_presets = new QWidget(this);
    auto* row = new QHBoxLayout(m_presets);
    row->setContentsMargins(0, 0, 0, 0);
    const auto preset = [&](const QKeySequence& keys, const QString& label, const char* name,
                            std::vector<plan::UnitKind> kinds) {
        auto* button = scopedKeycap(theme(), keys, label, this);
        button->setObjectName(QLatin1StringView(name));
        row->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, kinds = std::move(kinds)] {
            QStringList lines;
            for (const std::string& post : unitPosts(m_desk.plan(), kinds)) {
                lines.append(roundPostText(m_desk.plan(), post));
            }
            m_posts->setPlainText(lines.join(QLatin1Char('\n')));
        });
    };
    preset(
        QKeySequence(Qt::ALT | Qt::Key_1), tr("districts and lines"), "roundSitesButton",
        {plan::UnitKind::District, plan::UnitKind::Line});
    preset(
        QKeySequence(Qt::ALT | Qt::Key_2), tr("districts"), "roundDistrictsButton",
        {plan::UnitKind::District});
    preset(
        QKeySequence(Qt::ALT | Qt::Key_3), tr("lines"), "roundLinesButton", {plan::UnitKind::Line});
    row->addStretch(1);
    addRow(tr("Name"), m_name);
    addRow(tr("Answer within"), m_window);
    addRow(tr("Then once more"), m_retry);
    addRow(tr("Posts"), m_posts);
    addRow({}, m_presets);
    watch(m_name);
    watch(m_posts);
}

void RoundSheet::show(Form form)
{
    m_form = form;
    for (QWidget* field : {static_cast<QWidget*>(m_channel), static_cast<QWidget*>(m_words)}) {
        setRowVisible(field, form == Form::Behalf);
    }
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_name, m_window, m_retry, m_posts, m_presets}) {
        setRowVisible(field, form == Form::New);
    }
    setRowVisible(m_rounds, form != Form::New && m_rounds->count() > 0);
    m_summary->setVisible(form != Form::New && !m_id.empty());
    m_table->setVisible(form != Form::New); // also an empty one: its keys begin the first round
    m_empty->setVisible(form != Form::New && m_id.empty());
    m_keys->setVisible(form == Form::Standing);
    mainAct()->setLabel(
        form == Form::Behalf ? tr("Answered on behalf")
        : form == Form::New  ? tr("Start the round")
                             : tr("New round"));
    say({});
    if (!isVisible()) {
        return; // put away meanwhile: the keys are elsewhere
    }
    if (form == Form::Behalf) {
        m_channel->setFocus(Qt::OtherFocusReason);
    } else if (form == Form::New) {
        m_name->setFocus(Qt::OtherFocusReason);
    } else {
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void RoundSheet::open(const std::string& round)
{
    m_id = round.empty() ? m_id : round;
    fillRounds();
    const auto& rounds = m_desk.shift()->rounds;
    if (m_id.empty() || !rounds.contains(m_id) || isRoll(m_id)) {
        m_id.clear();
        for (const auto& [id, one] : rounds) { // the newest; a roll call has its own sheet
            m_id = one.started.roll ? m_id : id;
        }
    }
    choose(m_id);
    show(Form::Standing);
}

bool RoundSheet::isRoll(const std::string& id) const
{
    const auto it = m_desk.shift()->rounds.find(id);
    return it != m_desk.shift()->rounds.end() && it->second.started.roll;
}

void RoundSheet::fillRounds()
{
    const QSignalBlocker quiet(m_rounds);
    m_rounds->clear();
    const auto& rounds = m_desk.shift()->rounds;
    for (auto one = rounds.rbegin(); one != rounds.rend(); ++one) { // ids are in order of time
        const model::ShiftRound& round = one->second;
        m_rounds->addItem(
            QStringLiteral("%1 · %2 · %3/%4")
                .arg(
                    visibleLine(QString::fromStdString(round.started.name)),
                    clockMinuteText(round.author.at, m_desk.plan().utcOffsetMinutes))
                .arg(round.answers.size())
                .arg(round.started.posts.size()),
            QString::fromStdString(one->first));
    }
    const int at = m_rounds->findData(QString::fromStdString(m_id));
    m_rounds->setCurrentIndex(at < 0 ? 0 : at);
}

void RoundSheet::choose(const std::string& id)
{
    m_id = id;
    m_model->setRound(m_desk.shift(), id, m_ticks.now());
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
        m_table->selectRow(std::max(0, m_model->nextOpen(-1)));
    }
    tellSummary();
}

void RoundSheet::tellSummary()
{
    m_summary->setText(m_model->summary());
    m_summary->setToken(
        m_model->count(model::CheckIn::MissedTwice) > 0 ? Token::RedTx : Token::Tx1);
}

// A second has passed: the rounds are as they were, their ends may have come.
void RoundSheet::follow()
{
    if (isVisible()) {
        m_model->setNow(m_ticks.now());
        tellSummary();
    }
}

void RoundSheet::refresh()
{
    if (!isVisible()) {
        return;
    }
    if (!m_rounds->view()->isVisible()) {
        fillRounds();
    }
    choose(m_id);
}

} // namespace sz::widgets
