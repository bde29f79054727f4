// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The 09:00 roll call in the console's own window, in Chinese, by real keys: 37 rows, who does not answer, what is reported,
// minutes; and what of it is there when the desk is killed.
#include "data/model/RollCall.h"
#include "tests/gui/PageRoom.h"
#include "widgets/frame/NoticeStrip.h"
#include "widgets/rounds/RollModel.h"
#include "widgets/rounds/RollSheet.h"
#include "widgets/rounds/RoundAlarmRow.h"
#include "widgets/shell/RollCalls.h"
#include "widgets/shell/Rounding.h"
#include "widgets/supervision/PlainTable.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <filesystem>
#include <set>

using namespace sz;
using namespace sz::widgets;
using model::RollState;
using sz::test::PageRoom;

namespace {

struct Roll : PageRoom
{
    Roll() : PageRoom(true) { clock.set(at(9, 0, 5)); }

    /// 2026-10-17 in Wuhan.
    static Instant at(int hour, int minute, int second)
    {
        return fromUtcMs(1'792'166'400'000) + std::chrono::hours(hour) + Minutes(minute)
               + std::chrono::seconds(second);
    }
    [[nodiscard]] bool begin(Qt::Key with = Qt::Key_R)
    {
        key(Qt::Key_F10, Qt::ControlModifier);
        if (!test::waitFor([] { return focused() == QStringLiteral("roundTable"); })) {
            return false;
        }
        key(with);
        return test::waitFor([] { return focused() == QStringLiteral("rollTable"); });
    }
    [[nodiscard]] const model::ShiftRound* round() const
    {
        const auto& all = desk->shift()->rounds;
        return all.empty() ? nullptr : &all.rbegin()->second;
    }
    [[nodiscard]] std::size_t answered() const { return round()->answers.size(); }
    [[nodiscard]] RollState stateOf(const char* unit) const
    {
        for (const auto& row : model::rollStanding(*round(), clock.now())) {
            if (row.post == unit) {
                return row.state;
            }
        }
        return RollState::Uncalled;
    }
    [[nodiscard]] int row() const { return find<PlainTable>("rollTable")->currentIndex().row(); }
    [[nodiscard]] QString says(const char* name) const { return find<QLabel>(name)->text(); }
    /// One key that writes one entry, a second later.
    [[nodiscard]] bool press(Qt::Key with)
    {
        const auto before = desk->shift();
        wait(std::chrono::seconds(1));
        key(with);
        return test::waitFor([&] { return desk->shift() != before; });
    }
    [[nodiscard]] bool toRow(int wanted) const
    {
        return test::waitFor([&] { return row() == wanted; });
    }
};

/// A district's desk with a log of what headquarters has told it.
struct District : PageRoom
{
    District() : PageRoom(true)
    {
        desk.reset();
        options.profile.unit = UnitCode("D05");
        options.profile.folder = (folder.path() + QStringLiteral("/d05")).toStdString();
        std::filesystem::create_directories(options.profile.folder);
        m_hash = log::feedStart(options.profile.operation, options.profile.unit);
    }
    /// Id of the entry.
    std::string told(Instant at, const model::ShiftAct& act)
    {
        log::Entry entry;
        entry.id = m_ids.next(at);
        entry.desk = DeskId("hq-1");
        entry.unit = UnitCode("HQ");
        entry.post = PostCode("HQ-chief");
        entry.time = {at, 0};
        entry.type = model::shiftActType(act);
        entry.subject = model::shiftSubject();
        entry.body = model::encodeShiftAct(act);
        const std::uint64_t n = m_items.size() + 1;
        m_items.push_back({n, n, at, 0, log::encodeEntry(entry)});
        m_hash = log::feedLink(m_hash, m_items.back());
        return entry.id.text();
    }
    [[nodiscard]] bool start(Instant now)
    {
        window.reset();
        desk.reset();
        screen.reset();
        if (!m_items.empty()) {
            const desk::Profile& p = options.profile;
            auto log = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit);
            if (!log || !log->appendFeed(m_items, m_hash)) {
                return false;
            }
            m_items.clear();
        }
        clock.set(now);
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
        return show();
    }

private:
    UlidMaker m_ids;
    std::vector<log::FeedItem> m_items;
    Digest m_hash{};
};

} // namespace

class tst_RollCall : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }

    // The words above the table take a line more or less from unit to unit; who is called stays in sight all the same.
    void whoIsCalledStaysInSight_data() { test::languageRows(); }
    void whoIsCalledStaysInSight()
    {
        QFETCH(const bool, isChinese);
        Roll r;
        r.chinese = isChinese;
        QVERIFY(r.show({1366, 768}));
        QVERIFY(r.begin());
        const auto* table = r.find<PlainTable>("rollTable");
        for (int row = 0; row < 37; ++row) {
            QVERIFY(r.toRow(row));
            QCoreApplication::processEvents();
            const QRect box = table->visualRect(table->currentIndex());
            QVERIFY2(
                box.top() >= 0 && box.bottom() <= table->viewport()->rect().bottom(),
                qPrintable(QStringLiteral("row %1: %2 to %3 of %4")
                               .arg(row)
                               .arg(box.top())
                               .arg(box.bottom())
                               .arg(table->viewport()->height())));
            QVERIFY(r.press(Qt::Key_Space));
        }
    }

    void aWholeRollCall()
    {
        Roll r;
        QVERIFY(r.show());
        QVERIFY(r.begin());
        const model::StartRound started = r.round()->started;
        QCOMPARE(started.name, std::string("09:00 点名"));
        QVERIFY(started.roll && !started.roll->isDrawn);
        QCOMPARE(started.roll->planned, Roll::at(9, 0, 0));
        QCOMPARE(started.posts.size(), std::size_t{37});
        QCOMPARE(started.posts.front(), std::string("D01"));
        QCOMPARE(started.posts[14], std::string("D15"));
        QCOMPARE(started.posts[15], std::string("L01"));
        QCOMPARE(started.posts.back(), std::string("L22"));
        QVERIFY2(
            r.says("rollCaller").startsWith(QStringLiteral("“现在开始视频点名，"))
                || r.says("rollCaller").contains(QStringLiteral("现在开始视频点名")),
            qPrintable(r.says("rollCaller")));
        QVERIFY(r.says("rollCaller").contains(QStringLiteral("收到请回答")));
        QVERIFY(r.says("rollReply").contains(QStringLiteral("收到")));
        // Five answer at once, to the second.
        for (int i = 0; i < 5; ++i) {
            QVERIFY(r.toRow(i));
            QVERIFY(r.press(Qt::Key_Space));
        }
        QCOMPARE(r.answered(), std::size_t{5});
        QCOMPARE(r.round()->answers.at("D03").author.at, Roll::at(9, 0, 8));
        QVERIFY(!r.says("rollCaller").contains(QStringLiteral("现在开始")));
        // D06 does not, and neither does D07.
        QVERIFY(r.toRow(5));
        QVERIFY(r.press(Qt::Key_N));
        QVERIFY(r.toRow(6));
        QVERIFY(r.press(Qt::Key_N));
        QVERIFY(r.toRow(7));
        QCOMPARE(r.stateOf("D06"), RollState::NoAnswer);
        // D08 through another channel, with the words.
        PageRoom::key(Qt::Key_O);
        UNTIL(PageRoom::focused() == QStringLiteral("rollChannelEdit"));
        PageRoom::type(QStringLiteral("对讲 3 频道"));
        PageRoom::key(Qt::Key_Tab);
        PageRoom::type(QStringLiteral("视频掉线，人在岗"));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(r.answered() == 6);
        QCOMPARE(r.round()->answers.at("D08").words, std::string("视频掉线，人在岗"));
        QVERIFY(r.toRow(8));
        // D09 reports something, for decision; a matter comes of it.
        QVERIFY(r.press(Qt::Key_Space));
        QVERIFY(r.toRow(9));
        r.find<PlainTable>("rollTable")->selectRow(8);
        PageRoom::key(Qt::Key_T);
        UNTIL(PageRoom::focused() == QStringLiteral("rollLineEdit"));
        PageRoom::type(QStringLiteral("面包车载液化气罐 32 只，请求支援"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(r.round()->lines.size() == 1);
        UNTIL(PageRoom::focused() == QStringLiteral("rollTable"));
        QCOMPARE(r.row(), 8);
        QVERIFY(r.press(Qt::Key_M));
        QVERIFY(r.round()->lines[0].isForDecision);
        PageRoom::key(Qt::Key_Return);
        UNTIL(PageRoom::focused() == QStringLiteral("narrativeEdit"));
        QCOMPARE(
            r.find<QPlainTextEdit>("narrativeEdit")->toPlainText(),
            QStringLiteral("面包车载液化气罐 32 只，请求支援"));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(r.only() != nullptr);
        QCOMPARE(r.only()->source, model::Source::Unit); // nobody called, a unit said so
        QCOMPARE(r.only()->place.district, UnitCode("D09"));
        UNTIL(r.round()->lines[0].incident == r.only()->id);
        UNTIL(r.only()->openDecision() != nullptr); // it stands on the list for decision
        UNTIL(PageRoom::focused() == QStringLiteral("rollTable"));
        QCOMPARE(r.row(), 8);
        // Enter once more: an order out of it, to the unit that reported it.
        PageRoom::key(Qt::Key_Return);
        UNTIL(
            r.find<QPlainTextEdit>("orderTextEdit") != nullptr
            && r.find<QPlainTextEdit>("orderTextEdit")->isVisible());
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(!r.only()->orders.empty());
        QCOMPARE(r.only()->orders[0].unit, UnitCode("D09"));
        QCOMPARE(r.only()->orders[0].text, std::string("面包车载液化气罐 32 只，请求支援"));
        UNTIL(PageRoom::focused() == QStringLiteral("rollTable"));
        // A minute later D06 is called again before the next one, answers late; D07 does not.
        r.wait(std::chrono::seconds(60));
        PageRoom::key(Qt::Key_J);
        QVERIFY(r.toRow(5));
        QVERIFY2(
            r.says("rollCaller").contains(QStringLiteral("再")), qPrintable(r.says("rollCaller")));
        QVERIFY(r.press(Qt::Key_Space));
        QCOMPARE(r.stateOf("D06"), RollState::Late);
        QVERIFY(r.toRow(6));
        QVERIFY(r.press(Qt::Key_N));
        QCOMPARE(r.stateOf("D07"), RollState::Phone);
        QCOMPARE(r.row(), 6); // it is telephoned now
        QVERIFY(r.says("rollCaller").contains(QStringLiteral("电话")));
        QVERIFY(r.press(Qt::Key_N));
        QCOMPARE(r.stateOf("D07"), RollState::Sought);
        QVERIFY(r.toRow(9));
        for (int i = 9; i < 37; ++i) {
            QVERIFY(r.toRow(i));
            QVERIFY(r.press(Qt::Key_Space));
        }
        QCOMPARE(r.answered(), std::size_t{36});
        // Ten minutes after its first call D07 is warned by itself, and the minutes are there.
        r.wait(Minutes(10));
        UNTIL(r.round()->misses.at("D07").back().step == model::RollMiss::Absent);
        UNTIL(r.page().rounds().alarms().isVisible());
        QVERIFY2(
            r.page().rounds().alarms().text().contains(QStringLiteral("脱岗")),
            qPrintable(r.page().rounds().alarms().text()));
        UNTIL(r.find<QLabel>("rollMinutes")->isVisible());
        QVERIFY2(
            r.says("rollMinutes").contains(QStringLiteral("到 35")),
            qPrintable(r.says("rollMinutes")));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(!r.round()->closings.empty());
        const model::CloseRoll& minutes = r.round()->closings.back().told;
        QCOMPARE(minutes.present, 35);
        QCOMPARE(minutes.late, 1);
        QCOMPARE(minutes.absent, std::vector<std::string>{"D07"});
        QCOMPARE(minutes.items, 1);
        QCOMPARE(minutes.decisions, 1);
        QCOMPARE(minutes.orders, 1);
        QCOMPARE(test::namelessIn(r.page().rounds().rolls().sheet()), QStringList());
    }

    void nothingIsLostWhenTheDeskIsKilled()
    {
        Roll r;
        QVERIFY(r.show());
        QVERIFY(r.begin(Qt::Key_D));
        QVERIFY(r.round()->started.roll->isDrawn);
        const auto order = r.round()->started.posts;
        QVERIFY(order != model::unitsCalled(*r.plan));
        QCOMPARE(std::set<std::string>(order.begin(), order.end()).size(), std::size_t{37});
        for (int i = 0; i < 3; ++i) {
            QVERIFY(r.toRow(i));
            QVERIFY(r.press(Qt::Key_Space));
        }
        QVERIFY(r.toRow(3));
        QVERIFY(r.press(Qt::Key_N));
        QVERIFY(r.toRow(4));
        PageRoom::key(Qt::Key_T);
        PageRoom::type(QStringLiteral("柴油余 5 小时"));
        PageRoom::key(Qt::Key_Return);
        UNTIL(r.round()->lines.size() == 1);
        const model::ShiftRound before = *r.round();
        r.window.reset();
        r.sitAt({}); // the same files, another start
        QVERIFY(r.show());
        QVERIFY(*r.round() == before);
        // Ctrl+F10 goes on where it was; a second one is not begun beside it.
        PageRoom::key(Qt::Key_F10, Qt::ControlModifier);
        UNTIL(PageRoom::focused() == QStringLiteral("rollTable"));
        UNTIL(r.row() == 4);
        r.page().rounds().rolls().begin(false);
        QTest::qWait(50);
        QCOMPARE(r.desk->shift()->rounds.size(), std::size_t{1});
        // The unit called in vain before the end of the program is warned after it.
        r.wait(Minutes(11));
        UNTIL(r.round()->misses.at(order[3]).back().step == model::RollMiss::Absent);
        QCOMPARE(r.round()->misses.at(order[3]).size(), std::size_t{2}); // once
    }

    void theModelIsAModel()
    {
        Roll r;
        QVERIFY(r.show());
        QVERIFY(r.begin());
        RollModel model(r.plan);
        QAbstractItemModelTester tester(&model);
        model.setRoll(r.desk->shift(), r.desk->shift()->rounds.begin()->first, r.clock.now());
        QCOMPARE(model.rowCount(), 37);
        model.setNow(r.clock.now() + Minutes(1));
        QCOMPARE(model.nextTurn(-1), 0);
        QVERIFY(!model.isThrough());
    }

    // Told by headquarters, at the desk of a district: its call in vain, its absence, its own answer, the minutes.
    void aUnitIsToldAndAnswers()
    {
        District r;
        const std::string id = r.told(
            Roll::at(9, 0, 0), model::StartRound{
                                   UnitCode("HQ"),
                                   "09:00 点名",
                                   10,
                                   1,
                                   {"D05", "D06"},
                                   model::RollCall{Roll::at(9, 0, 0), false}});
        r.told(Roll::at(9, 0, 10), model::AnswerRound{id, {"D06"}, false, {}, {}});
        r.told(Roll::at(9, 0, 20), model::MissRoll{id, "D05", model::RollMiss::NoAnswer, {}});
        QVERIFY(r.start(Roll::at(9, 3, 0)));
        auto* notices = r.window->findChild<NoticeStrip*>();
        UNTIL(notices->text().contains(QStringLiteral("未应答")));
        QVERIFY(notices->text().contains(QStringLiteral("09:10:20")));
        const RoundAlarmRow& alarms = r.page().rounds().alarms();
        QVERIFY(!alarms.isVisible());
        r.wait(Minutes(8));
        UNTIL(alarms.isVisible());
        QVERIFY2(alarms.text().contains(QStringLiteral("本单位")), qPrintable(alarms.text()));
        PageRoom::key(Qt::Key_F10, Qt::ControlModifier);
        UNTIL(PageRoom::focused() == QStringLiteral("rollTable"));
        QCOMPARE(r.find<PlainTable>("rollTable")->currentIndex().row(), 0); // its own row
        PageRoom::key(Qt::Key_N);                                           // not its to say
        QTest::qWait(50);
        PageRoom::key(Qt::Key_Space);
        UNTIL(r.desk->shift()->rounds.at(id).answers.contains("D05"));
        UNTIL(!alarms.isVisible());
        // Another start: what was told once is not told again.
        QVERIFY(r.start(Roll::at(9, 20, 0)));
        QTest::qWait(50);
        QVERIFY(!r.window->findChild<NoticeStrip*>()->text().contains(QStringLiteral("未应答")));
    }

    void theMinutesReachAUnit()
    {
        District r;
        const std::string id = r.told(
            Roll::at(9, 0, 0), model::StartRound{
                                   UnitCode("HQ"),
                                   "09:00 点名",
                                   10,
                                   1,
                                   {"D05", "D06"},
                                   model::RollCall{Roll::at(9, 0, 0), false}});
        r.told(Roll::at(9, 0, 10), model::AnswerRound{id, {"D05"}, false, {}, {}});
        r.told(Roll::at(9, 0, 20), model::MissRoll{id, "D06", model::RollMiss::NoAnswer, {}});
        r.told(Roll::at(9, 12, 0), model::CloseRoll{id, 1, 0, {"D06"}, 0, 0, 0});
        QVERIFY(r.start(Roll::at(9, 13, 0)));
        auto* notices = r.window->findChild<NoticeStrip*>();
        UNTIL(notices->text().contains(QStringLiteral("应到 2")));
        QVERIFY2(notices->text().contains(QStringLiteral("未到 1")), qPrintable(notices->text()));
    }

    // Only the office calls the roll.
    void aUnitCallsNobody()
    {
        District r;
        QVERIFY(r.start(Roll::at(9, 3, 0)));
        PageRoom::key(Qt::Key_F10, Qt::ControlModifier);
        UNTIL(PageRoom::focused() == QStringLiteral("roundTable"));
        PageRoom::key(Qt::Key_R);
        QTest::qWait(50);
        QVERIFY(r.desk->shift()->rounds.empty());
    }
};

QTEST_MAIN(tst_RollCall)
#include "tst_RollCall.moc"
