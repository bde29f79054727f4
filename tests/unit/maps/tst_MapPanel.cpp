// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map under real mouse and keys: what is clicked is told, a drag is exact, and nothing moves afterwards.

#include "maps/geo/WebMercator.h"
#include "maps/view/InsetMap.h"
#include "maps/view/MapPanel.h"
#include "maps/view/ScaleBar.h"
#include "tests/support/mapdemo/SampleMarks.h"
#include "tests/support/SamplePlan.h"

#include <QGeoCoordinate>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace sz;
using namespace sz::maps;
using sz::test::samplePlan;

class tst_MapPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<MapPanel>(samplePlan());
        m_panel->resize(1024, 868);
        m_panel->setMarks(sampleMarks(*samplePlan(), Language::Chinese));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        QTRY_VERIFY(m_panel->isSettled());
        m_quick = m_panel->findChild<QQuickWidget*>();
    }
    void cleanup() { m_panel.reset(); }

    void agreesWithQtLocation()
    {
        QObject* map = m_quick->rootObject()->findChild<QObject*>(QStringLiteral("map"));
        for (const double zoom : {9.3, 11.36, 14.7}) {
            m_panel->flyTo({114.31, 30.57}, zoom);
            QTRY_VERIFY(m_panel->isSettled());
            const CameraState camera{
                toMercator(m_panel->camera().centre), m_panel->camera().zoom, m_panel->size()};
            for (double lon = 114.0; lon < 114.7; lon += 0.07) {
                for (double lat = 30.4; lat < 30.8; lat += 0.05) {
                    QPointF theirs;
                    QVERIFY(QMetaObject::invokeMethod(
                        map, "fromCoordinate", Q_RETURN_ARG(QPointF, theirs),
                        Q_ARG(QGeoCoordinate, QGeoCoordinate(lat, lon)), Q_ARG(bool, false)));
                    const QPointF ours = camera.toView(toMercator({lon, lat}));
                    QVERIFY2(
                        std::hypot(ours.x() - theirs.x(), ours.y() - theirs.y()) < 0.01,
                        qPrintable(QStringLiteral("%1 %2")
                                       .arg(ours.x() - theirs.x())
                                       .arg(ours.y() - theirs.y())));
                }
            }
        }
    }

    void aClickTellsTheArea()
    {
        QSignalSpy clicked(m_panel.get(), &MapPanel::areaClicked);
        const QPoint at = m_panel->toView(samplePlan()->area(33)->label);
        QTest::mouseClick(m_quick, Qt::LeftButton, {}, at);
        QTRY_COMPARE(clicked.count(), 1);
        QCOMPARE(clicked.first().first().toInt(), 33);
        QCOMPARE(m_panel->areaAt(at), 33);
    }

    void aClickOnADiscTellsTheMark()
    {
        QSignalSpy marks(m_panel.get(), &MapPanel::marksClicked);
        QSignalSpy areas(m_panel.get(), &MapPanel::areaClicked);
        QTest::mouseClick(
            m_quick, Qt::LeftButton, {}, m_panel->toView(markAt("041")) + QPoint(9, 9));
        QTRY_COMPARE(marks.count(), 1);
        QCOMPARE(
            marks.first().first().value<std::vector<std::string>>(),
            std::vector<std::string>{"041"});
        QCOMPARE(areas.count(), 0);
    }

    void aClickOnAClusterTellsItsMembersWorstFirst()
    {
        QSignalSpy marks(m_panel.get(), &MapPanel::marksClicked);
        QTest::mouseClick(
            m_quick, Qt::LeftButton, {}, m_panel->toView(samplePlan()->area(30)->label));
        QTRY_COMPARE(marks.count(), 1);
        const auto ids = marks.first().first().value<std::vector<std::string>>();
        QCOMPARE(ids, (std::vector<std::string>{"051", "050", "049"}));
    }

    void dragIsExactAndThenNothingMoves()
    {
        QSignalSpy clicked(m_panel.get(), &MapPanel::areaClicked);
        const Wgs84 ground = m_panel->toGround({500, 400});
        drag({500, 400}, {137, -61});
        QCOMPARE(m_panel->toView(ground), QPoint(637, 339));
        QCOMPARE(clicked.count(), 0);
        const Camera after = m_panel->camera();
        QTest::qWait(400);
        QCOMPARE(m_panel->camera().centre, after.centre);
        QCOMPARE(m_panel->camera().zoom, after.zoom);
    }

    void theWheelZoomsAboutTheCursor()
    {
        const QPoint cursor(720, 210);
        const Wgs84 ground = m_panel->toGround(cursor);
        const double before = m_panel->camera().zoom;
        wheel(cursor, 240);
        QTRY_COMPARE(m_panel->camera().zoom, before + 1);
        QVERIFY((m_panel->toView(ground) - cursor).manhattanLength() <= 1);
        wheel(cursor, -120);
        QTRY_COMPARE(m_panel->camera().zoom, before + 0.5);
        QTRY_VERIFY(m_panel->isSettled());
    }

    void zoomHasItsLimits()
    {
        m_panel->zoomBy(30);
        QCOMPARE(m_panel->camera().zoom, 16.0);
        m_panel->zoomBy(-30);
        QCOMPARE(m_panel->camera().zoom, 8.0);
    }

    void aDoubleClickZoomsIn()
    {
        const double before = m_panel->camera().zoom;
        const QPointF at(300, 300);
        ulong when =
            1'000'000; // QTest's own double click has no second release and moves its clock on
        for (const QEvent::Type type :
             {QEvent::MouseButtonPress, QEvent::MouseButtonRelease, QEvent::MouseButtonDblClick,
              QEvent::MouseButtonRelease}) {
            const bool isDown = type != QEvent::MouseButtonRelease;
            QMouseEvent event(
                type, at, m_quick->mapToGlobal(at), Qt::LeftButton,
                isDown ? Qt::LeftButton : Qt::NoButton, {});
            event.setTimestamp(when += 60);
            QCoreApplication::sendEvent(m_quick, &event);
        }
        QTRY_COMPARE(m_panel->camera().zoom, before + 1);
    }

    void hoveringTellsEachAreaOnce()
    {
        QSignalSpy hovered(m_panel.get(), &MapPanel::hoveredAreaChanged);
        QTest::mouseMove(
            m_quick,
            m_panel->toView(samplePlan()->area(30)->label)); // wherever the pointer was before
        QTest::mouseMove(m_quick, m_panel->toView(samplePlan()->area(33)->label));
        QTRY_VERIFY(!hovered.empty() && hovered.last().first().toInt() == 33);
        hovered.clear();
        const QPoint at = m_panel->toView(samplePlan()->area(19)->label);
        QTest::mouseMove(m_quick, at);
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered.first().first().toInt(), 19);
        QTest::mouseMove(m_quick, at + QPoint(3, 2));
        QTest::qWait(30);
        QCOMPARE(hovered.count(), 1);
        QTest::mouseMove(
            m_quick, m_panel->toView(samplePlan()->area(33)->label)); // two in one frame
        QTest::mouseMove(m_quick, m_panel->toView(samplePlan()->area(27)->label));
        QTRY_COMPARE(hovered.last().first().toInt(), 27);
    }

    void placingTellsAPlaceAndNothingElse()
    {
        QSignalSpy placed(m_panel.get(), &MapPanel::placeClicked);
        QSignalSpy marks(m_panel.get(), &MapPanel::marksClicked);
        QSignalSpy areas(m_panel.get(), &MapPanel::areaClicked);
        m_panel->setPlacing(true);
        QTest::mouseClick(m_quick, Qt::LeftButton, {}, m_panel->toView(markAt("041")));
        QTRY_COMPARE(placed.count(), 1);
        const auto place = placed.first().first().value<plan::Place>();
        QVERIFY(place.point.has_value());
        QVERIFY(!place.isApproximate);
        QCOMPARE(place.area, m_panel->areaAt(m_panel->toView(markAt("041"))));
        QCOMPARE(marks.count() + areas.count(), 0);
    }

    void pinnedNothingMovesIt()
    {
        m_panel->setPinned(true);
        const Camera before = m_panel->camera();
        drag({500, 400}, {80, 80});
        wheel({100, 100}, 120);
        m_panel->flyTo({114.5, 30.7}, 13);
        m_panel->home();
        QTest::keyClick(m_panel.get(), Qt::Key_Left);
        QTest::qWait(250);
        QCOMPARE(m_panel->camera().centre, before.centre);
        QCOMPARE(m_panel->camera().zoom, before.zoom);
    }

    void keysPanZoomAndComeHome()
    {
        const Camera before = m_panel->camera();
        const Wgs84 ground = m_panel->toGround({500, 400});
        QTest::keyClick(m_panel.get(), Qt::Key_Right);
        QTest::keyClick(m_panel.get(), Qt::Key_Down);
        QCOMPARE(m_panel->toView(ground), QPoint(420, 320));
        QTest::keyClick(m_panel.get(), Qt::Key_Plus);
        QCOMPARE(m_panel->camera().zoom, before.zoom + 0.5);
        QTest::keyClick(m_panel.get(), Qt::Key_Home);
        QTRY_COMPARE(m_panel->camera().zoom, before.zoom);
        QVERIFY(distanceMetres(m_panel->camera().centre, before.centre) < 1);
    }

    void flightIsShort()
    {
        const auto zoom = std::make_shared<double>(0); // a quarter of a second later
        const auto look = [this, zoom] { *zoom = m_panel->camera().zoom; };
        m_panel->flyTo({114.4, 30.5}, 13);
        QTimer::singleShot(
            250, m_panel.get(), [this, look] { QTimer::singleShot(0, m_panel.get(), look); });
        QTRY_VERIFY(*zoom > 0);
        QCOMPARE(*zoom, 13.0);
    }

    void aMarkSetTwiceIsPaintedOnce()
    {
        QSignalSpy settled(m_panel.get(), &MapPanel::settled);
        m_panel->setMarks(sampleMarks(*samplePlan(), Language::Chinese)); // the same ones
        QTest::qWait(50);
        QCOMPARE(settled.count(), 0);
    }

    void thePictureHasTheCityInIt()
    {
        for (const symbols::Theme theme : {symbols::Theme::Dark, symbols::Theme::Light}) {
            m_panel->setTheme(theme);
            QTRY_VERIFY(m_panel->isSettled());
            QTest::qWait(50);
            const QImage image = m_panel->grab().toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 3) {
                for (int x = 0; x < image.width(); x += 3) {
                    colours.insert(image.pixel(x, y));
                }
            }
            for (const symbols::Token token :
                 {symbols::Token::Zhk, symbols::Token::Zhy, symbols::Token::Zwc,
                  symbols::Token::Water, symbols::Token::Disc, symbols::Token::Red}) {
                QVERIFY2(
                    colours.contains(symbols::color(theme, token).rgb()),
                    symbols::tokenName(token));
            }
        }
    }

    void theInsetAsksForACentre()
    {
        InsetMap inset(*m_panel);
        inset.show();
        QVERIFY(QTest::qWaitForWindowExposed(&inset));
        QSignalSpy asked(&inset, &InsetMap::centreRequested);
        QTest::mouseClick(&inset, Qt::LeftButton, {}, inset.rect().center());
        QCOMPARE(asked.count(), 1);
        QVERIFY(distanceMetres(asked.first().first().value<Wgs84>(), {114.387, 30.67}) < 3000);
    }

    void theScaleBarIsRound()
    {
        QCOMPARE(roundBar(51.3, 100).first, 5000.0);
        QCOMPARE(roundBar(3.1, 100).first, 200.0);
        QVERIFY(roundBar(51.3, 100).second <= 100);
        QCOMPARE(lengthText(5000), QStringLiteral("5 km"));
        QCOMPARE(lengthText(200), QStringLiteral("200 m"));
    }

private:
    [[nodiscard]] static Wgs84 markAt(const std::string& id)
    {
        const std::vector<Mark> marks = sampleMarks(*samplePlan(), Language::Chinese);
        return std::ranges::find(marks, id, &Mark::id)->at;
    }

    void drag(QPoint from, QPoint by)
    {
        QTest::mousePress(m_quick, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 10; ++i) {
            QTest::mouseMove(m_quick, from + by * i / 10);
        }
        QTest::mouseRelease(m_quick, Qt::LeftButton, {}, from + by);
    }

    void wheel(QPoint at, int eighths)
    {
        QWheelEvent event(
            at, m_quick->mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, {}, Qt::NoScrollPhase,
            false);
        QCoreApplication::sendEvent(m_quick, &event);
    }

    std::unique_ptr<MapPanel> m_panel;
    QQuickWidget* m_quick = nullptr;
};

QTEST_MAIN(tst_MapPanel)
#include "tst_MapPanel.moc"
