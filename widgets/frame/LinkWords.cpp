// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/LinkWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace sz::widgets {

using desk::LinkState;
using model::Lamp;

namespace {

constexpr Millis kBehindAge{60'000};
constexpr Millis kLateAge{600'000};

/// Names the context for the translator.
struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LinkWords)
};

bool isLinked(LinkState state)
{
    return state == LinkState::Live || state == LinkState::CatchingUp;
}

LinkShape shapeOf(LinkState state)
{
    switch (state) {
    case LinkState::Live:
        return LinkShape::Dot;
    case LinkState::CatchingUp:
        return LinkShape::HalfDot;
    case LinkState::Connecting:
        return LinkShape::Dots;
    case LinkState::Offline:
        return LinkShape::Triangle;
    case LinkState::Refused:
        return LinkShape::Square;
    }
    return LinkShape::Triangle;
}

QString stateWord(LinkState state)
{
    switch (state) {
    case LinkState::Live:
        return Say::tr("Live", "link state");
    case LinkState::CatchingUp:
        return Say::tr("Catching up", "link state");
    case LinkState::Connecting:
        return Say::tr("Connecting", "link state");
    case LinkState::Offline:
        return Say::tr("Offline", "link state");
    case LinkState::Refused:
        return Say::tr("Refused", "link state");
    }
    return {};
}

QString stateLine(const desk::LinkStatus& link, std::optional<Instant> lostAt, Instant now)
{
    const QString word = stateWord(link.state);
    if (isLinked(link.state) && !link.headquarters.empty()) {
        return Say::tr("%1 · %2", "link state, headquarters")
            .arg(word, visibleLine(QString::fromStdString(link.headquarters)));
    }
    if (link.state == LinkState::Refused) {
        const QString reason = linkReason(link.reason);
        return reason.isEmpty() ? word : Say::tr("%1 · %2", "link state, reason").arg(word, reason);
    }
    if (link.state == LinkState::Offline && link.asOf && lostAt) {
        return Say::tr("%1 %2", "link state, for how long").arg(word, lossText(now - *lostAt));
    }
    return word;
}

/// Why nothing was ever received.
QString missingWord(const desk::LinkStatus& link)
{
    if (isLinked(link.state)) {
        return Say::tr("first data on its way");
    }
    if (link.state == LinkState::Offline && link.reason == Code::LinkDown) {
        return Say::tr("no answer so far");
    }
    return Say::tr("no data yet");
}

QString localDate(Instant t, int utcOffsetMinutes)
{
    return dateText(t, utcOffsetMinutes);
}

LinkFact dataFact(const desk::LinkStatus& link, Instant now, int utcOffsetMinutes)
{
    if (!link.asOf) {
        return {Say::tr("data — (%1)").arg(missingWord(link)), {}, Lamp::None};
    }
    const Millis age = std::max(Millis::zero(), now - *link.asOf);
    const Lamp lamp = ageLamp(age);
    if (!isLinked(link.state)) {
        const bool isToday =
            localDate(now, utcOffsetMinutes) == localDate(*link.asOf, utcOffsetMinutes);
        return {
            Say::tr("as of %1", "clock")
                .arg(
                    isToday ? clockText(*link.asOf, utcOffsetMinutes)
                            : dayClockText(*link.asOf, utcOffsetMinutes)),
            {},
            lamp};
    }
    if (lamp == Lamp::None) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(age).count();
        return {
            Say::tr("data %1 s").arg(seconds), Say::tr("data %1 s").arg(QStringLiteral("00")),
            lamp};
    }
    return {
        Say::tr("data %1", "age").arg(ageText(age)),
        Say::tr("data %1", "age").arg(QStringLiteral("00:00")), lamp};
}

std::vector<LinkFact> factsOf(const desk::LinkStatus& link, Instant now, int utcOffsetMinutes)
{
    std::vector<LinkFact> facts{dataFact(link, now, utcOffsetMinutes)};
    if (link.asOf
        || link.unsent > 0) { // before the first word even a true 0 would read as "all is sent"
        facts.push_back(
            {Say::tr("%n unsent", nullptr, link.unsent), Say::tr("%n unsent", nullptr, 10),
             Lamp::None});
    }
    if (link.rejected > 0) {
        facts.push_back({Say::tr("%n rejected", nullptr, link.rejected), {}, Lamp::Late});
    }
    for (LinkFact& fact : facts) {
        fact.slot = withZeros(fact.slot.size() > fact.text.size() ? fact.slot : fact.text);
    }
    return facts;
}

Lamp blockLamp(const desk::LinkStatus& link, std::optional<Instant> lostAt)
{
    switch (link.state) {
    case LinkState::Refused:
        return Lamp::Late;
    case LinkState::Offline:
        return Lamp::Behind;
    case LinkState::Connecting:
        return lostAt && link.attempts > 0 && link.asOf ? Lamp::Behind : Lamp::None;
    case LinkState::CatchingUp:
    case LinkState::Live:
        return Lamp::None;
    }
    return Lamp::None;
}

} // namespace

std::optional<Instant> lostSince(std::optional<Instant> before, const desk::LinkStatus& link)
{
    if (link.state == LinkState::Live) {
        return std::nullopt;
    }
    if (link.asOf) {
        return link.asOf;
    }
    return before || link.since == Instant{} ? before : std::optional(link.since);
}

Lamp ageLamp(Millis age)
{
    return age > kLateAge ? Lamp::Late : age > kBehindAge ? Lamp::Behind : Lamp::None;
}

LinkWords linkWords(
    const desk::LinkStatus& link,
    std::optional<Instant> lostAt,
    Instant now,
    int utcOffsetMinutes)
{
    return {
        shapeOf(link.state), stateLine(link, lostAt, now), factsOf(link, now, utcOffsetMinutes),
        blockLamp(link, lostAt)};
}

QString linkReason(Code code)
{
    switch (code) {
    case Code::Revoked:
        return Say::tr("desk withdrawn");
    case Code::BadCertificate:
        return Say::tr("certificate not valid");
    case Code::ProtocolVersion:
    case Code::FutureVersion:
        return Say::tr("other version");
    case Code::ForkDetected:
        return Say::tr("two copies of the log");
    case Code::BadChain:
        return Say::tr("log does not join up");
    case Code::BadSignature:
        return Say::tr("signature not valid");
    case Code::LinkRefused:
        return Say::tr("desk not enrolled");
    case Code::NotAllowed:
        return Say::tr("not allowed here");
    case Code::EnrolCodeBad:
    case Code::EnrolCodeExpired:
        return Say::tr("enrolment not valid");
    default:
        return {};
    }
}

QString widestFacts()
{
    const QString unsent = withZeros(Say::tr("%n unsent", nullptr, 10));
    const QString rejected = withZeros(Say::tr("%n rejected", nullptr, 10));
    const QStringList facts{
        Say::tr("as of %1", "clock").arg(QStringLiteral("00:00:00")), unsent, rejected};
    return facts.join(QStringLiteral(" · "));
}

QString withZeros(QString text)
{
    std::ranges::replace_if(text, [](QChar c) { return c.isDigit(); }, QLatin1Char('0'));
    return text;
}

QString lossText(Millis length)
{
    const QString age = ageText(length);
    return length < std::chrono::hours{1} ? age.rightJustified(5, QLatin1Char('0')) : age;
}

} // namespace sz::widgets
