// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A geometry as bytes: counts of 32 bits and positions of 1e-7 degree (a centimetre) as two signed 32 bits, little end first.

#include "data/base/Bytes.h"
#include "data/layers/Layer.h"

namespace sz::layers {

/// Numbers of points, lines and polygons; the points; each line's number of points and its points; each polygon's number of
/// rings, each ring as a line. An outline without any is 12 bytes.
[[nodiscard]] Bytes encodeGeometry(const Geometry& geometry);

/// Errors: BadEncoding for counts that the bytes do not have, bytes left over, a position off the earth, a line of fewer than two points, a
/// ring that is not closed or has fewer than four, a polygon without a ring.
[[nodiscard]] Result<Geometry> decodeGeometry(BytesView bytes);

} // namespace sz::layers
