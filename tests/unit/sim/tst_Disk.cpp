// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated disk keeps what was synced and nothing else is promised: what the proofs stand on.
#include "data/sim/Disk.h"

#include <QTest>

#include <fstream>
#include <set>

using namespace sz;
using namespace sz::sim;

class TestDisk : public QObject
{
    Q_OBJECT

private:
    SimFolder m_folder;
    int m_next = 0;

    std::filesystem::path fresh() { return m_folder.path() / std::to_string(m_next++); }

    static std::string contentOf(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static void put(Disk& disk, int descriptor, const std::string& text)
    {
        QCOMPARE(disk.write(descriptor, viewOf(text)), static_cast<std::ptrdiff_t>(text.size()));
    }

    // What is found after writing "old", syncing, writing "new" and a power cut.
    std::string afterCut(std::uint64_t seed, bool isPowerCut)
    {
        Disk disk(fresh(), seed);
        const auto file = disk.folder() / "f";
        const int descriptor = disk.openAppend(file, false);
        put(disk, descriptor, "old");
        disk.sync(descriptor);
        put(disk, descriptor, "new");
        disk.kill(isPowerCut);
        disk.close(descriptor);
        disk.restart();
        return contentOf(file);
    }

private Q_SLOTS:
    void aPowerCutTakesSomeOfWhatWasNotSyncedAndNeverWhatWas()
    {
        std::set<std::string> found;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            found.insert(afterCut(seed, true));
        }
        QVERIFY(found.contains("old"));
        QVERIFY(found.contains("oldnew"));
        for (const std::string& one : found) {
            QVERIFY(one.starts_with("old"));
        }
    }

    void aKilledProcessLosesNothingItWrote()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            QCOMPARE(afterCut(seed, false), std::string("oldnew"));
        }
    }

    void afterAFailedSyncALaterOneSavesNothingOfBefore()
    {
        int lost = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            Disk disk(fresh(), seed);
            const auto file = disk.folder() / "f";
            const int descriptor = disk.openAppend(file, false);
            put(disk, descriptor, "a");
            QCOMPARE(disk.sync(descriptor), 0);
            disk.injure(Injury::Sync, disk.calls() + 1, false);
            put(disk, descriptor, "b");
            QCOMPARE(disk.sync(descriptor), -1);
            QVERIFY(disk.hasFailedSync());
            QCOMPARE(disk.sync(descriptor), 0); // the kernel says yes now
            disk.kill(true);
            disk.close(descriptor);
            disk.restart();
            lost += contentOf(file) == "a" ? 1 : 0;
        }
        QVERIFY(lost > 5 && lost < 35);
    }

    void aRenameIsThereOrNotButNeverHalf()
    {
        std::set<std::string> found;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            Disk disk(fresh(), seed);
            const auto file = disk.folder() / "f";
            const auto other = disk.folder() / "f.new";
            const int before = disk.openAppend(file, false);
            put(disk, before, "old");
            disk.sync(before);
            const int after = disk.openAppend(other, true);
            put(disk, after, "new");
            disk.sync(after);
            QCOMPARE(disk.rename(other, file), 0);
            disk.kill(true);
            disk.close(before);
            disk.close(after);
            disk.restart();
            found.insert(contentOf(file));
        }
        QCOMPARE(found, (std::set<std::string>{"old", "new"}));
    }

    void aDeadProcessCanDoNothing()
    {
        Disk disk(fresh(), 1);
        const int descriptor = disk.openAppend(disk.folder() / "f", false);
        put(disk, descriptor, "a");
        disk.kill(false);
        QCOMPARE(disk.write(descriptor, viewOf("b")), std::ptrdiff_t{-1});
        std::filesystem::remove(disk.folder() / "f"); // what it does behind our back never happened
        disk.close(descriptor);
        disk.restart();
        QCOMPARE(contentOf(disk.folder() / "f"), std::string("a"));
    }
};

QTEST_GUILESS_MAIN(TestDisk)
#include "tst_Disk.moc"
