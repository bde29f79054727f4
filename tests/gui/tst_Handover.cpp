// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F10 in the console's own window, in Chinese, by real keys: the sheet is refused with a red row unread, and taken over once it is read.
#include "tests/gui/PageRoom.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/handover/DrillPlace.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/handover/HandoverSide.h"
#include "widgets/handover/PromiseLine.h"
#include "widgets/shell/Handing.h"

#include <QLabel>
#include <QLineEdit>

#include <format>

using namespace sz;
using namespace sz::widgets;
using sz::test::PageRoom;

namespace {

struct Sheet : PageRoom
{
    Sheet() : PageRoom(true) {}

    /// One red, written by hand of the outgoing shift.
    [[nodiscard]] bool write()
    {
        if (!show() || !report(1)) {
            return false;
        }
        wait(std::chrono::minutes(20)); // nobody has assigned it
        key(Qt::Key_F10);
        if (!test::waitFor([&] { return page().handing().isOpen(); })) {
            return false;
        }
        key(Qt::Key_Return, Qt::ControlModifier);
        return test::waitFor([&] { return sheet() != nullptr; });
    }
    [[nodiscard]] HandoverPage& form() const { return page().handing().page(); }
    [[nodiscard]] HandoverList& list() const
    {
        return *form().findChild<HandoverList*>(QStringLiteral("handoverList"));
    }
    [[nodiscard]] const model::ShiftSheet* sheet() const
    {
        return desk->shift()->sheet(form().sheet());
    }
    [[nodiscard]] QString message() const
    {
        return form().findChild<QLabel*>(QStringLiteral("handoverMessage"))->text();
    }
};

} // namespace

class tst_Handover : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }

    void anUnreadRedBlocksTheIncomingSignature()
    {
        Sheet s;
        QVERIFY(s.write());
        QCOMPARE(s.sheet()->unreadRed().size(), std::size_t{1});
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing);
        const auto& sign = *s.find<KeycapButton>("handoverSignButton");
        UNTIL(sign.isHeldUp()); // looks so and says why, and still leads to what is in the way
        QVERIFY2(
            sign.blockedReason().contains(QStringLiteral("红")), qPrintable(sign.blockedReason()));
        QVERIFY(sign.isEnabled());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.message().contains(QStringLiteral("红")));
        QVERIFY(!s.sheet()->incoming);
        QVERIFY(s.list().currentRow().starts_with("red:")); // led to it
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        UNTIL(!sign.isHeldUp());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->isDone());
        QVERIFY(s.sheet()->incoming->name != s.sheet()->outgoing->name);
    }

    void sentBackAndCompleted()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing);
        PageRoom::key(Qt::Key_R);
        PageRoom::type(QStringLiteral("缺口没写"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.sheet()->outgoing);
        QCOMPARE(s.sheet()->returns.at(0).reason, std::string("缺口没写"));
        PageRoom::key(Qt::Key_Period);
        PageRoom::type(QStringLiteral("柴油车从汉阳走. R"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.sheet()->rows.back().row.text == "柴油车从汉阳走. R");
        QCOMPARE(s.sheet()->rows.back().row.part, model::SheetPart::Note);
    }

    void whatHappensAfterwardsIsAddedAndUnread()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        const std::string at = s.list().currentRow();
        QVERIFY(s.report(1, plan::Grade::IV, 2));
        s.wait(std::chrono::minutes(20));
        for (int i = 0; i < 6; ++i) {
            s.wait(std::chrono::seconds(1));
        }
        UNTIL(s.sheet()->unreadRed().size() == 1);
        QCOMPARE(s.list().currentRow(), at); // nothing moves under the cursor
        PageRoom::key(Qt::Key_N);
        QVERIFY(s.list().currentRow() != at);
        QVERIFY(s.sheet()->rows.back().isLater);
    }

    void aPromiseByPhoneIsARowUntilItIsKept()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_P);
        PageRoom::type(QStringLiteral("没有这个单位 x"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.message().isEmpty());
        QVERIFY(s.desk->shift()->promises.empty());
        s.form().findChild<QLineEdit*>(QStringLiteral("handoverEdit"))->clear();
        PageRoom::type(QStringLiteral("武昌 增派 1 组 22:00"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.desk->shift()->promises.size() == 1);
        const auto& promise = s.desk->shift()->promises.begin()->second;
        QCOMPARE(promise.made.unit, UnitCode("D05"));
        QCOMPARE(promise.made.text, std::string("增派 1 组"));
        s.wait(std::chrono::seconds(1));
        const auto row = [&] {
            return std::ranges::find(
                s.sheet()->rows, model::SheetPart::Promise,
                [](const auto& one) { return one.row.part; });
        };
        UNTIL(row() != s.sheet()->rows.end());
        s.list().setCurrentRow(row()->row.id);
        PageRoom::key(Qt::Key_K);
        UNTIL(s.desk->shift()->promises.begin()->second.settled.has_value());
        s.wait(std::chrono::seconds(1));
        UNTIL(row()->isSettled);
    }

    // A drill at ten past the change of shift is refused until the incoming chief has said yes; K ends it.
    void aDrillNearTheChangeNeedsTheIncomingChiefsWord()
    {
        Sheet s;
        QVERIFY(s.write());
        const Instant change = s.sheet()->changeAt;
        const Instant at = change + Minutes(10);
        const auto local = at + Minutes(s.desk->plan().utcOffsetMinutes);
        const auto minute =
            std::chrono::floor<Minutes>(local - std::chrono::floor<std::chrono::days>(local))
                .count();
        const QString clock =
            QStringLiteral("%1:%2").arg(minute / 60).arg(minute % 60, 2, 10, QLatin1Char('0'));
        PageRoom::key(Qt::Key_D);
        PageRoom::type(QStringLiteral("防汛演练"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.message().contains(QStringLiteral("几点")));
        PageRoom::type(QStringLiteral(" ") + clock);
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.desk->shift()->drills.size() == 1);
        const std::string id = s.desk->shift()->drills.begin()->first;
        QCOMPARE(toUtcMs(s.desk->shift()->drills.at(id).planned.startsAt), toUtcMs(at));
        UNTIL(s.message().contains(QStringLiteral("10-17")) && s.message().contains(clock));
        s.wait(std::chrono::seconds(1));
        const auto row = [&] {
            return std::ranges::find(
                s.sheet()->rows, "drill:" + id, [](const auto& one) { return one.row.id; });
        };
        UNTIL(row() != s.sheet()->rows.end());
        QCOMPARE(row()->row.detail, std::string("needs-word"));
        s.wait(change - Minutes(5) - s.clock.now());
        s.list().setFocus();
        s.list().setCurrentRow("drill:" + id);
        PageRoom::key(Qt::Key_G);
        UNTIL(s.message().contains(QStringLiteral("接班")));
        QVERIFY(!s.desk->shift()->drills.at(id).begun);
        PageRoom::key(Qt::Key_A);
        UNTIL(s.desk->shift()->drills.at(id).isAgreed(change));
        PageRoom::key(Qt::Key_G);
        UNTIL(s.desk->shift()->drills.at(id).begun.has_value());
        PageRoom::key(Qt::Key_K);
        UNTIL(s.desk->shift()->drills.at(id).ended.has_value());
        s.wait(std::chrono::seconds(1));
        UNTIL(row()->isSettled);
    }

    void anEndpointStaysOnTheSheetUntilItWorks()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_E);
        PageRoom::type(QStringLiteral("黄陂 会议终端 报修 8-3318"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(s.desk->shift()->endpoints.size() == 1);
        s.wait(std::chrono::seconds(1));
        const auto row = [&] {
            return std::ranges::find(
                s.sheet()->rows, model::SheetPart::Endpoint,
                [](const auto& one) { return one.row.part; });
        };
        UNTIL(row() != s.sheet()->rows.end());
        QCOMPARE(row()->row.text, std::string("会议终端"));
        QCOMPARE(row()->row.detail, std::string("报修 8-3318"));
        s.list().setCurrentRow(row()->row.id);
        PageRoom::key(Qt::Key_K);
        UNTIL(!s.desk->shift()->endpoints.begin()->second.told.isDown);
        s.wait(std::chrono::seconds(1));
        UNTIL(row()->isSettled);
    }

    void whatIsTypedOfADrill_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::newRow("later today") << "防汛演练 16:00" << "防汛演练 2026-10-17 16:00";
        QTest::newRow("a time that is past is tomorrow's")
            << "防汛演练 9:05" << "防汛演练 2026-10-18 09:05";
        QTest::newRow("a day") << "防汛 演练 10-20 09:30" << "防汛 演练 2026-10-20 09:30";
        QTest::newRow("a day in Chinese") << "演练 11月3日 9：30" << "演练 2026-11-03 09:30";
        QTest::newRow("next year's") << "演练 1-2 00:10" << "演练 2027-01-02 00:10";
        QTest::newRow("a leap day") << "演练 2-29 08:00" << "演练 2028-02-29 08:00";
        QTest::newRow("a place") << "防汛演练 @江汉 16:00" << "防汛演练 2026-10-17 16:00 江汉区";
        QTest::newRow("a place before the name, the sign as it is typed in Chinese")
            << "＠114.28,30.59 防汛演练 10-20 16:00" << "防汛演练 2026-10-20 16:00 114.28,30.59";
        QTest::newRow("a place nobody knows") << "防汛演练 @月球 16:00" << "NotFound";
        QTest::newRow("a lone sign is a word")
            << "防汛演练 @ 16:00" << "防汛演练 @ 2026-10-17 16:00";
        QTest::newRow("no time") << "防汛演练" << "BadArgument";
        QTest::newRow("no name") << "16:00" << "MissingField";
        QTest::newRow("nothing") << " " << "BadArgument";
    }

    void whatIsTypedOfADrill()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        const Instant now = fromUtcMs(1'792'218'130'000); // 2026-10-17 14:22:10 in Wuhan
        const plan::PlaceFinder finder(test::samplePlan());
        const plan::PlaceIndex index(test::samplePlan());
        const auto drill =
            readDrill(*test::samplePlan(), typed.toStdString(), now, [&](const std::string& word) {
                return placeCalled(*test::samplePlan(), finder, index, word);
            });
        const QString said =
            drill ? QString::fromStdString(std::format(
                        "{} {:%F %H:%M}{}", drill->name,
                        std::chrono::floor<Minutes>(drill->startsAt + std::chrono::hours(8)),
                        drill->place.text.empty() ? "" : " " + drill->place.text))
                  : QString::fromStdString(std::string(codeName(drill.error().code)));
        QCOMPARE(said, read);
    }

    void whereADrillIs_data()
    {
        QTest::addColumn<QString>("called");
        QTest::addColumn<QString>("is"); // district, area, point?
        QTest::newRow("a district") << "江汉区" << "江汉区 D02 0";
        QTest::newRow("a district for short") << "江汉" << "江汉区 D02 0";
        QTest::newRow("a district's code") << "D02" << "江汉区 D02 0";
        QTest::newRow("an area") << "江汉老城片区" << "江汉老城片区 D02 3";
        QTest::newRow("an area's number") << "3" << "江汉老城片区 D02 3";
        QTest::newRow("an area's code") << "A03" << "江汉老城片区 D02 3";
        QTest::newRow("a point") << "114.285492,30.574879" << "114.285492,30.574879 D02 3 .";
        QTest::newRow("a point, a wide comma")
            << "114.285492，30.574879" << "114.285492，30.574879 D02 3 .";
        QTest::newRow("a street whose seat nobody knows") << "唐家墩" << "唐家墩街 D02 4";
        QTest::newRow("nothing") << "" << "none";
        QTest::newRow("nobody knows it") << "月球" << "none";
    }

    void whereADrillIs()
    {
        QFETCH(QString, called);
        QFETCH(QString, is);
        const plan::PlaceFinder finder(test::samplePlan());
        const plan::PlaceIndex index(test::samplePlan());
        const auto place = placeCalled(*test::samplePlan(), finder, index, called.toStdString());
        const QString said = place ? QString::fromStdString(
                                         place->text + ' ' + place->district.value + ' '
                                         + std::to_string(place->area) + (place->point ? " ." : ""))
                                   : QStringLiteral("none");
        QCOMPARE(said, is);
    }

    // Nobody signed for a whole shift: the sheet says how late it is, and tells what is due before the change that comes.
    void aForgottenSheetIsOfThePresent()
    {
        Sheet s;
        QVERIFY(s.write());
        const Instant change = s.sheet()->changeAt;
        const auto status = [&] {
            return s.form().findChild<ElidedLabel*>(QStringLiteral("handoverStatus"))->text();
        };
        QVERIFY2(!status().contains(QStringLiteral("迟")), qPrintable(status()));
        s.wait(change + std::chrono::hours(13) - s.clock.now());
        QVERIFY(s.report(1, plan::Grade::IV, 2));
        const auto isDue = [](const model::SheetRow& row) {
            return row.part == model::SheetPart::Due;
        };
        QVERIFY(std::ranges::any_of(s.form().freshRows(), isDue));
        for (int i = 0; i < 6; ++i) {
            s.wait(std::chrono::seconds(1));
        }
        UNTIL(std::ranges::any_of(
            s.sheet()->rows, [&](const auto& one) { return one.isLater && isDue(one.row); }));
        QCOMPARE(toUtcMs(s.sheet()->changeAt), toUtcMs(change));
        QVERIFY2(status().contains(QStringLiteral("迟 13")), qPrintable(status()));
    }

    // What the last sheet had and this one has not is on no row: the pane names it.
    void theSheetBeforeIsNamedRowByRow()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing);
        PageRoom::key(Qt::Key_N);
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->isDone());
        const std::string first = s.form().sheet();
        PageRoom::key(Qt::Key_Escape);
        QVERIFY(!s.perform(s.ids.front(), model::CloseIncident{"已扶正"}).empty());
        s.wait(s.sheet()->changeAt + Minutes(1) - s.clock.now());
        QVERIFY(s.report(1, plan::Grade::IV, 2));
        PageRoom::key(Qt::Key_F10);
        UNTIL(s.page().handing().isOpen());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet() != nullptr && s.form().sheet() != first);
        QCOMPARE(s.sheet()->previous, first);
        const QString facts =
            s.form().findChild<QWidget*>(QStringLiteral("sheetFacts"))->accessibleDescription();
        QVERIFY2(facts.contains(QStringLiteral("了结：")), qPrintable(facts));
        QVERIFY2(facts.contains(QStringLiteral("新增：")), qPrintable(facts));
        QVERIFY(
            facts.contains(QStringLiteral("水浸 1")) && facts.contains(QStringLiteral("水浸 2")));
    }

    // On a laptop, too, what was said and what has changed stands beside the signatures.
    void aLaptopShowsWhatWasSaid()
    {
        Sheet s;
        QVERIFY(s.show({1366, 768}));
        QVERIFY(s.report(1));
        s.wait(std::chrono::minutes(20));
        PageRoom::key(Qt::Key_F10);
        UNTIL(s.page().handing().isOpen());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet() != nullptr);
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(s.sheet()->outgoing); // now the red one is in the way: the pane has the least room
        PageRoom::key(Qt::Key_Period);
        PageRoom::type(QStringLiteral("柴油车从汉阳走"));
        PageRoom::key(Qt::Key_Return);
        const auto* facts = s.form().findChild<SheetFacts*>();
        UNTIL(facts->shownLines().contains(QStringLiteral("柴油车从汉阳走")));
        const QString all = facts->shownLines().join(u'|');
        QVERIFY2(all.contains(QStringLiteral("写成之后的变动")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("与上一份相比")), qPrintable(all));
    }

    // A lamp as the board has it: near, behind, late by shape; an alarm put aside comes back, it is not late.
    void rowsHaveTheLampOfTheirStep()
    {
        Sheet s;
        QVERIFY(s.write());
        QVERIFY(s.report(1, plan::Grade::IV, 2));
        const model::Step step = s.desk->incident(s.ids.back())->steps.front();
        model::ShiftSheet sheet;
        for (model::SheetRow& row : s.form().freshRows()) {
            sheet.rows.push_back({std::move(row), {}, {}, false, false});
        }
        const auto items = itemsOf(s.desk->plan(), sheet, s.desk->incidents());
        const auto item = std::ranges::find_if(items, [&](const HandoverItem& one) {
            return one.row.row.incident == s.ids.back() && one.row.row.detail == step.ref();
        });
        QVERIFY(item != items.end());
        for (const Instant at :
             {step.since, step.nearFrom, step.behindFrom, step.due - Millis(1), step.due}) {
            QCOMPARE(lampOf(*item, at), step.lampAt(at));
        }
        HandoverItem shelved = *item;
        shelved.part = model::SheetPart::Shelved;
        QCOMPARE(lampOf(shelved, step.due), model::Lamp::None);
    }

    void enterOpensTheIncidentAndEscLeaves()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Escape);
        UNTIL(!s.page().handing().isOpen());
        PageRoom::key(Qt::Key_F10);
        UNTIL(s.page().handing().isOpen());
        PageRoom::key(Qt::Key_Return);
        UNTIL(!s.page().handing().isOpen());
    }

    void printsAPdf()
    {
        Sheet s;
        QVERIFY(s.write());
        const QString file = s.folder.filePath(QStringLiteral("sheet.pdf"));
        s.page().handing().setAskPath(
            [&](const QString&, const std::function<void(QString)>& then) { then(file); });
        PageRoom::key(Qt::Key_P, Qt::ControlModifier);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF"));
    }

    // Two desks' words: the sheet is on this desk's disk without any headquarters, and there after a restart.
    void isThereAfterARestart()
    {
        Sheet s;
        QVERIFY(s.write());
        PageRoom::key(Qt::Key_Space);
        UNTIL(s.sheet()->unreadRed().empty());
        const std::string id = s.form().sheet();
        s.window.reset();
        s.sitAt("HQ-chief");
        QVERIFY(s.isOpen());
        UNTIL(s.desk->shift()->sheet(id) != nullptr);
        QVERIFY(s.desk->shift()->sheet(id)->unreadRed().empty());
    }

    void everythingHasAName()
    {
        Sheet s;
        QVERIFY(s.write());
        QCOMPARE(test::namelessIn(s.form()), QStringList());
    }
};

QTEST_MAIN(tst_Handover)
#include "tst_Handover.moc"
