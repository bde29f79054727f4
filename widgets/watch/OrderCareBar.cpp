// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/OrderCareBar.h"

#include "widgets/common/KeycapButton.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace sz::widgets {

namespace {

constexpr int kHeight = 28;
constexpr const char* kWords = "-"; ///< stands for what will be written

} // namespace

OrderCareBar::OrderCareBar(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme)
{
    setObjectName(QStringLiteral("orderCareBar"));
    setFixedHeight(kHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    m_relief = add(Qt::Key_E, tr("more time"), "reliefButton");
    m_decide = add(Qt::Key_D, tr("decide"), "decideButton");
    row->addStretch(1);
    m_withdraw = add(Qt::Key_U, tr("withdraw"), "withdrawButton");
    connect(m_relief, &QAbstractButton::clicked, this, [this] {
        Q_EMIT reliefRequested(m_incident->id, m_order);
    });
    connect(m_decide, &QAbstractButton::clicked, this, [this] {
        Q_EMIT decideRequested(m_incident->id, m_waiting->order);
    });
    connect(m_withdraw, &QAbstractButton::clicked, this, [this] {
        Q_EMIT withdrawRequested(m_incident->id, m_order);
    });
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

KeycapButton* OrderCareBar::add(Qt::Key key, const QString& label, const char* name)
{
    auto* button = new KeycapButton(m_theme, key, label, this);
    button->setObjectName(QLatin1StringView(name));
    layout()->addWidget(button);
    return button;
}

void OrderCareBar::setActor(const model::Actor& actor)
{
    m_actor = actor;
    refresh();
}

void OrderCareBar::setSubject(
    const model::IncidentPtr& incident,
    const OrderId& chosen,
    const OrderId& own)
{
    m_incident = incident;
    m_chosen = chosen;
    m_own = own;
    refresh();
}

bool OrderCareBar::isOffice() const
{
    const plan::Unit* unit = m_plan->unit(m_actor.unit);
    return unit == nullptr || unit->kind == plan::UnitKind::Office;
}

// The chosen one; at a unit's desk its own; the only open one. Of several none: nobody withdraws an order by chance.
OrderId OrderCareBar::meant() const
{
    if (!isOffice()) {
        return m_own;
    }
    if (m_incident->order(m_chosen) != nullptr) {
        return m_chosen;
    }
    const auto open = std::ranges::count_if(m_incident->orders, &model::Order::isOpen);
    const auto only = std::ranges::find_if(m_incident->orders, &model::Order::isOpen);
    return open == 1 ? only->id : OrderId();
}

Result<void> OrderCareBar::may(const model::Act& act) const
{
    return model::checkAct(*m_plan, m_incident.get(), m_actor, act);
}

void OrderCareBar::refresh()
{
    const bool hasOrders = m_incident != nullptr && !m_incident->orders.empty();
    m_order = hasOrders ? meant() : OrderId();
    m_waiting =
        hasOrders ? waitingFor(*m_incident, m_chosen.empty() ? m_own : m_chosen) : std::nullopt;
    if (!hasOrders) {
        for (KeycapButton* button : {m_relief, m_decide, m_withdraw}) {
            button->setEnabled(false);
        }
        hide();
        return;
    }
    refreshRelief();
    refreshDecide();
    refreshWithdraw();
    fit();
    setVisible(!m_relief->isHidden() || !m_decide->isHidden() || !m_withdraw->isHidden());
}

// Three reasons side by side do not fit into a narrow pane; that one has to be chosen is then said by the tooltip, the act by its
// name. A reason is never cut.
void OrderCareBar::fit()
{
    for (KeycapButton* button : {m_withdraw, m_relief}) {
        button->setToolTip(tipText(button->blockedReason()));
        if (neededWidth() > width() && m_order.empty() && !button->blockedReason().isEmpty()) {
            const QString reason = button->blockedReason();
            button->setBlocked({});
            button->setEnabled(false);
            button->setAccessibleDescription(reason);
        }
    }
}

int OrderCareBar::neededWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    int sum = margins.left() + margins.right();
    for (const KeycapButton* one : {m_relief, m_decide, m_withdraw}) {
        sum += one->isHidden() ? 0 : one->sizeHint().width() + layout()->spacing();
    }
    return sum;
}

void OrderCareBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_incident != nullptr && !m_incident->orders.empty()) {
        refreshRelief();
        refreshWithdraw();
        fit();
    }
}

// There is something to choose, and nothing is chosen.
bool OrderCareBar::isUnchosen(const Result<void>& verdict) const
{
    return !verdict && verdict.error().code == Code::NoSuchOrder && m_order.empty()
           && std::ranges::any_of(m_incident->orders, &model::Order::isOpen);
}

void OrderCareBar::refreshRelief()
{
    const model::Order* order = m_incident->order(m_order);
    const auto ask = may(model::AskRelief{m_order, model::Relief::Extend, 1, kWords});
    const auto resume = may(model::ResumeOrder{m_order, kWords});
    const bool isPossible = ask.has_value() || resume.has_value();
    m_relief->setBlocked(
        isPossible                       ? QString()
        : isUnchosen(ask)                ? tr("more time: which?", "of several orders")
        : order != nullptr && order->ask ? tr("time asked for")
                                         : shortReason(ask.error()));
    m_relief->setEnabled(isPossible);
    m_relief->setVisible(isOffice() || order != nullptr);
}

/// As far as its rule can be asked before it is decided.
model::Act OrderCareBar::sampleDecision() const
{
    const OrderId& id = m_waiting->order;
    switch (m_waiting->kind) {
    case model::StepKind::Relief:
        return model::DecideRelief{id, m_incident->order(id)->ask->entry, true, kWords};
    case model::StepKind::Return:
        return model::DecideReturn{id, true, kWords};
    default:
        return model::RecheckOrder{id, true, 0, 0, 0, kWords};
    }
}

QString OrderCareBar::decisionName(model::StepKind kind)
{
    switch (kind) {
    case model::StepKind::Relief:
        return tr("decide on time", "key: more time asked for");
    case model::StepKind::Return:
        return tr("decide on return", "key: returned order");
    default:
        return tr("recheck", "key");
    }
}

// Who may not decide this one may still look at it: the sheet says who may.
void OrderCareBar::refreshDecide()
{
    const auto verdict = m_waiting ? may(sampleDecision()) : fail(Code::NothingAsked, "nothing");
    const bool isForAnother = !verdict
                              && (verdict.error().code == Code::SecondPerson
                                  || verdict.error().code == Code::ChiefDecides);
    const bool isPossible = verdict.has_value() || isForAnother;
    m_decide->setLabel(m_waiting ? decisionName(m_waiting->kind) : tr("decide"));
    m_decide->setBlocked(isPossible ? QString() : shortReason(verdict.error()));
    m_decide->setEnabled(isPossible);
    m_decide->setVisible(isOffice() || isPossible);
}

void OrderCareBar::refreshWithdraw()
{
    const auto verdict = may(model::WithdrawOrder{m_order, kWords});
    m_withdraw->setBlocked(
        verdict               ? QString()
        : isUnchosen(verdict) ? tr("withdraw: which?", "of several orders")
                              : shortReason(verdict.error()));
    m_withdraw->setEnabled(verdict.has_value());
    m_withdraw->setVisible(isOffice());
}

void OrderCareBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
