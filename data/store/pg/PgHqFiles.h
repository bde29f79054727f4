// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Attached files in PostgreSQL, where every headquarters finds them.

#include "data/store/HqFiles.h"

#include <filesystem>

namespace sz::store {

/// Over a connection of its own, made when it is first needed and made anew when it is lost; the tables must be there.
[[nodiscard]] std::unique_ptr<HqFiles> makePgFiles(const std::string& url);

/// `data`/files, or the database when there is a URL; as openHqLog.
[[nodiscard]] std::unique_ptr<HqFiles>
openHqFiles(const std::filesystem::path& data, const std::string& url);

} // namespace sz::store
