// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/Parts.h"

#include <deque>

namespace sz::audit {
namespace {

// Walks one desk's counters: the chain between them, and the batches over them.
class DeskWalk
{
public:
    DeskWalk(
        const store::DeskRecord& desk,
        OperationId operation,
        std::uint64_t first,
        std::uint64_t covered,
        std::optional<Digest> start,
        std::vector<store::BatchRow> batches,
        const proof::DeskHead* head,
        const Seen& seen,
        Report& report)
        : m_desk(desk), m_operation(std::move(operation)), m_batches(std::move(batches)),
          m_head(head), m_seen(seen), m_report(report), m_next(first), m_covered(covered),
          m_chain(start)
    {
    }

    void visit(const store::DeskRow& row)
    {
        if (row.counter > m_next) {
            m_report.add({Fault::CounterMissing, 0, m_desk.id, m_next, row.counter - 1, {}, 0, {}});
            m_window.clear();
            m_chain.reset();
        }
        const std::optional<Digest> before = m_chain;
        m_next = row.counter + 1;
        m_report.refused += row.number == 0 ? 1 : 0;
        follow(row);
        m_window.push_back({row, before});
        if (m_window.size() > log::kMaxBatchEntries) {
            m_window.pop_front();
        }
        checkBatches(row);
        checkHead(row);
    }

    void finish(bool isWhole)
    {
        tellUnsure();
        const std::uint64_t last = m_next - 1;
        if (m_batch < m_batches.size() && m_batches.back().last > last) {
            m_report.add(
                {Fault::CounterMissing, 0, m_desk.id, m_next, m_batches.back().last, {}, 0, {}});
        }
        if (!isWhole) {
            return;
        }
        if (m_desk.lastCounter != last || (m_chain && *m_chain != m_desk.author)) {
            const std::uint64_t first = last - m_sinceAccepted + (m_sinceAccepted > 0 ? 1 : 0);
            m_report.add({Fault::DeskHead, 0, m_desk.id, first, last, {}, 0, "row"});
        }
        if (m_head != nullptr && (m_head->counter > last || m_head->key != m_desk.key)) {
            m_report.add(
                {Fault::DeskHead, 0, m_desk.id, m_head->counter, 0, {}, 0, "signed heads"});
        }
    }

private:
    struct Step
    {
        store::DeskRow row;
        std::optional<Digest> before; ///< chain before it; unknown after a hole
    };

    // The signed tree knows the entry as it is: then what was altered stands beside it.
    [[nodiscard]] std::int64_t doubtful(const store::DeskRow& row) const
    {
        return Seen::at(m_seen.isProven, row.number) ? 0 : row.number;
    }

    void find(Fault fault, const store::DeskRow& row, const char* detail = "")
    {
        m_report.add({fault, doubtful(row), m_desk.id, row.counter, 0, {}, 0, detail});
    }

    // An accepted row knows its chain; a refused one in between does not and is named with it.
    void follow(const store::DeskRow& row)
    {
        const bool isAccepted = row.number != 0;
        std::optional<Digest> after =
            m_chain ? std::optional(log::authorLink(*m_chain, row.entry)) : std::nullopt;
        if (isAccepted && after && *after != row.author) {
            if (m_sinceAccepted == 0) {
                find(Fault::AuthorChain, row);
            } else {
                tellUnsure();
                m_unsure = row;
                m_unsureFrom = row.counter - m_sinceAccepted;
            }
        }
        m_chain = isAccepted ? std::optional(row.author) : after;
        m_sinceAccepted = isAccepted ? 0 : m_sinceAccepted + 1;
    }

    // Which of them was altered is known when the desk's signature over them holds: then it is the stored chain.
    void settleUnsure(const store::BatchRow& batch)
    {
        if (m_unsure && batch.first <= m_unsure->counter && batch.last >= m_unsure->counter) {
            find(Fault::AuthorChain, *m_unsure);
            m_unsure.reset();
        }
    }

    void tellUnsure()
    {
        if (m_unsure) {
            m_report.add(
                {Fault::AuthorChain, 0, m_desk.id, m_unsureFrom, m_unsure->counter, {}, 0, {}});
            m_unsure.reset();
        }
    }

    void checkBatches(const store::DeskRow& row)
    {
        while (m_batch < m_batches.size() && m_batches[m_batch].last <= row.counter) {
            const store::BatchRow& batch = m_batches[m_batch++];
            if (batch.last == row.counter) {
                check(batch);
            }
        }
        const bool isLater = m_batch < m_batches.size() && m_batches[m_batch].first <= row.counter;
        if (row.counter > m_covered && !isLater) {
            find(Fault::NotSignedByDesk, row);
            m_covered = row.counter;
        }
    }

    void check(const store::BatchRow& row)
    {
        ++m_report.batches;
        log::Batch batch{m_operation, m_desk.id, row.first, {}, {}, row.signature};
        std::vector<Digest> hashes;
        std::int64_t number = 0;
        bool isAfterHole = false;
        for (const Step& step : m_window) {
            if (step.row.counter < row.first) {
                continue;
            }
            if (hashes.empty()) {
                isAfterHole = !step.before;
                batch.previous = step.before.value_or(Digest{});
            }
            if (number == 0 && step.row.counter > m_covered) {
                number = doubtful(step.row);
            }
            hashes.push_back(step.row.entry);
        }
        if (!isAfterHole) {
            if (log::verifyBatch(batch, hashes, m_desk.key)) {
                settleUnsure(row);
            } else {
                m_report.add(
                    {Fault::BatchSignature, number, m_desk.id, row.first, row.last, {}, 0, {}});
            }
        }
        m_covered = std::max(m_covered, row.last);
    }

    void checkHead(const store::DeskRow& row)
    {
        if (m_head != nullptr && m_head->counter == row.counter && m_chain
            && *m_chain != m_head->author) {
            m_report.add(
                {Fault::DeskHead, doubtful(row), m_desk.id, row.counter, 0, {}, 0, "signed heads"});
        }
    }

    const store::DeskRecord& m_desk;
    OperationId m_operation;
    std::vector<store::BatchRow> m_batches;
    const proof::DeskHead* m_head;
    const Seen& m_seen;
    Report& m_report;
    std::uint64_t m_next;
    std::uint64_t m_covered; ///< counters up to here have been held against a signature
    std::optional<Digest> m_chain;
    std::uint64_t m_sinceAccepted = 0;
    std::optional<store::DeskRow>
        m_unsure; ///< accepted, of another chain than the refused ones before it lead to
    std::uint64_t m_unsureFrom = 0; ///< counter of the first of those
    std::size_t m_batch = 0;
    std::deque<Step> m_window;
};

// A range may begin in the middle of a batch: then the walk begins with the batch.
std::uint64_t batchStart(const std::vector<store::BatchRow>& batches, std::uint64_t first)
{
    for (const store::BatchRow& batch : batches) {
        if (batch.first < first && batch.last >= first) {
            first = std::max<std::uint64_t>(batch.first, 1);
        }
    }
    return first;
}

struct Start
{
    std::uint64_t counter = 1;
    Digest chain{}; ///< before it
};

// Only accepted entries know the chain: back over refused ones.
Result<Start> chainStart(const store::HqReader& reader, const DeskId& desk, std::uint64_t counter)
{
    for (; counter > 1; --counter) {
        const auto before = reader.authorAt(desk, counter - 1);
        if (before) {
            return Start{counter, *before};
        }
        if (before.error().code != Code::NotFound) {
            return std::unexpected(before.error());
        }
    }
    return Start{};
}

} // namespace

Result<void> auditDesk(
    const store::HqReader& reader,
    const store::DeskRecord& desk,
    std::uint64_t first,
    const proof::DeskHead* head,
    const Seen& seen,
    Report& report)
{
    auto batches = reader.batches(desk.id, first);
    const auto operation = reader.operation();
    if (!batches || !operation) {
        return std::unexpected(batches ? operation.error() : batches.error());
    }
    const std::uint64_t from = batchStart(*batches, first);
    const auto start = chainStart(reader, desk.id, from);
    if (!start) {
        return std::unexpected(start.error());
    }
    DeskWalk walk(
        desk, *operation, start->counter, from - 1, start->chain, std::move(*batches), head, seen,
        report);
    return reader
        .forEachRow(desk.id, start->counter, [&](const store::DeskRow& row) { walk.visit(row); })
        .transform([&] { walk.finish(first == 1); });
}

} // namespace sz::audit
