// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The administrator's commands, whether a running headquarters carries them out or nobody does but us.

#include "data/hq/Backup.h"
#include "data/hq/Engine.h"

#include <functional>
#include <string>
#include <vector>

namespace sz::headquarters {

struct Administration
{
    std::function<Result<std::string>(const UnitCode&, Minutes)> enrolCode;
    std::function<std::vector<store::DeskRecord>()> desks;
    std::function<bool(const DeskId&)> isLive;
    std::function<Result<void>(const DeskId&)> revoke;
};

[[nodiscard]] Administration administrationOf(hq::Engine& engine);
/// For a folder that nobody serves. Errors inside: NoSuchUnit when the plan of the last serve had no such unit.
[[nodiscard]] Administration administrationOf(store::HqLog& log, const Clock& clock);

/// Remembers the plan's units, so that codes can be made for them while nobody serves.
[[nodiscard]] Result<void> rememberUnits(store::HqLog& log, const plan::Plan& plan);

/// "backup DIR": takes one and tells what is in it. Thread: any; `log` may be at work on its own.
[[nodiscard]] Result<std::string> backUp(const store::HqLog& log, const hq::BackupSpec& spec);
/// "folder<TAB>what is in it".
[[nodiscard]] std::string
backupLine(const std::filesystem::path& folder, const hq::BackupManifest& manifest);

/// Carries out "enrol-code UNIT MINUTES", "desks" or "revoke DESK" and returns what to print.
/// Errors: BadArgument, NoSuchUnit, NotFound, the store's.
[[nodiscard]] Result<std::string>
perform(const std::vector<std::string>& words, const Administration& by);

} // namespace sz::headquarters
