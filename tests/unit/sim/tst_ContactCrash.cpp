// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The process ends, or the disk fails, at every call while a contact is sealed and while keys are destroyed: no contact that was
// called saved is without its key, and no key that was called destroyed is anywhere.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "data/sim/Disk.h"
#include "data/sim/DiskVfs.h"
#include "tests/support/SamplePlan.h"
#include "tests/unit/sim/Rounds.h"

#include <QTest>

#include <algorithm>
#include <format>
#include <fstream>

using namespace sz;
using namespace sz::sim;

namespace {

constexpr auto kText = "张先生 13912345678";

const std::vector kInjuries{Injury::Crash, Injury::Torn, Injury::Io, Injury::NoSpace, Injury::Sync};

/// What one start of the program came to.
struct Run
{
    IncidentId incident;              ///< as saved
    std::optional<ContactId> contact; ///< as saved
    std::uint64_t calls = 0;
};

bool holds(const std::filesystem::path& folder, BytesView bytes)
{
    return std::ranges::any_of(
        std::filesystem::recursive_directory_iterator(folder), [&](const auto& entry) {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string all{std::istreambuf_iterator<char>(in), {}};
            return entry.is_regular_file()
                   && std::ranges::search(
                          all, bytes,
                          [](char a, std::uint8_t b) {
                              return static_cast<std::uint8_t>(a) == b;
                          }).size()
                          > 0;
        });
}

store::ContactKey keyOf(int n, std::int64_t until)
{
    return {
        ContactId("contact-" + std::to_string(n)), IncidentId("i"), DeskId("d"), fromUtcMs(until),
        std::make_shared<const vault::SecretKey>(vault::SecretKey::generate())};
}

} // namespace

class TestContactCrash : public QObject
{
    Q_OBJECT

private:
    SimFolder m_folder;
    int m_next = 0;
    std::string m_fault;
    ManualClock m_clock{fromUtcMs(1'792'218'130'000)};

    std::filesystem::path fresh() { return m_folder.path() / std::to_string(m_next++); }

    desk::DeskOptions options(Disk& disk) const
    {
        static const std::string key = net::keyToPem(SigningKey::generate());
        desk::DeskOptions out;
        out.profile.folder = disk.folder();
        out.profile.unit = UnitCode("HQ");
        out.profile.desk = DeskId("HQ-01");
        out.profile.operation = OperationId("drill-1");
        out.profile.credentials.key = key;
        out.plan = test::samplePlan();
        out.clock = &m_clock;
        out.files = &disk;
        out.hasSearch = false;
        return out;
    }

    static desk::DeskCore::Listener listener(std::map<IncidentId, model::IncidentPtr>& board)
    {
        return {
            [&board](const desk::ChangeSet& changes) {
                for (const auto& incident : changes.changed) {
                    board[incident->id] = incident;
                }
            },
            [](const auto&) {}, [](const auto&) {}, [](const auto&) {}, [](auto, const auto&) {}};
    }

    // A program that reports, seals and ends, by itself or by the injury.
    Run sealOnce(Disk& disk)
    {
        Run out;
        std::map<IncidentId, model::IncidentPtr> board;
        desk::DeskCore core(options(disk), listener(board), {[] {}, [] {}, [](const Bytes&) {}});
        model::ReportIncident report;
        report.title = "燃气异味";
        report.kind = core.open() ? test::samplePlan()->kinds.front().code : KindCode();
        report.place.area = 24;
        report.place.text = "路口";
        report.receivedAt = m_clock.now();
        const auto made =
            report.kind.empty() ? fail(Code::StoreOpen, "") : core.perform({}, report);
        if (made && !disk.isDead()) {
            out.incident = made->incident;
            const auto sealed = core.sealContact(made->incident, kText);
            if (sealed && !disk.isDead()) {
                out.contact = board.at(made->incident)->contacts.back().id;
            }
        }
        out.calls = disk.calls();
        return out;
    }

    // What every contact says that is on the board after another start: an entry whose key is lost is none, saved or not.
    std::vector<std::string> readAgain(Disk& disk)
    {
        std::map<IncidentId, model::IncidentPtr> board;
        desk::DeskCore core(options(disk), listener(board), {[] {}, [] {}, [](const Bytes&) {}});
        if (!core.open()) {
            return {"the desk does not open"};
        }
        std::vector<std::string> out;
        const auto shown = board; // opening changes it
        for (const auto& [id, incident] : shown) {
            for (const model::Contact& contact : incident->contacts) {
                core.openContact(id, contact.id, [&](const Result<std::string>& text) {
                    out.push_back(text ? *text : std::string(codeName(text.error().code)));
                });
            }
        }
        return out;
    }

    // Two of three keys are destroyed, with an injury; was it called done, and how many calls did it take? Nothing: something
    // is not as it must be, and `m_fault` says what.
    std::pair<std::optional<bool>, std::uint64_t> expireOnce(Injury what, std::uint64_t at)
    {
        Disk disk(fresh(), at);
        const auto file = disk.folder() / "contacts.db";
        const std::vector keys{keyOf(1, 10), keyOf(2, 20), keyOf(3, 10)};
        bool isWell = true;
        const auto need = [&](bool is, const char* said) {
            m_fault = is || !isWell ? m_fault
                                    : std::format("{} at {}: {}", static_cast<int>(what), at, said);
            isWell = isWell && is;
        };
        const auto areGone = [&] {
            return !holds(disk.folder(), keys[0].key->bytes())
                   && !holds(disk.folder(), keys[2].key->bytes());
        };
        {
            store::ContactFile contacts(file);
            for (const auto& key : keys) {
                need(contacts.put(key).has_value(), "a key is put");
            }
        }
        disk.kill(false);
        disk.restart();
        disk.injure(what, at, false);
        bool isDone = false;
        std::uint64_t calls = 0;
        {
            store::ContactFile contacts(file);
            isDone = contacts.expire(fromUtcMs(10)).has_value() && !disk.isDead();
            calls = disk.calls();
        }
        if (!disk.isDead()) {
            disk.kill(true);
        }
        disk.restart();
        need(!isDone || areGone(), "called destroyed and there all the same");
        store::ContactFile contacts(file);
        const auto kept = contacts.find(keys[1].contact);
        need(kept && *kept, "a key is gone before its time");
        need(contacts.expire(fromUtcMs(10)).has_value(), "what was begun is ended");
        need(areGone(), "destroyed and there all the same");
        need(holds(disk.folder(), keys[1].key->bytes()), "the search finds what is there");
        return {isWell ? std::optional(isDone) : std::nullopt, calls};
    }

private Q_SLOTS:
    void aSavedContactHasItsKey()
    {
        DiskVfs vfs(1);
        std::uint64_t calls = 0;
        {
            Disk disk(fresh(), 1);
            const Run whole = sealOnce(disk);
            QVERIFY(whole.contact);
            calls = whole.calls;
            disk.kill(true);
            disk.restart();
            QCOMPARE(readAgain(disk), std::vector<std::string>{kText});
        }
        QVERIFY(calls > 60);
        int saved = 0;
        int points = 0;
        for (const Injury what : kInjuries) {
            for (std::uint64_t at = 1; at <= calls; ++at) {
                Disk disk(fresh(), at);
                disk.injure(what, at, false);
                const Run run = sealOnce(disk);
                if (!disk.isDead()) {
                    disk.kill(true);
                }
                disk.restart();
                ++points;
                saved += run.contact ? 1 : 0;
                const auto texts = readAgain(disk);
                QVERIFY(texts.size() == 1 || (texts.empty() && !run.contact));
                QVERIFY(texts.empty() || texts.front() == kText);
                QVERIFY(!holds(disk.folder(), viewOf(std::string_view("13912345678"))));
            }
        }
        QVERIFY(saved > 0 && saved < points);
        qInfo("%d points, %d saved", points, saved);
    }

    void aDestroyedKeyIsNowhere()
    {
        DiskVfs vfs(2);
        const std::uint64_t calls = expireOnce(Injury::None, 1).second;
        QVERIFY(calls > 20);
        int destroyed = 0;
        int points = 0;
        for (const Injury what : kInjuries) {
            for (std::uint64_t at = 1; at <= calls; ++at, ++points) {
                const auto isDone = expireOnce(what, at).first;
                QVERIFY2(isDone, m_fault.c_str());
                destroyed += *isDone ? 1 : 0;
            }
        }
        QVERIFY(destroyed > 0 && destroyed < points);
        qInfo("%d points, %d destroyed at once", points, destroyed);
    }
};

QTEST_GUILESS_MAIN(TestContactCrash)
#include "tst_ContactCrash.moc"
