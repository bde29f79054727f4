// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/SnapshotImport.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sz::sync {
namespace {

constexpr std::size_t kMaxPlainBytes = 64 << 20;
constexpr std::size_t kAhead = 4; ///< chunks checked and not yet written

using Step = store::DeskLog::FeedStep;

/// Chunk after chunk, checked against the manifest and linked to what came before.
class Checker
{
public:
    Checker(const SnapshotFetch& fetch, store::ChainHead from) : m_fetch(fetch), m_head(from) {}

    [[nodiscard]] Result<Step> next(const ChunkMark& chunk)
    {
        return m_fetch.read(chunk)
            .and_then([](const Bytes& packed) { return decompress(packed, kMaxPlainBytes); })
            .and_then([](const Bytes& plain) { return unpackItems(plain, kMaxChunkItems); })
            .and_then(
                [&](std::vector<log::FeedItem> items) { return link(chunk, std::move(items)); });
    }

private:
    Result<Step> link(const ChunkMark& chunk, std::vector<log::FeedItem> items)
    {
        std::erase_if(items, [&](const log::FeedItem& item) { return item.seq <= m_head.seq; });
        Step step;
        step.hashes.reserve(items.size());
        for (const log::FeedItem& item : items) {
            if (item.seq != m_head.seq + 1) {
                return fail(Code::BadChain, "the snapshot has a gap");
            }
            m_head = {item.seq, log::feedLink(m_head.hash, item)};
            step.hashes.push_back(m_head.hash);
        }
        if (m_head.seq != chunk.last || m_head.hash != chunk.feedHash) {
            return fail(Code::BadChain, "the snapshot's running hash does not match");
        }
        step.items = std::move(items);
        return step;
    }

    const SnapshotFetch& m_fetch;
    store::ChainHead m_head;
};

/// What one thread hands the other, at most kAhead at once.
class Queue
{
public:
    /// False when nobody takes any more.
    bool put(Result<Step> step)
    {
        std::unique_lock lock(m_mutex);
        m_news.wait(lock, [this] { return m_isClosed || m_steps.size() < kAhead; });
        m_steps.push_back(std::move(step));
        m_news.notify_all();
        return !m_isClosed;
    }
    Result<Step> take()
    {
        std::unique_lock lock(m_mutex);
        m_news.wait(lock, [this] { return !m_steps.empty(); });
        Result<Step> step = std::move(m_steps.front());
        m_steps.pop_front();
        m_news.notify_all();
        return step;
    }
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        m_news.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::deque<Result<Step>> m_steps;
    bool m_isClosed = false;
};

} // namespace

Result<void>
importSnapshot(const SnapshotFetch& fetch, store::DeskLog& log, const PassingPlaces& passing)
{
    const std::vector<ChunkMark> chunks = fetch.needed();
    Queue queue;
    std::thread checking([&, from = log.feedHead()] {
        Checker checker(fetch, from);
        for (const ChunkMark& chunk : chunks) {
            Result<Step> step = checker.next(chunk);
            const bool isGood = step.has_value();
            if (isGood && passing) {
                passing(step->items);
            }
            if (!queue.put(std::move(step)) || !isGood) {
                return;
            }
        }
    });
    std::size_t taken = 0;
    auto done = log.importFeed([&]() -> Result<std::optional<Step>> {
        if (taken == chunks.size()) {
            return std::optional<Step>();
        }
        ++taken;
        return queue.take().transform([](Step step) { return std::optional(std::move(step)); });
    });
    queue.close();
    checking.join();
    return done;
}

} // namespace sz::sync
