// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a sheet's heads and labels give away.
#include "data/plan/Typed.h"
#include "data/roster/sheet/PeopleCell.h"
#include "data/roster/sheet/RosterNames.h"

#include <algorithm>
#include <array>
#include <set>

namespace sz::roster {
namespace {

using exchange::BookCell;
using exchange::BookSheet;

constexpr std::uint32_t kTitleRows = 15; ///< so many may stand above the head
constexpr std::uint32_t kLookRows = 60;  ///< of the body
constexpr std::uint32_t kLookColumns = 200;
constexpr std::size_t kFewestDays = 3; ///< in a row that is a calendar's head

struct HeadWords
{
    std::optional<std::uint32_t> Mapping::* column;
    std::vector<std::string_view> words; ///< folded; the first that is the head, or in it
};

const std::array<HeadWords, 5>& headWords()
{
    static const std::array<HeadWords, 5> kWords{
        {{&Mapping::dateColumn, {"日期", "值班日期", "值守日期", "时间", "date", "day"}},
         {&Mapping::shiftColumn, {"班次", "班别", "时段", "值班时间", "shift"}},
         {&Mapping::postColumn, {"岗位", "席位", "值班岗位", "职务", "post", "position"}},
         {&Mapping::unitColumn, {"单位", "部门", "责任单位", "unit", "department"}},
         {&Mapping::peopleColumn,
          {"值班人员", "值守人员", "姓名", "人员", "值班人", "值班员", "name", "names", "people",
           "person", "staff"}}}};
    return kWords;
}

/// 2: the very word; 1: in it; 0: not.
int fit(const std::string& folded, const HeadWords& field)
{
    int best = 0;
    for (const std::string_view word : field.words) {
        const bool isHan = static_cast<unsigned char>(word.front()) >= 0x80;
        best = std::max(best, folded == word ? 2 : isHan && folded.contains(word) ? 1 : 0);
    }
    return best;
}

class Guess
{
public:
    Guess(const BookSheet& sheet, bool isFrom1904, const Roster& roster, Day near)
        : m_sheet(sheet), m_roster(roster), m_posts(roster, {}), m_near(near), m_rows(sheet.rows()),
          m_columns(std::min(sheet.columns(), kLookColumns))
    {
        m_frame.near = near;
        m_frame.isFrom1904 = isFrom1904;
        m_frame.takesBareNumbers = true;
    }

    struct Found
    {
        Mapping mapping;
        std::size_t worth = 0;
    };

    Found run()
    {
        Found best;
        for (std::uint32_t row = 0; row < std::min(m_rows, kTitleRows); ++row) {
            for (Found& one : std::array{grid(row), list(row)}) {
                if (one.worth > best.worth) {
                    best = std::move(one);
                }
            }
            noteMonth(row);
        }
        if (best.mapping.post.empty() && best.mapping.missing()) {
            best.mapping.post = titlePost(best.mapping.head);
        }
        return best;
    }

private:
    void noteMonth(std::uint32_t row)
    {
        for (std::uint32_t column = 0; column < m_columns; ++column) {
            if (!m_frame.month) {
                m_frame.month = monthIn(m_sheet.textAt(row, column), m_near);
            }
        }
    }

    [[nodiscard]] DateFrame frame() const
    {
        DateFrame made = m_frame;
        if (!made.month) {
            made.month = monthIn(m_sheet.name, m_near);
        }
        if (!made.month) {
            const std::chrono::year_month_day near{
                std::chrono::sys_days(std::chrono::days(m_near))};
            made.month = near.year() / near.month();
        }
        return made;
    }

    /// Days that rise from left to right are a calendar's head; a row of counts is not.
    Found grid(std::uint32_t row)
    {
        std::set<Day> days;
        std::optional<std::uint32_t> first;
        bool rises = true;
        for (std::uint32_t column = 0; column < m_columns; ++column) {
            const BookCell* cell = m_sheet.at(row, column);
            const auto day = cell == nullptr ? std::nullopt : rosterDay(*cell, frame());
            if (day) {
                rises = rises && (days.empty() || *day >= *days.rbegin());
                days.insert(*day);
                first = first ? first : column;
            }
        }
        Found found;
        if (days.size() < kFewestDays || !rises) {
            return found;
        }
        found.mapping.layout = Layout::Grid;
        found.mapping.head = row;
        found.worth = 10 + days.size();
        takeLabels(row, *first, found.mapping);
        return found;
    }

    /// The columns left of the days: which holds posts, which shifts?
    void takeLabels(std::uint32_t head, std::uint32_t first, Mapping& mapping) const
    {
        std::size_t mostPosts = 0;
        std::size_t mostShifts = 0;
        for (std::uint32_t column = 0; column < first; ++column) {
            const std::size_t posts = count(head, column, [&](const std::string& text) {
                return m_posts.find(text, {}).has_value();
            });
            const std::size_t shifts =
                count(head, column, [&](const std::string& text) { return isShift(text); });
            if (posts > std::max(mostPosts, shifts)) {
                mostPosts = posts;
                mapping.postColumn = column;
            } else if (shifts > mostShifts) {
                mostShifts = shifts;
                mapping.shiftColumn = column;
            }
        }
        byHead(head, first, mapping);
    }

    /// Labels nobody knows still have a head: 岗位, 班次.
    void byHead(std::uint32_t head, std::uint32_t end, Mapping& mapping) const
    {
        for (std::uint32_t column = 0; column < end; ++column) {
            const std::string folded = plan::folded(m_sheet.textAt(head, column));
            for (const HeadWords& field : headWords()) {
                const bool isLabel = field.column == &Mapping::postColumn
                                     || field.column == &Mapping::shiftColumn
                                     || field.column == &Mapping::unitColumn;
                if (isLabel && !(mapping.*field.column) && fit(folded, field) > 0) {
                    mapping.*field.column = column;
                }
            }
        }
    }

    template <class Is>
    [[nodiscard]] std::size_t count(std::uint32_t head, std::uint32_t column, Is is) const
    {
        std::size_t n = 0;
        for (std::uint32_t row = head + 1; row < std::min(m_rows, head + kLookRows); ++row) {
            const std::string& text = m_sheet.textAt(row, column);
            n += !text.empty() && is(text) ? 1U : 0U;
        }
        return n;
    }

    [[nodiscard]] bool isShift(const std::string& text) const
    {
        if (rosterHours(text)) {
            return true;
        }
        const std::string folded = plan::folded(text);
        return std::ranges::any_of(m_roster.rotations, [&](const Rotation& rotation) {
            return std::ranges::any_of(rotation.shifts, [&](const ShiftTemplate& shift) {
                const std::string zh = plan::folded(shift.name.zh);
                return folded == zh || folded == plan::folded(shift.name.en)
                       || (!folded.empty() && zh.starts_with(folded));
            });
        });
    }

    Found list(std::uint32_t row)
    {
        Found found;
        found.mapping.head = row;
        std::array<int, 5> fits{};
        for (std::uint32_t column = 0; column < m_columns; ++column) {
            takeHead(row, column, fits, found.mapping);
        }
        // A column for each post leaves no column that says which post.
        if (!found.mapping.peopleColumns.empty()) {
            found.mapping.peopleColumn.reset();
            found.mapping.postColumn.reset();
        }
        const bool hasPeople = found.mapping.peopleColumn || !found.mapping.peopleColumns.empty();
        if (found.mapping.dateColumn && hasPeople) {
            found.worth = 12 + found.mapping.peopleColumns.size()
                          + static_cast<std::size_t>(
                              std::ranges::count_if(fits, [](int f) { return f > 0; }));
        }
        return found;
    }

    void
    takeHead(std::uint32_t row, std::uint32_t column, std::array<int, 5>& fits, Mapping& mapping)
        const
    {
        const BookCell* cell = m_sheet.at(row, column);
        if (cell == nullptr || cell->isMerged) {
            return;
        }
        if (const auto post = headPost(cell->text)) {
            mapping.peopleColumns.push_back({column, post->first, post->second});
            return;
        }
        const std::string folded = plan::folded(cell->text);
        std::size_t best = headWords().size();
        int most = 0;
        for (std::size_t i = 0; i < headWords().size(); ++i) {
            if (const int one = fit(folded, headWords()[i]); one > std::max(most, fits[i])) {
                most = one;
                best = i;
            }
        }
        if (best < headWords().size()) {
            fits[best] = most;
            mapping.*headWords()[best].column = column;
        }
    }

    /// "值班长", "值班长（白班）", "白班值班长": a post, and perhaps one of its shifts.
    [[nodiscard]] std::optional<std::pair<std::string, std::string>>
    headPost(const std::string& text) const
    {
        if (const auto post = m_posts.find(text, {})) {
            return std::pair(m_roster.posts[*post].code.value, std::string());
        }
        for (const Rotation& rotation : m_roster.rotations) {
            for (const ShiftTemplate& shift : rotation.shifts) {
                std::string rest = text;
                const auto at =
                    shift.name.zh.empty() ? std::string::npos : rest.find(shift.name.zh);
                if (at == std::string::npos) {
                    continue;
                }
                rest.erase(at, shift.name.zh.size());
                for (const std::string_view mark : {"（", "）", "(", ")", "-", "—", " "}) {
                    for (auto i = rest.find(mark); i != std::string::npos; i = rest.find(mark)) {
                        rest.erase(i, mark.size());
                    }
                }
                if (const auto post = m_posts.find(rest, {})) {
                    return std::pair(m_roster.posts[*post].code.value, shift.name.zh);
                }
            }
        }
        return std::nullopt;
    }

    /// A post named by the sheet's name or in a title above the head.
    [[nodiscard]] std::string titlePost(std::uint32_t head) const
    {
        if (const auto post = m_posts.find(m_sheet.name, {})) {
            return m_roster.posts[*post].code.value;
        }
        for (const BookCell& cell : m_sheet.cells) {
            if (cell.row >= head) {
                break;
            }
            if (const auto post = m_posts.find(cell.text, {})) {
                return m_roster.posts[*post].code.value;
            }
        }
        return {};
    }

    const BookSheet& m_sheet;
    const Roster& m_roster;
    PostNames m_posts;
    Day m_near;
    DateFrame m_frame;
    std::uint32_t m_rows;
    std::uint32_t m_columns;
};

} // namespace

Mapping guessMapping(const exchange::Workbook& book, const Roster& roster, Day near)
{
    Guess::Found best;
    for (const BookSheet& sheet : book.sheets) {
        if (!sheet.isHidden) {
            auto found = Guess(sheet, book.isFrom1904, roster, near).run();
            if (found.worth > best.worth) {
                best = std::move(found);
            }
        }
    }
    return best.mapping;
}

} // namespace sz::roster
