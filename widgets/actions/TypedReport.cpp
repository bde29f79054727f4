// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedReport.h"

#include "widgets/common/Durations.h"
#include "widgets/models/ReportSteps.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sz::widgets {
namespace {

void complain(ParsedCommand& command, Trouble trouble, const QString& words = {})
{
    command.complaints.push_back({trouble, words, {}, {}});
}

// "5 人 -3" is no count of anything, and neither is half of 1.5.
bool isName(const QString& typed)
{
    static const QRegularExpression kWord(QStringLiteral(R"([^\d\s.,+=-])"));
    return typed.contains(kWord) && !typed.endsWith(u'-') && !typed.endsWith(u'.');
}

/// "转学 1,235", "转学1235人", "1235 moved"; a bare number has no name.
std::optional<model::CountPart> typedPart(const QString& typed)
{
    static const QString kNumber =
        QStringLiteral(R"((?<![\d,])(\d{1,3}(?:,\d{3})+|\d{1,12})(?!\d))");
    static const QRegularExpression kBehind(
        QStringLiteral("^(.*?)") + kNumber + QStringLiteral(R"(\s*\D{0,2}$)"));
    static const QRegularExpression kBefore(
        QStringLiteral("^") + kNumber + QStringLiteral(R"(\s*(\D+)$)"));
    const QString plain = plainTyped(typed);
    auto match = kBehind.match(plain);
    bool isBehind = match.hasMatch();
    if (const auto before = kBefore.match(plain);
        before.hasMatch() && match.captured(1).isEmpty()) {
        match = before;
        isBehind = false;
    }
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int words = isBehind ? 1 : 2;
    const int digits = isBehind ? 2 : 1;
    const QString name =
        typed.mid(match.capturedStart(words), match.capturedLength(words)).simplified();
    if (!name.isEmpty() && !isName(name)) {
        return std::nullopt;
    }
    return model::CountPart{name.toStdString(), match.captured(digits).remove(u',').toLongLong()};
}

void takeReport(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    command.text = reader.restTyped();
    if (command.text.isEmpty()) {
        complain(command, Trouble::NoText);
    }
    if (command.incident == nullptr) {
        return;
    }
    const model::Incident& incident = *command.incident;
    const bool isFirst = incident.reports.empty();
    UpwardsWish& wish = command.upwards;
    wish.changes = changesSinceReport(incident, context.plan).toStdString();
    if (command.verb == Verb::FinalReport) {
        wish.stage = model::ReportStage::Final;
        if (isFirst) {
            complain(command, Trouble::NoFirstReport);
        }
        return;
    }
    wish.stage = isFirst ? model::ReportStage::First : model::ReportStage::Update;
    wish.nextMinutes = context.plan.limitsFor(incident.kind, incident.grade, incident.mode).update;
}

void takeCounts(TextReader& reader, ParsedCommand& command)
{
    const QString typed = reader.restTyped();
    const bool hasCounts = command.incident != nullptr && command.incident->counts.has_value();
    command.upwards.counts =
        typedCounts(typed, hasCounts ? command.incident->counts->label : std::string());
    if (!command.upwards.counts) {
        complain(command, Trouble::NoCounts, typed);
        return;
    }
    const model::StateCounts& counts = *command.upwards.counts;
    command.text = countsText(counts.label, counts.total, counts.parts);
}

} // namespace

bool isUpwardsVerb(Verb verb)
{
    return verb == Verb::ReportUp || verb == Verb::FinalReport || verb == Verb::Counts
           || verb == Verb::Claim;
}

void takeUpwards(TextReader& reader, const CommandContext& context, ParsedCommand& command)
{
    if (command.verb == Verb::Counts) {
        takeCounts(reader, command);
    } else if (command.verb != Verb::Claim) {
        takeReport(reader, context, command);
    } else if (!reader.isAtEnd()) {
        complain(command, Trouble::StrayText, reader.restTyped());
    }
}

std::optional<model::Act> upwardsActOf(const ParsedCommand& command)
{
    const UpwardsWish& wish = command.upwards;
    switch (command.verb) {
    case Verb::ReportUp:
    case Verb::FinalReport:
        return model::FileReport{
            wish.stage, command.text.toStdString(), wish.changes, wish.nextMinutes};
    case Verb::Counts:
        return wish.counts ? std::optional<model::Act>(*wish.counts) : std::nullopt;
    case Verb::Claim:
        return model::ClaimIncident{};
    default:
        return std::nullopt;
    }
}

std::optional<model::StateCounts> typedCounts(const QString& text, const std::string& label)
{
    const QString plain = plainTyped(text);
    const qsizetype equals = plain.indexOf(u'=');
    const auto total = typedPart(text.left(equals).trimmed());
    if (equals < 0 || !total || (total->label.empty() && label.empty())) {
        return std::nullopt; // a number alone has nothing to be balanced with
    }
    model::StateCounts counts{total->label.empty() ? label : total->label, total->count, {}};
    for (qsizetype from = equals + 1; from <= plain.size();) {
        const qsizetype plus = plain.indexOf(u'+', from);
        const qsizetype end = plus < 0 ? plain.size() : plus;
        const auto part = typedPart(text.mid(from, end - from).trimmed());
        if (!part || part->label.empty()) {
            return std::nullopt;
        }
        counts.parts.push_back(*part);
        from = end + 1;
    }
    return counts;
}

QString countsComplaint()
{
    return QCoreApplication::translate(
        "CommandLine", "Type it as: pupils 1,354 = moved 1,235 + refunded 119");
}

QString balanceText(std::int64_t difference)
{
    if (difference == 0) {
        return QCoreApplication::translate("Balance", "balanced");
    }
    return difference > 0
               ? QCoreApplication::translate("Balance", "%1 unaccounted for")
                     .arg(numberText(difference))
               : QCoreApplication::translate("Balance", "%1 too many").arg(numberText(-difference));
}

} // namespace sz::widgets
