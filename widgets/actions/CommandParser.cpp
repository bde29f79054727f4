// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CommandParser.h"

#include "widgets/actions/TextReader.h"
#include "widgets/actions/TypedCare.h"
#include "widgets/actions/TypedDay.h"
#include "widgets/actions/TypedForce.h"
#include "widgets/actions/TypedMode.h"
#include "widgets/actions/TypedOrder.h"
#include "widgets/actions/TypedRating.h"
#include "widgets/actions/TypedRelation.h"
#include "widgets/actions/TypedReport.h"
#include "widgets/actions/UnitChoice.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {

namespace {

using model::Order;

class Parser
{
public:
    Parser(const QString& text, const CommandContext& context) : m_context(context), m_read(text) {}

    ParsedCommand parse()
    {
        m_read.skipGap();
        if (m_read.isAtEnd()) {
            return {};
        }
        m_command.incident = m_context.selected;
        const bool hasNumber = takeNumber();
        m_read.skipGap();
        if (hasNumber && m_read.isAtEnd()) {
            m_command.verb = Verb::Jump;
            return m_command;
        }
        const auto verb = verbAt(m_read.rest());
        if (!verb) {
            complain(Trouble::UnknownVerb, m_read.restTyped());
            return m_command;
        }
        m_command.verb = verb->verb;
        m_read.skip(verb->length);
        m_read.skipGap();
        takeObject();
        if (m_command.complaints.empty()) {
            askRules();
        }
        return m_command;
    }

private:
    void complain(Trouble trouble, const QString& words = {})
    {
        m_command.complaints.push_back({trouble, words, {}, {}});
    }

    /// "041", "#41", "1017-041" at the start: the incident meant instead of the selected one.
    bool takeNumber()
    {
        static const QRegularExpression kShape(
            QStringLiteral(R"(^#?(\d{4}-)?(\d{1,4})(?=[ ,]|$))"));
        const auto match = kShape.matchView(m_read.rest());
        if (!match.hasMatch()) {
            return false;
        }
        m_command.incident =
            incidentNumbered(m_context, match.captured(1), match.captured(2).toUInt());
        if (m_command.incident == nullptr) {
            complain(Trouble::UnknownNumber, match.captured(0));
        }
        m_read.skip(match.capturedLength());
        return true;
    }

    void takeObject()
    {
        if (m_command.verb == Verb::Duty) {
            takeAsked();
            return;
        }
        if (m_command.verb == Verb::Filter) {
            m_command.incident = nullptr;
            m_command.complaints.clear();        // it needs no incident
            m_command.text = m_read.restTyped(); // empty: everything again
            return;
        }
        if (m_command.verb == Verb::Find || m_command.verb == Verb::View) {
            m_command.incident = nullptr;
            takeText();
            return;
        }
        if (m_command.verb == Verb::Games || m_command.verb == Verb::Normal) {
            takeMode(m_read, m_context, m_command);
            return;
        }
        if (m_command.incident == nullptr && m_command.complaints.empty()) {
            complain(Trouble::NoIncident);
        }
        switch (m_command.verb) {
        case Verb::Order:
            takeOrder(m_read, m_context, m_command);
            break;
        case Verb::Remind:
            takeUnsigned();
            break;
        case Verb::Note:
        case Verb::Close:
        case Verb::Separate:
            takeText();
            break;
        case Verb::Merge:
        case Verb::Group:
            takeOther(m_read, m_context, m_command);
            break;
        case Verb::Watch:
            takeWatch(m_read, m_context, m_command);
            break;
        case Verb::Rate:
            takeRating(m_read, m_command);
            break;
        case Verb::Card:
            takeCard(m_read, m_context, m_command);
            break;
        default:
            if (isCareVerb(m_command.verb)) {
                takeCare(m_read, m_context, m_command);
            } else if (isForceVerb(m_command.verb)) {
                takeForce(m_read, m_context, m_command);
            } else if (isUpwardsVerb(m_command.verb)) {
                takeUpwards(m_read, m_context, m_command);
            } else {
                takeUnitAct();
            }
        }
    }

    // ---- who is on duty ----

    void takeAsked()
    {
        const qsizetype begin = m_read.at();
        const NamedMoment asked =
            namedMoment(m_read.restTyped(), m_context.now, m_context.plan.utcOffsetMinutes);
        const QString& name = asked.name;
        m_command.at = asked.at;
        m_command.incident.reset();
        m_command.text = name;
        m_command.asked = unitsNamed(m_context.finder, name);
        m_command.completion = {begin, name.size(), m_command.asked};
        if (m_command.asked.empty()) {
            takeStreets(name);
        }
        if (m_command.asked.empty() && m_command.places.empty()) {
            complain(Trouble::NobodyNamed, name);
        }
    }
    void takeStreets(const QString& name)
    {
        m_command.places = m_context.finder.find(name.toStdString(), 12);
        std::erase_if(m_command.places, [](const plan::PlaceMatch& match) {
            return match.phone.empty() || match.sort != plan::PlaceSort::Street;
        });
    }

    // ---- acts on orders ----

    void takeUnsigned()
    {
        if (!m_read.isAtEnd()) {
            complain(Trouble::StrayText, m_read.restTyped());
        }
        if (m_command.incident == nullptr) {
            return;
        }
        for (const Order& order : m_command.incident->orders) {
            if (order.state == model::OrderState::Issued) {
                m_command.orders.push_back(order.id);
            }
        }
        if (m_command.orders.empty()) {
            complain(Trouble::NothingUnsigned);
        }
    }

    void takeUnitAct()
    {
        const bool isSign = m_command.verb == Verb::Sign;
        if (isSign && !m_read.isAtEnd()) {
            complain(Trouble::StrayText, m_read.restTyped());
        } else if (m_command.verb == Verb::Moving || m_command.verb == Verb::OnScene) {
            m_command.text = m_read.restTyped(); // may be empty
        } else if (!isSign) {
            takeText();
        }
        if (m_command.incident == nullptr) {
            return;
        }
        if (const Order* order = ownOrder(isSign)) {
            m_command.orders = {order->id};
        } else {
            complain(Trouble::NoOwnOrder);
        }
    }
    /// The oldest open order of this unit; for signing the oldest unsigned one.
    [[nodiscard]] const Order* ownOrder(bool isUnsigned) const
    {
        const auto& orders = m_command.incident->orders;
        const auto found = std::ranges::find_if(orders, [&](const Order& order) {
            return order.unit == m_context.actor.unit && order.isOpen()
                   && (!isUnsigned || order.state == model::OrderState::Issued);
        });
        return found == orders.end() ? nullptr : &*found;
    }

    void takeText()
    {
        m_command.text = m_read.restTyped();
        if (m_command.text.isEmpty()) {
            complain(Trouble::NoText);
        }
    }

    void askRules()
    {
        const auto act =
            actOf(m_command, [number = 0]() mutable { // no id twice, as when it is done
                return OrderId("preview " + std::to_string(++number));
            });
        if (!act) {
            return;
        }
        const auto allowed =
            model::checkAct(m_context.plan, m_command.incident.get(), m_context.actor, *act);
        if (!allowed) {
            m_command.complaints.push_back({Trouble::Refused, {}, {}, allowed.error()});
        }
    }

    const CommandContext& m_context;
    TextReader m_read;
    ParsedCommand m_command;
};

} // namespace

ParsedCommand parseCommand(const QString& text, const CommandContext& context)
{
    return Parser(text, context).parse();
}

std::optional<model::Act> actOf(const ParsedCommand& command, const std::function<OrderId()>& newId)
{
    const std::string text = command.text.toStdString();
    const OrderId order = command.orders.empty() ? OrderId() : command.orders.front();
    switch (command.verb) {
    case Verb::Order:
        return issueOf(command.text, command.lines, newId);
    case Verb::Remind:
        return model::RemindUnits{command.orders};
    case Verb::Note:
        return model::AddNote{text};
    case Verb::Sign:
        return model::SignOrder{order};
    case Verb::Moving:
        return model::ProgressOrder{order, model::Progress::Moving, text};
    case Verb::OnScene:
        return model::ProgressOrder{order, model::Progress::OnScene, text};
    case Verb::Feedback:
        return model::ReportOrder{order, text};
    case Verb::Finish:
        return model::FinishOrder{order, text};
    case Verb::Return:
        return model::ReturnOrder{order, text};
    case Verb::Close:
        return model::CloseIncident{text};
    case Verb::Rate:
        return model::RateResult{command.rating.score, command.rating.channel, text};
    case Verb::Merge:
    case Verb::Group:
    case Verb::Separate:
    case Verb::Watch:
        return relationAct(command);
    case Verb::Force:
    case Verb::Transfer:
    case Verb::Minutes:
    case Verb::Ask:
        return forceActOf(command);
    case Verb::ReportUp:
    case Verb::FinalReport:
    case Verb::Counts:
    case Verb::Claim:
        return upwardsActOf(command);
    default:
        return careActOf(command); // empty for what changes nothing
    }
}

} // namespace sz::widgets
