// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An act headquarters refused, filed anew with one click: its form opens filled in, or it is simply done again.

#include "data/desk/Desk.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace sz::widgets {

class CareActs;
class RightPane;
struct WordTask;

/// A refused act is never repaired in place: a new act is made, and only when that one is saved does the refused one leave the
/// outbox (it stays in the log file). Putting the form away changes nothing. Thread: gui.
class Corrections final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    Corrections(desk::Desk& desk, RightPane& right, CareActs& care, QObject* parent);

    /// A form that another feature owns: opens it filled in and tells whether it has one for this act.
    using Reopen = std::function<bool(const IncidentId&, const model::Act&)>;
    void addForm(Reopen reopen) { m_forms.push_back(std::move(reopen)); }
    /// The same for an act about the operation; it says itself why it opens nothing.
    using ReopenMatter = std::function<bool(const desk::OutboxLine&)>;
    void addMatterForm(ReopenMatter reopen) { m_matterForms.push_back(std::move(reopen)); }

    /// Unknown counters and acts that are not refused are ignored.
    void begin(std::uint64_t counter);
    /// The form was put away unsaved.
    void forget() { m_counter.reset(); }
    /// A form has saved an act: if it was opened for a refused one, that one is dealt with.
    void saved();
    /// The same of a line that was done again without a form.
    void refiled(std::uint64_t counter) { m_desk.dismissRejected(counter); }

Q_SIGNALS:
    void said(const QString& message);
    void incidentChosen(const sz::IncidentId& incident);

private:
    [[nodiscard]] bool reopened(const desk::OutboxLine& line) const;
    void beginMatter(const desk::OutboxLine& line);
    void refile(const desk::OutboxLine& line);
    void openForm(const desk::OutboxLine& line);
    void openReport(const model::ReportIncident& act);

    desk::Desk& m_desk;
    RightPane& m_right;
    CareActs& m_care;
    std::vector<Reopen> m_forms;
    std::vector<ReopenMatter> m_matterForms;
    std::optional<std::uint64_t> m_counter; ///< the refused act whose form is open
};

/// The words of an act of one text, to be asked for again; none when the act has no such form or its order is gone.
[[nodiscard]] std::optional<WordTask>
refileTask(const model::Incident& incident, const model::Act& act);

} // namespace sz::widgets
