// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was refused is in the list of refusals and in a tree that verifies.
#include "app/ctl/log/LogCommand.h"
#include "data/audit/LogAudit.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

#include <sstream>

using namespace sz;
using namespace sz::test;

namespace {

std::pair<int, std::string> runCtl(const std::vector<std::string>& words)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = ctl::runLog(words, out, err);
    return {code, out.str() + err.str()};
}

} // namespace

class tst_RefusalTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedActIsInTheListAndInTheTree()
    {
        Office office;
        const std::string folder = office.folder().toStdString();
        office.notary = hq::NotarySpec{folder};
        QVERIFY(office.restart());
        Author author = office.enrol("D05");
        const auto at = office.join(author);
        author.write(report(*samplePlan(), "燃气泄漏"));
        author.write(order(*samplePlan(), UnitCode("L06"), "o1")); // an order by a district
        office.push(at, author.batch(1));
        office.tryEnrol("XXXX-XXXX-XXXX", SigningKey::generate(), "10.0.0.77:9");
        office.engine().handshakeRefused(
            "10.0.0.78:1", {Code::BadCertificate, "a certificate of another authority", {}});
        QVERIFY(office.engine().seal());
        QCOMPARE(office.engine().notary()->last().size, office.engine().lastNumber());
        QCOMPARE(office.engine().lastNumber(), std::uint64_t{4}); // one accepted, three refusals
        office.stop();

        const auto [listed, lines] = runCtl({"refusals", folder, "--language", "en"});
        QCOMPARE(listed, 0);
        QVERIFY2(lines.contains("\tact\tNoSuchIncident\t" + author.desk().value), lines.c_str());
        QVERIFY2(lines.contains("\tenrolment\tEnrolCodeBad\t"), lines.c_str());
        QVERIFY2(lines.contains("\t10.0.0.77\t"), lines.c_str());
        QVERIFY2(lines.contains("\tconnection\tBadCertificate\t"), lines.c_str());
        const auto [sound, report] = runCtl({"verify", folder, "--language", "en"});
        QVERIFY2(sound == 0, report.c_str());
        QVERIFY(report.contains("sound"));
        QVERIFY2(report.contains("signed: 4"), report.c_str());
    }

    void allHeadquartersOfAnOperationAreOneAuthor()
    {
        Office office;
        const auto refuse = [&] {
            office.tryEnrol("XXXX-XXXX-XXXX", SigningKey::generate());
            office.engine().tick();
        };
        refuse();
        QVERIFY(office.restart());
        office.clock.advance(Minutes{2});
        refuse();
        const auto desks = office.engine().desks();
        QCOMPARE(desks.size(), std::size_t{1});
        QCOMPARE(desks.front().id, DeskId("SYS-01"));
        QCOMPARE(desks.front().lastCounter, std::uint64_t{2});
        QVERIFY(desks.front().revokedAt.has_value()); // nobody can come in as it
    }
};

QTEST_GUILESS_MAIN(tst_RefusalTree)
#include "tst_RefusalTree.moc"
