// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/CampaignSheet.h"

#include "data/base/CsvRecords.h"
#include "data/exchange/SheetRows.h"

#include <algorithm>

namespace sz::exchange {
namespace {

constexpr std::uint64_t kLookEvery = 1024; ///< rows
constexpr std::size_t kNameBytes = 255;    ///< of the file
constexpr std::size_t kHeadBytes = 512;    ///< of an act without its items, name included

/// Not less than its CBOR: heads of at most 3 bytes for each text of its length, 9 for the limit, 7 keys.
std::size_t mostBytes(const model::CampaignItem& item)
{
    std::size_t sum = 40 + item.key.size() + item.label.size() + item.unit.value.size()
                      + item.place.size() + item.kind.size();
    for (const UnitCode& unit : item.support) {
        sum += 5 + unit.value.size();
    }
    return sum;
}

/// Cut between characters.
std::string shortened(std::string name)
{
    if (name.size() > kNameBytes) {
        name.resize(kNameBytes);
        while (!isUtf8(name)) {
            name.pop_back();
        }
    }
    return name;
}

bool isBlank(const std::vector<std::string>& cells)
{
    return std::ranges::all_of(cells, &std::string::empty);
}

class Pass
{
public:
    Pass(
        const SheetText& sheet,
        const SheetMapping& mapping,
        const plan::Plan& plan,
        const SheetSpan& span)
        : m_sheet(sheet), m_body(std::string_view(sheet.text).substr(sheet.bodyAt)),
          m_records(m_body, sheet.separator, kLongestCell), m_reader(mapping, plan, span),
          m_above(static_cast<std::uint64_t>(sheet.bodyLine - 1))
    {
        m_reading.items.reserve(sheet.lines + 1);
    }

    Result<SheetReading> run(const SheetProgress& progress, const std::stop_token& stop)
    {
        for (std::uint64_t n = 0; !m_records.atEnd(); ++n) {
            if (n % kLookEvery == 0) {
                if (stop.stop_requested()) {
                    return fail(Code::Cancelled, "stopped");
                }
                if (progress) {
                    progress(m_records.offset(), m_body.size());
                }
            }
            row();
        }
        if (progress) {
            progress(m_body.size(), m_body.size());
        }
        return std::move(m_reading);
    }

private:
    void row()
    {
        const std::uint64_t line = m_above + static_cast<std::uint64_t>(m_records.line());
        if (!m_records.next(m_cells)) {
            m_records.skipLine();
            RefusedRow row;
            row.why = Refusal::Unclosed;
            refuse(std::move(row), line);
            return;
        }
        if (isBlank(m_cells)) {
            return;
        }
        auto item = m_reader.read(m_cells, m_sheet.head.size());
        if (!item) {
            refuse(std::move(item.error()), line);
        } else if (auto twice = m_reader.claim(item->key, line)) {
            refuse(std::move(*twice), line);
        } else {
            m_reading.items.push_back({++m_reading.rows, std::move(*item)});
        }
    }

    void refuse(RefusedRow row, std::uint64_t line)
    {
        row.line = line;
        row.row = ++m_reading.rows;
        row.raw = m_records.raw();
        m_reading.refused.push_back(std::move(row));
    }

    const SheetText& m_sheet;
    std::string_view m_body;
    CsvRecords m_records;
    RowReader m_reader;
    std::uint64_t m_above;
    std::vector<std::string> m_cells;
    SheetReading m_reading;
};

} // namespace

Result<SheetReading> readCampaign(
    const SheetText& sheet,
    const SheetMapping& mapping,
    const plan::Plan& plan,
    const SheetSpan& span,
    const SheetProgress& progress,
    const std::stop_token& stop)
{
    if (const auto missing = mapping.missing()) {
        return fail(Code::BadArgument, fieldEn(*missing), sheet.name);
    }
    return Pass(sheet, mapping, plan, span).run(progress, stop);
}

std::vector<model::ImportItems>
importActs(const SheetText& sheet, SheetReading&& reading, const SheetSpan& span)
{
    std::vector<model::ImportItems> acts;
    std::size_t bytes = kMostActBytes;
    for (SheetItem& one : reading.items) {
        const std::size_t more = mostBytes(one.item);
        if (bytes + more > kMostActBytes) {
            model::ImportItems act;
            act.sheet = sheet.digest;
            act.name = shortened(sheet.name);
            act.rows = reading.rows;
            act.first = one.row;
            act.from = span.from;
            act.until = span.until;
            acts.push_back(std::move(act));
            bytes = kHeadBytes;
        }
        bytes += more;
        acts.back().items.push_back(std::move(one.item));
    }
    return acts;
}

} // namespace sz::exchange
