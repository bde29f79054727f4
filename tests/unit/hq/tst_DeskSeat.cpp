// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real desk and the real engine, wired by hand: signing on with headquarters, without it, and what becomes of that later.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "tests/unit/hq/Office.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::test;

namespace {

const PersonCode kWang("1001");
const PersonCode kLi("1002");
const PostCode kRoom("D05-desk");
constexpr auto kOwn = "汉阳门 1950";

class Room
{
public:
    explicit Room(bool hasPersons = true) : m_author(office.enrol("D05"))
    {
        for (const auto& code : hasPersons ? std::vector{kWang, kLi} : std::vector<PersonCode>{}) {
            const model::Person person{
                code, code == kWang ? "王值班" : "李值班", "", "", UnitCode("D05"), {kRoom}, false};
            if (!office.engine().addPerson(person, makeVerifier(kOwn), false)) {
                throw std::runtime_error("person");
            }
        }
        start();
    }

    ~Room() { core.reset(); } // before the folder and the link it writes to

    /// Ends the desk's program and starts it again.
    void start()
    {
        core.reset();
        m_link.reset();
        desk::DeskOptions options;
        options.profile.folder = m_folder.path().toStdString();
        options.profile.unit = UnitCode("D05");
        options.profile.desk = m_author.desk();
        options.profile.operation = office.operation();
        options.profile.credentials.key = net::keyToPem(m_author.key());
        options.profile.credentials.authority = office.authority().certificate;
        options.plan = samplePlan();
        options.clock = &office.clock;
        desk::DeskCore::Listener listener{[](const auto&) {},
                                          [](const auto&) {},
                                          [this](auto lines) { outbox = std::move(lines); },
                                          [](const auto&) {},
                                          [](auto, const auto&) {},
                                          [this](auto told) { seat = std::move(told); }};
        core = std::make_unique<desk::DeskCore>(
            options, listener,
            desk::DeskCore::Transport{
                [this] { m_wantsLink = true; }, [this] { m_link.reset(); },
                [this](const Bytes& bytes) {
                    if (m_link) {
                        office.engine().message(*m_link, bytes);
                    }
                }});
        if (!core->open()) {
            throw std::runtime_error("desk");
        }
        core->startLink();
    }

    void connect()
    {
        if (!m_link) {
            core->reconnect();
            m_link = office.open(
                m_author.desk().value, office.record(m_author.desk()).fingerprint, "10.0.0.2:7");
            core->linkUp();
        }
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
            office.engine().tick();
            for (const sync::Frame& frame : office.takeAll(*m_link)) {
                core->linkMessage(sync::encodeFrame(frame));
            }
            core->tick();
        }
    }

    void signOn(const PersonCode& who, const char* secret)
    {
        core->signOn(who, kRoom, secret, {});
        pump();
    }

    Result<desk::Receipt> act(const char* title)
    {
        auto done = core->perform({}, report(*samplePlan(), title));
        pump();
        return done;
    }

    /// Accepted incidents at headquarters and who reported them.
    std::vector<std::string> reporters()
    {
        std::vector<std::string> out;
        std::ignore = office.log().forEach([&](const store::NumberedEntry& row) {
            const auto entry = log::decodeEntry(row.raw).value();
            if (entry.subject.kind == log::SubjectKind::Incident) {
                out.push_back(entry.person.value);
            }
        });
        return out;
    }

    std::vector<std::string> refusals()
    {
        std::vector<std::string> out;
        std::ignore = office.log().forEach([&](const store::NumberedEntry& row) {
            const auto act = model::decodeSeatAct(log::decodeEntry(row.raw).value());
            if (act && *act && std::holds_alternative<model::Refusal>(**act)) {
                const auto& told = std::get<model::Refusal>(**act);
                out.push_back(told.what + " " + codeName(told.code) + " " + row.desk.value);
            }
        });
        return out;
    }

    QByteArray file(const char* name) const
    {
        QFile in(m_folder.filePath(QString::fromLatin1(name)));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    Office office;
    std::unique_ptr<desk::DeskCore> core;
    desk::SeatStatus seat;
    std::vector<desk::OutboxLine> outbox;

private:
    Author m_author;
    QTemporaryDir m_folder;
    std::optional<net::ConnectionId> m_link;
    bool m_wantsLink = false;
};

} // namespace

class tst_DeskSeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeskWithoutPersonsWorksAsEver()
    {
        Room room(false);
        room.connect();
        QVERIFY(!room.seat.isNeeded);
        QVERIFY(room.act("燃气异味"));
        QCOMPARE(room.reporters(), (std::vector<std::string>{""}));
    }

    void nothingIsDoneBeforeSomebodySignsOn()
    {
        Room room;
        room.connect();
        QVERIFY(room.seat.isNeeded);
        QCOMPARE(room.seat.people.size(), std::size_t{2});
        QCOMPARE(room.act("燃气异味").error().code, Code::SignOnNeeded);
        room.signOn(kWang, kOwn);
        QVERIFY(room.seat.grant.has_value());
        QVERIFY(room.act("燃气异味"));
        QCOMPARE(room.reporters(), (std::vector<std::string>{"1001"}));
        QVERIFY(room.outbox.empty());
        // the refused act is a trace the desk itself has written
        QVERIFY(!room.refusals().empty());
        QVERIFY(room.refusals().front().starts_with("act SignOnNeeded D05"));
    }

    void aWrongPasswordIsToldAndTraced()
    {
        Room room;
        room.connect();
        room.signOn(kWang, "wrong");
        QCOMPARE(room.seat.refusal, std::optional(Code::SignOnWrong));
        QCOMPARE(room.seat.triesLeft, 4);
        QVERIFY(!room.seat.grant);
        QCOMPARE(room.refusals(), (std::vector<std::string>{"sign-on SignOnWrong SYS-01"}));
    }

    void signingOnGoesOnUnderAnotherAuthority()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        QVERIFY(room.seat.grant);
        // first the newest, then those still trusted: as `sanzhen-hq authority roll` leaves them
        net::Identity next = net::makeAuthority("drill-1 next", SystemClock().now());
        next.certificate += room.office.authority().certificate;
        room.office.engine().setAuthority(next);
        room.pump();
        QVERIFY(room.act("换证当班")); // the grant of before is as good as it was
        room.signOn(kLi, kOwn);
        QVERIFY(room.seat.grant);
        QCOMPARE(room.seat.grant->person, kLi);
        QVERIFY(room.act("换证之后"));
        QCOMPARE(room.reporters(), (std::vector<std::string>{"1001", "1002"}));
        room.signOn(kLi, "wrong");
        QCOMPARE(
            room.refusals().back(), "sign-on SignOnWrong SYS-02"); // headquarters' desk of that key
    }

    void whoSignedOnBeforeMayDoSoWithoutHeadquarters()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        room.core->signOff();
        room.pump();
        room.cut();
        room.signOn(kLi, kOwn); // never here before
        QCOMPARE(room.seat.refusal, std::optional(Code::SignOnNeeded));
        room.signOn(kWang, kOwn);
        QVERIFY(room.seat.grant && room.seat.grant->isOffline);
        QVERIFY(room.act("断网时的事"));
        QVERIFY(room.reporters().empty());
        room.start(); // a restart without headquarters changes nothing
        QVERIFY(room.seat.isNeeded);
        QVERIFY(room.seat.grant && room.seat.grant->isOffline);
        room.connect();
        QCOMPARE(room.reporters(), (std::vector<std::string>{"1001"}));
        QVERIFY(std::ranges::any_of(room.refusals(), [](const std::string& line) {
            return line.starts_with("sign-on SignOnNeeded D05"); // Li's try, told by the desk
        }));
    }

    void aPersonDisabledMeanwhileIsNotBelieved()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        room.core->signOff();
        room.pump();
        room.cut();
        QVERIFY(room.office.engine().disablePerson(kWang));
        room.signOn(kWang, kOwn);
        QVERIFY(room.act("不该受理"));
        room.connect();
        QVERIFY(room.reporters().empty());
        QVERIFY(!room.seat.grant);
        QCOMPARE(room.outbox.size(), std::size_t{1}); // the officer sees what was refused
        QCOMPARE(room.outbox.front().code, Code::SignOnNeeded);
        QVERIFY(std::ranges::contains(room.refusals(), std::string("act PersonDisabled SYS-01")));
    }

    void fiveWrongTriesWithoutHeadquartersLock()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        room.core->signOff();
        room.pump();
        room.cut();
        for (int i = 0; i < 5; ++i) {
            room.signOn(kWang, "wrong");
        }
        QCOMPARE(room.seat.refusal, std::optional(Code::PersonLocked));
        room.office.clock.advance(std::chrono::hours(1));
        room.signOn(kWang, kOwn);
        QCOMPARE(room.seat.refusal, std::optional(Code::PersonLocked));
        room.start();
        room.signOn(kWang, kOwn);
        QCOMPARE(room.seat.refusal, std::optional(Code::PersonLocked));
        room.connect(); // headquarters learns of the lock and holds it
        room.signOn(kWang, kOwn);
        QCOMPARE(room.seat.refusal, std::optional(Code::PersonLocked));
        QVERIFY(room.office.engine().resetPerson(kWang, makeVerifier(kOwn), false));
        room.pump();
        room.signOn(kWang, kOwn);
        QVERIFY(room.seat.grant.has_value());
    }

    void rightsEndWithTheShift()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        const model::Grant grant = *room.seat.grant;
        room.office.clock.set(grant.until + Minutes{5}); // handover
        QVERIFY(room.act("交接中"));
        room.office.clock.set(grant.latest + Minutes{1});
        QCOMPARE(room.act("班后").error().code, Code::GrantExpired);
        room.signOn(kLi, kOwn);
        QVERIFY(room.act("下一班"));
        QCOMPARE(room.reporters(), (std::vector<std::string>{"1001", "1002"}));
    }

    void whoLeavesLeavesNothingBehind()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        QVERIFY(room.act("一"));
        room.core->signOff();
        room.pump();
        QVERIFY(!room.seat.grant);
        QCOMPARE(room.act("二").error().code, Code::SignOnNeeded);
        room.start();
        QVERIFY(!room.seat.grant);
        QVERIFY(room.outbox.empty());
    }

    void aForgedGrantIsForgotten()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        sync::SignedOn forged;
        forged.grant = model::SignedGrant{*room.seat.grant, {}};
        forged.grant->grant.latest += std::chrono::hours(100);
        room.core->signOn(kLi, kRoom, kOwn, {}); // asks; the forged answer comes first
        room.core->linkMessage(sync::encodeFrame(forged));
        QCOMPARE(room.seat.refusal, std::optional(Code::BadSignature));
    }

    void noPasswordIsOnTheDisk()
    {
        Room room;
        room.connect();
        room.signOn(kWang, kOwn);
        QVERIFY(room.act("一"));
        for (const char* name : {"log.db", "log.db-wal", "outbox.mirror", "view.db"}) {
            QVERIFY(!room.file(name).contains(QByteArray(kOwn)));
        }
        QFile hq(room.office.folder() + QStringLiteral("/hq.db-wal"));
        QVERIFY(hq.open(QIODevice::ReadOnly));
        QVERIFY(!hq.readAll().contains(QByteArray(kOwn)));
    }
};

QTEST_GUILESS_MAIN(tst_DeskSeat)
#include "tst_DeskSeat.moc"
