// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A workbook on its way from the confined child to the program that asked for it. Who reads it trusts nothing.

#include "data/exchange/Workbook.h"
#include "data/log/Cbor.h"

#include <functional>

namespace sz::exchange {

inline constexpr const char* kSpeaksBook = "book";
inline constexpr std::int64_t kBookVersion = 1;
inline constexpr std::size_t kLongestCellText =
    128 << 10; ///< bytes; what is longer is cut, the cell damaged
inline constexpr std::size_t kMostLinks = 1000;
inline constexpr std::size_t kLongestBookName = 1000; ///< bytes of a sheet's name, a link, a detail

/// Field 0 of a frame; 1 is the hello.
enum class BookFrame : std::int64_t {
    Sheet = 2,
    Cells = 3, ///< of the sheet before, by row, then column
    Done = 4,
    Failed = 5, ///< instead: the error's code and detail
};

void writeBook(const Workbook& book, const std::function<void(BytesView)>& out);
void writeFailure(const Error& error, const std::function<void(BytesView)>& out);

/// Whatever comes, the book keeps the bounds of Workbook.h and its cells are in order.
class BookFrameReader
{
public:
    /// Errors: BadEncoding; then nothing more may be fed.
    [[nodiscard]] Result<void> feed(BytesView frame);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// What was read, or why it could not be.
    [[nodiscard]] Result<Workbook> take() { return std::move(m_result); }

private:
    Result<void> sheet(const log::Array& item);
    Result<void> cells(const log::Array& items);
    Result<void> cell(const log::Array& item);
    Result<void> done(const log::Array& item);
    Result<void> failed(const log::Array& item);

    Workbook m_book;
    Result<Workbook> m_result = Workbook();
    std::size_t m_cells = 0;
    std::size_t m_bytes = 0;
    bool m_isDone = false;
};

/// The child's end: file 3 is the book. Its exit code.
int serveBook();

} // namespace sz::exchange
