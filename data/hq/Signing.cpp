// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/Signing.h"

#include <unistd.h>
#include <utility>

namespace sz::hq {
namespace {

constexpr Millis kNap{500};     // without news: a checkpoint may have become due
constexpr int kBehindDesks = 5; // nice: signing may take its time, an act may not

} // namespace

Result<std::unique_ptr<Signing>>
Signing::open(NotarySpec spec, const OperationId& operation, const store::HqLog& log, LogSink sink)
{
    const bool hasOwnThread = spec.hasOwnThread;
    return Notary::open(std::move(spec), operation, log, std::move(sink))
        .transform([&](auto notary) {
            std::unique_ptr<Signing> made(new Signing(std::move(notary)));
            if (hasOwnThread) {
                made->m_thread = std::jthread(
                    [raw = made.get()](const std::stop_token& stop) { raw->work(stop); });
            }
            return made;
        });
}

Signing::~Signing() = default; // the thread is the last member and ends first

void Signing::hand(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    auto& kept = m_handed.leaves;
    kept.insert(kept.end(), leaves.begin(), leaves.end());
    m_handed.head = head;
    m_handed.now = now;
    m_hasMore = true;
}

Signing::Handed Signing::takeIn()
{
    const std::scoped_lock lock(m_mutex);
    m_hasMore = false;
    return {std::exchange(m_handed.leaves, {}), m_handed.head, m_handed.now};
}

void Signing::look(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now)
{
    if (!m_thread.joinable()) {
        m_notary->witness(leaves);
        m_notary->tick(head, now);
        noteLast();
        return;
    }
    if (leaves.empty() && now - m_wokenAt < kNap && now >= m_wokenAt) {
        return;
    }
    m_wokenAt = now;
    hand(std::move(leaves), head, now);
    m_wake.notify_one();
}

void Signing::work(const std::stop_token& stop)
{
    std::ignore = ::nice(kBehindDesks); // of this thread alone, on Linux
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_hasMore; })) {
                return;
            }
        }
        const std::scoped_lock working(m_atWork);
        const Handed handed = takeIn(); // whoever works takes all there is: leaves stay in order
        m_notary->witness(handed.leaves);
        m_notary->tick(handed.head, handed.now);
        noteLast();
    }
}

Result<void> Signing::seal(std::vector<AcceptedLeaf> leaves, std::uint64_t head, Instant now)
{
    hand(std::move(leaves), head, now);
    const std::scoped_lock working(m_atWork);
    const Handed handed = takeIn();
    m_notary->witness(handed.leaves);
    auto sealed = m_notary->seal(handed.head, handed.now);
    noteLast();
    return sealed;
}

void Signing::noteLast()
{
    const std::scoped_lock lock(m_mutex);
    m_last = m_notary->last();
}

proof::Checkpoint Signing::last() const
{
    const std::scoped_lock lock(m_mutex);
    return m_last;
}

} // namespace sz::hq
