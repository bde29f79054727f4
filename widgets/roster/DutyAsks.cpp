// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/DutyAsks.h"

#include "widgets/actions/TypedDay.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace sz::widgets {
namespace {

using model::Presence;

struct Word
{
    const char16_t* typed;
    Presence presence;
};

std::optional<Presence> presenceOf(const QString& word)
{
    constexpr std::array kWords{
        Word{u"在岗", Presence::Here},       Word{u"在", Presence::Here},
        Word{u"zaigang", Presence::Here},    Word{u"here", Presence::Here},
        Word{u"离岗", Presence::Away},       Word{u"离", Presence::Away},
        Word{u"ligang", Presence::Away},     Word{u"away", Presence::Away},
        Word{u"无应答", Presence::NoAnswer}, Word{u"无", Presence::NoAnswer},
        Word{u"wu", Presence::NoAnswer},     Word{u"no", Presence::NoAnswer}};
    for (const Word& one : kWords) {
        if (word.compare(QStringView(one.typed), Qt::CaseInsensitive) == 0) {
            return one.presence;
        }
    }
    return std::nullopt;
}

/// A typed day means its end, 23:59; somebody is in charge to its last second, so that the next one begins where he ends.
Instant endOfDay(Instant typed, int utcOffsetMinutes)
{
    constexpr Minutes kLast{23 * 60 + 59};
    const auto local = typed + Minutes{utcOffsetMinutes};
    const auto ofDay = local - std::chrono::floor<std::chrono::days>(local);
    return ofDay == kLast ? typed + Minutes{1} : typed;
}

Instant midnightOf(Instant at, int utcOffsetMinutes)
{
    const auto local = at + Minutes{utcOffsetMinutes};
    return std::chrono::floor<std::chrono::days>(local) - Minutes{utcOffsetMinutes};
}

std::optional<Instant> nextClock(const QString& word, Instant now, int utcOffsetMinutes)
{
    static const QRegularExpression kClock(QStringLiteral("^([01]?\\d|2[0-3])[:：]([0-5]\\d)$"));
    const auto match = kClock.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const Minutes ofDay{match.captured(1).toInt() * 60 + match.captured(2).toInt()};
    const Instant today = midnightOf(now, utcOffsetMinutes) + ofDay;
    return today > now ? today : today + std::chrono::days(1);
}

} // namespace

std::optional<model::SetPresence>
typedPresence(const QString& text, const PostCode& post, Instant now, int utcOffsetMinutes)
{
    QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto presence = words.isEmpty() ? std::nullopt : presenceOf(words.takeFirst());
    if (!presence) {
        return std::nullopt;
    }
    model::SetPresence act{post, *presence, {}, {}};
    if (*presence == Presence::Away && !words.isEmpty()) {
        act.until = nextClock(words.front(), now, utcOffsetMinutes);
        if (act.until) {
            words.removeFirst();
        }
    }
    act.text = words.join(QLatin1Char(' ')).toStdString();
    return act;
}

std::optional<model::PutInCharge> typedCharge(
    const QString& text,
    const UnitCode& area,
    const PostCode& leader,
    Instant now,
    int utcOffsetMinutes)
{
    QStringList names;
    std::vector<Instant> days;
    for (const QString& word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (const auto day = typedDay(word, now, utcOffsetMinutes)) {
            days.push_back(*day);
        } else {
            names.append(word);
        }
    }
    if (names.isEmpty() || names.size() > 2 || days.size() > 2) {
        return std::nullopt;
    }
    model::PutInCharge act;
    act.area = area;
    act.leader = leader;
    act.leaderName = names[0].toStdString();
    act.deputyName = names.size() > 1 ? names[1].toStdString() : std::string();
    act.from = days.empty() ? now : std::max(now, midnightOf(days[0], utcOffsetMinutes));
    if (days.size() == 2) {
        act.until = endOfDay(days[1], utcOffsetMinutes);
        if (*act.until <= act.from) {
            return std::nullopt;
        }
    }
    return act;
}

} // namespace sz::widgets
