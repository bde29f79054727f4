// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+B: the base map of a seat on and off, remembered, credited; a pack that cannot be used is told and harms nothing.
#include "data/packs/PackNames.h"
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "tests/support/packs/PackMaker.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/shell/BaseCredit.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReplayPage.h"
#include "widgets/shell/WallActs.h"
#include "widgets/wall/WallWindow.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;

namespace {

constexpr packs::Bounds kTown{114.1, 30.4, 114.5, 30.7};

} // namespace

class tst_BaseMapSwitch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void init()
    {
        QSettings().clear();
        m_packs = std::make_unique<QTemporaryDir>();
    }
    void withoutAPackThereIsNothing();
    void theKeySwitches_data() { test::languageRows(); }
    void theKeySwitches();
    void theSeatRemembers();
    void aPackPutInLaterIsFound();
    void aBadPackIsTold_data() { test::languageRows(); }
    void aBadPackIsTold();
    void textsOfAPackArePlain();
    void namesOfAPackAreFound_data() { test::languageRows(); }
    void namesOfAPackAreFound();
    void aDamagedTableOfNamesIsTold();
    void howFarItReachesIsDrawn_data() { test::languageRows(); }
    void howFarItReachesIsDrawn();
    void replayAndWallStandOnIt();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_packs->path().toStdString(); }
    void put(const char* file, const std::string& name, const std::string& attribution = "© 测绘院")
    {
        auto metadata = test::metadataFor(kTown, 9, 11, name);
        metadata["attribution"] = attribution;
        test::writeMbTiles(folder() / file, metadata, test::madeTiles(kTown, 9, 11, Qt::white));
    }
    static bool settle(const test::PageRoom& room)
    {
        return test::waitFor([&] {
            return room.page().seat().baseMap().isSettled()
                   && room.page().mapArea().panel().isSettled();
        });
    }
    static QString credit(const test::PageRoom& room)
    {
        const auto& label = *room.find<BaseCredit>("baseCredit");
        return label.isVisible() ? label.accessibleName() : QString();
    }
    static QImage mapPicture(const test::PageRoom& room)
    {
        QTest::qWait(60);
        return room.page().mapArea().panel().grab().toImage();
    }
    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_packs;
};

void tst_BaseMapSwitch::withoutAPackThereIsNothing()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const QImage before = mapPicture(room);
    room.page().seat().baseMap().useFolder(folder() / "none");
    QVERIFY(settle(room));
    auto& button = *room.find<KeycapButton>("baseMapButton");
    QVERIFY(!button.isVisible());
    room.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(room.page().seat().baseMap().isOn());
    QCOMPARE(mapPicture(room), before);
    QVERIFY(credit(room).isEmpty());
}

void tst_BaseMapSwitch::theKeySwitches()
{
    QFETCH(const bool, isChinese);
    put("a.mbtiles", "市区街道图");
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    const QImage plain = mapPicture(room);
    BaseMapActs& acts = room.page().seat().baseMap();
    acts.useFolder(folder());
    QVERIFY(settle(room));
    auto& button = *room.find<KeycapButton>("baseMapButton");
    QVERIFY(button.isVisible());
    QCOMPARE(button.keys(), QKeySequence(Qt::CTRL | Qt::Key_B));
    QCOMPARE(
        button.accessibleName(),
        isChinese ? QStringLiteral("底图：开") : QStringLiteral("Base map on"));
    QVERIFY(!button.geometry().intersects(room.find<BaseCredit>("baseCredit")->geometry()));
    QVERIFY(credit(room).startsWith(
        isChinese ? QStringLiteral("底图：市区街道图 © 测绘院")
                  : QStringLiteral("Base map: 市区街道图 © 测绘院")));
    const QImage with = mapPicture(room);
    QVERIFY(with != plain);

    room.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!acts.isOn());
    QVERIFY(settle(room));
    QCOMPARE(
        button.accessibleName(),
        isChinese ? QStringLiteral("底图：关") : QStringLiteral("Base map off"));
    QCOMPARE(credit(room).contains(u"测绘院"), false);
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(acts.isOn());
    QVERIFY(settle(room));
    QCOMPARE(mapPicture(room).size(), with.size());
    QVERIFY(mapPicture(room) != plain);
}

void tst_BaseMapSwitch::theSeatRemembers()
{
    put("a.mbtiles", "市区");
    {
        test::PageRoom room;
        QVERIFY(room.show());
        room.page().seat().baseMap().useFolder(folder());
        QVERIFY(settle(room));
        room.key(Qt::Key_B, Qt::ControlModifier);
    }
    test::PageRoom room;
    QVERIFY(room.show());
    room.page().seat().baseMap().useFolder(folder());
    QVERIFY(settle(room));
    QVERIFY(!room.page().seat().baseMap().isOn());
    QVERIFY(room.page().mapArea().panel().packsInView().empty());
    QCOMPARE(
        QSettings().allKeys().filter(QStringLiteral("baseMap")),
        QStringList{QStringLiteral("seat/HQ/baseMap")});
}

void tst_BaseMapSwitch::aPackPutInLaterIsFound()
{
    put("a.mbtiles", "一");
    test::PageRoom room;
    QVERIFY(room.show());
    BaseMapActs& acts = room.page().seat().baseMap();
    acts.useFolder(folder());
    QVERIFY(settle(room));
    const auto before = acts.shelf().stack;
    room.key(Qt::Key_B, Qt::ControlModifier);
    room.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(settle(room));
    QCOMPARE(acts.shelf().stack, before); // the same files: what is painted of them stays
    put("b.mbtiles", "二");
    room.key(Qt::Key_B, Qt::ControlModifier);
    room.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(settle(room));
    QCOMPARE(acts.shelf().stack->packs().size(), 2U);
    QVERIFY(credit(room).contains(u"一") && credit(room).contains(u"二"));
}

void tst_BaseMapSwitch::aBadPackIsTold()
{
    QFETCH(const bool, isChinese);
    auto vector = test::metadataFor(kTown, 9, 11);
    vector["format"] = "pbf";
    test::writeMbTiles(folder() / "矢量.mbtiles", vector, test::madeTiles(kTown, 9, 9, Qt::white));
    test::writeAll(folder() / "rubbish.pmtiles", "PMTiles\x03");
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(settle(room));
    QSignalSpy said(&room.page().seat().baseMap(), &BaseMapActs::said);
    room.page().seat().baseMap().useFolder(folder());
    QVERIFY(settle(room));
    QCOMPARE(said.count(), 1);
    const QString sentence = said.first().first().toString();
    QVERIFY2(sentence.contains(u"rubbish.pmtiles"), qPrintable(sentence));
    QVERIFY2(sentence.contains(isChinese ? u"文件不完整" : u"is cut off"), qPrintable(sentence));
    QVERIFY2(sentence.contains(isChinese ? u"另有 1 个" : u"and 1 more"), qPrintable(sentence));
    QVERIFY(room.find<KeycapButton>("baseMapButton")->isVisible()); // its tip says what is wrong
    QVERIFY(room.page().mapArea().panel().packsInView().empty());
    QVERIFY(credit(room).isEmpty());
}

// Ctrl+K and the place of a report: roads of the pack below the plan's own, whether the map is shown or not.
void tst_BaseMapSwitch::namesOfAPackAreFound()
{
    QFETCH(const bool, isChinese);
    put("a.mbtiles", "市区街道图");
    test::changeMbTiles(
        folder() / "a.mbtiles",
        std::string(packs::kNamesTable)
            + "INSERT INTO place_names VALUES('银松小路','Yinsong Lane','road',114.2657,30.6013),"
              "('唐家墩小学',NULL,'school',114.2657,30.6013);");
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    BaseMapActs& acts = room.page().seat().baseMap();
    acts.useFolder(folder());
    QVERIFY(settle(room));
    room.key(Qt::Key_B, Qt::ControlModifier); // shown or not
    const auto rowsOf = [&room](const char* list) {
        QStringList out;
        for (const ChoiceRow& row : room.find<ChoiceList>(list)->rows()) {
            out << row.title + u'|' + row.badge + u'|' + row.note;
        }
        return out;
    };
    room.key(Qt::Key_K, Qt::ControlModifier); // the names are asked for now
    UNTIL(acts.isSettled());
    auto* find = room.find<QLineEdit>("findEdit");
    QTest::keyClicks(find, QStringLiteral("ysxl"));
    const QString road = rowsOf("findList").value(0);
    QVERIFY2(
        road.contains(isChinese ? u"银松小路" : u"Yinsong Lane")
            && road.contains(isChinese ? u"底图 市区街道图" : u"base map 市区街道图"),
        qPrintable(rowsOf("findList").join(u'\n')));
    find->clear();
    QTest::keyClicks(find, QStringLiteral("tangjiadun"));
    const QStringList rows = rowsOf("findList");
    const auto school =
        rows.indexOf(QRegularExpression(QStringLiteral(".*唐家墩小学.*市区街道图.*")));
    const auto street =
        rows.indexOf(QRegularExpression(QStringLiteral("(唐家墩街|Tangjiadun)\\|.*")));
    QVERIFY2(street >= 0 && school > street, qPrintable(rows.join(u'\n')));
    find->clear();
    QTest::keyClicks(find, QStringLiteral("ysxl"));
    room.key(Qt::Key_Return);
    UNTIL(room.page().mapArea().panel().isSettled());

    room.key(Qt::Key_F2);
    QLineEdit* place = nullptr; // each sheet has one
    UNTIL(std::ranges::any_of(
        room.window->findChildren<QLineEdit*>(QStringLiteral("placeEdit")), [&place](auto* one) {
            place = one;
            return one->isVisible();
        }));
    place->setFocus();
    QTest::keyClicks(place, QStringLiteral("yinsongxiaolu"));
    QTest::keyClick(place, Qt::Key_Tab);
    QCOMPARE(place->text(), QStringLiteral("银松小路"));
}

void tst_BaseMapSwitch::aDamagedTableOfNamesIsTold()
{
    put("a.mbtiles", "市区街道图");
    test::changeMbTiles(folder() / "a.mbtiles", "CREATE TABLE place_names(x)");
    test::PageRoom room;
    QVERIFY(room.show());
    BaseMapActs& acts = room.page().seat().baseMap();
    acts.useFolder(folder());
    QVERIFY(settle(room));
    QVERIFY(!room.page().mapArea().panel().packsInView().empty()); // shown all the same
    room.key(Qt::Key_K, Qt::ControlModifier);
    UNTIL(acts.isSettled());
    const QString tip = room.find<KeycapButton>("baseMapButton")->toolTip();
    QVERIFY2(tip.contains(u"place_names") && tip.contains(u"a.mbtiles"), qPrintable(tip));
}

void tst_BaseMapSwitch::textsOfAPackArePlain()
{
    put("a.mbtiles", "<b>x</b>\u202e\u2067 & <i", "<img src=http://example.org/x.png>by \x07us");
    test::PageRoom room;
    QVERIFY(room.show());
    room.page().seat().baseMap().useFolder(folder());
    QVERIFY(settle(room));
    const QString tip = credit(room);
    QVERIFY2(!tip.contains(u"<b>") && !tip.contains(u"example.org"), qPrintable(tip));
    QVERIFY2(tip.contains(u"& <i"), qPrintable(tip)); // shown as it stands
    QVERIFY(!tip.contains(QChar(0x202e)) && !tip.contains(QChar(7)));
    QVERIFY(tip.contains(u"by us"));
}

// A frame with the pack's name and zooms, as a layer like every other: where the ground ends is no mistake of the map.
void tst_BaseMapSwitch::howFarItReachesIsDrawn()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    LayerActs& layers = room.page().seat().layers();
    const auto settled = [&] {
        return settle(room) && test::waitFor([&] { return layers.isSettled(); });
    };
    QVERIFY(settled());
    layers.setState(layerId(OwnLayer::Packs), {true, 100});
    QVERIFY(settled());
    QVERIFY(room.page().mapArea().panel().overlays() == nullptr); // there is no pack
    put("a.mbtiles", "市区街道图");
    room.page().seat().baseMap().useFolder(folder());
    QVERIFY(settled());
    const auto overlays = room.page().mapArea().panel().overlays();
    QVERIFY(overlays != nullptr);
    QCOMPARE(overlays->list.size(), 1U);
    QCOMPARE(overlays->list.front().id, std::string("packs"));
    const maps::OverlayShapes& frame = *overlays->list.front().shapes;
    const Wgs84 middle{(kTown.west + kTown.east) / 2, (kTown.south + kTown.north) / 2};
    QCOMPARE(frame.at(maps::toMercator(middle), 0).size(), 1U);
    QVERIFY(frame.at(maps::toMercator({kTown.east + 0.02, middle.lat}), 0).empty());
    QCOMPARE(
        overlays->words.front().zh, isChinese ? QStringLiteral("市区街道图 · 9–11 级")
                                              : QStringLiteral("市区街道图 · zoom 9 to 11"));
    room.key(Qt::Key_B, Qt::ControlModifier); // off: how far it would reach is still to be seen
    QVERIFY(settled());
    QVERIFY(room.page().mapArea().panel().overlays() != nullptr);
    layers.setState(layerId(OwnLayer::Packs), {false, 100});
    QVERIFY(settled());
    QVERIFY(room.page().mapArea().panel().overlays() == nullptr);
}

// The same ground on every map of the seat, with whom it is owed to; off is off on each.
void tst_BaseMapSwitch::replayAndWallStandOnIt()
{
    put("a.mbtiles", "武汉底图");
    test::PageRoom room;
    QVERIFY(room.show());
    const maps::MapPanel& watch = room.page().mapArea().panel();
    room.page().replaying().open(); // before there is any
    room.page().seat().wall().open();
    maps::MapPanel& past = room.page().replaying().page().map().panel();
    maps::MapPanel& wall = room.page().seat().wall().window()->panel();
    QVERIFY(past.baseMap() == nullptr && wall.baseMap() == nullptr);
    room.page().seat().baseMap().useFolder(folder());
    UNTIL(watch.baseMap() != nullptr);
    QCOMPARE(past.baseMap(), watch.baseMap());
    QCOMPARE(wall.baseMap(), watch.baseMap());
    const auto owed = [](const QWidget& of) {
        const auto* credit = of.findChild<BaseCredit*>(QStringLiteral("baseCredit"));
        return credit == nullptr || credit->isHidden() ? QString() : credit->accessibleName();
    };
    wall.flyTo({114.3, 30.58}, 11);
    past.flyTo({114.3, 30.58}, 11);
    UNTIL(owed(wall).contains(u"武汉底图 © 测绘院"));
    UNTIL(owed(room.page().replaying().page().map()).contains(u"武汉底图 © 测绘院"));
    wall.flyTo({113.75, 30.1}, 13); // the pack does not reach there
    UNTIL(owed(wall).isEmpty());
    room.page().seat().baseMap().toggle();
    QVERIFY(past.baseMap() == nullptr && wall.baseMap() == nullptr);
    QVERIFY(owed(room.page().replaying().page().map()).isEmpty());
    room.page().seat().wall().close();
    room.page().seat().baseMap().toggle(); // a wall that is gone harms nothing
    UNTIL(past.baseMap() != nullptr);
}

QTEST_MAIN(tst_BaseMapSwitch)
#include "tst_BaseMapSwitch.moc"
