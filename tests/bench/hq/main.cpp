// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-bench-hq [NAME…] [--json] [--quick] [--folder DIR]: headquarters' benchmarks without a window or a widget.
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/Runner.h"

#include <QCoreApplication>

#include <array>

namespace {

using namespace sz::bench;

constexpr std::array kBenches{
    Bench{"postgres-append", postgresAppend},
    Bench{"hq-restart", hqRestart},
    Bench{"fan-out-240", fanOut240},
    Bench{"desks-2000", desks2000},
    Bench{"flood", flood},
    Bench{"catch-up", catchUp},
    Bench{"cold-open", coldOpen},
    Bench{"rebuild", rebuild},
    Bench{"search", search},
    Bench{"replay", replayPast},
    Bench{"lamps", lamps},
    Bench{"campaign-import", campaignImport},
    Bench{"points-import", pointsImport},
    Bench{"roster-open", rosterOpen},
    Bench{"on-duty", onDuty},
    Bench{"snapshot-join", snapshotJoin},
    Bench{"pouchdb-catch-up", pouchdbCatchUp},
    Bench{"pouchdb-live", pouchdbLive},
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    return runBenches(app, kBenches);
}
