// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/Workbook.h"

#include "data/base/CsvRecords.h"
#include "data/confine/ChildRun.h"
#include "data/exchange/child/BookFrames.h"
#include "data/exchange/SheetText.h"
#include "data/exchange/XlsxBook.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace sz::exchange {
namespace {

/// Open, a plain file, not too large; closed with this.
class BookFile
{
public:
    explicit BookFile(const std::filesystem::path& file)
        : m_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    {
    }
    ~BookFile()
    {
        if (m_file >= 0) {
            ::close(m_file);
        }
    }
    BookFile(const BookFile&) = delete;
    BookFile& operator=(const BookFile&) = delete;

    [[nodiscard]] int number() const { return m_file; }
    [[nodiscard]] Result<void> check() const
    {
        struct stat about{};
        if (m_file < 0 || ::fstat(m_file, &about) != 0 || !S_ISREG(about.st_mode)) {
            return fail(Code::FileUnreadable, "no such file");
        }
        return static_cast<std::uintmax_t>(about.st_size) > kMostBookBytes
                   ? fail(Code::FileTooLarge, "file")
                   : Result<void>();
    }

private:
    int m_file;
};

/// How a child ended that did not answer.
Error faultOf(confine::ChildFault fault)
{
    const std::string detail = std::string("reader ") + confine::faultName(fault);
    switch (fault) {
    case confine::ChildFault::Missing:
        return {Code::FileUnreadable, "sanzhen-parser is missing", {}};
    case confine::ChildFault::Hung:
    case confine::ChildFault::Memory:
    case confine::ChildFault::Processor:
        return {Code::FileTooLarge, detail, {}};
    default:
        return {Code::FileMalformed, detail, {}};
    }
}

char separatorOf(std::string_view text)
{
    const std::string_view begin = text.substr(0, 4096);
    constexpr std::array kSeparators{',', '\t', ';'};
    return *std::ranges::max_element(
        kSeparators, {}, [&](char c) { return std::ranges::count(begin, c); });
}

/// The line goes through as one cell, so that nothing of it is lost unseen.
void addBrokenLine(std::string_view line, std::uint32_t row, BookSheet& sheet)
{
    BookCell cell;
    cell.row = row;
    cell.text = line;
    cell.fault = CellFault::OpenQuote;
    sheet.cells.push_back(std::move(cell));
}

void addCells(std::vector<std::string>& cells, std::uint32_t row, BookSheet& sheet)
{
    for (std::uint32_t column = 0; column < cells.size(); ++column) {
        if (!cells[column].empty()) {
            BookCell cell;
            cell.row = row;
            cell.column = column;
            cell.text = std::move(cells[column]);
            cell.fault = cell.text.contains(kDamaged) ? CellFault::Damaged : CellFault::None;
            sheet.cells.push_back(std::move(cell));
        }
    }
}

/// A record is a row, as a spreadsheet program shows it: a quoted cell of two lines is still one row.
Result<BookSheet> textSheet(std::string_view text)
{
    BookSheet sheet;
    CsvRecords records(text, separatorOf(text), kLongestCell);
    std::vector<std::string> cells;
    for (std::uint32_t row = 0; !records.atEnd(); ++row) {
        cells.clear();
        if (!records.next(cells)) {
            records.skipLine();
            cells.clear();
            addBrokenLine(records.raw(), row, sheet);
        }
        if (row >= kMostRows || cells.size() > kMostColumns || sheet.cells.size() > kMostCells) {
            return fail(Code::FileTooLarge, "cells");
        }
        addCells(cells, row, sheet);
    }
    return sheet;
}

Result<Workbook> textBook(BytesView bytes)
{
    Workbook book;
    const Decoded decoded = decodeText(bytes);
    if (isNoText(decoded.text)) {
        return fail(Code::FileMalformed, "no text");
    }
    book.encoding = decoded.encoding;
    auto sheet = textSheet(decoded.text);
    if (!sheet) {
        return std::unexpected(sheet.error());
    }
    if (sheet->cells.empty()) {
        return fail(Code::FileMalformed, "empty");
    }
    book.sheets.push_back(std::move(*sheet));
    return book;
}

} // namespace

const BookCell* BookSheet::at(std::uint32_t row, std::uint32_t column) const
{
    const auto key = std::pair(row, column);
    const auto it = std::ranges::lower_bound(
        cells, key, {}, [](const BookCell& one) { return std::pair(one.row, one.column); });
    return it != cells.end() && it->row == row && it->column == column ? &*it : nullptr;
}

const std::string& BookSheet::textAt(std::uint32_t row, std::uint32_t column) const
{
    static const std::string kNothing;
    const BookCell* cell = at(row, column);
    return cell == nullptr ? kNothing : cell->text;
}

std::uint32_t BookSheet::rows() const
{
    return cells.empty() ? 0 : cells.back().row + 1;
}

std::uint32_t BookSheet::columns() const
{
    return cells.empty() ? 0 : std::ranges::max(cells, {}, &BookCell::column).column + 1;
}

std::string cellName(std::uint32_t row, std::uint32_t column)
{
    std::string name;
    for (std::uint32_t n = column + 1; n > 0; n = (n - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
    }
    return name + std::to_string(row + 1);
}

std::optional<std::uint32_t> columnNamed(std::string_view name)
{
    if (name.empty() || name.size() > 5) {
        return std::nullopt;
    }
    const bool isNumber = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    std::uint32_t n = 0;
    for (const char c : name) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (isNumber) {
            n = n * 10 + static_cast<std::uint32_t>(c - '0');
        } else if (upper >= 'A' && upper <= 'Z' && name.size() <= 3) {
            n = n * 26 + static_cast<std::uint32_t>(upper - 'A') + 1;
        } else {
            return std::nullopt;
        }
    }
    return n >= 1 && n <= kMostColumns ? std::optional(n - 1) : std::nullopt;
}

Result<Workbook> workbookOf(std::string name, BytesView bytes)
{
    if (bytes.size() > kMostBookBytes) {
        return fail(Code::FileTooLarge, "file");
    }
    const std::string_view begin(
        reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 4));
    if (begin == "\xD0\xCF\x11\xE0") {
        return fail(Code::FileMalformed, "xls");
    }
    auto book = begin == "PK\x03\x04" ? xlsxBook(bytes) : textBook(bytes);
    if (book) {
        book->name = isUtf8(name) && !name.empty() ? std::move(name) : std::string("sheet");
        book->digest = sha256(bytes);
    }
    return book;
}

Result<Workbook> openWorkbook(const std::filesystem::path& file)
{
    const BookFile opened(file);
    const auto where = [&file](Error error) {
        error.where = file.string();
        return std::unexpected(std::move(error));
    };
    if (auto ok = opened.check(); !ok) {
        return where(ok.error());
    }
    confine::ChildCall call;
    call.program = confine::parserProgram();
    call.arguments = {"book"};
    call.files = {opened.number()};
    call.speaks = kSpeaksBook;
    call.version = kBookVersion;
    call.patience = Millis{20'000}; // nothing is said before all is read
    BookFrameReader reader;
    const confine::ChildEnd end = confine::runChild(call, [&reader](BytesView frame) {
        return !reader.feed(frame) ? confine::Sense::Nonsense
               : reader.isDone()   ? confine::Sense::Last
                                   : confine::Sense::Good;
    });
    if (end.fault != confine::ChildFault::None) {
        return where(faultOf(end.fault));
    }
    auto book = reader.take();
    if (!book) {
        return where(book.error());
    }
    const std::string name = file.filename().string();
    book->name = isUtf8(name) && !name.empty() ? name : std::string("sheet");
    return book;
}

} // namespace sz::exchange
