// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The authority of an operation through the years: the next one, and the end of the former ones.

#include "data/base/Clock.h"
#include "data/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sz::headquarters {

/// A new authority signs from now on; the present one stays trusted and vouches for the new one (authority.cross.pem), so
/// that desks that were away find their way. The former key is not kept. Through a power cut the old authority or the new
/// one stands, never half of each. The caller holds the folder's lock. Errors: BadCertificate, Io, NoSpace.
[[nodiscard]] Result<void>
rollAuthority(const std::filesystem::path& folder, const std::string& name, Instant now);
/// Former authorities are trusted no more: desks that have not connected since the change must enrol anew.
[[nodiscard]] Result<void> retireAuthorities(const std::filesystem::path& folder);
/// Ends a change that was cut short; nothing else. Errors: Io, NoSpace.
[[nodiscard]] Result<void> finishRoll(const std::filesystem::path& folder);

/// "authority", or "authority roll" or "authority retire" carried out: one line each, "signs|trusted FINGERPRINT UNTIL NAME",
/// tabs between. Errors: BadArgument, and those above.
[[nodiscard]] Result<std::string> performAuthority(
    const std::vector<std::string>& words,
    const std::filesystem::path& folder,
    const std::string& name,
    Instant now);

} // namespace sz::headquarters
