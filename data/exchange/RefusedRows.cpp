// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/RefusedRows.h"

#include "data/base/CsvRecords.h"

#include <format>

namespace sz::exchange {
namespace {

void addCell(std::string& out, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    out += '"';
}

void addRow(std::string& out, const std::vector<std::string>& cells, std::string_view last)
{
    for (const std::string& cell : cells) {
        addCell(out, cell);
        out += ',';
    }
    addCell(out, last);
    out += "\r\n";
}

} // namespace

plan::Sentence sentenceOf(const RefusedRow& row)
{
    switch (row.why) {
    case Refusal::Empty:
        return {"it is empty", "为空"};
    case Refusal::TooLong:
        return {"it is too long", "过长"};
    case Refusal::UnknownUnit:
        return {
            std::format("the plan has no unit \"{}\"", row.value),
            std::format("方案中没有“{}”这个单位", row.value)};
    case Refusal::AmbiguousUnit:
        return {
            std::format("\"{}\" is the name of several units; write its code", row.value),
            std::format("“{}”不止一个单位，请写编码", row.value)};
    case Refusal::NotADate:
        return {
            std::format("\"{}\" is no date like 2026-11-30", row.value),
            std::format("“{}”不是“2026-11-30”这样的日期", row.value)};
    case Refusal::NoLimit:
        return {"it is empty, and the campaign has no end", "为空，且专项行动没有截止日期"};
    case Refusal::Twice:
        return {
            std::format("\"{}\" stands in line {} already", row.value, row.other),
            std::format("“{}”在第 {} 行已有", row.value, row.other)};
    case Refusal::Damaged:
        return {"it holds damaged characters", "含有无法识别的字符"};
    case Refusal::Unclosed:
        return {"a quotation mark is never closed", "引号没有闭合"};
    case Refusal::TooManyCells:
        return {"it has more cells than the head", "格数多于表头"};
    }
    return {};
}

std::string
refusedSheet(const SheetText& sheet, const std::vector<RefusedRow>& rows, bool isChinese)
{
    std::string out = "\xEF\xBB\xBF";
    addRow(out, sheet.head, isChinese ? "退回原因" : "reason");
    std::vector<std::string> cells;
    for (const RefusedRow& row : rows) {
        CsvRecords records(row.raw, sheet.separator);
        if (!records.next(cells)) {
            cells.assign(1, row.raw);
        }
        if (cells.size() < sheet.head.size()) { // the reason stands below its head
            cells.resize(sheet.head.size());
        }
        const plan::Sentence why = sentenceOf(row);
        const std::string field = !row.field  ? std::string()
                                  : isChinese ? std::string(fieldZh(*row.field)) + "："
                                              : std::string(fieldEn(*row.field)) + ": ";
        addRow(out, cells, field + (isChinese ? why.zh : why.en));
    }
    return out;
}

} // namespace sz::exchange
