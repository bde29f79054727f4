// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A desk's pen: writes acts into its own chain and cuts signed batches from it.

#include "data/log/Chain.h"
#include "data/model/Acts.h"
#include "tests/support/SamplePlan.h"

#include <string>
#include <vector>

namespace sz::test {

class Author
{
public:
    Author(OperationId operation, DeskId desk, UnitCode unit, SigningKey key);

    /// Appends an act and returns the id of its entry; a report opens the incident of that id.
    std::string write(const model::Act& act, const std::string& incident = {}, PostCode post = {});
    /// Appends an entry as it is, after filling in id, desk and unit where they are empty.
    std::string writeEntry(log::Entry entry);
    /// Appends bytes that need not be an entry.
    void writeRaw(Bytes raw);

    /// Entries `first`…`last` (counters; last 0 = all), signed.
    [[nodiscard]] log::Batch batch(std::uint64_t first, std::uint64_t last = 0) const;
    [[nodiscard]] std::uint64_t written() const { return m_entries.size(); }
    [[nodiscard]] const Bytes& raw(std::uint64_t counter) const
    {
        return m_entries.at(counter - 1);
    }
    [[nodiscard]] const SigningKey& key() const { return m_key; }
    [[nodiscard]] const DeskId& desk() const { return m_desk; }
    [[nodiscard]] const UnitCode& unit() const { return m_unit; }
    /// Forgets the entries after a counter, as a desk restored from a backup has.
    void forgetAfter(std::uint64_t counter);

private:
    OperationId m_operation;
    DeskId m_desk;
    UnitCode m_unit;
    SigningKey m_key;
    UlidMaker m_ids;
    log::HybridClock m_time;
    std::vector<Bytes> m_entries;
    std::vector<Digest> m_chain{Digest{}}; ///< before the first entry, then after each
};

/// A report that the sample plan's rules accept: place in area 24 unless told otherwise.
[[nodiscard]] model::ReportIncident
report(const plan::Plan& plan, const std::string& title, int area = 24);
/// An order to one unit, through its first post.
[[nodiscard]] model::IssueOrders
order(const plan::Plan& plan, const UnitCode& unit, const std::string& id);

} // namespace sz::test
