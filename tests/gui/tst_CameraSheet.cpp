// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// V by real keys against a real desk: the nearest camera, its entry in the trace first, then the system's player; act 16.
#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/ground/CameraSheet.h"
#include "widgets/models/Relations.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/VideoActs.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RelationBox.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QUrl>

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

std::shared_ptr<const plan::Plan> planWithCameras()
{
    auto plan = std::make_shared<plan::Plan>(*test::samplePlan());
    plan->endpoints = {
        {"E1",
         "江汉路口",
         "Jianghan Road",
         plan::EndpointKind::Camera,
         {114.2900, 30.5800},
         UnitCode("D02"),
         "rtsp://10.1.2.3/1"},
        {"E2",
         "唐家墩路口",
         "Tangjiadun",
         plan::EndpointKind::Camera,
         {114.2610, 30.6110},
         UnitCode("D02"),
         "https://video.example/2"},
        {"E3",
         "江汉区值班室",
         "Jianghan duty room",
         plan::EndpointKind::Room,
         {114.2612, 30.6111},
         UnitCode("D02"),
         {}}};
    return plan;
}

model::ReportIncident report(bool hasPoint = true)
{
    model::ReportIncident act;
    act.title = "餐馆液化气罐";
    act.kind = KindCode("gas.cylinders");
    act.grade = plan::Grade::III;
    act.place.text = "唐家墩街";
    act.place.area = 4;
    act.place.district = UnitCode("D02");
    if (hasPoint) {
        act.place.point = Wgs84{114.2609, 30.6110};
        act.place.isApproximate = false;
    }
    act.receivedAt = kCall;
    return act;
}

struct Room : DeskRoom
{
    explicit Room(
        const std::string& unit = "HQ",
        std::shared_ptr<const plan::Plan> ofRoom = planWithCameras())
        : DeskRoom(unit, std::move(ofRoom))
    {
        window.resize(1366, 860);
        right = new RightPane(*desk, finder, index, theme, ticks, draftFile(), &window);
        right->resize(568, 860);
        videos = new VideoActs(*desk, theme, *right, &window);
        videos->sheet().setOpener([this](const QUrl& url) {
            traced = desk->incident(shown)->trace.size(); // at the moment it is opened
            opened.push_back(url.toString());
            return hasPlayer;
        });
        QObject::connect(videos, &VideoActs::left, [this] { right->showDetail(); });
        QObject::connect(videos, &VideoActs::said, [this](const QString& text) { said = text; });
        window.show();
    }
    [[nodiscard]] bool begin(const model::ReportIncident& act = report())
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(&window);
        shown = perform({}, act);
        if (!isThere || shown.empty()) {
            return false;
        }
        right->detail().setRelations(
            std::make_shared<const Relations>(std::vector{desk->incident(shown)}));
        right->detail().setActor(desk->actor());
        right->detail().setNow(clock.now());
        right->detail().setIncident(desk->incident(shown));
        right->detail().setFocus();
        return true;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] QListWidget& list() const
    {
        return *window.findChild<QListWidget*>(QStringLiteral("cameraList"));
    }
    [[nodiscard]] QAbstractButton* button() const
    {
        return window.findChild<QAbstractButton*>(QStringLiteral("videoButton"));
    }
    [[nodiscard]] QString message() const
    {
        return videos->sheet().findChild<QLabel*>(QStringLiteral("sheetMessage"))->text();
    }
    [[nodiscard]] const model::ViewEndpoint* last() const
    {
        return std::get_if<model::ViewEndpoint>(desk->incident(shown)->trace.back().act.get());
    }

    QWidget window;
    RightPane* right;
    VideoActs* videos;
    IncidentId shown;
    std::vector<QString> opened;
    std::size_t traced = 0;
    bool hasPlayer = true;
    QString said;
};

} // namespace

class tst_CameraSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_chinese.emplace(); }
    void cleanupTestCase() { m_chinese.reset(); }

    void theNearestIsOpenedWithItsTrace()
    {
        Room room;
        QVERIFY(room.begin());
        room.key(Qt::Key_V);
        QCOMPARE(QApplication::focusWidget(), &room.list());
        QCOMPARE(room.list().count(), 3);
        QCOMPARE(room.list().item(0)->text(), QStringLiteral("唐家墩路口 · 江汉区"));
        QVERIFY(room.list().item(0)->data(Qt::UserRole + 1).toString().contains(u'米'));
        QVERIFY(room.list()
                    .item(2)
                    ->data(Qt::UserRole + 1)
                    .toString()
                    .contains(QStringLiteral("公里")));
        const std::size_t before = room.desk->incident(room.shown)->trace.size();
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return !room.opened.empty(); }));
        QCOMPARE(room.opened, (std::vector<QString>{QStringLiteral("https://video.example/2")}));
        QCOMPARE(room.traced, before + 1); // in the log before anything is seen
        QVERIFY(room.last() != nullptr && room.last()->endpoint == "E2");
        QVERIFY(!room.right->isSheetOpen());
        QVERIFY2(room.said.contains(QStringLiteral("唐家墩路口")), qPrintable(room.said));
    }

    void anotherOneWithAReason()
    {
        Room room;
        QVERIFY(room.begin());
        room.key(Qt::Key_V);
        room.key(Qt::Key_End);
        room.key(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("smoke?"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return !room.opened.empty(); }));
        QCOMPARE(room.opened.front(), QStringLiteral("rtsp://10.1.2.3/1"));
        QCOMPARE(room.last()->reason, std::string("smoke?"));
    }

    void aRoomWithoutAnAddressIsNotOpened()
    {
        Room room;
        QVERIFY(room.begin());
        room.key(Qt::Key_V);
        room.key(Qt::Key_Down);
        const std::size_t before = room.desk->incident(room.shown)->trace.size();
        room.key(Qt::Key_Return);
        QTest::qWait(50);
        QVERIFY(room.opened.empty());
        QCOMPARE(room.desk->incident(room.shown)->trace.size(), before);
    }

    void withoutAPlayerItIsSaid()
    {
        Room room;
        room.hasPlayer = false;
        QVERIFY(room.begin());
        room.key(Qt::Key_V);
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return !room.opened.empty(); }));
        QVERIFY(room.right->isSheetOpen());
        QVERIFY2(room.message().contains(QStringLiteral("https")), qPrintable(room.message()));
        QVERIFY(room.last() != nullptr); // who tried stands there all the same
    }

    void withoutAPointTheAreaServes()
    {
        Room room;
        QVERIFY(room.begin(report(false)));
        room.key(Qt::Key_V);
        QCOMPARE(room.list().count(), 3);
        QVERIFY(room.list().item(0)->data(Qt::UserRole + 1).toString().startsWith(u'约'));
    }

    void whereThePlanNamesNoneThereIsNoKey()
    {
        Room room("HQ", test::samplePlan());
        QVERIFY(room.begin());
        QVERIFY(room.button()->isHidden());
        room.videos->open(room.shown);
        QVERIFY(room.list().isHidden());
        QVERIFY(!room.window.findChild<QLabel*>(QStringLiteral("cameraEmpty"))->text().isEmpty());
    }

    void aClosedIncidentIsNoReasonToLook()
    {
        Room room;
        QVERIFY(room.begin());
        QVERIFY(!room.perform(room.shown, model::CloseIncident{"已处置"}).empty());
        QVERIFY(waitFor([&] {
            return room.desk->incident(room.shown)->state == model::IncidentState::Closed;
        }));
        const auto may = room.desk->canPerform(room.shown, model::ViewEndpoint{"E2", {}});
        QCOMPARE(may.error().code, Code::IncidentClosed);
    }

    void aRoleWithoutTheRightHasNoKey()
    {
        Room room;
        QVERIFY(room.begin());
        model::Actor viewer = room.desk->actor();
        viewer.role = plan::Role::Viewer;
        room.right->detail().setActor(viewer);
        QVERIFY(room.button()->isHidden());
    }

private:
    std::optional<test::ChineseScreen> m_chinese;
};

QTEST_MAIN(tst_CameraSheet)
#include "tst_CameraSheet.moc"
