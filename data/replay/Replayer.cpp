// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/replay/Replayer.h"

#include <algorithm>
#include <iterator>

namespace sz::replay {
namespace {

constexpr std::uint64_t kChunk = 65'536; ///< places read through one opening of the log
constexpr std::size_t kFinePerGap = 8;
constexpr std::size_t kLeastFineGap = 128;

/// What a checkpoint adds to the one before it: what they have in common is kept once.
std::size_t linesBeside(const PastBoard& board, const PastBoard& before)
{
    std::size_t lines = 0;
    auto old = before.incidents.begin();
    for (const model::IncidentPtr& one : board.incidents) {
        while (old != before.incidents.end() && (*old)->id < one->id) {
            ++old;
        }
        const bool isSame = old != before.incidents.end() && (*old)->id == one->id;
        const std::size_t shared = isSame ? (*old)->trace.size() : 0;
        lines += one->trace.size() - std::min(shared, one->trace.size()) + 1;
    }
    return lines;
}

bool isStopped(const Stop& stop)
{
    return stop && stop();
}

std::unexpected<Error> cancelled()
{
    return fail(Code::Cancelled, "another moment is wanted");
}

} // namespace

Replayer::Replayer(std::shared_ptr<const plan::Plan> plan, OpenLog open)
    : m_plan(std::move(plan)), m_open(std::move(open)),
      m_timeline(std::make_shared<const Timeline>())
{
}

Result<void>
Replayer::open(const std::function<void(std::size_t, std::size_t)>& progress, const Stop& stop)
{
    const auto last = m_open().and_then([](const store::DeskReader& log) { return log.lastSeq(); });
    if (!last) {
        return std::unexpected(last.error());
    }
    auto timeline = std::make_shared<Timeline>();
    for (std::uint64_t seq = 1; seq <= *last; seq += kChunk) {
        if (isStopped(stop)) {
            return cancelled();
        }
        const std::uint64_t end = std::min(*last, seq + kChunk - 1);
        const auto read = m_open().and_then([&](const store::DeskReader& log) {
            return log.forEachBetween(
                seq, end, [&timeline](const store::ToldEntry& told) { timeline->add(told); });
        });
        if (!read) {
            return read;
        }
        if (progress) {
            progress(static_cast<std::size_t>(end), static_cast<std::size_t>(*last));
        }
    }
    timeline->finish();
    m_gap = std::max(kLeastGap, timeline->size() / kMostCoarse + 1);
    m_timeline = std::move(timeline);
    forget();
    m_folded = 0;
    return {};
}

void Replayer::forget()
{
    m_coarse.clear();
    m_fine.clear();
    m_cursor.reset();
    m_lines = 0;
}

std::size_t Replayer::fineGap() const
{
    return std::clamp(m_gap / kFinePerGap, kLeastFineGap, kMostFineGap);
}

const PastBoard& Replayer::nearest(std::size_t position) const
{
    const PastBoard* best = &m_start;
    for (const auto* kept : {&m_coarse, &m_fine}) {
        const auto after = kept->upper_bound(position);
        if (after != kept->begin() && std::prev(after)->first >= best->position) {
            best = &std::prev(after)->second;
        }
    }
    if (m_cursor && m_cursor->position <= position && m_cursor->position > best->position) {
        best = &*m_cursor;
    }
    return *best;
}

Result<PastBoard> Replayer::step(PastBoard from, std::size_t to)
{
    m_folded += to - from.position;
    std::optional<store::DeskReader> log; // one opening a step
    const ReadPlaces read = [&](std::span<const std::uint64_t> seqs, const auto& visit) {
        if (!log) {
            auto opened = m_open();
            if (!opened) {
                return Result<void>(std::unexpected(opened.error()));
            }
            log.emplace(std::move(*opened));
        }
        return log->forEachOf(seqs, visit);
    };
    return foldTo(*m_plan, *m_timeline, std::move(from), to, read);
}

Result<PastBoard> Replayer::at(std::size_t position, const Stop& stop)
{
    position = std::min(position, m_timeline->size());
    PastBoard board = nearest(position);
    while (board.position < position) {
        if (isStopped(stop)) {
            return cancelled();
        }
        // On the way to far off only the coarse ones are kept, close to the goal the fine ones, too.
        const std::size_t grid = position - board.position > m_gap ? m_gap : fineGap();
        const std::size_t next = std::min(position, (board.position / grid + 1) * grid);
        auto stepped = step(std::move(board), next);
        if (!stepped) {
            return stepped;
        }
        board = std::move(*stepped);
        keep(board);
    }
    m_cursor = board;
    return board;
}

Result<bool> Replayer::prepare(const Stop& stop)
{
    const std::size_t from = m_coarse.empty() ? 0 : m_coarse.rbegin()->first;
    const std::size_t next = from + m_gap;
    if (next > m_timeline->size() || isStopped(stop)) {
        return false;
    }
    auto board = step(nearest(next), next);
    if (!board) {
        return std::unexpected(board.error());
    }
    keep(*board);
    return true;
}

void Replayer::keep(const PastBoard& board)
{
    if (board.position % m_gap == 0) {
        const auto [it, isNew] = m_coarse.try_emplace(board.position, board);
        if (isNew) {
            m_lines += linesBeside(board, it == m_coarse.begin() ? m_start : std::prev(it)->second);
        }
        if (m_lines > kMostLines && m_coarse.size() > 2) {
            thin();
        }
        return;
    }
    if (board.position % fineGap() != 0) {
        return;
    }
    m_fine.try_emplace(board.position, board);
    if (m_fine.size() > kMostFine) { // the one farthest off goes
        const auto first = m_fine.begin();
        const auto last = std::prev(m_fine.end());
        const auto apart = [&board](std::size_t other) {
            return std::max(other, board.position) - std::min(other, board.position);
        };
        const bool isFirstFarther = apart(first->first) > apart(last->first);
        m_fine.erase(isFirstFarther ? first : last);
    }
}

// Great boards: half as many checkpoints, each step twice as long.
void Replayer::thin()
{
    m_gap *= 2;
    std::erase_if(m_coarse, [this](const auto& one) { return one.first % m_gap != 0; });
    m_fine.clear();
    m_lines = 0;
    const PastBoard* before = &m_start;
    for (const auto& [position, board] : m_coarse) {
        m_lines += linesBeside(board, *before);
        before = &board;
    }
}

} // namespace sz::replay
