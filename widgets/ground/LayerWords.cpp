// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerWords.h"

#include "data/geo/CoordinateSystem.h"
#include "data/layers/text/RemarkText.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/ground/CoverageShapes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(LayerWords)
};

QString sentence(const plan::Sentence& both)
{
    return visibleLine(
        QString::fromStdString(uiLanguage() == Language::Chinese ? both.zh : both.en));
}

/// Warnings are what the officer has to decide about.
int rank(layers::Level level)
{
    switch (level) {
    case layers::Level::Refused:
        return 0;
    case layers::Level::Warned:
        return 1;
    case layers::Level::Ignored:
        return 2;
    case layers::Level::Repaired:
        return 3;
    }
    return 4;
}

} // namespace

QString layerName(OwnLayer layer)
{
    switch (layer) {
    case OwnLayer::Marks:
        return Say::tr("Incidents");
    case OwnLayer::Drawings:
        return Say::tr("Drawings");
    case OwnLayer::Drills:
        return Say::tr("Drills", "layer of the map");
    case OwnLayer::Heat:
        return Say::tr("Heat of open incidents");
    case OwnLayer::Orders:
        return Say::tr("Orders on their way");
    case OwnLayer::Posts:
        return Say::tr("Duty rooms");
    case OwnLayer::Cameras:
        return Say::tr("Cameras and rooms");
    case OwnLayer::KeyPlaces:
        return Say::tr("Key places");
    case OwnLayer::Coverage:
        return Say::tr("Reach by time");
    case OwnLayer::Packs:
        return Say::tr("How far base maps reach");
    case OwnLayer::Communities:
        return Say::tr("Communities");
    case OwnLayer::Streets:
        return Say::tr("Streets");
    case OwnLayer::Seats:
        return Say::tr("Street seats");
    case OwnLayer::Areas:
        return Say::tr("Areas");
    case OwnLayer::Districts:
        return Say::tr("Districts");
    case OwnLayer::Zones:
        return Say::tr("Zones");
    }
    return {};
}

QString layerNote(OwnLayer layer, const plan::Plan& plan)
{
    const auto known = static_cast<int>(std::ranges::count_if(
        plan.streets, [](const plan::Street& s) { return s.seat.has_value(); }));
    switch (layer) {
    case OwnLayer::Marks:
        return Say::tr("A group shows the worst lamp and grade in it");
    case OwnLayer::Drawings:
        return Say::tr("Closed roads, cordons, notes of all desks");
    case OwnLayer::Drills:
        return Say::tr("Planned and running; no incidents");
    case OwnLayer::Heat:
        return Say::tr("The graver the brighter; only those with a point");
    case OwnLayer::Orders:
        return Say::tr("Unit to incident; dashed: area known only");
    case OwnLayer::Posts:
        return Say::tr("Of streets whose seat the plan knows");
    case OwnLayer::Cameras:
        return plan.endpoints.empty()
                   ? Say::tr("The plan names none (endpoints.csv)")
                   : Say::tr(
                         "%n in the plan; V on an incident opens the nearest, with a trace",
                         nullptr, static_cast<int>(plan.endpoints.size()));
    case OwnLayer::KeyPlaces:
        return Say::tr("%n with their circles", nullptr, static_cast<int>(plan.keyPlaces.size()));
    case OwnLayer::Coverage:
        return coverageNote(std::nullopt);
    case OwnLayer::Packs:
        return Say::tr("The frame of each pack, with its zooms");
    case OwnLayer::Communities:
    case OwnLayer::Streets:
        return {}; // shapeNote: their files are read apart from the plan
    case OwnLayer::Seats:
        return Say::tr("%1 of %2 known")
            .arg(QString::number(known), QString::number(plan.streets.size()));
    case OwnLayer::Areas:
    case OwnLayer::Districts:
    case OwnLayer::Zones:
        return plan.isSample ? Say::tr("Sample outlines") : QString();
    }
    return {};
}

QString shapeNote(OwnLayer layer, const plan::Plan& plan, const plan::PlaceShapes& shapes)
{
    const auto outlines = [](const auto& all) {
        return std::ranges::count_if(
            all, [](const auto& one) { return !one.outline.polygons.empty(); });
    };
    if (layer == OwnLayer::Streets) {
        const auto known = outlines(shapes.streets());
        return known == 0 ? Say::tr("The plan has none (streets.geojson)")
                          : Say::tr("%1 of %2 with an outline")
                                .arg(QString::number(known), QString::number(plan.streets.size()));
    }
    const auto& all = shapes.communities();
    return all.empty()
               ? Say::tr("The plan has none (communities.geojson)")
               : Say::tr("%1 of %2 with an outline, %3 with a seat")
                     .arg(
                         QString::number(outlines(all)), QString::number(plan.communities.size()),
                         QString::number(std::ranges::count_if(
                             all, [](const auto& one) { return one.seat.has_value(); })));
}

QString contentText(const layers::LayerSummary& layer)
{
    const auto& counts = layer.kinds;
    const auto of = [&counts](std::initializer_list<layers::GeometryKind> kinds) {
        std::uint64_t sum = 0;
        for (const layers::GeometryKind kind : kinds) {
            sum += counts.at(static_cast<std::size_t>(kind));
        }
        return static_cast<int>(sum);
    };
    using enum layers::GeometryKind;
    QStringList parts{QString::fromLatin1(formatName(layer.format))};
    if (const int points = of({Point, MultiPoint}); points > 0) {
        parts << Say::tr("%n points", nullptr, points);
    }
    if (const int lines = of({layers::GeometryKind::Line, MultiLine}); lines > 0) {
        parts << Say::tr("%n lines", nullptr, lines);
    }
    if (const int areas =
            of({layers::GeometryKind::Polygon, layers::GeometryKind::MultiPolygon, Mixed});
        areas > 0) {
        parts << Say::tr("%n outlines", nullptr, areas);
    }
    return parts.join(QStringLiteral(" · "));
}

QStringList remarkTexts(const layers::LayerSummary& layer, int most)
{
    std::vector<const layers::Remark*> order;
    for (const layers::Remark& remark : layer.remarks.kept()) {
        order.push_back(&remark);
    }
    std::ranges::stable_sort(order, {}, [](const layers::Remark* remark) {
        return rank(layers::levelOf(remark->matter));
    });
    QStringList lines;
    for (const layers::Remark* remark : order) {
        if (lines.size() == most) {
            lines << Say::tr("and %n more", nullptr, static_cast<int>(order.size()) - most);
            break;
        }
        const QString place = sentence(layers::placeOf(remark->feature));
        const QString what = sentence(layers::sentenceOf(*remark, layers::Remedy::Choice));
        const QString level = sentence(layers::levelText(layers::levelOf(remark->matter)));
        lines
            << (place.isEmpty()
                    ? Say::tr("%1: %2", "level, remark").arg(level, what)
                    : Say::tr("%1, %2: %3", "level, feature, remark").arg(level, place, what));
    }
    return lines;
}

QString shiftedFrom(const layers::LayerSummary& layer)
{
    for (const layers::Remark& remark : layer.remarks.kept()) {
        if (remark.matter == layers::Matter::LooksShifted) {
            return QString::fromStdString(remark.text);
        }
    }
    return {};
}

QString systemText(const QString& name)
{
    static const std::map<QString, const char*> kTexts{
        {QString(), QT_TRANSLATE_NOOP("LayerWords", "As the file says, else WGS-84")},
        {QStringLiteral("wgs84"), QT_TRANSLATE_NOOP("LayerWords", "WGS-84 (GPS)")},
        {QStringLiteral("cgcs2000"), QT_TRANSLATE_NOOP("LayerWords", "CGCS2000 (degrees)")},
        {QStringLiteral("gcj02"), QT_TRANSLATE_NOOP("LayerWords", "GCJ-02 (AutoNavi, Tencent)")},
        {QStringLiteral("bd09"), QT_TRANSLATE_NOOP("LayerWords", "BD-09 (Baidu)")},
    };
    if (const auto it = kTexts.find(name); it != kTexts.end()) {
        return QCoreApplication::translate("LayerWords", it->second);
    }
    const auto system = geo::systemFrom(name.toStdString());
    if (!system || !system->isPlane()) {
        return name.toUpper();
    }
    return system->zone.isPrefixed
               ? Say::tr("CGCS2000 Gauss-Krüger, zone %1").arg(system->zone.number)
               : Say::tr("CGCS2000 Gauss-Krüger, meridian %1°")
                     .arg(qRound(system->zone.centralMeridian()));
}

QStringList systemNames(double centreLon)
{
    QStringList names{
        QString(), QStringLiteral("wgs84"), QStringLiteral("gcj02"), QStringLiteral("bd09"),
        QStringLiteral("cgcs2000")};
    if (const auto zone = geo::zoneOf(centreLon)) {
        names << QStringLiteral("gk%1").arg(qRound(zone->centralMeridian()))
              << QStringLiteral("gk%1").arg(zone->number);
    }
    return names;
}

} // namespace sz::widgets
