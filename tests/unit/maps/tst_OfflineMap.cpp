// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map with packs as it is seen, in a process that may open no socket: nothing of it ever asks for one.
#include "maps/online/OnlineTiles.h"
#include "maps/packs/PackShelf.h"
#include "maps/tiles/TilePainter.h"
#include "maps/view/MapPanel.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/maps/NoSockets.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/socket.h>

using namespace sz;
using namespace sz::maps;
using symbols::Theme;
using symbols::Token;

namespace {

constexpr packs::Bounds kCentre{114.2, 30.5, 114.4, 30.65};
const QColor kOrange(255, 150, 40);

QColor blended(const QColor& base, const QColor& ground, double share)
{
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a * share + b * (1 - share)));
    };
    return {
        mix(base.red(), ground.red()), mix(base.green(), ground.green()),
        mix(base.blue(), ground.blue())};
}

bool isNear(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) <= 3 && std::abs(a.green() - b.green()) <= 3
           && std::abs(a.blue() - b.blue()) <= 3;
}

} // namespace

class tst_OfflineMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!test::forbidSockets()) {
            QSKIP("no seccomp here");
        }
        const std::filesystem::path folder = m_folder.path().toStdString();
        test::writeMbTiles(
            folder / "1.mbtiles", test::metadataFor(kCentre, 9, 12, "市区"),
            test::madeTiles(kCentre, 9, 12, kOrange));
        test::writePmTiles(
            folder / "2.pmtiles", test::metadataFor(kCentre, 9, 11, "下层"),
            test::madeTiles(kCentre, 9, 11, Qt::cyan));
        m_shelf = openShelf(folder);
        QVERIFY(m_shelf.refused.empty());
    }

    void init()
    {
        m_panel = std::make_unique<MapPanel>(test::samplePlan());
        m_panel->resize(900, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->flyTo({114.3, 30.57}, 11.6);
        QTRY_VERIFY(m_panel->isSettled());
    }

    void cleanup()
    {
        m_panel.reset();
        QCOMPARE(test::socketsAskedFor(), m_ownSockets);
    }

    void thePackIsUnderTheBorders_data() { themes(); }
    void thePackIsUnderTheBorders()
    {
        QFETCH(const int, theme);
        const auto look = static_cast<Theme>(theme);
        m_panel->setTheme(look);
        const QImage before = picture();
        m_panel->setBaseMap(m_shelf.stack);
        const QImage with = picture();
        QVERIFY(with != before);
        // the ground of a tile with no words on it, in the tint of the zone it lies in
        int orange = 0;
        for (int y = 0; y < with.height(); y += 4) {
            for (int x = 0; x < with.width(); x += 4) {
                for (const Token tint : {Token::Zhk, Token::Zhy, Token::Zwc}) {
                    const double share = baseOpacity(look);
                    orange += isNear(
                                  with.pixelColor(x, y),
                                  blended(kOrange, symbols::color(look, tint), share))
                                  ? 1
                                  : 0;
                }
            }
        }
        QVERIFY2(orange > 5000, qPrintable(QString::number(orange)));
        const auto count = [](const QImage& image, const QColor& colour) {
            int found = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    found += image.pixelColor(x, y) == colour ? 1 : 0;
                }
            }
            return found;
        };
        const QColor zone = symbols::color(look, Token::BZone);
        QVERIFY(count(with, zone) > count(before, zone) / 2); // the borders are still there
        m_panel->setBaseMap(nullptr);
        QCOMPARE(picture(), before); // and it goes without a trace
    }

    void itIsThereFarInAndFarOut()
    {
        m_panel->setBaseMap(m_shelf.stack);
        for (const double zoom : {8.0, 9.4, 12.0, 14.7, 16.0}) {
            m_panel->flyTo({114.3, 30.57}, zoom);
            QTRY_VERIFY(m_panel->isSettled());
            const QImage with = picture();
            m_panel->setBaseMap(nullptr);
            QVERIFY(with != picture());
            m_panel->setBaseMap(m_shelf.stack);
        }
    }

    void packsInViewAreTold()
    {
        QVERIFY(m_panel->packsInView().empty());
        m_panel->setBaseMap(m_shelf.stack);
        QCOMPARE(m_panel->packsInView(), (std::vector<std::size_t>{0, 1}));
        m_panel->flyTo({113.9, 30.2}, 13);
        QTRY_VERIFY(m_panel->isSettled());
        QVERIFY(m_panel->packsInView().empty());
    }

    void panningFindsItsTiles()
    {
        m_panel->setBaseMap(m_shelf.stack);
        for (int i = 0; i < 12; ++i) {
            QTest::keyClick(m_panel.get(), i % 3 == 0 ? Qt::Key_Down : Qt::Key_Right);
        }
        QTRY_VERIFY(m_panel->isSettled());
        QTest::keyClick(m_panel.get(), Qt::Key_Plus);
        QTRY_VERIFY(m_panel->isSettled());
    }

    // Named, in the stack, looked at from all sides, with a key: without a hand that switches it on nobody is asked.
    void onlineSourcesThatAreOffAskNobody()
    {
        const SystemClock clock;
        std::vector<packs::PackInfo> all;
        std::vector<std::unique_ptr<OnlineTiles>> sources;
        for (packs::OnlineSource source : packs::tiandituSources()) {
            source.id = "a" + std::to_string(sources.size());
            sources.push_back(std::make_unique<OnlineTiles>(
                source, std::filesystem::path(m_folder.path().toStdString()) / source.id, clock));
            sources.back()->setKey("0123456789abcdef");
            all.push_back(sources.back()->info());
        }
        std::ranges::copy(m_shelf.stack->packs(), std::back_inserter(all));
        const auto stack = std::make_shared<const PackStack>(all);
        m_panel->setBaseMap(stack);
        QCOMPARE(m_panel->packsInView().size(), 6U);
        for (const double zoom : {8.0, 12.0, 16.0}) {
            m_panel->flyTo({114.3, 30.57}, zoom);
            QTRY_VERIFY(m_panel->isSettled());
        }
        for (const auto& source : sources) {
            source->setOn(false);
            QVERIFY(!source->isOn());
        }
        QTest::qWait(300);
        QCOMPARE(test::socketsAskedFor(), 0);
    }

    void goingWhileTilesArePainted()
    {
        m_panel->setBaseMap(m_shelf.stack);
        m_panel->flyTo({114.3, 30.57}, 13);
        QTest::qWait(5);
        m_panel.reset();
        QVERIFY(m_shelf.stack != nullptr);
    }

    // Last: the filter does count.
    void zzTheFilterWorks()
    {
        m_panel.reset();
        const int before = test::socketsAskedFor();
        QCOMPARE(::socket(AF_INET, SOCK_STREAM, 0), -1);
        QCOMPARE(errno, EACCES);
        QCOMPARE(::socket(AF_INET6, SOCK_DGRAM, 0), -1);
        QCOMPARE(test::socketsAskedFor(), before + 2);
        QCOMPARE(before, 0);
        m_ownSockets = test::socketsAskedFor();
    }

private:
    static void themes()
    {
        QTest::addColumn<int>("theme");
        QTest::addRow("dark") << 0;
        QTest::addRow("light") << 1;
    }
    [[nodiscard]] QImage picture()
    {
        if (!QTest::qWaitFor([this] { return m_panel->isSettled(); }, 10'000)) {
            return {};
        }
        QTest::qWait(60);
        return m_panel->grab().toImage();
    }

    QTemporaryDir m_folder;
    PackShelf m_shelf;
    std::unique_ptr<MapPanel> m_panel;
    int m_ownSockets = 0; ///< those of the last test
};

QTEST_MAIN(tst_OfflineMap)
#include "tst_OfflineMap.moc"
