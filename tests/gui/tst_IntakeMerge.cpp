// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A second call about the same matter: registered all the same and merged in one key (Alt+D), without a link, in both
// languages. And the circle of a key place: one grade graver, with its reason.
#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Toast.h"
#include "widgets/intake/DuplicateList.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/shell/Relating.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Undoing.h"

#include <QApplication>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

const QString kGas = QStringLiteral("餐馆后门停了一辆面包车，车里有二三十个液化气罐，路口行人多。");

model::ReportIncident earlier(const char* title)
{
    model::ReportIncident act;
    act.title = title;
    act.narrative = "面包车里有液化气罐";
    act.kind = KindCode("gas.cylinders");
    act.grade = plan::Grade::III;
    act.place.text = "唐家墩街";
    act.place.area = 4;
    act.place.district = UnitCode("D02");
    act.receivedAt = kCall - std::chrono::minutes(20);
    return act;
}

struct Room : DeskRoom
{
    explicit Room(const std::string& unit = "HQ") : DeskRoom(unit)
    {
        window.resize(1366, 900);
        right = new RightPane(*desk, finder, index, theme, ticks, draftFile(), &window);
        right->resize(568, 900);
        toast = new Toast(theme, &window, 40);
        auto* undoing = new Undoing(*desk, *toast, &window);
        relating = new Relating(*desk, *right, *undoing, &window);
        QObject::connect(undoing, &Undoing::said, relating, &Relating::said);
        QObject::connect(undoing, &Undoing::undone, relating, &Relating::incidentChosen);
        QObject::connect(
            relating, &Relating::incidentChosen, [this](const IncidentId& id) { chosen = id; });
        QObject::connect(relating, &Relating::said, [this](const QString& text) { said = text; });
        window.show();
    }
    [[nodiscard]] bool isReady()
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(&window);
        first = perform({}, earlier("第一个电话"));
        right->showSheet(&right->intake());
        right->intake().open(clock.now());
        return isThere && !first.empty();
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return right->findChild<T*>(QLatin1StringView(name));
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
    void report() const
    {
        compose(kGas);
        key(Qt::Key_Tab);
        type(QStringLiteral("tjd"));
        key(Qt::Key_Return);
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = right->intake().findChild<QLabel*>(QStringLiteral("sheetMessage"));
        return label->isVisible() ? label->text() : QString();
    }
    /// The one that is neither of the earlier ones.
    [[nodiscard]] model::IncidentPtr fresh() const
    {
        for (const auto& [id, incident] : desk->incidents()) {
            if (id != first && id != second) {
                return incident;
            }
        }
        return nullptr;
    }

    QWidget window;
    RightPane* right;
    Toast* toast;
    Relating* relating;
    IncidentId first;
    IncidentId second;
    IncidentId chosen;
    QString said;
};

} // namespace

class tst_IntakeMerge : public QObject
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

    void aSecondCallIsRegisteredAndMerged_data() { languages(); }
    void aSecondCallIsRegisteredAndMerged()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        room.report();
        const auto* button = room.find<KeycapButton>("mergeDuplicateButton1");
        QVERIFY(button->isVisible());
        QCOMPARE(button->keys(), QKeySequence(Qt::ALT | Qt::Key_D));
        QSignalSpy registered(&room.right->intake(), &IntakeSheet::registered);
        room.key(Qt::Key_D, Qt::AltModifier);
        QVERIFY(
            waitFor([&] { return room.fresh() != nullptr && !room.fresh()->mergedInto.empty(); }));
        QCOMPARE(registered.count(), 1);
        const model::IncidentPtr call = room.fresh();
        QCOMPARE(call->mergedInto, room.first);
        QCOMPARE(
            call->narrative, kGas.toStdString()); // a second call is a fact, with its own words
        QCOMPARE(call->reportedAt, kCall);
        QVERIFY(call->orders.empty());
        QVERIFY(call->hasUnsent); // there is no link
        QCOMPARE(room.desk->outbox().size(), 3U);
        const auto& act = std::get<model::MergeIncident>(*call->trace.back().act);
        QVERIFY(!act.reason.empty()); // why they looked alike
        QVERIFY(room.find<QPlainTextEdit>("narrativeEdit")->toPlainText().isEmpty());
        QVERIFY(!QFile::exists(room.draftFile()));
        QVERIFY(waitFor([&] { return room.chosen == room.first; })); // the work goes on there

        QVERIFY(room.toast->isVisible());
        QTest::keyClick(&room.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(waitFor([&] { return room.fresh()->mergedInto.empty(); }));
        QCOMPARE(room.fresh()->state, model::IncidentState::Pending);
        QVERIFY(waitFor([&] { return room.chosen == call->id; }));
    }

    void theSecondRowHasItsOwnKey()
    {
        Room room;
        QVERIFY(room.isReady());
        room.second = room.perform({}, earlier("第二个电话"));
        QVERIFY(!room.second.empty());
        room.report();
        QVERIFY(room.find<KeycapButton>("mergeDuplicateButton2")->isVisible());
        const QString title = room.find<QAbstractButton>("duplicateButton2")->accessibleName();
        room.key(Qt::Key_D, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(
            waitFor([&] { return room.fresh() != nullptr && !room.fresh()->mergedInto.empty(); }));
        const auto into = room.desk->incident(room.fresh()->mergedInto);
        QVERIFY(title.endsWith(QString::fromStdString(into->title)));
    }

    void theCallersContactIsSealedIntoTheReportFirst()
    {
        Room room;
        QVERIFY(room.isReady());
        room.report();
        room.find<QLineEdit>("contactEdit")->setText(QStringLiteral("8-0000"));
        QSignalSpy refused(&room.right->intake(), &IntakeSheet::contactRefused);
        room.key(Qt::Key_D, Qt::AltModifier);
        QVERIFY(
            waitFor([&] { return room.fresh() != nullptr && !room.fresh()->mergedInto.empty(); }));
        QCOMPARE(refused.count(), 0);
        QCOMPARE(room.fresh()->contacts.size(), 1U);
    }

    void whatIsMissingIsSaidAndNothingIsWritten()
    {
        Room room;
        QVERIFY(room.isReady());
        room.report();
        room.find<QLineEdit>("callTimeEdit")->setText(QStringLiteral("whenever"));
        room.key(Qt::Key_D, Qt::AltModifier);
        QVERIFY(!room.message().isEmpty());
        QCOMPARE(room.desk->incidents().size(), 1U);
    }

    // The orders ticked for a new incident would be lost with the merger: the officer decides.
    void tickedOrdersAreNotSwallowed()
    {
        Room room;
        QVERIFY(room.isReady());
        room.report();
        room.key(Qt::Key_P, Qt::AltModifier);
        room.key(Qt::Key_D, Qt::AltModifier);
        QVERIFY(!room.message().isEmpty());
        QCOMPARE(room.desk->incidents().size(), 1U);
    }

    void theFoundOneIsClosedMeanwhile()
    {
        Room room;
        QVERIFY(room.isReady());
        room.report();
        QCOMPARE(room.perform(room.first, model::CloseIncident{"已处置"}), room.first);
        QVERIFY(waitFor([&] {
            return room.desk->incident(room.first)->state == model::IncidentState::Closed;
        }));
        room.key(Qt::Key_D, Qt::AltModifier);
        QVERIFY(!room.message().isEmpty());
        QCOMPARE(room.desk->incidents().size(), 1U);
        QVERIFY(!room.find<KeycapButton>("mergeDuplicateButton1")->isVisible());
    }

    void whoMayNotMergeSeesWhy()
    {
        Room room("D02");
        QVERIFY(room.isReady());
        room.report();
        const auto* button = room.find<KeycapButton>("mergeDuplicateButton1");
        QVERIFY(button->isVisible() && !button->isEnabled());
        QVERIFY(!button->blockedReason().isEmpty());
        room.key(Qt::Key_D, Qt::AltModifier);
        QCOMPARE(room.desk->incidents().size(), 1U);
    }

    void nothingFiresWhileComposing()
    {
        Room room;
        QVERIFY(room.isReady());
        room.report();
        room.find<QPlainTextEdit>("narrativeEdit")->setFocus();
        QInputMethodEvent event(QStringLiteral("qiguan"), {});
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
        room.key(Qt::Key_D, Qt::AltModifier);
        QCOMPARE(room.desk->incidents().size(), 1U);
    }

    // ---- key places ----

    void insideACircleTheGradeRises_data() { languages(); }
    void insideACircleTheGradeRises()
    {
        speak();
        Room room;
        QVERIFY(room.isReady());
        QFETCH(const bool, isChinese);
        const plan::KeyPlace& key = room.plan->keyPlaces.front();
        const auto grade = [&] { return room.find<GradePicker>("gradePicker")->grade(); };
        const auto reason = [&] { return room.find<QLabel>("gradeReason")->text(); };
        room.compose(QStringLiteral("路灯不亮")); // an ordinary matter
        const auto usual = grade();
        QVERIFY(usual.has_value());
        room.right->intake().setPoint({key.point.lon, key.point.lat + 0.001}); // some 111 m north
        QCOMPARE(*grade(), plan::raised(*usual));
        QVERIFY2(
            reason().contains(QString::fromStdString(isChinese ? key.name.zh : key.name.en)),
            qPrintable(reason()));
        QVERIFY2(reason().contains(QStringLiteral("111")), qPrintable(reason()));
        // Outside again: as before, and nothing is said of it.
        room.right->intake().setPoint({key.point.lon, key.point.lat + 0.02});
        QCOMPARE(grade(), usual);
        QVERIFY(!reason().contains(QString::fromStdString(isChinese ? key.name.zh : key.name.en)));
    }

    void aGradePickedByHandStays()
    {
        Room room;
        QVERIFY(room.isReady());
        const plan::KeyPlace& key = room.plan->keyPlaces.front();
        room.compose(QStringLiteral("路灯不亮"));
        room.right->intake().setPoint({key.point.lon, key.point.lat + 0.02});
        QTest::keyClick(room.find<GradePicker>("gradePicker"), Qt::Key_4);
        room.right->intake().setPoint({key.point.lon, key.point.lat + 0.001});
        QCOMPARE(room.find<GradePicker>("gradePicker")->grade(), plan::Grade::IV);
    }
};

QTEST_MAIN(tst_IntakeMerge)
#include "tst_IntakeMerge.moc"
