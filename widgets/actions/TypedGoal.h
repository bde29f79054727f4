// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Goals of a task force as people type them: 转移 120 户, 管控1,200处, Evacuate 120 households.

#include "data/model/ForceActs.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sz::widgets {

/// Name, then a whole number from 1 to 999,999,999 (commas in it are skipped), then what is counted, which may be missing.
/// Empty for anything else.
[[nodiscard]] std::optional<model::ForceGoal> typedGoal(const QString& line);

/// One goal a line; empty lines count for nothing.
struct TypedGoals
{
    std::vector<model::ForceGoal> goals;
    QStringList notUnderstood; ///< lines as typed
    QString twice;             ///< a name that stands on two lines; empty: none
};
[[nodiscard]] TypedGoals typedGoals(const QString& text);

/// "转移 96", "转移 96 已到安置点": the goal's name, how much of it, words. The name may be its beginning, if no other goal begins so.
struct TypedCount
{
    const model::ForceGoal* goal = nullptr; ///< null: no such goal
    std::optional<std::int64_t> count;      ///< none: no number
    QString text;
};
[[nodiscard]] TypedCount
typedCount(const QString& text, const std::vector<model::ForceGoal>& goals);

} // namespace sz::widgets
