// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Frames.h"
#include "data/confine/MappedFile.h"
#include "data/confine/Serve.h"
#include "data/exchange/child/BookFrames.h"

#include <array>
#include <bit>

namespace sz::exchange {
namespace {

constexpr std::size_t kBatch = 100 << 10; ///< bytes of cells that make a frame

void frame(const std::function<void(BytesView)>& out, BookFrame kind, log::Array content)
{
    log::Fields fields;
    fields.emplace(0, static_cast<std::int64_t>(kind));
    fields.emplace(1, std::move(content));
    Bytes bytes;
    confine::writeFrame(bytes, log::encode(fields));
    out(bytes);
}

template <class... Items>
log::Array listOf(Items&&... items)
{
    log::Array out;
    out.reserve(sizeof...(items));
    (out.emplace_back(std::forward<Items>(items)), ...);
    return out;
}

/// Cut before a character that would not be whole.
std::string cut(std::string_view text, std::size_t most)
{
    if (text.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text = text.substr(0, end);
    }
    return isUtf8(text) ? std::string(text) : std::string("?");
}

log::Value numberOf(const std::optional<double>& number)
{
    if (!number) {
        return log::Value();
    }
    const auto raw = std::bit_cast<std::array<std::uint8_t, sizeof(double)>>(*number);
    return Bytes(raw.begin(), raw.end());
}

log::Array fieldsOf(const BookCell& cell)
{
    std::string text = cut(cell.text, kLongestCellText);
    const bool isCut = text.size() < cell.text.size() && cell.fault == CellFault::None;
    const CellFault fault = isCut ? CellFault::Damaged : cell.fault;
    return listOf(
        cell.row, cell.column, std::move(text), numberOf(cell.number),
        static_cast<std::int64_t>(fault), cell.isMerged);
}

void writeSheet(const BookSheet& sheet, const std::function<void(BytesView)>& out)
{
    frame(out, BookFrame::Sheet, listOf(cut(sheet.name, kLongestBookName), sheet.isHidden));
    log::Array some;
    std::size_t bytes = 0;
    for (const BookCell& cell : sheet.cells) {
        some.emplace_back(fieldsOf(cell));
        bytes += cell.text.size() + 16;
        if (bytes > kBatch) {
            frame(out, BookFrame::Cells, std::exchange(some, log::Array()));
            bytes = 0;
        }
    }
    if (!some.empty()) {
        frame(out, BookFrame::Cells, std::move(some));
    }
}

} // namespace

void writeBook(const Workbook& book, const std::function<void(BytesView)>& out)
{
    for (const BookSheet& sheet : book.sheets) {
        writeSheet(sheet, out);
    }
    log::Array links;
    for (const std::string& link : book.outsideLinks) {
        if (links.size() < kMostLinks) {
            links.emplace_back(cut(link, kLongestBookName));
        }
    }
    frame(
        out, BookFrame::Done,
        listOf(
            book.encoding ? static_cast<std::int64_t>(*book.encoding) : std::int64_t{-1},
            book.isFrom1904, Bytes(book.digest.begin(), book.digest.end()), std::move(links)));
}

void writeFailure(const Error& error, const std::function<void(BytesView)>& out)
{
    frame(
        out, BookFrame::Failed,
        listOf(static_cast<std::int64_t>(error.code), cut(error.detail, kLongestBookName)));
}

int serveBook()
{
    const confine::MappedFile file(confine::kFirstFile);
    loadEncodings();
    // Parts of an archive are unpacked: what they come to is bounded by Workbook.h, not by the file.
    return confine::serve(
        kSpeaksBook, kBookVersion, {1536U << 20U, 60}, [&file](const confine::Out& out) {
            auto book = workbookOf({}, BytesView(file.bytes()));
            book ? writeBook(*book, out) : writeFailure(book.error(), out);
        });
}

} // namespace sz::exchange
