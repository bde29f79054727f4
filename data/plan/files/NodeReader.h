// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Typed reading of a table with a fault for everything that is missing, of the wrong type or unknown.

#include "data/plan/files/FaultList.h"
#include "data/plan/files/Node.h"

#include <set>
#include <span>
#include <string_view>

namespace sz::plan {

enum class Need : std::uint8_t {
    Yes,
    No,
};

/// Reads one table. A getter returns an empty or given value when the key is absent or wrong; with Need::Yes absence is
/// a fault, a wrong type always is. The node must outlive the reader. Not thread-safe.
class NodeReader
{
public:
    NodeReader(const Node& node, Spot spot, FaultList& faults);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, Need need = Need::Yes);
    [[nodiscard]] int integer(std::string_view key, int least, int most, Need need, int otherwise);
    [[nodiscard]] bool flag(std::string_view key, bool otherwise);
    [[nodiscard]] double real(std::string_view key, double otherwise);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key, Need need = Need::Yes);
    [[nodiscard]] std::vector<int> integers(std::string_view key);
    /// Two numbers, longitude and latitude, in range.
    [[nodiscard]] Wgs84 point(std::string_view key);
    /// Readers of the tables in a list of tables ([[kind]]), or of the one table under the key.
    [[nodiscard]] std::vector<NodeReader> tables(std::string_view key, Need need = Need::Yes);
    [[nodiscard]] std::optional<NodeReader> table(std::string_view key, Need need = Need::Yes);
    /// name_zh, name_en, short_zh, short_en, pinyin and `initialsKey`; only name_zh is needed.
    [[nodiscard]] Name name(std::string_view initialsKey);

    /// All keys, ascending.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// A fault on the line of a key.
    void errorAt(std::string_view key, const Sentence& sentence);
    void warningAt(std::string_view key, const Sentence& sentence);

    /// A warning for each key nobody asked for; call it last.
    void warnUnknown();
    void setFeature(std::string feature) { m_spot.feature = std::move(feature); }
    [[nodiscard]] const Spot& spot() const { return m_spot; }
    void error(const Sentence& sentence) { m_faults->error(m_spot, sentence); }

private:
    const Node* find(std::string_view key, Need need);
    Spot spotOf(const Node& node) const;
    void wrongType(std::string_view key, const Node& node, const Sentence& wanted);
    template <class T>
    const T* get(std::string_view key, Need need, const Sentence& wanted);

    const Node::Table* m_table;
    Spot m_spot;
    FaultList* m_faults;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace sz::plan
