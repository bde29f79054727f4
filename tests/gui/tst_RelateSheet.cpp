// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// G and W by real keys against a real desk, in both languages: picked, merged, grouped, taken out, separated, watched.
#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/TypedDay.h"
#include "widgets/common/Toast.h"
#include "widgets/intake/RelateSheet.h"
#include "widgets/intake/WatchSheet.h"
#include "widgets/shell/Relating.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Undoing.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RelationBox.h"

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

model::ReportIncident report(const char* title, const char* place = "唐家墩街")
{
    model::ReportIncident act;
    act.title = title;
    act.kind = KindCode("gas.cylinders");
    act.grade = plan::Grade::III;
    act.place.text = place;
    act.place.area = 4;
    act.place.district = UnitCode("D02");
    act.receivedAt = kCall;
    return act;
}

/// The right pane of the watch with what joins it, over a desk of three incidents.
struct Room : DeskRoom
{
    explicit Room(const std::string& unit = "HQ") : DeskRoom(unit)
    {
        window.resize(1366, 860);
        right = new RightPane(*desk, finder, index, theme, ticks, draftFile(), &window);
        right->resize(568, 860);
        toast = new Toast(theme, &window, 40);
        auto* undoing = new Undoing(*desk, *toast, &window);
        relating = new Relating(*desk, *right, *undoing, &window);
        QObject::connect(undoing, &Undoing::said, relating, &Relating::said);
        QObject::connect(undoing, &Undoing::undone, relating, &Relating::incidentChosen);
        QObject::connect(
            relating, &Relating::incidentChosen, [this](const IncidentId& id) { chosen = id; });
        QObject::connect(relating, &Relating::said, [this](const QString& text) {
            toast->showMessage(text);
            said = text;
        });
        QObject::connect(relating, &Relating::saved, [this] { right->showDetail(); });
        QObject::connect(relating, &Relating::left, [this] { right->showDetail(); });
        QObject::connect(desk.get(), &desk::Desk::changed, [this] { show(); });
        window.show();
    }
    [[nodiscard]] bool isReady()
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(&window);
        school = perform({}, report("培训学校停业"));
        parents = perform({}, report("家长聚集", "育才路"));
        gas = perform({}, report("餐馆液化气罐"));
        return isThere && !school.empty() && !parents.empty() && !gas.empty();
    }
    void select(const IncidentId& id)
    {
        shown = id;
        show();
        right->detail().setFocus();
    }
    void show()
    {
        std::vector<model::IncidentPtr> all;
        for (const auto& [id, incident] : desk->incidents()) {
            all.push_back(incident);
        }
        relating->setRelations(std::make_shared<const Relations>(all));
        right->detail().setActor(desk->actor());
        right->detail().setNow(clock.now());
        if (const auto incident = desk->incident(shown)) {
            right->detail().setIncident(incident);
        }
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return window.findChild<T*>(QLatin1StringView(name));
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    void compose(const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] bool hasFocus(const char* name) const
    {
        return QApplication::focusWidget() == find<QWidget>(name);
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = right->relate().findChild<QLabel*>(QStringLiteral("sheetMessage"));
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] model::IncidentPtr at(const IncidentId& id) const { return desk->incident(id); }

    QWidget window;
    RightPane* right;
    Toast* toast;
    Relating* relating;
    IncidentId school;
    IncidentId parents;
    IncidentId gas;
    IncidentId shown;
    IncidentId chosen;
    QString said;
};

} // namespace

class tst_RelateSheet : public QObject
{
    Q_OBJECT

    std::optional<sz::test::ChineseScreen> m_chinese;

    static void languages()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("zh_CN") << true;
        QTest::newRow("en") << false;
    }
    void speak()
    {
        QFETCH(const bool, isChinese);
        if (isChinese) {
            m_chinese.emplace();
        }
    }

private Q_SLOTS:
    static void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }
    void cleanup() { m_chinese.reset(); }

    void typedPickedAndMerged_data() { languages(); }
    void typedPickedAndMerged()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        room.select(room.parents);
        room.key(Qt::Key_G);
        QVERIFY(room.hasFocus("relateOtherEdit"));
        room.type(QStringLiteral("pxxx")); // 培训学校
        QVERIFY(room.find<PickEdit>("relateOtherEdit")->isListOpen());
        QCOMPARE(room.find<PickEdit>("relateOtherEdit")->list()->rows().size(), 1U);
        room.key(Qt::Key_Return);
        QVERIFY(room.hasFocus("relateReasonEdit"));
        room.compose(QStringLiteral("同一件事"));
        room.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(waitFor([&] { return !room.at(room.parents)->mergedInto.empty(); }));
        QCOMPARE(room.at(room.parents)->mergedInto, room.school);
        QCOMPARE(room.at(room.parents)->state, model::IncidentState::Closed);
        const auto& act = std::get<model::MergeIncident>(*room.at(room.parents)->trace.back().act);
        QCOMPARE(act.reason, std::string("同一件事"));
        QVERIFY(waitFor([&] { return room.toast->isVisible(); }));
        QVERIFY(!room.right->isSheetOpen());

        // Enter leads to it; undo is an act of its own.
        QVERIFY(room.relating->follow(room.parents));
        QCOMPARE(room.chosen, room.school);
        QTest::keyClick(&room.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.at(room.parents)->mergedInto.empty(); }));
        QCOMPARE(room.at(room.parents)->state, model::IncidentState::Pending);
        QCOMPARE(room.at(room.parents)->trace.size(), 3U);
    }

    void ctrlEnterDoesWhatItsButtonSays_data() { languages(); }
    void ctrlEnterDoesWhatItsButtonSays()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        model::IssueOrders orders;
        orders.text = "看";
        orders.to.push_back(
            {room.desk->newOrderId(), UnitCode("L06"), PostCode("L06-desk"), true, 10, 60, 0});
        QCOMPARE(room.perform(room.gas, orders), room.gas);
        QVERIFY(waitFor([&] { return !room.at(room.gas)->orders.empty(); }));
        room.select(room.gas);
        room.key(Qt::Key_G);
        room.compose(QStringLiteral("停业"));
        room.key(Qt::Key_Return);
        // Its order is open: it cannot be merged, and the button says so; grouped it can be.
        QVERIFY(!room.find<KeycapButton>("mergeButton")->blockedReason().isEmpty());
        QVERIFY(room.find<KeycapButton>("groupButton")->blockedReason().isEmpty());
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.at(room.gas)->group == room.school; }));
        QVERIFY(waitFor([&] { return room.right->detail().isVisible(); })); // the receipt is in
        QCOMPARE(room.at(room.gas)->state, model::IncidentState::Active);

        room.select(room.school);
        const auto* mark = room.find<QAbstractButton>("belowLink1");
        QVERIFY(mark->isVisible());
        room.select(room.gas);
        QVERIFY(room.find<QAbstractButton>("aboveLink")
                    ->accessibleName()
                    .contains(QStringLiteral("培训学校停业")));
        room.find<QAbstractButton>("aboveLink")->setFocus();
        room.key(Qt::Key_Return);
        QCOMPARE(room.chosen, room.school);

        room.key(Qt::Key_G);
        QVERIFY(room.hasFocus("relateOtherEdit"));
        room.key(Qt::Key_3, Qt::AltModifier);
        QVERIFY(waitFor([&] { return room.at(room.gas)->group.empty(); }));
    }

    void separatingNeedsAReason_data() { languages(); }
    void separatingNeedsAReason()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        QCOMPARE(room.perform(room.gas, model::MergeIncident{room.school, {}}), room.gas);
        QVERIFY(waitFor([&] { return !room.at(room.gas)->mergedInto.empty(); }));
        room.select(room.gas);
        room.key(Qt::Key_G);
        QVERIFY(room.hasFocus("relateReasonEdit"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!room.message().isEmpty());
        QVERIFY(room.hasFocus("relateReasonEdit"));
        QVERIFY(!room.at(room.gas)->mergedInto.empty());
        room.compose(QStringLiteral("另一处"));
        room.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(waitFor([&] { return room.at(room.gas)->mergedInto.empty(); }));
    }

    void neverAnIncidentThatIsBelowOrClosed()
    {
        Room room;
        QVERIFY(room.isReady());
        QCOMPARE(room.perform(room.gas, model::GroupIncident{room.school}), room.gas);
        QCOMPARE(room.perform(room.parents, model::MergeIncident{room.gas, {}}), room.parents);
        QVERIFY(waitFor([&] { return !room.at(room.parents)->mergedInto.empty(); }));
        room.select(room.school);
        room.key(Qt::Key_G);
        room.type(QStringLiteral("y")); // all three have it in title or place
        QVERIFY(!room.find<PickEdit>("relateOtherEdit")->isListOpen());
        QVERIFY(!room.message().isEmpty()); // says why there is nothing
        room.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(room.hasFocus("relateOtherEdit"));
        QVERIFY(room.at(room.school)->mergedInto.empty());
    }

    void theOtherOneIsClosedWhileTheSheetIsOpen()
    {
        Room room;
        QVERIFY(room.isReady());
        room.select(room.gas);
        room.key(Qt::Key_G);
        room.type(QStringLiteral("jzjj")); // 家长聚集
        room.key(Qt::Key_Return);
        QCOMPARE(room.perform(room.parents, model::MergeIncident{room.school, {}}), room.parents);
        QVERIFY(waitFor([&] { return !room.at(room.parents)->mergedInto.empty(); }));
        room.key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(!room.message().isEmpty());
        QVERIFY(room.at(room.gas)->mergedInto.empty());
    }

    void nothingFiresWhileComposing()
    {
        Room room;
        QVERIFY(room.isReady());
        room.select(room.gas);
        room.key(Qt::Key_G);
        QInputMethodEvent event(QStringLiteral("tingye"), {});
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        room.key(Qt::Key_Escape);
        QVERIFY(room.right->isSheetOpen());
    }

    void aDistrictSeesButDoesNotRelate()
    {
        Room room("D02");
        QVERIFY(room.isReady());
        room.select(room.gas);
        QVERIFY(!room.find<QAbstractButton>("relateButton")->isVisible());
        QVERIFY(!room.find<QAbstractButton>("watchButton")->isVisible());
        room.key(Qt::Key_G);
        QVERIFY(!room.right->isSheetOpen());
    }

    void goingToOneThisDeskWasNeverTold()
    {
        Room room;
        QVERIFY(room.isReady());
        QCOMPARE(
            room.perform(room.gas, model::MergeIncident{IncidentId("01KNOWHERE"), {}}), room.gas);
        QVERIFY(waitFor([&] { return !room.at(room.gas)->mergedInto.empty(); }));
        room.select(room.gas);
        const QString words = room.find<QAbstractButton>("aboveLink")->accessibleName();
        QVERIFY2(words.contains(QStringLiteral("not on this board")), qPrintable(words));
        QVERIFY(room.relating->follow(room.gas));
        QVERIFY(waitFor([&] { return !room.said.isEmpty(); }));
        QVERIFY(room.chosen.empty());
    }

    void watchedUntilADay_data() { languages(); }
    void watchedUntilADay()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        room.select(room.gas);
        room.key(Qt::Key_W);
        QVERIFY(room.hasFocus("watchUntilEdit"));
        room.type(QStringLiteral("soon"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!room.at(room.gas)->watchUntil);
        room.find<QLineEdit>("watchUntilEdit")->clear();
        room.type(QStringLiteral("10-20"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(room.hasFocus("watchReasonEdit")); // the rules want a reason
        room.compose(QStringLiteral("每日回访"));
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.at(room.gas)->watchUntil.has_value(); }));
        QVERIFY(waitFor([&] { return room.right->detail().isVisible(); })); // the receipt is in
        const auto& steps = room.at(room.gas)->steps;
        QVERIFY(std::ranges::contains(steps, model::StepKind::Watch, &model::Step::kind));
        QVERIFY(room.find<QAbstractButton>("watchMark")
                    ->accessibleName()
                    .contains(QStringLiteral("10-20")));
        // Late when the day is over, as any step.
        QCOMPARE(room.at(room.gas)->lampAt(*room.at(room.gas)->watchUntil), model::Lamp::Late);
        room.key(Qt::Key_W);
        room.key(Qt::Key_S, Qt::AltModifier);
        QVERIFY(waitFor([&] { return !room.at(room.gas)->watchUntil; }));
    }

    void daysAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("minutes"); ///< after the call, 2026-10-17 14:22:10; -1: none
        const auto row = [](const char* typed, std::int64_t minutes) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<qint64>(minutes);
        };
        row("3d", 3 * 1440);
        row("3天", 3 * 1440);
        row("４８ｈ", 2 * 1440);
        row("10-17", 9 * 60 + 37 - 1);
        row("10-20", 3 * 1440 + 9 * 60 + 37 - 1);
        row("10/20", 3 * 1440 + 9 * 60 + 37 - 1);
        row("10月20日", 3 * 1440 + 9 * 60 + 37 - 1);
        row("2026-10-20", 3 * 1440 + 9 * 60 + 37 - 1);
        row("10-16", -1); // yesterday, not next year's
        row("5-17", -1);
        row("1-05", 80 * 1440 + 9 * 60 + 37 - 1);
        row("2025-10-20", -1);
        row("2-30", -1);
        row("13-01", -1);
        row("3", -1);
        row("", -1);
        row("soon", -1);
    }
    void daysAsPeopleTypeThem()
    {
        QFETCH(const QString, typed);
        QFETCH(const qint64, minutes);
        const auto day = typedDay(typed, kCall, 480);
        QCOMPARE(day.has_value(), minutes >= 0);
        if (day) {
            QCOMPARE(std::chrono::floor<Minutes>(*day - kCall).count(), minutes);
        }
    }

    void everyFocusableWidgetHasAName()
    {
        Room room;
        QVERIFY(room.isReady());
        room.relating->openRelate(room.gas);
        QCOMPARE(test::namelessIn(room.right->relate()), QStringList());
        room.relating->openWatch(room.gas);
        QCOMPARE(test::namelessIn(room.right->watchSheet()), QStringList());
    }
};

QTEST_MAIN(tst_RelateSheet)
#include "tst_RelateSheet.moc"
