// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// 督查走访: a visit to a unit and what was found there, each with the unit that puts it right and a limit.

#include "data/exchange/UnitNames.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/TickTimer.h"
#include "widgets/supervision/ActChain.h"

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace sz::widgets {

/// One Ctrl+Enter writes all of it: the visit, each finding grouped under it, an order for each; recheck follows when the order is
/// done. A line for the next finding comes by itself. Thread: gui.
class VisitSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    VisitSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);
    ~VisitSheet() override;

    /// The cursor goes to the unit; what was begun is still there.
    void open();

Q_SIGNALS:
    void done(const sz::IncidentId& visit, const QString& sentence);

private:
    /// One finding as it is typed.
    struct Line
    {
        QLineEdit* text;
        QLineEdit* unit;
        QLineEdit* limit;
    };
    struct Finding
    {
        std::string text;
        UnitCode unit;
        int minutes = 0;
    };
    void addLine();
    void clear();
    [[nodiscard]] std::optional<UnitCode> unitOf(const QLineEdit* edit) const;
    [[nodiscard]] std::optional<Finding> findingOf(const Line& line);
    [[nodiscard]] std::vector<ActChain::Link>
    links(const UnitCode& visited, const std::vector<Finding>& findings) const;
    [[nodiscard]] model::IssueOrders orderFor(const Finding& finding) const;
    void perform();
    void onFinished();

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    exchange::UnitNames m_names;
    ActChain* m_chain;
    QLineEdit* m_unit;
    QLineEdit* m_words;
    QVBoxLayout* m_rows;
    std::vector<Line> m_lines;
    std::size_t m_count = 0; ///< findings of the visit being written
};

} // namespace sz::widgets
