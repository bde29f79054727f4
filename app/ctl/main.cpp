// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl: the administrator's tool. Each subcommand is one line of the table.
#include "app/ctl/backup/BackupCommand.h"
#include "app/ctl/campaign/CampaignCommand.h"
#include "app/ctl/coords/CoordsCommand.h"
#include "app/ctl/desk/DeskCommand.h"
#include "app/ctl/layer/LayerCommand.h"
#include "app/ctl/locate/LocateCommand.h"
#include "app/ctl/log/LogCommand.h"
#include "app/ctl/pack/PackCommand.h"
#include "app/ctl/place/PlaceCommand.h"
#include "app/ctl/plan/PlanCommand.h"
#include "app/ctl/report/ReportCommand.h"
#include "app/ctl/roads/RoadsCommand.h"
#include "app/ctl/roster/RosterCommand.h"
#include "app/ctl/simulate/SimulateCommand.h"

#include <algorithm>
#include <array>
#include <format>
#include <iostream>
#include <vector>

namespace {

struct Command
{
    std::string_view name;
    std::string_view summary;
    int (*run)(std::span<const std::string> args, std::ostream& out, std::ostream& err);
};

int runPlan(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return sz::ctl::runPlan(args, out, err, sz::SystemClock().now());
}

int runCampaign(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return sz::ctl::runCampaign(args, out, err, sz::SystemClock().now());
}

int runReport(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return sz::ctl::runReport(args, out, err, sz::SystemClock().now());
}

int runRoads(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return sz::ctl::runRoads(args, out, err, sz::SystemClock().now());
}

int runRoster(std::span<const std::string> args, std::ostream& out, std::ostream& err)
{
    return sz::ctl::runRoster(args, out, err, sz::SystemClock().now());
}

constexpr std::array kCommands{
    Command{"backup", "prove a backup of headquarters by restoring it", sz::ctl::runBackup},
    Command{"campaign", "check a campaign's sheet before it is imported", runCampaign},
    Command{"coords", "convert a file of points between coordinate systems", sz::ctl::runCoords},
    Command{"desk", "a desk's own files: rebuild, protect, unprotect", sz::ctl::runDesk},
    Command{"layer", "check a map layer before it is imported", sz::ctl::runLayer},
    Command{"locate", "zone, area, district and street of a point", sz::ctl::runLocate},
    Command{"log", "examine a log, or prove one entry of it", sz::ctl::runLog},
    Command{"pack", "check packs of base map tiles, make one of OpenStreetMap", sz::ctl::runPack},
    Command{"place", "the place an address or a name may mean", sz::ctl::runPlace},
    Command{"plan", "check or show a plan folder", runPlan},
    Command{"report", "score units from the log, or recompute a scorecard", runReport},
    Command{"roads", "make a road graph of OpenStreetMap, or check one", runRoads},
    Command{"roster", "read a roster sheet, find conflicts, say who is on duty", runRoster},
    Command{"simulate", "play nights with every kind of fault", sz::ctl::runSimulate},
};

void printHelp(std::ostream& out)
{
    out << "usage: sanzhenctl COMMAND [ARGUMENTS]\n\n";
    for (const auto& command : kCommands) {
        out << std::format("  {:<8} {}", command.name, command.summary) << '\n';
    }
    out << "\nsanzhenctl COMMAND --help tells more.\n";
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (!args.empty() && args.front() == "--help") {
        printHelp(std::cout);
        return 0;
    }
    const auto command =
        args.empty() ? kCommands.end() : std::ranges::find(kCommands, args.front(), &Command::name);
    if (command == kCommands.end()) {
        printHelp(std::cerr);
        return 2;
    }
    return command->run(std::span(args).subspan(1), std::cout, std::cerr);
}
