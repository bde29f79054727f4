// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/OrderSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/OrderDraft.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/DecisionBox.h"
#include "widgets/orders/LimitField.h"
#include "widgets/orders/UnitPicker.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

constexpr int kTextHeight = 96;
constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

} // namespace

OrderSheet::OrderSheet(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("New order"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_question(new DecisionBox(desk.plan(), theme, this))
{
    setObjectName(QStringLiteral("orderSheet"));
    watch(m_question->reasonEdit());
    addRow(tr("Question"), m_question, 4);
    connect(m_question, &DecisionBox::dropWanted, this, &OrderSheet::drop);
    m_units = new UnitPicker(desk, finder, theme, this);
    watch(m_units->edit());
    addRow(tr("Units"), m_units);
    buildText();
    buildLimits();
    finishBody();
    connect(m_units, &UnitPicker::linesChanged, this, &OrderSheet::refreshMainAct);
    for (LimitField* field : {m_sign, m_arrive, m_done}) {
        connect(field, &LimitField::minutesChanged, this, &OrderSheet::refreshDefaults);
    }
    connect(mainAct(), &QAbstractButton::clicked, this, &OrderSheet::issue);
    connect(&desk, &desk::Desk::changed, this, &OrderSheet::refreshHead);
    refreshMainAct();
}

OrderSheet::~OrderSheet()
{
    releaseFocus();
}

void OrderSheet::buildText()
{
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("orderTextEdit"));
    m_text->setAccessibleName(tr("What to do"));
    m_text->setPlaceholderText(tr("What to do, and what to report back"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kTextHeight);
    watch(m_text);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { say({}); });
    addRow(tr("Text"), m_text, 8);
}

void OrderSheet::buildLimits()
{
    m_done =
        new LimitField(theme(), tr("Done within"), {30, 2 * kHour, kDay, 3 * kDay}, false, this);
    m_done->edit()->setObjectName(QStringLiteral("doneEdit"));
    m_done->allowWork();
    m_sign = new LimitField(theme(), tr("Signed for within"), {5, 10, 30}, false, this);
    m_sign->edit()->setObjectName(QStringLiteral("signEdit"));
    m_arrive = new LimitField(theme(), tr("On scene within"), {15, 30, kHour}, true, this);
    m_arrive->edit()->setObjectName(QStringLiteral("arriveEdit"));
    addRow(tr("Done ≤"), m_done);
    addRow(tr("Sign ≤"), m_sign, 8);
    addRow(tr("There ≤"), m_arrive, 8);
}

void OrderSheet::open(const IncidentId& incident)
{
    begin(incident, {});
}

void OrderSheet::openDecision(const IncidentId& incident, const std::string& ask)
{
    begin(incident, ask);
}

void OrderSheet::begin(const IncidentId& incident, const std::string& ask)
{
    if (incident != m_incident || !m_instead.empty() || ask != m_ask) {
        m_incident = incident;
        m_ask = ask;
        reset();
    }
    refreshHead();
    m_units->edit()->setFocus(
        Qt::OtherFocusReason); // the words are there already; who shall act is not
}

void OrderSheet::open(const IncidentId& incident, const model::IssueOrders& refused)
{
    begin(incident, refused.decides);
    std::vector<OrderLine> lines;
    for (const model::OrderTo& to : refused.to) {
        lines.push_back(
            {to.unit, to.post, to.isLead, to.signMinutes, to.arriveMinutes, to.doneMinutes,
             to.work});
        m_instead = to.instead.empty() ? m_instead : to.instead;
    }
    if (!lines.empty()) {
        m_sign->setMinutes(lines.front().sign);
        m_arrive->setMinutes(lines.front().arrive);
        m_done->setLimit(lines.front().done, lines.front().work);
    }
    m_text->setPlainText(QString::fromStdString(refused.text));
    m_units->setLines(std::move(lines), m_ticks.now());
    refreshMainAct();
}

void OrderSheet::openInstead(
    const IncidentId& incident,
    const OrderId& returned,
    const QString& words)
{
    const model::IncidentPtr known = m_desk.incident(incident);
    const model::Order* order = known == nullptr ? nullptr : known->order(returned);
    m_instead = returned; // what was begun before is another order
    open(incident);
    if (order == nullptr) {
        return;
    }
    m_instead = returned;
    m_usualText = QString::fromStdString(order->text);
    m_text->setPlainText(words.isEmpty() ? m_usualText : m_usualText + QLatin1Char('\n') + words);
    m_sign->setMinutes(order->signMinutes);
    m_arrive->setMinutes(order->arriveMinutes);
    m_done->setLimit(order->doneMinutes, order->work);
    m_units->setStandingLead(order->isLead ? UnitCode() : leadOf(known.get()));
    refreshDefaults();
    refreshHead();
}

// Own words take the place of the usual ones at the first key.
bool OrderSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusIn && !m_usualText.isEmpty()
        && m_text->toPlainText() == m_usualText) {
        QMetaObject::invokeMethod(
            m_text, &QPlainTextEdit::selectAll,
            Qt::QueuedConnection); // after the click's own cursor
    }
    return SideSheet::eventFilter(watched, event);
}

void OrderSheet::reset()
{
    m_instead = {};
    m_question->clear();
    const model::IncidentPtr incident = m_desk.incident(m_incident);
    const plan::Limits limits =
        incident == nullptr
            ? plan::Limits{}
            : m_desk.plan().limitsFor(incident->kind, incident->grade, incident->mode);
    m_usualText = incident == nullptr ? QString() : defaultOrderText(titleText(*incident));
    m_text->setPlainText(m_usualText);
    m_units->setStandingLead(leadOf(incident.get()));
    m_units->setLines({}, m_ticks.now());
    m_sign->setMinutes(limits.sign);
    m_arrive->setMinutes(0);
    m_done->setLimit(limits.done, limits.doneWork);
    refreshDefaults();
    refreshMainAct();
    say({});
}

void OrderSheet::refreshHead()
{
    const model::IncidentPtr incident = m_desk.incident(m_incident);
    refreshQuestion(incident.get());
    if (incident != nullptr) {
        setBadge(shortNumberText(*incident));
        setHeadNote(titleText(*incident));
        const model::Order* before = m_instead.empty() ? nullptr : incident->order(m_instead);
        setTitle(
            !m_ask.empty()      ? tr("Decide by an order")
            : before == nullptr ? tr("New order")
                                : tr("New order instead of %1", "unit that returned it")
                                      .arg(unitText(m_desk.plan(), before->unit)));
    }
}

void OrderSheet::refreshDefaults()
{
    OrderLine limits;
    limits.sign = m_sign->minutes().value_or(limits.sign);
    limits.arrive = m_arrive->minutes().value_or(0);
    limits.done = m_done->minutes().value_or(limits.done);
    limits.work = m_done->work();
    m_units->setDefaults(limits);
    std::vector<OrderLine> lines = m_units->lines();
    for (OrderLine& line : lines) {
        line.sign = limits.sign;
        line.arrive = limits.arrive;
        line.done = limits.done;
        line.work = limits.work;
    }
    m_units->updateLines(std::move(lines));
    say({});
}

void OrderSheet::refreshMainAct()
{
    const auto count = static_cast<int>(m_units->lines().size());
    mainAct()->setLabel(count == 0 ? tr("Issue the order") : tr("Issue %n orders", nullptr, count));
    say({});
}

bool OrderSheet::isComplete()
{
    if (m_text->toPlainText().trimmed().isEmpty()) {
        point(m_text, tr("Write what to do, then issue."));
    } else if (!m_units->edit()
                    ->text()
                    .trimmed()
                    .isEmpty()) { // who was meant is not left out unseen
        point(
            m_units->edit(), tr("“%1” is no unit yet: choose one with Enter, or empty the field.")
                                 .arg(m_units->edit()->text().trimmed()));
    } else if (m_units->lines().empty()) {
        point(m_units->edit(), tr("Name at least one unit."));
    } else {
        return hasGoodLimits();
    }
    return false;
}

bool OrderSheet::hasGoodLimits()
{
    for (LimitField* field : {m_done, m_sign, m_arrive}) {
        if (!field->minutes()) {
            point(field->edit(), tr("Give the limit as 30m, 2h or 3d, at most 90 days."));
            return false;
        }
    }
    if (*m_done->minutes() < *m_sign->minutes()) {
        point(m_sign->edit(), tr("Signing for it cannot take longer than doing it."));
        return false;
    }
    return true;
}

} // namespace sz::widgets
