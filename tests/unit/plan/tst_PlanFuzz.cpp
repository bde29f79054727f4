// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlanCheck.h"
#include "tests/support/ThreadTime.h"
#include "tests/unit/plan/PlanFixture.h"

#include <QRandomGenerator>

using namespace sz;
using namespace sz::plan;
using namespace sz::plan::test;

/// Random damage to any file: never a crash, never a hang, never half a plan.
class tst_PlanFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damageNeverGivesHalfAPlan_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& entry : std::filesystem::directory_iterator(shippedDir())) {
            const auto name = QString::fromStdString(entry.path().filename().string());
            if (entry.is_regular_file() && !name.endsWith(u".md")) {
                QTest::newRow(qPrintable(name)) << name;
            }
        }
    }

    void damageNeverGivesHalfAPlan()
    {
        QFETCH(QString, file);
        QRandomGenerator random(20191017);
        const PlanCopy copy;
        const auto original = copy.read(file);
        int opened = 0;
        double longest = 0;
        for (int round = 0; round < kRounds; ++round) {
            copy.write(file, damaged(original, random));
            const sz::test::ThreadTime own;
            const auto loaded = loadPlan(copy.dir());
            longest = std::max(longest, own.ms());
            if (loaded) {
                ++opened;
                QVERIFY(isWhole(loaded->plan));
                (void)checkPlan(copy.dir()); // damaged outlines must not hurt the deep check either
            } else {
                QVERIFY(std::ranges::contains(loaded.error().faults, true, &Fault::isError));
            }
        }
        qInfo("%d of %d still opened, longest %.0f ms", opened, kRounds, longest);
        QVERIFY(longest < 1500 * sz::test::kSlowness); // none of them sets it on an endless walk
    }

private:
    static constexpr int kRounds = 30;

    static QByteArray damaged(QByteArray bytes, QRandomGenerator& random)
    {
        switch (random.bounded(4)) {
        case 0:
            return bytes.first(random.bounded(bytes.size()));
        case 1:
            return flipped(std::move(bytes), random, 1);
        case 2:
            return flipped(std::move(bytes), random, 20);
        default: {
            const auto at = random.bounded(bytes.size());
            return bytes.remove(at, random.bounded(std::min<qsizetype>(200, bytes.size())));
        }
        }
    }

    static QByteArray flipped(QByteArray bytes, QRandomGenerator& random, int times)
    {
        for (int i = 0; i < times; ++i) {
            const auto at = random.bounded(bytes.size());
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        }
        return bytes;
    }

    static bool isWhole(const Plan& plan)
    {
        return plan.zones.size() == 3 && plan.areas.size() == 36 && plan.districts.size() == 15
               && plan.streets.size() == 193 && plan.communities.size() == 3495
               && plan.units.size() == 77 && plan.limits.size() == 4 && plan.posts.size() == 100
               && plan.rotations.size() == 6 && plan.kinds.size() == 37
               && plan.wordRules.size() == 43;
    }
};

QTEST_GUILESS_MAIN(tst_PlanFuzz)
#include "tst_PlanFuzz.moc"
