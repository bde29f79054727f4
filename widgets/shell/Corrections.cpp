// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Corrections.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/intake/AmendSheet.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/intake/WatchSheet.h"
#include "widgets/models/MatterWords.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/orders/WordSheet.h"
#include "widgets/shell/CareActs.h"
#include "widgets/shell/RightPane.h"

#include <algorithm>

namespace sz::widgets {
namespace {

class RefileTask
{
public:
    explicit RefileTask(const model::Incident& incident) : m_incident(incident) {}

    std::optional<WordTask> operator()(const model::AddNote& a) const
    {
        return with(noteTask(m_incident), a.text);
    }
    std::optional<WordTask> operator()(const model::FileReport& a) const
    {
        return reportTask(
            m_incident, a.stage, QString::fromStdString(a.text), a.nextMinutes,
            QString::fromStdString(a.changes));
    }
    std::optional<WordTask> operator()(const model::CloseIncident& a) const
    {
        return with(closeTask(m_incident), a.result);
    }
    std::optional<WordTask> operator()(const model::ReportOrder& a) const
    {
        return ofOrder(a.order, feedbackTask, a.text);
    }
    std::optional<WordTask> operator()(const model::FinishOrder& a) const
    {
        return ofOrder(a.order, finishTask, a.result);
    }
    std::optional<WordTask> operator()(const model::ReturnOrder& a) const
    {
        return ofOrder(a.order, returnTask, a.reason);
    }
    std::optional<WordTask> operator()(const model::AskDecision& a) const
    {
        return with(askTask(m_incident), a.question);
    }
    template <class Other>
    std::optional<WordTask> operator()(const Other&) const
    {
        return std::nullopt;
    }

private:
    static WordTask with(WordTask task, const std::string& text)
    {
        task.draft = QString::fromStdString(text);
        return task;
    }
    std::optional<WordTask> ofOrder(
        const OrderId& id,
        WordTask (*make)(const model::Incident&, const model::Order&),
        const std::string& text) const
    {
        const model::Order* order = m_incident.order(id);
        return order == nullptr ? std::nullopt
                                : std::optional(with(make(m_incident, *order), text));
    }

    const model::Incident& m_incident;
};

bool isRelation(const model::Act& act)
{
    return std::holds_alternative<model::MergeIncident>(act)
           || std::holds_alternative<model::GroupIncident>(act)
           || std::holds_alternative<model::SeparateIncident>(act);
}

} // namespace

std::optional<WordTask> refileTask(const model::Incident& incident, const model::Act& act)
{
    return std::visit(RefileTask(incident), act);
}

Corrections::Corrections(desk::Desk& desk, RightPane& right, CareActs& care, QObject* parent)
    : QObject(parent), m_desk(desk), m_right(right), m_care(care)
{
    connect(&care, &CareActs::performed, this, &Corrections::saved);
}

void Corrections::begin(std::uint64_t counter)
{
    const auto lines = m_desk.outbox();
    const auto line = std::ranges::find(lines, counter, &desk::OutboxLine::counter);
    if (line == lines.end() || line->state != desk::OutboxState::Rejected || !line->act) {
        return;
    }
    if (isOfOperation(*line)) {
        beginMatter(*line);
        return;
    }
    if (const auto* report = std::get_if<model::ReportIncident>(&*line->act)) {
        m_counter = counter;
        openReport(*report);
        return;
    }
    const auto incident = m_desk.incident(line->incident);
    if (incident == nullptr) {
        Q_EMIT said(tr("Its report was refused, too: correct that one first."));
        return;
    }
    Q_EMIT incidentChosen(line->incident);
    if (auto task = refileTask(*incident, *line->act)) {
        m_counter = counter;
        m_right.ask(std::move(*task));
    } else {
        openForm(*line);
    }
}

void Corrections::beginMatter(const desk::OutboxLine& line)
{
    for (const ReopenMatter& reopen : m_matterForms) {
        if (reopen(line)) {
            m_counter = line.counter;
            return;
        }
    }
}

void Corrections::openReport(const model::ReportIncident& act)
{
    m_right.showSheet(&m_right.intake());
    if (!m_right.intake().openWith(act)) {
        m_counter.reset();
    }
}

void Corrections::openForm(const desk::OutboxLine& line)
{
    if (const auto* orders = std::get_if<model::IssueOrders>(&*line.act)) {
        m_counter = line.counter;
        m_right.showSheet(&m_right.order());
        m_right.order().open(line.incident, *orders);
    } else if (const auto* amend = std::get_if<model::AmendIncident>(&*line.act)) {
        m_counter = line.counter;
        m_right.showSheet(&m_right.amend());
        m_right.amend().open(line.incident, *amend);
    } else if (isRelation(*line.act)) {
        m_counter = line.counter;
        m_right.showSheet(&m_right.relate());
        m_right.relate().open(line.incident, *line.act);
    } else if (const auto* watch = std::get_if<model::WatchIncident>(&*line.act)) {
        m_counter = line.counter;
        m_right.showSheet(&m_right.watchSheet());
        m_right.watchSheet().open(line.incident, *watch);
    } else if (m_care.reopen(line.incident, *line.act) || reopened(line)) {
        m_counter = line.counter;
    } else {
        refile(line); // nothing in it to correct: the same act again
    }
}

bool Corrections::reopened(const desk::OutboxLine& line) const
{
    return std::ranges::any_of(
        m_forms, [&](const Reopen& reopen) { return reopen(line.incident, *line.act); });
}

void Corrections::refile(const desk::OutboxLine& line)
{
    const std::uint64_t counter = line.counter;
    desk::onResult<desk::Receipt>(
        this, m_desk.perform(line.incident, *line.act),
        [this, counter](const Result<desk::Receipt>& receipt) {
            if (!receipt) {
                Q_EMIT said(tr("Cannot be filed again: %1").arg(errorText(receipt.error())));
                return;
            }
            m_desk.dismissRejected(counter);
            Q_EMIT said(tr("Saved: filed again"));
        });
}

void Corrections::saved()
{
    if (m_counter) {
        m_desk.dismissRejected(*m_counter);
        m_counter.reset();
    }
}

} // namespace sz::widgets
