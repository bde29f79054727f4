// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/Measure.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numbers>

namespace sz::widgets {
namespace {

constexpr double kEarth = 6'371'008.8; ///< metres, mean radius (IUGG)

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(Measure)
};

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

} // namespace

double lengthMetres(const std::vector<Wgs84>& points)
{
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum += distanceMetres(points[i - 1], points[i]);
    }
    return sum;
}

// Chamberlain and Duquette 2007, JPL 07-03: the sum over edges of the difference in longitude by the sines of latitude.
double areaSquareMetres(const std::vector<Wgs84>& points)
{
    if (points.size() < 3) {
        return 0;
    }
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Wgs84& a = points[i];
        const Wgs84& b = points[(i + 1) % points.size()];
        sum += radians(b.lon - a.lon) * (2 + std::sin(radians(a.lat)) + std::sin(radians(b.lat)));
    }
    return std::abs(sum) * kEarth * kEarth / 2;
}

QString lengthText(double metres)
{
    return metres < 1000 ? Say::tr("%1 m").arg(QLocale().toString(std::round(metres), 'f', 0))
                         : Say::tr("%1 km").arg(
                               QLocale().toString(metres / 1000, 'f', metres < 100'000 ? 2 : 0));
}

QString squareText(double squareMetres)
{
    return squareMetres < 100'000
               ? Say::tr("%1 m²").arg(QLocale().toString(std::round(squareMetres), 'f', 0))
               : Say::tr("%1 km²").arg(QLocale().toString(squareMetres / 1e6, 'f', 2));
}

} // namespace sz::widgets
