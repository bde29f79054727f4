// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/child/ReadConfined.h"

#include "data/confine/ChildRun.h"
#include "data/layers/child/LayerFrames.h"
#include "data/layers/judge/Shift.h"
#include "data/layers/text/RemarkText.h"

#include <format>

namespace sz::layers {
namespace {

using confine::ChildFault;
using confine::Sense;

/// As geo::systemFrom takes it again.
std::string nameOf(const geo::CoordinateSystem& system)
{
    switch (system.datum) {
    case geo::Datum::Cgcs2000:
        return "cgcs2000";
    case geo::Datum::Gcj02:
        return "gcj02";
    case geo::Datum::Bd09:
        return "bd09";
    case geo::Datum::Gauss:
        return std::format(
            "gk{}", system.zone.isPrefixed ? system.zone.number : system.zone.number * 3);
    case geo::Datum::Wgs84:
        break;
    }
    return "wgs84";
}

confine::ChildCall callOf(const LayerFiles& files, const ConfinedReading& how)
{
    confine::ChildCall call;
    call.program = how.program.empty() ? confine::parserProgram() : how.program;
    call.arguments = {"layer", how.options.from ? nameOf(*how.options.from) : "-"};
    for (const LayerFiles::Part& part : files.parts()) {
        call.arguments.push_back(part.ending.empty() ? "-" : part.ending);
        call.files.push_back(part.file);
    }
    call.speaks = kSpeaksLayer;
    call.version = kLayerVersion;
    call.patience = how.patience;
    call.stop = how.options.stop;
    return call;
}

plan::Sentence unconfinedText(const std::string& missing)
{
    return {
        std::format(
            "the child that reads map files is not confined by {}: this kernel has none of it",
            missing),
        std::format("读取地图文件的子程序未受约束：此系统内核不支持 {}", missing)};
}

plan::Sentence notStartedText(const std::filesystem::path& program)
{
    if (program.empty()) {
        return {
            "sanzhen-parser is neither beside this program nor in ../libexec/sanzhen: install "
            "Sanzhen again",
            "本程序所在目录和 ../libexec/sanzhen 都没有 sanzhen-parser：请重新安装"};
    }
    return {
        std::format("{} cannot be started: install Sanzhen again", shown(program.string())),
        std::format("无法启动 {}：请重新安装", shown(program.string()))};
}

/// For whoever looks after the machine; the officer reads the remark.
plan::Sentence diedText(const confine::ChildEnd& end, const std::filesystem::path& file)
{
    std::string how = confine::faultName(end.fault);
    how += end.signal == 0 ? "" : std::format(", signal {}", end.signal);
    how += end.words.empty() ? "" : ": " + shown(end.words);
    return {
        std::format("reading {}: its reader ended, {}", shown(file.string()), how),
        std::format("读取 {}：读取程序中止，{}", shown(file.string()), how)};
}

void tell(
    const confine::ChildEnd& end,
    const std::filesystem::path& file,
    const std::filesystem::path& program,
    const ConfinedReading& how)
{
    if (!how.note) {
        return;
    }
    const std::string missing = end.held ? confine::missingOf(*end.held) : std::string();
    if (!missing.empty()) {
        how.note(unconfinedText(missing));
    }
    if (end.fault == ChildFault::Missing) {
        how.note(notStartedText(program));
    } else if (end.fault != ChildFault::None && end.fault != ChildFault::Stopped) {
        how.note(diedText(end, file));
    }
}

} // namespace

LayerSummary readConfined(const std::filesystem::path& file, const ConfinedReading& how)
{
    LayerSummary none;
    const LayerFiles files = LayerFiles::open(file, none.remarks);
    if (files.isEmpty()) {
        return none;
    }
    std::optional<ShiftJudge> shift;
    if (how.options.plan != nullptr) {
        shift.emplace(how.options.plan);
    }
    LayerFrameReader reader([&](Feature&& feature, const LayerSummary& soFar) {
        if (shift) {
            shift->look(feature);
        }
        if (how.take) {
            how.take(std::move(feature), soFar);
        }
    });
    const confine::ChildCall call = callOf(files, how);
    const confine::ChildEnd end = confine::runChild(call, [&reader](BytesView frame) {
        return !reader.feed(frame) ? Sense::Nonsense : reader.isDone() ? Sense::Last : Sense::Good;
    });
    tell(end, file, call.program, how);
    LayerSummary& summary = reader.summary();
    if (end.fault != ChildFault::None) {
        summary.remarks.add(
            {.matter = Matter::ReaderFailed,
             .text = confine::faultName(end.fault),
             .a = end.signal});
    }
    if (shift) {
        shift->judge(summary.remarks);
    }
    return std::move(summary);
}

Layer readConfinedLayer(const std::filesystem::path& file, const ReadOptions& options)
{
    Layer layer;
    ConfinedReading how{.options = options};
    how.take = [&layer](Feature&& feature, const LayerSummary&) {
        layer.features.push_back(std::move(feature));
    };
    static_cast<LayerSummary&>(layer) = readConfined(file, how);
    return layer;
}

} // namespace sz::layers
