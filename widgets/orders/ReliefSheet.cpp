// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/ReliefSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/OrderCare.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/LimitField.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace sz::widgets {

namespace {

constexpr int kTextHeight = 72;
constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;
constexpr int kUsualMore = 2 * kHour;
constexpr int kUsualStop = 3 * kDay;

} // namespace

ReliefSheet::ReliefSheet(
    desk::Desk& desk,
    const ThemeSource& theme,
    TickTimer& ticks,
    QWidget* parent)
    : SideSheet(theme, tr("More time"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_what(new ToneLabel(theme, Token::Tx1, this)),
      m_choice(new SegmentedButtons(
          theme,
          tr("What is asked for"),
          {tr("more time"), tr("suspend"), tr("resume")},
          this)),
      m_length(new LimitField(
          theme,
          tr("For how long"),
          {kHour, kUsualMore, kDay, kUsualStop},
          false,
          this)),
      m_clocks(new ToneLabel(theme, Token::Tx1, this)), m_reason(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("reliefSheet"));
    build();
    connect(m_choice, &SegmentedButtons::currentChanged, this, &ReliefSheet::takeChoice);
    connect(m_length, &LimitField::minutesChanged, this, [this] {
        m_isLengthOwn = true;
        say({});
        refresh();
    });
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { say({}); });
    connect(mainAct(), &QAbstractButton::clicked, this, &ReliefSheet::perform);
    connect(&desk, &desk::Desk::changed, this, [this] {
        if (isVisible()) {
            refresh();
        }
    });
    connect(this, &SideSheet::closed, this, [this] { m_incident.reset(); });
}

ReliefSheet::~ReliefSheet()
{
    releaseFocus();
}

void ReliefSheet::build()
{
    m_choice->setObjectName(QStringLiteral("reliefChoice"));
    m_length->edit()->setObjectName(QStringLiteral("reliefLengthEdit"));
    m_clocks->setObjectName(QStringLiteral("reliefClocks"));
    m_what->setContentsMargins(0, 7, 0, 0);
    m_clocks->setContentsMargins(0, 7, 0, 0);
    m_reason->setObjectName(QStringLiteral("reliefReasonEdit"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("why, and what happens meanwhile: stays in the trace"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(kTextHeight);
    watch(m_reason);
    watch(m_length->edit());
    addRow(tr("Order"), m_what, 4);
    auto* choice = new QWidget(this); // keeps the buttons at the left
    choice->setFocusProxy(m_choice);
    auto* line = new QHBoxLayout(choice);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_choice);
    line->addStretch(1);
    addRow(tr("Ask for"), choice);
    addRow(tr("Length"), m_length, 8);
    addRow(tr("Limit"), m_clocks, 8);
    addRow(tr("Reason"), m_reason, 8);
    finishBody();
}

void ReliefSheet::open(const IncidentId& incident, const OrderId& order)
{
    m_incident = m_desk.incident(incident);
    m_order = order;
    const model::Order* known = this->order();
    if (known == nullptr) {
        return;
    }
    const bool isSuspended = known->isSuspendedAt(m_ticks.now());
    m_choice->button(Resume)->setVisible(isSuspended);
    m_choice->setCurrent(isSuspended ? Resume : More);
    m_isLengthOwn = false;
    m_reason->clear();
    takeChoice();
    m_choice->button(choice())->setFocus(Qt::OtherFocusReason);
}

void ReliefSheet::open(const IncidentId& incident, const model::AskRelief& refused)
{
    open(incident, refused.order);
    m_choice->setCurrent(refused.relief == model::Relief::Extend ? More : Suspend);
    m_length->setMinutes(refused.minutes);
    m_isLengthOwn = true;
    m_reason->setPlainText(QString::fromStdString(refused.reason));
    refresh();
}

const model::Order* ReliefSheet::order() const
{
    return m_incident == nullptr ? nullptr : m_incident->order(m_order);
}

ReliefSheet::Choice ReliefSheet::choice() const
{
    return static_cast<Choice>(std::max(0, m_choice->current()));
}

void ReliefSheet::takeChoice()
{
    if (!m_isLengthOwn) {
        m_length->setMinutes(choice() == Suspend ? kUsualStop : kUsualMore);
    }
    setRowVisible(m_length, choice() != Resume);
    mainAct()->setLabel(
        choice() == More      ? tr("Ask for more time")
        : choice() == Suspend ? tr("Ask to suspend")
                              : tr("Resume now"));
    refresh();
    sayWhyNot();
}

// What would be refused is said before anything is typed.
void ReliefSheet::sayWhyNot()
{
    model::Act sample = act();
    if (auto* ask = std::get_if<model::AskRelief>(&sample)) {
        ask->reason = "-";
        ask->minutes = 1;
    }
    const auto verdict = model::checkAct(m_desk.plan(), m_incident.get(), m_desk.actor(), sample);
    const model::Order* known = order();
    const bool isAsked = known != nullptr && known->isOpen() && known->ask && choice() != Resume;
    say(verdict   ? QString()
        : isAsked ? tr("Something is asked for already and waits for a decision.")
                  : errorText(verdict.error()),
        !verdict);
}

void ReliefSheet::refresh()
{
    if (m_incident == nullptr) {
        return;
    }
    if (const auto now = m_desk.incident(m_incident->id)) {
        m_incident = now;
    }
    const model::Order* known = order();
    if (known == nullptr) {
        return;
    }
    setBadge(shortNumberText(*m_incident));
    setHeadNote(titleText(*m_incident));
    m_what->setText(tr("%1: %2", "unit, text of its order")
                        .arg(
                            unitText(m_desk.plan(), known->unit),
                            visibleLine(QString::fromStdString(known->text))));
    refreshClocks(*known);
}

// The clock as it stands and as it would be.
void ReliefSheet::refreshClocks(const model::Order& order)
{
    const Instant now = m_ticks.now();
    const plan::Plan& plan = m_desk.plan();
    const int offset = plan.utcOffsetMinutes;
    const Instant due = dueOf(order, plan);
    if (choice() == Resume) {
        m_clocks->setText(tr("%1, at once", "16:00 → 18:00")
                              .arg(bothClocksText(due, dueResumed(order, now, plan), now, offset)));
        return;
    }
    const auto minutes = m_length->minutes();
    const auto relief = choice() == More ? model::Relief::Extend : model::Relief::Suspend;
    m_clocks->setText(
        minutes ? tr("%1, once another person has agreed", "16:00 → 18:00")
                      .arg(bothClocksText(
                          due, dueWith(order, relief, *minutes, now, plan), now, offset))
                : tr("%1 as before", "clock").arg(whenText(due, now, offset)));
}

model::Act ReliefSheet::act() const
{
    const std::string reason = m_reason->toPlainText().trimmed().toStdString();
    if (choice() == Resume) {
        return model::ResumeOrder{m_order, reason};
    }
    return model::AskRelief{
        m_order, choice() == More ? model::Relief::Extend : model::Relief::Suspend,
        m_length->minutes().value_or(0), reason};
}

QString ReliefSheet::doneText() const
{
    switch (choice()) {
    case More:
        return tr("more time asked for");
    case Suspend:
        return tr("suspension asked for");
    case Resume:
        return tr("the clock runs again");
    }
    return {};
}

bool ReliefSheet::isComplete()
{
    if (choice() == Resume) {
        return true;
    }
    if (!m_length->minutes()) {
        point(m_length->edit(), tr("Give the time as 30m, 2h or 3d, at most 90 days."));
        return false;
    }
    if (m_reason->toPlainText().trimmed().isEmpty()) {
        point(m_reason, tr("Write why: who decides has only this."));
        return false;
    }
    return true;
}

void ReliefSheet::perform()
{
    if (m_isBusy || isComposing() || m_incident == nullptr || !isComplete()) {
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_incident->id, act()),
        [this, done = doneText()](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            m_incident.reset();
            Q_EMIT performed(done);
        });
}

} // namespace sz::widgets
