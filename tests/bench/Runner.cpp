// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Runner.h"

#include <QCommandLineParser>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace sz::bench {
namespace {

struct Wanted
{
    std::vector<Bench> benches;
    QString folder;
    bool isJson = false;
    bool isQuick = false;
};

QString namesOf(std::span<const Bench> benches)
{
    QStringList names;
    std::ranges::for_each(
        benches, [&](const Bench& b) { names.append(QString::fromLatin1(b.name)); });
    return names.join(QStringLiteral(", "));
}

/// Exits on --help and on a mistake.
Wanted parse(const QCoreApplication& app, std::span<const Bench> benches)
{
    QCommandLineParser p;
    p.setApplicationDescription(QStringLiteral("Benchmarks; a floor is measured in the same run."));
    p.addHelpOption();
    p.addOption({QStringLiteral("json"), QStringLiteral("One JSON object a line.")});
    p.addOption(
        {QStringLiteral("quick"),
         QStringLiteral("Tiny counts: proves that it runs, measures nothing.")});
    p.addOption(
        {QStringLiteral("folder"),
         QStringLiteral("Where files are written; beside the program if not given."),
         QStringLiteral("dir")});
    p.addPositionalArgument(QStringLiteral("name"), namesOf(benches), QStringLiteral("[NAME…]"));
    p.process(app);
    Wanted wanted{
        {},
        p.value(QStringLiteral("folder")),
        p.isSet(QStringLiteral("json")),
        p.isSet(QStringLiteral("quick"))};
    for (const QString& name : p.positionalArguments()) {
        const auto it = std::ranges::find_if(
            benches, [&](const Bench& b) { return name == QLatin1StringView(b.name); });
        if (it == benches.end()) {
            std::fprintf(stderr, "sanzhen-bench: no benchmark is called %s\n", qPrintable(name));
            std::exit(2);
        }
        wanted.benches.push_back(*it);
    }
    if (wanted.benches.empty()) {
        wanted.benches.assign(benches.begin(), benches.end());
    }
    return wanted;
}

bool runOne(const Bench& bench, const Wanted& wanted)
{
    // Not under the temporary folder: that is often memory, where a durable commit costs nothing.
    const QString where =
        wanted.folder.isEmpty() ? QCoreApplication::applicationDirPath() : wanted.folder;
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

int runBenches(const QCoreApplication& app, std::span<const Bench> benches)
{
    const Wanted wanted = parse(app, benches);
    if (!wanted.isJson) {
        std::printf("%s\n", tableHead().c_str());
    }
    const auto failed =
        std::ranges::count_if(wanted.benches, [&](const Bench& b) { return !runOne(b, wanted); });
    return failed == 0 ? 0 : 1;
}

} // namespace sz::bench
