// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl: the administrator's tool. Each subcommand is one line of the table.
#include "app/ctl/backup/BackupCommand.h"
#include "app/ctl/campaign/CampaignCommand.h"
#include "app/ctl/coords/CoordsCommand.h"
#include "app/ctl/CtlWords.h"
#include "app/ctl/desk/DeskCommand.h"
#include "app/ctl/Language.h"
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
#include "data/store/pg/PgSecret.h"

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
    std::string_view chinese;
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
    Command{
        "backup", "prove a backup of headquarters by restoring it",
        "实际恢复一份总值班台备份以验证", sz::ctl::runBackup},
    Command{
        "campaign", "check a campaign's sheet before it is imported", "导入前检查专项排查表",
        runCampaign},
    Command{
        "coords", "convert a file of points between coordinate systems", "转换点位文件的坐标系",
        sz::ctl::runCoords},
    Command{
        "desk", "a desk's own files: rebuild, protect, unprotect",
        "席位自己的文件：重建、保护、解除保护", sz::ctl::runDesk},
    Command{
        "layer", "check a map layer before it is imported", "导入前检查地图图层",
        sz::ctl::runLayer},
    Command{
        "locate", "zone, area, district and street of a point", "查一个点所在的片、片区、区、街道",
        sz::ctl::runLocate},
    Command{
        "log", "examine a log, or prove one entry of it", "检查日志，或为其中一条出具证明",
        sz::ctl::runLog},
    Command{
        "pack", "check packs of base map tiles, make one of OpenStreetMap",
        "检查底图瓦片包，或由 OpenStreetMap 制作", sz::ctl::runPack},
    Command{
        "place", "the place an address or a name may mean", "查一个地址或名称可能所指的地点",
        sz::ctl::runPlace},
    Command{"plan", "check or show a plan folder", "检查或显示预案文件夹", runPlan},
    Command{
        "report", "score units from the log, or recompute a scorecard",
        "由日志给各单位评分，或重算成绩单", runReport},
    Command{
        "roads", "make a road graph of OpenStreetMap, or check one",
        "由 OpenStreetMap 制作路网，或检查路网", runRoads},
    Command{
        "roster", "read a roster sheet, find conflicts, say who is on duty",
        "读取值班表、查找冲突、说明谁在班", runRoster},
    Command{
        "simulate", "play nights with every kind of fault", "推演各种故障的夜班",
        sz::ctl::runSimulate},
};

void printHelp(std::ostream& out, bool isChinese)
{
    out
        << (isChinese ? "用法：sanzhenctl 命令 [参数]\n\n"
                      : "usage: sanzhenctl COMMAND [ARGUMENTS]\n\n");
    for (const auto& command : kCommands) {
        out << std::format(
            "  {:<8} {}\n", command.name, isChinese ? command.chinese : command.summary);
    }
    out
        << (isChinese ? "\nsanzhenctl 命令 --help 有详细说明。\n"
                      : "\nsanzhenctl COMMAND --help tells more.\n");
}

int refuseUnknown(const std::vector<std::string>& args, bool isChinese)
{
    if (!args.empty()) {
        std::cerr
            << (isChinese ? std::format("sanzhenctl：没有“{}”这个命令\n\n", args.front())
                          : std::format("sanzhenctl: there is no command “{}”\n\n", args.front()));
    }
    printHelp(std::cerr, isChinese);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string> args(argv + 1, argv + argc);
    const bool isChinese = sz::ctl::speaksChinese();
    if (const auto clean = sz::store::checkNoPassword(args); !clean) {
        std::cerr << "sanzhenctl: " << sz::ctl::sentenceOf(clean.error(), isChinese) << '\n';
        return 2;
    }
    if (!args.empty() && args.front() == "--help") {
        printHelp(std::cout, isChinese);
        return 0;
    }
    const auto command =
        args.empty() ? kCommands.end() : std::ranges::find(kCommands, args.front(), &Command::name);
    if (command == kCommands.end()) {
        return refuseUnknown(args, isChinese);
    }
    return command->run(std::span(args).subspan(1), std::cout, std::cerr);
}
