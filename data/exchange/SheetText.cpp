// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/SheetText.h"

#include "data/base/CsvRecords.h"
#include "data/exchange/BookText.h"
#include "data/exchange/SheetColumns.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace sz::exchange {
namespace {

constexpr std::size_t kSampleRows = 20;
constexpr std::size_t kTitleRows = 10; ///< so many may stand above the head

Result<Bytes> slurp(const std::filesystem::path& file)
{
    std::error_code ec;
    const auto size = std::filesystem::file_size(file, ec);
    if (ec || !std::filesystem::is_regular_file(file, ec)) {
        return fail(Code::FileUnreadable, "no such file", file.string());
    }
    if (size > kMostSheetBytes) {
        return fail(Code::FileTooLarge, std::to_string(kMostSheetBytes), file.string());
    }
    std::ifstream in(file, std::ios::binary);
    Bytes bytes(size);
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (!in || in.gcount() != static_cast<std::streamsize>(size)) {
        return fail(Code::FileUnreadable, "cannot be read", file.string());
    }
    return bytes;
}

char separatorOf(std::string_view text)
{
    const std::string_view begin = text.substr(0, 4096);
    constexpr std::array kSeparators{',', '\t', ';'};
    return *std::ranges::max_element(
        kSeparators, {}, [&](char c) { return std::ranges::count(begin, c); });
}

/// The head is the first row in which most columns are recognised; the first row when none are.
void takeHead(SheetText& sheet)
{
    CsvRecords records(sheet.text, sheet.separator, kLongestCell);
    std::vector<std::string> cells;
    std::size_t best = 0;
    for (std::size_t row = 0; row < kTitleRows && !records.atEnd(); ++row) {
        const int line = records.line();
        if (!records.next(cells)) {
            records.skipLine();
            continue;
        }
        const std::size_t found = fieldsIn(cells);
        if (found > best || sheet.head.empty()) {
            const bool isBlank = std::ranges::all_of(cells, &std::string::empty);
            if (!isBlank) {
                best = found;
                sheet.head = cells;
                sheet.headLine = line;
                sheet.bodyAt = records.offset();
                sheet.bodyLine = records.line();
            }
        }
    }
}

void takeSample(SheetText& sheet)
{
    CsvRecords records(
        std::string_view(sheet.text).substr(sheet.bodyAt), sheet.separator, kLongestCell);
    std::vector<std::string> cells;
    while (sheet.sample.size() < kSampleRows && !records.atEnd()) {
        if (!records.next(cells)) {
            records.skipLine();
        } else if (!std::ranges::all_of(cells, &std::string::empty)) {
            sheet.sample.push_back(cells);
        }
    }
}

/// Empty head: no sheet holds anything.
SheetText bestSheet(const Workbook& book)
{
    SheetText best;
    for (const BookSheet& one : book.sheets) {
        if (one.isHidden) {
            continue;
        }
        SheetText sheet;
        sheet.part = one.name;
        sheet.text = csvOf(one);
        takeHead(sheet);
        if (!sheet.head.empty()
            && (best.head.empty() || fieldsIn(sheet.head) > fieldsIn(best.head))) {
            best = std::move(sheet);
        }
    }
    return best;
}

bool isBook(BytesView bytes)
{
    const std::string_view begin = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 4)));
    return begin == "PK\x03\x04" || begin == "\xD0\xCF\x11\xE0";
}

Result<SheetText> finished(SheetText sheet, std::string name, BytesView bytes)
{
    if (sheet.head.empty()) {
        return fail(Code::FileMalformed, "empty");
    }
    sheet.name = isUtf8(name) && !name.empty() ? std::move(name) : std::string("sheet.csv");
    sheet.digest = sha256(bytes);
    const std::string_view body = std::string_view(sheet.text).substr(sheet.bodyAt);
    sheet.lines = static_cast<std::uint64_t>(std::ranges::count(body, '\n'));
    takeSample(sheet);
    return sheet;
}

} // namespace

Result<SheetText> openSheet(const std::filesystem::path& file)
{
    return slurp(file)
        .and_then([&](const Bytes& bytes) -> Result<SheetText> {
            const std::string name = file.filename().string();
            if (!isBook(bytes)) {
                return sheetOf(name, bytes);
            }
            return openWorkbook(file).and_then(
                [&](const Workbook& book) { return finished(bestSheet(book), name, bytes); });
        })
        .transform_error([&](Error error) {
            error.where = file.string();
            return error;
        });
}

Result<SheetText> sheetOf(std::string name, BytesView bytes)
{
    if (isBook(bytes)) {
        return workbookOf({}, bytes).and_then([&](const Workbook& book) {
            return finished(bestSheet(book), std::move(name), bytes);
        });
    }
    Decoded decoded = decodeText(bytes);
    if (isNoText(decoded.text)) {
        return fail(Code::FileMalformed, "no text");
    }
    SheetText sheet;
    sheet.text = std::move(decoded.text);
    sheet.encoding = decoded.encoding;
    sheet.separator = separatorOf(sheet.text);
    takeHead(sheet);
    return finished(std::move(sheet), std::move(name), bytes);
}

std::string formatName(const SheetText& sheet)
{
    return sheet.encoding ? encodingName(*sheet.encoding) : "XLSX";
}

} // namespace sz::exchange
