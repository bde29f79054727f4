// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/LogAudit.h"

#include "data/audit/FileAudit.h"
#include "data/audit/Parts.h"

#include <algorithm>

namespace sz::audit {
namespace {

template <class Map>
const typename Map::mapped_type* valueOf(const Map* map, const std::string& key)
{
    const auto it = map == nullptr ? typename Map::const_iterator() : map->find(key);
    return map == nullptr || it == map->end() ? nullptr : &it->second;
}

Result<void> auditDesks(
    const store::HqReader& reader,
    const std::vector<store::DeskRecord>& desks,
    const proof::Heads* heads,
    const Seen& seen,
    Report& report)
{
    report.desks = desks.size();
    for (const store::DeskRecord& desk : desks) {
        const auto* head =
            valueOf(heads == nullptr ? nullptr : &heads->desks, proof::plainToken(desk.id.value));
        if (auto ok = auditDesk(reader, desk, 1, head, seen, report); !ok) {
            return ok;
        }
    }
    for (const auto& [id, head] :
         heads == nullptr ? decltype(proof::Heads::desks){} : heads->desks) {
        if (!std::ranges::contains(
                desks, id, [](const auto& d) { return proof::plainToken(d.id.value); })) {
            report.add(
                {Fault::DeskHead, 0, DeskId(id), head.counter, 0, {}, 0, "the desk is gone"});
        }
    }
    return {};
}

Result<void> auditFeeds(
    const store::HqReader& reader,
    store::NumberRange range,
    const proof::Heads* heads,
    Seen& seen,
    Report& report)
{
    const auto feeds = reader.feeds();
    if (!feeds) {
        return std::unexpected(feeds.error());
    }
    report.feeds = feeds->size();
    for (const UnitCode& unit : *feeds) {
        const auto* head =
            valueOf(heads == nullptr ? nullptr : &heads->feeds, proof::plainToken(unit.value));
        if (auto ok = auditFeed(reader, unit, range, head, seen, report); !ok) {
            return ok;
        }
    }
    for (const auto& [unit, head] :
         heads == nullptr ? decltype(proof::Heads::feeds){} : heads->feeds) {
        if (!std::ranges::contains(
                *feeds, unit, [](const auto& f) { return proof::plainToken(f.value); })) {
            report.add({Fault::FeedGap, 0, {}, 0, 0, UnitCode(unit), 1, "the feed is gone"});
        }
    }
    for (std::int64_t n = std::max<std::int64_t>(range.after, 0) + 1; n <= seen.head; ++n) {
        if (!Seen::at(seen.inFeed, n)) {
            report.add({Fault::EntryInNoFeed, n, {}, 0, 0, {}, 0, {}});
        }
    }
    return {};
}

// Every entry is in a feed, unless it is not there at all: then one finding is enough.
void dropDoubles(Report& report)
{
    std::set<std::int64_t> missing;
    for (const Finding& one : report.findings) {
        if (one.fault == Fault::NumberMissing) {
            missing.insert(one.number);
        }
    }
    std::erase_if(report.findings, [&](const Finding& one) {
        return one.fault == Fault::EntryInNoFeed && missing.contains(one.number);
    });
}

Result<void> auditFiles(const store::HqReader& reader, const Evidence& evidence, Report& report)
{
    if (!evidence.files) {
        return {};
    }
    FileAudit files;
    const auto place = evidence.files();
    return reader
        .forEachEntry({}, [&](std::int64_t, const store::NumberedEntry& row) { files.take(row); })
        .and_then([&] { return files.examine(*place, evidence.now); })
        .transform([&](const std::vector<NamedFile>& named) {
            for (const NamedFile& one : named) {
                report.files += one.fate == FileFate::Sound ? 1U : 0U;
                report.filesOnTheWay += one.fate == FileFate::OnItsWay ? 1U : 0U;
                if (one.fate == FileFate::Missing || one.fate == FileFate::Damaged) {
                    report.add(
                        {one.fate == FileFate::Missing ? Fault::FileMissing : Fault::FileDamaged,
                         static_cast<std::int64_t>(one.number),
                         one.desk,
                         one.counter,
                         0,
                         {},
                         0,
                         toHex(one.hash)});
                }
            }
        });
}

Result<void> auditStore(
    const store::HqReader& reader,
    const Evidence& evidence,
    const SignedLeaves& leaves,
    const proof::Heads* heads,
    Report& report)
{
    Seen seen;
    TreeComparison tree(leaves, seen, report);
    const auto desks = reader.desks();
    if (!desks) {
        return std::unexpected(desks.error());
    }
    return auditEntries(reader, {}, *desks, &tree, seen, report)
        .transform([&] { tree.finish(evidence); })
        .and_then([&] { return auditDesks(reader, *desks, heads, seen, report); })
        .and_then([&] { return auditFeeds(reader, {}, heads, seen, report); })
        .transform([&] { dropDoubles(report); })
        .and_then([&] { return auditFiles(reader, evidence, report); });
}

} // namespace

Result<Report> auditLog(const Evidence& evidence)
{
    if (!evidence.hasStore() && evidence.tlog.empty()) {
        return fail(Code::BadArgument, "nothing to examine");
    }
    if (evidence.isSigned() && !evidence.key) {
        return fail(Code::BadArgument, "the log's public key is needed");
    }
    Report report;
    SignedLeaves leaves;
    std::optional<proof::Heads> heads;
    if (evidence.isSigned()) {
        leaves = auditTiles(evidence, report, heads);
    }
    if (!evidence.hasStore()) {
        report.entries = leaves.leaves.size();
        return report;
    }
    return evidence.openStore()
        .and_then([&](const auto& reader) {
            return auditStore(*reader, evidence, leaves, heads ? &*heads : nullptr, report);
        })
        .transform([&] { return std::move(report); });
}

Result<Report> auditRange(const store::HqReader& reader, std::uint64_t after, std::uint64_t last)
{
    Report report;
    Seen seen;
    const store::NumberRange range{
        static_cast<std::int64_t>(after), static_cast<std::int64_t>(last)};
    const auto desks = reader.desks();
    const auto counters = reader.firstCounters(range);
    if (!desks || !counters) {
        return std::unexpected(desks ? counters.error() : desks.error());
    }
    auto done = auditEntries(reader, range, *desks, nullptr, seen, report);
    for (const store::DeskRecord& desk : *desks) {
        if (const auto first = counters->find(desk.id); done && first != counters->end()) {
            done = auditDesk(reader, desk, first->second, nullptr, seen, report);
        }
    }
    return done.and_then([&] { return auditFeeds(reader, range, nullptr, seen, report); })
        .transform([&] { return std::move(report); });
}

} // namespace sz::audit
