// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Base 64 as RFC 4648 §4 writes it, and nothing looser: two texts never mean the same bytes.

#include "data/base/Hash.h"

#include <string>

namespace sz::proof {

[[nodiscard]] std::string toBase64(BytesView bytes);
/// Errors: BadEncoding (other characters, wrong padding, unused bits that are not zero).
[[nodiscard]] Result<Bytes> fromBase64(std::string_view text);
/// Errors: BadEncoding, also for any other length than 32 bytes.
[[nodiscard]] Result<Digest> digestFromBase64(std::string_view text);

} // namespace sz::proof
