// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rounds/RollSheet.h"

#include "data/model/ShiftDuty.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/common/WrapLayout.h"
#include "widgets/rounds/RollWords.h"
#include "widgets/rounds/RoundModel.h"
#include "widgets/supervision/PlainTable.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace sz::widgets {

using model::RollState;

RollSheet::RollSheet(desk::Desk& desk, const ThemeSource& theme, TickTimer& ticks, QWidget* parent)
    : SideSheet(theme, tr("Roll call"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_model(new RollModel(desk.sharedPlan(), this)),
      m_caller(new ToneLabel(theme, Token::Tx1, this, 18)),
      m_reply(new ToneLabel(theme, Token::Tx2, this)),
      m_summary(new ToneLabel(theme, Token::Tx1, this)),
      m_table(new PlainTable(theme, {{112, 2}, {124}, {92}, {110, 4}}, this))
{
    setObjectName(QStringLiteral("rollSheet"));
    buildCaller();
    buildTable();
    buildFields();
    buildKeys();
    connect(mainAct(), &QAbstractButton::clicked, this, &RollSheet::mainAsked);
    connect(&desk, &desk::Desk::shiftChanged, this, &RollSheet::refresh);
    connect(&ticks, &TickTimer::ticked, this, &RollSheet::follow);
    show(Form::Calling);
}

RollSheet::~RollSheet()
{
    releaseFocus();
}

void RollSheet::buildCaller()
{
    m_caller->setObjectName(QStringLiteral("rollCaller"));
    m_reply->setObjectName(QStringLiteral("rollReply"));
    m_summary->setObjectName(QStringLiteral("rollSummary"));
    m_reply->setContentsMargins(0, 0, 0, 4);
    addWide(m_caller);
    addWide(m_reply);
    addWide(m_summary);
}

void RollSheet::buildTable()
{
    m_table->setObjectName(QStringLiteral("rollTable"));
    m_table->setAccessibleName(tr("Units of the roll call"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    addWide(m_table, 1);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &RollSheet::tellCaller);
}

void RollSheet::buildFields()
{
    const auto field = [this](const char* name, const QString& hint, const QString& label) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QLatin1StringView(name));
        edit->setAccessibleName(label);
        edit->setPlaceholderText(hint);
        edit->installEventFilter(this);
        addRow(label, edit);
        watch(edit);
        return edit;
    };
    m_channel = field("rollChannelEdit", tr("phone and number, radio channel"), tr("Through"));
    m_words = field("rollWordsEdit", tr("the exact words"), tr("Words"));
    m_line = field("rollLineEdit", tr("one line of what it reports"), tr("Reports"));
    m_minutes = new ToneLabel(theme(), Token::Tx1, this);
    m_minutes->setObjectName(QStringLiteral("rollMinutes"));
    addWide(m_minutes);
    connect(m_line, &QLineEdit::returnPressed, this, &RollSheet::tellLine);
}

void RollSheet::buildKeys()
{
    m_keys = new QWidget(this);
    auto* rows = new WrapLayout(m_keys);
    rows->setContentsMargins(16, 4, 16, 4);
    rows->setSpacing(6);
    const auto add = [this, rows](Qt::Key key, const QString& label, const char* name, auto act) {
        auto* button = scopedKeycap(theme(), QKeySequence(key), label, m_table);
        button->setObjectName(QLatin1StringView(name));
        rows->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, act);
    };
    add(Qt::Key_Space, tr("present"), "rollPresentButton", &RollSheet::present);
    add(Qt::Key_N, tr("no answer"), "rollMissButton", &RollSheet::miss);
    add(Qt::Key_O, tr("on behalf"), "rollBehalfButton", [this] {
        if (current() != nullptr) {
            show(Form::Behalf);
        }
    });
    add(Qt::Key_T, tr("reports"), "rollLineButton", [this] { askLine(false); });
    add(Qt::Key_Return, tr("matter"), "rollMatterButton", &RollSheet::matter);
    add(Qt::Key_M, tr("for decision"), "rollMarkButton", &RollSheet::mark);
    add(Qt::Key_J, tr("next", "post that has not answered"), "rollNextButton", &RollSheet::goOn);
    add(Qt::Key_E, tr("minutes", "of a roll call"), "rollMinutesButton",
        [this] { show(Form::Minutes); });
    addFixed(m_keys);
}

void RollSheet::show(Form form)
{
    m_form = form;
    for (QWidget* edit : {m_channel, m_words}) {
        setRowVisible(edit, form == Form::Behalf);
    }
    setRowVisible(m_line, form == Form::Line);
    m_minutes->setVisible(form == Form::Minutes);
    m_keys->setVisible(form == Form::Calling);
    mainAct()->setLabel(
        form == Form::Behalf    ? tr("Answered on behalf")
        : form == Form::Line    ? tr("Write it down")
        : form == Form::Minutes ? tr("Send the minutes")
                                : tr("Minutes"));
    say({});
    if (!isVisible()) {
        return; // put away meanwhile: the keys are elsewhere
    }
    if (form == Form::Behalf) {
        m_channel->setFocus(Qt::OtherFocusReason);
    } else if (form == Form::Line) {
        m_line->setFocus(Qt::OtherFocusReason);
    } else if (form == Form::Minutes) {
        refresh();
        mainAct()->setFocus(Qt::OtherFocusReason);
    } else {
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void RollSheet::open(const std::string& round)
{
    m_id = round;
    m_model->setRoll(m_desk.shift(), m_id, m_ticks.now());
    m_wasThrough = m_model->isThrough();
    tellHead();
    show(Form::Calling);
    const auto own =
        std::ranges::find(m_model->rows(), m_desk.actor().unit.value, &model::RollRow::post);
    choose(
        own != m_model->rows().end() ? static_cast<int>(own - m_model->rows().begin())
                                     : std::max(0, m_model->nextTurn(-1)));
}

void RollSheet::resume()
{
    refresh();
    show(Form::Calling);
}

// Esc out of a field goes back to the table; out of the table it puts the sheet away.
bool RollSheet::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey =
        event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) { // NOLINT(*-cast-downcast)
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            show(Form::Calling);
        }
        return true;
    }
    return SideSheet::eventFilter(watched, event);
}

const model::RollRow* RollSheet::current() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 || row >= m_model->rowCount() ? nullptr
                                                 : &m_model->rows()[static_cast<std::size_t>(row)];
}

QString RollSheet::currentName() const
{
    const model::RollRow* row = current();
    return row == nullptr ? QString() : roundPostText(m_desk.plan(), row->post);
}

QString RollSheet::phoneOf(const std::string& post) const
{
    const plan::Unit* unit = m_desk.plan().unit(UnitCode(post));
    return unit == nullptr ? QString() : visibleLine(QString::fromStdString(unit->phone));
}

void RollSheet::choose(int row)
{
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
    tellCaller();
}

void RollSheet::tellCaller()
{
    const model::RollRow* row = current();
    if (row == nullptr) {
        m_caller->setText({});
        m_reply->setText({});
        return;
    }
    const auto& rows = m_model->rows();
    const bool isFirst = std::ranges::all_of(
        rows, [](const model::RollRow& one) { return one.state == RollState::Uncalled; });
    const bool isByPhone = row->state == RollState::Phone || row->state == RollState::Sought
                           || row->state == RollState::Absent;
    const QString phone = phoneOf(row->post);
    m_caller->setText(
        isByPhone ? tr("Telephone %1: %2", "unit, number")
                        .arg(currentName(), phone.isEmpty() ? QStringLiteral("—") : phone)
                  : callerText(m_desk.plan(), *row, isFirst));
    QStringList under;
    if (!isByPhone) {
        under.append(replyText(m_desk.plan(), *row));
    }
    const auto duties =
        model::dutiesOf(m_desk.plan(), m_desk.shift().get(), UnitCode(row->post), m_ticks.now());
    if (!duties.empty()) {
        const plan::Duty& duty = duties.front();
        const bool isChinese = uiLanguage() == Language::Chinese;
        const std::string& holder = isChinese ? duty.holderZh : duty.holderEn;
        under.append(
            holder.empty() ? tr("nobody on duty") : visibleLine(QString::fromStdString(holder)));
    }
    if (!isByPhone && !phone.isEmpty()) {
        under.append(phone);
    }
    m_reply->setText(under.join(QStringLiteral(" · ")));
}

void RollSheet::tellHead()
{
    const model::ShiftRound* round = m_model->round();
    if (round == nullptr) {
        return;
    }
    setTitle(visibleLine(QString::fromStdString(round->started.name)));
    const int called = m_model->rowCount() - m_model->count(RollState::Uncalled);
    setBadge(QStringLiteral("%1/%2").arg(called).arg(m_model->rowCount()));
    setHeadNote(
        round->closings.empty()
            ? (round->started.roll && round->started.roll->isDrawn ? tr("order drawn") : QString())
            : tr("minutes sent %1", "clock")
                  .arg(clockMinuteText(
                      round->closings.back().author.at, m_desk.plan().utcOffsetMinutes)));
    m_summary->setText(m_model->summary());
    m_summary->setToken(m_model->count(RollState::Absent) > 0 ? Token::RedTx : Token::Tx1);
    m_minutes->setText(minutesText(
        m_desk.plan(), *round, model::minutesOf(m_id, *round, ordersOf(m_desk, *round))));
}

void RollSheet::refresh()
{
    if (m_id.empty()) {
        return;
    }
    m_model->setRoll(m_desk.shift(), m_id, m_ticks.now());
    tellHead();
    tellCaller();
}

// A second has passed. Once everybody is dealt with, the minutes come by themselves, but not under typing hands.
void RollSheet::follow()
{
    if (!isVisible() || m_id.empty()) {
        return;
    }
    m_model->setNow(m_ticks.now());
    tellHead();
    tellCaller();
    if (m_form == Form::Calling && m_model->isThrough() && !std::exchange(m_wasThrough, true)) {
        show(Form::Minutes);
    }
}

int RollSheet::ordersOf(const desk::Desk& desk, const model::ShiftRound& round)
{
    std::set<IncidentId> seen;
    int orders = 0;
    for (const auto& line : round.lines) {
        const auto incident = line.incident.empty() || !seen.insert(line.incident).second
                                  ? nullptr
                                  : desk.incident(line.incident);
        if (incident != nullptr) {
            orders += static_cast<int>(
                std::ranges::count_if(incident->orders, [&](const model::Order& order) {
                    return order.issuedAt >= round.author.at;
                }));
        }
    }
    return orders;
}

} // namespace sz::widgets
