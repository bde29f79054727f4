// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-bench [NAME…] [--json] [--quick] [--folder DIR]: measures against floors of the same run and prints one line each.
#include "maps/view/Renderer.h"
#include "tests/bench/Bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace {

using namespace sz::bench;

constexpr std::array kBenches{
    Bench{"startup", startup},         Bench{"act-to-paint", actToPaint},
    Bench{"desk-to-desk", deskToDesk}, Bench{"console-memory", consoleMemory},
    Bench{"proof-make", proofMake},
};

struct Wanted
{
    std::vector<Bench> benches;
    QString folder;
    bool isJson = false;
    bool isQuick = false;
};

/// Exits on --help and on a mistake.
Wanted parse(const QApplication& app)
{
    QCommandLineParser p;
    p.setApplicationDescription(
        QStringLiteral("Benchmarks of the console; a floor is measured in the same run."));
    p.addHelpOption();
    p.addOption({QStringLiteral("json"), QStringLiteral("One JSON object a line.")});
    p.addOption(
        {QStringLiteral("quick"),
         QStringLiteral("Tiny counts: proves that it runs, measures nothing.")});
    p.addOption(
        {QStringLiteral("folder"),
         QStringLiteral("Where files are written; beside the program if not given."),
         QStringLiteral("dir")});
    p.addPositionalArgument(
        QStringLiteral("name"),
        QStringLiteral("startup, act-to-paint, desk-to-desk, console-memory, proof-make"),
        QStringLiteral("[NAME…]"));
    p.process(app);
    Wanted wanted{
        {},
        p.value(QStringLiteral("folder")),
        p.isSet(QStringLiteral("json")),
        p.isSet(QStringLiteral("quick"))};
    for (const QString& name : p.positionalArguments()) {
        const auto* it = std::ranges::find_if(
            kBenches, [&](const Bench& b) { return name == QLatin1StringView(b.name); });
        if (it == kBenches.end()) {
            std::fprintf(stderr, "sanzhen-bench: no benchmark is called %s\n", qPrintable(name));
            std::exit(2);
        }
        wanted.benches.push_back(*it);
    }
    if (wanted.benches.empty()) {
        wanted.benches.assign(kBenches.begin(), kBenches.end());
    }
    return wanted;
}

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

bool runOne(const Bench& bench, const Wanted& wanted)
{
    // Not under the temporary folder: that is often memory, where a durable commit costs nothing.
    const QString where =
        wanted.folder.isEmpty() ? QApplication::applicationDirPath() : wanted.folder;
    QTemporaryDir folder(where + QStringLiteral("/bench-XXXXXX"));
    if (!folder.isValid()) {
        std::fprintf(stderr, "sanzhen-bench: %s\n", qPrintable(folder.errorString()));
        return false;
    }
    Outcome outcome;
    try {
        outcome = bench.run({folder.path().toStdString(), wanted.isQuick});
    } catch (const std::exception& e) {
        outcome = sz::fail(sz::Code::Internal, e.what());
    }
    if (!outcome) {
        std::fprintf(
            stderr, "sanzhen-bench: %s: %s %s\n", bench.name, outcome.error().detail.c_str(),
            outcome.error().where.c_str());
        return false;
    }
    for (const Measured& m : *outcome) {
        std::printf("%s\n", (wanted.isJson ? jsonLine(m) : tableLine(m)).c_str());
        std::fflush(stdout);
    }
    return true;
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
    const Wanted wanted = parse(app);
    tellGround();
    if (!wanted.isJson) {
        std::printf("%s\n", tableHead().c_str());
    }
    const auto failed =
        std::ranges::count_if(wanted.benches, [&](const Bench& b) { return !runOne(b, wanted); });
    return failed == 0 ? 0 : 1;
}
