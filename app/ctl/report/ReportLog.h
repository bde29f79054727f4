// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log a report is made from: headquarters', in a file or a PostgreSQL, or a desk's.

#include "data/report/History.h"

#include <filesystem>
#include <iosfwd>

namespace sz::ctl {

struct ReportLog
{
    report::LogSource source;
    UnitCode seenBy; ///< "HQ" for headquarters, which is told everything
};

/// Headquarters' folder, an hq.db or a postgresql:// address. Errors: the store's.
[[nodiscard]] Result<ReportLog> openHqLog(const std::string& where);
/// A desk's folder; the console may run meanwhile. Asks for the passphrase of a protected one. Errors: those of the profile and
/// the store.
[[nodiscard]] Result<ReportLog> openDeskLog(const std::filesystem::path& folder, std::ostream& err);

} // namespace sz::ctl
