// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Readers.h"
#include "tests/unit/layers/LayerFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <bit>
#include <cstring>
#include <limits>

using namespace sz;
using namespace sz::layers;

namespace {

/// Well-known binary, little or big endian.
class Wkb
{
public:
    explicit Wkb(bool isLittle = true) : m_isLittle(isLittle) {}

    Wkb& type(std::uint32_t value)
    {
        m_bytes.push_back(m_isLittle ? 1 : 0);
        return count(value);
    }
    Wkb& count(std::uint32_t value) { return put(&value, sizeof value); }
    Wkb& at(double x, double y)
    {
        put(&x, sizeof x);
        return put(&y, sizeof y);
    }
    Wkb& number(double value) { return put(&value, sizeof value); }
    Wkb& ring(std::initializer_list<std::pair<double, double>> points)
    {
        count(static_cast<std::uint32_t>(points.size()));
        for (const auto& [x, y] : points) {
            at(x, y);
        }
        return *this;
    }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }

private:
    Wkb& put(const void* value, std::size_t size)
    {
        std::array<std::uint8_t, 8> raw{};
        std::memcpy(raw.data(), value, size);
        if (m_isLittle != (std::endian::native == std::endian::little)) {
            std::reverse(raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(size));
        }
        m_bytes.insert(m_bytes.end(), raw.begin(), raw.begin() + static_cast<std::ptrdiff_t>(size));
        return *this;
    }

    Bytes m_bytes;
    bool m_isLittle;
};

Bytes blob(const Wkb& wkb, std::uint8_t flags = 1, std::size_t envelope = 0)
{
    Bytes out{'G', 'P', 0, flags, 0, 0, 0, 0};
    out.resize(8 + envelope);
    out.insert(out.end(), wkb.bytes().begin(), wkb.bytes().end());
    return out;
}

constexpr const char* kTables = R"(
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
        organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INT, m INT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS[...]'),
        ('CGCS2000 GK', 4526, 'EPSG', 4526, ''), ('UTM', 32650, 'EPSG', 32650, ''), ('undefined', 0, 'NONE', 0, '');
)";

} // namespace

class tst_GeoPackageLayer : public QObject
{
    Q_OBJECT

    std::filesystem::path
    make(const std::string& more, const std::vector<Bytes>& shapes, int system = 4326) const
    {
        const auto file = m_folder.path("a.gpkg");
        std::filesystem::remove(file);
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(kTables);
        db.exec(
            "CREATE TABLE points (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, km2 REAL, n "
            "INTEGER, raw BLOB);"
            "INSERT INTO gpkg_contents VALUES ('points', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('points', 'geom', 'GEOMETRY', "
            + std::to_string(system) + ", 0, 0)");
        db.exec("BEGIN"); // one sync, not two thousand
        for (const Bytes& one : shapes) {
            SQLite::Statement insert(
                db, "INSERT INTO points (geom, name, km2, n, raw) VALUES (?, '江滩', 0.1, 42, "
                    "x'00ff')");
            insert.bind(1, one.data(), static_cast<int>(one.size()));
            insert.exec();
        }
        db.exec("COMMIT");
        db.exec(more);
        return file;
    }

    /// A program that has the file open, as QGIS does, and writes nothing back into it.
    [[nodiscard]] std::unique_ptr<SQLite::Database> openedBySomebody() const
    {
        auto db = std::make_unique<SQLite::Database>(
            m_folder.path("a.gpkg").string(), SQLite::OPEN_READWRITE);
        db->exec("PRAGMA journal_mode=WAL");
        db->exec("PRAGMA wal_autocheckpoint=0");
        return db;
    }

    static void insertMore(SQLite::Database& db, int count)
    {
        const Bytes shape = blob(Wkb().type(1).at(114.31, 30.61));
        SQLite::Statement insert(db, "INSERT INTO points (geom, name) VALUES (?, '后加的点')");
        for (int i = 0; i < count; ++i) {
            insert.bind(1, shape.data(), static_cast<int>(shape.size()));
            insert.exec();
            insert.reset();
        }
    }

    [[nodiscard]] QByteArray bytesOf(const char* name) const
    {
        QFile file(QString::fromStdString(m_folder.path(name).string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeLog(const QByteArray& bytes) const { (void)m_folder.write("a.gpkg-wal", bytes); }

private Q_SLOTS:
    // What the officer sees in the other program is what the map shows.
    void pagesNotYetWrittenAreRead()
    {
        const auto file = make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        const auto db = openedBySomebody();
        db->exec("BEGIN");
        insertMore(*db, 2000); // the file has to grow for them
        db->exec("COMMIT");
        db->exec("UPDATE points SET name = '改过' WHERE fid = 1");
        const QByteArray before = bytesOf("a.gpkg");
        const QByteArray log = bytesOf("a.gpkg-wal");
        QVERIFY(log.size() > before.size());
        const Layer layer = readBoth(file);
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 2001U);
        QCOMPARE(layer.features[0].head.name, std::string("改过"));
        QCOMPARE(layer.features[2000].head.name, std::string("后加的点"));
        const Remark* remark = find(layer, Matter::UnwrittenPages);
        QVERIFY(remark != nullptr && remark->a > 1);
        QVERIFY(sentenceOf(*remark).zh.find("-wal") != std::string::npos);
        QCOMPARE(bytesOf("a.gpkg"), before); // neither is written to
        QCOMPARE(bytesOf("a.gpkg-wal"), log);
    }

    void whatIsNotCommittedIsNotThere()
    {
        const auto file = make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        const auto db = openedBySomebody();
        insertMore(*db, 3);
        const auto committed = bytesOf("a.gpkg-wal").size();
        db->exec("PRAGMA cache_size=5"); // pages go into the log before their transaction ends
        db->exec("BEGIN");
        insertMore(*db, 2000);
        QVERIFY(bytesOf("a.gpkg-wal").size() > committed);
        QCOMPARE(readBoth(file).features.size(), 4U);
    }

    void aLogThatIsWrittenBackIsNoNews()
    {
        const auto file = make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        const auto db = openedBySomebody();
        insertMore(*db, 3);
        db->exec("PRAGMA wal_checkpoint(PASSIVE)");
        QVERIFY(!bytesOf("a.gpkg-wal").isEmpty());
        const Layer layer = readBoth(file);
        QCOMPARE(layer.features.size(), 4U);
        QCOMPARE(find(layer, Matter::UnwrittenPages), nullptr);
        db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(bytesOf("a.gpkg-wal").isEmpty());
        QCOMPARE(find(readBoth(file), Matter::UnwrittenPages), nullptr);
    }

    void aDamagedLogIsSaid()
    {
        const auto file = make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        QByteArray base;
        QByteArray log;
        {
            const auto db = openedBySomebody();
            base = bytesOf("a.gpkg");
            insertMore(*db, 3); // each a transaction of its own
            log = bytesOf("a.gpkg-wal");
        }
        (void)m_folder.write("a.gpkg", base); // closing had written it all back
        writeLog(log);
        QCOMPARE(readBoth(file).features.size(), 4U);
        // Any byte: what comes before it stands, the rest is said to be missing.
        for (const qsizetype at : {10, 32, 300, 32 + 4120 + 4, 32 + 2 * 4120 + 24}) {
            QByteArray other = log;
            other[at] = static_cast<char>(other[at] ^ 0x40);
            writeLog(other);
            const Layer layer = readBoth(file);
            QVERIFY2(!layer.features.empty() && layer.features.size() < 4, said(layer).constData());
            const Remark* remark = find(layer, Matter::UnwrittenPages);
            QVERIFY2(remark != nullptr && remark->b == 1, qPrintable(QString::number(at)));
            QVERIFY(sentenceOf(*remark).zh.find("可能缺失") != std::string::npos);
        }
        for (const qsizetype cut : {1, 31, 32, 33, 55, 56, 4000, 4151}) {
            writeLog(log.first(cut));
            QCOMPARE(readLayer(file).features.size(), 1U);
        }
    }

    // The file itself holds what may never be saved: what is read is what was.
    void whatIsHalfWrittenIsTakenBack()
    {
        const auto file =
            make("SELECT 1", std::vector<Bytes>(2000, blob(Wkb().type(1).at(114.3, 30.6))));
        const QByteArray before = bytesOf("a.gpkg");
        QByteArray half;
        QByteArray journal;
        {
            SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA cache_size=5"); // pages go into the file before the transaction ends
            db.exec("BEGIN");
            db.exec("UPDATE points SET name = '改了一半'");
            insertMore(db, 2000);
            half = bytesOf("a.gpkg");
            journal = bytesOf("a.gpkg-journal");
            db.exec("ROLLBACK");
        }
        QVERIFY(half != before && half.size() > before.size() && !journal.isEmpty());
        QCOMPARE(find(readBoth(file), Matter::UnwrittenPages), nullptr); // its journal is gone
        (void)m_folder.write("a.gpkg", half);
        (void)m_folder.write("a.gpkg-journal", journal);
        const Layer layer = readBoth(file);
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QCOMPARE(layer.features.size(), 2000U);
        for (const Feature& one : layer.features) {
            QCOMPARE(one.head.name, std::string("江滩"));
        }
        const Remark* remark = find(layer, Matter::UnwrittenPages);
        QVERIFY(remark != nullptr && remark->a > 1 && remark->b == 0);
        QVERIFY(sentenceOf(*remark).zh.find("-journal") != std::string::npos);
        QVERIFY(sentenceOf(*remark).en.find("as they were before") != std::string::npos);
        QCOMPARE(bytesOf("a.gpkg"), half); // neither is written to
        QCOMPARE(bytesOf("a.gpkg-journal"), journal);
        // Wiped as after a transaction that ended: it says nothing, and the file is what it is.
        (void)m_folder.write("a.gpkg", before);
        (void)m_folder.write("a.gpkg-journal", QByteArray(journal.size(), '\0'));
        const Layer ended = readBoth(file);
        QCOMPARE(ended.features.size(), 2000U);
        QCOMPARE(find(ended, Matter::UnwrittenPages), nullptr);
        // Another, larger file's: said, and not taken.
        (void)make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        (void)m_folder.write("a.gpkg-journal", journal);
        const Layer other = readBoth(file);
        QCOMPARE(other.features.size(), 1U);
        const Remark* strange = find(other, Matter::UnwrittenPages);
        QVERIFY(strange != nullptr && strange->b == 1 && strange->a == 0);
        QVERIFY(sentenceOf(*strange).zh.find("不符") != std::string::npos);
        // Cut anywhere: nothing worse than a file that cannot be read.
        (void)m_folder.write("a.gpkg", half);
        for (const qsizetype cut : {1, 8, 27, 28, 511, 512, 516, 4000, 5000}) {
            (void)m_folder.write("a.gpkg-journal", journal.first(cut));
            (void)readLayer(file);
        }
        std::filesystem::remove(m_folder.path("a.gpkg-journal"));
    }

    // Another database's log, as when a file was copied over one that was open.
    void anotherFilesLogIsNotTaken()
    {
        const auto file =
            make("PRAGMA page_size=8192; VACUUM", {blob(Wkb().type(1).at(114.3, 30.6))});
        const QByteArray large = bytesOf("a.gpkg");
        (void)make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))});
        QByteArray log;
        {
            const auto db = openedBySomebody();
            insertMore(*db, 3);
            log = bytesOf("a.gpkg-wal");
        }
        (void)m_folder.write("a.gpkg", large);
        writeLog(log);
        const Layer layer = readBoth(file);
        QCOMPARE(layer.features.size(), 1U);
        const Remark* remark = find(layer, Matter::UnwrittenPages);
        QVERIFY(remark != nullptr && remark->a == 0 && remark->b == 1);
    }

    void featuresAreRead()
    {
        const Layer layer = readBoth(make(
            "SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6)),
                         blob(Wkb(false).type(1).at(114.4, 30.5), 3, 32)}));
        QVERIFY2(!layer.isRefused(), said(layer).constData());
        QVERIFY(layer.format == Format::GeoPackage);
        QCOMPARE(layer.features.size(), 2U);
        const Feature& one = layer.features[0];
        QCOMPARE(one.geometry.points.at(0), (Wgs84{114.3, 30.6}));
        QCOMPARE(layer.features[1].geometry.points.at(0), (Wgs84{114.4, 30.5}));
        QCOMPARE(one.head.id, std::string("1"));
        QCOMPARE(one.head.name, std::string("江滩"));
        QCOMPARE(value(layer, one, "km2"), std::string("0.1"));
        QCOMPARE(value(layer, one, "n"), std::string("42"));
        QCOMPARE(value(layer, one, "raw"), std::string("00ff"));
        QCOMPARE(layer.groups.at(0).name, std::string("points"));
        QVERIFY(!std::filesystem::exists(m_folder.path("a.gpkg-wal")));
    }

    void itsSystemIsUsed()
    {
        const Layer plane =
            readBoth(make("SELECT 1", {blob(Wkb().type(1).at(38528784.2, 3386764.3))}, 4526));
        QVERIFY2(!plane.isRefused(), said(plane).constData());
        QVERIFY(distanceMetres(plane.features.at(0).geometry.points[0], {114.3, 30.6}) < 100);
        const Layer utm =
            readBoth(make("SELECT 1", {blob(Wkb().type(1).at(528784.2, 3386764.3))}, 32650));
        QVERIFY2(find(utm, Matter::UnknownSystem) != nullptr, said(utm).constData());
        const Layer none = readBoth(make("SELECT 1", {blob(Wkb().type(1).at(114.3, 30.6))}, 0));
        QVERIFY2(find(none, Matter::NoSystem) != nullptr, said(none).constData());
    }

    void everyGeometryIsRead_data()
    {
        QTest::addColumn<Bytes>("wkb");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char* name, const Wkb& wkb, const char* kind,
                            const char* fault = "") {
            QTest::newRow(name) << wkb.bytes() << QString::fromLatin1(kind)
                                << QString::fromLatin1(fault);
        };
        const auto nan = std::numeric_limits<double>::quiet_NaN();
        row("point", Wkb().type(1).at(1, 2), "point");
        row("point, big endian", Wkb(false).type(1).at(1, 2), "point");
        row("empty point", Wkb().type(1).at(nan, nan), "none");
        row("point with height", Wkb().type(1001).at(1, 2).number(3), "point");
        row("point with measure", Wkb().type(2001).at(1, 2).number(3), "point");
        row("extended, with system and height",
            Wkb().type(0xA000'0001U).count(4326).at(1, 2).number(3), "point");
        row("line", Wkb().type(2).count(2).at(1, 2).at(3, 4), "line");
        row("polygon", Wkb().type(3).count(1).ring({{0, 0}, {1, 0}, {1, 1}, {0, 0}}), "polygon");
        row("points", Wkb().type(4).count(2).type(1).at(1, 2).type(1).at(1, 2), "multipoint");
        row("polygons",
            Wkb().type(6).count(1).type(3).count(1).ring({{0, 0}, {1, 0}, {1, 1}, {0, 0}}),
            "polygon");
        row("collection",
            Wkb().type(7).count(2).type(1).at(1, 2).type(2).count(2).at(1, 2).at(3, 4), "mixed");
        row("nothing", Wkb(), "none", "short");
        row("cut off", Wkb().type(1).number(1), "none", "short");
        row("four thousand million points", Wkb().type(2).count(0xFFFF'FFFFU).at(1, 2), "none",
            "short");
        row("a curve", Wkb().type(8).count(2).at(1, 2).at(3, 4), "none", "type 8");
        row("no such dimension", Wkb().type(5001).at(1, 2), "none", "type 0");
        row("infinite", Wkb().type(1).at(std::numeric_limits<double>::infinity(), 2), "none",
            "positions");
        row("a line among points", Wkb().type(4).count(1).type(2).count(2).at(1, 2).at(3, 4),
            "none", "nesting");
        row("an empty ring", Wkb().type(3).count(1).count(0).number(0), "none", "empty");
        Wkb deep;
        for (int i = 0; i < 1000; ++i) {
            deep.type(7).count(1);
        }
        row("collections within each other", deep.type(1).at(1, 2), "none", "depth");
    }

    void everyGeometryIsRead()
    {
        QFETCH(Bytes, wkb);
        QFETCH(QString, kind);
        QFETCH(QString, fault);
        FileGeometry read;
        std::int64_t heights = 0;
        QCOMPARE(QString::fromStdString(readWkb(wkb, read, heights)), fault);
        Geometry shape;
        shape.points.resize(read.points.size());
        shape.lines.resize(read.lines.size());
        shape.area.polygons.resize(read.polygons.size());
        if (fault.isEmpty()) {
            QCOMPARE(QString::fromLatin1(kindName(kindOf(shape))), kind);
        }
    }

    void badFeaturesAreNamed()
    {
        const Layer layer = readBoth(make(
            "INSERT INTO points (geom, name) VALUES (x'00', '坏'), (NULL, '无')",
            {blob(Wkb().type(1).at(1, 2)), blob(Wkb().type(8).count(0).number(0))}));
        QCOMPARE(layer.read, 4U);
        QCOMPARE(layer.features.size(), 2U);
        const Remark* head = find(layer, Matter::BadGeometry);
        QVERIFY2(head != nullptr, said(layer).constData());
        QCOMPARE(head->feature.number, 3U);
        QCOMPARE(head->feature.name, std::string("坏"));
        QVERIFY(find(layer, Matter::OtherGeometry) != nullptr);
        QVERIFY(find(layer, Matter::NoPlace) != nullptr);
    }

    void otherTablesAreNamed()
    {
        const Layer layer = readBoth(make(
            "INSERT INTO gpkg_contents VALUES ('tiles1', 'tiles'); INSERT INTO gpkg_contents "
            "VALUES ('gone', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('gone', 'geom', 'POINT', 4326, 0, 0)",
            {blob(Wkb().type(1).at(1, 2))}));
        const Remark* other = find(layer, Matter::OtherTable);
        QVERIFY2(other != nullptr, said(layer).constData());
        QCOMPARE(other->text, std::string("tiles1"));
        QVERIFY(find(layer, Matter::NotGeoPackage) != nullptr);
        QCOMPARE(layer.features.size(), 1U);
    }

    void gbkTextIsRead()
    {
        const Layer layer = readBoth(make(
            "INSERT INTO points (geom, name) VALUES (NULL, CAST(x'BDADBABAC7F8' AS TEXT))", {}));
        QCOMPARE(layer.features.at(0).head.name, std::string("江汉区"));
        QVERIFY(find(layer, Matter::OtherEncoding) != nullptr);
    }

    void aViewWithoutEndIsBrokenOff()
    {
        const Layer layer = readBoth(make(
            "INSERT INTO gpkg_contents VALUES ('v', 'features');"
            "INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 4326, 0, 0);"
            "CREATE VIEW v AS WITH RECURSIVE c(geom) AS (SELECT 1 UNION ALL SELECT geom + 1 FROM "
            "c) "
            "SELECT geom FROM c WHERE geom < 0",
            {}));
        QVERIFY2(find(layer, Matter::TooSlow) != nullptr, said(layer).constData());
    }

    void otherDatabasesAreRefused()
    {
        const auto file = m_folder.path("b.gpkg");
        {
            SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            db.exec("CREATE TABLE t (a)");
        }
        const Layer other = readBoth(file);
        QVERIFY2(find(other, Matter::NotGeoPackage) != nullptr, said(other).constData());
        const Layer text = m_folder.read("c.gpkg", "hello");
        QVERIFY2(find(text, Matter::DatabaseDamaged) != nullptr, said(text).constData());
    }

    void damageIsNamed()
    {
        std::vector<Bytes> many(2000, blob(Wkb().type(1).at(1, 2)));
        const auto file = make("SELECT 1", many);
        const auto size = std::filesystem::file_size(file);
        std::filesystem::resize_file(file, size / 2);
        const Layer cut = readBoth(file);
        QVERIFY2(find(cut, Matter::DatabaseDamaged) != nullptr, said(cut).constData());
        QFile raw(QString::fromStdString(make("SELECT 1", many).string()));
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QVERIFY(raw.seek(static_cast<qint64>(size) / 2));
        raw.write(QByteArray(20'000, '\x5A'));
        raw.close();
        const Layer damaged = readBoth(file);
        QVERIFY2(damaged.isRefused(), said(damaged).constData());
    }

private:
    LayerFolder m_folder;
};

QTEST_GUILESS_MAIN(tst_GeoPackageLayer)
#include "tst_GeoPackageLayer.moc"
