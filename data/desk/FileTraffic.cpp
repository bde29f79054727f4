// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/FileTraffic.h"

#include <algorithm>

namespace sz::desk {

void FileTraffic::send(const Digest& hash, const IncidentId& incident, std::uint64_t size)
{
    m_jobs.insert_or_assign(hash, Job{Rank::Send, incident, size, ++m_order});
    m_ports.changed(hash);
    goOn();
}

void FileTraffic::fetch(
    const Digest& hash,
    const IncidentId& incident,
    std::uint64_t size,
    bool isAsked)
{
    const auto [it, isNew] =
        m_jobs.try_emplace(hash, Job{Rank::Background, incident, size, ++m_order});
    if (isAsked && it->second.rank == Rank::Background) {
        it->second.rank = Rank::Asked;
        it->second.notBefore.reset();
    }
    if (isNew || isAsked) {
        m_ports.changed(hash);
    }
    goOn();
}

void FileTraffic::forget(const Digest& hash)
{
    m_jobs.erase(hash);
    if (m_current == hash) {
        m_current.reset();
        m_askedAt.reset();
    }
}

// What was sent and fetched stays; who waits is told.
void FileTraffic::linkDown(Instant now)
{
    setNow(now);
    m_current.reset();
    m_askedAt.reset();
    m_piece = kFirstPiece;
    std::vector<Digest> asked;
    for (auto& [hash, job] : m_jobs) {
        job.notBefore.reset();
        job.tries = 0;
        if (job.rank == Rank::Asked) {
            asked.push_back(hash);
        }
    }
    for (const Digest& hash : asked) {
        m_jobs.erase(hash);
        m_ports.fetched(hash, fail(Code::LinkDown, "the link was lost"));
    }
}

void FileTraffic::on(const sync::FileState& state, Instant now)
{
    setNow(now);
    if (m_current != state.hash || !m_askedAt) {
        return; // of something given up since
    }
    pace();
    const auto job = m_jobs.find(state.hash);
    if (state.isRefused || job == m_jobs.end() || job->second.rank != Rank::Send) {
        postpone(state.isRefused ? state.code : Code::NotFound);
        goOn();
        return;
    }
    job->second.refusal.reset();
    m_done = state.held;
    if (state.isWhole) {
        m_jobs.erase(job);
        m_current.reset();
        m_ports.sent(state.hash);
    }
    m_ports.changed(state.hash);
    goOn();
}

void FileTraffic::on(const sync::FileChunk& chunk, Instant now)
{
    setNow(now);
    const auto job = m_jobs.find(chunk.hash);
    if (m_current != chunk.hash || !m_askedAt || job == m_jobs.end()
        || job->second.rank == Rank::Send || chunk.offset != m_done) {
        return;
    }
    pace();
    if (chunk.bytes.size() > job->second.size - m_done) {
        postpone(Code::BadChain);
        std::ignore = m_keeper.remove(chunk.hash);
        goOn();
        return;
    }
    const auto held = m_keeper.append(chunk.hash, chunk.offset, chunk.bytes);
    if (!held) {
        postpone(held.error().code);
    } else {
        m_done = *held;
        if (m_done == job->second.size) {
            takeFinished(chunk.hash);
        } else {
            m_ports.changed(chunk.hash);
        }
    }
    goOn();
}

void FileTraffic::tick(Instant now)
{
    setNow(now);
    if (m_askedAt && now - *m_askedAt > kAnswerWait) {
        postpone(Code::LinkDown); // an older headquarters, or one with other worries
    }
    goOn();
}

std::optional<FileTraffic::Progress> FileTraffic::progress(const Digest& hash) const
{
    const auto job = m_jobs.find(hash);
    if (job == m_jobs.end()) {
        return std::nullopt;
    }
    const bool isCurrent = m_current == hash;
    const bool isSending = job->second.rank == Rank::Send;
    const std::uint64_t done = isCurrent ? m_done : isSending ? 0 : m_keeper.held(hash);
    return Progress{isSending, isCurrent, done, job->second.refusal};
}

// As DeskSync: waiting is measured in time that passes.
void FileTraffic::setNow(Instant now)
{
    if (now < m_now) {
        const Millis back = m_now - now;
        if (m_askedAt) {
            *m_askedAt -= back;
        }
        for (auto& [hash, job] : m_jobs) {
            if (job.notBefore) {
                *job.notBefore -= back;
            }
        }
    }
    m_now = now;
}

void FileTraffic::goOn()
{
    if (m_askedAt || !m_ports.isQuiet()) {
        return;
    }
    const auto next = best();
    if (next == m_jobs.end()) {
        return;
    }
    if (!m_current || next->second.rank < m_jobs.at(*m_current).rank) {
        begin(Digest(next->first)); // what is interrupted goes on later where it was
    } else if (m_jobs.at(*m_current).rank == Rank::Send) {
        sendPiece();
    } else {
        askPiece();
    }
}

FileTraffic::Jobs::const_iterator FileTraffic::best() const
{
    auto found = m_jobs.end();
    for (auto it = m_jobs.begin(); it != m_jobs.end(); ++it) {
        const Job& job = it->second;
        const bool isTime = !job.notBefore || *job.notBefore <= m_now;
        if (isTime
            && (found == m_jobs.end()
                || std::pair(job.rank, job.order)
                       < std::pair(found->second.rank, found->second.order))) {
            found = it;
        }
    }
    return found;
}

void FileTraffic::begin(const Digest& hash)
{
    m_current = hash;
    m_done = 0;
    const Job& job = m_jobs.at(hash);
    if (job.rank == Rank::Send) {
        m_askedAt = m_now;
        m_ports.offer({hash, job.incident});
    } else if (m_keeper.has(hash)) {
        takeFinished(hash);
    } else {
        m_done = m_keeper.held(hash);
        m_done >= job.size ? takeFinished(hash) : askPiece();
    }
    m_ports.changed(hash);
}

void FileTraffic::sendPiece()
{
    auto bytes = m_keeper.read(*m_current, m_done, m_piece);
    if (!bytes) { // gone or damaged on this disk: nothing can be done here but tell
        postpone(bytes.error().code);
        return;
    }
    m_askedAt = m_now;
    m_ports.chunk({*m_current, m_done, std::move(*bytes)});
}

void FileTraffic::askPiece()
{
    m_askedAt = m_now;
    m_ports.ask({*m_current, m_jobs.at(*m_current).incident, m_done, m_piece});
}

void FileTraffic::takeFinished(const Digest& hash)
{
    const auto done =
        m_keeper.has(hash) ? Result<void>() : m_keeper.finish(hash, m_jobs.at(hash).size);
    if (!done) {
        postpone(done.error().code);
        return;
    }
    m_jobs.erase(hash);
    m_current.reset();
    m_askedAt.reset();
    m_ports.changed(hash);
    m_ports.fetched(hash, {});
}

// The next one has its turn; this one later, unless somebody waited for it: then the answer is no.
void FileTraffic::postpone(Code why)
{
    const Digest hash = *m_current;
    m_current.reset();
    m_askedAt.reset();
    const auto job = m_jobs.find(hash);
    if (job == m_jobs.end()) {
        return;
    }
    const bool isAsked = job->second.rank == Rank::Asked;
    if (isAsked) {
        m_jobs.erase(job);
    } else {
        job->second.notBefore = m_now + kTryAgain * (1 << std::min(job->second.tries++, 6));
        job->second.refusal = why;
        job->second.order = ++m_order;
    }
    m_ports.changed(hash);
    if (isAsked) {
        m_ports.fetched(hash, fail(why, "headquarters does not give it"));
    }
}

void FileTraffic::pace()
{
    const Millis took = m_now - *m_askedAt;
    m_askedAt.reset();
    if (took <= kSoon) {
        m_piece = std::min(m_piece * 2, sync::kMostFilePiece);
    } else if (took > kSlow) {
        m_piece = std::max(m_piece / 2, kLeastPiece);
    }
}

} // namespace sz::desk
