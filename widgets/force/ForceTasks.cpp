// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/ForceTasks.h"

#include "widgets/models/RelationWords.h"

#include <QCoreApplication>

namespace sz::widgets {
namespace {

struct ForceTasks
{
    Q_DECLARE_TR_FUNCTIONS(ForceTasks)
};

} // namespace

WordTask askTask(const model::Incident& incident)
{
    WordTask task;
    task.title = ForceTasks::tr("Put for decision");
    task.what = matterText(incident);
    task.action = ForceTasks::tr("Put it for decision");
    task.hint = ForceTasks::tr("The question in one sentence: who is to do what?");
    task.incident = incident.id;
    task.act = [](const QString& text, int) -> model::Act {
        return model::AskDecision{text.toStdString()};
    };
    return task;
}

} // namespace sz::widgets
