// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Administration.h"

#include "app/words/Numbers.h"

#include <algorithm>
#include <format>

namespace sz::headquarters {
namespace {

constexpr auto kUnitsKey = "units";
constexpr std::uint64_t kLongestMinutes = 7 * 24 * 60;

Result<Minutes> readMinutes(const std::string& text)
{
    return words::readNumber("--minutes", text, 1, kLongestMinutes)
        .transform([](std::uint64_t minutes) { return Minutes{minutes}; });
}

std::string deskLine(const store::DeskRecord& desk, bool isLive)
{
    const bool isOwn =
        desk.unit.empty(); // headquarters' own authors never connect; nobody revoked them
    const char* state = isOwn ? "own" : desk.revokedAt ? "revoked" : isLive ? "live" : "offline";
    return std::format(
        "{}\t{}\t{}\t{:%FT%T}Z\t{}\t{}\n", desk.id.value, desk.unit.value, state,
        std::chrono::floor<std::chrono::seconds>(desk.enrolledAt), desk.lastCounter, desk.name);
}

std::string listDesks(const Administration& by)
{
    std::string out;
    for (const store::DeskRecord& desk : by.desks()) {
        out += deskLine(desk, by.isLive(desk.id));
    }
    return out;
}

Result<void> checkUnit(store::HqLog& log, const UnitCode& unit)
{
    const auto units = log.meta(kUnitsKey);
    if (!units) {
        return std::unexpected(units.error());
    }
    const std::string list = units->value_or("");
    if (unit.empty() || !(" " + list + " ").contains(" " + unit.value + " ")) {
        return fail(Code::NoSuchUnit, unit.value);
    }
    return {};
}

std::vector<store::DeskRecord> allDesks(store::HqLog& log)
{
    return log.desks().all().value_or(std::vector<store::DeskRecord>{});
}

Result<void> revokeIn(store::HqLog& log, const DeskId& desk, Instant now)
{
    if (!std::ranges::contains(allDesks(log), desk, &store::DeskRecord::id)) {
        return fail(Code::NotFound, desk.value);
    }
    return log.desks().revoke(desk, now);
}

} // namespace

Administration administrationOf(hq::Engine& engine)
{
    return {
        [&](const UnitCode& unit, Minutes validFor) {
            return engine.makeEnrolCode(unit, validFor);
        },
        [&] { return engine.desks(); }, [&](const DeskId& desk) { return engine.isLive(desk); },
        [&](const DeskId& desk) { return engine.revoke(desk); }};
}

Administration administrationOf(store::HqLog& log, const Clock& clock)
{
    return {
        [&](const UnitCode& unit, Minutes validFor) {
            return checkUnit(log, unit).and_then(
                [&] { return hq::makeEnrolCode(log.desks(), unit, clock.now() + validFor); });
        },
        [&] { return allDesks(log); }, [](const DeskId&) { return false; },
        [&](const DeskId& desk) { return revokeIn(log, desk, clock.now()); }};
}

Result<void> rememberUnits(store::HqLog& log, const plan::Plan& plan)
{
    std::string list;
    for (const plan::Unit& unit : plan.units) {
        list += (list.empty() ? "" : " ") + unit.code.value;
    }
    return log.setMeta(kUnitsKey, list);
}

Result<std::string> backUp(const store::HqLog& log, const hq::BackupSpec& spec)
{
    return hq::takeBackup(log, spec, SystemClock().now()).transform([&](const auto& manifest) {
        return backupLine(spec.out, manifest);
    });
}

std::string backupLine(const std::filesystem::path& folder, const hq::BackupManifest& manifest)
{
    return std::format(
        "{}\t{} entries, {} refused, {} desks, {} files\n", folder.string(), manifest.entries,
        manifest.refused, manifest.desks, manifest.files.size());
}

Result<std::string> perform(const std::vector<std::string>& words, const Administration& by)
{
    const std::string verb = words.empty() ? "" : words[0];
    if (verb == "desks" && words.size() == 1) {
        return listDesks(by);
    }
    if (verb == "revoke" && words.size() == 2) {
        return by.revoke(DeskId(words[1])).transform([] { return std::string(); });
    }
    if (verb == "enrol-code" && words.size() == 3) {
        return readMinutes(words[2])
            .and_then([&](Minutes validFor) { return by.enrolCode(UnitCode(words[1]), validFor); })
            .transform([](const std::string& code) { return code + "\n"; });
    }
    return fail(Code::BadArgument, verb);
}

} // namespace sz::headquarters
