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

// The day that is meant is the next of that name: in December "1-2" is next year's.
std::optional<std::chrono::sys_days> dayOf(const plan::Plan& plan, const QString& word, Instant now)
{
    static const QRegularExpression form(
        QStringLiteral("^(1[0-2]|0?[1-9])(?:-|月)(3[01]|[12]\\d|0?[1-9])(?:日|号)?$"));
    const auto match = form.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto today = std::chrono::floor<std::chrono::days>(now + Minutes(plan.utcOffsetMinutes));
    const std::chrono::year_month_day date{today};
    const std::chrono::month_day day{
        std::chrono::month(static_cast<unsigned>(match.captured(1).toInt())),
        std::chrono::day(static_cast<unsigned>(match.captured(2).toInt()))};
    constexpr int kLeapCycle = 8; // a 29 February may be as far away
    for (int years = 0; years <= kLeapCycle; ++years) {
        const std::chrono::year_month_day one = (date.year() + std::chrono::years(years)) / day;
        if (one.ok() && std::chrono::sys_days(one) >= std::chrono::sys_days(today)) {
            return std::chrono::sys_days(one);
        }
    }
    return std::nullopt;
}

QStringList wordsOf(const std::string& typed)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return QString::fromStdString(typed).split(blanks, Qt::SkipEmptyParts);
}

} // namespace

Result<model::MakePromise> readPromise(
    const plan::Plan& plan,
    const std::string& typed,
    Instant now,
    const IncidentReader& incidents)
{
    QStringList words = wordsOf(typed);
    const std::string first = words.isEmpty() ? std::string() : words.takeFirst().toStdString();
    const plan::Unit* unit = unitCalled(plan, first);
    if (unit == nullptr) {
        return fail(Code::NoSuchUnit, first);
    }
    const auto until = words.isEmpty() ? std::nullopt : timeOf(plan, words.back(), now);
    if (until) {
        words.removeLast();
    }
    IncidentId incident;
    const auto isNumber = [](const QString& word) {
        static const QRegularExpression form(QStringLiteral("^[#＃](?:\\d{4}-)?\\d{1,4}$"));
        return form.match(word).hasMatch();
    };
    if (const auto at = std::ranges::find_if(words, isNumber); incidents && at != words.end()) {
        const std::string number = at->mid(1).toStdString();
        incident = incidents(number);
        if (incident.empty()) {
            return fail(Code::NotFound, number);
        }
        words.erase(at);
    }
    if (words.isEmpty()) {
        return fail(Code::MissingField, "text");
    }
    return model::MakePromise{
        unit->code, words.join(QLatin1Char(' ')).toStdString(), until, incident};
}

Result<model::PlanDrill>
readDrill(const plan::Plan& plan, const std::string& typed, Instant now, const PlaceReader& places)
{
    QStringList words = wordsOf(typed);
    plan::Place place;
    const auto isPlace = [](const QString& word) {
        return word.size() > 1 && (word.front() == u'@' || word.front() == u'＠');
    };
    if (const auto at = std::ranges::find_if(words, isPlace); at != words.end()) {
        const std::string called = at->mid(1).toStdString();
        const auto found = places(called);
        if (!found) {
            return fail(Code::NotFound, called);
        }
        place = *found;
        words.erase(at);
    }
    auto at = words.isEmpty() ? std::nullopt : timeOf(plan, words.back(), now);
    if (!at) {
        return fail(Code::BadArgument, "time");
    }
    words.removeLast();
    const auto day = words.isEmpty() ? std::nullopt : dayOf(plan, words.back(), now);
    if (day) {
        words.removeLast();
        const Minutes offset(plan.utcOffsetMinutes);
        const auto local = *at + offset;
        at = *day + (local - std::chrono::floor<std::chrono::days>(local)) - offset;
    }
    if (words.isEmpty()) {
        return fail(Code::MissingField, "name");
    }
    return model::PlanDrill{words.join(QLatin1Char(' ')).toStdString(), *at, {}, std::move(place)};
}

Result<model::TellEndpoint> readEndpoint(const plan::Plan& plan, const std::string& typed)
{
    QStringList words = wordsOf(typed);
    const std::string first = words.isEmpty() ? std::string() : words.takeFirst().toStdString();
    const plan::Unit* unit = unitCalled(plan, first);
    if (unit == nullptr) {
        return fail(Code::NoSuchUnit, first);
    }
    if (words.isEmpty()) {
        return fail(Code::MissingField, "name");
    }
    const std::string name = words.takeFirst().toStdString();
    return model::TellEndpoint{unit->code, name, true, words.join(QLatin1Char(' ')).toStdString()};
}

} // namespace sz::widgets
