// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way in: options, renderer, application; ConsoleApp builds the rest in order.
#include "app/console/ConsoleApp.h"
#include "app/console/Options.h"
#include "maps/view/Renderer.h"

#include <QApplication>
#include <QThread>

#include <cstdio>
#include <malloc.h>
#include <thread>
#include <tuple>

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const auto options = sz::app::parseOptions(arguments);
    if (!options) {
        std::fputs(
            qPrintable(options.error().text + QLatin1Char('\n')),
            options.error().exitCode == 0 ? stdout : stderr);
        return options.error().exitCode;
    }
    ::mallopt(M_TOP_PAD, 4 * 1024 * 1024); // the start takes some 100 MB: fewer, larger steps
    auto plan = sz::app::ConsoleApp::readPlan(*options);
    std::ignore = QThread::
        currentThread(); // the first thread Qt sees is its main thread: this one, not the one below
    const std::jthread warming([] { sz::maps::warmUpLibraries(); });
    sz::maps::chooseRenderer(options->renderer);
    int qtArgc = 1; // ours are parsed; QApplication must not swallow any
    QApplication application(qtArgc, argv);
    QApplication::setOrganizationName(QStringLiteral("sanzhen"));
    QApplication::setApplicationName(QStringLiteral("sanzhen"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    sz::app::ConsoleApp console(*options, std::move(plan));
    return console.run();
}
