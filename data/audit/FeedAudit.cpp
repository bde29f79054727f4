// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/Parts.h"

namespace sz::audit {
namespace {

// Walks the places of one feed.
class FeedWalk
{
public:
    FeedWalk(
        const store::HqReader& reader,
        const UnitCode& unit,
        const OperationId& operation,
        bool isWhole,
        const proof::PlaceHead* head,
        Seen& seen,
        Report& report)
        : m_reader(reader), m_unit(unit), m_isWhole(isWhole), m_head(head), m_seen(seen),
          m_report(report), m_hash(log::feedStart(operation, unit))
    {
    }

    void visit(const store::PlaceRow& row)
    {
        if (row.seq != m_seq + 1) {
            jump(row);
        }
        Seen::set(m_seen.inFeed, row.number);
        if (!row.entry) {
            find(Fault::NumberMissing, row.number, row.seq);
        } else {
            checkLink(row);
        }
        m_seq = row.seq;
        m_hash = row.hash;
        if (m_head != nullptr && static_cast<std::int64_t>(m_head->seq) == row.seq
            && m_head->hash != row.hash) {
            find(Fault::FeedHead, 0, row.seq, "signed heads");
        }
    }

    void finish(const store::FeedHead& head)
    {
        if (!m_isWhole) {
            return;
        }
        if (static_cast<std::int64_t>(head.seq) != m_seq || head.hash != m_hash) {
            find(Fault::FeedHead, 0, m_seq, "row");
        }
        if (m_head != nullptr && static_cast<std::int64_t>(m_head->seq) > m_seq) {
            find(Fault::FeedGap, 0, m_seq + 1, "signed heads");
        }
    }

private:
    void checkLink(const store::PlaceRow& row)
    {
        const auto linksFrom = [&](const std::optional<Digest>& before) {
            return before && log::feedLink(*before, *row.entry) == row.hash;
        };
        // A stored hash that was altered breaks the link to it and from it: one fault, and told already.
        if (m_hash && !linksFrom(m_hash) && !linksFrom(m_reckoned)) {
            // The signed tree knows the entry as it is: then the place was altered.
            find(Fault::FeedHash, Seen::at(m_seen.isProven, row.number) ? 0 : row.number, row.seq);
            m_reckoned = log::feedLink(*m_hash, *row.entry);
        } else {
            m_reckoned.reset();
        }
    }

    // In a range the place before is looked up; in a whole feed there is none.
    void jump(const store::PlaceRow& row)
    {
        if (m_isWhole) {
            find(Fault::FeedGap, 0, m_seq + 1);
            m_hash.reset();
        } else if (row.seq > 1) {
            const auto before =
                m_reader.feedHashAt(m_unit, static_cast<std::uint64_t>(row.seq - 1));
            m_hash = before ? std::optional(*before) : std::nullopt;
            if (!before) {
                find(Fault::FeedGap, 0, row.seq - 1);
            }
        }
    }

    void find(Fault fault, std::int64_t number, std::int64_t place, const char* detail = "")
    {
        m_report.add({fault, number, {}, 0, 0, m_unit, place, detail});
    }

    const store::HqReader& m_reader;
    const UnitCode& m_unit;
    bool m_isWhole;
    const proof::PlaceHead* m_head;
    Seen& m_seen;
    Report& m_report;
    std::int64_t m_seq = 0;
    std::optional<Digest> m_hash;     ///< unknown after a gap
    std::optional<Digest> m_reckoned; ///< after the place before, when another was stored
};

} // namespace

Result<void> auditFeed(
    const store::HqReader& reader,
    const UnitCode& unit,
    store::NumberRange range,
    const proof::PlaceHead* head,
    Seen& seen,
    Report& report)
{
    const auto operation = reader.operation();
    const auto heads = reader.feedHeads();
    if (!operation || !heads) {
        return std::unexpected(operation ? heads.error() : operation.error());
    }
    const bool isWhole = range.after == store::NumberRange{}.after;
    FeedWalk walk(reader, unit, *operation, isWhole, head, seen, report);
    const auto stored = heads->find(unit);
    return reader.forEachPlace(unit, range, [&](const store::PlaceRow& row) { walk.visit(row); })
        .transform(
            [&] { walk.finish(stored == heads->end() ? store::FeedHead{} : stored->second); });
}

} // namespace sz::audit
