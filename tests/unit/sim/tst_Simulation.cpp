// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hundreds of nights in which everything goes wrong that can: nothing called saved is lost, nothing stands twice, nobody sees
// what is not for him, and all are equal again when the faults end. And: the simulator finds bugs that are put in.
#include "data/model/ShiftActs.h"
#include "data/sim/Simulation.h"
#include "tests/unit/sim/Rounds.h"

#include <QTest>

using namespace sz;
using namespace sz::sim;

Q_DECLARE_METATYPE(Mutation)

namespace {

QByteArray wordsOf(const Setup& setup, const Outcome& night)
{
    QByteArray words = "sanzhenctl simulate --seed " + QByteArray::number(quint64(setup.seed))
                       + " --headquarters " + QByteArray::number(setup.headquarters) + " --desks "
                       + QByteArray::number(setup.desks) + " --steps "
                       + QByteArray::number(setup.steps) + ":\n";
    for (const std::string& what : night.violations) {
        words += QByteArray::fromStdString(what) + '\n';
    }
    return words;
}

std::vector<std::uint32_t> allShiftActs()
{
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::vector{model::shiftActType(model::ShiftAct(std::in_place_index<I>))...};
    }(std::make_index_sequence<std::variant_size_v<model::ShiftAct>>());
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT

private:
    std::map<std::uint32_t, std::uint64_t> m_shiftActs; ///< of all nights, by entry type

private Q_SLOTS:
    void theSameSeedIsTheSameNight()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Setup setup;
            setup.seed = seed;
            const Outcome first = simulate(setup);
            const Outcome second = simulate(setup);
            QCOMPARE(first.trace, second.trace);
            QCOMPARE(first.events, second.events);
            setup.seed = seed + 1;
            QVERIFY(simulate(setup).trace != first.trace);
            setup.headquarters = 3;
            QCOMPARE(simulate(setup).trace, simulate(setup).trace);
        }
    }

    void everyNightEndsWell_data()
    {
        QTest::addColumn<quint64>("nights");
        QTest::addColumn<int>("desks");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("headquarters");
        QTest::newRow("few desks, short") << quint64(100) << 4 << 80 << 1;
        QTest::newRow("ten desks") << quint64(60) << 10 << 160 << 1;
        QTest::newRow("fifty desks, long") << quint64(2) << 50 << 800 << 1;
        QTest::newRow("three headquarters, few desks") << quint64(80) << 6 << 120 << 3;
        QTest::newRow("three headquarters, twelve desks") << quint64(40) << 12 << 240 << 3;
        QTest::newRow("three headquarters, fifty desks") << quint64(200) << 50 << 240 << 3;
        QTest::newRow("three headquarters, fifty desks, long") << quint64(2) << 50 << 800 << 3;
    }
    void everyNightEndsWell()
    {
        QFETCH(const quint64, nights);
        QFETCH(const int, desks);
        QFETCH(const int, steps);
        QFETCH(const int, headquarters);
        Setup setup;
        setup.desks = desks;
        setup.steps = steps;
        setup.headquarters = headquarters;
        const std::uint64_t last = test::scaledRounds(nights);
        Millis virtualTime{0};
        Told all; // a night that never gets to a thing proves nothing of it
        std::uint64_t files = 0;
        std::uint64_t mangled = 0;
        Millis slowest{0};
        for (setup.seed = 1; setup.seed <= last; ++setup.seed) {
            const Outcome night = simulate(setup);
            QVERIFY2(night.violations.empty(), wordsOf(setup, night).constData());
            QVERIFY(night.saved > 0);
            all.joined += night.told.joined;
            all.signOns += night.told.signOns;
            for (const auto& [type, count] : night.told.shiftActs) {
                all.shiftActs[type] += count;
            }
            all.drawingActs += night.told.drawingActs;
            all.planActs += night.told.planActs;
            all.approved += night.told.approved;
            all.contactsRead += night.told.contactsRead;
            all.refused.insert(night.told.refused.begin(), night.told.refused.end());
            files += night.told.files.size();
            mangled += night.mangled;
            virtualTime += night.lasted;
            slowest = std::max(slowest, night.slowest);
        }
        qInfo(
            "%llu joined by a snapshot, %llu sign-ons, %llu kinds of acts about shifts, %llu "
            "drawings, %llu "
            "about the plan (%llu approved), %llu contacts read, %llu files; %llu messages mangled",
            static_cast<unsigned long long>(all.joined),
            static_cast<unsigned long long>(all.signOns),
            static_cast<unsigned long long>(all.shiftActs.size()),
            static_cast<unsigned long long>(all.drawingActs),
            static_cast<unsigned long long>(all.planActs),
            static_cast<unsigned long long>(all.approved),
            static_cast<unsigned long long>(all.contactsRead),
            static_cast<unsigned long long>(files), static_cast<unsigned long long>(mangled));
        const bool isMany = last >= 40; // one or two nights may lack any of it
        QVERIFY(!isMany || (all.joined > 0 && all.signOns > 0 && mangled > 0));
        for (const auto& [type, count] : all.shiftActs) {
            m_shiftActs[type] += count;
        }
        QVERIFY(!isMany || (all.drawingActs > 0 && all.planActs > 0));
        QVERIFY(!isMany || desks < 6 || all.approved > 0); // one chief alone approves nothing
        QVERIFY(!isMany || (all.contactsRead > 0 && !all.refused.empty() && files > 0));
        qInfo(
            "%.1f virtual hours of this network; all shown within %lld ms of being live again",
            static_cast<double>(virtualTime.count()) / 3'600'000.0,
            static_cast<long long>(slowest.count()));
    }

    // Rare ones need many nights, so all of them count together.
    void theNightsCameToEveryKindOfShiftAct()
    {
        if (m_shiftActs.empty() || test::testScale() < 1) {
            QSKIP("too few nights");
        }
        QByteArray lacking;
        for (const std::uint32_t type : allShiftActs()) {
            if (!m_shiftActs.contains(type)) {
                lacking += ' ' + QByteArray::number(type);
            }
        }
        QCOMPARE(lacking, QByteArray());
    }

    void aBugPutInIsFound_data()
    {
        QTest::addColumn<Mutation>("mutation");
        for (int i = 1; i < kMutations; ++i) {
            QTest::newRow(mutationName(static_cast<Mutation>(i))) << static_cast<Mutation>(i);
        }
    }
    void aBugPutInIsFound()
    {
        QFETCH(const Mutation, mutation);
        Setup setup;
        setup.mutation = mutation;
        setup.headquarters = isOfMany(mutation) ? 3 : 1;
        for (setup.seed = 1; setup.seed <= 40; ++setup.seed) {
            if (!simulate(setup).violations.empty()) {
                return;
            }
        }
        QFAIL("forty nights without a complaint");
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_Simulation.moc"
