// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The state at entry n is the state a desk had then, by whatever way one comes there.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "data/replay/Replayer.h"
#include "tests/bench/History.h"
#include "tests/support/SamplePlan.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <format>
#include <random>

using namespace sz;
using namespace sz::replay;

namespace {

const UnitCode kUnit("HQ");
const OperationId kOperation("op");
const DeskId kDesk("desk-1");
const Instant kStart = fromUtcMs(1'790'000'000'000);
constexpr std::size_t kIncidents = 90;

log::Entry entryOf(UlidMaker& ulids, Instant at, const log::Subject& subject)
{
    log::Entry entry;
    entry.id = ulids.next(at);
    entry.desk = DeskId("history-HQ");
    entry.unit = kUnit;
    entry.time = {at, 0};
    entry.subject = subject;
    return entry;
}

log::Entry actOf(UlidMaker& ulids, Instant at, const std::string& incident, const model::Act& act)
{
    log::Entry entry = entryOf(ulids, at, {log::SubjectKind::Incident, incident});
    entry.type = model::actType(act);
    entry.body = model::encodeAct(act);
    return entry;
}

log::Entry modeOf(UlidMaker& ulids, Instant at, const model::ModeAct& act)
{
    log::Entry entry = entryOf(ulids, at, model::modeSubject());
    entry.type = model::modeActType(act);
    entry.body = model::encodeModeAct(act);
    return entry;
}

log::Entry drawingOf(UlidMaker& ulids, Instant at, const model::DrawingAct& act)
{
    log::Entry entry = entryOf(ulids, at, model::groundSubject());
    entry.type = model::drawingActType(act);
    entry.body = model::encodeDrawingAct(act);
    return entry;
}

log::Entry shiftOf(UlidMaker& ulids, Instant at, const model::ShiftAct& act)
{
    log::Entry entry = entryOf(ulids, at, model::shiftSubject());
    entry.type = model::shiftActType(act);
    entry.body = model::encodeShiftAct(act);
    return entry;
}

/// Four days: most are closed and gone from the board by the end; some are merged, grouped, separated after days.
std::vector<log::Entry> storyOf()
{
    bench::History history(*test::samplePlan());
    UlidMaker ulids;
    std::vector<log::Entry> all;
    std::vector<std::string> ids;
    for (std::size_t n = 0; n < kIncidents; ++n) {
        const auto stage = n % 5 == 0   ? bench::Stage::Pending
                           : n % 5 == 1 ? bench::Stage::Active
                                        : bench::Stage::Closed;
        const auto life = history.life(n, stage, kStart + std::chrono::hours{n});
        ids.push_back(life.front().subject.id);
        all.insert(all.end(), life.begin(), life.end());
    }
    const auto at = [](std::size_t n, int hours) {
        return kStart + std::chrono::hours{static_cast<int>(n) + hours} + Minutes{50};
    };
    const auto add = [&](std::size_t n, int hours, const model::Act& act) {
        all.push_back(actOf(ulids, at(n, hours), ids[n], act));
    };
    add(5, 2, model::MergeIncident{IncidentId(ids[2]), "同一起"});
    add(5, 60, model::SeparateIncident{"不是同一起"});
    add(2, 70, model::RateResult{4, "回访", "较满意"}); // closed for days, spoken of again
    add(10, 1, model::GroupIncident{IncidentId(ids[0])});
    add(12, 1, model::GroupIncident{IncidentId(ids[0])});
    add(0, 30, model::CloseIncident{"处置完毕"});
    add(0, 65, model::AddNote{"补记"});
    add(15, 1, model::MergeIncident{IncidentId(ids[10]), "同一起"});
    all.push_back(modeOf(ulids, at(20, 0), model::StartMode{plan::Mode::Games, "军运会"}));
    all.push_back(modeOf(ulids, at(55, 0), model::EndMode{"闭幕"}));
    const model::Draw road{
        model::DrawingKind::ClosedRoad,
        model::DrawingForm::Line,
        {{114.29, 30.58}, {114.30, 30.59}},
        "江汉路",
        {}};
    all.push_back(drawingOf(ulids, at(18, 0), road));
    all.push_back(drawingOf(ulids, at(60, 0), model::EraseDrawing{all.back().id.text(), "已放行"}));
    all.push_back(drawingOf(ulids, at(70, 0), road));
    plan::Place place;
    place.district = UnitCode("D02");
    all.push_back(shiftOf(ulids, at(15, 0), model::PlanDrill{"防汛演练", at(30, 0), "", place}));
    const std::string drill = all.back().id.text();
    all.push_back(shiftOf(ulids, at(25, 0), model::AgreeToDrill{drill, at(30, 0), "李娜"}));
    all.push_back(shiftOf(ulids, at(28, 0), model::PutInCharge{})); // of shifts, and no drill
    all.push_back(shiftOf(ulids, at(35, 0), model::StartDrill{drill}));
    all.push_back(shiftOf(ulids, at(50, 0), model::EndDrill{drill, ""}));
    std::ranges::stable_sort(all, {}, [](const log::Entry& e) { return e.time; });
    return all;
}

std::vector<log::FeedItem> feedOf(const std::vector<log::Entry>& entries)
{
    std::vector<log::FeedItem> items;
    std::uint32_t serial = 0;
    for (const log::Entry& entry : entries) {
        const std::uint64_t seq = items.size() + 1;
        const bool isFirst =
            entry.type == static_cast<std::uint32_t>(model::ActType::ReportIncident);
        items.push_back(
            {seq, seq * 3, entry.time.wall + Millis{180}, isFirst ? ++serial : 0,
             log::encodeEntry(entry)});
    }
    return items;
}

/// Everything a screen could tell apart.
std::string told(const model::Incident& i)
{
    std::string out = std::format(
        "{} v{} #{} {} {} state {} closed {} into {} group {} unsent {} |", i.id.value, i.version,
        i.serial, i.title, static_cast<int>(i.grade), static_cast<int>(i.state),
        i.closedAt ? toUtcMs(*i.closedAt) : 0, i.mergedInto.value, i.group.value, i.hasUnsent);
    for (const model::Order& order : i.orders) {
        out += std::format(
            " {}:{}:{}", order.id.value, order.unit.value, static_cast<int>(order.state));
    }
    for (const model::Step& step : i.steps) {
        out += std::format(" {}@{}", step.ref(), toUtcMs(step.due));
    }
    for (const model::TraceLine& line : i.trace) {
        out += std::format(" {}#{}", line.entry, line.number);
    }
    return out
           + std::format(
               " reports {} files {} rated {}", i.reports.size(), i.files.size(),
               i.rating.has_value());
}

std::string told(const Incidents& incidents)
{
    std::string out;
    for (const auto& [id, incident] : incidents) {
        out += told(*incident) + '\n';
    }
    return out;
}

std::string courseOf(const Drills& drills)
{
    if (drills.empty()) {
        return {};
    }
    const model::ShiftDrill& drill = drills.begin()->second;
    return drill.ended           ? "ended"
           : drill.begun         ? "begun"
           : drill.words.empty() ? "planned"
                                 : "agreed";
}

/// A log.db with these places.
class LogFile
{
public:
    explicit LogFile(const std::vector<log::FeedItem>& items)
    {
        auto log = store::DeskLog::open(path(), kOperation, kDesk, kUnit);
        Digest hash = log::feedStart(kOperation, kUnit);
        for (const log::FeedItem& item : items) {
            hash = log::feedLink(hash, item);
        }
        isGood = log && (items.empty() || log->appendFeed(items, hash));
    }
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::filesystem::path path() const { return folder() / "log.db"; }
    [[nodiscard]] OpenLog opener() const
    {
        return [file = path()] { return store::DeskReader::open(file); };
    }
    bool isGood = false;

private:
    QTemporaryDir m_folder;
};

/// What a desk shows that was told these places and no more.
struct ThenDesk
{
    ThenDesk(const LogFile& log, Instant now) : clock(now)
    {
        desk::DeskOptions o;
        o.profile.folder = log.folder();
        o.profile.unit = kUnit;
        o.profile.desk = kDesk;
        o.profile.operation = kOperation;
        o.profile.credentials.key = net::keyToPem(*SigningKey::fromSeed(Bytes(32, 7)));
        o.plan = test::samplePlan();
        o.clock = &clock;
        o.hasSearch = false;
        core.emplace(
            o,
            desk::DeskCore::Listener{
                [this](const desk::ChangeSet& changes) {
                    for (const auto& incident : changes.changed) {
                        board[incident->id] = incident;
                    }
                },
                [](const desk::LinkStatus&) {}, [](const std::vector<desk::OutboxLine>&) {},
                [](const desk::Notice&) {}, [](desk::DeskCore::Weight, const std::string&) {},
                [](const desk::SeatStatus&) {}, [](const std::vector<desk::FileStatus>&) {},
                [this](const desk::ModeStatus& status) { turns = status.turns; },
                [this](std::shared_ptr<const model::ShiftState> shift) { drills = shift->drills; },
                [this](std::shared_ptr<const model::DrawingState> drawn) { drawings = *drawn; }},
            desk::DeskCore::Transport{[] {}, [] {}, [](const Bytes&) {}, {}});
        opened = core->open();
    }
    ManualClock clock;
    Incidents board;
    std::vector<model::ModeTurn> turns;
    model::DrawingState drawings;
    Drills drills;
    Result<void> opened;
    std::optional<desk::DeskCore> core;
};

} // namespace

class tst_PastBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_items = feedOf(storyOf());
        QVERIFY(m_items.size() > 800);
    }

    void isWhatADeskHadThen()
    {
        const LogFile whole(m_items);
        QVERIFY(whole.isGood);
        Replayer replayer(test::samplePlan(), whole.opener());
        QVERIFY(replayer.open());
        std::size_t largest = 0;
        std::vector<std::size_t> counts;
        std::vector<std::string> courses; // of the one drill
        for (std::size_t n = 1; n <= m_items.size(); n += 41) {
            const LogFile then(
                std::vector(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(n)));
            const Instant now = m_items[n - 1].receivedAt;
            const ThenDesk desk(then, now);
            QVERIFY(desk.opened.has_value());
            const auto past = replayer.at(n);
            QVERIFY(past.has_value());
            const Incidents shown = shownAt(*past, now);
            QCOMPARE(told(shown), told(desk.board));
            QVERIFY(past->mode.turns == desk.turns);
            QVERIFY(past->drawings == desk.drawings);
            QVERIFY(past->drills == desk.drills);
            if (const std::string course = courseOf(past->drills);
                courses.empty() || courses.back() != course) {
                courses.push_back(course);
            }
            if (const std::size_t standing = past->drawings.standing();
                counts.empty() || counts.back() != standing) {
                counts.push_back(standing);
            }
            largest = std::max(largest, shown.size());
        }
        QVERIFY(largest > 10 && largest < kIncidents);            // some had gone
        QCOMPARE(counts, (std::vector<std::size_t>{0, 1, 0, 1})); // drawn, erased, drawn again
        QCOMPARE(courses, (std::vector<std::string>{"", "planned", "agreed", "begun", "ended"}));
    }

    void anyWayLeadsThere()
    {
        const LogFile whole(m_items);
        Replayer jumping(test::samplePlan(), whole.opener());
        QVERIFY(jumping.open());
        const Timeline& line = *jumping.timeline();
        const auto log = store::DeskReader::open(whole.path());
        const ReadPlaces read = [&](std::span<const std::uint64_t> seqs, const auto& visit) {
            return log->forEachOf(seqs, visit);
        };
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            const std::size_t n = random() % (m_items.size() + 1);
            const auto straight = foldTo(*test::samplePlan(), line, {}, n, read);
            const auto jumped = jumping.at(n);
            QVERIFY(straight && jumped);
            const Instant now = line.momentOf(n);
            QCOMPARE(told(shownAt(*jumped, now)), told(shownAt(*straight, now)));
            QVERIFY(jumped->mode == straight->mode);
            QVERIFY(jumped->drawings == straight->drawings);
            QVERIFY(jumped->drills == straight->drills);
        }
    }

    void oneByOneIsTheSame()
    {
        const LogFile whole(m_items);
        Replayer stepping(test::samplePlan(), whole.opener());
        Replayer jumping(test::samplePlan(), whole.opener());
        QVERIFY(stepping.open() && jumping.open());
        const std::size_t end = m_items.size();
        for (std::size_t n = end - 60; n <= end; ++n) {
            QVERIFY(stepping.at(n).has_value());
        }
        const Instant now = stepping.timeline()->momentOf(end);
        QCOMPARE(told(shownAt(*stepping.at(end), now)), told(shownAt(*jumping.at(end), now)));
    }

    // A unit joined later: earlier entries stand behind later ones in its feed.
    void headquartersOrderNotTheFeeds()
    {
        auto late = m_items;
        const auto first = late.front();
        std::ranges::rotate(late, late.begin() + 1);
        std::ranges::rotate(late.begin() + 300, late.begin() + 340, late.begin() + 500);
        for (std::size_t i = 0; i < late.size(); ++i) {
            late[i].seq = i + 1;
        }
        const LogFile straight(m_items);
        const LogFile mixed(late);
        QVERIFY(mixed.isGood);
        Replayer a(test::samplePlan(), straight.opener());
        Replayer b(test::samplePlan(), mixed.opener());
        QVERIFY(a.open() && b.open());
        QCOMPARE(b.timeline()->numberOf(0), first.number);
        for (const std::size_t n : {1UZ, 100UZ, 320UZ, 400UZ, 640UZ, m_items.size()}) {
            const Instant now = a.timeline()->momentOf(n);
            QCOMPARE(told(shownAt(*b.at(n), now)), told(shownAt(*a.at(n), now)));
        }
    }

    void momentsAndNumbers()
    {
        auto items = m_items;
        items[10].receivedAt -= std::chrono::hours{5}; // headquarters' clock was put back
        const LogFile file(items);
        Replayer replayer(test::samplePlan(), file.opener());
        QVERIFY(replayer.open());
        const Timeline& line = *replayer.timeline();
        QCOMPARE(line.size(), items.size());
        QVERIFY(line.atOf(10) == line.atOf(9));
        QCOMPARE(line.positionAt(items.front().receivedAt - Millis{1}), 0UZ);
        QCOMPARE(line.positionAt(items.back().receivedAt), items.size());
        const std::size_t at = line.positionAt(items[400].receivedAt);
        QVERIFY(at >= 401 && line.atOf(at - 1) <= items[400].receivedAt);
        QCOMPARE(line.positionOf(items[20].number), 21UZ);
        QCOMPARE(line.positionOf(items[20].number + 1), 21UZ);
        QCOMPARE(line.positionOf(0), 0UZ);
    }

    void whatIsGivenUpOrDamagedHasItsPlace()
    {
        const LogFile file(m_items);
        const std::string gone = log::decodeEntry(m_items.front().raw)->subject.id;
        std::vector<std::uint64_t> seqs;
        for (const log::FeedItem& item : m_items) {
            if (log::decodeEntry(item.raw)->subject.id == gone) {
                seqs.push_back(item.seq);
            }
        }
        Replayer early(test::samplePlan(), file.opener());
        QVERIFY(early.open()); // before the bodies went
        {
            auto log = store::DeskLog::open(file.path(), kOperation, kDesk, kUnit);
            QVERIFY(log && log->withdrawn().drop(IncidentId(gone), seqs));
        }
        Replayer late(test::samplePlan(), file.opener());
        QVERIFY(late.open());
        QCOMPARE(late.timeline()->size(), m_items.size());
        for (Replayer* replayer : {&early, &late}) {
            const auto past = replayer->at(40);
            QVERIFY(past.has_value());
            const Incidents shown = shownAt(*past, m_items[39].receivedAt);
            QVERIFY(!shown.contains(IncidentId(gone)));
            QVERIFY(!shown.empty());
        }
    }

    void checkpointsMakeItShort()
    {
        std::vector<log::FeedItem> many;
        for (int round = 0; round < 8; ++round) { // the same story again, other ids by the clock
            bench::History history(*test::samplePlan());
            for (std::size_t n = 0; n < kIncidents; ++n) {
                for (const log::Entry& entry : history.life(
                         n, bench::Stage::Closed,
                         kStart + std::chrono::hours{round * 96 + static_cast<int>(n)})) {
                    const std::uint64_t seq = many.size() + 1;
                    many.push_back({seq, seq, entry.time.wall, 0, log::encodeEntry(entry)});
                }
            }
        }
        const LogFile file(many);
        Replayer replayer(test::samplePlan(), file.opener());
        QVERIFY(replayer.open());
        while (*replayer.prepare()) {
        }
        QVERIFY(replayer.checkpoints() >= many.size() / replayer.gap());
        const std::size_t before = replayer.folded();
        QVERIFY(replayer.at(many.size() - 5).has_value());
        QVERIFY(replayer.folded() - before <= replayer.gap());
        const std::size_t then = replayer.folded();
        QVERIFY(replayer.at(many.size() - 4).has_value());
        QCOMPARE(replayer.folded() - then, 1UZ);
    }

    void stopsWhenAsked()
    {
        const LogFile file(m_items);
        Replayer replayer(test::samplePlan(), file.opener());
        QVERIFY(replayer.open());
        const auto stopped = replayer.at(500, [] { return true; });
        QVERIFY(!stopped && stopped.error().code == Code::Cancelled);
        QVERIFY(replayer.at(500).has_value());
        Replayer none(
            test::samplePlan(), [] { return store::DeskReader::open("/nonexistent/log.db"); });
        QCOMPARE(none.open().error().code, Code::NotFound);
    }

    void anEmptyLog()
    {
        const LogFile file({});
        QVERIFY(file.isGood);
        Replayer replayer(test::samplePlan(), file.opener());
        QVERIFY(replayer.open());
        QCOMPARE(replayer.timeline()->size(), 0UZ);
        const auto past = replayer.at(99);
        QVERIFY(past && past->incidents.empty());
        QVERIFY(!*replayer.prepare());
    }

private:
    std::vector<log::FeedItem> m_items;
};

QTEST_GUILESS_MAIN(tst_PastBoard)
#include "tst_PastBoard.moc"
