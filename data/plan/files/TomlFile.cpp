// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/TomlFile.h"

#include "data/plan/files/TextFile.h"

#include <toml++/toml.hpp>

#include <format>

namespace sz::plan {
namespace {

Node converted(const toml::node& from);

Node::List convertedList(const toml::array& from)
{
    Node::List list;
    for (const auto& item : from) {
        list.push_back(converted(item));
    }
    return list;
}

Node::Table convertedTable(const toml::table& from)
{
    Node::Table table;
    for (const auto& [key, item] : from) {
        auto node = converted(item);
        node.line = static_cast<int>(key.source().begin.line);
        table.emplace(std::string(key.str()), std::move(node));
    }
    return table;
}

std::string dateText(const toml::date& date)
{
    return std::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Node converted(const toml::node& from)
{
    Node to;
    to.line = static_cast<int>(from.source().begin.line);
    if (const auto* table = from.as_table()) {
        to.value = convertedTable(*table);
    } else if (const auto* list = from.as_array()) {
        to.value = convertedList(*list);
    } else if (const auto* text = from.as_string()) {
        to.value = text->get();
    } else if (const auto* whole = from.as_integer()) {
        to.value = whole->get();
    } else if (const auto* real = from.as_floating_point()) {
        to.value = real->get();
    } else if (const auto* flag = from.as_boolean()) {
        to.value = flag->get();
    } else if (const auto* date = from.as_date()) {
        to.value = dateText(date->get());
    }
    return to;
}

} // namespace

std::optional<Node>
readToml(const std::filesystem::path& dir, const std::string& file, FaultList& faults)
{
    const auto text = readText(dir, file, faults);
    if (!text) {
        return std::nullopt;
    }
    try {
        return converted(toml::parse(*text, file));
    } catch (const toml::parse_error& e) {
        faults.error(
            {file, static_cast<int>(e.source().begin.line)},
            {std::format("Not valid TOML: {}.", e.description()),
             std::format("不是有效的 TOML：{}。", e.description())});
        return std::nullopt;
    }
}

} // namespace sz::plan
