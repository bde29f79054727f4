// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings at headquarters: judged against what stands, told to every unit, there after a restart.
#include "data/hq/MatterBook.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

using namespace sz;
using namespace sz::test;

namespace {

std::string write(Author& author, const model::DrawingAct& act, const char* post = "HQ-chief")
{
    log::Entry entry;
    entry.post = PostCode(post);
    entry.type = model::drawingActType(act);
    entry.subject = model::groundSubject();
    entry.body = model::encodeDrawingAct(act);
    return author.writeEntry(std::move(entry));
}

model::Draw note(const char* words)
{
    return {
        model::DrawingKind::Note, model::DrawingForm::Point, {{114.3, 30.6}}, words, IncidentId()};
}

} // namespace

class tst_EngineDrawings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsTold()
    {
        Office office;
        Author chief = office.enrol("HQ");
        Author district = office.enrol("D05");
        const auto desk = office.join(chief);
        const auto d05 = office.join(district);
        const auto d06 = office.join(office.enrol("D06"));
        const auto id = write(chief, note("集结点在北门"));
        write(district, note("北侧封闭"), "D05-desk");
        QCOMPARE(inWords(office.push(desk, chief.batch(1))), "accepted 1");
        QCOMPARE(inWords(office.push(d05, district.batch(1))), "accepted 2");
        for (const auto& [who, unit] :
             {std::pair(desk, "HQ"), std::pair(d05, "D05"), std::pair(d06, "D06")}) {
            QCOMPARE(office.feed(who, unit).size(), std::size_t{2});
        }
        write(district, model::EraseDrawing{id, ""}, "D05-desk");
        QCOMPARE(inWords(office.push(d05, district.batch(2))), "NotAllowed");
        write(chief, model::EraseDrawing{id, "已集合"});
        QCOMPARE(inWords(office.push(desk, chief.batch(2))), "accepted 3");
        QCOMPARE(office.feed(d06, "D06").size(), std::size_t{1}); // more
    }

    void badOnesAreRefusedAndHurtNobody()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto desk = office.join(chief);
        model::Draw away = note("x");
        away.corners = {Wgs84{0, 0}};
        write(chief, away);
        write(chief, note(""));
        write(chief, note("好"));
        QCOMPARE(
            inWords(office.push(desk, chief.batch(1))), "BadArgument, MissingField, accepted 1");
    }

    void isThereAfterARestart()
    {
        Office office;
        Author chief = office.enrol("HQ");
        const auto id = write(chief, note("北门"));
        QCOMPARE(inWords(office.push(office.join(chief), chief.batch(1))), "accepted 1");
        QVERIFY(office.restart());
        write(chief, model::EraseDrawing{id, ""});
        write(chief, model::EraseDrawing{id, ""});
        QCOMPARE(
            inWords(office.push(office.join(chief), chief.batch(2))), "accepted 2, AlreadyDone");
    }
};

QTEST_GUILESS_MAIN(tst_EngineDrawings)
#include "tst_EngineDrawings.moc"
