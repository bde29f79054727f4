// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The 25 acts of a duty officer's day, each by keys alone, in both languages, over a real headquarters and a second desk.
#include "tests/integration/console/DutyRoom.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/ground/CameraSheet.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/late/LatePanel.h"
#include "widgets/late/LateView.h"
#include "widgets/score/BriefPage.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/LateActs.h"
#include "widgets/shell/ReportRoom.h"
#include "widgets/watch/AreaCard.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/DutyCard.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QUrl>

#include <array>
#include <set>

using namespace sz;
using namespace sz::widgets;
using sz::test::DutyRoom;

namespace {

class Day : public DutyRoom
{
public:
    using DutyRoom::DutyRoom;
    using Step = bool (Day::*)();
    struct Act
    {
        int number;
        const char* name;
        Step step;
    };
    static const std::vector<Act>& acts();

    QString note;   ///< where it stopped
    QString opened; ///< address given to the player
    IncidentId school;
    IncidentId second;

private:
    bool at(bool condition, const char* what)
    {
        if (!condition && note.isEmpty()) {
            note = QStringLiteral("%1 (focus: %2)").arg(QLatin1StringView(what), focused());
        }
        return condition;
    }
    [[nodiscard]] model::IncidentPtr now() const { return office->incident(school); }
    [[nodiscard]] const model::Order* orderOf(const char* unit) const
    {
        const auto it = std::ranges::find(now()->orders, UnitCode(unit), &model::Order::unit);
        return it == now()->orders.end() ? nullptr : &*it;
    }
    template <class T>
    T* find(const char* name)
    {
        T* open = window->page().right().currentWidget()->findChild<T*>(QLatin1StringView(name));
        return open != nullptr ? open : window->findChild<T*>(QLatin1StringView(name));
    }

    bool place(const char* typed)
    {
        press(Qt::Key_Tab);
        if (!at(hasFocus("placeEdit"), "Tab leads to the place")) {
            return false;
        }
        type(QString::fromLatin1(typed));
        QTest::qWait(100);
        press(Qt::Key_Return);
        return true;
    }
    bool line(const QString& text)
    {
        press(Qt::Key_J, Qt::ControlModifier);
        if (!at(hasFocus("commandInput"), "Ctrl+J leads to the line")) {
            return false;
        }
        type(text);
        QTest::qWait(60);
        return at(hasFocus("commandInput"), "the line keeps the keys");
    }
    bool words(const char* field, const QString& text)
    {
        if (!at(hasFocus(field), field)) {
            return false;
        }
        type(text);
        press(Qt::Key_Return, Qt::ControlModifier);
        return true;
    }

    bool takeReport()
    {
        press(Qt::Key_F2);
        return at(hasFocus("narrativeEdit"), "F2 opens the report, the cursor in the words")
               && (type(QStringLiteral("徐东一家培训学校突然停业，家长到场咨询")), true);
    }
    bool placeIt()
    {
        return place("xjpj")
               && at(
                   until([&] {
                       return find<QLineEdit>("placeEdit")
                           ->text()
                           .startsWith(QStringLiteral("徐家棚"));
                   }),
                   "initials found the place");
    }
    // A digit in a field is a digit: the grade is given from any of the sheet's buttons.
    bool gradeIt()
    {
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_Tab);
            const QWidget* focus = QApplication::focusWidget();
            if (qobject_cast<const QLineEdit*>(focus) == nullptr
                && qobject_cast<const QPlainTextEdit*>(focus) == nullptr) {
                break;
            }
        }
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        if (!at(until([&] { return office->incidents().size() == 3; }), "registered")) {
            return false;
        }
        school = fresh({old, recent});
        return at(now()->grade == plan::Grade::II, "grade II")
               && at(now()->place.district == UnitCode("D05"), "its district")
               && at(
                   until([&] { return window->page().right().detail().incidentId() == school; }),
                   "its detail is open");
    }
    bool mergeDuplicate()
    {
        press(Qt::Key_F2);
        if (!at(hasFocus("narrativeEdit"), "F2")) {
            return false;
        }
        type(QStringLiteral("徐东培训学校停业，又有家长来电咨询"));
        if (!place("xjpj")) {
            return false;
        }
        auto* offer = find<QWidget>("mergeDuplicateButton1");
        if (!at(until([&] { return offer->isVisible(); }), "the duplicate is offered")) {
            return false;
        }
        press(Qt::Key_D, Qt::AltModifier);
        if (!at(until([&] { return office->incidents().size() == 4; }), "the call is a fact")) {
            return false;
        }
        second = fresh({old, recent, school});
        return at(until([&] { return office->incident(second)->mergedInto == school; }), "merged");
    }
    bool sendOrder()
    {
        return at(choose(*window, school), "chosen") && line(QStringLiteral("派 武昌,教育 24h"))
               && (press(Qt::Key_Return), true)
               && at(until([&] { return now()->orders.size() == 2; }), "two orders")
               && at(
                   until([&] { return district->incident(school) != nullptr; }), "at the district");
    }
    bool chase()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        press(Qt::Key_C);
        return at(
            until([&] {
                return std::ranges::all_of(
                    now()->orders, [](const model::Order& o) { return o.reminders == 1; });
            }),
            "all unsigned reminded");
    }
    bool logLine()
    {
        const auto before = now()->trace.size();
        press(Qt::Key_Period);
        return words("wordEdit", QStringLiteral("家长代表已到接待点"))
               && at(until([&] { return now()->trace.size() == before + 1; }), "in the trace");
    }
    // At the unit's own desk; what the office sees of it.
    bool changeStatus()
    {
        if (!at(until([&] { return !district->incident(school)->orders.empty(); }), "ordered")
            || !at(choose(*districtWindow, school), "chosen at the district")) {
            return false;
        }
        const std::array steps{
            std::pair{Qt::Key_S, model::OrderState::Signed},
            std::pair{Qt::Key_A, model::OrderState::Moving},
            std::pair{Qt::Key_A, model::OrderState::OnScene}};
        for (const auto& [key, state] : steps) {
            press(key);
            if (!at(until([&] { return orderOf("D05")->state == state; }), "the office sees it")) {
                return false;
            }
        }
        return true;
    }
    bool seeLate()
    {
        if (!at(toList(*window), "list")) {
            return false;
        }
        press(Qt::Key_F9);
        LateActs& late = window->page().seat().late();
        const bool isThere = at(until([&] { return late.isOpen(); }), "F9 opens what is late")
                             && at(late.panel().view().currentAlarm().has_value(), "a row")
                             && at(
                                 late.panel().view().currentAlarm()->incident->id == old,
                                 "the forgotten one stands first");
        press(Qt::Key_Escape);
        return isThere && at(until([&] { return !late.isOpen(); }), "Esc puts it away");
    }
    [[nodiscard]] bool isNamed()
    {
        AlarmRow& row = window->page().alarms();
        return at(until([&] { return row.current().has_value() && row.isSettled(); }), "an alarm");
    }
    bool raise()
    {
        if (!at(toList(*window), "list") || !isNamed()) {
            return false;
        }
        const Alarm named = *window->page().alarms().current();
        press(Qt::Key_Up, Qt::AltModifier);
        return at(
            until([&] {
                return office->incident(named.incident->id)->raised.contains(named.step.ref());
            }),
            "raised by hand");
    }
    bool acknowledge()
    {
        if (!at(toList(*window), "list") || !isNamed()) {
            return false;
        }
        const Alarm named = *window->page().alarms().current();
        press(Qt::Key_Space);
        return at(
            until([&] {
                return office->incident(named.incident->id)
                    ->acknowledged.contains(named.step.ref());
            }),
            "the named item only");
    }
    bool shelve()
    {
        if (!at(toList(*window), "list") || !isNamed()) {
            return false;
        }
        const Alarm named = *window->page().alarms().current();
        press(Qt::Key_H);
        return words("wordEdit", QStringLiteral("等待吊车"))
               && at(
                   until([&] {
                       return office->incident(named.incident->id)
                           ->shelved.contains(named.step.ref());
                   }),
                   "put aside, with a reason and until when");
    }
    bool findAnything()
    {
        if (!at(choose(*window, old), "another one is chosen")) {
            return false;
        }
        press(Qt::Key_K, Qt::ControlModifier);
        if (!at(hasFocus("findEdit"), "Ctrl+K")) {
            return false;
        }
        type(QStringLiteral("pxxx")); // 培训学校
        auto* list = find<ChoiceList>("findList");
        if (!at(until([&] { return list->isVisible() && !list->rows().empty(); }), "found")) {
            return false;
        }
        press(Qt::Key_Return);
        return at(
            until([&] { return window->page().right().detail().incidentId() == school; }),
            "and gone to");
    }
    bool whoIsOnDuty()
    {
        if (!at(toList(*window), "list") || !line(QStringLiteral("?武昌"))) {
            return false;
        }
        const auto lists = window->findChildren<ChoiceList*>();
        const auto shown = std::ranges::find_if(
            lists, [](const ChoiceList* l) { return l->isVisible() && !l->rows().empty(); });
        return at(shown != lists.end(), "who is on duty")
               && at(!(*shown)->rows().front().title.isEmpty(), "by name");
    }
    bool callThem()
    {
        QGuiApplication::clipboard()->clear();
        press(Qt::Key_Return);
        const bool isCopied =
            at(until([] { return !QGuiApplication::clipboard()->text().isEmpty(); }), "the number");
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        return isCopied;
    }
    bool leaderOfPlace()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        auto* card = window->findChild<AreaCard*>();
        press(Qt::Key_Z);
        const bool isShown =
            at(until([&] { return card->isVisible() && card->area() != 0; }), "the area's card");
        const int first = card->area();
        press(Qt::Key_Z);
        return isShown && at(until([&] { return card->area() != first; }), "the next area")
               && at(
                   !card->accessibleDescription().isEmpty() || !card->accessibleName().isEmpty(),
                   "who leads it, in words");
    }
    // In the system's player, its entry in the trace first; headquarters takes it.
    bool openVideo()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        press(Qt::Key_V);
        if (!at(until([&] { return focused() == QStringLiteral("cameraList"); }),
                "V: the cameras")) {
            return false;
        }
        window->findChild<CameraSheet*>()->setOpener([&](const QUrl& url) {
            opened = url.toString();
            return true;
        });
        press(Qt::Key_Return);
        const auto viewed = [&] {
            const model::TraceLine& last = now()->trace.back();
            return std::holds_alternative<model::ViewEndpoint>(*last.act) && last.number != 0;
        };
        return at(until([&] { return opened == QStringLiteral("rtsp://10.1.2.3/1"); }), "opened")
               && at(until(viewed), "in the trace, and accepted");
    }
    bool makeForce()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        press(Qt::Key_F6);
        return words("forceGoalsEdit", QStringLiteral("安置 1354 人"))
               && at(until([&] { return now()->force() != nullptr; }), "a task force")
               && at(now()->force()->goals.size() == 1, "with a goal")
               && at(
                   until([&] { return district->incident(school)->force() != nullptr; }),
                   "at the district, too");
    }
    bool tie()
    {
        if (!at(choose(*window, old), "chosen")) {
            return false;
        }
        press(Qt::Key_G);
        if (!at(hasFocus("relateOtherEdit"), "G asks with which")) {
            return false;
        }
        type(QStringLiteral("pxxx"));
        QTest::qWait(100);
        press(Qt::Key_Return);
        if (!at(hasFocus("relateReasonEdit"), "and why")) {
            return false;
        }
        press(Qt::Key_2, Qt::AltModifier);
        return at(until([&] { return office->incident(old)->group == school; }), "grouped");
    }
    // The district asks; the office is the second person.
    bool extend()
    {
        if (!at(choose(*districtWindow, school), "chosen at the district")) {
            return false;
        }
        press(Qt::Key_E);
        if (!at(hasFocus("segmentButton0"), "E asks for what")) {
            return false;
        }
        press(Qt::Key_Tab);
        type(QStringLiteral("3h"));
        for (int i = 0; i < 6 && focused() != QStringLiteral("reliefReasonEdit"); ++i) {
            press(Qt::Key_Tab);
        }
        if (!words("reliefReasonEdit", QStringLiteral("名单未齐"))
            || !at(until([&] { return orderOf("D05")->ask.has_value(); }), "asked for")
            || !at(choose(*window, school), "chosen at the office")) {
            return false;
        }
        press(Qt::Key_D);
        if (!at(until([&] { return window->page().right().isSheetOpen(); }), "D: to decide")) {
            return false;
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        return at(until([&] { return orderOf("D05")->addedMinutes == 180; }), "granted");
    }
    bool reportUp()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        press(Qt::Key_F7);
        if (!at(hasFocus("wordEdit"), "F7")
            || !at(!find<QPlainTextEdit>("wordEdit")->toPlainText().isEmpty(), "a draft")) {
            return false;
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        if (!at(until([&] { return now()->reports.size() == 1; }), "filed")
            || !at(now()->reports.front().stage == model::ReportStage::First, "as the first")
            || !at(choose(*window, school), "chosen again")) {
            return false;
        }
        press(Qt::Key_F7); // 初报, 续报, 终报: the last one from the same sheet
        if (!at(hasFocus("wordEdit"), "F7 again")) {
            return false;
        }
        press(Qt::Key_F, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        return at(until([&] { return now()->reports.size() == 2; }), "filed once more")
               && at(now()->reports.back().stage == model::ReportStage::Final, "as the final one");
    }
    // Not while a step is open; the forgotten one has none but the first order.
    bool close()
    {
        if (!at(choose(*window, school), "chosen")) {
            return false;
        }
        press(Qt::Key_X);
        QTest::qWait(100);
        if (!at(!window->page().right().isSheetOpen() || focused() != QStringLiteral("wordEdit"),
                "refused while a step is open")
            || !at(now()->state == model::IncidentState::Active, "open")
            || !at(choose(*window, old), "the other one")) {
            return false;
        }
        press(Qt::Key_X);
        return words("wordEdit", QStringLiteral("已扶正"))
               && at(
                   until([&] {
                       return office->incident(old)->state == model::IncidentState::Closed;
                   }),
                   "closed");
    }
    // 37 rows by the space bar, one of them not there; headquarters takes every answer, and a unit has the minutes.
    bool callTheRoll()
    {
        if (!at(toList(*window), "list")) {
            return false;
        }
        const auto round = [this]() -> const model::ShiftRound* {
            const auto& all = office->shift()->rounds;
            return all.empty() ? nullptr : &all.rbegin()->second;
        };
        press(Qt::Key_F10, Qt::ControlModifier);
        if (!at(until([] { return focused() == QStringLiteral("roundTable"); }), "Ctrl+F10")) {
            return false;
        }
        press(Qt::Key_R);
        if (!at(until([] { return focused() == QStringLiteral("rollTable"); }), "R")
            || !at(round() != nullptr && round()->started.posts.size() == 37, "37 rows")) {
            return false;
        }
        press(Qt::Key_N);
        if (!at(until([&] { return round()->misses.size() == 1; }), "no answer")) {
            return false;
        }
        const auto* table = window->findChild<QAbstractItemView*>(QStringLiteral("rollTable"));
        for (int i = 1; i < 37; ++i) {
            if (!at(until([&] { return table->currentIndex().row() == i; }), "the next row")) {
                return false;
            }
            press(Qt::Key_Space);
            const auto soMany = static_cast<std::size_t>(i);
            if (!at(until([&] { return round()->answers.size() == soMany; }), "present")) {
                return false;
            }
        }
        press(Qt::Key_E);
        press(Qt::Key_Return, Qt::ControlModifier);
        const auto toldTo = [&]() -> const model::CloseRoll* {
            const auto& all = district->shift()->rounds;
            return all.empty() || all.rbegin()->second.closings.empty()
                       ? nullptr
                       : &all.rbegin()->second.closings.back().told;
        };
        const bool isDone =
            at(until([&] { return !round()->closings.empty(); }), "minutes")
            && at(until([&] { return office->link().unsent == 0; }), "accepted")
            && at(office->link().rejected == 0, "nothing refused")
            && at(until([&] { return toldTo() != nullptr; }), "a unit has them")
            && at(toldTo()->present == 36 && toldTo()->absent.size() == 1, "36 + 1");
        press(Qt::Key_Escape);
        return isDone;
    }
    // Written, handed over, every red row read, taken over: what headquarters has taken is on the sheet.
    bool handOver()
    {
        if (!at(toList(*window), "list")) {
            return false;
        }
        press(Qt::Key_F10);
        Handing& handing = window->page().handing();
        if (!at(until([&] { return handing.isOpen(); }), "F10")) {
            return false;
        }
        const auto sheet = [&] { return office->shift()->sheet(handing.page().sheet()); };
        const auto sign = [] { press(Qt::Key_Return, Qt::ControlModifier); };
        sign();
        if (!at(until([&] { return sheet() != nullptr; }), "the sheet is written")
            || (sign(), !at(until([&] { return sheet()->outgoing.has_value(); }), "handed over"))) {
            return false;
        }
        for (int i = 0; i < 20 && !sheet()->unreadRed().empty(); ++i) {
            const auto left = sheet()->unreadRed().size();
            press(Qt::Key_N);
            press(Qt::Key_Space);
            if (!at(until([&] { return sheet()->unreadRed().size() < left; }), "read")) {
                return false;
            }
        }
        sign();
        const bool isDone = at(until([&] { return sheet()->isDone(); }), "taken over")
                            && at(until([&] { return office->link().unsent == 0; }), "accepted")
                            && at(sheet()->isDone(), "and it stands");
        press(Qt::Key_Escape);
        return isDone && at(until([&] { return !handing.isOpen(); }), "Esc leads back");
    }
    bool brief()
    {
        if (!at(toList(*window), "list")) {
            return false;
        }
        press(Qt::Key_F8);
        ReportRoom& room = window->page().reports();
        const bool isShown =
            at(until([&] { return room.isOpen() && room.brief().isVisible(); }), "F8")
            && at(until([&] { return !room.brief().isBusy(); }), "made from the trace");
        press(Qt::Key_Escape);
        return isShown && at(until([&] { return !room.isOpen(); }), "Esc leads back");
    }
};

// In an order in which a day can go: what is at the top of its ladder is dealt with before another is raised.
const std::vector<Day::Act>& Day::acts()
{
    static const std::vector<Act> all{
        {1, "take a report", &Day::takeReport},
        {2, "place it", &Day::placeIt},
        {3, "grade it", &Day::gradeIt},
        {4, "spot a duplicate", &Day::mergeDuplicate},
        {5, "send an order", &Day::sendOrder},
        {6, "chase what is unsigned", &Day::chase},
        {7, "log a line", &Day::logLine},
        {8, "change status", &Day::changeStatus},
        {9, "see what is late", &Day::seeLate},
        {10, "acknowledge an alarm", &Day::acknowledge},
        {11, "put an alarm aside", &Day::shelve},
        {21, "escalate", &Day::raise},
        {12, "find anything", &Day::findAnything},
        {13, "who is on duty", &Day::whoIsOnDuty},
        {14, "call them", &Day::callThem},
        {15, "leader of a place", &Day::leaderOfPlace},
        {16, "open the video of a place", &Day::openVideo},
        {17, "roll call, a row", &Day::callTheRoll},
        {18, "make a task force", &Day::makeForce},
        {19, "tie matters together", &Day::tie},
        {20, "extend a limit, second person", &Day::extend},
        {22, "report up", &Day::reportUp},
        {23, "close with result", &Day::close},
        {24, "hand over", &Day::handOver},
        {25, "brief", &Day::brief},
    };
    return all;
}

} // namespace

class tst_DutyDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("sanzhen-test"));
        QCoreApplication::setApplicationName(QStringLiteral("sanzhen-duty-day"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void all25_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("zh_CN") << true;
        QTest::newRow("en") << false;
    }
    void all25()
    {
        QFETCH(const bool, isChinese);
        Day day(isChinese);
        QVERIFY(day.isReady());
        QStringList failed;
        for (const Day::Act& act : Day::acts()) {
            day.note.clear();
            if (!(day.*act.step)()) {
                failed << QStringLiteral("%1 %2: %3")
                              .arg(act.number)
                              .arg(QLatin1StringView(act.name), day.note);
                if (act.number <= 3) {
                    break; // all else rests on these
                }
            }
        }
        QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
    }

    // None of the 25 is left out, and none stands twice.
    void nothingIsForgotten()
    {
        std::set<int> numbers;
        for (const Day::Act& act : Day::acts()) {
            QVERIFY(numbers.insert(act.number).second);
        }
        QCOMPARE(numbers.size(), std::size_t{25});
        QCOMPARE(*numbers.begin(), 1);
        QCOMPARE(*numbers.rbegin(), 25);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(tst_DutyDay)
#include "tst_DutyDay.moc"
