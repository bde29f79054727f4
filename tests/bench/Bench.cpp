// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Bench.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <format>

namespace sz::bench {
namespace {

std::string goalText(const Measured& m)
{
    if (m.goal.of == Goal::Of::AtLeast) {
        return std::format(">= {:g} {}", m.goal.limit, m.unit);
    }
    if (m.goal.of == Goal::Of::RatioAtLeast) {
        return std::format(">= {:g} x floor", m.goal.limit);
    }
    return m.goal.of == Goal::Of::Ratio ? std::format("<= {:g} x floor", m.goal.limit)
                                        : std::format("<= {:g} {}", m.goal.limit, m.unit);
}

const char* verdictText(const Measured& m)
{
    return m.isMet() ? "met" : "missed";
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

bool Measured::isMet() const
{
    if (goal.of == Goal::Of::AtLeast) {
        return value >= goal.limit;
    }
    if (goal.of == Goal::Of::RatioAtLeast) {
        return ratio() >= goal.limit;
    }
    return (goal.of == Goal::Of::Ratio ? ratio() : value) <= goal.limit;
}

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty()) {
        return 0;
    }
    std::ranges::sort(samples);
    const auto count = static_cast<double>(samples.size());
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(share * count)));
    return samples[rank - 1];
}

std::string tableHead()
{
    return std::format(
        "{:<22}{:>10} {:<5}{:>10}{:>8}  {:<14}{:<8} {}", "name", "value", "unit", "floor", "ratio",
        "goal", "verdict", "floor is");
}

std::string tableLine(const Measured& m)
{
    return std::format(
        "{:<22}{:>10.2f} {:<5}{:>10.2f}{:>8.2f}  {:<14}{:<8} {} (n={})", m.name, m.value, m.unit,
        m.floor, m.ratio(), goalText(m), verdictText(m), m.floorName, m.samples);
}

std::string jsonLine(const Measured& m)
{
    const QJsonObject line{
        {QStringLiteral("name"), QString::fromStdString(m.name)},
        {QStringLiteral("value"), rounded(m.value)},
        {QStringLiteral("unit"), QString::fromStdString(m.unit)},
        {QStringLiteral("floor"), rounded(m.floor)},
        {QStringLiteral("ratio"), rounded(m.ratio())},
        {QStringLiteral("goal"), QString::fromStdString(goalText(m))},
        {QStringLiteral("verdict"), QLatin1StringView(verdictText(m))},
        {QStringLiteral("samples"), static_cast<qint64>(m.samples)},
        {QStringLiteral("floor_name"), QString::fromStdString(m.floorName)},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace sz::bench
