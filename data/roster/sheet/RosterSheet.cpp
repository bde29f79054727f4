// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/roster/sheet/RosterSheet.h"

#include "data/roster/sheet/PeopleCell.h"
#include "data/roster/sheet/RosterNames.h"

#include <algorithm>
#include <array>

namespace sz::roster {
namespace {

using exchange::BookCell;
using exchange::BookSheet;

constexpr std::size_t kShownBytes = 120;

std::string shortened(std::string text)
{
    if (text.size() > kShownBytes) {
        text.resize(kShownBytes);
        while (!text.empty() && !isUtf8(text)) {
            text.pop_back();
        }
        text += "…";
    }
    return text;
}

/// Where people stand, and what is said of that place.
struct Place
{
    const BookCell* people = nullptr;
    const BookCell* day = nullptr;
    std::string post;
    std::string unit;
    std::string shift;
    const BookCell* postAt = nullptr; ///< where the words stand; null: the mapping says them
    const BookCell* unitAt = nullptr;
    const BookCell* shiftAt = nullptr;
};

class Pass
{
public:
    Pass(
        const exchange::Workbook& book,
        const BookSheet& sheet,
        const Mapping& mapping,
        const Roster& roster,
        const PostNames& posts,
        const SheetDays& days,
        SheetRoster& out)
        : m_book(book), m_sheet(sheet), m_mapping(mapping), m_roster(roster), m_posts(posts),
          m_days(days), m_out(out), m_rows(sheet.rows()), m_columns(sheet.columns())
    {
        m_frame.near = days.near;
        m_frame.isFrom1904 = book.isFrom1904;
        m_frame.takesBareNumbers = mapping.layout == Layout::Grid;
        m_frame.month = mapping.month ? mapping.month : titleMonth();
    }

    /// Is there a day where the mapping says that days are?
    [[nodiscard]] bool fits() const
    {
        return std::ranges::any_of(m_sheet.cells, [&](const BookCell& cell) {
            const bool isHere =
                m_mapping.layout == Layout::Grid
                    ? cell.row == m_mapping.head
                    : cell.row > m_mapping.head && cell.column == m_mapping.dateColumn;
            return isHere && rosterDay(cell, m_frame);
        });
    }

    void run()
    {
        for (const BookCell& cell : m_sheet.cells) {
            if (cell.fault == exchange::CellFault::OpenQuote && cell.row > m_mapping.head) {
                refuse(cell, CellRefusal::OpenQuote);
            }
        }
        if (m_mapping.layout == Layout::Grid) {
            grid();
        } else {
            list();
        }
    }

private:
    /// Of the sheet's name, what stands above the head, or the day we are near to.
    [[nodiscard]] std::chrono::year_month titleMonth() const
    {
        for (const BookCell& cell : m_sheet.cells) {
            if (cell.row >= m_mapping.head) {
                break;
            }
            if (const auto month = monthIn(cell.text, m_days.near)) {
                return *month;
            }
        }
        if (const auto month = monthIn(m_sheet.name, m_days.near)) {
            return *month;
        }
        const std::chrono::year_month_day near{
            std::chrono::sys_days(std::chrono::days(m_days.near))};
        return near.year() / near.month();
    }

    /// A cell, or in a text file, where merged areas have left holes, the nearest above it in the body.
    [[nodiscard]] const BookCell* label(std::uint32_t row, std::uint32_t column) const
    {
        const BookCell* cell = m_sheet.at(row, column);
        for (std::uint32_t r = row; cell == nullptr && m_book.encoding && r > m_mapping.head + 1;) {
            cell = m_sheet.at(--r, column);
        }
        return cell;
    }

    /// The words of a column, and where they stand.
    [[nodiscard]] std::string labelText(
        std::uint32_t row,
        const std::optional<std::uint32_t>& column,
        const BookCell*& at) const
    {
        at = column ? label(row, *column) : nullptr;
        return at == nullptr ? std::string() : at->text;
    }

    void list()
    {
        tellColumnsNotRead();
        for (std::uint32_t row = m_mapping.head + 1; row < m_rows; ++row) {
            Place place;
            place.day = m_mapping.dateColumn ? label(row, *m_mapping.dateColumn) : nullptr;
            place.unit = labelText(row, m_mapping.unitColumn, place.unitAt);
            place.shift = labelText(row, m_mapping.shiftColumn, place.shiftAt);
            if (m_mapping.peopleColumn) {
                place.post = labelText(row, m_mapping.postColumn, place.postAt);
                take(row, *m_mapping.peopleColumn, place);
            }
            for (const PeopleColumn& one : m_mapping.peopleColumns) {
                Place other = place;
                other.post = one.post;
                other.postAt = nullptr;
                other.shiftAt = nullptr; // other columns of the row may well have that shift
                other.shift = one.shift.empty() ? place.shift : one.shift;
                take(row, one.column, other);
            }
        }
    }

    void grid()
    {
        std::vector<const BookCell*> heads;
        for (std::uint32_t column = 0; column < m_columns; ++column) {
            const BookCell* cell = m_sheet.at(m_mapping.head, column);
            const bool isDay = cell != nullptr && rosterDay(*cell, m_frame);
            heads.push_back(isDay ? cell : nullptr);
            const bool isMeant = cell != nullptr && !isDay && !isLabel(column) && m_hasDay
                                 && !cell->isMerged && hasBody(column);
            if (isMeant) { // a column of people below something that is no day
                refuse(*cell, CellRefusal::NotADay);
            }
            m_hasDay = m_hasDay || isDay;
        }
        for (std::uint32_t row = m_mapping.head + 1; row < m_rows; ++row) {
            if (!isWeekdayRow(row, heads)) {
                gridRow(row, heads);
            }
        }
    }

    /// A column of people under a head that is no post would be gone without a word.
    void tellColumnsNotRead()
    {
        for (std::uint32_t column = 0; column < m_columns; ++column) {
            const std::string& head = m_sheet.textAt(m_mapping.head, column);
            const bool isRead =
                isLabel(column) || m_mapping.dateColumn == column
                || m_mapping.peopleColumn == column
                || std::ranges::contains(m_mapping.peopleColumns, column, &PeopleColumn::column);
            const bool isWeekday = head.contains("星期") || head.contains("周");
            const bool isNumber = head.contains("序号") || head == "#";
            if (!head.empty() && !isRead && !isWeekday && !isNumber && hasBody(column)) {
                const std::string name = exchange::cellName(0, column);
                m_out.columnsNotRead.push_back(
                    (m_sheet.name.empty() ? std::string() : m_sheet.name + "!")
                    + name.substr(0, name.size() - 1) + " " + shortened(head));
            }
        }
    }

    void gridRow(std::uint32_t row, const std::vector<const BookCell*>& heads)
    {
        Place place;
        place.post = labelText(row, m_mapping.postColumn, place.postAt);
        place.shift = labelText(row, m_mapping.shiftColumn, place.shiftAt);
        place.unit = labelText(row, m_mapping.unitColumn, place.unitAt);
        for (std::uint32_t column = 0; column < heads.size(); ++column) {
            if (heads[column] != nullptr) {
                place.day = heads[column];
                take(row, column, place);
            }
        }
    }

    [[nodiscard]] bool isLabel(std::uint32_t column) const
    {
        return m_mapping.postColumn == column || m_mapping.shiftColumn == column
               || m_mapping.unitColumn == column;
    }

    /// Does anything stand below the head that is neither a remark's head nor blank?
    [[nodiscard]] bool hasBody(std::uint32_t column) const
    {
        static constexpr std::array<std::string_view, 5> kOther{
            "备注", "说明", "合计", "电话", "签名"};
        const std::string& head = m_sheet.textAt(m_mapping.head, column);
        const bool isOther =
            std::ranges::any_of(kOther, [&](std::string_view word) { return head.contains(word); });
        for (std::uint32_t row = m_mapping.head + 1; !isOther && row < m_rows; ++row) {
            if (m_sheet.at(row, column) != nullptr) {
                return true;
            }
        }
        return false;
    }

    /// 周一 周二 …: a second head.
    [[nodiscard]] bool
    isWeekdayRow(std::uint32_t row, const std::vector<const BookCell*>& heads) const
    {
        bool hasAny = false;
        for (std::uint32_t column = 0; column < heads.size(); ++column) {
            const BookCell* cell = heads[column] == nullptr ? nullptr : m_sheet.at(row, column);
            if (cell == nullptr) {
                continue;
            }
            static constexpr std::array<std::string_view, 8> kDays{"一", "二", "三", "四",
                                                                   "五", "六", "日", "天"};
            std::string_view text = cell->text;
            for (const std::string_view before : {"周", "星期", "礼拜"}) {
                text.remove_prefix(text.starts_with(before) ? before.size() : 0);
            }
            if (!std::ranges::contains(kDays, text)) {
                return false;
            }
            hasAny = true;
        }
        return hasAny;
    }

    void refuse(const BookCell& cell, CellRefusal why, std::string value = {})
    {
        ++m_out.cells;
        refuseCounted(cell, why, std::move(value));
    }

    void refuseCounted(const BookCell& cell, CellRefusal why, std::string value)
    {
        m_out.refused.push_back(
            {m_sheet.name,
             exchange::cellName(cell.row, cell.column),
             why,
             shortened(value.empty() ? cell.text : std::move(value)),
             {},
             {}});
    }

    /// Where something merged is written: its first cell.
    [[nodiscard]] const BookCell& origin(const BookCell& cell) const
    {
        const BookCell* at = &cell;
        const auto isSame = [&](const BookCell* other) {
            return other != nullptr && other->text == at->text;
        };
        while (at->isMerged) {
            const BookCell* above = at->row > 0 ? m_sheet.at(at->row - 1, at->column) : nullptr;
            const BookCell* left = at->column > 0 ? m_sheet.at(at->row, at->column - 1) : nullptr;
            if (!isSame(above) && !isSame(left)) {
                break;
            }
            at = isSame(above) ? above : left;
        }
        return *at;
    }

    /// What is to blame is the cell that says it, once, however many people stand beside it; none: the people's own.
    RefusedCell&
    blame(const BookCell* at, const BookCell& people, CellRefusal why, const std::string& value)
    {
        const BookCell& cell = at == nullptr ? people : origin(*at);
        const std::string name = exchange::cellName(cell.row, cell.column);
        if (at != nullptr) {
            const auto [known, isNew] = m_blamed.try_emplace({name, why}, m_out.refused.size());
            if (!isNew) {
                RefusedCell& before = m_out.refused[known->second];
                ++before.people;
                return before;
            }
        }
        refuseCounted(cell, why, value);
        return m_out.refused.back();
    }

    void take(std::uint32_t row, std::uint32_t column, Place place)
    {
        place.people = m_sheet.at(row, column);
        if (place.people == nullptr) {
            return;
        }
        const BookCell& cell = *place.people;
        switch (cell.fault) {
        case exchange::CellFault::NoValue:
            return refuse(cell, CellRefusal::NoValue);
        case exchange::CellFault::ErrorValue:
            return refuse(cell, CellRefusal::ErrorValue);
        case exchange::CellFault::Damaged:
            return refuse(cell, CellRefusal::Damaged);
        case exchange::CellFault::OpenQuote:
            return; // told with its line
        case exchange::CellFault::None:
            break;
        }
        PeopleCell people = peopleOf(cell.text);
        if (people.fault != NameFault::None) {
            return refuse(
                cell,
                people.fault == NameFault::TooLong ? CellRefusal::NameTooLong
                                                   : CellRefusal::NotAName,
                people.bad);
        }
        if (!people.isBlank) {
            ++m_out.cells;
            takePeople(place, std::move(people));
        }
    }

    void takePeople(const Place& place, PeopleCell people)
    {
        const BookCell& cell = *place.people;
        const auto day = place.day == nullptr ? std::nullopt : rosterDay(*place.day, m_frame);
        if (!day) {
            blame(
                place.day, cell, place.day == nullptr ? CellRefusal::NoDay : CellRefusal::NotADay,
                {});
            return;
        }
        if (!m_days.only.holds(*day)) {
            ++m_out.outside;
            return;
        }
        const auto post = postOf(place, cell);
        if (!post) {
            return;
        }
        const std::string& word = place.shift.empty() ? m_mapping.shift : place.shift;
        auto shift = shiftNamed(m_roster, *post, *day, word, m_mapping.shifts);
        if (!shift
            && spansRows(cell)) { // a leader of the whole day beside the shifts of the others
            shift = onlyShift(*post, *day);
            if (shift && isTold(*post, *day, people.names)) {
                --m_out.cells; // another row of the same merged cell
                return;
            }
        }
        if (!shift) {
            const BookCell* at = place.shift.empty() ? nullptr : place.shiftAt;
            RefusedCell& refused = blame(at, cell, CellRefusal::UnknownShift, word);
            refused.detailZh = shiftsOf(m_roster, *post, true);
            refused.detailEn = shiftsOf(m_roster, *post, false);
            return;
        }
        ShiftTemplate hours;
        hours.from = shift->hours.from;
        hours.until = shift->hours.until;
        const Instant from = m_roster.instantOf(*day, hours.from);
        std::string name = exchange::cellName(cell.row, cell.column);
        if (!people.leftOut.empty()) {
            m_out.leftOut.push_back({m_sheet.name, name, shortened(people.leftOut)});
        }
        m_out.duties.push_back(
            {m_sheet.name,
             std::move(name),
             *post,
             *day,
             {from, from + Minutes(hours.minutes())},
             shift->name,
             std::move(people.names)});
    }

    [[nodiscard]] bool spansRows(const BookCell& cell) const
    {
        const BookCell* below = m_sheet.at(cell.row + 1, cell.column);
        return cell.isMerged || (below != nullptr && below->isMerged && below->text == cell.text);
    }

    /// Of a post that has one shift a day.
    [[nodiscard]] std::optional<NamedShift> onlyShift(PostIndex post, Day day) const
    {
        auto shift = shiftNamed(m_roster, post, day, {}, {});
        const bool isOne = shift && shift->name == shiftsOf(m_roster, post, true);
        return isOne ? shift : std::nullopt;
    }

    [[nodiscard]] bool isTold(PostIndex post, Day day, const std::vector<std::string>& people) const
    {
        return std::ranges::any_of(m_out.duties, [&](const PlannedDuty& one) {
            return one.post == post && one.day == day && one.people == people
                   && one.sheet == m_sheet.name;
        });
    }

    /// Refuses by itself.
    std::optional<PostIndex> postOf(const Place& place, const BookCell& cell)
    {
        const std::string& word = place.post.empty() ? m_mapping.post : place.post;
        if (word.empty()) {
            refuseCounted(cell, CellRefusal::NoPost, {});
            return std::nullopt;
        }
        UnitCode unit(m_mapping.unit);
        if (!place.unit.empty()) {
            const auto named = unitOf(place.unit);
            if (!named) {
                blame(place.unitAt, cell, CellRefusal::UnknownUnit, place.unit);
                return std::nullopt;
            }
            unit = *named;
        }
        const auto post = m_posts.find(word, unit);
        if (!post) {
            blame(
                place.post.empty() ? nullptr : place.postAt, cell,
                post.error() == NameLookup::Ambiguous ? CellRefusal::AmbiguousPost
                                                      : CellRefusal::UnknownPost,
                word);
            return std::nullopt;
        }
        return *post;
    }

    [[nodiscard]] std::optional<UnitCode> unitOf(const std::string& word) const
    {
        const auto meant = m_mapping.posts.find(word);
        const std::string& code = meant == m_mapping.posts.end() ? word : meant->second;
        const auto it = m_roster.unitNames.find(code);
        return it == m_roster.unitNames.end() ? std::nullopt : std::optional(it->second);
    }

    const exchange::Workbook& m_book;
    const BookSheet& m_sheet;
    const Mapping& m_mapping;
    const Roster& m_roster;
    const PostNames& m_posts;
    const SheetDays& m_days;
    SheetRoster& m_out;
    std::uint32_t m_rows;
    std::uint32_t m_columns;
    DateFrame m_frame;
    std::map<std::pair<std::string, CellRefusal>, std::size_t> m_blamed; ///< into m_out.refused
    bool m_hasDay = false;
};

} // namespace

Result<SheetRoster> readSheets(
    const exchange::Workbook& book,
    const Mapping& mapping,
    const Roster& roster,
    const SheetDays& days)
{
    if (const auto missing = mapping.missing()) {
        return fail(Code::BadArgument, missing->en, book.name);
    }
    const bool isThere = mapping.sheet.empty()
                         || std::ranges::contains(book.sheets, mapping.sheet, &BookSheet::name);
    if (!isThere) {
        return fail(Code::NotFound, mapping.sheet, book.name);
    }
    const PostNames posts(roster, mapping.posts);
    SheetRoster out;
    for (const BookSheet& sheet : book.sheets) {
        if (!mapping.sheet.empty() && sheet.name != mapping.sheet) {
            continue;
        }
        Pass pass(book, sheet, mapping, roster, posts, days, out);
        if (!mapping.sheet.empty() || (!sheet.isHidden && pass.fits())) {
            pass.run();
        } else {
            out.notRead.push_back(sheet.name);
        }
    }
    return out;
}

void assign(Roster& roster, const SheetRoster& sheets)
{
    for (const PlannedDuty& duty : sheets.duties) {
        const std::uint32_t label = roster.labelNamed(duty.shift);
        for (const std::string& name : duty.people) {
            const PersonIndex person = roster.personNamed(name, roster.posts[duty.post].unit);
            roster.assignments.push_back({duty.post, person, duty.time, label, kNobody});
        }
    }
}

} // namespace sz::roster
