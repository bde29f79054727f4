// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedOrder.h"

#include "widgets/actions/UnitChoice.h"
#include "widgets/models/Wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {

namespace {

/// Limits of an order as typed; none = the plan's.
struct TypedLimits
{
    std::optional<int> sign;
    std::optional<int> arrive;
    std::optional<int> done;
    std::optional<plan::WorkLimit> work; ///< with `done`: in working time
};

/// "24h", "办24h", "7工作日", "签10m", "s10m", "到30m", "a30m".
bool takeLimit(const QString& word, TypedLimits& limits)
{
    static const std::pair<QString, std::optional<int> TypedLimits::*> kSides[]{
        {QStringLiteral("签收"), &TypedLimits::sign},
        {QStringLiteral("签"), &TypedLimits::sign},
        {QStringLiteral("s"), &TypedLimits::sign},
        {QStringLiteral("到场"), &TypedLimits::arrive},
        {QStringLiteral("到"), &TypedLimits::arrive},
        {QStringLiteral("a"), &TypedLimits::arrive},
        {QStringLiteral("办结"), &TypedLimits::done},
        {QStringLiteral("办"), &TypedLimits::done},
        {QString(), &TypedLimits::done},
    };
    for (const auto& [prefix, side] : kSides) {
        if (!word.startsWith(prefix, Qt::CaseInsensitive)) {
            continue;
        }
        if (const auto minutes = typedMinutes(QStringView(word).sliced(prefix.size()))) {
            limits.*side = *minutes;
            limits.work = side == &TypedLimits::done ? std::nullopt : limits.work;
            return true;
        }
        if (const auto work = typedWork(QStringView(word).sliced(prefix.size()));
            work && side == &TypedLimits::done) {
            limits.work = work;
            limits.done = plan::aboutMinutes(*work);
            return true;
        }
    }
    return false;
}

class OrderGrammar
{
public:
    OrderGrammar(TextReader& reader, const CommandContext& context, ParsedCommand& command)
        : m_read(reader), m_context(context), m_command(command)
    {
    }

    void take()
    {
        TypedLimits limits;
        bool mayBeUnit = true;
        bool isFirst = true;
        while (!m_read.isAtEnd()) {
            const bool hasComma = m_read.skipGap();
            const qsizetype begin = m_read.at();
            const QString word = m_read.word();
            if (word.isEmpty()) {
                break;
            }
            if (takeLimit(word, limits)) {
                mayBeUnit = false;
            } else if (mayBeUnit && (isFirst || hasComma || isUnitInFull(word))) {
                takeUnit(word, begin);
            } else {
                m_read.rewind(begin);
                takeOrderText(limits);
                break;
            }
            isFirst = false;
        }
        finishOrder(limits);
    }

private:
    void complain(Trouble trouble, const QString& words = {})
    {
        m_command.complaints.push_back({trouble, words, {}, {}});
    }

    [[nodiscard]] bool isUnitInFull(const QString& word) const
    {
        const UnitChoice choice = chooseUnit(m_context.finder, withoutMark(word));
        return choice.isExact;
    }
    [[nodiscard]] static QString withoutMark(const QString& word)
    {
        return plainTyped(word).endsWith(u'*') ? word.chopped(1) : word;
    }

    void takeUnit(const QString& word, qsizetype begin)
    {
        const QString name = withoutMark(word);
        const UnitChoice choice = chooseUnit(m_context.finder, name);
        m_command.completion = {begin, name.size(), choice.candidates};
        if (choice.unit == nullptr) {
            complain(
                choice.candidates.empty() ? Trouble::UnknownUnit : Trouble::AmbiguousUnit, name);
            m_command.complaints.back().candidates = choice.candidates;
            return;
        }
        const UnitCode& code = choice.unit->code;
        if (!std::ranges::contains(m_command.lines, code, &OrderLine::unit)) {
            m_command.lines.push_back(lineFor(code));
        }
        if (name != word) {
            m_leads.push_back(code);
        }
    }
    [[nodiscard]] OrderLine lineFor(const UnitCode& unit) const
    {
        const model::Incident* incident = m_command.incident.get();
        return incident == nullptr
                   ? draftLine(m_context.plan, unit, {}, plan::Grade::IV, plan::Mode::Normal)
                   : draftLine(
                         m_context.plan, unit, incident->kind, incident->grade, incident->mode);
    }

    /// What follows the units; a limit may stand at its end as well.
    void takeOrderText(TypedLimits& limits)
    {
        QString text = m_read.restTyped();
        const qsizetype space = plainTyped(text).lastIndexOf(u' ');
        if (space > 0 && takeLimit(text.sliced(space + 1), limits)) {
            text = text.first(space).trimmed();
        }
        static const QRegularExpression kDigits(QStringLiteral(R"(^[\d.]+$)"));
        if (kDigits.match(plainTyped(text)).hasMatch()) {
            complain(Trouble::BareNumber, text);
        }
        m_command.text = text;
    }

    void finishOrder(const TypedLimits& limits)
    {
        const bool hasUnitTrouble =
            std::ranges::any_of(m_command.complaints, [](const Complaint& c) {
                return c.trouble == Trouble::UnknownUnit || c.trouble == Trouble::AmbiguousUnit;
            });
        if (m_command.lines.empty() && !hasUnitTrouble) {
            complain(Trouble::NoUnit);
        }
        for (OrderLine& line : m_command.lines) {
            line.work = limits.done ? limits.work : line.work;
            line.done = limits.done.value_or(line.done);
            line.sign = limits.sign.value_or(std::min(line.sign, line.done));
            line.arrive = limits.arrive.value_or(0);
        }
        chooseLead();
        if (m_command.text.isEmpty() && m_command.incident != nullptr) {
            m_command.text = defaultOrderText(titleText(*m_command.incident));
        }
    }
    /// The unit with the star, else the lead there is, else the first.
    void chooseLead()
    {
        if (m_command.lines.empty()) {
            return;
        }
        if (!m_leads.empty()) {
            std::ranges::find(m_command.lines, m_leads.back(), &OrderLine::unit)->isLead = true;
            return;
        }
        m_command.keptLead = leadOf(m_command.incident.get());
        m_command.lines.front().isLead = m_command.keptLead.empty();
    }

    TextReader& m_read;
    const CommandContext& m_context;
    ParsedCommand& m_command;
    std::vector<UnitCode> m_leads; ///< units with a star
};

} // namespace

void takeOrder(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    OrderGrammar(reader, context, command).take();
}

} // namespace sz::widgets
