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

constexpr int kMostLoanDays = 366;

bool isDate(const QString& word)
{
    static const QRegularExpression kDate(
        QStringLiteral("^(?:\\d{4}[-/年])?\\d{1,2}[-/月]\\d{1,2}日?$"));
    return kDate.match(word).hasMatch();
}

bool isDays(const QString& word)
{
    static const QRegularExpression kDays(QStringLiteral("^\\d{1,3}$"));
    return kDays.match(word).hasMatch();
}

} // namespace

std::optional<LoanTime> typedLoanTime(const QString& text, Instant now, int utcOffsetMinutes)
{
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool isOne = words.size() == 1;
    if (words.isEmpty() || words.size() > 2 || (!isOne && !std::ranges::all_of(words, isDate))) {
        return std::nullopt;
    }
    const auto first = isDays(words.front())
                           ? std::optional(now + std::chrono::days(words.front().toInt()))
                           : typedDay(words.front(), now, utcOffsetMinutes);
    const auto last = isOne ? first : typedDay(words.back(), now, utcOffsetMinutes);
    if (!first || !last) {
        return std::nullopt;
    }
    const LoanTime time =
        isDate(words.front())
            ? LoanTime{std::max(now, midnightOf(*first, utcOffsetMinutes)), endOfDay(*last, utcOffsetMinutes)}
            : LoanTime{now, *last}; // a length
    const bool isRising =
        time.from < time.until && time.until <= time.from + std::chrono::days(kMostLoanDays);
    return isRising ? std::optional(time) : std::nullopt;
}

std::optional<TypedLoan> typedLoan(const QString& text, Instant now, int utcOffsetMinutes)
{
    QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool isNumber = false;
    TypedLoan loan;
    loan.people = words.isEmpty() ? 0 : words.takeFirst().toInt(&isNumber);
    loan.time = {now, now + std::chrono::days(1)};
    // Two days, or one of them, or a number of days: as many as can be read from the end, if a name is left before them.
    for (const int n : {2, 1}) {
        const auto time =
            words.size() <= n
                ? std::nullopt
                : typedLoanTime(
                      words.sliced(words.size() - n).join(QLatin1Char(' ')), now, utcOffsetMinutes);
        if (time) {
            loan.time = *time;
            words.resize(words.size() - n);
            break;
        }
    }
    const bool isLeftOver = words.size() > 1 && isDays(words.back());
    if (!words.isEmpty() && (isLeftOver || isDate(words.back()))) {
        return std::nullopt; // days that are over, run backwards or are too many are no place
    }
    loan.where = words.join(QLatin1Char(' '));
    return isNumber && loan.people > 0 && !loan.where.isEmpty() ? std::optional(loan)
                                                                : std::nullopt;
}

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
