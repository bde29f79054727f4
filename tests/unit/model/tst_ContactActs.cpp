// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The acts about a caller's contact: codec, rules, what the incident shows, and what an older program makes of them.
#include "data/desk/ContactKeeper.h"
#include "tests/unit/model/Story.h"

#include <QTest>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

const ContactId kContact("01JCONTACT");

ContactSealed sealed(int days = 30)
{
    return {kContact, Bytes(156, 7), kStart + std::chrono::days(days)};
}

Actor district(const char* unit)
{
    return {UnitCode(unit), PostCode(std::string(unit) + "-leader"), plan::Role::DistrictDesk};
}

Code codeOf(const Result<void>& verdict)
{
    return verdict ? Code::Internal : verdict.error().code;
}

} // namespace

class tst_ContactActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsTravelWhole()
    {
        const Act act = sealed();
        QCOMPARE(actType(act), 50U);
        const auto back = decodeAct(50, 1, encodeAct(act)).value();
        const auto& read = std::get<ContactSealed>(back);
        QCOMPARE(read.contact, kContact);
        QCOMPARE(read.sealed, Bytes(156, 7));
        QCOMPARE(read.until, kStart + std::chrono::days(30));
        QCOMPARE(actType(ContactOpened{}), 51U);
        const auto opened = decodeAct(51, 1, encodeAct(ContactOpened{kContact})).value();
        QCOMPARE(std::get<ContactOpened>(opened).contact, kContact);
        QCOMPARE(
            decodeAct(50, 1, log::encode(log::Fields{{1, "x"}})).error().code, Code::BadEncoding);
    }

    // What this version does not know it folds and keeps: a later one may remove, or seal otherwise.
    void whatANewerProgramWritesSurvives_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("version");
        QTest::newRow("a type of later") << 52 << 1;
        QTest::newRow("a known type of later") << 50 << 2;
        QTest::newRow("an opening of later") << 51 << 7;
    }

    void whatANewerProgramWritesSurvives()
    {
        QFETCH(int, type);
        QFETCH(int, version);
        Story story;
        log::Entry entry = story.entry(office(), 1, sealed());
        entry.type = static_cast<std::uint32_t>(type);
        entry.typeVersion = static_cast<std::uint32_t>(version);
        entry.body = log::encode(log::Fields{{1, "x"}, {99, "later"}});
        const Bytes raw = log::encodeEntry(entry);
        QCOMPARE(log::encodeEntry(log::decodeEntry(raw).value()), raw);
        const auto next = foldIncident(story.plan(), story.pointer(), entry, {2, 41}).value();
        QVERIFY(next->contacts.empty());
        const auto* unknown = std::get_if<UnknownAct>(next->trace.back().act.get());
        QVERIFY(unknown != nullptr);
        QCOMPARE(unknown->type, static_cast<std::uint32_t>(type));
    }

    void theIncidentTellsHowOftenItWasOpened()
    {
        Story story;
        story.tell(office(), 1, sealed());
        QCOMPARE(story.now().contacts.size(), std::size_t{1});
        QCOMPARE(story.now().contact(kContact)->openings, 0);
        story.tell(office(), 2, sealed(20)); // the same id again changes nothing
        QCOMPARE(story.now().contacts.size(), std::size_t{1});
        QCOMPARE(story.now().contact(kContact)->until, kStart + std::chrono::days(30));
        story.tell(district("D05"), 3, ContactOpened{kContact}, "desk-5");
        story.tell(office(), 4, CloseIncident{"done"});
        story.tell(office(), 5, ContactOpened{kContact}, "desk-1"); // a caller is called back
        story.tell(office(), 6, ContactOpened{ContactId("other")});
        const Contact& contact = *story.now().contact(kContact);
        QCOMPARE(contact.openings, 2);
        QCOMPARE(contact.openedBy, UnitCode("HQ"));
        QCOMPARE(contact.openedAt.at(DeskId("desk-5")).at, Story::at(3));
        QCOMPARE(contact.openedAt.size(), std::size_t{2});
    }

    void whoMaySealAndOpen_data()
    {
        QTest::addColumn<Actor>("who");
        QTest::addColumn<bool>("may");
        const auto in = [](const char* unit, plan::Role role) {
            return Actor{UnitCode(unit), PostCode("p"), role};
        };
        using enum plan::Role;
        QTest::newRow("the duty chief") << in("HQ", DutyChief) << true;
        QTest::newRow("a duty officer of the office") << in("HQ", DutyOfficer) << true;
        QTest::newRow("the district's desk") << in("D05", DistrictDesk) << true;
        QTest::newRow("another district's desk") << in("D02", DistrictDesk) << false;
        QTest::newRow("a line that was ordered") << in("L01", LineDesk) << false;
        QTest::newRow("the leader in charge") << in("HQ", Leader) << false;
        QTest::newRow("the inspector") << in("HQ", Inspector) << false;
        QTest::newRow("the administrator") << in("HQ", Administrator) << false;
        QTest::newRow("a wall screen") << in("HQ", Viewer) << false;
    }

    void whoMaySealAndOpen()
    {
        QFETCH(Actor, who);
        QFETCH(bool, may);
        Story story = orderedStory();
        // A district that was only ordered in takes part, and yet it is not its incident.
        story.tell(office(), 3, IssueOrders{"支援", {to("o3", "D02")}});
        QCOMPARE(codeOf(story.may(who, sealed())), may ? Code::Internal : Code::NotAllowed);
        story.tell(office(), 4, sealed());
        QCOMPARE(
            codeOf(story.may(who, ContactOpened{kContact})),
            may ? Code::Internal : Code::NotAllowed);
    }

    void whatCannotStand()
    {
        Story story;
        const auto code = [&](const Act& act) { return codeOf(story.may(office(), act)); };
        QCOMPARE(code(sealed(31)), Code::LimitOutOfRange);
        QCOMPARE(code(sealed(0)), Code::LimitOutOfRange);
        QCOMPARE(code(ContactSealed{{}, Bytes(40), sealed().until}), Code::BadArgument);
        QCOMPARE(code(ContactSealed{kContact, {}, sealed().until}), Code::BadArgument);
        QCOMPARE(code(ContactSealed{kContact, Bytes(5000), sealed().until}), Code::BadArgument);
        QCOMPARE(code(ContactOpened{kContact}), Code::NotFound);
        story.tell(office(), 1, sealed());
        QCOMPARE(code(sealed()), Code::AlreadyDone);
        for (int i = 0; i < 4; ++i) {
            ContactSealed more = sealed();
            more.contact = ContactId("more-" + std::to_string(i));
            QCOMPARE(code(more), Code::Internal);
            story.tell(office(), 2, more);
        }
        ContactSealed sixth = sealed();
        sixth.contact = ContactId("sixth");
        QCOMPARE(code(sixth), Code::AlreadyDone);
        QCOMPARE(
            checkAct(story.plan(), nullptr, office(), sealed()).error().code, Code::NoSuchIncident);
        story.tell(office(), 3, CloseIncident{"done"});
        QCOMPARE(code(ContactOpened{kContact}), Code::Internal);
        QCOMPARE(code(sixth), Code::IncidentClosed);
    }

    void sealedTextOpensOnlyWhereItBelongs()
    {
        const auto key = vault::SecretKey::generate();
        const IncidentId incident("i");
        const Bytes body = desk::sealContactText(key, incident, kContact, "张三 139");
        QCOMPARE(body.size(), std::size_t{128 + 28});
        QCOMPARE(desk::sealContactText(key, incident, kContact, "1").size(), body.size());
        QCOMPARE(
            desk::openContactText(key, incident, kContact, body).value(), std::string("张三 139"));
        QVERIFY(!desk::openContactText(key, IncidentId("j"), kContact, body));
        QVERIFY(!desk::openContactText(key, incident, ContactId("k"), body));
        QVERIFY(!desk::openContactText(vault::SecretKey::generate(), incident, kContact, body));
        const std::string full(128, 'x');
        QCOMPARE(
            desk::openContactText(
                key, incident, kContact, desk::sealContactText(key, incident, kContact, full))
                .value(),
            full);
        QCOMPARE(desk::cleanContact("  a b \n").value(), std::string("a b"));
        QCOMPARE(desk::cleanContact("a\nb").error().code, Code::BadArgument);
        QCOMPARE(desk::cleanContact("a\xff").error().code, Code::BadArgument);
    }
};

QTEST_APPLESS_MAIN(tst_ContactActs)
#include "tst_ContactActs.moc"
