// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the plan with the keyboard only, over a headquarters process: drawn at one seat, approved at another, at midnight
// the place is another area's at both; the history can be read, the areas go into a file.
#include "maps/view/MapPanel.h"
#include "tests/integration/console/TwoSeats.h"
#include "tests/support/PlanChanges.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/ground/BorderMarks.h"
#include "widgets/ground/PlanPanel.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlanChanging.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/AreaCard.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSettings>

using namespace sz;
using namespace sz::widgets;
using sz::test::TwoSeats;

namespace {

constexpr int kSteps = 8; ///< pixels that the corner goes, by arrows

/// A window of one seat, with what it knows of places; its clock is the wall's until the test lets the night pass.
struct Seat
{
    Seat(TwoSeats& seats, const char* post) : desk(seats.opened("HQ", post))
    {
        window = std::make_unique<MainWindow>(*desk, finder, index, seats.theme, ticks);
        window->resize(1600, 900);
        window->show();
    }
    ~Seat()
    {
        window.reset();
        desk.reset();
    }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

    [[nodiscard]] bool toFront() const { return TwoSeats::toFront(*window); }
    [[nodiscard]] bool isReady() const
    {
        return TwoSeats::isLive(*desk) && TwoSeats::until([&] { return page().isComplete(); });
    }
    [[nodiscard]] WatchPage& page() const { return window->page(); }
    [[nodiscard]] PlanChanging& acts() const { return page().seat().plan(); }
    [[nodiscard]] maps::MapPanel& map() const { return page().mapArea().panel(); }
    [[nodiscard]] QString text(const char* label) const
    {
        return window->findChild<QLabel*>(QLatin1StringView(label))->text();
    }
    void wait(Millis time)
    {
        clock.advance(time);
        ticks.tick();
    }

    std::unique_ptr<desk::Desk> desk;
    plan::PlaceFinder finder{test::samplePlan()};
    plan::PlaceIndex index{test::samplePlan()};
    ManualClock clock{SystemClock().now()};
    TickTimer ticks{clock};
    std::unique_ptr<MainWindow> window;
};

/// Tab by Tab; false when nothing of that name is on the way.
bool tabTo(const char* name, Qt::Key key = Qt::Key_Tab)
{
    for (int i = 0; i < 60; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus != nullptr && focus->objectName() == QLatin1StringView(name)) {
            return true;
        }
        TwoSeats::press(key);
    }
    return false;
}

struct Moved
{
    std::size_t corner = 0;
    Wgs84 point; ///< another area's afterwards
    int to = 0;
};

/// A corner that can go `kSteps` pixels east and north, as the map stands.
std::optional<Moved> movable(const plan::BorderEdit& edit, const maps::MapPanel& map)
{
    const auto plan = test::samplePlan();
    const plan::PlaceIndex before(plan);
    const QPoint centre = map.rect().center();
    const Wgs84 a = map.toGround(centre);
    const Wgs84 b = map.toGround(centre + QPoint(kSteps, -kSteps));
    plan::BorderEdit trial(plan, edit.area());
    for (std::size_t i = 0; i < trial.corners().size(); ++i) {
        const auto one = trial.corners()[i];
        const Wgs84 to{one.at.lon + b.lon - a.lon, one.at.lat + b.lat - a.lat};
        if (one.isFixed || one.isJunction || !trial.move(i, to)) {
            continue;
        }
        const Wgs84 point{(one.at.lon * 2 + to.lon) / 3, (one.at.lat * 2 + to.lat) / 3};
        const int is = plan::PlaceIndex(trial.result()).areaAt(point);
        if (trial.faults().empty() && is != 0 && is != before.areaAt(point)) {
            return Moved{i, point, is};
        }
        trial.undo();
    }
    return std::nullopt;
}

} // namespace

class TestPlanTurns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("sanzhen-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void drawnHereApprovedThereInForceForBoth();

private:
    QTemporaryDir m_settings;
};

void TestPlanTurns::drawnHereApprovedThereInForceForBoth()
{
    TwoSeats seats;
    applyTheme(*qApp, seats.theme.theme());
    Seat deputy(seats, "HQ-deputy");
    Seat chief(seats, "HQ-chief");
    QVERIFY(deputy.isReady() && chief.isReady());

    // The deputy: an area, its border, a street of it, why, from tomorrow on.
    QVERIFY(deputy.toFront());
    TwoSeats::press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(tabTo("planAreaBox"));
    const int area = test::areaWithNeighbour(*test::samplePlan());
    for (int i = 0; i < 40 && deputy.acts().panel().area() != area; ++i) {
        TwoSeats::press(Qt::Key_Down);
    }
    QCOMPARE(deputy.acts().panel().area(), area);
    QVERIFY(tabTo("redrawButton"));
    TwoSeats::press(Qt::Key_Space);
    QVERIFY(deputy.acts().edit() != nullptr);
    QVERIFY(TwoSeats::until([&] { return deputy.map().isSettled(); }));
    QVERIFY(deputy.text("planCover").startsWith(u'✓'));
    const auto moved = movable(*deputy.acts().edit(), deputy.map());
    QVERIFY(moved);
    const std::size_t corners = deputy.acts().edit()->corners().size();
    const Qt::Key there = moved->corner < corners / 2 ? Qt::Key_PageDown : Qt::Key_PageUp;
    for (std::size_t i = 0; i < corners && deputy.acts().marks().current() != moved->corner; ++i) {
        TwoSeats::press(there);
    }
    QCOMPARE(deputy.acts().marks().current(), std::optional(moved->corner));
    for (int i = 0; i < kSteps; ++i) {
        TwoSeats::press(Qt::Key_Right);
        TwoSeats::press(Qt::Key_Up);
    }
    QVERIFY2(deputy.text("planCover").startsWith(u'✓'), qPrintable(deputy.text("planCover")));
    QCOMPARE(deputy.acts().edit()->changed().size(), std::size_t{2});
    TwoSeats::press(Qt::Key_Return);
    TwoSeats::type(QStringLiteral("沿新路调整"));
    QVERIFY(tabTo("moveStreetBox", Qt::Key_Backtab));
    TwoSeats::press(Qt::Key_Down);
    QVERIFY(tabTo("addMoveButton"));
    TwoSeats::press(Qt::Key_Space);
    QCOMPARE(deputy.acts().panel().moves().size(), std::size_t{1});
    const plan::StreetMove street = deputy.acts().panel().moves().front();
    QVERIFY2(tabTo("proposePlanButton"), qPrintable(deputy.text("planWord")));
    TwoSeats::press(Qt::Key_Space);
    QVERIFY(TwoSeats::until([&] { return chief.desk->planState()->waiting() == 1; }));

    // The chief is told, looks at it, approves.
    chief.wait(Millis{1000});
    const auto& strip = *chief.window->findChild<NoticeStrip*>();
    QVERIFY2(strip.text().contains(QStringLiteral("Ctrl+Shift+B")), qPrintable(strip.text()));
    QVERIFY(chief.toFront());
    TwoSeats::press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    TwoSeats::press(Qt::Key_Return); // on the list: shows it
    QCOMPARE(chief.acts().marks().compared().size(), std::size_t{2});
    QVERIFY(chief.text("planDetails").contains(QStringLiteral("沿新路调整")));
    QVERIFY(tabTo("planWords"));
    TwoSeats::type(QStringLiteral("同意"));
    QVERIFY(tabTo("approvePlanButton"));
    TwoSeats::press(Qt::Key_Space);
    QVERIFY(TwoSeats::until([&] {
        return deputy.desk->planState()->approved().size() == 1 && chief.desk->link().unsent == 0;
    }));

    // Until midnight everything is as it was, from then on it is another area's, at both seats.
    const auto& proposal = deputy.desk->planState()->proposals.begin()->second;
    for (Seat* seat : {&deputy, &chief}) {
        QVERIFY(seat->index.areaAt(moved->point) != moved->to);
        seat->wait(proposal.validFrom - seat->clock.now());
        QCOMPARE(seat->index.areaAt(moved->point), moved->to);
        QVERIFY(TwoSeats::until(
            [&] { return seat->map().areaAt(seat->map().toView(moved->point)) == moved->to; }));
        const auto now = seat->desk->planAt(seat->clock.now());
        QCOMPARE(now->street(street.street)->area, street.area);
        const auto found = seat->finder.find(now->street(street.street)->name.zh);
        QVERIFY(std::ranges::any_of(found, [&](const plan::PlaceMatch& match) {
            return match.place.street == street.street && match.place.area == street.area;
        }));
    }

    // Who, when, why: at the seat that drew it. And the areas of that day as a file.
    QVERIFY(deputy.toFront());
    const QString history = deputy.text("planDetails");
    QVERIFY2(history.contains(QStringLiteral("同意")), qPrintable(history));
    QVERIFY2(history.contains(QStringLiteral("值班长")), qPrintable(history));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("areas.geojson"));
    deputy.acts().saver = [&](const QString&, const std::function<void(QString)>& then) {
        then(path);
    };
    QVERIFY(tabTo("exportAreasButton"));
    TwoSeats::press(Qt::Key_Space);
    QVERIFY(TwoSeats::until([&] { return QFile::exists(path); }));
}

QTEST_MAIN(TestPlanTurns)
#include "tst_PlanTurns.moc"
