// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The roster of the page: the plan's own with what planners did by name, row by row, and what each cell tells.

#include "data/roster/Book.h"
#include "widgets/roster/RosterFrame.h"
#include "widgets/roster/ShiftSource.h"

#include <QString>
#include <QTimer>

namespace sz::widgets {

enum class CellMark : std::uint8_t {
    None,
    Unqualified,
    ShortRest,
    DoubleDuty,
    Swap, ///< a change waits for a second person
    Gap,
    Clash, ///< two planners meant different people
};

/// One shift of one post.
struct RosterCell
{
    CellMark mark = CellMark::None;
    QString text;          ///< who, short; empty: nobody is needed
    QString word;          ///< of the mark: "1 short"
    bool isLate = false;   ///< a gap that has begun
    bool isSoon = false;   ///< within a day
    bool isByName = false; ///< not as the rotation says
};

/// What is wrong in the days shown, counted as far as it has been looked at.
struct RosterSum
{
    std::size_t soonGaps = 0; ///< that have begun or begin within a day
    std::size_t laterGaps = 0;
    std::size_t others = 0;  ///< double duty, short rest, no qualification
    std::size_t changes = 0; ///< that wait for a second person
    std::size_t clashes = 0;
    bool isWhole = false;
};

/// Thread: gui. Nothing here waits: rows are spread out when they are shown, the rest while nothing else is to be done.
class RosterModel final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    RosterModel(std::shared_ptr<const plan::Plan> plan, ShiftSource& shifts, QObject* parent);
    ~RosterModel() override;

    /// Of the plan, or another one (benchmarks). Resets.
    void setRoster(roster::Roster roster);
    void setModes(std::vector<roster::ModeChange> modes);
    void setNow(Instant now);
    void show(RosterSpan span, roster::Day first);

    [[nodiscard]] const plan::Plan& plan() const { return *m_plan; }
    [[nodiscard]] const roster::RosterBook& book() const { return *m_book; }
    [[nodiscard]] const roster::Roster& roster() const { return m_book->roster(); }
    [[nodiscard]] ShiftSource& shifts() const { return m_shifts; }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] RosterSpan span() const { return m_span; }
    [[nodiscard]] roster::Day first() const { return m_first; }
    [[nodiscard]] const std::vector<RosterColumn>& columns() const { return m_columns; }
    [[nodiscard]] const std::vector<RosterLine>& lines() const { return m_lines; }

    [[nodiscard]] RosterCell cell(roster::PostIndex post, const RosterColumn& column) const;
    /// Shifts meant by a column, by beginning: the one that meets it most; of a month all that begin within its day.
    [[nodiscard]] std::vector<const roster::BookShift*>
    shifts(roster::PostIndex post, const RosterColumn& column) const;
    /// One of them, counted round; null: the post has none then.
    [[nodiscard]] const roster::BookShift*
    shift(roster::PostIndex post, const RosterColumn& column, std::size_t part = 0) const;
    /// Of `shifts`, the first with two versions, else with a gap, else with anything wrong, else the first.
    [[nodiscard]] std::size_t worstPart(roster::PostIndex post, const RosterColumn& column) const;
    /// Everybody at the post in that shift, in its order.
    [[nodiscard]] std::vector<std::string>
    peopleAt(roster::PostIndex post, const roster::Span& time) const;
    [[nodiscard]] std::vector<roster::Conflict>
    conflictsAt(roster::PostIndex post, const roster::Span& time) const;
    /// What planners wrote into the cell; null: nobody touched it.
    [[nodiscard]] const model::ShiftCell*
    touched(roster::PostIndex post, const roster::BookShift& shift) const;
    /// A change of this shift that waits; empty id: none.
    [[nodiscard]] std::pair<std::string, const model::ShiftChange*>
    waiting(roster::PostIndex post, const roster::Span& time) const;
    [[nodiscard]] RosterSum sum() const { return m_sum; }
    /// "team 1" of "Duty chief, team 1"; a name as it is.
    [[nodiscard]] QString holderText(roster::PostIndex post, roster::PersonIndex person) const;
    [[nodiscard]] QString fullName(roster::PersonIndex person) const;
    [[nodiscard]] QString postText(roster::PostIndex post) const;

Q_SIGNALS:
    /// Other lines or columns.
    void reset();
    void rowsChanged(const std::vector<sz::roster::PostIndex>& posts);
    void summed();

private:
    void takeShifts();
    void put(roster::PostIndex post, std::vector<roster::PostIndex>& touched);
    void sumUp();
    void sumSome();
    void count(roster::PostIndex post);
    [[nodiscard]] bool isSoon(const roster::Span& time) const;

    struct Counts
    {
        std::uint16_t soon = 0;
        std::uint16_t later = 0;
        std::uint16_t others = 0;
    };
    std::shared_ptr<const plan::Plan> m_plan;
    ShiftSource& m_shifts;
    std::unique_ptr<roster::RosterBook> m_book;
    Instant m_now;
    RosterSpan m_span = RosterSpan::Week;
    roster::Day m_first = 0;
    std::vector<RosterColumn> m_columns;
    std::vector<RosterLine> m_lines;
    std::map<model::ShiftCellKey, std::uint64_t> m_versions; ///< of cells as they are in the book
    std::map<std::string, int> m_agreed;                     ///< changes as they are in the book
    std::vector<Counts> m_counts;
    std::vector<char> m_isCounted;
    std::size_t m_nextCounted = 0;
    RosterSum m_sum;
    QTimer m_idle;
};

} // namespace sz::widgets
