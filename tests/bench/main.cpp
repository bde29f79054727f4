// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-bench [NAME…] [--json] [--quick] [--folder DIR]: measures against floors of the same run and prints one line each.
#include "maps/view/Renderer.h"
#include "tests/bench/desk/DeskBenches.h"
#include "tests/bench/hq/HqBenches.h"
#include "tests/bench/Runner.h"

#include <QApplication>
#include <QLocale>

#include <array>
#include <cstdio>
#include <thread>

namespace {

using namespace sz::bench;

constexpr std::array kBenches{
    Bench{"startup", startup},
    Bench{"act-to-paint", actToPaint},
    Bench{"desk-to-desk", deskToDesk},
    Bench{"console-memory", consoleMemory},
    Bench{"proof-make", proofMake},
    Bench{"board-scroll", boardScroll},
    Bench{"map-cold-tiles", coldTiles},
    Bench{"map-pan", mapPan},
    Bench{"map-live", mapLive},
    Bench{"place-lookup", placeLookup},
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
    Bench{"roster-edit", rosterEdit},
    Bench{"snapshot-join", snapshotJoin},
    Bench{"pouchdb-catch-up", pouchdbCatchUp},
    Bench{"pouchdb-live", pouchdbLive},
};

// To stderr, so that --json stays clean.
void tellGround()
{
    const QByteArray backend = qgetenv("QT_QUICK_BACKEND");
#ifdef NDEBUG
    const char* build = "optimised";
#else
    const char* build = "with asserts";
#endif
    std::fprintf(
        stderr, "platform %s · Qt Quick %s · Qt %s · %u cores · build %s\n",
        qPrintable(QGuiApplication::platformName()),
        backend.isEmpty() ? "default" : backend.constData(), qVersion(),
        std::thread::hardware_concurrency(), build);
}

} // namespace

int main(int argc, char** argv)
{
    // Programs started from here inherit it: console and empty map draw alike.
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && !sz::maps::hasGpu()) {
        qputenv("QT_QUICK_BACKEND", "software");
    }
    sz::maps::chooseRenderer(QStringLiteral("auto"));
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    tellGround();
    return runBenches(app, kBenches);
}
