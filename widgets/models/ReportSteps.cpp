// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ReportSteps.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {

namespace {

using model::ReportStage;

QString stageName(ReportStage stage, int ordinal)
{
    switch (stage) {
    case ReportStage::First:
        return QCoreApplication::translate("ReportChain", "1st", "first report");
    case ReportStage::Update:
        return QCoreApplication::translate("ReportChain", "Upd %1", "update report")
            .arg(ordinalText(ordinal));
    case ReportStage::Final:
        return QCoreApplication::translate("ReportChain", "Final", "final report");
    }
    return {};
}

QString timelinessText(const model::Incident& incident, const model::FiledReport& report)
{
    if (report.wasDue && report.at > *report.wasDue) {
        return countdownText(*report.wasDue - report.at, true);
    }
    if (report.stage == ReportStage::First) {
        return QCoreApplication::translate("ReportChain", "%1 min", "from call to first report")
            .arg(std::chrono::floor<Minutes>(report.at - incident.reportedAt).count());
    }
    return report.wasDue ? QCoreApplication::translate("ReportChain", "in time") : QString();
}

const model::Step* dueReport(const model::Incident& incident)
{
    const auto it = std::ranges::find_if(incident.steps, [](const model::Step& step) {
        return step.kind == model::StepKind::FirstReport || step.kind == model::StepKind::Update;
    });
    return it == incident.steps.end() ? nullptr : &*it;
}

ReportStep dueStep(const model::Step& step, const plan::Plan& plan, Instant now)
{
    const ReportStage stage =
        step.kind == model::StepKind::Update ? ReportStage::Update : ReportStage::First;
    const model::Lamp lamp = step.lampAt(now);
    return {
        stageName(stage, step.ordinal), clockMinuteText(step.due, plan.utcOffsetMinutes),
        countdownText(step.due - now, lamp == model::Lamp::Late), ReportPhase::Due, lamp};
}

bool hasFinal(const model::Incident& incident)
{
    return std::ranges::contains(incident.reports, ReportStage::Final, &model::FiledReport::stage);
}

void shorten(std::vector<ReportStep>& steps, std::size_t most)
{
    if (steps.size() > most && most > 1) {
        steps.erase(steps.begin() + 1, steps.end() - static_cast<std::ptrdiff_t>(most - 1));
    }
}

bool isNews(const model::Act& act)
{
    return std::holds_alternative<model::ReportOrder>(act)
           || std::holds_alternative<model::FinishOrder>(act)
           || std::holds_alternative<model::StateCounts>(act)
           || std::holds_alternative<model::AmendIncident>(act)
           || std::holds_alternative<model::AddNote>(act);
}

constexpr qsizetype kMostChanges = 2'000; ///< characters: the newest that go into one entry

QString withoutStop(QString text)
{
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QChar(0x3002))) {
        text.chop(1);
    }
    return text;
}

/// What has been said since the last report, newest first.
QStringList newsSinceReport(const model::Incident& incident, const plan::Plan& plan)
{
    QStringList facts;
    for (auto line = incident.trace.rbegin(); line != incident.trace.rend(); ++line) {
        if (std::holds_alternative<model::FileReport>(*line->act)) {
            break;
        }
        if (isNews(*line->act)) {
            facts.append(QCoreApplication::translate("ReportChain", "%1 %2", "unit, what it did")
                             .arg(
                                 whoText(plan, line->unit, line->post),
                                 withoutStop(actText(*line, incident, plan))));
        }
    }
    return facts;
}

QString reportName(const model::FiledReport& report)
{
    switch (report.stage) {
    case ReportStage::First:
        return QCoreApplication::translate("ReportChain", "Since the first report");
    case ReportStage::Update:
        return QCoreApplication::translate("ReportChain", "Since update %1")
            .arg(ordinalText(report.ordinal));
    case ReportStage::Final:
        return QCoreApplication::translate("ReportChain", "Since the final report");
    }
    return {};
}

} // namespace

std::vector<ReportStep>
reportSteps(const model::Incident& incident, const plan::Plan& plan, Instant now, std::size_t most)
{
    std::vector<ReportStep> steps;
    for (const model::FiledReport& report : incident.reports) {
        steps.push_back(
            {stageName(report.stage, report.ordinal),
             clockMinuteText(report.at, plan.utcOffsetMinutes), timelinessText(incident, report),
             ReportPhase::Past, model::Lamp::None});
    }
    if (!steps.empty()) {
        steps.back().phase = ReportPhase::Current;
    }
    if (const model::Step* due = dueReport(incident)) {
        steps.push_back(dueStep(*due, plan, now));
    }
    if (!steps.empty() && !hasFinal(incident)) {
        steps.push_back(
            {stageName(ReportStage::Final, 0),
             QStringLiteral("—"),
             {},
             ReportPhase::Future,
             model::Lamp::None});
    }
    shorten(steps, most);
    return steps;
}

QString changesSinceReport(const model::Incident& incident, const plan::Plan& plan)
{
    QStringList facts = incident.reports.empty() ? QStringList() : newsSinceReport(incident, plan);
    qsizetype length = 0;
    const auto tooMuch = std::ranges::find_if(facts, [&](const QString& fact) {
        length += fact.size();
        return length > kMostChanges;
    });
    facts.erase(tooMuch, facts.end());
    return facts.join(QCoreApplication::translate("ReportChain", "; ", "between new facts"));
}

NewFacts factsSinceReport(const model::Incident& incident, const plan::Plan& plan)
{
    if (incident.reports.empty()) {
        return {};
    }
    const model::FiledReport& last = incident.reports.back();
    QStringList facts = newsSinceReport(incident, plan);
    if (facts.isEmpty() && !last.changes.empty()) {
        facts.append(QCoreApplication::translate("ReportChain", "nothing new; it told: %1")
                         .arg(visibleLine(QString::fromStdString(last.changes))));
    }
    return {
        reportName(last),
        facts.isEmpty()
            ? QCoreApplication::translate("ReportChain", "nothing new")
            : facts.join(QCoreApplication::translate("ReportChain", "; ", "between new facts"))};
}

QString nextReportName(const model::Incident& incident)
{
    if (incident.reports.empty()) {
        return stepName(model::StepKind::FirstReport);
    }
    const auto updates =
        std::ranges::count(incident.reports, ReportStage::Update, &model::FiledReport::stage);
    return stepName(model::StepKind::Update, static_cast<int>(updates) + 1);
}

} // namespace sz::widgets
