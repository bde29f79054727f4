// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A seat that can be heard: late steps sound until confirmed, Ctrl+M mutes visibly and for a while only.
#include "tests/gui/PageRoom.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/SoundBlock.h"
#include "widgets/shell/SoundActs.h"

#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_SeatSounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void soundsUntilConfirmed();
    void muteIsSeenAndEnds_data() { test::languageRows(); }
    void muteIsSeenAndEnds();
    void aMuteOutlivesARestartButNotItsTime();
    void withoutAPlayerItSaysSo();
    void aUnitHearsItsOrders();

private:
    QTemporaryDir m_folder;
};

void tst_SeatSounds::soundsUntilConfirmed()
{
    test::PageRoom room;
    QVERIFY(room.show());
    std::vector<Sound> heard;
    room.page().seat().sounds().setSink([&](Sound sound) { heard.push_back(sound); });
    room.wait(1s);
    QVERIFY(room.report(1));
    room.wait(9min);
    QVERIFY(heard.empty()); // the office's own report is no news to it, and nothing is late
    room.wait(2min);
    QCOMPARE(heard, std::vector{Sound::Late});
    room.wait(10s);
    QCOMPARE(heard.size(), std::size_t{1});
    room.wait(20s);
    QCOMPARE(heard.size(), std::size_t{2});
    AlarmRow& row = room.page().alarms();
    UNTIL(row.isSettled());
    room.board().setFocus();
    room.key(Qt::Key_Space);
    UNTIL(!row.current());
    room.wait(1min);
    QCOMPARE(heard.size(), std::size_t{2});
}

void tst_SeatSounds::muteIsSeenAndEnds()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show({1366, 768}));
    std::vector<Sound> heard;
    SoundActs& sounds = room.page().seat().sounds();
    sounds.setSink([&](Sound sound) { heard.push_back(sound); });
    room.wait(1s);
    const SoundBlock& block = sounds.block();
    QVERIFY(block.isVisible());
    const QString on = block.text();
    const QSize size = block.size();
    QSignalSpy said(&sounds, &SoundActs::said);
    room.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(block.text() != on);
    QVERIFY2(block.text().contains(QLatin1Char(':')), qPrintable(block.text())); // until when
    QCOMPARE(block.size(), size);
    QCOMPARE(said.size(), 1);
    QVERIFY(room.report(1));
    room.wait(11min);
    QVERIFY(heard.empty());
    room.wait(20min); // half an hour is over: what waits is heard again
    QCOMPARE(block.text(), on);
    room.wait(31s);
    QVERIFY(!heard.empty());
    room.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(block.text() != on);
    QTest::mouseClick(&sounds.block(), Qt::LeftButton); // the mouse is equal
    QCOMPARE(block.text(), on);
}

void tst_SeatSounds::aMuteOutlivesARestartButNotItsTime()
{
    QString muted;
    {
        test::PageRoom room;
        QVERIFY(room.show());
        room.page().seat().sounds().setSink([](Sound) {});
        room.key(Qt::Key_M, Qt::ControlModifier);
        muted = room.page().seat().sounds().block().text();
    }
    test::PageRoom later;
    QVERIFY(later.show());
    later.page().seat().sounds().setSink([](Sound) {});
    later.wait(10min);
    QCOMPARE(later.page().seat().sounds().block().text(), muted);
    test::PageRoom tomorrow;
    QVERIFY(tomorrow.show());
    tomorrow.page().seat().sounds().setSink([](Sound) {});
    tomorrow.wait(24h);
    QVERIFY(tomorrow.page().seat().sounds().block().text() != muted);
}

void tst_SeatSounds::withoutAPlayerItSaysSo()
{
    QSettings().clear();
    test::PageRoom room;
    QVERIFY(room.show());
    const QString none = room.page().seat().sounds().block().text();
    room.page().seat().sounds().setSink([](Sound) {});
    QVERIFY(room.page().seat().sounds().block().text() != none);
}

void tst_SeatSounds::aUnitHearsItsOrders()
{
    const Instant now = test::pictureMoment();
    test::SampleIncident incident(1, now - 10min, test::plainReport("gas"));
    incident.order(now - 5min, {"L01", "L06"});
    const auto board = test::mapOf({incident});
    QCOMPARE(newMatters(board, UnitCode("L01"), {}).size(), std::size_t{1});
    QVERIFY(newMatters(board, UnitCode("L02"), {}).empty());
    incident.act(now - 4min, UnitCode("L01"), model::SignOrder{incident.orderId(0)});
    QVERIFY(newMatters(test::mapOf({incident}), UnitCode("L01"), {}).empty());
    QCOMPARE(newMatters(test::mapOf({incident}), UnitCode("L06"), {}).size(), std::size_t{1});
}

QTEST_MAIN(tst_SeatSounds)
#include "tst_SeatSounds.moc"
