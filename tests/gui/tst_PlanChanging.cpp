// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+Shift+B: an area redrawn by keys and by mouse with the live check, proposed, approved by another post, valid at midnight.
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "tests/support/PlanChanges.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/ground/BorderMarks.h"
#include "widgets/ground/CoverageShapes.h"
#include "widgets/ground/LayerBook.h"
#include "widgets/ground/PlaceCard.h"
#include "widgets/ground/PlanPanel.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/PlanWatch.h"

#include <QComboBox>
#include <QDateEdit>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace sz;
using namespace sz::widgets;

class tst_PlanChanging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void theKeyOpensAndCloses_data() { test::languageRows(); }
    void theKeyOpensAndCloses();
    void aBorderIsMovedByKeysAndProposed_data() { test::languageRows(); }
    void aBorderIsMovedByKeysAndProposed();
    void aCornerIsDragged();
    void aCrossedOutlineCannotBeProposed();
    void aStreetIsMovedWithANote();
    void aSeatLeftBehindIsHinted_data() { test::languageRows(); }
    void aSeatLeftBehindIsHinted();
    void whatIsDrawnIsNotLostByOneKey();
    void whoMayApproveIsTold();
    void anotherPostApproves_data() { test::languageRows(); }
    void anotherPostApproves();
    void atMidnightThePlaceIsAnothers();
    void theAreasGoIntoAFile();
    void layersShowThePlanInForce();
    void aLaptopLeavesRoomForTheMap();

private:
    static PlanChanging& acts(const test::PageRoom& room) { return room.page().seat().plan(); }
    static bool settle(const test::PageRoom& room)
    {
        return test::waitFor([&] { return room.page().isComplete(); });
    }
    static int areaOf(const test::PageRoom& room)
    {
        return test::areaWithNeighbour(room.desk->plan());
    }
    static std::size_t freeCorner(const plan::BorderEdit& edit)
    {
        const auto it = std::ranges::find_if(
            edit.corners(), [](const auto& c) { return !c.isFixed && !c.isJunction; });
        return static_cast<std::size_t>(it - edit.corners().begin());
    }
    static QString text(const test::PageRoom& room, const char* label)
    {
        return room.find<QLabel>(label)->text();
    }
    /// One change that waits, written by the post that sits there.
    static QString proposed(test::PageRoom& room, std::int64_t inDays = 3)
    {
        const auto moved = test::redrawn(room.desk->sharedPlan(), areaOf(room));
        const auto day = room.desk->plan().calendar.localDay(room.clock.now()) + inDays;
        auto done = room.desk->performPlan(model::ProposePlan{moved.change, day, "沿新路调整", 0});
        test::waitFor([&] { return done.isFinished(); });
        return done.isFinished() && done.result() ? QString::fromStdString(done.result()->entry)
                                                  : QString();
    }
    QTemporaryDir m_settings;
};

void tst_PlanChanging::theKeyOpensAndCloses()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    room.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(acts(room).isOpen());
    QCOMPARE(room.focused(), QStringLiteral("planList"));
    QVERIFY(room.page().mapArea().rect().contains(acts(room).panel().geometry()));
    QVERIFY(text(room, "planDetails").contains(isChinese ? u"预案" : u"plan"));
    room.key(Qt::Key_Escape);
    QVERIFY(!acts(room).isOpen());
    QCOMPARE(room.focused(), QStringLiteral("mapPanel"));
}

void tst_PlanChanging::aBorderIsMovedByKeysAndProposed()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    acts(room).toggle();
    acts(room).panel().setArea(areaOf(room));
    room.find<KeycapButton>("redrawButton")->setFocus();
    room.key(Qt::Key_Space);
    QVERIFY(acts(room).edit() != nullptr);
    QCOMPARE(room.focused(), QStringLiteral("mapPanel"));
    QVERIFY(text(room, "planCover").startsWith(u'✓'));
    auto& propose = *room.find<KeycapButton>("proposePlanButton");
    QVERIFY(!propose.isEnabled()); // nothing is changed yet
    const std::size_t wanted = freeCorner(*acts(room).edit());
    for (std::size_t i = 0; i <= wanted && acts(room).marks().current() != wanted; ++i) {
        room.key(Qt::Key_PageDown); // over those that nobody may move
        QVERIFY(!acts(room).edit()->corners()[*acts(room).marks().current()].isFixed);
    }
    QCOMPARE(acts(room).marks().current(), std::optional(wanted));
    const Wgs84 before = acts(room).edit()->corners()[wanted].at;
    room.key(Qt::Key_Right);
    room.key(Qt::Key_Up);
    const Wgs84 after = acts(room).edit()->corners()[wanted].at;
    QVERIFY(after.lon > before.lon && after.lat > before.lat);
    QCOMPARE(acts(room).edit()->changed().size(), std::size_t{2}); // the neighbour goes along
    QVERIFY(text(room, "planCover").startsWith(u'✓'));
    room.key(Qt::Key_Insert);
    const std::size_t added = *acts(room).marks().current();
    QVERIFY(added != wanted);
    room.key(Qt::Key_Z, Qt::ControlModifier);
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(acts(room).edit()->corners()[wanted].at.lat < after.lat);
    room.key(Qt::Key_Return);
    QCOMPARE(room.focused(), QStringLiteral("planReason"));
    QVERIFY(!propose.isEnabled()); // without a reason
    room.type(isChinese ? QStringLiteral("沿新路调整") : QStringLiteral("new road"));
    QVERIFY2(propose.isEnabled(), qPrintable(text(room, "planWord")));
    propose.setFocus();
    room.key(Qt::Key_Space);
    UNTIL(acts(room).edit() == nullptr);
    QCOMPARE(room.desk->planState()->waiting(), 1);
    auto& list = *room.find<QListWidget>("planList");
    QCOMPARE(list.count(), 1);
    QVERIFY(list.item(0)->text().contains(isChinese ? u"待批" : u"to approve"));
    QVERIFY(!acts(room).marks().compared().empty()); // before and after on the map
    // Not by who proposed it, and the key says so.
    const auto& approve = *room.find<KeycapButton>("approvePlanButton");
    QVERIFY(!approve.isEnabled());
    QVERIFY(!text(room, "planWhy").isEmpty());
    QVERIFY(room.find<KeycapButton>("withdrawPlanButton")->isVisible());
}

void tst_PlanChanging::aCornerIsDragged()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    acts(room).toggle();
    acts(room).startEdit(areaOf(room));
    const std::size_t corner = freeCorner(*acts(room).edit());
    maps::MapPanel& map = room.page().mapArea().panel();
    map.flyTo(acts(room).edit()->corners()[corner].at, 14);
    UNTIL(map.isSettled());
    BorderMarks& marks = acts(room).marks();
    const Wgs84 before = acts(room).edit()->corners()[corner].at;
    const QPoint at = map.toView(before);
    QVERIFY(marks.mask().contains(at));
    QTest::mousePress(&marks, Qt::LeftButton, {}, at);
    QTest::mouseMove(&marks, at + QPoint(6, -4));
    QTest::mouseMove(&marks, at + QPoint(12, -8));
    QTest::mouseRelease(&marks, Qt::LeftButton, {}, at + QPoint(12, -8));
    QVERIFY(acts(room).edit()->corners()[corner].at.lon > before.lon);
    QVERIFY(acts(room).edit()->canUndo());
    room.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(acts(room).edit()->corners()[corner].at, before); // one step, however long the drag
    QVERIFY(!acts(room).edit()->canUndo());
    room.key(Qt::Key_Escape);
    QVERIFY(acts(room).edit() == nullptr);
    QVERIFY(!marks.isVisible());
}

void tst_PlanChanging::aCrossedOutlineCannotBeProposed()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    acts(room).toggle();
    acts(room).startEdit(areaOf(room));
    const std::size_t corner = freeCorner(*acts(room).edit());
    BorderMarks& marks = acts(room).marks();
    Q_EMIT marks.cornerChosen(corner);
    Q_EMIT marks.cornerDragged(corner, room.desk->plan().centre, false); // across half the city
    Q_EMIT marks.cornerDragged(corner, {114.9, 31.2}, true);
    QVERIFY(!marks.faults().empty());
    QVERIFY(text(room, "planCover").startsWith(u'⚠'));
    QVERIFY(!room.find<KeycapButton>("proposePlanButton")->isEnabled());
    room.find<KeycapButton>("undoBorderButton")->click();
    QVERIFY(marks.faults().empty());
    QVERIFY(text(room, "planCover").startsWith(u'✓'));
}

void tst_PlanChanging::aStreetIsMovedWithANote()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).toggle();
    acts(room).startEdit(areaOf(room));
    auto& targets = *room.find<QComboBox>("moveTargetBox");
    QVERIFY(targets.count() > 0);
    auto& move = *room.find<KeycapButton>("addMoveButton");
    move.click();
    QCOMPARE(acts(room).panel().moves().size(), std::size_t{1});
    room.find<QListWidget>("planMoves")->setFocus(); // a wrong one is taken off again
    room.key(Qt::Key_Delete);
    QVERIFY(acts(room).panel().moves().empty());
    QVERIFY(!room.find<QListWidget>("planMoves")->isVisible());
    move.click();
    room.find<QLineEdit>("planReason")->setText(QStringLiteral("handed over"));
    auto& propose = *room.find<KeycapButton>("proposePlanButton");
    QVERIFY2(propose.isEnabled(), qPrintable(text(room, "planWord")));
    propose.click();
    UNTIL(room.desk->planState()->waiting() == 1);
    const auto& asked = *room.desk->planState()->proposals.begin()->second.asked;
    QVERIFY(asked.change.outlines.empty());
    QCOMPARE(asked.change.streets.size(), std::size_t{1});
}

void tst_PlanChanging::aSeatLeftBehindIsHinted()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    const plan::Plan& plan = room.desk->plan();
    const auto street = std::ranges::find_if(plan.streets, [&](const plan::Street& one) {
        return one.seat && plan.district(one.district)->areas.size() > 1;
    });
    acts(room).toggle();
    acts(room).startEdit(street->area);
    auto& box = *room.find<QComboBox>("moveStreetBox");
    box.setCurrentIndex(box.findData(QString::fromStdString(street->code.value)));
    QVERIFY(!room.find<QLabel>("planHint")->isVisible());
    room.find<KeycapButton>("addMoveButton")->click();
    const QString hint = text(room, "planHint");
    QVERIFY2(hint.contains(isChinese ? u"驻地" : u"seat"), qPrintable(hint));
    QVERIFY2(
        hint.contains(QString::fromStdString(isChinese ? street->name.zh : street->name.en)),
        qPrintable(hint));
    room.find<QLineEdit>("planReason")->setText(QStringLiteral("handed over"));
    QVERIFY(room.find<KeycapButton>("proposePlanButton")->isEnabled()); // a hint, no fault
}

void tst_PlanChanging::whatIsDrawnIsNotLostByOneKey()
{
    test::PageRoom room;
    QVERIFY(room.show());
    acts(room).toggle();
    acts(room).startEdit(areaOf(room));
    const std::size_t corner = freeCorner(*acts(room).edit());
    Q_EMIT acts(room).marks().cornerChosen(corner);
    room.page().mapArea().panel().setFocus();
    room.key(Qt::Key_Right);
    QVERIFY(!acts(room).edit()->changed().empty());
    room.key(Qt::Key_Escape);
    QVERIFY(acts(room).edit() != nullptr);
    QVERIFY(!text(room, "planWord").isEmpty());
    room.key(Qt::Key_Right); // it goes on: asked anew
    room.key(Qt::Key_Escape);
    QVERIFY(acts(room).edit() != nullptr);
    room.key(Qt::Key_Escape);
    QVERIFY(acts(room).edit() == nullptr);
    QVERIFY(acts(room).isOpen());
}

void tst_PlanChanging::whoMayApproveIsTold()
{
    const QString key = QStringLiteral("Ctrl+Shift+B");
    test::PageRoom room;
    UNTIL(room.isOpen());
    const QString id = proposed(room);
    {
        test::PageRoom own; // who proposed it need not be told
        QVERIFY(own.show());
        QVERIFY(!proposed(own).isEmpty());
        own.wait(Millis{1000});
        QVERIFY(!own.page().findChild<NoticeStrip*>()->text().contains(key));
    }
    room.sitAt("HQ-admin");
    QVERIFY(room.show());
    QVERIFY(settle(room));
    room.wait(Millis{1000});
    const auto& strip = *room.page().findChild<NoticeStrip*>();
    QVERIFY2(strip.text().contains(key), qPrintable(strip.text()));
    room.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    maps::MapPanel& map = room.page().mapArea().panel();
    map.flyTo({114.9, 31.2}, 14); // somewhere else
    UNTIL(map.isSettled());
    room.key(Qt::Key_Return); // on the list: shows it, beside the panel
    const Polygon& changed = acts(room).marks().compared().front().after.polygons.front();
    UNTIL(map.isSettled() && std::ranges::all_of(changed.rings.front(), [&](Wgs84 at) {
              const QPoint p = map.toView(at);
              return map.rect().contains(p) && p.x() < acts(room).panel().x();
          }));
    auto done = room.desk->performPlan(model::DecidePlan{id.toStdString(), false, "too early"});
    UNTIL(done.isFinished());
    room.wait(Millis{1000});
    UNTIL(!strip.text().contains(key));
}

void tst_PlanChanging::anotherPostApproves()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    UNTIL(room.isOpen());
    const QString id = proposed(room);
    QVERIFY(!id.isEmpty());
    room.sitAt("HQ-admin");
    QVERIFY(room.show());
    QVERIFY(settle(room));
    room.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(acts(room).panel().chosen(), id);
    QVERIFY(text(room, "planDetails").contains(QStringLiteral("沿新路调整")));
    QVERIFY(!acts(room).marks().compared().empty());
    auto& approve = *room.find<KeycapButton>("approvePlanButton");
    auto& refuse = *room.find<KeycapButton>("refusePlanButton");
    QVERIFY(approve.isEnabled());
    QVERIFY(!refuse.isEnabled()); // a refusal needs words
    room.find<QLineEdit>("planWords")->setFocus();
    room.type(isChinese ? QStringLiteral("同意") : QStringLiteral("agreed"));
    QVERIFY(refuse.isEnabled());
    approve.setFocus();
    room.key(Qt::Key_Space);
    UNTIL(room.desk->planState()->waiting() == 0);
    QCOMPARE(room.desk->planState()->approved().size(), std::size_t{1});
    QVERIFY(text(room, "planDetails").contains(isChinese ? u"同意" : u"agreed"));
    QVERIFY(!approve.isVisible());
}

void tst_PlanChanging::atMidnightThePlaceIsAnothers()
{
    test::PageRoom room;
    UNTIL(room.isOpen());
    const auto moved = test::redrawn(room.desk->sharedPlan(), areaOf(room));
    const QString id = proposed(room, 1);
    room.sitAt("HQ-admin");
    QVERIFY(room.show());
    QVERIFY(settle(room));
    auto done = room.desk->performPlan(model::DecidePlan{id.toStdString(), true, ""});
    UNTIL(done.isFinished());
    QVERIFY(done.result().has_value());
    UNTIL(room.desk->planState()->approved().size() == 1);
    PlaceActs& places = room.page().seat().places();
    places.show(moved.point);
    QCOMPARE(room.index.areaAt(moved.point), moved.from);
    const auto& one = room.desk->planState()->proposals.begin()->second;
    const Instant midnight = model::midnightOf(
        room.desk->plan(), room.desk->plan().calendar.localDay(room.clock.now()) + 1);
    QCOMPARE(one.validFrom, midnight);
    room.wait(midnight - room.clock.now() - Millis{1});
    QCOMPARE(room.index.areaAt(moved.point), moved.from);
    const QString before = room.page().seat().places().card().text();
    room.wait(Millis{1});
    QCOMPARE(room.index.areaAt(moved.point), moved.to);
    QVERIFY(room.page().seat().planWatch().plan() != room.desk->sharedPlan());
    QCOMPARE(&room.page().seat().layers().plan(), room.page().seat().planWatch().plan().get());
    QVERIFY(room.page().seat().places().card().text() != before);
    // Yesterday is answered as it was.
    QCOMPARE(
        plan::PlaceIndex(room.desk->planAt(midnight - Millis{1})).areaAt(moved.point), moved.from);
    UNTIL(
        room.page().mapArea().panel().areaAt(room.page().mapArea().panel().toView(moved.point))
        == moved.to);
}

void tst_PlanChanging::theAreasGoIntoAFile()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("areas.geojson"));
    acts(room).saver = [&](const QString& proposed, const std::function<void(QString)>& then) {
        QVERIFY(proposed.endsWith(QStringLiteral(".geojson")));
        then(path);
    };
    acts(room).toggle();
    room.find<KeycapButton>("exportAreasButton")->click();
    UNTIL(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject areas = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(areas[u"type"].toString(), QStringLiteral("FeatureCollection"));
    const QJsonArray features = areas[u"features"].toArray();
    QCOMPARE(features.size(), static_cast<qsizetype>(room.desk->plan().areas.size()));
    for (const auto& feature : features) {
        const QJsonObject outline = feature[u"geometry"].toObject();
        QVERIFY(outline[u"type"].toString().endsWith(QStringLiteral("Polygon")));
        QVERIFY(!outline[u"coordinates"].toArray().isEmpty());
        QVERIFY(feature[u"properties"].toObject()[u"area_no"].toInt() > 0);
    }
}

// The lines of orders and the circles of reach end and are measured where the plan in force says, not the folder's.
void tst_PlanChanging::layersShowThePlanInForce()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    LayerActs& layers = room.page().seat().layers();
    const int number = areaOf(room);
    const plan::Area& area = *room.desk->plan().area(number);
    model::ReportIncident report = test::plainReport("水浸", plan::Grade::IV, number);
    report.receivedAt = room.clock.now();
    const IncidentId id = room.perform({}, report);
    QVERIFY(!id.empty());
    const plan::District& far =
        *std::ranges::find_if(room.desk->plan().districts, [&](const plan::District& one) {
            return one.code != area.district;
        });
    model::OrderTo to;
    to.id = room.desk->newOrderId();
    to.unit = far.code;
    to.post = PostCode(far.code.value + "-desk");
    QVERIFY(!room.perform(id, model::IssueOrders{"查看", {to}}).empty());
    layers.setState(layerId(OwnLayer::Orders), {true, 100});
    const auto endOf = [&]() -> std::optional<maps::Mercator> {
        const auto overlays = room.page().mapArea().panel().overlays();
        if (overlays != nullptr) {
            for (const maps::Overlay& one : overlays->list) {
                if (one.id == layerId(OwnLayer::Orders).toStdString()) {
                    return one.shapes->all().front().parts.front().back();
                }
            }
        }
        return std::nullopt;
    };
    const auto isAt = [&](Wgs84 at) {
        const auto end = endOf();
        const maps::Mercator want = maps::toMercator(at);
        return end && std::abs(end->x - want.x) < 1e-9 && std::abs(end->y - want.y) < 1e-9;
    };
    UNTIL(isAt(area.label));
    auto other = std::make_shared<plan::Plan>(room.desk->plan());
    const Wgs84 moved{area.label.lon + 0.01, area.label.lat};
    std::ranges::find(other->areas, number, &plan::Area::number)->label = moved;
    layers.setPlan(other); // as PlanWatch does when a change comes into force
    UNTIL(isAt(moved));
    const auto folder = coverageShapes(*other, room.index, {area.label});
    std::ranges::find(other->areas, number, &plan::Area::number)->km2 = 5000;
    const auto larger = coverageShapes(*other, room.index, {area.label});
    QVERIFY(folder->box().width() != larger->box().width() || area.km2 > CoverageRule().centreKm2);
}

void tst_PlanChanging::aLaptopLeavesRoomForTheMap()
{
    test::PageRoom room;
    QVERIFY(room.show({1366, 768}));
    QVERIFY(settle(room));
    QVERIFY(room.board().isVisible());
    room.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(acts(room).isOpen());
    QVERIFY(!room.board().isVisible());
    const MapArea& map = room.page().mapArea();
    UNTIL(map.width() - acts(room).panel().width() >= 480);
    QVERIFY2(acts(room).panel().x() >= 480, qPrintable(QString::number(acts(room).panel().x())));
    room.key(Qt::Key_Escape);
    QVERIFY(!acts(room).isOpen());
    UNTIL(room.board().isVisible() && room.board().width() >= 300);
    room.window->resize(1600, 900); // where there is room the board stays
    acts(room).toggle();
    UNTIL(room.board().isVisible());
}

QTEST_MAIN(tst_PlanChanging)
#include "tst_PlanChanging.moc"
