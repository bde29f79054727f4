// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters lose nobody, hide no late one and do not change while the map is dragged.

#include "maps/layers/MarkClusterer.h"
#include "tests/support/ThreadTime.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace sz;
using namespace sz::maps;
using model::Lamp;
using plan::Grade;

namespace {

std::vector<Mark> scattered(std::size_t count)
{
    std::mt19937 random(7);
    std::normal_distribution<double> lon(114.3, 0.15);
    std::normal_distribution<double> lat(30.6, 0.12);
    std::uniform_int_distribution<int> four(0, 3);
    std::vector<Mark> marks(count);
    for (std::size_t i = 0; i < count; ++i) {
        marks[i].id = "id" + std::to_string(i);
        marks[i].at = {lon(random), lat(random)};
        marks[i].lamp = static_cast<Lamp>(four(random));
        marks[i].grade = static_cast<Grade>(1 + four(random));
    }
    return marks;
}

} // namespace

class tst_MarkClusterer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMarkIsInExactlyOneCluster()
    {
        const std::vector<Mark> marks = scattered(700);
        for (const double zoom : {9.6, 11.36, 14.0}) {
            std::multiset<std::size_t> seen;
            for (const Cluster& cluster : clusterMarks(marks, zoom, 42)) {
                seen.insert(cluster.members.begin(), cluster.members.end());
            }
            QCOMPARE(seen.size(), marks.size());
            QCOMPARE(std::set<std::size_t>(seen.begin(), seen.end()).size(), marks.size());
        }
    }

    void theWorstLeads()
    {
        const std::vector<Mark> marks = scattered(700);
        for (const Cluster& cluster : clusterMarks(marks, 10, 42)) {
            for (const std::size_t i : cluster.members) {
                QVERIFY(!isWorse(marks[i], marks[cluster.members.front()]));
            }
        }
    }

    void discsNeverOverlap()
    {
        const std::vector<Cluster> clusters = clusterMarks(scattered(700), 11.36, 42);
        const double scale = worldPixels(11.36);
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            for (std::size_t k = i + 1; k < clusters.size(); ++k) {
                const double d = std::hypot(
                    clusters[i].at.x - clusters[k].at.x, clusters[i].at.y - clusters[k].at.y);
                QVERIFY(d * scale >= 42 - 1e-6);
            }
        }
    }

    void orderOfTheListDoesNotMatter()
    {
        std::vector<Mark> marks = scattered(200);
        const auto ids = [](const std::vector<Mark>& of) {
            std::vector<std::vector<std::string>> out;
            for (const Cluster& cluster : clusterMarks(of, 11, 42)) {
                out.emplace_back();
                for (const std::size_t i : cluster.members) {
                    out.back().push_back(of[i].id);
                }
            }
            return out;
        };
        const auto before = ids(marks);
        std::ranges::reverse(marks);
        QVERIFY(before == ids(marks));
    }

    void marksOfOneAreaFanOut()
    {
        std::vector<Mark> marks(3);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            marks[i].id = std::to_string(i);
            marks[i].at = {114.3, 30.6};
            marks[i].isApproximate = true;
        }
        QCOMPARE(clusterMarks(marks, 11, 42).size(), std::size_t{1});
        QCOMPARE(clusterMarks(marks, kFanZoom, 42).size(), std::size_t{3});
        for (Mark& mark : marks) {
            mark.isApproximate = false; // a known point is never moved
        }
        QCOMPARE(clusterMarks(marks, 15, 42).size(), std::size_t{1});
    }

    void tenThousandAreQuick()
    {
        const std::vector<Mark> marks = scattered(10000);
        const sz::test::ThreadTime own;
        const auto clusters = clusterMarks(marks, 11, 42);
        qInfo("10,000 marks, %zu clusters, %.1f ms", clusters.size(), own.ms());
        QVERIFY(own.ms() < 500 * sz::test::kSlowness); // not every one against every other
    }
};

QTEST_GUILESS_MAIN(tst_MarkClusterer)
#include "tst_MarkClusterer.moc"
