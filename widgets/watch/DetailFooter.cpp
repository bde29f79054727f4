// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DetailFooter.h"

#include "widgets/common/KeycapButton.h"
#include "widgets/common/WrapLayout.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/Wording.h"

#include <QShortcut>

#include <array>

namespace sz::widgets {

namespace {

constexpr int kPad = 2;
constexpr int kGap = 6;
constexpr std::array kActs{DetailAct::Order,    DetailAct::Report, DetailAct::Close,
                           DetailAct::Amend,    DetailAct::Sign,   DetailAct::Progress,
                           DetailAct::Feedback, DetailAct::Finish, DetailAct::Return,
                           DetailAct::Attach,   DetailAct::Card,   DetailAct::Rate,
                           DetailAct::Scan,     DetailAct::Claim};

bool isOfficeAct(DetailAct act)
{
    return act == DetailAct::Order || act == DetailAct::Report || act == DetailAct::Close
           || act == DetailAct::Card || act == DetailAct::Rate || act == DetailAct::Claim;
}

} // namespace

DetailFooter::DetailFooter(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme), m_rows(new WrapLayout(this))
{
    m_rows->setContentsMargins(8, kPad, 8, kPad);
    m_rows->setSpacing(kGap);
    add(DetailAct::Order, Qt::Key_F3, tr("order"), "orderButton");
    add(DetailAct::Report, Qt::Key_F7, tr("report"), "reportButton");
    add(DetailAct::Close, Qt::Key_X, tr("close"), "closeButton");
    add(DetailAct::Amend, Qt::Key_M, tr("amend"), "amendButton");
    add(DetailAct::Sign, Qt::Key_S, tr("sign for"), "signButton");
    add(DetailAct::Progress, Qt::Key_A, tr("on the way"), "progressButton");
    add(DetailAct::Feedback, Qt::Key_R, tr("feedback"), "feedbackButton");
    add(DetailAct::Finish, Qt::Key_X, tr("finish"), "finishButton");
    add(DetailAct::Return, Qt::Key_B, tr("return"), "returnButton");
    add(DetailAct::Attach, Qt::Key_P, tr("attach"), "attachButton");
    add(DetailAct::Card, Qt::Key_Y, tr("card", "plan card"), "cardButton");
    add(DetailAct::Rate, Qt::Key_R, tr("satisfaction"), "rateButton");
    add(DetailAct::Scan, Qt::SHIFT | Qt::Key_P, tr("scan"), "scanButton");
    add(DetailAct::Claim, Qt::Key_L, tr("claim", "the incident comes under the own hand"),
        "claimButton");
    button(DetailAct::Scan)
        ->findChild<QShortcut*>()
        ->setEnabled(false); // printed here, bound by the page
    for (const DetailAct act :
         {DetailAct::Order, DetailAct::Card, DetailAct::Report, DetailAct::Claim, DetailAct::Rate,
          DetailAct::Close, DetailAct::Amend, DetailAct::Sign, DetailAct::Progress,
          DetailAct::Feedback, DetailAct::Finish, DetailAct::Return, DetailAct::Attach,
          DetailAct::Scan}) {
        m_rows->addWidget(button(act)); // as they are read
    }
    refresh();
}

void DetailFooter::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    refresh();
}

void DetailFooter::addKeys(const std::vector<KeycapButton*>& keys)
{
    for (KeycapButton* key : keys) {
        m_rows->addWidget(key);
    }
    for (const DetailAct act : {DetailAct::Attach, DetailAct::Scan}) {
        m_rows->removeWidget(button(act));
        m_rows->addWidget(button(act));
    }
}

void DetailFooter::add(
    DetailAct act,
    const QKeySequence& keys,
    const QString& label,
    const char* name)
{
    auto* button = new KeycapButton(m_theme, keys, label, this);
    button->setObjectName(QLatin1StringView(name));
    m_buttons.push_back(button); // added in the order of DetailAct
    connect(button, &QAbstractButton::clicked, this, [this, act] { Q_EMIT requested(act); });
}

KeycapButton* DetailFooter::button(DetailAct act) const
{
    return m_buttons.at(static_cast<std::size_t>(act));
}

void DetailFooter::setActor(const model::Actor& actor)
{
    m_actor = actor;
    refresh();
}

void DetailFooter::setSubject(const model::IncidentPtr& incident, const OrderId& order)
{
    m_incident = incident;
    m_order = order;
    refresh();
}

bool DetailFooter::isOffice() const
{
    const plan::Unit* unit = m_plan->unit(m_actor.unit);
    return unit == nullptr || unit->kind == plan::UnitKind::Office;
}

/// The act as far as its rule can be asked before its words are written.
model::Act DetailFooter::sample(DetailAct act) const
{
    static const std::string kWords = "-";
    switch (act) {
    case DetailAct::Order:
    case DetailAct::Card:
    case DetailAct::Report:
        return model::FileReport{
            model::ReportStage::Update, kWords, {}, 0}; // both: the office, while it is open
    case DetailAct::Close:
        return model::CloseIncident{kWords};
    case DetailAct::Amend: {
        model::AmendIncident amend;
        amend.title = kWords;
        return amend;
    }
    case DetailAct::Sign:
        return model::SignOrder{m_order};
    case DetailAct::Progress:
        return model::ProgressOrder{m_order, model::Progress::Moving, {}};
    case DetailAct::Feedback:
        return model::ReportOrder{m_order, kWords};
    case DetailAct::Finish:
        return model::FinishOrder{m_order, kWords};
    case DetailAct::Return:
        return model::ReturnOrder{m_order, kWords};
    case DetailAct::Rate:
        return model::RateResult{1, {}, {}};
    case DetailAct::Claim:
        return model::ClaimIncident{};
    case DetailAct::Attach:
    case DetailAct::Scan:
        return model::AttachFile{{}, kWords, anyFileType(), 1, {}};
    }
    return model::UnknownAct{};
}

std::string DetailFooter::anyFileType() const
{
    const auto& types = m_plan->files.types;
    return types.empty() ? std::string(plan::knownFileTypes().front().type) : types.front();
}

bool DetailFooter::isShown(DetailAct act) const
{
    if (act == DetailAct::Amend) {
        return isOffice() || (m_incident != nullptr && m_incident->enteredBy == m_actor.unit);
    }
    if (act == DetailAct::Attach || act == DetailAct::Scan) {
        return act == DetailAct::Attach || !m_isCompact;
    }
    if (act == DetailAct::Rate) { // only where there is something to ask about
        return isOffice() && m_incident != nullptr
               && model::checkAct(*m_plan, m_incident.get(), m_actor, sample(act));
    }
    if (act == DetailAct::Claim) { // of no use to whose hand it is under already
        return isOffice() && m_incident != nullptr && m_incident->claimedBy != m_actor.post
               && model::checkAct(*m_plan, m_incident.get(), m_actor, sample(act));
    }
    if (act == DetailAct::Card && m_plan->cards.empty()) {
        return false;
    }
    const bool isOnlyReason = !isOffice() && m_order.empty() && act != DetailAct::Sign;
    return isOfficeAct(act) == isOffice() && !isOnlyReason;
}

void DetailFooter::refresh()
{
    refreshLabels();
    for (const DetailAct act : kActs) {
        button(act)->setVisible(isShown(act));
        const auto verdict = m_incident == nullptr
                                 ? Result<void>(fail(Code::NoSuchIncident, "nothing selected"))
                                 : model::checkAct(*m_plan, m_incident.get(), m_actor, sample(act));
        const bool isNothing = m_incident == nullptr;
        button(act)->setBlocked(verdict || isNothing ? QString() : shortReason(verdict.error()));
        button(act)->setEnabled(verdict.has_value());
    }
    const model::Order* order = m_incident == nullptr ? nullptr : m_incident->order(m_order);
    if (order != nullptr && order->isOpen() && order->onSceneAt) {
        button(DetailAct::Progress)->setBlocked(tr("on scene"));
    }
}

void DetailFooter::refreshLabels()
{
    if (m_incident == nullptr) {
        button(DetailAct::Report)->setLabel(tr("report"));
        return;
    }
    button(DetailAct::Report)
        ->setLabel(
            tr("%1", "name of the next report, to be drafted").arg(nextReportName(*m_incident)));
    const model::Order* order = m_incident->order(m_order);
    button(DetailAct::Progress)
        ->setLabel(order != nullptr && order->movingAt ? tr("on scene") : tr("on the way"));
}

} // namespace sz::widgets
