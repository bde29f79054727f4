// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rosters as iCalendar (RFC 5545), so that a duty stands in anybody's own calendar; and calendars back in.

#include "data/base/Bytes.h"
#include "data/roster/DutyTable.h"
#include "data/roster/sheet/RosterSheet.h"

namespace sz::roster {

inline constexpr std::size_t kMostCalendarBytes = 16U << 20U;
inline constexpr std::size_t kMostEvents = 100'000;
inline constexpr std::size_t kMostOccurrences = 200'000;

struct CalendarStyle
{
    Instant stamp;         ///< DTSTAMP: when it was written
    bool isChinese = true; ///< language of the summaries
};

/// One event for each duty of these posts that begins in the table's range, in the plan's local time with its VTIMEZONE; duties of
/// the same person that come again after the same number of days are one event with a rule. Names only, no telephone numbers.
/// Lines end with CRLF and are folded. Errors: Internal (the library refuses).
[[nodiscard]] Result<std::string> calendarText(
    const Roster& roster,
    const DutyTable& table,
    std::span<const PostIndex> posts,
    const CalendarStyle& style);

/// Events within the range as duties: rules, EXDATE, RDATE and changed single events (RECURRENCE-ID) count, cancelled ones do not;
/// times without a zone are the plan's local ones, all-day events are local days. The post is X-SANZHEN-POST, else LOCATION, else
/// what stands before the colon of SUMMARY; people are X-SANZHEN-PERSON, else the names behind that colon. An event that cannot be
/// taken is refused by its number ("VEVENT 3") and UID. Errors: FileTooLarge (bytes, events, occurrences or time: which), FileMalformed
/// ("ics": no calendar; "empty"). Nothing a calendar refers to is opened. Thread: any, not gui. Source: RFC 5545.
[[nodiscard]] Result<SheetRoster>
readCalendar(BytesView bytes, const Roster& roster, const Span& range);
/// Whether bytes begin as a calendar does.
[[nodiscard]] bool isCalendar(BytesView bytes);

} // namespace sz::roster
