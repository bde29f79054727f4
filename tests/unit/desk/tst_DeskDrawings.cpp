// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings at a desk: shown at once, kept over a restart and a lost view, taken back when headquarters says no.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "tests/support/SamplePlan.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::desk;

namespace {

const Instant kNow = fromUtcMs(1'790'000'000'000);
const UnitCode kUnit("HQ");

model::Draw note(const char* words)
{
    return {
        model::DrawingKind::Note, model::DrawingForm::Point, {{114.3, 30.6}}, words, IncidentId()};
}

log::FeedItem itemOf(std::uint64_t seq, std::uint64_t number, const model::DrawingAct& act)
{
    static UlidMaker ids;
    log::Entry entry;
    entry.id = ids.next(kNow);
    entry.desk = DeskId("desk-2");
    entry.unit = UnitCode("D05");
    entry.time = {kNow, 0};
    entry.type = model::drawingActType(act);
    entry.subject = model::groundSubject();
    entry.body = model::encodeDrawingAct(act);
    return {seq, number, kNow, 0, log::encodeEntry(entry)};
}

/// A desk on a wire made of lists.
class Room
{
public:
    explicit Room(const std::filesystem::path& folder, std::size_t bulkFrom = 1'000)
    {
        DeskOptions o;
        o.profile.folder = folder;
        o.profile.unit = kUnit;
        o.profile.desk = DeskId("desk-1");
        o.profile.operation = OperationId("op");
        o.profile.credentials.key = net::keyToPem(*SigningKey::fromSeed(Bytes(32, 7)));
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        o.bulkFrom = bulkFrom;
        DeskCore::Listener listener{
            [](const ChangeSet&) {}, [this](const LinkStatus& s) { link = s; },
            [](std::vector<OutboxLine>) {}, [this](const Notice& n) { notices.push_back(n); },
            [](DeskCore::Weight, const std::string&) {}};
        listener.drawings = [this](std::shared_ptr<const model::DrawingState> s) {
            drawings = std::move(s);
        };
        core.emplace(
            o, std::move(listener), DeskCore::Transport{[] {}, [] {}, [](const Bytes&) {}});
        core->open().value();
    }

    void join(std::uint64_t head)
    {
        core->startLink();
        core->linkUp();
        sync::Welcome welcome;
        welcome.now = kNow;
        welcome.feedHead = head;
        core->linkMessage(sync::encodeFrame(welcome));
    }
    void tell(const std::vector<log::FeedItem>& items)
    {
        Digest hash = core->log()->feedHead().hash;
        for (const log::FeedItem& item : items) {
            hash = log::feedLink(hash, item);
        }
        core->linkMessage(sync::encodeFrame(sync::Feed{kUnit, items, hash}));
    }
    void refuse()
    {
        sync::Verdicts verdicts;
        verdicts.verdicts.push_back(
            {core->log()->authorHead().seq, sync::VerdictKind::Rejected, 0, Code::AlreadyDone,
             "it is erased already"});
        verdicts.now = kNow;
        core->linkMessage(sync::encodeFrame(verdicts));
    }
    [[nodiscard]] std::string words() const
    {
        std::string out;
        for (const auto& [id, drawing] : drawings->drawings) {
            out += drawing.drawn.words + (drawing.erased ? "-" : "+");
        }
        return out;
    }

    std::vector<Notice> notices;
    LinkStatus link;
    std::shared_ptr<const model::DrawingState> drawings;
    std::optional<DeskCore> core;

private:
    ManualClock m_clock{kNow};
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
            room.refuse();
            QCOMPARE(room.words(), "");
            QCOMPARE(
                std::ranges::count(room.notices, Notice::Kind::DrawingRefused, &Notice::kind), 1);
            QCOMPARE(room.link.unsent, 0);
            QCOMPARE(room.link.rejected, 0);
        }
        const Room after(at);
        QCOMPARE(after.words(), "");
    }
};

QTEST_GUILESS_MAIN(tst_DeskDrawings)
#include "tst_DeskDrawings.moc"
