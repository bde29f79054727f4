// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sheet of rows into a campaign: file, columns, what was refused, and on its way a bar that can be stopped.

#include "widgets/actions/SideSheet.h"
#include "widgets/common/TickTimer.h"
#include "widgets/supervision/CampaignImport.h"
#include "widgets/supervision/SheetJob.h"

class QLineEdit;

namespace sz::widgets {

class MappingFields;
class PlainTable;
class ProgressLine;
class RefusedModel;
class SampleModel;

/// Esc puts it away and stops nothing: an import goes on, and Alt+C stops it. Thread: gui.
class ImportSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    ImportSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);
    ~ImportSheet() override;

    /// For a new campaign; the cursor goes to its name. While an import runs it shows that one.
    void open();
    /// Into one that is there.
    void open(const IncidentId& campaign);
    /// As if its path had been typed.
    void takeFile(const QString& path);
    [[nodiscard]] bool isImporting() const { return m_import->isRunning(); }

Q_SIGNALS:
    /// The campaign is on the board.
    void campaignChosen(const sz::IncidentId& campaign);
    void said(const QString& sentence);

private:
    void build();
    QWidget* buildFile();
    QWidget* buildSpan();
    QWidget* buildRefused();
    void wire();
    void begin(const IncidentId& campaign);
    void readFile();
    void takeSheet(const SheetJob::Sheet& sheet);
    void check();
    void takeReading(const SheetJob::Reading& reading);
    void perform();
    void start(const SheetJob::Acts& acts);
    void onImported();
    void onRefused(const Error& why);
    void onFailed(const Error& error);
    void saveRefused();
    void refresh();
    [[nodiscard]] std::optional<exchange::SheetSpan> span();
    [[nodiscard]] bool isNamed();

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    SheetJob* m_job;
    CampaignImport* m_import;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_file = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_until = nullptr;
    MappingFields* m_mapping = nullptr;
    SampleModel* m_sampleRows = nullptr;
    PlainTable* m_sample = nullptr;
    ToneLabel* m_sum = nullptr;
    RefusedModel* m_refusedRows = nullptr;
    PlainTable* m_refused = nullptr;
    QWidget* m_refusedBox = nullptr;
    KeycapButton* m_save = nullptr;
    ProgressLine* m_progress = nullptr;
    KeycapButton* m_stop = nullptr;
    IncidentId m_campaign; ///< empty: a new one
    SheetJob::Sheet m_sheet;
    SheetJob::Reading m_reading;
    std::size_t m_items = 0; ///< of the import that runs
};

} // namespace sz::widgets
