// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/BackupCheck.h"

#include "data/audit/FileAudit.h"
#include "data/hq/BackupFolder.h"
#include "data/model/World.h"

#include <format>
#include <set>

namespace sz::hq {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFeedItems = 1000;
constexpr std::size_t kFeedBytes = 1 << 20;

std::unexpected<Error> corrupt(std::string detail)
{
    return fail(Code::StoreCorrupt, std::move(detail));
}

/// One desk's chain, as far as it has been gone through.
struct DeskWalk
{
    std::uint64_t counter = 0;
    Digest author{};
};

/// Numbers and desks: the log in its order.
class OrderWalk
{
public:
    explicit OrderWalk(store::HqLog& log) : m_log(log) {}

    void operator()(const store::NumberedEntry& entry)
    {
        if (m_fault) {
            return;
        }
        if (entry.number != ++m_number) {
            m_fault = Error{Code::StoreCorrupt, std::format("number {} is missing", m_number), {}};
        } else if (auto ok = take(entry); !ok) {
            m_fault = ok.error();
        }
        if (entry.subject.kind == log::SubjectKind::Incident) {
            m_incidents.insert(entry.subject.id);
        }
    }

    // What was refused after a desk's last accepted entry belongs to its chain, too.
    [[nodiscard]] Result<void> finish(const store::DeskRecord& desk)
    {
        if (m_fault) {
            return std::unexpected(*m_fault);
        }
        DeskWalk& walk = m_desks[desk.id];
        return takeRefused(desk.id, walk, desk.lastCounter + 1).and_then([&]() -> Result<void> {
            if (walk.counter != desk.lastCounter || walk.author != desk.author) {
                return corrupt(
                    std::format("the chain of {} does not end as the log says", desk.id.value));
            }
            return {};
        });
    }

    [[nodiscard]] std::uint64_t entries() const { return m_number; }
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }
    [[nodiscard]] const std::set<std::string>& incidents() const { return m_incidents; }
    [[nodiscard]] std::size_t desks() const { return m_desks.size(); }

private:
    [[nodiscard]] Result<void> take(const store::NumberedEntry& entry)
    {
        DeskWalk& walk = m_desks[entry.desk];
        return takeRefused(entry.desk, walk, entry.counter).and_then([&]() -> Result<void> {
            walk.author = log::authorLink(walk.author, log::entryHash(entry.raw));
            ++walk.counter;
            if (walk.author != entry.author || walk.counter != entry.counter) {
                return corrupt(
                    std::format("number {} does not continue the chain of its desk", entry.number));
            }
            return {};
        });
    }

    [[nodiscard]] Result<void> takeRefused(const DeskId& desk, DeskWalk& walk, std::uint64_t before)
    {
        while (walk.counter + 1 < before) {
            const auto one = m_log.decided(desk, walk.counter + 1);
            if (!one || one->number != 0) {
                return corrupt(std::format(
                    "counter {} of {} is missing or out of order", walk.counter + 1, desk.value));
            }
            walk.author = log::authorLink(walk.author, log::entryHash(one->raw));
            ++walk.counter;
            ++m_refused;
        }
        return {};
    }

    store::HqLog& m_log;
    std::uint64_t m_number = 0;
    std::uint64_t m_refused = 0;
    std::map<DeskId, DeskWalk> m_desks;
    std::set<std::string> m_incidents;
    std::optional<Error> m_fault;
};

Result<store::FeedHead>
walkFeed(store::HqLog& log, const OperationId& operation, const UnitCode& unit)
{
    store::FeedHead at{0, log::feedStart(operation, unit)};
    while (true) {
        const auto part = log.feeds().after(unit, at.seq, kFeedItems, kFeedBytes);
        if (!part) {
            return std::unexpected(part.error());
        }
        if (part->items.empty()) {
            return at;
        }
        for (const log::FeedItem& item : part->items) {
            if (item.seq != ++at.seq) {
                return corrupt(std::format("place {} of {} is missing", at.seq, unit.value));
            }
            at.hash = log::feedLink(at.hash, item);
        }
        if (at.hash != part->hash) {
            return corrupt(std::format("feed {} has another hash at {}", unit.value, at.seq));
        }
    }
}

Result<void> walkFeeds(store::HqLog& log, const OperationId& operation, LogReport& report)
{
    const auto heads = log.feeds().heads();
    if (!heads) {
        return std::unexpected(heads.error());
    }
    for (const auto& [unit, head] : *heads) {
        const auto walked = walkFeed(log, operation, unit);
        if (!walked) {
            return std::unexpected(walked.error());
        }
        if (walked->seq != head.seq || walked->hash != head.hash) {
            return corrupt(std::format("feed {} does not end at its head", unit.value));
        }
        report.places += head.seq;
        report.feeds.emplace(unit, *walked);
    }
    return {};
}

Result<void>
foldOne(store::HqLog& log, const plan::Plan& plan, const std::string& id, LogReport& report)
{
    const auto entries = log.entriesOf({log::SubjectKind::Incident, id}, report.entries);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    std::vector<model::StampedEntry> history;
    for (const store::NumberedEntry& stored : *entries) {
        if (auto entry = log::decodeEntry(stored.raw)) {
            history.push_back({std::move(*entry), {stored.number, stored.serial}});
        }
    }
    const auto folded = model::foldHistory(plan, nullptr, history);
    report.incidents += folded ? 1U : 0U;
    report.unfolded += entries->size() - (folded ? (*folded)->version : 0);
    return {};
}

Result<void> sameAs(const BackupManifest& manifest, const LogReport& report)
{
    const auto need = [](bool isSame, const char* what) -> Result<void> {
        return isSame ? Result<void>{}
                      : corrupt(std::format("the manifest tells of other {}", what));
    };
    const bool isSameFeeds =
        std::ranges::equal(manifest.feeds, report.feeds, [](const auto& a, const auto& b) {
            return a.first == b.first && a.second.seq == b.second.seq
                   && a.second.hash == b.second.hash;
        });
    return need(manifest.entries == report.entries, "entries")
        .and_then([&] { return need(manifest.refused == report.refused, "refused entries"); })
        .and_then([&] { return need(manifest.desks == report.desks, "desks"); })
        .and_then([&] { return need(isSameFeeds, "feeds"); });
}

Result<plan::Plan> openPlan(const fs::path& restored, const fs::path& given)
{
    const fs::path folder = fs::exists(restored / "plan") ? restored / "plan" : given;
    auto loaded = plan::loadPlan(folder);
    if (!loaded) {
        return std::unexpected(loaded.error().error);
    }
    return std::move(loaded->plan);
}

} // namespace

Result<LogReport> checkLog(store::HqLog& log, const OperationId& operation, const plan::Plan& plan)
{
    LogReport report;
    OrderWalk walk(log);
    const auto desks =
        log.forEach([&](const store::NumberedEntry& entry) { walk(entry); }).and_then([&] {
            return log.desks().all();
        });
    if (!desks) {
        return std::unexpected(desks.error());
    }
    for (const store::DeskRecord& desk : *desks) {
        if (auto ok = walk.finish(desk); !ok) {
            return std::unexpected(ok.error());
        }
    }
    report.entries = walk.entries();
    report.refused = walk.refused();
    report.desks = desks->size();
    if (walk.desks() != desks->size()) {
        return corrupt("entries of a desk that the log does not know");
    }
    if (auto ok = walkFeeds(log, operation, report); !ok) {
        return std::unexpected(ok.error());
    }
    for (const std::string& id : walk.incidents()) {
        if (auto ok = foldOne(log, plan, id, report); !ok) {
            return std::unexpected(ok.error());
        }
    }
    return report;
}

Result<void> checkAttached(store::HqLog& log, store::HqFiles& files, Instant now, LogReport& report)
{
    audit::FileAudit audit;
    return log.forEach([&](const store::NumberedEntry& entry) { audit.take(entry); })
        .and_then([&] { return audit.examine(files, now); })
        .transform([&](const std::vector<audit::NamedFile>& named) {
            for (const audit::NamedFile& one : named) {
                const bool isDamaged = one.fate == audit::FileFate::Damaged;
                report.files += one.fate == audit::FileFate::Sound ? 1U : 0U;
                report.filesOnTheWay += one.fate == audit::FileFate::OnItsWay ? 1U : 0U;
                if (isDamaged || one.fate == audit::FileFate::Missing) {
                    report.badFiles.push_back(one.text() + (isDamaged ? ": damaged" : ": missing"));
                }
            }
        });
}

Result<LogReport>
checkBackup(const fs::path& backup, const fs::path& restoreInto, const fs::path& plan)
{
    const auto manifest = readManifest(backup);
    if (!manifest) {
        return std::unexpected(manifest.error());
    }
    auto restored = checkFiles(backup, *manifest).and_then([&] {
        return copyListed(backup, restoreInto, *manifest, [](const auto&) { return true; });
    });
    const auto world = restored ? openPlan(restoreInto, plan) : std::unexpected(restored.error());
    auto log = world ? store::HqLog::open(restoreInto) : std::unexpected(world.error());
    if (!log) {
        return std::unexpected(log.error());
    }
    const auto files = store::makeFolderFiles(restoreInto / "files");
    return checkLog(**log, OperationId(manifest->operation), *world)
        .and_then([&](LogReport report) {
            return checkAttached(**log, *files, manifest->takenAt, report).transform([&] {
                return std::move(report);
            });
        })
        .and_then([&](LogReport report) {
            return sameAs(*manifest, report).transform([&] { return std::move(report); });
        });
}

} // namespace sz::hq
