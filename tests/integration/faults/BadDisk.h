// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which call of a program to its disk fails, and how the program is told of it (support/brokendisk).

#include "tests/unit/sim/Rounds.h"

#include <QByteArrayList>
#include <QFile>
#include <QMetaType>
#include <QTest>

#include <cerrno>
#include <vector>

namespace sz::test {

/// Nothing of ours may stand before a sanitizer's own interposers.
inline constexpr bool kCanPreload =
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
    false;
#else
    true;
#endif

struct Injury
{
    int error = 0; ///< errno; 0: nothing fails, each call is told
    bool isLasting = false;
    bool isTorn = false;
};

/// While it lives, programs that are started have a disk that fails below a folder.
class BadDisk
{
public:
    /// `tell`: a file that gets a line for each failing call; it may be /dev/stdout.
    BadDisk(const QString& folder, const Injury& injury, std::uint64_t at, const QString& tell)
    {
        qputenv("SANZHEN_BREAK_FOLDER", folder.toLocal8Bit());
        qputenv("SANZHEN_BREAK_AT", QByteArray::number(quint64(injury.error == 0 ? 0 : at)));
        qputenv("SANZHEN_BREAK_LAST", QByteArray::number(quint64(injury.isLasting ? 0 : at)));
        qputenv("SANZHEN_BREAK_ERROR", QByteArray::number(injury.error));
        qputenv("SANZHEN_BREAK_TORN", injury.isTorn ? "1" : "0");
        qputenv("SANZHEN_BREAK_TELL", tell.toLocal8Bit());
        qputenv("LD_PRELOAD", SANZHEN_BROKENDISK);
    }
    ~BadDisk()
    {
        qunsetenv("LD_PRELOAD");
        qunsetenv("SANZHEN_BREAK_FOLDER");
    }
    BadDisk(const BadDisk&) = delete;
    BadDisk& operator=(const BadDisk&) = delete;
};

/// The line the shim wrote about a call that failed.
struct Broken
{
    QByteArray call;
    QByteArray file;
    qint64 bytes = 0;

    static Broken of(const QByteArray& line)
    {
        const QByteArrayList words = line.trimmed().split(' ');
        return {words.value(1), words.value(2), words.value(3).toLongLong()};
    }
    [[nodiscard]] bool isSync() const { return call.endsWith("sync"); }
    /// Zeros that make room in a WAL before it is needed: nobody relies on them.
    [[nodiscard]] bool isRoom() const { return call == "pwrite" && bytes == 65536; }
};

/// The rows every program goes through.
inline void injuries()
{
    QTest::addColumn<Injury>("injury");
    QTest::newRow("one i/o error") << Injury{EIO, false, false};
    QTest::newRow("i/o errors from here on") << Injury{EIO, true, false};
    QTest::newRow("half a write, then an i/o error") << Injury{EIO, false, true};
    QTest::newRow("no space once") << Injury{ENOSPC, false, false};
    QTest::newRow("no space from here on") << Injury{ENOSPC, true, false};
}

/// Out of the lines of a run in which each call was told, the numbers of `rounds` calls: the first, the last, and what lies
/// between evenly, `shift` chooses which. Of the many that make room in a WAL only every sixteenth counts.
inline std::vector<std::uint64_t>
walk(const QByteArrayList& calls, std::uint64_t rounds, std::uint64_t shift)
{
    std::vector<std::uint64_t> points;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        if (!Broken::of(calls[i]).isRoom() || i % 16 == 0) {
            points.push_back(static_cast<std::uint64_t>(i + 1));
        }
    }
    std::vector<std::uint64_t> out;
    const std::uint64_t step = std::max<std::uint64_t>(1, points.size() / rounds);
    for (std::uint64_t i = 0; i < rounds; ++i) {
        const std::uint64_t at = i * points.size() / rounds + (i == 0 ? 0 : shift % step);
        out.push_back(i > 0 && i + 1 == rounds ? points.back() : points.at(at % points.size()));
    }
    return out;
}

inline QByteArrayList linesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed().split('\n') : QByteArrayList{};
}

} // namespace sz::test

Q_DECLARE_METATYPE(sz::test::Injury)
