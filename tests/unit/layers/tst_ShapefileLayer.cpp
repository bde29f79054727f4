// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layers/LayerFixture.h"

#include <shapefil.h>

using namespace sz;
using namespace sz::layers;

namespace {

using Points = std::vector<std::pair<double, double>>;

/// Writes one Shapefile with the library that will read it.
class Writer
{
public:
    Writer(const std::filesystem::path& file, int type, const char* codePage = nullptr)
        : m_shapes(SHPCreate(file.c_str(), type)),
          m_table(
              DBFCreateEx(std::filesystem::path(file).replace_extension(".dbf").c_str(), codePage)),
          m_type(type)
    {
        DBFAddField(m_table, "ID", FTInteger, 8, 0);
        DBFAddField(m_table, "NAME", FTString, 12, 0);
        DBFAddField(m_table, "KM2", FTDouble, 10, 3);
    }
    ~Writer()
    {
        SHPClose(m_shapes);
        DBFClose(m_table);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void add(const std::vector<Points>& parts, const char* name, bool hasRow = true)
    {
        std::vector<int> starts;
        std::vector<double> x;
        std::vector<double> y;
        for (const Points& part : parts) {
            starts.push_back(static_cast<int>(x.size()));
            for (const auto& [px, py] : part) {
                x.push_back(px);
                y.push_back(py);
            }
        }
        SHPObject* shape = SHPCreateObject(
            x.empty() ? SHPT_NULL : m_type, -1, static_cast<int>(starts.size()), starts.data(),
            nullptr, static_cast<int>(x.size()), x.data(), y.data(), nullptr, nullptr);
        const int index = SHPWriteObject(m_shapes, -1, shape);
        SHPDestroyObject(shape);
        if (hasRow) {
            DBFWriteIntegerAttribute(m_table, index, 0, index + 7);
            DBFWriteStringAttribute(m_table, index, 1, name);
            DBFWriteDoubleAttribute(m_table, index, 2, 1.25);
        }
    }

private:
    SHPHandle m_shapes;
    DBFHandle m_table;
    int m_type;
};

const Points kClockwise{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}};
const Points kHole{{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};
const Points kFar{{20, 0}, {20, 9}, {29, 9}, {29, 0}, {20, 0}};
constexpr const char* kGbk = "\xBD\xAD\xBA\xBA\xC7\xF8";

constexpr const char* kGaussPrj =
    R"(PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",)"
    R"(SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],)"
    R"(PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],)"
    R"(PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

} // namespace

class tst_ShapefileLayer : public QObject
{
    Q_OBJECT

    std::filesystem::path gbkPoint() const
    {
        const auto file = m_folder.path("p.shp");
        Writer writer(file, SHPT_POINT, "LDID/77");
        writer.add({{{114.3, 30.6}}}, kGbk);
        writer.add({{{114.4, 30.5}}}, "a");
        return file;
    }

    void cut(const char* name, int bytes) const
    {
        const auto file = m_folder.path(name);
        std::filesystem::resize_file(
            file, std::filesystem::file_size(file) - static_cast<unsigned>(bytes));
    }

private Q_SLOTS:
    void init()
    {
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path("."))) {
            std::filesystem::remove(entry.path());
        }
    }

    void pointsAndGbkAreRead()
    {
        const Layer layer = readBoth(gbkPoint());
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::Shapefile);
        QCOMPARE(layer.encoding, std::string("GB18030"));
        QCOMPARE(layer.features.size(), 2U);
        const Feature& one = layer.features[0];
        QCOMPARE(one.geometry.points.at(0), (Wgs84{114.3, 30.6}));
        QCOMPARE(one.head.name, std::string("江汉区"));
        QCOMPARE(one.head.id, std::string("7"));
        QCOMPARE(value(layer, one, "KM2"), std::string("1.250"));
        QVERIFY(find(layer, Matter::NoSystem) != nullptr);
        QCOMPARE(readBoth(m_folder.path("p.dbf")).features.size(), 2U);
    }

    void whatTheBytesAreWins()
    {
        {
            Writer writer(m_folder.path("p.shp"), SHPT_POINT, "UTF-8");
            writer.add({{{114.3, 30.6}}}, kGbk);
        }
        const Layer layer = readBoth(m_folder.path("p.shp"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).head.name, std::string("江汉区"));
        QVERIFY(find(layer, Matter::OtherEncoding) != nullptr);
    }

    void aCharacterCutByTheFieldsWidthStaysUtf8()
    {
        {
            Writer writer(m_folder.path("p.shp"), SHPT_POINT);
            writer.add({{{114.3, 30.6}}}, "江汉区A滩"); // 13 bytes in a field of 12
        }
        const Layer layer = readBoth(m_folder.path("p.shp"));
        QCOMPARE(layer.encoding, std::string("UTF-8"));
        QVERIFY2(layer.features.at(0).head.name.starts_with("江汉区A"), said(layer).constData());
        QVERIFY(find(layer, Matter::DamagedText) != nullptr);
    }

    void ringsAreGroupedByTheirDirection()
    {
        {
            Writer writer(m_folder.path("a.shp"), SHPT_POLYGON);
            writer.add({kHole, kFar, kClockwise}, "hole first");
        }
        // The hole comes first, so the shape is taken as one that was written the wrong way round.
        const Layer odd = readBoth(m_folder.path("a.shp"));
        QCOMPARE(odd.features.size() + odd.remarks.count(Level::Refused), 1U);
        {
            Writer writer(m_folder.path("b.shp"), SHPT_POLYGON);
            writer.add({kClockwise, kFar, kHole}, "two, one with a hole");
        }
        const Layer layer = readBoth(m_folder.path("b.shp"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        const auto& polygons = layer.features.at(0).geometry.area.polygons;
        QCOMPARE(polygons.size(), 2U);
        QCOMPARE(polygons[0].rings.size(), 2U);
        QCOMPARE(polygons[1].rings.size(), 1U);
        QCOMPARE(layer.remarks.count(Level::Repaired), 0U);
    }

    void shapesWrittenTheWrongWayAreTurned()
    {
        {
            Writer writer(m_folder.path("a.shp"), SHPT_POLYGON);
            writer.add(
                {Points(kClockwise.rbegin(), kClockwise.rend()),
                 Points(kHole.rbegin(), kHole.rend())},
                "x");
        }
        const Layer layer = readBoth(m_folder.path("a.shp"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.at(0).geometry.area.polygons.at(0).rings.size(), 2U);
        const Remark* turned = find(layer, Matter::RingTurned);
        QVERIFY(turned != nullptr);
        QCOMPARE(turned->a, 2);
    }

    void linesAndNothingAreRead()
    {
        {
            Writer writer(m_folder.path("a.shp"), SHPT_ARC);
            writer.add({{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}, "x");
            writer.add({}, "null");
        }
        const Layer layer = readBoth(m_folder.path("a.shp"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(kindOf(layer.features.at(0).geometry) == GeometryKind::MultiLine);
        QCOMPARE(layer.remarks.count(Matter::NoPlace), 1U);
    }

    void thePrjIsUsed()
    {
        {
            Writer writer(m_folder.path("p.shp"), SHPT_POINT);
            writer.add({{{528784.2, 3386764.3}}}, "x");
        }
        (void)m_folder.write("p.prj", kGaussPrj);
        const Layer layer = readBoth(m_folder.path("p.shp"));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(distanceMetres(layer.features.at(0).geometry.points[0], {114.3, 30.6}) < 100);
        QCOMPARE(layer.groups[0].system.text, std::string("CGCS2000 3 Degree GK CM 114E"));
        (void)m_folder.write(
            "p.prj",
            R"(PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],)"
            R"(PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],)"
            R"(PARAMETER["Scale_Factor",0.9996]])");
        const Layer other = readBoth(m_folder.path("p.shp"));
        const Remark* why = find(other, Matter::UnknownSystem);
        QVERIFY2(why != nullptr, said(other).constData());
        QCOMPARE(why->text, std::string("WGS 1984 UTM Zone 50N"));
        QVERIFY(other.features.empty());
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("matter");
        QTest::newRow("no .shx") << 0 << QStringLiteral("MissingPart");
        QTest::newRow("no .dbf") << 1 << QStringLiteral("NoProperties");
        QTest::newRow(".shp cut off") << 2 << QStringLiteral("Truncated");
        QTest::newRow(".shx cut off") << 3 << QStringLiteral("Truncated");
        QTest::newRow(".dbf cut off") << 4 << QStringLiteral("Truncated");
        QTest::newRow("more shapes than rows") << 5 << QStringLiteral("CountMismatch");
        QTest::newRow(".shp is a text") << 6 << QStringLiteral("NotThisFormat");
        QTest::newRow("only a .prj") << 7 << QStringLiteral("MissingPart");
        QTest::newRow("a record points elsewhere") << 8 << QStringLiteral("BadRecord");
        QTest::newRow("multipatch") << 9 << QStringLiteral("OtherGeometry");
    }

    void damageIsNamed()
    {
        QFETCH(int, what);
        QFETCH(QString, matter);
        auto file = gbkPoint();
        switch (what) {
        case 0:
            std::filesystem::remove(m_folder.path("p.shx"));
            break;
        case 1:
            std::filesystem::remove(m_folder.path("p.dbf"));
            break;
        case 2:
            cut("p.shp", 10);
            break;
        case 3:
            cut("p.shx", 3);
            break;
        case 4:
            cut("p.dbf", 20);
            break;
        case 5: {
            Writer writer(file, SHPT_POINT);
            writer.add({{{1, 2}}}, "a");
            writer.add({{{1, 2}}}, "b", false);
            break;
        }
        case 6:
            (void)m_folder.write("p.shp", "hello");
            break;
        case 7:
            file = m_folder.write("alone.prj", "x");
            break;
        case 8: {
            QFile shx(QString::fromStdString(m_folder.path("p.shx").string()));
            QVERIFY(shx.open(QIODevice::ReadWrite));
            QVERIFY(shx.seek(108));
            QCOMPARE(shx.write("\x7F\x00\x00\x00", 4), 4);
            break;
        }
        default: {
            Writer writer(file, SHPT_MULTIPATCH);
            writer.add({kClockwise}, "a");
        }
        }
        const Layer layer = readBoth(file);
        const auto it = std::ranges::find_if(layer.remarks.kept(), [&](const Remark& r) {
            return matter == QLatin1String(matterName(r.matter));
        });
        QVERIFY2(it != layer.remarks.kept().end(), said(layer).constData());
        QCOMPARE(layer.isRefused(), what != 1);
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_ShapefileLayer)
#include "tst_ShapefileLayer.moc"
