// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DeskCore that has to do with view.db: which is made anew whenever it is not what the log says.
#include "data/desk/DeskCore.h"

#include <algorithm>
#include <format>
#include <ranges>

namespace sz::desk {
namespace {

constexpr std::chrono::hours kBoardPast{24};
constexpr std::size_t kIndexStep = 2'000'000; ///< places; bounds the memory of a rebuild
constexpr std::size_t kBoardChunk = 256;      ///< incidents read at once

} // namespace

Result<void> DeskCore::openView()
{
    auto view =
        store::DeskView::open(m_options.profile.viewFile(), m_options.profile.dataKey.get());
    if (!view) {
        return std::unexpected(view.error());
    }
    const bool wasRebuilt = view->wasRebuilt();
    m_view.emplace(std::move(*view));
    const auto scope = m_log->withdrawn().generation();
    if (!scope) {
        return std::unexpected(scope.error());
    }
    // The log is younger (it was restored or re-pulled), or a power cut took bodies' coming or going from one file only.
    if (m_view->applied() > m_log->feedHead().seq || m_view->scope() != *scope) {
        if (auto ok = m_view->clear().and_then([&] { return m_view->setScope(*scope); }); !ok) {
            return rebuildView();
        }
    }
    if (auto ok = indexTail(); !ok) {
        return isViewDamage(ok.error()) ? rebuildView() : ok;
    }
    if (wasRebuilt) {
        m_listener.notice(
            {Notice::Kind::ViewRebuilt, static_cast<int>(m_log->feedHead().seq), {}, {}});
    }
    return {};
}

Result<void> DeskCore::indexTail()
{
    BulkIndex bulk(*m_log, *m_view);
    bulk.setOwn(m_options.profile.desk);
    while (m_view->applied() < m_log->feedHead().seq) {
        if (auto ok = bulk.addTail(kIndexStep).and_then([&] { return bulk.write(); }); !ok) {
            return ok;
        }
    }
    m_hybrid.witness(bulk.latest(), headquartersNow());
    if (bulk.damaged() > 0) {
        warn(std::format("{} places of the feed are damaged", bulk.damaged()));
    }
    return {};
}

Result<void> DeskCore::rebuildView()
{
    return m_view->remake()
        .and_then([this] { return markScope(); })
        .and_then([this] { return indexTail(); })
        .transform([this] {
            m_listener.notice(
                {Notice::Kind::ViewRebuilt, static_cast<int>(m_log->feedHead().seq), {}, {}});
        });
}

// Only what the file says of itself; a disk that fails is another matter, whichever file shows it.
bool DeskCore::isViewDamage(const Error& error) const
{
    const bool isOfContent = error.code == Code::StoreCorrupt || error.code == Code::StoreWrite
                             || error.code == Code::StoreOpen;
    return isOfContent && error.where == m_options.profile.viewFile().string();
}

void DeskCore::viewFailed(const Error& error)
{
    if (m_fault) {
        return;
    }
    if (!isViewDamage(error)) {
        onStoreFailed(error);
        return;
    }
    warn(std::format("view.db is damaged and is made anew: {}", error.detail));
    if (auto ok = rebuildView().and_then([this] { return showAll(); }); !ok) {
        onStoreFailed(ok.error());
    }
}

Result<void> DeskCore::showAll()
{
    m_world.clear();
    const auto load = [this] { return loadBoard().and_then([this] { return loadMatters(); }); };
    auto loaded = load();
    if (!loaded && isViewDamage(loaded.error())) {
        warn(std::format("view.db is damaged and is made anew: {}", loaded.error().detail));
        m_world.clear();
        loaded = rebuildView().and_then(load);
    }
    return loaded.and_then([this] { return loadPending(); }).transform([this] {
        ChangeSet all{true, {}, {}};
        for (auto& [id, tracked] : m_world) {
            all.changed.push_back(tracked.shown);
        }
        m_listener.changed(std::move(all));
        publishOutbox();
        for (const auto& [id, tracked] : m_world) {
            followFiles({id});
        }
    });
}

Result<void> DeskCore::loadBoard()
{
    const auto board = m_view->board(headquartersNow() - kBoardPast);
    if (!board) {
        return std::unexpected(board.error());
    }
    for (const auto& some :
         *board | std::views::chunk(kBoardChunk)) // one read of the log for many incidents
    {
        std::vector<std::uint64_t> seqs;
        for (const store::DeskView::Members& one : some) {
            seqs.insert(seqs.end(), one.seqs.begin(), one.seqs.end());
        }
        const auto items = m_log->feedAt(seqs);
        if (!items) {
            return std::unexpected(items.error());
        }
        if (items->size() != seqs.size()) {
            return fail(
                Code::StoreCorrupt, "the view names places that the log does not have",
                m_options.profile.viewFile().string());
        }
        std::span<const log::FeedItem> rest(*items);
        for (const store::DeskView::Members& one : some) {
            auto confirmed = foldItems(one.incident, rest.first(one.seqs.size()));
            rest = rest.subspan(one.seqs.size());
            if (!confirmed) {
                return std::unexpected(confirmed.error());
            }
            if (*confirmed != nullptr) {
                m_world[one.incident] = {*confirmed, {}, *confirmed};
            }
        }
    }
    return {};
}

Result<model::IncidentPtr> DeskCore::loadConfirmed(const IncidentId& id) const
{
    return m_view->seqsOf(id)
        .and_then([this](const auto& seqs) { return m_log->feedAt(seqs); })
        .and_then([&](const auto& items) { return foldItems(id, items); });
}

Result<model::IncidentPtr>
DeskCore::foldItems(const IncidentId& id, std::span<const log::FeedItem> items) const
{
    std::vector<model::StampedEntry> history;
    history.reserve(items.size());
    for (const log::FeedItem& item : items) {
        auto entry = log::decodeEntry(item.raw);
        if (entry && entry->subject.id != id.value) {
            return fail(
                Code::StoreCorrupt, "the view names a place of another incident",
                m_options.profile.viewFile().string());
        }
        if (entry) {
            history.push_back({std::move(*entry), {item.number, item.serial}});
        }
    }
    // A feed holds an incident's earlier entries later when a unit joined it late: the log number is the order.
    std::ranges::stable_sort(
        history, {}, [](const model::StampedEntry& e) { return e.stamp.number; });
    return model::foldHistory(*m_options.plan, nullptr, history).value_or(nullptr);
}

void DeskCore::openSearch()
{
    if (m_options.hasSearch) {
        m_search.emplace(
            *m_log, *m_options.plan, m_options.profile.searchFile(), m_options.profile.dataKey,
            [this](const std::string& line) { warn(line); });
    }
}

SearchResult DeskCore::search(std::string_view typed)
{
    if (!m_search) {
        SearchResult none;
        none.empty = SearchResult::Empty::Unavailable;
        return none;
    }
    SearchResult result = m_search->find(typed);
    if (result.empty != SearchResult::Empty::NothingTyped) {
        addUnsent(typed, result);
    }
    return result;
}

// What headquarters has not told back yet is in no feed, and is the newest there is.
void DeskCore::addUnsent(std::string_view typed, SearchResult& result) const
{
    for (const auto& [id, tracked] : m_world) {
        if (tracked.confirmed != nullptr || tracked.shown == nullptr) {
            continue;
        }
        const model::Incident& i = *tracked.shown;
        const std::string named = i.title + "\n" + i.place.text;
        if (store::hasWords(typed, named + "\n" + i.narrative, store::Initials().of(named))) {
            result.found.insert(result.found.begin(), {id, i.title, i.place.text, i.enteredAt});
            result.empty = SearchResult::Empty::No;
        }
    }
}

Result<model::IncidentPtr> DeskCore::fetch(const IncidentId& id)
{
    if (const auto it = m_world.find(id); it != m_world.end() && it->second.shown != nullptr) {
        return it->second.shown;
    }
    auto loaded = loadConfirmed(id);
    if (!loaded && isViewDamage(loaded.error())) {
        viewFailed(loaded.error());
        loaded = loadConfirmed(id);
    }
    if (loaded && *loaded == nullptr) {
        return fail(Code::NoSuchIncident, "this desk was never told of it");
    }
    return loaded;
}

void DeskCore::onApplied(const std::vector<log::FeedItem>& items, std::uint64_t left)
{
    if (!m_bulk && items.size() + left >= m_options.bulkFrom) {
        m_bulk.emplace(*m_log, *m_view);
        m_bulk->setOwn(m_options.profile.desk);
    }
    if (m_bulk) {
        if (auto ok = m_bulk->add(items); !ok) {
            m_bulk.reset();
            viewFailed(ok.error());
        } else if (left == 0) {
            finishBulk();
        }
        return;
    }
    const auto touched = applyItems(items);
    followScope(touched);
    if (auto ok = readOutbox(); !ok) {
        onStoreFailed(ok.error());
    }
    publish(touched);
    publishOutbox();
}

// The places are in the log, all of them checked; now they may be seen.
// On the thread that checks the snapshot, while ours writes it: a new desk's index is ready when its log is. The view, of which
// nothing is asked here, stands still meanwhile.
void DeskCore::onImporting(const std::vector<log::FeedItem>& items)
{
    if (!items.empty() && items.front().seq == 1 && m_view->applied() == 0) {
        m_importIndex.emplace(*m_log, *m_view);
        m_importIndex->setOwn(m_options.profile.desk);
    }
    const bool isNext = m_importIndex && !items.empty() && !m_bulk
                        && items.front().seq == m_importIndex->last() + 1;
    if (!isNext || !m_importIndex->add(items)) {
        m_importIndex.reset(); // from the log then
    }
}

Result<void> DeskCore::indexImported()
{
    auto index = std::exchange(m_importIndex, std::nullopt);
    if (!index || m_view->applied() != 0 || index->last() != m_log->feedHead().seq
        || index->damaged() > 0) {
        return indexTail();
    }
    m_hybrid.witness(index->latest(), headquartersNow());
    return index->write();
}

void DeskCore::onImported()
{
    m_bulk.reset();
    if (auto ok = indexImported().and_then([this] { return showAll(); }); !ok) {
        viewFailed(ok.error());
    } else if (auto followed = resumeScope(); !followed) {
        onStoreFailed(followed.error());
    }
}

// At the end of the backlog, or when the link is lost before it: the log has the places already.
void DeskCore::finishBulk()
{
    if (!m_bulk || m_fault) {
        return;
    }
    BulkIndex bulk = std::move(*m_bulk);
    m_bulk.reset();
    m_hybrid.witness(bulk.latest(), headquartersNow());
    if (auto ok = bulk.write().and_then([this] { return showAll(); }); !ok) {
        viewFailed(ok.error());
    } else if (auto followed = resumeScope(); !followed) {
        onStoreFailed(followed.error());
    }
}

} // namespace sz::desk
