// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The past by keys: there, entry by entry, minute by minute, to a typed moment, compared, and back to now.
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/TimeRoom.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/replay/PastBand.h"
#include "widgets/replay/TimeSlider.h"
#include "widgets/shell/CompareView.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReplayPage.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Supervising.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_Replay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }

    void thereAndBack()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        QVERIFY(room.page().replaying().isOpen());
        QVERIFY(!room.board().isVisible()); // the board of now
        QCOMPARE(shown(room).size(), 3UZ);
        QCOMPARE(room.focused(), QStringLiteral("timeSlider"));
        room.key(Qt::Key_Escape);
        QVERIFY(!room.page().replaying().isOpen());
        QVERIFY(room.board().isVisible());
        QVERIFY(room.page().commandLine().isVisible());
        room.key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(room.page().replaying().isOpen());
        room.key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(!room.page().replaying().isOpen());
    }

    void entryByEntry()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        QCOMPARE(page.past()->position, 7UZ);
        QCOMPARE(page.past()->incidents.at(room.story[0])->state, model::IncidentState::Closed);
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 6UZ);
        QCOMPARE(page.past()->incidents.at(room.story[0])->state, model::IncidentState::Pending);
        QCOMPARE(page.past()->number, 6U);
        for (int i = 0; i < 2; ++i) {
            room.key(Qt::Key_Left);
        }
        UNTIL_EQUAL(page.past()->position, 4UZ);
        QVERIFY(!page.past()->incidents.contains(room.story[2])); // it came later
        QCOMPARE(shown(room).size(), 2UZ);
        room.key(Qt::Key_Right);
        UNTIL_EQUAL(page.past()->position, 5UZ);
        room.key(Qt::Key_Home);
        UNTIL_EQUAL(page.past()->position, 1UZ);
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 0UZ);
        UNTIL(shown(room).empty());
        room.key(Qt::Key_Left); // and no farther
        room.key(Qt::Key_End);
        UNTIL_EQUAL(page.past()->position, 7UZ);
    }

    void minuteByMinute()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        const Instant end = page.past()->now;
        room.key(Qt::Key_Left, Qt::ShiftModifier);
        UNTIL(page.past()->now == end - 1min);
        QCOMPARE(page.past()->position, 6UZ);
        room.key(Qt::Key_Left, Qt::ControlModifier);
        UNTIL(page.past()->now == test::kTold); // an hour back is before the first: there it ends
        room.key(Qt::Key_Right, Qt::ShiftModifier);
        UNTIL(page.past()->now == test::kTold + 1min);
        QCOMPARE(page.past()->position, 1UZ);
    }

    // In the list the arrows to the sides lead through time, too, and the selection stays with its incident.
    void arrowsInTheList()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        ReplayPage& page = room.page().replaying().page();
        auto* board = room.find<BoardView>("pastBoard");
        board->setFocus();
        board->select(room.story[1]);
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 6UZ);
        QVERIFY(board->selectedId() == room.story[1]);
        QVERIFY(page.selected() == room.story[1]);
    }

    void typedMoments()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        room.key(Qt::Key_T, Qt::AltModifier);
        QCOMPARE(room.focused(), QStringLiteral("momentEdit"));
        room.type(QStringLiteral("#3\n").chopped(1));
        room.key(Qt::Key_Return);
        UNTIL_EQUAL(page.past()->position, 3UZ);
        QCOMPARE(room.focused(), QStringLiteral("timeSlider"));
        room.key(Qt::Key_T, Qt::AltModifier);
        room.type(QStringLiteral("13:05")); // kCall is 14:22:10 there; told from 12:22:10
        room.key(Qt::Key_Return);
        UNTIL_EQUAL(page.past()->position, 5UZ);
        room.key(Qt::Key_T, Qt::AltModifier);
        room.type(QStringLiteral("25:99"));
        room.key(Qt::Key_Return);
        QCOMPARE(room.focused(), QStringLiteral("momentEdit")); // and it says why
        room.key(Qt::Key_Escape); // out of the field, not out of the past
        QVERIFY(room.page().replaying().isOpen());
        QCOMPARE(page.past()->position, 5UZ);
    }

    void theMouse()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        auto* slider = room.find<TimeSlider>("timeSlider");
        const int y = slider->height() / 3;
        QTest::mousePress(slider, Qt::LeftButton, {}, {slider->width() / 2, y});
        UNTIL(page.past()->position > 2 && page.past()->position < 6);
        for (int x = slider->width() / 2; x > 0; x -= 16) { // dragged to the start
            QTest::mouseMove(slider, {x, y});
            QMouseEvent move(
                QEvent::MouseMove, QPointF(x, y), slider->mapToGlobal(QPointF(x, y)), Qt::NoButton,
                Qt::LeftButton, {});
            QApplication::sendEvent(slider, &move);
        }
        QTest::mouseRelease(slider, Qt::LeftButton, {}, {2, y});
        UNTIL(page.isSettled() && page.past()->position == 1);
    }

    void lateIsAsItWasThen()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        room.key(Qt::Key_T, Qt::AltModifier);
        room.type(QStringLiteral("12:45")); // the order is of 12:42
        room.key(Qt::Key_Return);
        UNTIL_EQUAL(page.past()->position, 3UZ);
        QVERIFY(
            page.past()->incidents.at(room.story[1])->lampAt(page.past()->now)
            != model::Lamp::Late);
        room.key(Qt::Key_End);
        UNTIL_EQUAL(page.past()->position, 7UZ);
        QCOMPARE(
            page.past()->incidents.at(room.story[1])->lampAt(page.past()->now), model::Lamp::Late);
    }

    void nothingCanBeDone()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const std::size_t entries = room.page().replaying().page().timeline()->size();
        QVERIFY(!room.page().commandLine().isVisible());
        auto* board = room.find<BoardView>("pastBoard");
        board->setFocus();
        board->select(room.story[1]);
        const std::map<IncidentId, model::IncidentPtr> before = room.desk->incidents();
        for (const Qt::Key key :
             {Qt::Key_F2, Qt::Key_F3, Qt::Key_F7, Qt::Key_C, Qt::Key_X, Qt::Key_M, Qt::Key_Period,
              Qt::Key_Space, Qt::Key_H, Qt::Key_E, Qt::Key_S, Qt::Key_P}) {
            room.key(key);
            QCoreApplication::processEvents();
            QVERIFY(room.page().replaying().isOpen());
        }
        QVERIFY(!room.page().right().isSheetOpen());
        QVERIFY(room.desk->incidents() == before);
        QVERIFY(room.desk->outbox().empty());
        QCOMPARE(room.page().replaying().page().timeline()->size(), entries);
    }

    void theBandSaysSo_data() { test::languageRows(); }
    void theBandSaysSo()
    {
        QFETCH(const bool, isChinese);
        test::TimeRoom room(isChinese);
        QVERIFY(enter(room));
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(room.page().replaying().page().past()->position, 6UZ);
        const QString band = room.find<PastBand>("pastBand")->text();
        QVERIFY2(
            band.contains(isChinese ? QStringLiteral("过去") : QStringLiteral("PAST")),
            qPrintable(band));
        QVERIFY2(band.contains(QStringLiteral("13:12:10")), qPrintable(band));
        QVERIFY2(
            band.contains(
                isChinese ? QStringLiteral("总值班台时钟") : QStringLiteral("headquarters' clock")),
            qPrintable(band));
        QVERIFY2(band.contains(QStringLiteral("#6")), qPrintable(band));
        QCOMPARE(test::namelessIn(*room.find<QWidget>("replayPage")), QStringList());
    }

    void compared()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        ReplayPage& page = room.page().replaying().page();
        room.key(Qt::Key_T, Qt::AltModifier);
        room.type(QStringLiteral("#3"));
        room.key(Qt::Key_Return);
        UNTIL_EQUAL(page.past()->position, 3UZ);
        room.key(Qt::Key_C, Qt::AltModifier);
        QVERIFY(page.isComparing());
        auto* view = room.find<CompareView>("compareView");
        QVERIFY(view->isVisible());
        room.key(Qt::Key_End);
        UNTIL_EQUAL(page.past()->position, 7UZ);
        const QString sum = view->sumText();
        QVERIFY2(sum.contains(QStringLiteral("2 became late")), qPrintable(sum));
        QVERIFY2(sum.contains(QStringLiteral("1 closed")), qPrintable(sum));
        QVERIFY2(sum.contains(QStringLiteral("1 new")), qPrintable(sum));
        auto* table = room.find<QTableView>("changesTable");
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("late"));
        table->setFocus();
        room.key(Qt::Key_Down);
        QVERIFY(!page.selected().empty());
        room.find<QWidget>("timeSlider")->setFocus();
        room.key(Qt::Key_C, Qt::AltModifier);
        QVERIFY(!page.isComparing() && !view->isVisible());
    }

    // Files and the plan's own layers are in no log: today's are shown, and said to be; what is only of now is not.
    void todaysLayersLieOverThePast_data() { test::languageRows(); }
    void todaysLayersLieOverThePast()
    {
        QFETCH(const bool, isChinese);
        test::TimeRoom room(isChinese);
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        maps::MapPanel& past = room.page().replaying().page().map().panel();
        const auto note = [&room] { return room.find<ElidedLabel>("replayNote")->text(); };
        const QString word = isChinese ? QStringLiteral("图层") : QStringLiteral("layers");
        QVERIFY(past.overlays() == nullptr);
        QVERIFY2(!note().contains(word), qPrintable(note()));
        room.key(Qt::Key_Escape);
        LayerActs& layers = room.page().seat().layers();
        for (const OwnLayer on : {OwnLayer::KeyPlaces, OwnLayer::Orders, OwnLayer::Heat}) {
            layers.setState(layerId(on), {true, 60});
        }
        UNTIL(layers.isSettled() && room.page().mapArea().panel().overlays() != nullptr);
        QVERIFY(room.page().mapArea().panel().overlays()->heat != nullptr);
        room.key(Qt::Key_H, Qt::ControlModifier);
        UNTIL(page.isSettled() && past.overlays() != nullptr);
        QCOMPARE(past.overlays()->list.size(), 1UZ);
        QCOMPARE(past.overlays()->list.front().id, std::string("key-places"));
        QCOMPARE(past.overlays()->list.front().opacity, 0.6);
        QVERIFY(past.overlays()->heat == nullptr);
        QVERIFY2(note().contains(word), qPrintable(note()));
        room.key(Qt::Key_Left); // and at every moment
        UNTIL_EQUAL(page.past()->position, 6UZ);
        QCOMPARE(past.overlays()->list.front().id, std::string("key-places"));
    }

    // A drill that is over lay on the map while it was planned and run, with the word for it.
    void drillsLieOnTheMapAsTheyDid()
    {
        test::TimeRoom room;
        model::PlanDrill drill{"flood drill", test::kTold + 80min, "", {}};
        drill.place.district = UnitCode("D02");
        room.tell(drill);
        QVERIFY(enter(room, false));
        const ReplayPage& page = room.page().replaying().page();
        QCOMPARE(page.past()->position, 10UZ);
        QCOMPARE(drillOn(room), QString()); // ended
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 9UZ);
        QVERIFY2(
            drillOn(room).startsWith(u"drills-running Drill running · flood drill"),
            qPrintable(drillOn(room)));
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 8UZ);
        QVERIFY2(
            drillOn(room).startsWith(u"drills-planned Drill planned · flood drill"),
            qPrintable(drillOn(room)));
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 7UZ);
        QCOMPARE(drillOn(room), QString()); // nobody had planned it yet
    }

    void otherPagesTakeItsPlace()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        room.key(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(room.page().supervising().isOpen() && !room.page().replaying().isOpen());
        room.key(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(room.page().replaying().isOpen() && !room.page().supervising().isOpen());
        room.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(!room.page().replaying().isOpen());
        QVERIFY(room.page().commandLine().isVisible());
    }

    // What came while one was away is there the next time; where one stood stays.
    void goesOnWhileAway()
    {
        test::TimeRoom room;
        QVERIFY(enter(room));
        const ReplayPage& page = room.page().replaying().page();
        room.key(Qt::Key_Left);
        UNTIL_EQUAL(page.past()->position, 6UZ);
        room.key(Qt::Key_Escape);
        QVERIFY(room.report(1)); // an own act, unsent: in no past
        room.key(Qt::Key_H, Qt::ControlModifier);
        UNTIL(page.isSettled());
        QCOMPARE(page.timeline()->size(), 7UZ);
        QCOMPARE(page.past()->position, 6UZ);
    }

    void aDeskThatWasToldNothing()
    {
        test::PageRoom room;
        QVERIFY(room.show());
        room.key(Qt::Key_H, Qt::ControlModifier);
        UNTIL(room.page().replaying().page().timeline() != nullptr);
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End}) {
            room.key(key);
        }
        room.key(Qt::Key_Escape);
        QVERIFY(!room.page().replaying().isOpen());
    }

private:
    static bool enter(test::TimeRoom& room, bool isPlain = true)
    {
        if (isPlain) {
            room.tell();
        }
        if (!room.show()) {
            return false;
        }
        if (!test::waitFor([&] { return room.desk->incidents().size() == 3; })) {
            return false;
        }
        room.board().setFocus();
        room.key(Qt::Key_H, Qt::ControlModifier);
        return test::waitFor([&] { return room.page().replaying().page().isSettled(); });
    }
    /// Layer and words of the one drill on the map of that moment; empty: none.
    static QString drillOn(test::TimeRoom& room)
    {
        const auto overlays = room.page().replaying().page().map().panel().overlays();
        if (overlays == nullptr || overlays->list.size() != 1 || overlays->banners.size() != 1) {
            return {};
        }
        return QString::fromStdString(overlays->list.front().id) + u' '
               + overlays->banners.front().zh;
    }
    static std::vector<IncidentId> shown(const test::TimeRoom& room)
    {
        std::vector<IncidentId> ids;
        const QAbstractItemModel* model = room.find<BoardView>("pastBoard")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            ids.emplace_back(model->index(row, 0)
                                 .data(static_cast<int>(BoardRole::Id))
                                 .toString()
                                 .toStdString());
        }
        return ids;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_Replay)
#include "tst_Replay.moc"
