// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the console is asked to do on its command line.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "maps/symbols/Tokens.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace sz::app {

struct Options
{
    bool isSample = false;    ///< own headquarters on this machine with the sample operation
    UnitCode unit{"HQ"};      ///< --desk office | D05 | L06 …
    bool isUnitGiven = false; ///< else the desk this machine is decides
    bool isJoining = false;   ///< --join: one more desk on this machine
    QString profileFolder;    ///< empty: chosen from unit and sample
    QString planFolder;       ///< empty: the shipped plan
    QString dataFolder;       ///< empty: the user's data folder
    QString packsFolder;      ///< base maps; empty: "packs" in the data folder
    QString language;         ///< "zh_CN", "en"; empty: the system's
    std::optional<symbols::Theme> theme;
    QString renderer = QStringLiteral("auto");
    QString screenshot; ///< file to write; empty: an ordinary window
    QSize size{1920, 1080};
    QString screen = QStringLiteral("watch");
    std::optional<Instant> moment;      ///< --at: the clock stands there (pictures)
    bool isPassphraseFromInput = false; ///< a protected desk: one line of standard input
    bool isBenchStart = false; ///< prints milliseconds to the first complete frame and ends
};

/// Screens that --screenshot knows.
[[nodiscard]] QStringList screenNames();

/// The text to print and the exit code, when there is nothing to run (help, version, a mistake).
struct Farewell
{
    QString text;
    int exitCode = 0;
};
[[nodiscard]] std::expected<Options, Farewell> parseOptions(const QStringList& arguments);

} // namespace sz::app
