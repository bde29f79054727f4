// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list that grows beside its copies: each copy stays what it was, whoever goes on.
#include "data/base/Growing.h"

#include <QTest>

#include <numeric>
#include <ranges>
#include <string>
#include <thread>

using sz::Growing;

static_assert(std::ranges::random_access_range<const Growing<int>>);

namespace {

Growing<std::string> upTo(int n)
{
    Growing<std::string> list;
    for (int i = 0; i < n; ++i) {
        list.push_back(std::to_string(i));
    }
    return list;
}

bool isUpTo(const Growing<std::string>& list, int n)
{
    int next = 0;
    return list.size() == static_cast<std::size_t>(n)
           && std::ranges::all_of(
               list, [&](const std::string& one) { return one == std::to_string(next++); });
}

} // namespace

class tst_Growing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesOfEveryLengthGoTheirOwnWay()
    {
        for (int n = 0; n < 200; ++n) {
            const Growing<std::string> list = upTo(n);
            Growing<std::string> one = list;
            Growing<std::string> two = list;
            one.push_back(std::to_string(n));
            two.push_back("another");
            two.push_back("more");
            QVERIFY(isUpTo(list, n));
            QVERIFY(isUpTo(one, n + 1));
            QCOMPARE(two.size(), static_cast<std::size_t>(n + 2));
            QCOMPARE(two[static_cast<std::size_t>(n)], std::string("another"));
            one.push_back(std::to_string(n + 1));
            QVERIFY(isUpTo(one, n + 2));
        }
    }

    void theFirstGoesOnAfterItWasCopied()
    {
        Growing<std::string> list;
        std::vector<Growing<std::string>> copies;
        for (int i = 0; i < 300; ++i) {
            copies.push_back(list);
            list.push_back(std::to_string(i));
        }
        for (int i = 0; i < 300; ++i) {
            QVERIFY(isUpTo(copies[static_cast<std::size_t>(i)], i));
        }
        copies[130].push_back("x");
        QVERIFY(isUpTo(list, 300));
        QVERIFY(isUpTo(copies[131], 131));
    }

    void movedFromIsEmptyAndUsable()
    {
        Growing<std::string> list = upTo(70);
        Growing<std::string> other = std::move(list);
        QVERIFY(isUpTo(other, 70));
        list = upTo(3);
        QVERIFY(isUpTo(list, 3));
        other = list;
        other.push_back("3");
        QVERIFY(isUpTo(other, 4) && isUpTo(list, 3));
    }

    void readsBothWays()
    {
        const Growing<int> list{1, 2, 3};
        QCOMPARE(std::vector<int>(list.rbegin(), list.rend()), (std::vector{3, 2, 1}));
        QCOMPARE(std::accumulate(list.begin(), list.end(), 0), 6);
        QCOMPARE(list.front() + list.back(), 4);
        QVERIFY_THROWS_EXCEPTION(std::out_of_range, std::ignore = list.at(3));
    }

    // For the thread sanitizer: a screen reads a copy while the store goes on.
    void anotherThreadReadsWhatItHas()
    {
        Growing<std::string> list = upTo(100);
        bool isRight = false;
        std::thread reader([copy = list, &isRight] { isRight = isUpTo(copy, 100); });
        for (int i = 100; i < 400; ++i) {
            list.push_back(std::to_string(i));
        }
        reader.join();
        QVERIFY(isRight && isUpTo(list, 400));
    }
};

QTEST_APPLESS_MAIN(tst_Growing)
#include "tst_Growing.moc"
