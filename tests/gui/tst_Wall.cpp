// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wall: comes and goes by key, never moves after a gesture until ★, outlives its screen, is remembered by the seat.
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/TimeRoom.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/WallActs.h"
#include "widgets/wall/WallHead.h"
#include "widgets/wall/WallSide.h"
#include "widgets/wall/WallWindow.h"

#include <QAbstractButton>
#include <QScreen>
#include <QWheelEvent>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Wall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }

    void byKeyAndBack()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        WallWindow* window = wall(room).window();
        QVERIFY(window->isVisible() && window->isFullScreen());
        QVERIFY(window->windowHandle() != room.window->windowHandle());
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_Escape);
        UNTIL(!wall(room).isOpen());
        QVERIFY(room.window->isVisible());
    }

    void tellsWhatThereIs_data() { test::languageRows(); }
    void tellsWhatThereIs()
    {
        QFETCH(const bool, isChinese);
        test::TimeRoom room(isChinese);
        QVERIFY(open(room));
        QVERIFY(room.report(1)); // nobody takes it: there is no headquarters
        room.wait(1s);
        const QString side = wall(room).window()->side().text();
        const auto says = [](const QString& text, const QString& what) {
            return text.contains(what) || (qWarning() << "not in" << text, false);
        };
        QVERIFY(says(side, isChinese ? QStringLiteral("已逾期 2") : QStringLiteral("overdue 2")));
        QVERIFY(says(side, QStringLiteral("Second smoke")));
        QVERIFY(!side.contains(QStringLiteral("First water"))); // closed
        QVERIFY(says(side, isChinese ? QStringLiteral("在岗") : QStringLiteral("On duty")));
        QVERIFY(says(side, isChinese ? QStringLiteral("报警") : QStringLiteral("Alarms")));
        const QString head = wall(room).window()->head().text();
        QVERIFY(says(head, QStringLiteral("14:22:11")));
        QVERIFY(says(head, isChinese ? QStringLiteral("未发 1") : QStringLiteral("1 unsent")));
        QVERIFY(says(head, isChinese ? QStringLiteral("断线") : QStringLiteral("ffline")));
    }

    void neverMovesAfterAGesture()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        WallWindow& window = *wall(room).window();
        UNTIL(window.panel().isSettled());
        QVERIFY(!window.isHeld());
        const maps::Camera usual = window.panel().camera();
        window.panel().setFocus();
        QTest::keyClick(&window.panel(), Qt::Key_Plus);
        QTest::keyClick(&window.panel(), Qt::Key_Right);
        QVERIFY(window.isHeld());
        UNTIL(window.panel().isSettled());
        const maps::Camera held = window.panel().camera();
        QVERIFY(held.zoom > usual.zoom);
        QVERIFY(window.findChild<QAbstractButton*>(QStringLiteral("wallStarButton"))->isVisible());
        room.wait(3h); // everything is late now, wherever it is
        QVERIFY(room.report(3, plan::Grade::I, 30));
        room.wait(1h);
        UNTIL(window.panel().isSettled());
        QVERIFY(same(window.panel().camera(), held));
        window.resize(window.size() + QSize(40, 20));
        QVERIFY(same(window.panel().camera(), held));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Asterisk);
        QVERIFY(!window.isHeld());
        UNTIL(window.panel().isSettled() && window.panel().camera().zoom < held.zoom);
        QVERIFY(!window.findChild<QAbstractButton*>(QStringLiteral("wallStarButton"))->isVisible());
    }

    // A road closed on the duty officer's map is closed on the wall; what the seat hides from itself the room still sees.
    void whatLiesOverTheSeatsMapLiesOverTheWalls()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        maps::MapPanel& panel = wall(room).window()->panel();
        LayerActs& layers = room.page().seat().layers();
        QVERIFY(panel.overlays() == nullptr);
        const model::Draw road{
            model::DrawingKind::ClosedRoad,
            model::DrawingForm::Line,
            {{114.29, 30.58}, {114.30, 30.59}},
            "works",
            {}};
        const auto drawn = room.desk->performDrawing(road);
        UNTIL(drawn.isFinished());
        QVERIFY(drawn.result().has_value());
        UNTIL(layers.isSettled() && room.page().mapArea().panel().overlays() != nullptr);
        room.wait(1s);
        QVERIFY(panel.overlays() != nullptr);
        QCOMPARE(panel.overlays()->list.front().id, drawingLayerId(model::DrawingKind::ClosedRoad));
        layers.setState(layerId(OwnLayer::Marks), {false, 100});
        UNTIL(layers.isSettled());
        room.wait(1s);
        QCOMPARE(room.page().mapArea().panel().overlays()->ground.marks, 0.0);
        QCOMPARE(panel.overlays()->ground.marks, 1.0);
        wall(room).close();
        wall(room).open(); // another window
        QVERIFY(wall(room).window()->panel().overlays() != nullptr);
    }

    void theWheelIsAGesture()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        WallWindow& window = *wall(room).window();
        UNTIL(window.panel().isSettled());
        auto* quick = window.panel().findChild<QWidget*>();
        const QPointF at(200, 200);
        QWheelEvent wheel(
            at, quick->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(quick, &wheel);
        UNTIL(window.isHeld());
    }

    void theSeatRemembers()
    {
        maps::Camera held;
        {
            test::TimeRoom room;
            QVERIFY(open(room));
            WallWindow& window = *wall(room).window();
            UNTIL(window.panel().isSettled());
            window.panel().setFocus();
            QTest::keyClick(&window.panel(), Qt::Key_Plus);
            UNTIL(window.panel().isSettled());
            held = window.panel().camera();
            room.window->close();
        }
        test::TimeRoom room;
        room.tell();
        QVERIFY(room.show());
        // The only screen is the console's: the wall does not cover it by itself.
        room.window->restoreLayout();
        QVERIFY(!wall(room).isOpen());
        wall(room).open();
        UNTIL(wall(room).window()->panel().isSettled());
        QVERIFY(wall(room).window()->isHeld());
        QVERIFY(same(wall(room).window()->panel().camera(), held));
    }

    void itsScreenIsUnplugged()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        QString said;
        connect(&wall(room), &WallActs::said, this, [&said](const QString& text) { said = text; });
        QScreen* screen = wall(room).window()->screen();
        Q_EMIT qGuiApp->screenRemoved(screen);
        UNTIL(!wall(room).isOpen());
        QVERIFY(room.window->isVisible());
        QVERIFY(!said.isEmpty());
        Q_EMIT qGuiApp->screenAdded(screen); // plugged in again
        UNTIL(wall(room).isOpen());
        QVERIFY(wall(room).window()->isVisible());
        wall(room).window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(wall(room).window()));
        QTest::keyClick(wall(room).window(), Qt::Key_Escape);
        UNTIL(!wall(room).isOpen());
        Q_EMIT qGuiApp->screenRemoved(screen);
        Q_EMIT qGuiApp->screenAdded(screen); // an ended wall does not come back
        QVERIFY(!wall(room).isOpen());
    }

    void endsWithTheConsole()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        QVERIFY(!wall(room).window()->testAttribute(Qt::WA_QuitOnClose));
        room.window.reset();
        QCoreApplication::processEvents();
        QVERIFY(QApplication::topLevelWidgets().isEmpty() || !hasWall());
    }

private:
    static bool hasWall()
    {
        const auto all = QApplication::topLevelWidgets();
        return std::ranges::any_of(all, [](const QWidget* widget) {
            return widget->objectName() == u"wallWindow" && widget->isVisible();
        });
    }
    static bool same(const maps::Camera& a, const maps::Camera& b)
    {
        return std::abs(a.zoom - b.zoom) < 1e-9 && std::abs(a.centre.lon - b.centre.lon) < 1e-9
               && std::abs(a.centre.lat - b.centre.lat) < 1e-9;
    }
    static WallActs& wall(const test::TimeRoom& room) { return room.page().seat().wall(); }
    static bool open(test::TimeRoom& room)
    {
        room.tell();
        if (!room.show() || !test::waitFor([&] { return room.desk->incidents().size() == 3; })) {
            return false;
        }
        room.ticks.tick();
        room.board().setFocus();
        room.key(Qt::Key_F11, Qt::ControlModifier);
        return wall(room).isOpen();
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_Wall)
#include "tst_Wall.moc"
