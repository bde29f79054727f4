// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterModel.h"

#include "data/roster/PlanRoster.h"
#include "data/roster/Written.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <set>

namespace sz::widgets {
namespace {

constexpr std::chrono::days kSoon{1};
constexpr int kSliceMs = 4; ///< of a frame that is given to counting
constexpr std::size_t kMostNames = 2;

bool isGap(const roster::Conflict& one)
{
    return one.sort == roster::ConflictSort::Gap || one.sort == roster::ConflictSort::UnderStrength;
}

/// A rest that is too short is told where the next duty begins.
bool stands(const roster::Conflict& one, const roster::Span& time)
{
    return one.sort == roster::ConflictSort::ShortRest ? time.holds(one.time.until)
                                                       : one.time.meets(time);
}

CellMark markOf(const roster::Conflict& one)
{
    switch (one.sort) {
    case roster::ConflictSort::Gap:
    case roster::ConflictSort::UnderStrength:
        return CellMark::Gap;
    case roster::ConflictSort::DoubleDuty:
        return CellMark::DoubleDuty;
    case roster::ConflictSort::ShortRest:
        return CellMark::ShortRest;
    case roster::ConflictSort::NotQualified:
        return CellMark::Unqualified;
    }
    return CellMark::None;
}

QString pick(const roster::Words& words)
{
    return QString::fromStdString(
        uiLanguage() == Language::Chinese || words.en.empty() ? words.zh : words.en);
}

} // namespace

RosterModel::RosterModel(
    std::shared_ptr<const plan::Plan> plan,
    ShiftSource& shifts,
    QObject* parent)
    : QObject(parent), m_plan(std::move(plan)), m_shifts(shifts),
      m_book(std::make_unique<roster::RosterBook>(roster::Roster(), roster::Span{}))
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &RosterModel::sumSome);
    connect(&shifts, &ShiftSource::changed, this, &RosterModel::takeShifts);
}

RosterModel::~RosterModel() = default;

void RosterModel::setRoster(roster::Roster roster)
{
    m_book = std::make_unique<roster::RosterBook>(std::move(roster), roster::Span{});
    m_lines = linesOf(m_book->roster(), *m_plan);
    m_versions.clear();
    m_agreed.clear();
    show(m_span, m_first);
    takeShifts();
}

void RosterModel::setModes(std::vector<roster::ModeChange> modes)
{
    m_book->setModes(std::move(modes));
    sumUp();
    Q_EMIT reset();
}

void RosterModel::setNow(Instant now)
{
    const bool isLater = now - m_now >= Minutes(1) || now < m_now;
    m_now = isLater ? now : m_now;
    if (isLater && !m_lines.empty()) {
        sumUp();
        Q_EMIT rowsChanged({});
    }
}

void RosterModel::show(RosterSpan span, roster::Day first)
{
    m_span = span;
    m_first = first;
    m_columns = columnsOf(roster(), span, first);
    m_book->setView(timeOf(m_columns));
    sumUp();
    Q_EMIT reset();
}

// ---- what planners did ----

void RosterModel::takeShifts()
{
    const model::ShiftState& state = m_shifts.state();
    std::set<roster::PostIndex> posts;
    const auto touch = [&](const PostCode& code) {
        if (const auto post = roster().post(code)) {
            posts.insert(*post);
        }
    };
    for (const auto& [key, cell] : state.cells) {
        if (auto& known = m_versions[key]; known != cell.version) {
            known = cell.version;
            touch(key.post);
        }
    }
    std::erase_if(m_versions, [&](const auto& one) {
        const bool isGone = !state.cells.contains(one.first);
        if (isGone) { // refused by headquarters
            touch(one.first.post);
        }
        return isGone;
    });
    std::map<std::string, int> agreed;
    for (const auto& [id, change] : state.changes) {
        agreed[id] = !change.decision ? 1 : change.decision->isAccepted ? 2 : 3;
        const auto known = m_agreed.find(id);
        if (known == m_agreed.end() || known->second != agreed[id]) {
            touch(change.ask.slot.post);
            if (change.ask.other) {
                touch(change.ask.other->post);
            }
        }
    }
    m_agreed = std::move(agreed);
    std::vector<roster::PostIndex> rows;
    for (const roster::PostIndex post : posts) {
        put(post, rows);
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    m_sum.changes = static_cast<std::size_t>(std::ranges::count_if(
        state.changes, [](const auto& one) { return !one.second.decision.has_value(); }));
    m_sum.clashes = static_cast<std::size_t>(std::ranges::count_if(
        state.cells, [](const auto& one) { return !one.second.rivals.empty(); }));
    for (const roster::PostIndex post : rows) {
        count(post);
    }
    Q_EMIT rowsChanged(rows);
    Q_EMIT summed();
}

void RosterModel::put(roster::PostIndex post, std::vector<roster::PostIndex>& touched)
{
    const auto rows = m_book->change(post, roster::changesOf(*m_book, m_shifts.state(), post));
    touched.insert(touched.end(), rows.begin(), rows.end());
}

// ---- cells ----

std::vector<const roster::BookShift*>
RosterModel::shifts(roster::PostIndex post, const RosterColumn& column) const
{
    std::vector<const roster::BookShift*> found;
    if (m_span == RosterSpan::Month) {
        for (const roster::BookShift& one : m_book->row(post).shifts) {
            if (column.time.holds(one.time.from)) {
                found.push_back(&one);
            }
        }
    }
    if (const auto* most = m_book->shiftAt(post, column.time); found.empty() && most != nullptr) {
        found.push_back(most);
    }
    return found;
}

const roster::BookShift*
RosterModel::shift(roster::PostIndex post, const RosterColumn& column, std::size_t part) const
{
    const auto all = shifts(post, column);
    return all.empty() ? nullptr : all[part % all.size()];
}

std::size_t RosterModel::worstPart(roster::PostIndex post, const RosterColumn& column) const
{
    const auto all = shifts(post, column);
    const auto first = [&](auto&& isSo) {
        return static_cast<std::size_t>(std::ranges::find_if(all, isSo) - all.begin());
    };
    const std::size_t clash = first([&](const roster::BookShift* one) {
        const model::ShiftCell* cell = touched(post, *one);
        return cell != nullptr && !cell->rivals.empty();
    });
    const std::size_t gap = first([&](const roster::BookShift* one) {
        return std::ranges::any_of(conflictsAt(post, one->time), isGap);
    });
    const std::size_t wrong =
        first([&](const roster::BookShift* one) { return !conflictsAt(post, one->time).empty(); });
    return clash < all.size() ? clash : gap < all.size() ? gap : wrong < all.size() ? wrong : 0;
}

std::vector<std::string>
RosterModel::peopleAt(roster::PostIndex post, const roster::Span& time) const
{
    std::vector<std::string> people;
    for (const roster::BookDuty& one : m_book->row(post).duties) {
        const std::string& name = roster().people[one.person].name;
        if (one.time.meets(time) && !std::ranges::contains(people, name)) {
            people.push_back(name);
        }
    }
    return people;
}

std::vector<roster::Conflict>
RosterModel::conflictsAt(roster::PostIndex post, const roster::Span& time) const
{
    std::vector<roster::Conflict> found;
    std::ranges::copy_if(
        m_book->row(post).conflicts, std::back_inserter(found),
        [&](const roster::Conflict& one) { return stands(one, time); });
    return found;
}

const model::ShiftCell*
RosterModel::touched(roster::PostIndex post, const roster::BookShift& shift) const
{
    const auto& cells = m_shifts.state().cells;
    const auto it = cells.find({roster().posts[post].code, shift.day, shift.name.zh});
    return it == cells.end() ? nullptr : &it->second;
}

std::pair<std::string, const model::ShiftChange*>
RosterModel::waiting(roster::PostIndex post, const roster::Span& time) const
{
    const PostCode& code = roster().posts[post].code;
    const auto meets = [&](const model::DutySlot& slot) {
        return slot.post == code && roster::Span{slot.from, slot.until}.meets(time);
    };
    for (const auto& [id, change] : m_shifts.state().changes) {
        if (!change.decision
            && (meets(change.ask.slot) || (change.ask.other && meets(*change.ask.other)))) {
            return {id, &change};
        }
    }
    return {};
}

bool RosterModel::isSoon(const roster::Span& time) const
{
    return time.until > m_now && time.from < m_now + kSoon;
}

RosterCell RosterModel::cell(roster::PostIndex post, const RosterColumn& column) const
{
    RosterCell cell;
    const roster::BookRow& row = m_book->row(post);
    std::vector<roster::PersonIndex> people;
    for (const roster::BookDuty& one : row.duties) {
        if (one.time.meets(column.time) && !std::ranges::contains(people, one.person)) {
            people.push_back(one.person);
        }
    }
    if (m_span == RosterSpan::Month) { // a day has no room for names
        cell.text = people.empty() ? QString() : QString::number(people.size());
    } else if (people.size() > kMostNames) {
        cell.text = QCoreApplication::translate("RosterModel", "%1 people", "on duty in a shift")
                        .arg(people.size());
    } else {
        for (const roster::PersonIndex person : people) {
            cell.text +=
                (cell.text.isEmpty() ? QString() : QStringLiteral(" ")) + holderText(post, person);
        }
    }
    int missing = 0;
    for (const roster::Conflict& one : row.conflicts) {
        if (!stands(one, column.time)) {
            continue;
        }
        cell.mark = std::max(cell.mark, markOf(one));
        if (isGap(one)) {
            missing = std::max(missing, one.need - one.have);
            // Of the cell, not of the whole gap: a night that is past is not yellow because nobody came in the morning, either.
            cell.isSoon = cell.isSoon || isSoon(roster::overlap(one.time, column.time));
            cell.isLate = cell.isLate || (one.time.holds(m_now) && column.time.holds(m_now));
        }
    }
    if (cell.mark < CellMark::Swap && waiting(post, column.time).second != nullptr) {
        cell.mark = CellMark::Swap;
    }
    for (const roster::BookShift* one : shifts(post, column)) {
        if (const model::ShiftCell* written = touched(post, *one)) {
            cell.isByName = cell.isByName || !written->standing.edit.isAsPlanned;
            cell.mark = written->rivals.empty() ? cell.mark : CellMark::Clash;
        }
    }
    switch (cell.mark) {
    case CellMark::None:
        break;
    case CellMark::Unqualified:
        cell.word = QCoreApplication::translate("RosterModel", "unqualified");
        break;
    case CellMark::ShortRest:
        cell.word = QCoreApplication::translate("RosterModel", "short rest");
        break;
    case CellMark::DoubleDuty:
        cell.word = QCoreApplication::translate("RosterModel", "double duty");
        break;
    case CellMark::Swap:
        cell.word = QCoreApplication::translate("RosterModel", "change asked");
        break;
    case CellMark::Gap:
        cell.word =
            QCoreApplication::translate("RosterModel", "%1 short", "people missing in a shift")
                .arg(missing);
        break;
    case CellMark::Clash:
        cell.word = QCoreApplication::translate("RosterModel", "two versions");
        break;
    }
    return cell;
}

QString RosterModel::holderText(roster::PostIndex post, roster::PersonIndex person) const
{
    const roster::Person& who = roster().people[person];
    const QString name = visibleLine(pick({who.name, who.nameEn}));
    if (!who.isTeam) {
        return name;
    }
    const QString of = pick(roster().posts[post].name);
    QString rest = name.startsWith(of) ? name.mid(of.size()) : name;
    while (!rest.isEmpty() && (rest.front() == u',' || rest.front().isSpace())) {
        rest.remove(0, 1);
    }
    return rest.isEmpty() ? QStringLiteral("1") : rest;
}

QString RosterModel::fullName(roster::PersonIndex person) const
{
    const roster::Person& who = roster().people[person];
    return visibleLine(pick({who.name, who.nameEn}));
}

QString RosterModel::postText(roster::PostIndex post) const
{
    return visibleLine(pick(roster().posts[post].name));
}

// ---- counting while nothing else is to be done ----

void RosterModel::sumUp()
{
    m_counts.assign(roster().posts.size(), {});
    m_isCounted.assign(roster().posts.size(), 0);
    m_nextCounted = 0;
    m_sum.soonGaps = m_sum.laterGaps = m_sum.others = 0;
    m_sum.isWhole = false;
    m_idle.start();
}

void RosterModel::count(roster::PostIndex post)
{
    const auto sub = [](std::size_t& all, std::uint16_t part) { all -= part; };
    if (m_isCounted[post] == 0) {
        return; // its turn comes
    }
    Counts& counts = m_counts[post];
    sub(m_sum.soonGaps, counts.soon);
    sub(m_sum.laterGaps, counts.later);
    sub(m_sum.others, counts.others);
    counts = {};
    for (const roster::Conflict& one : m_book->row(post).conflicts) {
        if (!isGap(one)) {
            ++counts.others;
        } else if (one.time.until > m_now) {
            ++(isSoon(one.time) ? counts.soon : counts.later);
        }
    }
    m_sum.soonGaps += counts.soon;
    m_sum.laterGaps += counts.later;
    m_sum.others += counts.others;
}

void RosterModel::sumSome()
{
    QElapsedTimer time;
    time.start();
    while (m_nextCounted < m_isCounted.size() && time.elapsed() < kSliceMs) {
        const auto post = static_cast<roster::PostIndex>(m_nextCounted++);
        m_isCounted[post] = 1;
        count(post);
    }
    if (m_nextCounted >= m_isCounted.size()) {
        m_sum.isWhole = true;
        m_idle.stop();
        Q_EMIT summed();
    }
}

} // namespace sz::widgets
