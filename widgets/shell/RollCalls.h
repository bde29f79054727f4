// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Roll calls beside the watch: begun by one key, lines that become matters, units warned in time, minutes told.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

#include <functional>
#include <set>
#include <string>

namespace sz::widgets {

class NoticeStrip;
class RightPane;
class RollSheet;
class TickTimer;

/// Makes its sheet when it is first asked for. Thread: gui.
class RollCalls final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    RollCalls(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        RightPane& right,
        QObject* parent);

    /// Where units are told of a call in vain and of minutes.
    void setNotices(NoticeStrip* notices);
    /// The planned one of the mode in the plan's order, or in a drawn one; the same one, when it is being called already.
    void begin(bool isDrawn);
    void open(const std::string& round);
    /// The one that is being called here; empty: none.
    [[nodiscard]] std::string running() const;
    [[nodiscard]] RollSheet& sheet();

Q_SIGNALS:
    void said(const QString& message);
    void left();
    void incidentChosen(const sz::IncidentId& incident);

private:
    void started(const Result<desk::Receipt>& done);
    void makeMatter(const std::string& round, const std::string& line);
    void makeOrder(const model::ShiftRound::Line& line, const model::Incident& incident);
    void onRegistered(const IncidentId& incident);
    void back();
    void wireForms();
    void warn();
    void tellUnit();
    [[nodiscard]] const model::ShiftRound* roundOf(const std::string& id) const;

    /// A line whose form is open.
    struct Pending
    {
        std::string round;
        std::string line;
        bool isOrder = false;
    };
    desk::Desk& m_desk;
    TickTimer& m_ticks;
    RightPane& m_right;
    NoticeStrip* m_notices = nullptr; ///< null: nobody is told
    std::function<RollSheet*()> m_make;
    RollSheet* m_sheet = nullptr;
    std::optional<Pending> m_pending;
    std::set<std::string> m_warned; ///< round and unit, written or tried by this run of the program
    std::optional<std::string>
        m_told; ///< the last entry the unit was told of, also by an earlier run
    bool m_isWired = false;
    bool m_isBusy = false;
};

} // namespace sz::widgets
