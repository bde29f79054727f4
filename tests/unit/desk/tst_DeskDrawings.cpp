// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings at a desk: shown at once, kept over a restart and a lost view, taken back when headquarters says no.
#include "tests/unit/desk/MatterRoom.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::desk;
using test::kNow;
using test::MatterRoom;

namespace {

model::Draw note(const char* words)
{
    return {
        model::DrawingKind::Note, model::DrawingForm::Point, {{114.3, 30.6}}, words, IncidentId()};
}

log::FeedItem itemOf(std::uint64_t seq, std::uint64_t number, const model::DrawingAct& act)
{
    return test::itemOf<model::DrawingMatter>(seq, number, act);
}

class Room : public MatterRoom
{
public:
    explicit Room(const std::filesystem::path& folder, std::size_t bulkFrom = 1'000)
        : MatterRoom(folder, {"HQ", bulkFrom})
    {
    }

    [[nodiscard]] std::string words() const
    {
        std::string out;
        for (const auto& [id, drawing] : drawings->drawings) {
            out += drawing.drawn.words + (drawing.erased ? "-" : "+");
        }
        return out;
    }
};

} // namespace

class tst_DeskDrawings : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_next = 0;
    std::filesystem::path folder()
    {
        return std::filesystem::path(m_dir.path().toStdString()) / std::to_string(m_next++);
    }

private Q_SLOTS:
    void ownOnesShowAtOnceAndAreKept()
    {
        const auto at = folder();
        std::string id;
        {
            Room room(at);
            room.join(0);
            id = room.core->performDrawing(note("北门"))->entry;
            QCOMPARE(room.words(), "北门+");
            QVERIFY(room.core->performDrawing(note("南门")));
            QVERIFY(room.core->performDrawing(model::EraseDrawing{id, ""}));
            QCOMPARE(room.words(), "北门-南门+");
            QCOMPARE(room.link.unsent, 3);
            QCOMPARE(
                room.core->performDrawing(model::EraseDrawing{id, ""}).error().code,
                Code::AlreadyDone);
        }
        const Room after(at); // killed before anything was answered
        QCOMPARE(after.words(), "北门-南门+");
    }

    void whatOthersDrawIsKept_data()
    {
        QTest::addColumn<qulonglong>("bulkFrom");
        QTest::newRow("entry by entry") << 1'000ULL;
        QTest::newRow("as a backlog") << 1ULL;
    }

    void whatOthersDrawIsKept()
    {
        QFETCH(qulonglong, bulkFrom);
        const auto at = folder();
        {
            Room room(at, bulkFrom);
            room.join(2);
            const auto drawn = itemOf(1, 7, note("北门"));
            const std::string id = log::decodeEntry(drawn.raw)->id.text();
            room.tell({drawn, itemOf(2, 9, note("南门"))});
            QCOMPARE(room.words(), "北门+南门+");
            room.tell({itemOf(3, 12, model::EraseDrawing{id, ""})});
            QCOMPARE(room.words(), "北门-南门+");
        }
        {
            const Room after(at, bulkFrom);
            QCOMPARE(after.words(), "北门-南门+");
        }
        QVERIFY(QFile::remove(QString::fromStdString((at / "view.db").string())));
        const Room rebuilt(at, bulkFrom);
        QCOMPARE(rebuilt.words(), "北门-南门+");
    }

    void whatHeadquartersRefusesIsTakenBack()
    {
        const auto at = folder();
        {
            Room room(at);
            room.join(0);
            QVERIFY(room.core->performDrawing(note("北门")));
            room.refuse(Code::AlreadyDone, "it is erased already");
            QCOMPARE(room.words(), "");
            QCOMPARE(
                std::ranges::count(room.notices, Notice::Kind::DrawingRefused, &Notice::kind), 1);
            QCOMPARE(room.link.unsent, 0);
            QCOMPARE(room.link.rejected, 1); // to be put right
            QVERIFY(room.outbox.back().entry != nullptr);
        }
        const Room after(at);
        QCOMPARE(after.words(), "");
    }
};

QTEST_GUILESS_MAIN(tst_DeskDrawings)
#include "tst_DeskDrawings.moc"
