// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A map in groups is a map to who reads it, and copies do not see what is changed afterwards.
#include "data/base/Grouped.h"

#include <QTest>

#include <format>

using sz::Grouped;

static_assert(std::forward_iterator<Grouped<int>::Iterator>);

namespace {

Grouped<int>::Group list(const std::string& name, int count)
{
    Grouped<int>::Group all;
    for (int i = 1; i <= count; ++i) {
        all.emplace_back(std::format("{}/{:04}", name, i), i);
    }
    return all;
}

std::string words(const Grouped<int>& map)
{
    std::string out;
    for (const auto& [id, value] : map) {
        out += std::format("{}={} ", id, value);
    }
    return out;
}

} // namespace

class tst_Grouped : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsInTheOrderOfItsIds()
    {
        Grouped<int> map;
        QVERIFY(map.empty());
        QCOMPARE(words(map), std::string());
        map.add("C", list("C", 2));
        map.add("A", {{"A", 7}});
        map.add("B", {});         // nothing
        map.add("A", {{"A", 8}}); // is there
        QCOMPARE(words(map), std::string("A=7 C/0001=1 C/0002=2 "));
        QCOMPARE(map.size(), std::size_t{3});
        QCOMPARE(map.at("C/0002"), 2);
        QCOMPARE(map.of("C").size(), std::size_t{2});
        QVERIFY(map.of("C/0003").empty());
        QVERIFY(map.of("D/0001").empty());
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, std::ignore = map.at("A/0001"));
    }

    void aCopyKeepsWhatItHad()
    {
        Grouped<int> map;
        map.add("A", list("A", 3));
        map.add("B", list("B", 3));
        const Grouped<int> before = map;
        const int* shared = &before.of("B").front().second;
        map.change("A/0002", [](int& value) { value = 20; });
        map.change("nothing", [](int& value) { value = 0; });
        QCOMPARE(
            words(before), std::string("A/0001=1 A/0002=2 A/0003=3 B/0001=1 B/0002=2 B/0003=3 "));
        QCOMPARE(
            words(map), std::string("A/0001=1 A/0002=20 A/0003=3 B/0001=1 B/0002=2 B/0003=3 "));
        QVERIFY(!(map == before));
        QVERIFY(&map.of("B").front().second == shared); // not copied
        map.change("A", [](int& value) { ++value; });
        QCOMPARE(map.at("A/0001") + map.at("A/0002") + map.at("A/0003"), 2 + 21 + 4);
    }

    void equalWhateverIsShared()
    {
        Grouped<int> a;
        a.add("A", list("A", 2));
        Grouped<int> b;
        b.add("A", list("A", 2));
        QVERIFY(a == b);
        b.change("A/0001", [](int& value) { value = 9; });
        QVERIFY(!(a == b));
        b.change("A/0001", [](int& value) { value = 1; });
        QVERIFY(a == b);
    }
};

QTEST_APPLESS_MAIN(tst_Grouped)
#include "tst_Grouped.moc"
