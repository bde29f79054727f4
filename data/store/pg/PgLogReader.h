// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log in PostgreSQL for who only looks: no lock, no folder, no migration.

#include "data/base/Bytes.h"

#include <functional>

namespace sz::store {

/// Every accepted entry, ascending, in pages. Errors: StoreOpen, StoreCorrupt.
[[nodiscard]] Result<void> eachPgEntry(
    const std::string& url,
    const std::function<void(std::uint64_t number, BytesView raw)>& visit);

} // namespace sz::store
