// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing on the map with mouse and keys, in Chinese: what is drawn is an entry, lies on the map, can be taken off again.
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "widgets/ground/DrawCard.h"
#include "widgets/ground/DrawingBuffer.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/GroundMarks.h"
#include "widgets/shell/DrawActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/ViewActs.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QQuickWidget>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>
#include <set>
#include <tuple>

using namespace sz;
using namespace sz::widgets;

class tst_DrawOnMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void init() { QSettings().clear(); }
    void aClosedRoadByMouse();
    void aGatheringPointByKeysAlone();
    void aNoteNeedsWords();
    void outsideIsRefusedAndNothingIsLost();
    void itIsErasedFromTheList();
    void theLayerIsSwitchedOff();
    void theBoardIsNarrowedToWhatIsNear();
    void measuringAndDrawingDoNotMix();
    void noTwoKindsLookAlike();
    void aBufferIsWhatLiesWithin_data();
    void aBufferIsWhatLiesWithin();

private:
    static DrawActs& acts(const test::PageRoom& room) { return room.page().seat().drawing(); }
    static maps::MapPanel& panel(const test::PageRoom& room)
    {
        return room.page().mapArea().panel();
    }
    static bool open(test::PageRoom& room)
    {
        if (room.window == nullptr && !room.show()) {
            return false;
        }
        if (!test::waitFor([&] { return room.page().isComplete(); })) {
            return false;
        }
        test::PageRoom::key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        return acts(room).isOpen();
    }
    static void click(const test::PageRoom& room, QPoint at)
    {
        QTest::mouseClick(panel(room).findChild<QQuickWidget*>(), Qt::LeftButton, {}, at);
    }
    static bool clickCorners(const test::PageRoom& room, const std::vector<QPoint>& corners)
    {
        for (const QPoint corner : corners) {
            const std::size_t before = acts(room).corners().size();
            click(room, corner);
            if (!test::waitFor([&] { return acts(room).corners().size() == before + 1; })) {
                return false;
            }
            QTest::qWait(QApplication::doubleClickInterval() + 50); // no double click
        }
        return true;
    }
    static const std::map<std::string, model::Drawing>& drawings(const test::PageRoom& room)
    {
        return room.desk->drawings()->drawings;
    }
    static bool isOnMap(const test::PageRoom& room, model::DrawingKind kind)
    {
        const auto overlays = panel(room).overlays();
        return overlays != nullptr
               && std::ranges::contains(overlays->list, drawingLayerId(kind), &maps::Overlay::id);
    }
    QTemporaryDir m_settings;
};

void tst_DrawOnMap::aClosedRoadByMouse()
{
    test::PageRoom room(true);
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().select(room.ids.front());
    QVERIFY(open(room));
    DrawCard& card = acts(room).card();
    QVERIFY(card.isVisible());
    QCOMPARE(room.focused(), QStringLiteral("drawKinds"));
    QCOMPARE(card.kind(), model::DrawingKind::ClosedRoad);
    QCOMPARE(room.find<QListWidget>("drawKinds")->item(0)->text(), QStringLiteral("道路封闭"));
    QVERIFY(room.find<QCheckBox>("drawBound")->isChecked()); // the open incident's
    const maps::Camera before = panel(room).camera();
    QVERIFY(clickCorners(room, {{300, 300}, {420, 330}, {500, 300}}));
    QCOMPARE(panel(room).camera().centre, before.centre); // a click moves nothing
    QVERIFY(card.hint().contains(QStringLiteral("3 个拐点")));
    room.find<QLineEdit>("drawWords")->setFocus();
    room.type(QStringLiteral("江汉路施工"));
    room.key(Qt::Key_Return);
    UNTIL(drawings(room).size() == 1);
    const model::Drawing& drawn = drawings(room).begin()->second;
    QCOMPARE(drawn.drawn.kind, model::DrawingKind::ClosedRoad);
    QCOMPARE(drawn.drawn.form, model::DrawingForm::Line);
    QCOMPARE(drawn.drawn.corners.size(), std::size_t{3});
    const Wgs84 corner = panel(room).toGround({420, 330});
    QVERIFY(distanceMetres(drawn.drawn.corners[1], corner) < 0.1);
    QCOMPARE(drawn.drawn.words, std::string("江汉路施工"));
    QCOMPARE(drawn.drawn.incident, room.ids.front());
    QCOMPARE(drawn.author.unit, room.desk->unit());
    UNTIL(isOnMap(room, model::DrawingKind::ClosedRoad));
    QCOMPARE(panel(room).overlays()->words.front().zh, QStringLiteral("道路封闭 · 江汉路施工"));
    QVERIFY(acts(room).corners().empty()); // ready for the next one
    QVERIFY(card.words().isEmpty());
    QCOMPARE(room.find<QListWidget>("drawList")->count(), 1);
    QVERIFY(panel(room).rect().contains(card.geometry()));
}

void tst_DrawOnMap::aGatheringPointByKeysAlone()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    for (int i = 0; i < 4; ++i) {
        room.key(Qt::Key_Down);
    }
    QCOMPARE(acts(room).card().kind(), model::DrawingKind::Gathering);
    room.key(Qt::Key_Return); // to the map
    QCOMPARE(QApplication::focusWidget(), &panel(room));
    room.key(Qt::Key_Right);
    room.key(Qt::Key_Space);
    const Wgs84 first = panel(room).camera().centre;
    QCOMPARE(acts(room).corners(), std::vector<Wgs84>{first});
    room.key(Qt::Key_Down);
    room.key(Qt::Key_Space); // a point is one: the last
    const Wgs84 second = panel(room).camera().centre;
    QVERIFY(first != second);
    QCOMPARE(acts(room).corners(), std::vector<Wgs84>{second});
    room.key(Qt::Key_Backspace);
    QVERIFY(acts(room).corners().empty());
    room.key(Qt::Key_Return); // nothing yet: nothing is saved
    room.key(Qt::Key_Space);
    room.key(Qt::Key_Return);
    UNTIL(drawings(room).size() == 1);
    const model::Draw& drawn = drawings(room).begin()->second.drawn;
    QCOMPARE(drawn.form, model::DrawingForm::Point);
    QVERIFY(drawn.incident.empty()); // none is open: the operation's
    QVERIFY(distanceMetres(drawn.corners.front(), second) < 0.1);
    room.key(Qt::Key_Escape);
    QVERIFY(!acts(room).isOpen());
    QVERIFY(!acts(room).card().isVisible());
    QVERIFY(!panel(room).isMeasuring());
}

void tst_DrawOnMap::aNoteNeedsWords()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    QSignalSpy said(&acts(room), &DrawActs::said);
    room.key(Qt::Key_End);
    QCOMPARE(acts(room).card().kind(), model::DrawingKind::Note);
    room.key(Qt::Key_Return);
    room.key(Qt::Key_Space);
    room.key(Qt::Key_Return);
    QCOMPARE(said.last().first().toString(), QStringLiteral("注记要写字"));
    QVERIFY(drawings(room).empty());
    QCOMPARE(acts(room).corners().size(), std::size_t{1}); // stays
    room.find<QLineEdit>("drawWords")->setFocus();
    room.type(QStringLiteral("北门"));
    room.key(Qt::Key_Return);
    UNTIL(drawings(room).size() == 1);
}

void tst_DrawOnMap::outsideIsRefusedAndNothingIsLost()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    QSignalSpy said(&acts(room), &DrawActs::said);
    room.key(Qt::Key_End);
    room.find<QLineEdit>("drawWords")->setFocus();
    room.type(QStringLiteral("太远"));
    panel(room).flyTo({117.5, 30.6}, 12); // the camera may stop at the rim of the city
    UNTIL(panel(room).isSettled());
    Q_EMIT panel(room).measureClicked({117.5, 30.6});
    room.key(Qt::Key_Return);
    QVERIFY(said.last().first().toString().contains(QStringLiteral("范围")));
    QVERIFY(drawings(room).empty());
    QCOMPARE(acts(room).card().words(), QStringLiteral("太远"));
    QCOMPARE(acts(room).corners().size(), std::size_t{1});
}

void tst_DrawOnMap::itIsErasedFromTheList()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    room.key(Qt::Key_End);
    room.key(Qt::Key_Return);
    room.key(Qt::Key_Space);
    room.find<QLineEdit>("drawWords")->setFocus();
    room.type(QStringLiteral("北门"));
    room.key(Qt::Key_Return);
    auto* list = room.find<QListWidget>("drawList");
    UNTIL(list->count() == 1);
    QCOMPARE(list->item(0)->text(), QStringLiteral("北门"));
    QVERIFY(list->item(0)->toolTip().contains(QStringLiteral("指挥部")));
    UNTIL(isOnMap(room, model::DrawingKind::Note));
    list->setFocus();
    list->setCurrentRow(0);
    room.key(Qt::Key_Delete);
    UNTIL(room.desk->drawings()->standing() == 0);
    QCOMPARE(drawings(room).size(), std::size_t{1}); // who and when stays
    QVERIFY(drawings(room).begin()->second.erased.has_value());
    QCOMPARE(list->count(), 0);
    UNTIL(!isOnMap(room, model::DrawingKind::Note));
}

void tst_DrawOnMap::theLayerIsSwitchedOff()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    QVERIFY(clickCorners(room, {{300, 300}, {420, 330}}));
    panel(room).setFocus();
    room.key(Qt::Key_Return);
    UNTIL(isOnMap(room, model::DrawingKind::ClosedRoad));
    room.key(Qt::Key_Escape);
    room.key(Qt::Key_G, Qt::ControlModifier);
    LayerRow* row = room.page().seat().layers().panel().row(layerId(OwnLayer::Drawings));
    QVERIFY(row != nullptr);
    QCOMPARE(row->box().text(), QStringLiteral("标绘"));
    QVERIFY(row->box().isChecked());
    row->box().setFocus();
    room.key(Qt::Key_Space);
    UNTIL(!isOnMap(room, model::DrawingKind::ClosedRoad));
    room.key(Qt::Key_Space);
    UNTIL(isOnMap(room, model::DrawingKind::ClosedRoad));
}

void tst_DrawOnMap::theBoardIsNarrowedToWhatIsNear()
{
    test::PageRoom room(true);
    QVERIFY(room.show());
    const auto report = [&room](Wgs84 at, const char* title) {
        model::ReportIncident act = test::plainReport(title, plan::Grade::III, 1);
        act.place.point = at;
        act.place.isApproximate = false;
        act.receivedAt = room.clock.now();
        std::ignore = room.perform({}, act);
    };
    report({114.295, 30.585}, "内");
    report({114.295, 30.592}, "近"); // 222 m north of it
    report({114.295, 30.61}, "远");
    QVERIFY(open(room));
    const model::Draw cordon{
        model::DrawingKind::Cordon,
        model::DrawingForm::Area,
        {{114.29, 30.58}, {114.30, 30.58}, {114.30, 30.59}, {114.29, 30.59}},
        "",
        {}};
    const auto saved = room.desk->performDrawing(cordon);
    UNTIL(saved.isFinished());
    auto* list = room.find<QListWidget>("drawList");
    UNTIL(list->count() == 1);
    list->setFocus();
    list->setCurrentRow(0);
    const auto shown = [&room] { return room.board().model()->rowCount(); };
    QCOMPARE(shown(), 3);
    const auto buffer = [&room]() -> const maps::Overlay* {
        const auto overlays = panel(room).overlays();
        if (overlays == nullptr) {
            return nullptr;
        }
        const auto it = std::ranges::find(overlays->list, "buffer", &maps::Overlay::id);
        return it == overlays->list.end() ? nullptr : &*it;
    };
    UNTIL(isOnMap(room, model::DrawingKind::Cordon));
    QVERIFY(buffer() == nullptr);
    auto* reach = room.find<QSpinBox>("drawReach");
    reach->setFocus();
    reach->selectAll();
    room.type(QStringLiteral("300"));
    room.key(Qt::Key_Return); // the distance typed is enough
    UNTIL(buffer() != nullptr);
    QCOMPARE(buffer()->name, QStringLiteral("警戒区及周围 300 米"));
    QCOMPARE(panel(room).overlays()->words.front().zh, buffer()->name);
    const auto covers = [&buffer](Wgs84 at) {
        return !buffer()->shapes->at(maps::toMercator(at), 0).empty();
    };
    QVERIFY(covers({114.295, 30.592}) && covers({114.295, 30.585}));
    QVERIFY(!covers({114.295, 30.593})); // 333 m
    QCOMPARE(shown(), 2);
    auto* button = room.find<QPushButton>("nearDrawingButton");
    button->setFocus();
    room.key(Qt::Key_Space);
    QCOMPARE(shown(), 3);
    UNTIL(buffer() == nullptr);
    room.key(Qt::Key_Space);
    QVERIFY(room.page().seat().views().filterText().startsWith(QStringLiteral("300m@114.29")));
    UNTIL(buffer() != nullptr);
    QCOMPARE(shown(), 2);
    reach->setFocus();
    reach->setValue(0);
    room.key(Qt::Key_Return);
    QCOMPARE(shown(), 1);       // what lies in it
    UNTIL(buffer() == nullptr); // which is drawn already
    reach->setValue(100);
    room.key(Qt::Key_Return);
    UNTIL(buffer() != nullptr);
    button->setFocus();
    room.key(Qt::Key_Escape); // the card goes, the board is whole
    QCOMPARE(shown(), 3);
    UNTIL(buffer() == nullptr);
}

void tst_DrawOnMap::aBufferIsWhatLiesWithin_data()
{
    using enum model::DrawingForm;
    const std::vector<Wgs84> hook{
        {114.29, 30.58}, {114.30, 30.58}, {114.30, 30.59}, {114.295, 30.582}};
    const std::vector<Wgs84> crossing{
        {114.29, 30.58}, {114.31, 30.60}, {114.31, 30.58}, {114.29, 30.60}};
    QTest::addColumn<model::DrawingForm>("form");
    QTest::addColumn<std::vector<Wgs84>>("corners");
    QTest::newRow("a point") << Point << std::vector<Wgs84>{{114.295, 30.585}};
    QTest::newRow("a line") << Line << hook;
    QTest::newRow("an area") << Area << hook;
    QTest::newRow("an area drawn the other way round")
        << Area << std::vector<Wgs84>(hook.rbegin(), hook.rend());
    QTest::newRow("an area that crosses itself") << Area << crossing;
}

// The board's own measure and the shape on the map say the same, but for a percent at the rim.
void tst_DrawOnMap::aBufferIsWhatLiesWithin()
{
    QFETCH(model::DrawingForm, form);
    QFETCH(std::vector<Wgs84>, corners);
    constexpr double kMetres = 500;
    const model::Draw drawn{model::DrawingKind::Cordon, form, corners, "", {}};
    const maps::Overlay overlay = bufferOverlay(bufferOf(drawn, kMetres), {});
    int inside = 0;
    int outside = 0;
    for (double lon = 114.27; lon < 114.33; lon += 0.0007) {
        for (double lat = 30.56; lat < 30.62; lat += 0.0007) {
            const double metres = model::distanceTo(drawn, {lon, lat});
            if (std::abs(metres - kMetres) < kMetres / 100) {
                continue;
            }
            const bool isIn = !overlay.shapes->at(maps::toMercator({lon, lat}), 0).empty();
            QVERIFY2(
                isIn == (metres < kMetres),
                qPrintable(QStringLiteral("%1 %2: %3").arg(lon).arg(lat).arg(metres)));
            ++(isIn ? inside : outside);
        }
    }
    QVERIFY(inside > 50 && outside > 50);
    QVERIFY(bufferOf({model::DrawingKind::Note, model::DrawingForm::Point, {}, "", {}}, 500)
                .polygons.empty());
}

void tst_DrawOnMap::measuringAndDrawingDoNotMix()
{
    test::PageRoom room(true);
    QVERIFY(open(room));
    PlaceActs& places = room.page().seat().places();
    QVERIFY(clickCorners(room, {{300, 300}}));
    room.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(places.isMeasuring());
    QVERIFY(!acts(room).isOpen());
    QVERIFY(places.marks().path().empty());
    click(room, {350, 350});
    UNTIL(places.marks().path().size() == 1);
    QVERIFY(acts(room).corners().empty());
    room.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!places.isMeasuring());
    QVERIFY(acts(room).isOpen());
    QVERIFY(panel(room).isMeasuring());
    QVERIFY(places.marks().path().empty());
}

// Without any colour two kinds still differ: by form, dashes, ground or mark.
void tst_DrawOnMap::noTwoKindsLookAlike()
{
    std::set<std::tuple<bool, bool, double, double, maps::PointMark>> seen;
    for (const model::DrawingKind kind : kDrawingKindList) {
        const maps::OverlayStyle style = drawingStyle(kind);
        QVERIFY(style.tones.front() != symbols::Token::Red); // red is late
        const bool isPoint = model::canTake(kind, model::DrawingForm::Point);
        QVERIFY(seen.emplace(
                        style.isDashed, isPoint, style.fill, style.width,
                        isPoint ? style.mark : maps::PointMark::Dot)
                    .second);
    }
    QCOMPARE(seen.size(), model::kDrawingKinds);
}

QTEST_MAIN(tst_DrawOnMap)
#include "tst_DrawOnMap.moc"
