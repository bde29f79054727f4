// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/child/BookFrames.h"

#include <algorithm>
#include <cstring>

namespace sz::exchange {
namespace {

constexpr std::size_t kMostBytes = 512U << 20U; ///< of all frames

std::unexpected<Error> wrong(const char* what)
{
    return fail(Code::BadEncoding, what);
}

const std::string* textAt(const log::Array& item, std::size_t at, std::size_t longest)
{
    const auto* text = item[at].as<std::string>();
    return text != nullptr && text->size() <= longest ? text : nullptr;
}

std::optional<std::uint32_t> numberAt(const log::Array& item, std::size_t at, std::int64_t below)
{
    const auto* n = item[at].as<std::int64_t>();
    return n != nullptr && *n >= 0 && *n < below ? std::optional(static_cast<std::uint32_t>(*n))
                                                 : std::nullopt;
}

} // namespace

Result<void> BookFrameReader::feed(BytesView frame)
{
    m_bytes += frame.size();
    const auto value = log::decode(frame);
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (m_isDone || m_bytes > kMostBytes || fields == nullptr || fields->size() != 2
        || !fields->contains(0) || !fields->contains(1)) {
        return wrong("no frame");
    }
    const auto* kind = fields->at(0).as<std::int64_t>();
    const auto* list = fields->at(1).as<log::Array>();
    if (kind == nullptr || list == nullptr) {
        return wrong("no frame");
    }
    switch (static_cast<BookFrame>(*kind)) {
    case BookFrame::Sheet:
        return sheet(*list);
    case BookFrame::Cells:
        return cells(*list);
    case BookFrame::Done:
        return done(*list);
    case BookFrame::Failed:
        return failed(*list);
    }
    return wrong("another frame");
}

Result<void> BookFrameReader::sheet(const log::Array& item)
{
    const auto* name = item.size() == 2 ? textAt(item, 0, kLongestBookName) : nullptr;
    const auto* isHidden = item.size() == 2 ? item[1].as<bool>() : nullptr;
    if (name == nullptr || isHidden == nullptr || m_book.sheets.size() == kMostSheets) {
        return wrong("sheet");
    }
    BookSheet& sheet = m_book.sheets.emplace_back();
    sheet.name = *name;
    sheet.isHidden = *isHidden;
    return {};
}

Result<void> BookFrameReader::cells(const log::Array& items)
{
    for (const log::Value& item : items) {
        const auto* list = item.as<log::Array>();
        if (list == nullptr || m_book.sheets.empty() || ++m_cells > kMostCells + kMostColumns) {
            return wrong("cells");
        }
        if (auto ok = cell(*list); !ok) {
            return ok;
        }
    }
    return items.empty() ? wrong("cells") : Result<void>();
}

Result<void> BookFrameReader::cell(const log::Array& item)
{
    if (item.size() != 6) {
        return wrong("cell");
    }
    const auto row = numberAt(item, 0, kMostRows);
    const auto column = numberAt(item, 1, kMostColumns);
    const auto* text = textAt(item, 2, kLongestCellText);
    const auto* number = item[3].as<Bytes>();
    const auto fault = numberAt(item, 4, static_cast<std::int64_t>(CellFault::OpenQuote) + 1);
    const auto* isMerged = item[5].as<bool>();
    const bool isNumber = number != nullptr ? number->size() == sizeof(double) : item[3].isNull();
    if (!row || !column || text == nullptr || !fault || isMerged == nullptr || !isNumber) {
        return wrong("cell");
    }
    std::vector<BookCell>& cells = m_book.sheets.back().cells;
    if (!cells.empty()
        && std::pair(cells.back().row, cells.back().column) >= std::pair(*row, *column)) {
        return wrong("cells out of order");
    }
    BookCell& cell = cells.emplace_back();
    cell.row = *row;
    cell.column = *column;
    cell.text = *text;
    cell.fault = static_cast<CellFault>(*fault);
    cell.isMerged = *isMerged;
    if (number != nullptr) {
        double value = 0;
        std::memcpy(&value, number->data(), sizeof value);
        cell.number = value;
    }
    return {};
}

Result<void> BookFrameReader::done(const log::Array& item)
{
    if (item.size() != 4) {
        return wrong("end");
    }
    const auto* encoding = item[0].as<std::int64_t>();
    const auto* isFrom1904 = item[1].as<bool>();
    const auto* digest = item[2].as<Bytes>();
    const auto* links = item[3].as<log::Array>();
    constexpr auto kLast = static_cast<std::int64_t>(Encoding::Utf16Be);
    if (encoding == nullptr || *encoding < -1 || *encoding > kLast || isFrom1904 == nullptr
        || digest == nullptr || digest->size() != m_book.digest.size() || links == nullptr
        || links->size() > kMostLinks) {
        return wrong("end");
    }
    if (*encoding >= 0) {
        m_book.encoding = static_cast<Encoding>(*encoding);
    }
    m_book.isFrom1904 = *isFrom1904;
    std::ranges::copy(*digest, m_book.digest.begin());
    for (std::size_t i = 0; i < links->size(); ++i) {
        const auto* link = textAt(*links, i, kLongestBookName);
        if (link == nullptr) {
            return wrong("end");
        }
        m_book.outsideLinks.push_back(*link);
    }
    m_result = std::move(m_book);
    m_isDone = true;
    return {};
}

// Only what a file can be wrong in; another code would be a lie.
Result<void> BookFrameReader::failed(const log::Array& item)
{
    const auto* code = item.size() == 2 ? item[0].as<std::int64_t>() : nullptr;
    const auto* detail = item.size() == 2 ? textAt(item, 1, kLongestBookName) : nullptr;
    if (code == nullptr || detail == nullptr) {
        return wrong("failure");
    }
    for (const Code known : {Code::FileUnreadable, Code::FileMalformed, Code::FileTooLarge}) {
        if (*code == static_cast<std::int64_t>(known)) {
            m_result = fail(known, *detail);
            m_isDone = true;
            return {};
        }
    }
    return wrong("failure");
}

} // namespace sz::exchange
