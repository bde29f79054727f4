// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Offices over PostgreSQL.

#include "tests/unit/hq/Office.h"

namespace sz::test {

/// Opens the log of a database; several Offices may share one.
[[nodiscard]] OpenLog onPg(const std::string& url);

} // namespace sz::test
