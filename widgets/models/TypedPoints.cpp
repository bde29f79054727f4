// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/TypedPoints.h"

#include "data/geo/TypedPair.h"

#include <QCoreApplication>

#include <format>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(TypedPoints)
};

QString systemText(const geo::CoordinateSystem& system)
{
    switch (system.datum) {
    case geo::Datum::Wgs84:
        return Say::tr("WGS-84 (GPS)");
    case geo::Datum::Cgcs2000:
        return QStringLiteral("CGCS2000"); // a name, the same in both languages
    case geo::Datum::Gcj02:
        return Say::tr("GCJ-02 (AutoNavi, Tencent)");
    case geo::Datum::Bd09:
        return Say::tr("BD-09 (Baidu)");
    case geo::Datum::Gauss:
        break;
    }
    return Say::tr("CGCS2000 Gauss-Krüger, meridian %1°")
        .arg(qRound(system.zone.centralMeridian()));
}

/// For the log: the same in every language.
const char* systemWord(geo::Datum datum)
{
    switch (datum) {
    case geo::Datum::Wgs84:
        return "WGS-84";
    case geo::Datum::Gcj02:
        return "GCJ-02";
    case geo::Datum::Bd09:
        return "BD-09";
    case geo::Datum::Cgcs2000:
    case geo::Datum::Gauss:
        break;
    }
    return "CGCS2000";
}

std::string textOf(const geo::TypedPair& typed, geo::Datum datum)
{
    return std::format(
        "{:.{}f}, {:.{}f} {}", typed.pair.first, typed.isPlane ? 2 : 6, typed.pair.second,
        typed.isPlane ? 2 : 6, systemWord(datum));
}

} // namespace

std::vector<TypedPoint>
typedPoints(const plan::Plan& plan, const plan::PlaceIndex& index, const QString& typed)
{
    std::vector<TypedPoint> out;
    const auto pair = geo::typedPair(typed.toStdString());
    if (!pair) {
        return out;
    }
    for (const geo::CoordinateSystem& system : geo::readingsOf(*pair, plan.centre.lon)) {
        if (const auto point = geo::toWgs84(pair->pair, system)) {
            TypedPoint one{index.placeAt(*point), systemText(system)};
            one.place.text = textOf(*pair, system.datum);
            one.place.point = *point;
            one.place.isApproximate = false;
            out.push_back(std::move(one));
        }
    }
    return out;
}

} // namespace sz::widgets
