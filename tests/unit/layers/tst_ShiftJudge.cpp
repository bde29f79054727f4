// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Points of another datum, against the sample plan.
#include "data/geo/Datum.h"
#include "tests/unit/layers/LayerFixture.h"

#include <format>

using namespace sz;
using namespace sz::layers;

class tst_ShiftJudge : public QObject
{
    Q_OBJECT

    /// The districts' own outlines as GeoJSON, each point passed through `shift`.
    template <class Shift>
    std::string outlines(Shift shift) const
    {
        std::string out = R"({"type":"FeatureCollection","features":[)";
        for (const plan::Area& area : m_plan->areas) {
            for (const Polygon& polygon : area.outline.polygons) {
                out += out.ends_with('[') ? "" : ",";
                out +=
                    R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[)";
                for (std::size_t i = 0; i < polygon.rings[0].size(); ++i) {
                    const auto p = shift(polygon.rings[0][i]);
                    out += std::format("{}[{},{}]", i == 0 ? "" : ",", p.lon, p.lat);
                }
                out += "]}}";
            }
        }
        return out + "]}";
    }

    template <class Shift>
    std::string labels(Shift shift) const
    {
        std::string out = "所在区,lon,lat\n";
        for (const plan::Street& street : m_plan->streets) {
            if (street.seat) {
                const auto p = shift(*street.seat);
                out += std::format(
                    "{}某路,{},{}\n", m_plan->district(street.district)->name.zh, p.lon, p.lat);
            }
        }
        return out;
    }

    static Wgs84 same(Wgs84 p) { return p; }

    const Remark* shifted(const Layer& layer) { return find(layer, Matter::LooksShifted); }

private Q_SLOTS:
    void initTestCase()
    {
        auto loaded = plan::loadPlan(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        QVERIFY(loaded.has_value());
        m_plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    }

    void outlinesShowTheirDatum()
    {
        const auto read = [&](const std::string& text) {
            return m_folder.read("a.geojson", QByteArray::fromStdString(text), {.plan = m_plan});
        };
        const Layer asIs = read(outlines(same));
        QVERIFY2(shifted(asIs) == nullptr, said(asIs).constData());
        const Layer gcj = read(outlines([](Wgs84 p) { return geo::toGcj02(p); }));
        QVERIFY2(shifted(gcj) != nullptr, said(gcj).constData());
        QCOMPARE(shifted(gcj)->text, std::string("gcj02"));
        QVERIFY(!gcj.isRefused());
        const Layer bd = read(outlines([](Wgs84 p) { return geo::toBd09(geo::toGcj02(p)); }));
        QVERIFY2(shifted(bd) != nullptr, said(bd).constData());
        QCOMPARE(shifted(bd)->text, std::string("bd09"));
    }

    void namedDistrictsShowTheDatum()
    {
        const auto read = [&](const std::string& text) {
            return m_folder.read("a.csv", QByteArray::fromStdString(text), {.plan = m_plan});
        };
        const Layer asIs = read(labels(same));
        QVERIFY(asIs.features.size() > 20);
        QVERIFY2(shifted(asIs) == nullptr, said(asIs).constData());
    }

    void knownPlacesShowTheDatum()
    {
        std::string text = "name,lon,lat\n";
        for (const plan::Street& street : m_plan->streets) {
            if (street.seat) {
                const geo::Bd09 p = geo::toBd09(geo::toGcj02(*street.seat));
                text += std::format("{},{},{}\n", street.name.zh, p.lon, p.lat);
            }
        }
        const auto file = m_folder.write("a.csv", QByteArray::fromStdString(text));
        const Layer layer = readBoth(file, {.plan = m_plan});
        QVERIFY2(shifted(layer) != nullptr, said(layer).constData());
        QCOMPARE(shifted(layer)->text, std::string("bd09"));
        const Layer told =
            readBoth(file, {.from = geo::systemFrom("bd09").value(), .plan = m_plan});
        QVERIFY2(shifted(told) == nullptr, said(told).constData());
    }

    void pointsElsewhereAreCounted()
    {
        const Layer layer = m_folder.read(
            "a.csv", "lon,lat\n114.3,30.6\n116.4,39.9\n121.5,31.2\n", {.plan = m_plan});
        const Remark* outside = find(layer, Matter::OutsidePlan);
        QVERIFY2(outside != nullptr, said(layer).constData());
        QCOMPARE(outside->a, 2);
        QCOMPARE(outside->b, 3);
        QVERIFY(!layer.isRefused());
    }

private:
    LayerFolder m_folder;
    std::shared_ptr<const plan::Plan> m_plan;
};

QTEST_GUILESS_MAIN(tst_ShiftJudge)
#include "tst_ShiftJudge.moc"
