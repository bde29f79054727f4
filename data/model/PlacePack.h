// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A place as entries carry it: in CBOR and back. Private to data/model.

#include "data/log/Cbor.h"
#include "data/plan/Places.h"

namespace sz::model {

/// Positions travel as whole 1e-7 degrees (about 1 cm).
[[nodiscard]] log::Value packPlace(const plan::Place& place);
/// Rejects the key when it holds no place.
[[nodiscard]] plan::Place readPlace(log::FieldReader& outer, std::int64_t key);

} // namespace sz::model
