// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threat 14 (findings/trust.md §2): a desk says each time that its clock goes wrong, says when it is right, and never flaps.
#include "tests/unit/desk/MatterRoom.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::desk;
using test::kNow;
using test::MatterRoom;

using Seconds = QList<int>;

namespace {

void beat(MatterRoom& room, int behind)
{
    room.core->linkMessage(
        sync::encodeFrame(sync::Heartbeat{kNow + std::chrono::seconds(behind), 0}));
}

Seconds told(const MatterRoom& room)
{
    Seconds out;
    for (const Notice& notice : room.notices) {
        if (notice.kind == Notice::Kind::ClockOff) {
            out.append(notice.count);
        }
    }
    return out;
}

} // namespace

class tst_DeskClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenItGoesWrongAndWhenItIsRight_data()
    {
        QTest::addColumn<Seconds>("behind"); // headquarters, heartbeat by heartbeat
        QTest::addColumn<Seconds>("notices");
        QTest::newRow("half a minute is nobody's business") << Seconds{0, 29, -30, 30} << Seconds{};
        QTest::newRow("told once while it stays") << Seconds{31, 31, 32, 40, 60} << Seconds{31};
        QTest::newRow("at the edge it does not flap")
            << Seconds{31, 29, 31, 16, 31, 28} << Seconds{31};
        QTest::newRow("right again") << Seconds{600, 15, 3} << Seconds{600, 0};
        QTest::newRow("each time")
            << Seconds{-600, 0, 600, 0, -31} << Seconds{-600, 0, 600, 0, -31};
        QTest::newRow("from wrong to wrong") << Seconds{600, -600} << Seconds{600, -600};
        QTest::newRow("drifting on") << Seconds{31, 50, 61, 62, 80, 93} << Seconds{31, 62, 93};
    }

    void saysWhenItGoesWrongAndWhenItIsRight()
    {
        QFETCH(Seconds, behind);
        QFETCH(Seconds, notices);
        const QTemporaryDir folder;
        MatterRoom room(folder.path().toStdString(), {});
        room.join(0);
        for (const int seconds : behind) {
            beat(room, seconds);
        }
        QCOMPARE(told(room), notices);
    }

    void losingTheLinkMakesNoClockRight()
    {
        const QTemporaryDir folder;
        MatterRoom room(folder.path().toStdString(), {});
        room.join(0);
        beat(room, 600);
        room.core->linkDown({Code::LinkDown, "cut", {}});
        QVERIFY(room.link.state != LinkState::Live);
        QCOMPARE(told(room), Seconds{600});
        room.join(0); // headquarters greets with kNow
        QCOMPARE(told(room), (Seconds{600, 0}));
    }
};

QTEST_GUILESS_MAIN(tst_DeskClock)
#include "tst_DeskClock.moc"
