// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JSON with numbers as people write them: 0.95, where boost::json's own writer says 9.5E-1.

#include <boost/json/value.hpp>

#include <string>

namespace sz::ctl {

/// One line. Numbers that are no integers get the fewest digits that read back as the same.
[[nodiscard]] std::string plainJson(const boost::json::value& value);

} // namespace sz::ctl
