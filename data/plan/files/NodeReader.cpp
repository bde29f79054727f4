// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/NodeReader.h"

#include <cmath>
#include <format>

namespace sz::plan {
namespace {

const Node::Table kNoTable;

std::optional<double> numberOf(const Node& node)
{
    if (const auto* whole = node.as<std::int64_t>()) {
        return static_cast<double>(*whole);
    }
    const auto* real = node.as<double>();
    return real != nullptr && std::isfinite(*real) ? std::optional(*real) : std::nullopt;
}

bool hasControl(const std::string& text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            return true;
        }
    }
    return false;
}

} // namespace

NodeReader::NodeReader(const Node& node, Spot spot, FaultList& faults)
    : m_table(&kNoTable), m_spot(std::move(spot)), m_faults(&faults)
{
    if (node.line > 0) {
        m_spot.line = node.line;
    }
    if (const auto* table = node.as<Node::Table>()) {
        m_table = table;
    } else {
        error({"A table of keys and values is expected here.", "此处应为一组键值。"});
    }
}

bool NodeReader::has(std::string_view key) const
{
    return m_table->contains(key);
}

std::vector<std::string> NodeReader::keys() const
{
    std::vector<std::string> out;
    for (const auto& [key, node] : *m_table) {
        out.push_back(key);
    }
    return out;
}

void NodeReader::errorAt(std::string_view key, const Sentence& sentence)
{
    const auto it = m_table->find(key);
    m_faults->error(it == m_table->end() ? m_spot : spotOf(it->second), sentence);
}

void NodeReader::warningAt(std::string_view key, const Sentence& sentence)
{
    const auto it = m_table->find(key);
    m_faults->warning(it == m_table->end() ? m_spot : spotOf(it->second), sentence);
}

const Node* NodeReader::find(std::string_view key, Need need)
{
    m_asked.emplace(key);
    const auto it = m_table->find(key);
    if (it != m_table->end()) {
        return &it->second;
    }
    if (need == Need::Yes) {
        error({std::format("\"{}\" is missing.", key), std::format("缺少“{}”。", key)});
    }
    return nullptr;
}

Spot NodeReader::spotOf(const Node& node) const
{
    Spot spot = m_spot;
    spot.line = node.line > 0 ? node.line : spot.line;
    return spot;
}

void NodeReader::wrongType(std::string_view key, const Node& node, const Sentence& wanted)
{
    m_faults->error(
        spotOf(node), {std::format("\"{}\" must be {}.", key, wanted.en),
                       std::format("“{}”应为{}。", key, wanted.zh)});
}

template <class T>
const T* NodeReader::get(std::string_view key, Need need, const Sentence& wanted)
{
    const Node* node = find(key, need);
    if (node == nullptr) {
        return nullptr;
    }
    const T* value = node->as<T>();
    if (value == nullptr) {
        wrongType(key, *node, wanted);
    }
    return value;
}

std::string NodeReader::text(std::string_view key, Need need)
{
    const Sentence wanted{"text in one line", "单行文字"};
    const auto* value = get<std::string>(key, need, wanted);
    if (value == nullptr) {
        return {};
    }
    if ((need == Need::Yes && value->empty()) || hasControl(*value)) {
        wrongType(key, *find(key, need), {"text in one line, not empty", "非空的单行文字"});
        return {};
    }
    return *value;
}

int NodeReader::integer(std::string_view key, int least, int most, Need need, int otherwise)
{
    const Sentence wanted{
        std::format("a whole number from {} to {}", least, most),
        std::format(" {} 至 {} 的整数", least, most)};
    const auto* value = get<std::int64_t>(key, need, wanted);
    if (value == nullptr) {
        return otherwise;
    }
    if (*value < least || *value > most) {
        wrongType(key, *find(key, need), wanted);
        return otherwise;
    }
    return static_cast<int>(*value);
}

bool NodeReader::flag(std::string_view key, bool otherwise)
{
    const auto* value = get<bool>(key, Need::No, {"true or false", " true 或 false"});
    return value != nullptr ? *value : otherwise;
}

double NodeReader::real(std::string_view key, double otherwise)
{
    const Node* node = find(key, Need::No);
    if (node == nullptr) {
        return otherwise;
    }
    const auto value = numberOf(*node);
    if (!value) {
        wrongType(key, *node, {"a number", "数字"});
    }
    return value.value_or(otherwise);
}

std::vector<std::string> NodeReader::texts(std::string_view key, Need need)
{
    const Sentence wanted{"a list of texts", "文字列表"};
    std::vector<std::string> result;
    const auto* list = get<Node::List>(key, need, wanted);
    if (list == nullptr) {
        return result;
    }
    for (const auto& item : *list) {
        const auto* one = item.as<std::string>();
        if (one == nullptr || one->empty() || hasControl(*one)) {
            wrongType(key, item, wanted);
            return {};
        }
        result.push_back(*one);
    }
    if (result.empty() && need == Need::Yes) {
        error({std::format("\"{}\" is an empty list.", key), std::format("“{}”列表为空。", key)});
    }
    return result;
}

std::vector<int> NodeReader::integers(std::string_view key)
{
    const Sentence wanted{"a list of whole numbers", "整数列表"};
    std::vector<int> result;
    if (const auto* list = get<Node::List>(key, Need::Yes, wanted)) {
        for (const auto& item : *list) {
            const auto* one = item.as<std::int64_t>();
            if (one == nullptr || *one < 0 || *one > 1'000'000) {
                wrongType(key, item, wanted);
                return {};
            }
            result.push_back(static_cast<int>(*one));
        }
    }
    return result;
}

Wgs84 NodeReader::point(std::string_view key)
{
    const Sentence wanted{"[longitude, latitude] in degrees", " [经度, 纬度]，单位度"};
    const auto* list = get<Node::List>(key, Need::Yes, wanted);
    if (list == nullptr) {
        return {};
    }
    const auto lon = list->size() == 2 ? numberOf(list->front()) : std::nullopt;
    const auto lat = list->size() == 2 ? numberOf(list->back()) : std::nullopt;
    if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90) {
        wrongType(key, *find(key, Need::Yes), wanted);
        return {};
    }
    return {*lon, *lat};
}

std::vector<NodeReader> NodeReader::tables(std::string_view key, Need need)
{
    std::vector<NodeReader> result;
    const auto* list = get<Node::List>(key, need, {"a list of tables", "表的列表"});
    if (list == nullptr) {
        return result;
    }
    for (const auto& item : *list) {
        result.emplace_back(item, spotOf(item), *m_faults);
    }
    return result;
}

std::optional<NodeReader> NodeReader::table(std::string_view key, Need need)
{
    const Node* node = find(key, need);
    return node != nullptr
               ? std::optional<NodeReader>(std::in_place, *node, spotOf(*node), *m_faults)
               : std::nullopt;
}

Name NodeReader::name(std::string_view initialsKey)
{
    Name name;
    name.zh = text("name_zh");
    name.en = text("name_en", Need::No);
    name.shortZh = text("short_zh", Need::No);
    name.shortEn = text("short_en", Need::No);
    name.pinyin = text("pinyin", Need::No);
    name.initials = text(initialsKey, Need::No);
    return name;
}

void NodeReader::warnUnknown()
{
    for (const auto& [key, node] : *m_table) {
        if (!m_asked.contains(key)) {
            m_faults->warning(
                spotOf(node), {std::format("\"{}\" is not known and is ignored.", key),
                               std::format("未知的“{}”，已忽略。", key)});
        }
    }
}

} // namespace sz::plan
