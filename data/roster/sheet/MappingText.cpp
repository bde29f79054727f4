// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/NodeReader.h"
#include "data/plan/files/TomlFile.h"
#include "data/roster/sheet/Mapping.h"

#include <format>

namespace sz::roster {
namespace {

constexpr int kMostYear = 2200;

/// A basic string of TOML 1.0.
std::string tomlText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            out += std::format("\\u{:04X}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string letters(std::uint32_t column)
{
    std::string name = exchange::cellName(0, column);
    name.pop_back();
    return name;
}

void add(std::string& out, const char* key, const std::string& value)
{
    if (!value.empty()) {
        out += std::format("{} = {}\n", key, tomlText(value));
    }
}

void add(std::string& out, const char* key, const std::optional<std::uint32_t>& column)
{
    if (column) {
        add(out, key, letters(*column));
    }
}

std::optional<std::uint32_t> column(plan::NodeReader& reader, const char* key, plan::Need need)
{
    const std::string text = reader.text(key, need);
    const auto found = exchange::columnNamed(text);
    if (!found && !text.empty()) {
        reader.errorAt(
            key, {std::format("\"{}\" is not a column like B.", text),
                  std::format("“{}”不是 B 这样的列。", text)});
    }
    return found;
}

void readMonth(plan::NodeReader& reader, Mapping& mapping)
{
    const std::string text = reader.text("month", plan::Need::No);
    if (text.empty()) {
        return;
    }
    int year = 0;
    unsigned month = 0;
    const bool isShaped = text.size() == 7 && text[4] == '-'
                          && text.find_first_not_of("0123456789-") == std::string::npos;
    if (isShaped) {
        year = std::atoi(text.substr(0, 4).c_str());
        month = static_cast<unsigned>(std::atoi(text.substr(5).c_str()));
    }
    if (!isShaped || year < 1970 || year > kMostYear || month < 1 || month > 12) {
        reader.errorAt(
            "month", {std::format("\"{}\" is not a month like 2026-11.", text),
                      std::format("“{}”不是 2026-11 这样的月份。", text)});
        return;
    }
    mapping.month = std::chrono::year(year) / std::chrono::month(month);
}

void readWords(plan::NodeReader& root, const char* key, std::map<std::string, std::string>& words)
{
    if (auto table = root.table(key, plan::Need::No)) {
        for (const std::string& word : table->keys()) {
            words[word] = table->text(word);
        }
    }
}

void readColumns(plan::NodeReader& reader, Mapping& mapping)
{
    constexpr auto kNo = plan::Need::No;
    mapping.dateColumn = column(reader, "date", kNo);
    mapping.shiftColumn = column(reader, "shifts_in", kNo);
    mapping.postColumn = column(reader, "posts_in", kNo);
    mapping.unitColumn = column(reader, "units_in", kNo);
    mapping.peopleColumn = column(reader, "people", kNo);
    for (plan::NodeReader& one : reader.tables("people_column", kNo)) {
        PeopleColumn people;
        people.column = column(one, "column", plan::Need::Yes).value_or(0);
        people.post = one.text("post");
        people.shift = one.text("shift", kNo);
        one.warnUnknown();
        mapping.peopleColumns.push_back(std::move(people));
    }
}

Mapping readAll(plan::NodeReader& reader)
{
    constexpr auto kNo = plan::Need::No;
    Mapping mapping;
    const std::string layout = reader.text("layout");
    if (!layout.empty() && layout != "list" && layout != "grid") {
        reader.errorAt(
            "layout", {std::format("\"{}\" is not a layout: list or grid.", layout),
                       std::format("“{}”不是版式：应为 list 或 grid。", layout)});
    }
    mapping.layout = layout == "grid" ? Layout::Grid : Layout::List;
    mapping.sheet = reader.text("sheet", kNo);
    mapping.head = static_cast<std::uint32_t>(
        reader.integer("head_row", 1, static_cast<int>(exchange::kMostRows), kNo, 1) - 1);
    readColumns(reader, mapping);
    mapping.unit = reader.text("unit", kNo);
    mapping.post = reader.text("post", kNo);
    mapping.shift = reader.text("shift", kNo);
    readMonth(reader, mapping);
    readWords(reader, "posts", mapping.posts);
    readWords(reader, "shifts", mapping.shifts);
    reader.warnUnknown();
    return mapping;
}

} // namespace

std::optional<plan::Sentence> Mapping::missing() const
{
    if (layout == Layout::List && !dateColumn) {
        return plan::Sentence{"no column with dates", "没有日期列"};
    }
    if (layout == Layout::List && !peopleColumn && peopleColumns.empty()) {
        return plan::Sentence{"no column with people", "没有人员列"};
    }
    const bool needsPost = layout == Layout::Grid || peopleColumn.has_value();
    if (needsPost && !postColumn && post.empty()) {
        return plan::Sentence{"nothing says which post it is", "看不出是哪个岗位"};
    }
    return std::nullopt;
}

std::string mappingText(const Mapping& mapping)
{
    std::string out =
        "# 班表对应关系 how a roster sheet is read: sanzhenctl roster import FILE --mapping THIS\n";
    add(out, "layout", mapping.layout == Layout::Grid ? "grid" : "list");
    add(out, "sheet", mapping.sheet);
    out += std::format("head_row = {}\n", mapping.head + 1);
    add(out, "date", mapping.dateColumn);
    add(out, "shifts_in", mapping.shiftColumn);
    add(out, "posts_in", mapping.postColumn);
    add(out, "units_in", mapping.unitColumn);
    add(out, "people", mapping.peopleColumn);
    add(out, "unit", mapping.unit);
    add(out, "post", mapping.post);
    add(out, "shift", mapping.shift);
    if (mapping.month) {
        out += std::format(
            "month = \"{:04}-{:02}\"\n", static_cast<int>(mapping.month->year()),
            static_cast<unsigned>(mapping.month->month()));
    }
    for (const PeopleColumn& one : mapping.peopleColumns) {
        out += "\n[[people_column]]\n";
        add(out, "column", letters(one.column));
        add(out, "post", one.post);
        add(out, "shift", one.shift);
    }
    for (const auto& [key, words] :
         {std::pair{"posts", &mapping.posts}, {"shifts", &mapping.shifts}}) {
        if (!words->empty()) {
            out += std::format("\n[{}]\n", key);
        }
        for (const auto& [word, meaning] : *words) {
            out += std::format("{} = {}\n", tomlText(word), tomlText(meaning));
        }
    }
    return out;
}

std::expected<Mapping, std::vector<plan::Fault>> readMapping(const std::filesystem::path& file)
{
    plan::FaultList faults;
    const std::string name = file.filename().string();
    const auto root = plan::readToml(file.parent_path(), name, faults);
    Mapping mapping;
    if (root) {
        plan::NodeReader reader(*root, {name}, faults);
        mapping = readAll(reader);
    }
    if (faults.hasErrors() || !root) {
        return std::unexpected(std::move(faults).take());
    }
    return mapping;
}

} // namespace sz::roster
