// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// 班表: who is on duty when, for the whole city. Grid, right pane, keys; the rules stand in data/model.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"
#include "widgets/roster/RosterModel.h"

#include <QWidget>

#include <functional>
#include <map>

class QHBoxLayout;
class QLineEdit;
class QListWidget;

namespace sz::roster {
struct LoanSheet;
}

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class RosterEdits;
class RosterGrid;
class RosterImport;
class RosterPane;
class SegmentedButtons;
struct RosterPlace;

/// Thread: gui; all outlive it.
class RosterPage final : public QWidget
{
    Q_OBJECT
public:
    RosterPage(
        desk::Desk& desk,
        ShiftSource& shifts,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);

    void enter();
    void setNow(Instant now);
    void setCompact(bool isCompact);
    void showSpan(RosterSpan span);
    [[nodiscard]] RosterModel& model() { return *m_model; }
    [[nodiscard]] RosterGrid& grid() { return *m_grid; }
    [[nodiscard]] RosterPane& pane() { return *m_pane; }
    [[nodiscard]] RosterEdits& edits() { return *m_edits; }
    [[nodiscard]] RosterImport& importSheet();
    [[nodiscard]] QString footText() const;
    /// Where a calendar is written without asking: tests and pictures. Empty: a dialog asks.
    void setNextFile(const QString& file) { m_nextFile = file; }

Q_SIGNALS:
    void said(const QString& sentence);
    void left();
    /// The on-call card of a unit.
    void dutyRequested(const sz::UnitCode& unit);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build(const ThemeSource& theme);
    QHBoxLayout* buildHead(const ThemeSource& theme);
    QHBoxLayout* buildFoot(const ThemeSource& theme);
    void addKeys(const ThemeSource& theme, QHBoxLayout* head, QHBoxLayout* foot);
    KeycapButton* addKey(
        const ThemeSource& theme,
        QHBoxLayout* row,
        const QKeySequence& keys,
        const QString& label,
        const char* name,
        std::function<void()> act);
    void addKey(const QKeySequence& keys, const char* name, std::function<void()> act);
    void wire();
    void turn(int by);
    void toToday();
    void tellHead();
    void tellFoot();
    void showCurrent();
    void nextPart();
    bool toNextClash();
    void tellClashes();
    void toggleArea();
    void tellArea();
    void assign(const QString& names);
    void swapHere();
    void askSubstitute();
    [[nodiscard]] QString shown(const std::string& name) const;
    void importFile();
    void exportFile();
    void lend();
    void lendBySheet();
    void askDays(const UnitCode& unit, const roster::LoanSheet& sheet);
    void showRefused(const roster::LoanSheet& sheet);
    void putAwayAsked();
    void takeBack();
    void takeBack(const std::string& loan, const QString& whose, const QString& text);
    void tellPresence();
    void putInCharge();
    void write(const model::ShiftAct& act, const QString& done);
    void ask(const QString& what, std::function<void(const QString&)> then);
    void answer(const Result<void>& result, const QString& done);
    [[nodiscard]] RosterPlace place() const;
    [[nodiscard]] UnitCode unitHere() const;

    desk::Desk& m_desk;
    ShiftSource& m_shifts;
    const ThemeSource& m_theme;
    const TickTimer& m_ticks;
    RosterModel* m_model;
    RosterEdits* m_edits;
    RosterGrid* m_grid;
    RosterPane* m_pane;
    RosterImport* m_import = nullptr;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_days = nullptr;
    ElidedLabel* m_foot = nullptr;
    SegmentedButtons* m_spans = nullptr;
    QLineEdit* m_asked = nullptr; ///< a line below the grid: a reason, a loan
    ElidedLabel* m_askedWhat = nullptr;
    QListWidget* m_refused = nullptr; ///< rows of a sheet that are left out, every one
    std::function<void(const QString&)> m_then;
    std::vector<KeycapButton*> m_wideOnly;
    KeycapButton* m_monthOnly = nullptr; ///< a day has several shifts
    QString m_nextFile;
    int m_area = 0;         ///< whose own view is open; 0: none was yet
    std::size_t m_part = 0; ///< which shift of the current cell
    std::size_t m_markedPart = 0;
    std::map<model::ShiftCellKey, std::uint64_t>
        m_clashes; ///< as they were told, with their versions
    bool m_isRead = false;
};

} // namespace sz::widgets
