// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which words the usual acts ask for.
#include "widgets/actions/TypedReport.h"
#include "widgets/models/Wording.h"
#include "widgets/orders/WordSheet.h"

#include <QCoreApplication>

#include <memory>

namespace sz::widgets {

namespace {

struct WordTasks
{
    Q_DECLARE_TR_FUNCTIONS(WordTasks)
};

QString matterOf(const model::Incident& incident)
{
    return shortNumberText(incident) + QLatin1Char(' ') + titleText(incident);
}

QString orderOf(const model::Incident& incident, const model::Order& order)
{
    return WordTasks::tr("%1 · order: %2", "incident, text of the order")
        .arg(matterOf(incident), QString::fromStdString(order.text));
}

QString stageTitle(model::ReportStage stage)
{
    switch (stage) {
    case model::ReportStage::First:
        return WordTasks::tr("First report");
    case model::ReportStage::Update:
        return WordTasks::tr("Update report");
    case model::ReportStage::Final:
        return WordTasks::tr("Final report");
    }
    return {};
}

} // namespace

WordTask noteTask(const model::Incident& incident)
{
    WordTask task;
    task.title = WordTasks::tr("Note");
    task.what = matterOf(incident);
    task.action = WordTasks::tr("Save the note");
    task.hint = WordTasks::tr("What was heard, seen or promised");
    task.incident = incident.id;
    task.act = [](const QString& text, int) -> model::Act {
        return model::AddNote{text.toStdString()};
    };
    return task;
}

WordTask feedbackTask(const model::Incident& incident, const model::Order& order)
{
    WordTask task;
    task.title = WordTasks::tr("Feedback");
    task.what = orderOf(incident, order);
    task.action = WordTasks::tr("Send the feedback");
    task.hint = WordTasks::tr("What has been found or done so far");
    task.incident = incident.id;
    task.act = [id = order.id](const QString& text, int) -> model::Act {
        return model::ReportOrder{id, text.toStdString()};
    };
    return task;
}

WordTask finishTask(const model::Incident& incident, const model::Order& order)
{
    WordTask task;
    task.title = WordTasks::tr("Finish the order");
    task.what = orderOf(incident, order);
    task.action = WordTasks::tr("Finish with this result");
    task.hint = WordTasks::tr("The result in one sentence");
    task.incident = incident.id;
    task.act = [id = order.id](const QString& text, int) -> model::Act {
        return model::FinishOrder{id, text.toStdString()};
    };
    return task;
}

WordTask returnTask(const model::Incident& incident, const model::Order& order)
{
    WordTask task;
    task.title = WordTasks::tr("Return the order");
    task.what = orderOf(incident, order);
    task.action = WordTasks::tr("Return with this reason");
    task.hint = WordTasks::tr("Why it is not yours, and whose it is");
    task.incident = incident.id;
    task.act = [id = order.id](const QString& text, int) -> model::Act {
        return model::ReturnOrder{id, text.toStdString()};
    };
    return task;
}

WordTask shelveTask(const model::Incident& incident, const model::Step& step)
{
    WordTask task;
    task.title = WordTasks::tr("Put the alarm aside");
    task.what =
        WordTasks::tr("%1 · %2", "incident, late step").arg(matterOf(incident), stepName(step));
    task.action = WordTasks::tr("Put aside with this reason");
    task.hint = WordTasks::tr("What is being done, and who answers for it");
    task.incident = incident.id;
    task.nextMinutes = 30;
    task.limitLabel = WordTasks::tr("comes back in");
    task.act = [ref = step.ref()](const QString& text, int minutes) -> model::Act {
        return model::ShelveAlarm{ref, minutes, text.toStdString()};
    };
    return task;
}

WordTask
withdrawTask(const plan::Plan& plan, const model::Incident& incident, const model::Order& order)
{
    WordTask task;
    task.title = WordTasks::tr("Withdraw the order to %1", "unit").arg(unitText(plan, order.unit));
    task.what = orderOf(incident, order);
    task.action = WordTasks::tr("Withdraw for this reason");
    task.hint = WordTasks::tr("Why the unit no longer has to do it");
    task.incident = incident.id;
    task.act = [id = order.id](const QString& text, int) -> model::Act {
        return model::WithdrawOrder{id, text.toStdString()};
    };
    return task;
}

WordTask closeTask(const model::Incident& incident)
{
    WordTask task;
    task.title = WordTasks::tr("Close the incident");
    task.what = matterOf(incident);
    task.action = WordTasks::tr("Close with this result");
    task.hint = WordTasks::tr("How it ended, in one sentence");
    task.incident = incident.id;
    task.act = [](const QString& text, int) -> model::Act {
        return model::CloseIncident{text.toStdString()};
    };
    return task;
}

WordTask askTask(const model::Incident& incident)
{
    WordTask task;
    task.title = WordTasks::tr("Put for decision");
    task.what = matterOf(incident);
    task.action = WordTasks::tr("Put it for decision");
    task.hint = WordTasks::tr("The question in one sentence: who is to do what?");
    task.incident = incident.id;
    task.act = [](const QString& text, int) -> model::Act {
        return model::AskDecision{text.toStdString()};
    };
    return task;
}

// Each makes the other anew from the incident as it was when the sheet was opened: nothing but the stage differs.
WordTask reportTask(
    const model::Incident& incident,
    model::ReportStage stage,
    const QString& draft,
    int nextMinutes,
    const QString& changes)
{
    WordTask task;
    task.title = stageTitle(stage);
    task.what = matterOf(incident);
    task.action = WordTasks::tr("File the report");
    task.hint = WordTasks::tr("What, where, how many, what is being done");
    task.draft = draft;
    task.incident = incident.id;
    if (stage != model::ReportStage::Final) {
        task.nextMinutes = nextMinutes;
    }
    task.act = [stage, changes](const QString& text, int next) -> model::Act {
        model::FileReport act;
        act.stage = stage;
        act.text = text.toStdString();
        act.changes = changes.toStdString();
        act.nextMinutes = next;
        return act;
    };
    if (stage != model::ReportStage::First) { // what has not been told once has no last word
        const auto other = stage == model::ReportStage::Final ? model::ReportStage::Update
                                                              : model::ReportStage::Final;
        task.otherLabel = stageTitle(other);
        task.other = [=, known = std::make_shared<const model::Incident>(incident)] {
            return reportTask(*known, other, draft, nextMinutes, changes);
        };
    }
    return task;
}

WordTask countsTask(const model::Incident& incident)
{
    const QString before =
        incident.counts
            ? countsText(incident.counts->label, incident.counts->total, incident.counts->parts)
            : QString();
    const std::string label = incident.counts ? incident.counts->label : std::string();
    WordTask task;
    task.title = WordTasks::tr("Counts");
    task.what = matterOf(incident);
    task.action = WordTasks::tr("State the counts");
    task.hint = WordTasks::tr("As: pupils 1,354 = moved 1,235 + refunded 119; no names of persons");
    task.draft = before;
    task.incident = incident.id;
    task.fault = [label](const QString& text) {
        return typedCounts(text, label) ? QString() : countsComplaint();
    };
    task.act = [label](const QString& text, int) -> model::Act {
        return typedCounts(text, label).value_or(model::StateCounts{});
    };
    return task;
}

} // namespace sz::widgets
