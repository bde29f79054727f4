// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/Parts.h"
#include "data/store/LogRecord.h"

#include <algorithm>

namespace sz::audit {
namespace {

// What the row says and the signed bytes do not; empty when they agree.
const char* differenceOf(const store::NumberedEntry& row, const log::Entry& entry)
{
    return row.id != entry.id.text()      ? "id"
           : row.desk != entry.desk       ? "desk"
           : row.subject != entry.subject ? "subject"
                                          : "";
}

class Entries
{
public:
    Entries(
        std::int64_t expected,
        const std::vector<store::DeskRecord>& desks,
        TreeComparison* tree,
        Seen& seen,
        Report& report)
        : m_expected(expected), m_tree(tree), m_seen(seen), m_report(report)
    {
        for (const store::DeskRecord& desk : desks) {
            m_desks.insert(desk.id);
        }
    }

    void visit(std::int64_t number, const store::NumberedEntry& row)
    {
        if (number < 1) {
            find(Fault::NumberForged, number, row);
            return;
        }
        ++m_report.entries;
        for (; m_expected < number && m_report.findings.size() < Report::kMostFindings;
             ++m_expected) {
            m_report.add({Fault::NumberMissing, m_expected, {}, 0, 0, {}, 0, {}});
        }
        m_expected = number + 1;
        m_seen.head = number;
        checkWords(number, row);
        if (m_tree != nullptr) {
            m_tree->compare(number, store::recordOf(row));
        }
    }

private:
    void checkWords(std::int64_t number, const store::NumberedEntry& row)
    {
        if (!m_desks.contains(row.desk)) {
            find(Fault::DeskUnknown, number, row);
        }
        const auto entry = log::decodeEntry(row.raw);
        if (!entry) {
            find(Fault::EntryUnreadable, number, row);
        } else if (const char* what = differenceOf(row, *entry); *what != '\0') {
            find(Fault::EntryDiffers, number, row, what);
        }
    }

    void
    find(Fault fault, std::int64_t number, const store::NumberedEntry& row, const char* detail = "")
    {
        m_report.add({fault, number, row.desk, row.counter, 0, {}, 0, detail});
    }

    std::int64_t m_expected;
    std::set<DeskId> m_desks;
    TreeComparison* m_tree;
    Seen& m_seen;
    Report& m_report;
};

} // namespace

void Seen::set(std::vector<bool>& bits, std::int64_t number)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 33; // forged numbers do not cost memory
    if (number < 0 || number > kMost) {
        return;
    }
    const auto at = static_cast<std::size_t>(number);
    if (at >= bits.size()) {
        bits.resize(std::max(at + 1, bits.size() * 2));
    }
    bits[at] = true;
}

Result<void> auditEntries(
    const store::HqReader& reader,
    store::NumberRange range,
    const std::vector<store::DeskRecord>& desks,
    TreeComparison* tree,
    Seen& seen,
    Report& report)
{
    Entries entries(std::max<std::int64_t>(range.after, 0) + 1, desks, tree, seen, report);
    return reader.forEachEntry(range, [&](std::int64_t number, const store::NumberedEntry& row) {
        entries.visit(number, row);
    });
}

} // namespace sz::audit
