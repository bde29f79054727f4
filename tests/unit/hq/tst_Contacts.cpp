// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real desks and the real engine, wired by hand: a caller's contact from the call to the day nobody can read it any more.
#include "data/desk/DeskCore.h"
#include "tests/unit/hq/Office.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace sz;
using namespace sz::test;

namespace {

constexpr auto kText = "张先生 13912345678，三楼窗口";

/// One desk with its program and its link.
class Station
{
public:
    Station(Office& office, const char* unit) : m_office(office), m_author(office.enrol(unit))
    {
        start();
    }
    ~Station() { core.reset(); } // before the folder and the link it writes to
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    /// Ends the program, as a power cut would, and starts it again.
    void start()
    {
        core.reset();
        m_link.reset();
        desk::DeskOptions options;
        options.profile.folder = m_folder.path().toStdString();
        options.profile.unit = m_author.unit();
        options.profile.desk = m_author.desk();
        options.profile.operation = m_office.operation();
        options.profile.credentials.key = net::keyToPem(m_author.key());
        options.profile.credentials.authority = m_office.authority().certificate;
        options.plan = samplePlan();
        options.clock = &m_office.clock;
        desk::DeskCore::Listener listener{
            [this](const desk::ChangeSet& changes) {
                for (const auto& incident : changes.changed) {
                    board[incident->id] = incident;
                }
            },
            [](const auto&) {}, [](const auto&) {}, [](const auto&) {},
            [this](auto, const std::string& line) { lines += line + "\n"; }};
        core = std::make_unique<desk::DeskCore>(
            options, listener,
            desk::DeskCore::Transport{
                [] {}, [this] { m_link.reset(); },
                [this](const Bytes& bytes) {
                    if (m_link) {
                        m_office.engine().message(*m_link, bytes);
                    }
                }});
        if (!core->open()) {
            throw std::runtime_error("desk");
        }
        core->startLink();
    }

    void connect()
    {
        core->reconnect();
        m_link = m_office.open(
            m_author.desk().value, m_office.record(m_author.desk()).fingerprint, "10.0.0.2:7");
        core->linkUp();
        pump();
    }

    void cut()
    {
        m_link.reset();
        core->linkDown({Code::LinkDown, "cut", {}});
    }

    void pump()
    {
        for (int round = 0; round < 20 && m_link; ++round) {
            m_office.engine().tick();
            for (const sync::Frame& frame : m_office.takeAll(*m_link)) {
                if (m_link) {
                    core->linkMessage(sync::encodeFrame(frame));
                }
            }
            core->tick();
        }
    }

    /// What came of opening; nothing while it is still waited for.
    std::shared_ptr<std::optional<Result<std::string>>>
    open(const IncidentId& incident, const ContactId& contact)
    {
        auto out = std::make_shared<std::optional<Result<std::string>>>();
        core->openContact(incident, contact, [out](auto text) { *out = std::move(text); });
        pump();
        return out;
    }

    /// A report in area 24 (district D05) with a contact.
    std::pair<IncidentId, ContactId> report(const char* text = kText)
    {
        const auto made = core->perform({}, test::report(*samplePlan(), "燃气异味")).value();
        const auto sealed = core->sealContact(made.incident, text);
        if (!sealed) {
            throw std::runtime_error(codeName(sealed.error().code));
        }
        pump();
        return {made.incident, board.at(made.incident)->contacts.back().id};
    }

    [[nodiscard]] const DeskId& desk() const { return m_author.desk(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] Author& author() { return m_author; }
    [[nodiscard]] net::ConnectionId link() const { return m_link.value(); }

    std::unique_ptr<desk::DeskCore> core;
    std::map<IncidentId, model::IncidentPtr> board;
    std::string lines; ///< of the log file

private:
    Office& m_office;
    Author m_author;
    QTemporaryDir m_folder;
    std::optional<net::ConnectionId> m_link;
};

/// Files below a folder that hold these bytes, by name.
QStringList filesWith(const QString& folder, const QByteArray& bytes)
{
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            found.append(QFileInfo(file).fileName());
        }
    }
    return found;
}

QByteArray keyBytes(store::HqLog& log, const ContactId& contact)
{
    const auto known = log.contactKeys().find(contact).value();
    if (!known) {
        return {};
    }
    const auto bytes = known->key->bytes();
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
}

std::vector<std::string> writersOf(Office& office, std::uint32_t type)
{
    std::vector<std::string> out;
    std::ignore = office.log().forEach([&](const store::NumberedEntry& row) {
        if (log::decodeEntry(row.raw).value().type == type) {
            out.push_back(row.desk.value);
        }
    });
    return out;
}

constexpr std::uint32_t kOpened = 51;

} // namespace

class tst_Contacts : public QObject
{
    Q_OBJECT

private:
    static bool isPg() { return qgetenv("SANZHEN_TEST_STORE") == "postgresql"; }

private Q_SLOTS:
    void isReadElsewhereAfterATrace()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        hq.connect();
        d05.connect();
        const auto [incident, contact] = hq.report();
        d05.pump();
        QVERIFY(d05.board.contains(incident));
        QVERIFY(writersOf(office, kOpened).empty());

        const auto read = d05.open(incident, contact);
        QVERIFY(*read);
        QVERIFY2(**read, codeName((**read ? Code::Internal : (*read)->error().code)));
        QCOMPARE(***read, std::string(kText));
        QCOMPARE(writersOf(office, kOpened), std::vector<std::string>{d05.desk().value});
        hq.pump();
        QCOMPARE(hq.board.at(incident)->contact(contact)->openings, 1);
        QCOMPARE(hq.board.at(incident)->contact(contact)->openedBy, UnitCode("D05"));
        QVERIFY(filesWith(d05.folder(), keyBytes(office.log(), contact)).isEmpty());
    }

    void theDeskThatSealedNeedsNoLink()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        d05.connect();
        const auto [incident, contact] = hq.report(); // never connected yet
        const auto read = hq.open(incident, contact);
        QCOMPARE((*read)->value(), std::string(kText));
        QCOMPARE(hq.board.at(incident)->contact(contact)->openings, 1);
        hq.connect();
        d05.pump();
        QCOMPARE(writersOf(office, kOpened).size(), std::size_t{1});

        d05.cut();
        const auto away = d05.open(incident, contact);
        QCOMPARE((*away)->error().code, Code::ContactAway);
        QCOMPARE(
            d05.core->log()->authorHead().seq, std::uint64_t{0}); // nothing shown, nothing told
    }

    void whoHasNoRightReadsNothing()
    {
        Office office;
        Station hq(office, "HQ");
        Station line(office, "L06");
        hq.connect();
        line.connect();
        const auto [incident, contact] = hq.report();
        QVERIFY(hq.core->perform(incident, order(*samplePlan(), UnitCode("L06"), "o1")));
        hq.pump();
        line.pump();
        QVERIFY(line.board.contains(incident));
        const auto read = line.open(incident, contact);
        QCOMPARE((*read)->error().code, Code::NotAllowed);
        QCOMPARE(line.core->sealContact(incident, "x").error().code, Code::NotAllowed);
        QVERIFY(writersOf(office, kOpened).empty());
    }

    void headquartersGivesNoKeyWithoutATrace()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        hq.connect();
        d05.connect();
        const auto [incident, contact] = hq.report();
        const auto ask = [&](const std::string& opening) {
            office.send(d05.link(), sync::AskContactKey{contact, incident, opening});
            return office.next<sync::ContactKeyGiven>(d05.link()).value();
        };
        QCOMPARE(ask("").code, Code::NotAllowed);
        office.engine().tick();
        bool isTold = false;
        std::ignore = office.log().forEach([&](const store::NumberedEntry& row) {
            const auto act = model::decodeSeatAct(log::decodeEntry(row.raw).value());
            const auto* told = act && *act ? std::get_if<model::Refusal>(&**act) : nullptr;
            isTold =
                isTold || (told != nullptr && told->what == "contact" && told->desk == d05.desk());
        });
        QVERIFY(isTold);
        // The trace of somebody else is no trace of this desk.
        const auto read = hq.open(incident, contact);
        QVERIFY(*read && **read);
        const auto& opened = office.engine().incident(incident)->contact(contact)->openedAt;
        const auto given = ask(opened.at(hq.desk()).entry);
        QCOMPARE(given.code, Code::NotAllowed);
        QVERIFY(given.key.empty());
        // Nor does an old one hold for ever.
        d05.pump();
        const auto own = d05.open(incident, contact);
        QVERIFY(*own && **own);
        const std::string trace =
            office.engine().incident(incident)->contact(contact)->openedAt.at(d05.desk()).entry;
        QVERIFY(!ask(trace).key.empty());
        office.clock.advance(Minutes{11});
        QVERIFY(ask(trace).key.empty());
    }

    void nobodyPlantsAKeyForAnothersContact()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        d05.connect();
        const auto [incident, contact] = hq.report();
        sync::KeepContactKeys forged;
        forged.keys.push_back({contact, incident, Bytes(32, 7)});
        office.send(d05.link(), forged); // before headquarters knows of it at all
        hq.connect();
        office.send(d05.link(), forged);
        QVERIFY(!office.next<sync::ContactKeysKept>(d05.link()));
        QVERIFY(keyBytes(office.log(), contact) != QByteArray(32, 7));
        d05.pump();
        const auto read = d05.open(incident, contact);
        QCOMPARE((*read)->value(), std::string(kText));
    }

    void aKeyNotYetSentOutlivesACrash()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        d05.connect();
        const auto [incident, contact] = hq.report();
        hq.start();
        hq.connect();
        d05.pump();
        QCOMPARE((*d05.open(incident, contact))->value(), std::string(kText));
    }

    // The machine stopped after the key and before the entry: the key belongs to nothing and goes at its end.
    void aKeyWithoutAnEntryHarmsNothing()
    {
        Office office;
        Station hq(office, "HQ");
        hq.core.reset();
        const QByteArray bytes(32, 'K');
        {
            store::ContactFile file((hq.folder() + "/contacts.db").toStdString());
            const Bytes key(bytes.begin(), bytes.end());
            QVERIFY(file.put(
                {ContactId("01J"), IncidentId("01I"), hq.desk(), office.clock.now() + Minutes{60},
                 std::make_shared<const vault::SecretKey>(
                     vault::SecretKey::fromBytes(key).value())}));
        }
        hq.start();
        hq.connect();
        QVERIFY(!filesWith(hq.folder(), bytes).isEmpty());
        const auto [incident, contact] = hq.report();
        QVERIFY(!keyBytes(office.log(), contact).isEmpty());
        QVERIFY(keyBytes(office.log(), ContactId("01J")).isEmpty());
        office.clock.advance(Minutes{61});
        hq.pump();
        QCOMPARE(filesWith(hq.folder(), bytes), QStringList());
        QCOMPARE((*hq.open(incident, contact))->value(), std::string(kText));
    }

    void headquartersThatLostItsKeysGetsThemAgain()
    {
        if (isPg()) {
            QSKIP("in the file store the keys are a file of their own");
        }
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        hq.connect();
        const auto [incident, contact] = hq.report();
        office.stop();
        QVERIFY(QFile::remove(office.folder() + "/contacts.db")); // as after a restored backup
        QFile::remove(office.folder() + "/contacts.db-wal");
        QFile::remove(office.folder() + "/contacts.db-shm");
        QVERIFY(office.restart());
        hq.connect();
        d05.connect();
        QCOMPARE((*d05.open(incident, contact))->value(), std::string(kText));
    }

    void afterItsTimeNothingOfItIsLeft()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        hq.connect();
        d05.connect();
        const auto [incident, contact] = hq.report();
        d05.pump();
        QVERIFY(*d05.open(incident, contact));
        const QByteArray key = keyBytes(office.log(), contact);
        QCOMPARE(key.size(), 32);
        QVERIFY(!filesWith(hq.folder(), key).isEmpty()); // the search finds what is there
        const Instant until = hq.board.at(incident)->contact(contact)->until;
        QCOMPARE(until, hq.board.at(incident)->reportedAt + std::chrono::days(30));

        office.clock.set(until - Minutes{1});
        hq.pump();
        QVERIFY(!filesWith(hq.folder(), key).isEmpty());
        office.clock.set(until);
        office.engine().tick();
        hq.connect(); // the links have died of age
        d05.connect();
        QCOMPARE((*hq.open(incident, contact))->error().code, Code::ContactExpired);
        QCOMPARE((*d05.open(incident, contact))->error().code, Code::ContactExpired);
        QVERIFY(keyBytes(office.log(), contact).isEmpty());
        for (const QString& folder : {hq.folder(), d05.folder(), office.folder()}) {
            QCOMPARE(filesWith(folder, key), QStringList());
            QCOMPARE(filesWith(folder, QByteArray(kText)), QStringList());
            QCOMPARE(filesWith(folder, QByteArray("13912345678")), QStringList());
        }
        QVERIFY(!QString::fromStdString(hq.lines).contains("13912345678"));
        // The chain is whole without it, and the body is there to be seen, by nobody.
        QVERIFY(office.restart());
        QVERIFY(office.engine().incident(incident)->contact(contact) != nullptr);
    }

    // A desk that has not heard from headquarters may have a wrong clock: it reads no more, and keeps the only key there is.
    void aWrongClockTakesNoKeyThatIsNowhereElse()
    {
        Office office;
        Station hq(office, "HQ");
        Station d05(office, "D05");
        const auto [incident, contact] = hq.report();
        const Instant now = office.clock.now();
        office.clock.advance(std::chrono::days(400));
        hq.core->tick();
        QCOMPARE((*hq.open(incident, contact))->error().code, Code::ContactExpired);
        office.clock.set(now + Minutes{5});
        hq.connect();
        d05.connect();
        QCOMPARE((*d05.open(incident, contact))->value(), std::string(kText));
    }

    void whatCannotBeSealedIsSaid()
    {
        Office office;
        Station hq(office, "HQ");
        const auto [incident, contact] = hq.report();
        QCOMPARE(hq.core->sealContact(incident, " \t ").error().code, Code::MissingField);
        QCOMPARE(
            hq.core->sealContact(incident, std::string(201, 'x')).error().code, Code::BadArgument);
        std::string longest;
        for (int i = 0; i < 200; ++i) {
            longest += "𠮷";
        }
        QVERIFY(hq.core->sealContact(incident, longest));
        const ContactId second = hq.board.at(incident)->contacts.back().id;
        QCOMPARE((*hq.open(incident, second))->value(), longest);
        QCOMPARE(hq.core->sealContact(IncidentId("x"), "y").error().code, Code::NoSuchIncident);
        office.clock.advance(std::chrono::days(31));
        QCOMPARE(hq.core->sealContact(incident, "y").error().code, Code::ContactExpired);
    }
};

QTEST_GUILESS_MAIN(tst_Contacts)
#include "tst_Contacts.moc"
