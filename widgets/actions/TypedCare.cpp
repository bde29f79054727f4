// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedCare.h"

#include "widgets/actions/UnitChoice.h"
#include "widgets/models/OrderCare.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {

namespace {

using model::Order;
using model::StepKind;

bool isOneOf(const QString& word, std::initializer_list<QStringView> words)
{
    return std::ranges::any_of(
        words, [&](QStringView known) { return known.compare(word, Qt::CaseInsensitive) == 0; });
}

class CareGrammar
{
public:
    CareGrammar(TextReader& reader, const CommandContext& context, ParsedCommand& command)
        : m_read(reader), m_context(context), m_command(command)
    {
    }

    void take()
    {
        if (m_command.incident == nullptr) {
            return;
        }
        takeUnit();
        if (m_command.verb == Verb::Recheck) {
            takeVerdict();
        } else if (isRequest()) {
            takeLength();
        }
        m_command.text = m_read.restTyped();
        takeLengthAtEnd();
        chooseOrder();
        finish();
    }

private:
    void complain(Trouble trouble, const QString& words = {})
    {
        m_command.complaints.push_back({trouble, words, {}, {}});
    }

    [[nodiscard]] bool isRequest() const
    {
        return m_command.verb == Verb::Extend || m_command.verb == Verb::Suspend;
    }
    /// A length is part of the act.
    [[nodiscard]] bool needsLength() const
    {
        return isRequest() || (m_command.verb == Verb::Recheck && !m_command.care.isYes);
    }

    /// The first word, where it names a unit that has an order here; else it belongs to what follows.
    void takeUnit()
    {
        m_read.skipGap();
        const qsizetype begin = m_read.at();
        const QString word = m_read.word();
        const auto& units = chooseUnit(m_context.finder, word).candidates;
        for (const plan::Unit* unit : units) {
            if (std::ranges::contains(m_command.incident->orders, unit->code, &Order::unit)) {
                m_unit = unit->code;
                return;
            }
        }
        m_read.rewind(begin);
    }

    /// 合格, 不合格; then how many of how many were in order.
    void takeVerdict()
    {
        m_read.skipGap();
        const qsizetype begin = m_read.at();
        const QString word = m_read.word();
        m_command.care.isYes = isOneOf(word, {u"合格", u"hege", u"hg", u"ok", u"good", u"pass"});
        if (!m_command.care.isYes
            && !isOneOf(word, {u"不合格", u"buhege", u"bhg", u"bad", u"fail"})) {
            complain(Trouble::NoVerdict, word);
            m_isVague = true;
            m_read.rewind(begin);
            return;
        }
        takeSample();
        takeLength();
    }
    void takeSample()
    {
        static const QRegularExpression kShape(QStringLiteral(R"(^(\d{1,6})/(\d{1,6})$)"));
        m_read.skipGap();
        const qsizetype begin = m_read.at();
        const auto match = kShape.match(plainTyped(m_read.word()));
        if (!match.hasMatch()) {
            m_read.rewind(begin);
            return;
        }
        m_command.care.good = match.captured(1).toInt();
        m_command.care.sampled = match.captured(2).toInt();
    }

    void takeLength()
    {
        m_read.skipGap();
        const qsizetype begin = m_read.at();
        const auto minutes = needsLength() ? typedMinutes(m_read.word()) : std::nullopt;
        m_command.care.minutes = minutes.value_or(0);
        if (!minutes) {
            m_read.rewind(begin);
        }
    }
    /// It may stand behind the words as well, as with an order.
    void takeLengthAtEnd()
    {
        const qsizetype space = plainTyped(m_command.text).lastIndexOf(u' ');
        if (!needsLength() || m_command.care.minutes > 0 || space < 0) {
            return;
        }
        if (const auto minutes = typedMinutes(QStringView(m_command.text).sliced(space + 1))) {
            m_command.care.minutes = *minutes;
            m_command.text = m_command.text.first(space).trimmed();
        }
    }

    /// What the act is about, as far as it can be seen here; the rules say the rest.
    [[nodiscard]] bool fits(const Order& order) const
    {
        const auto waiting = waitingOn(order);
        switch (m_command.verb) {
        case Verb::Agree:
        case Verb::Refuse:
            return waiting && waiting->kind != StepKind::Recheck;
        case Verb::Recheck:
            return waiting && waiting->kind == StepKind::Recheck;
        case Verb::Resume:
            return order.isOpen() && !order.suspensions.empty();
        default:
            return order.isOpen();
        }
    }

    void chooseOrder()
    {
        const bool isAnyones = m_context.actor.unit == UnitCode("HQ") || !m_unit.empty()
                               || m_command.verb == Verb::Recheck;
        const UnitCode unit = isAnyones ? m_unit : m_context.actor.unit;
        std::vector<const Order*> found;
        for (const Order& order : m_command.incident->orders) {
            if ((unit.empty() || order.unit == unit) && fits(order)) {
                found.push_back(&order);
            }
        }
        if (found.empty()) {
            complain(isAnyones ? Trouble::NothingWaits : Trouble::NoOwnOrder);
        } else if (found.size() > 1 && unit.empty()) {
            complainWhich(found);
        } else { // of one unit the oldest
            m_command.orders = {found.front()->id};
            m_command.care.ask = found.front()->ask ? found.front()->ask->entry : std::string();
        }
    }
    void complainWhich(const std::vector<const Order*>& found)
    {
        complain(Trouble::WhichOrder);
        for (const Order* order : found) {
            if (const plan::Unit* unit = m_context.plan.unit(order->unit)) {
                m_command.complaints.back().candidates.push_back(unit);
            }
        }
    }

    void finish()
    {
        if (needsLength() && m_command.care.minutes == 0 && !m_isVague) {
            complain(Trouble::NoLength);
        }
        if (m_command.verb == Verb::Agree || m_command.verb == Verb::Refuse) {
            m_command.care.isYes = m_command.verb == Verb::Agree;
        }
        const bool mayBeSilent = m_command.verb == Verb::Resume
                                 || (m_command.verb == Verb::Agree && !m_command.care.ask.empty());
        if (m_command.text.isEmpty() && !mayBeSilent) {
            complain(Trouble::NoText);
        }
    }

    TextReader& m_read;
    const CommandContext& m_context;
    ParsedCommand& m_command;
    UnitCode m_unit;        ///< named; empty: none
    bool m_isVague = false; ///< neither in order nor not
};

} // namespace

bool isCareVerb(Verb verb)
{
    return verb >= Verb::Extend && verb <= Verb::Recheck;
}

void takeCare(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    CareGrammar(reader, context, command).take();
}

std::optional<model::Act> careActOf(const ParsedCommand& command)
{
    const std::string text = command.text.toStdString();
    const OrderId order = command.orders.empty() ? OrderId() : command.orders.front();
    const CareWish& care = command.care;
    switch (command.verb) {
    case Verb::Extend:
        return model::AskRelief{order, model::Relief::Extend, care.minutes, text};
    case Verb::Suspend:
        return model::AskRelief{order, model::Relief::Suspend, care.minutes, text};
    case Verb::Resume:
        return model::ResumeOrder{order, text};
    case Verb::Agree:
    case Verb::Refuse:
        return care.ask.empty()
                   ? model::Act(model::DecideReturn{order, care.isYes, text})
                   : model::Act(model::DecideRelief{order, care.ask, care.isYes, text});
    case Verb::Withdraw:
        return model::WithdrawOrder{order, text};
    case Verb::Recheck:
        return model::RecheckOrder{order, care.isYes, care.sampled, care.good, care.minutes, text};
    default:
        return std::nullopt;
    }
}

} // namespace sz::widgets
