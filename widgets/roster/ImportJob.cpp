// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/ImportJob.h"

#include "data/roster/Conflicts.h"
#include "data/roster/ical/RosterCalendar.h"
#include "data/threads/PoolWork.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace sz::widgets {
namespace {

constexpr std::chrono::days kBefore{31}; ///< of a calendar: a month before now, a year after
constexpr std::chrono::days kAfter{366};

/// What the pool needs of the roster, a copy.
struct Ground
{
    roster::Roster roster;
    Instant now;
};

Result<Bytes> bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    Bytes bytes(roster::kMostCalendarBytes + 1);
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (file.bad() || (!file && file.gcount() == 0)) {
        return fail(Code::FileUnreadable, path.string());
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

std::size_t newConflicts(const Ground& ground, const roster::SheetRoster& sheets)
{
    if (sheets.duties.empty()) {
        return 0;
    }
    roster::Span span = sheets.duties.front().time;
    for (const roster::PlannedDuty& one : sheets.duties) {
        span.from = std::min(span.from, one.time.from);
        span.until = std::max(span.until, one.time.until);
    }
    roster::Roster with = ground.roster;
    roster::assign(with, sheets);
    const auto before = roster::conflictsOf(ground.roster, span);
    const auto after = roster::conflictsOf(with, span);
    if (!before || !after) {
        return 0;
    }
    return static_cast<std::size_t>(std::ranges::count_if(
        *after, [&](const roster::Conflict& one) { return !std::ranges::contains(*before, one); }));
}

Result<ImportJob::Read> readBook(
    const Ground& ground,
    std::shared_ptr<const exchange::Workbook> book,
    roster::Mapping mapping,
    bool isGuessed)
{
    auto read = std::make_shared<ImportRead>();
    read->book = std::move(book);
    read->mapping = std::move(mapping);
    read->isGuessed = isGuessed;
    if (!read->mapping.missing()) {
        roster::SheetDays days;
        days.near = ground.roster.localDay(ground.now);
        auto sheets = roster::readSheets(*read->book, read->mapping, ground.roster, days);
        if (!sheets) {
            return std::unexpected(sheets.error());
        }
        read->sheets = std::move(*sheets);
        read->conflicts = newConflicts(ground, read->sheets);
    }
    return ImportJob::Read(read);
}

Result<ImportJob::Read> readCalendar(const Ground& ground, const Bytes& bytes)
{
    auto sheets =
        roster::readCalendar(bytes, ground.roster, {ground.now - kBefore, ground.now + kAfter});
    if (!sheets) {
        return std::unexpected(sheets.error());
    }
    auto read = std::make_shared<ImportRead>();
    read->sheets = std::move(*sheets);
    read->conflicts = newConflicts(ground, read->sheets);
    return ImportJob::Read(read);
}

Result<ImportJob::Read>
readFile(const Ground& ground, const std::filesystem::path& path, const std::filesystem::path& kept)
{
    std::string ending = path.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".ics") {
        const auto bytes = bytesOf(path);
        return bytes ? readCalendar(ground, *bytes)
                     : Result<ImportJob::Read>(std::unexpected(bytes.error()));
    }
    auto opened = exchange::openWorkbook(path);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto book = std::make_shared<const exchange::Workbook>(std::move(*opened));
    auto guess = roster::guessMapping(*book, ground.roster, ground.roster.localDay(ground.now));
    auto guessed = readBook(ground, book, std::move(guess), true);
    std::error_code ec;
    if (std::filesystem::exists(kept, ec)) {
        if (auto mapping = roster::readMapping(kept)) {
            auto again = readBook(ground, book, std::move(*mapping), false);
            const bool isBetter =
                again && !(*again)->sheets.duties.empty()
                && (!guessed || (*again)->sheets.duties.size() >= (*guessed)->sheets.duties.size());
            return isBetter ? again : guessed;
        }
    }
    return guessed;
}

} // namespace

ImportJob::ImportJob(const RosterModel& model, QObject* parent) : QObject(parent), m_model(model)
{
    m_pool.setMaxThreadCount(1);
}

ImportJob::~ImportJob()
{
    m_pool.waitForDone();
}

template <class Work>
void ImportJob::run(Work work)
{
    m_isBusy = true;
    auto ground = std::make_shared<const Ground>(Ground{m_model.roster(), m_model.now()});
    startOn(m_pool, [this, generation = ++m_generation, ground, work = std::move(work)] {
        auto result = std::make_shared<Result<Read>>(work(*ground));
        m_mail.post([this, generation, result] {
            if (generation != m_generation) {
                return;
            }
            m_isBusy = false;
            if (*result) {
                Q_EMIT done(**result);
            } else {
                Q_EMIT failed(result->error());
            }
        });
    });
}

void ImportJob::read(const QString& file, const QString& kept)
{
    run([path = std::filesystem::path(file.toStdU16String()),
         of = std::filesystem::path(kept.toStdU16String())](const Ground& ground) {
        return readFile(ground, path, of);
    });
}

void ImportJob::remap(const Read& read, const roster::Mapping& mapping)
{
    run([book = read->book, mapping](const Ground& ground) {
        return readBook(ground, book, mapping, false);
    });
}

} // namespace sz::widgets
