// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A switch of the operation's mode reaches every unit, stands once, and is there after a restart.
#include "data/model/ModeActs.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

#include <algorithm>

using namespace sz;
using namespace sz::test;

namespace {

std::string writeMode(Author& author, const model::ModeAct& act, const char* post = "HQ-chief")
{
    log::Entry entry;
    entry.post = PostCode(post);
    entry.type = model::modeActType(act);
    entry.subject = model::modeSubject();
    entry.body = model::encodeModeAct(act);
    return author.writeEntry(std::move(entry));
}

const model::ModeAct kStart = model::StartMode{plan::Mode::Games, "马拉松"};
const model::ModeAct kEnd = model::EndMode{"结束"};

std::vector<std::uint32_t> typesOf(const std::vector<log::FeedItem>& items)
{
    std::vector<std::uint32_t> types;
    for (const log::FeedItem& item : items) {
        types.push_back(log::decodeEntry(item.raw)->type);
    }
    return types;
}

} // namespace

class tst_EngineMode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyUnitIsToldAlsoWhoComesLater()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto desk = office.join(chief);
        const auto district = office.join(office.enrol("D05"));
        writeMode(chief, kStart);
        QCOMPARE(inWords(office.push(desk, chief.batch(1))), "accepted 1");
        QCOMPARE(typesOf(office.feed(desk, "HQ")), (std::vector<std::uint32_t>{26}));
        QCOMPARE(typesOf(office.feed(district, "D05")), (std::vector<std::uint32_t>{26}));
        for (const plan::Unit& unit : samplePlan()->units) {
            const auto heads = office.log().feeds().heads();
            QVERIFY(heads->contains(unit.code));
        }
        // A unit without any desk until now.
        const auto line = office.join(office.enrol("L06"));
        QCOMPARE(typesOf(office.feed(line, "L06")), (std::vector<std::uint32_t>{26}));
    }

    void runsOnce()
    {
        Office office;
        Author chief = office.enrol("HQ");
        Author other = office.enrol("HQ");
        const auto desk = office.join(chief);
        const auto second = office.join(other);
        writeMode(chief, kStart);
        writeMode(other, kStart);
        QCOMPARE(inWords(office.push(desk, chief.batch(1))), "accepted 1");
        QCOMPARE(inWords(office.push(second, other.batch(1))), "AlreadyDone");
        writeMode(chief, kEnd);
        writeMode(chief, kEnd); // one batch: judged with what stands before it
        writeMode(chief, kStart);
        QCOMPARE(
            inWords(office.push(desk, chief.batch(2))), "accepted 2, NothingAsked, accepted 3");
        QCOMPARE(office.feed(second, "HQ").size(), std::size_t{3});
    }

    void onlyWhoMay()
    {
        Office office;
        Author district = office.enrol("D05");
        const auto desk = office.join(district);
        writeMode(district, kStart, "");
        QCOMPARE(inWords(office.push(desk, district.batch(1))), "NotAllowed");
        QCOMPARE(office.engine().lastNumber(), std::uint64_t{0});
    }

    void isThereAfterARestart()
    {
        Office office;
        Author chief = office.enrol("HQ");
        writeMode(chief, kStart);
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(1))), "accepted 1");
        QVERIFY(office.restart());
        writeMode(chief, kStart);
        writeMode(chief, kEnd);
        QCOMPARE(
            inWords(office.push(office.join(chief), chief.batch(2))), "AlreadyDone, accepted 2");
        QVERIFY(office.restart());
        writeMode(chief, kEnd);
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(4))), "NothingAsked");
    }

    // It was not there when the mode was switched.
    void aUnitNewInThePlanIsToldAtTheNextStart()
    {
        Office office;
        auto smaller = std::make_shared<plan::Plan>(*samplePlan());
        std::erase_if(
            smaller->units, [](const plan::Unit& unit) { return unit.code == UnitCode("L22"); });
        office.plan = smaller;
        QVERIFY(office.restart());
        Author chief = office.enrol("HQ");
        writeMode(chief, kStart);
        office.push(office.join(chief), chief.batch(1));
        QVERIFY(!office.log().feeds().heads()->contains(UnitCode("L22")));
        office.plan = nullptr;
        QVERIFY(office.restart());
        const auto post = office.join(office.enrol("L22"));
        QCOMPARE(typesOf(office.feed(post, "L22")), (std::vector<std::uint32_t>{26}));
        QVERIFY(office.restart());
        QCOMPARE(office.log().feeds().heads()->at(UnitCode("L22")).seq, std::uint64_t{1});
    }

    void aNewerEntryOfTheMatterIsRefusedLikeAnyUnknown()
    {
        Office office;
        Author chief = office.enrol("HQ");
        log::Entry entry;
        entry.post = PostCode("HQ-chief");
        entry.type = 26;
        entry.typeVersion = 2;
        entry.subject = model::modeSubject();
        entry.body = log::encode(log::Fields{{1, 2}});
        chief.writeEntry(entry);
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(1))), "UnknownType");
    }
};

QTEST_GUILESS_MAIN(tst_EngineMode)
#include "tst_EngineMode.moc"
