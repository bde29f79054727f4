// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/PromiseLine.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace sz::widgets {
namespace {

bool isCalled(const plan::Unit& unit, const std::string& word)
{
    return unit.code.value == word || unit.name.zh == word || unit.name.shortZh == word
           || unit.name.en == word || unit.name.shortEn == word
           || std::ranges::contains(unit.aliases, word);
}

// Wuchang is a zone and a district that is called so for short: who takes orders is meant.
const plan::Unit* unitCalled(const plan::Plan& plan, const std::string& word)
{
    const auto isLeader = [](const plan::Unit& unit) {
        return unit.kind == plan::UnitKind::Zone || unit.kind == plan::UnitKind::Area;
    };
    const auto first = [&](auto fits) {
        const auto it = std::ranges::find_if(plan.units, fits);
        return it == plan.units.end() ? nullptr : &*it;
    };
    if (const auto* unit =
            first([&](const plan::Unit& one) { return !isLeader(one) && isCalled(one, word); })) {
        return unit;
    }
    if (const auto* unit = first([&](const plan::Unit& one) {
            return one.kind == plan::UnitKind::District && !word.empty()
                   && one.name.zh.starts_with(word);
        })) {
        return unit;
    }
    return first([&](const plan::Unit& one) { return isCalled(one, word); });
}

std::optional<Instant> timeOf(const plan::Plan& plan, const QString& word, Instant now)
{
    static const QRegularExpression form(QStringLiteral("^([01]?\\d|2[0-3])[:：]([0-5]\\d)$"));
    const auto match = form.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto local = now + Minutes(plan.utcOffsetMinutes);
    const Instant day = std::chrono::floor<std::chrono::days>(local);
    const Instant at = day + Minutes(match.captured(1).toInt() * 60 + match.captured(2).toInt())
                       - Minutes(plan.utcOffsetMinutes);
    return at > now ? at : at + std::chrono::days(1);
}

} // namespace

Result<model::MakePromise>
readPromise(const plan::Plan& plan, const std::string& typed, Instant now)
{
    QStringList words = QString::fromStdString(typed).split(
        QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    const std::string first = words.isEmpty() ? std::string() : words.takeFirst().toStdString();
    const plan::Unit* unit = unitCalled(plan, first);
    if (unit == nullptr) {
        return fail(Code::NoSuchUnit, first);
    }
    const auto until = words.isEmpty() ? std::nullopt : timeOf(plan, words.back(), now);
    if (until) {
        words.removeLast();
    }
    if (words.isEmpty()) {
        return fail(Code::MissingField, "text");
    }
    return model::MakePromise{
        unit->code, words.join(QLatin1Char(' ')).toStdString(), until, IncidentId()};
}

} // namespace sz::widgets
