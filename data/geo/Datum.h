// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The datums that points in China come in, as types: WGS-84 inside, the others only where data comes in or goes out.
// CGCS2000 is taken as WGS-84: they differ by less than a decimetre (Cheng et al. 2009).

#include "data/base/Geo.h"

namespace sz::geo {

/// Degrees as domestic web maps (AutoNavi, Tencent) show them: up to some 700 m from WGS-84.
struct Gcj02
{
    double lon = 0;
    double lat = 0;
    bool operator==(const Gcj02&) const = default;
};

/// Degrees as Baidu's maps show them: GCJ-02 with one more shift.
struct Bd09
{
    double lon = 0;
    double lat = 0;
    bool operator==(const Bd09&) const = default;
};

/// Inside the box in which GCJ-02 is shifted at all (72.004–137.8347° E, 0.8293–55.8271° N); elsewhere it is WGS-84.
[[nodiscard]] bool isShifted(Wgs84 point);

/// By the published formula; agrees with it to the last digits.
[[nodiscard]] Gcj02 toGcj02(Wgs84 point);
/// By iteration over the forward formula: there and back within 0.1 mm.
[[nodiscard]] Wgs84 toWgs84(Gcj02 point);
[[nodiscard]] Bd09 toBd09(Gcj02 point);
[[nodiscard]] Gcj02 toGcj02(Bd09 point);

} // namespace sz::geo
