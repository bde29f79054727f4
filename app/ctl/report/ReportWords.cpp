// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report/ReportWords.h"

#include <algorithm>
#include <array>
#include <format>
#include <ostream>

namespace sz::ctl {
namespace {

using report::Figure;
using report::Points;

constexpr std::array kSteps{
    std::pair{"签收", "sign"}, std::pair{"到场", "arrive"}, std::pair{"反馈", "answer"},
    std::pair{"办结", "finish"}};

std::int64_t value(const report::UnitCard& unit, Figure figure)
{
    return unit.values[static_cast<std::size_t>(figure)].value_or(0);
}

std::string whyText(Points::Why why, const ReportTongue& tongue)
{
    switch (why) {
    case Points::Why::NoFormula:
        return tongue.word("预案无公式", "no formula");
    case Points::Why::TooFew:
        return tongue.word("样本不足", "sample too small");
    case Points::Why::NoCase:
        return tongue.word("尚无到期", "nothing due yet");
    case Points::Why::Scored:
        break;
    }
    return {};
}

std::string scoreText(const report::UnitCard& unit, const ReportTongue& tongue, int decimals)
{
    return unit.points.score ? report::thousandthsText(*unit.points.score, decimals)
                             : whyText(unit.points.why, tongue);
}

std::string stepText(model::StepKind kind, const ReportTongue& tongue)
{
    const auto it = std::ranges::find(report::kUnitSteps, kind);
    const auto place = static_cast<std::size_t>(it - report::kUnitSteps.begin());
    return it == report::kUnitSteps.end() ? std::string()
                                          : tongue.word(kSteps[place].first, kSteps[place].second);
}

// Text from outside: a control would move the reader's cursor.
std::string shown(std::string text)
{
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            c = '?';
        }
    }
    return text;
}

void printPart(
    const char* sign,
    const std::string& name,
    const report::Part& part,
    const ReportTongue& tongue,
    std::ostream& out)
{
    const std::string points = report::thousandthsText(part.points, 3);
    if (*sign == '+') {
        out
            << (part.of > 0
                    ? std::format(
                          "  {} {:>8}  {} {}/{}\n", sign, points, name, part.number, part.of)
                    : std::format(
                          "  {} {:>8}  {} {}\n", sign, "-", name,
                          tongue.word("无样本，不计", "no case, left out")));
        return;
    }
    out << std::format("  {} {:>8}  {} {}\n", sign, points, name, part.number);
}

} // namespace

std::string ReportTongue::unit(const UnitCode& code) const
{
    const plan::Unit* known = plan.unit(code);
    if (known == nullptr) {
        return code.value;
    }
    const plan::Name& name = known->name;
    const std::string& brief = isChinese ? name.shortZh : name.shortEn;
    return !brief.empty() ? brief : isChinese ? name.zh : name.en;
}

std::string ReportTongue::moment(Instant at) const
{
    return std::format(
        "{:%F %R}", std::chrono::floor<Minutes>(at + Minutes{plan.utcOffsetMinutes}));
}

std::string valueText(const std::string& figure, std::optional<std::int64_t> value)
{
    if (!value) {
        return "-";
    }
    const bool isThousandths = figure == "score" || figure == "rating_mean";
    return isThousandths ? report::thousandthsText(*value) : std::to_string(*value);
}

void printSheet(
    const report::Scorecard& card,
    const report::Sheet& sheet,
    const ReportTongue& tongue,
    std::ostream& out)
{
    out << std::format(
        "{} {} – {}  ({} {})\n", tongue.word("期间", "period"), tongue.moment(card.period.from),
        tongue.moment(card.period.until), tongue.word("截至", "as of"), tongue.moment(card.asOf));
    out << std::format(
        "{} {} #{}–#{}  {} {}\n", tongue.word("日志", "log"), sheet.operation.value, sheet.first,
        sheet.head, sheet.entries, tongue.word("条", "entries"));
    const std::string formula = tongue.isChinese ? sheet.formulaZh : sheet.formulaEn;
    out << (formula.empty() ? tongue.word("预案没有评分公式", "the plan has no formula") : formula)
        << '\n';
    if (card.units.empty()) {
        out << tongue.word("此期间没有派单\n", "no orders were issued in this period\n");
        return;
    }
    out << tongue.word(
        "名次\t单位\t应办\t办结\t按时办结\t按时签收\t滞后\t逾期\t退单\t得分\n",
        "rank\tunit\tto do\tdone\tdone in time\tsigned in time\twarned\tlate\treturns\tscore\n");
    for (const report::UnitCard& unit : card.units) {
        out << std::format(
            "{}\t{}\t{}\t{}\t{}/{}\t{}/{}\t{}\t{}\t{}\t{}\n",
            unit.rank > 0 ? std::to_string(unit.rank) : "-", shown(tongue.unit(unit.unit)),
            value(unit, Figure::Counted), value(unit, Figure::Done),
            value(unit, Figure::DoneInTime), value(unit, Figure::FinishDue),
            value(unit, Figure::SignedInTime), value(unit, Figure::SignDue),
            value(unit, Figure::Warned), value(unit, Figure::Late), value(unit, Figure::Returns),
            scoreText(unit, tongue, card.plan->score.decimals));
    }
}

void printUnit(
    const report::Scorecard& card,
    const report::UnitCard& unit,
    const ReportTongue& tongue,
    std::ostream& out)
{
    out << std::format(
        "{} {}  {}\n", unit.unit.value, shown(tongue.unit(unit.unit)),
        scoreText(unit, tongue, card.plan->score.decimals));
    const plan::ScoreRule& rule = card.plan->score;
    for (std::size_t i = 0; i < unit.points.terms.size(); ++i) {
        const plan::ScoreTerm& term = rule.terms[i];
        printPart(
            "+", std::format("{} × {}", term.weight, tongue.isChinese ? term.nameZh : term.nameEn),
            unit.points.terms[i], tongue, out);
    }
    out << std::format("  = {:>8}\n", report::thousandthsText(unit.points.sum, 3));
    for (std::size_t i = 0; i < unit.points.deductions.size(); ++i) {
        const plan::ScoreDeduction& one = rule.deductions[i];
        printPart(
            "-", tongue.isChinese ? one.nameZh : one.nameEn, unit.points.deductions[i], tongue,
            out);
    }
    for (std::size_t i = 0; i < report::kFigures; ++i) {
        const std::string name(report::figureName(static_cast<Figure>(i)));
        out << std::format("{:<16} {:>9}\n", name, valueText(name, unit.values[i]));
    }
}

void printRows(const std::vector<report::Row>& rows, const ReportTongue& tongue, std::ostream& out)
{
    for (const report::Row& row : rows) {
        out << std::format(
            "#{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.number,
            incidentNumber(*row.incident, tongue.plan.utcOffsetMinutes), shown(row.incident->title),
            shown(tongue.unit(row.unit)), stepText(row.step, tongue), tongue.moment(row.since),
            row.due ? tongue.moment(*row.due) : "-", row.ended ? tongue.moment(*row.ended) : "-",
            row.value ? std::to_string(*row.value) : "");
    }
}

} // namespace sz::ctl
