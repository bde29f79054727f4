// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The office's own sheet or calendar into the roster: columns, what would come in, and each cell that would not.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/roster/ColumnChoice.h"

class QLineEdit;
class QListWidget;

namespace sz::widgets {

class RosterEdits;

/// iCalendar of a unit's posts in the days shown. Errors: Internal.
[[nodiscard]] Result<std::string>
exportedCalendar(const RosterModel& model, const UnitCode& unit, Instant now);

/// The mapping that was used last is kept in the desk's folder and tried first. Thread: gui.
class RosterImport final : public SideSheet
{
    Q_OBJECT
public:
    RosterImport(
        RosterModel& model,
        RosterEdits& edits,
        desk::Desk& desk,
        const ThemeSource& theme,
        QWidget* parent);
    ~RosterImport() override;

    /// Takes a file at once, or asks for one when it is empty.
    void open(const QString& file = {});
    [[nodiscard]] const ImportRead* reading() const { return m_read.get(); }

Q_SIGNALS:
    void opened();
    void said(const QString& sentence);

private:
    void build();
    void pick();
    void take(const QString& file);
    void takeRead(const ImportJob::Read& read);
    void showColumns();
    void remap(const roster::Mapping& mapping);
    void showLists();
    [[nodiscard]] static QString notReadText(const roster::SheetRoster& sheets);
    void perform();
    [[nodiscard]] QString mappingFile() const;
    [[nodiscard]] std::vector<model::EditRoster> acts() const;

    RosterModel& m_model;
    RosterEdits& m_edits;
    desk::Desk& m_desk;
    ImportJob* m_job;
    QLineEdit* m_file = nullptr;
    ToneLabel* m_sum = nullptr;
    ColumnChoice* m_mapping = nullptr;
    QListWidget* m_duties = nullptr;
    QListWidget* m_refused = nullptr;
    ImportJob::Read m_read;
};

} // namespace sz::widgets
