// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedGoal.h"

#include "widgets/actions/TypedLimit.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::int64_t kMost = 999'999'999;

// "1,200" is one number wherever it stands; plainTyped() keeps the length of the text.
std::optional<std::int64_t> numberOf(QString digits)
{
    bool isGood = false;
    const qint64 number = digits.remove(u',').toLongLong(&isGood);
    return isGood && number <= kMost ? std::optional<std::int64_t>(number) : std::nullopt;
}

const model::ForceGoal* goalNamed(const QString& typed, const std::vector<model::ForceGoal>& goals)
{
    const auto label = [](const model::ForceGoal& g) { return QString::fromStdString(g.label); };
    const auto exact = std::ranges::find_if(goals, [&](const model::ForceGoal& g) {
        return label(g).compare(typed, Qt::CaseInsensitive) == 0;
    });
    if (exact != goals.end()) {
        return &*exact;
    }
    const auto begins = [&](const model::ForceGoal& g) {
        return !typed.isEmpty() && label(g).startsWith(typed, Qt::CaseInsensitive);
    };
    const bool isOne = std::ranges::count_if(goals, begins) == 1;
    return isOne ? &*std::ranges::find_if(goals, begins) : nullptr;
}

} // namespace

std::optional<model::ForceGoal> typedGoal(const QString& line)
{
    static const QRegularExpression kShape(
        QStringLiteral(R"(^(.*[^\d\s,])[\s,]*?(\d{1,3}(?:,\d{3})+|\d{1,9})\s*([^\d]*)$)"));
    const QString typed = line.trimmed();
    const auto match = kShape.match(plainTyped(typed));
    const auto target = match.hasMatch() ? numberOf(match.captured(2)) : std::nullopt;
    if (!target || *target < 1) {
        return std::nullopt;
    }
    model::ForceGoal goal;
    goal.label = typed.mid(match.capturedStart(1), match.capturedLength(1)).trimmed().toStdString();
    goal.target = *target;
    goal.unitWord =
        typed.mid(match.capturedStart(3), match.capturedLength(3)).trimmed().toStdString();
    return goal;
}

TypedGoals typedGoals(const QString& text)
{
    TypedGoals typed;
    for (const QString& line : text.split(u'\n')) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const auto goal = typedGoal(line);
        if (!goal) {
            typed.notUnderstood.append(line.trimmed());
            continue;
        }
        if (std::ranges::contains(typed.goals, goal->label, &model::ForceGoal::label)) {
            typed.twice = QString::fromStdString(goal->label);
        }
        typed.goals.push_back(*goal);
    }
    return typed;
}

TypedCount typedCount(const QString& text, const std::vector<model::ForceGoal>& goals)
{
    static const QRegularExpression kShape(
        QStringLiteral(R"(^(.*?)[\s=,]*(\d{1,3}(?:,\d{3})+|\d{1,9})(?!\d)[\s,]*(.*)$)"));
    const QString typed = text.trimmed();
    const auto match = kShape.match(plainTyped(typed));
    TypedCount count;
    if (!match.hasMatch()) {
        count.goal = goalNamed(typed, goals);
        return count;
    }
    QString name = typed.mid(match.capturedStart(1), match.capturedLength(1)).trimmed();
    count.goal = name.isEmpty() && goals.size() == 1 ? &goals.front() : goalNamed(name, goals);
    count.count = numberOf(match.captured(2));
    count.text = typed.mid(match.capturedStart(3), match.capturedLength(3)).trimmed();
    if (count.goal != nullptr && count.text == QString::fromStdString(count.goal->unitWord)) {
        count.text.clear(); // "转移 96 户"
    }
    return count;
}

} // namespace sz::widgets
