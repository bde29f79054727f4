// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/report/ReportLog.h"

#include "app/ctl/desk/Passphrase.h"
#include "data/store/DeskReader.h"
#include "data/store/HqReader.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgHqReader.h"

#include <memory>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

using Visit = std::function<void(const report::LogEntry&)>;

Result<std::unique_ptr<store::HqReader>> readerOf(const std::string& where)
{
    const fs::path path(where);
    return store::isPgUrl(where)
               ? store::openPgHqReader(where)
               : store::HqReader::open(fs::is_regular_file(path) ? path : path / "hq.db");
}

} // namespace

Result<ReportLog> openHqLog(const std::string& where)
{
    auto opened = readerOf(where);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const std::shared_ptr<store::HqReader> reader = std::move(*opened);
    const auto operation = reader->operation();
    const auto head = reader->head();
    if (!operation || !head) {
        return std::unexpected(operation ? head.error() : operation.error());
    }
    return ReportLog{
        {*operation, *head,
         [reader](std::uint64_t last, const Visit& visit) {
             return reader->forEachEntry(
                 {0, static_cast<std::int64_t>(last)},
                 [&](std::int64_t, const store::NumberedEntry& row) {
                     visit({row.number, row.serial, row.raw});
                 });
         }},
        UnitCode("HQ")};
}

Result<ReportLog> openDeskLog(const fs::path& folder, std::ostream& err)
{
    auto profile = desk::loadProfile(folder);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    if (const auto opened = unlockDesk(*profile, err); !opened) {
        return std::unexpected(opened.error());
    }
    auto opened = store::DeskReader::open(profile->logFile(), profile->dataKey.get());
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto reader = std::make_shared<store::DeskReader>(std::move(*opened));
    const auto operation = reader->operation();
    const auto head = reader->head();
    if (!operation || !head) {
        return std::unexpected(operation ? head.error() : operation.error());
    }
    return ReportLog{
        {*operation, *head,
         [reader](std::uint64_t last, const Visit& visit) {
             return reader->forEach(last, [&](const store::ToldEntry& entry) {
                 visit({entry.number, entry.serial, entry.raw});
             });
         }},
        profile->unit};
}

} // namespace sz::ctl
