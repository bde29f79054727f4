// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of each incident that the board's filter looks through, made once and not at each letter typed.

#include "data/model/World.h"
#include "data/plan/ReportFields.h"
#include "data/store/search/Words.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sz::widgets {

/// Number, title, place, kind and street of incidents as plain text, their pinyin initials once letters are asked for, and
/// the units they concern. An incident that changed is another value and is spelt anew. Thread: one.
class BoardWords
{
public:
    explicit BoardWords(std::shared_ptr<const plan::Plan> plan, plan::ReportFields fields = {})
        : m_plan(std::move(plan)), m_fields(std::move(fields))
    {
    }

    /// "cylinders" for "cylinders", 钢瓶数 and every other beginning of a name; what no field is called stays as typed.
    [[nodiscard]] std::vector<std::string> fieldsNamed(const std::string& typed) const;
    /// A choice of these fields by its Chinese name, whichever name was typed; what is none stays as typed.
    [[nodiscard]] std::string
    choiceNamed(const std::vector<std::string>& fields, const std::string& typed) const;

    /// Whether every word typed stands there.
    [[nodiscard]] bool have(const store::TypedWords& typed, const model::IncidentPtr& incident);
    /// Whether one of the units has an order there or is its district.
    [[nodiscard]] bool
    areOf(const std::vector<UnitCode>& units, const model::IncidentPtr& incident);

    /// Incidents spelt so far, older states of them included.
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    [[nodiscard]] const std::shared_ptr<const plan::Plan>& plan() const { return m_plan; }

private:
    struct Text
    {
        model::IncidentPtr of; ///< kept, so that its address names nothing else
        std::u32string plain;
        std::vector<UnitCode> units;
        std::optional<std::string> initials;
    };
    [[nodiscard]] Text& textOf(const model::IncidentPtr& incident);
    [[nodiscard]] std::string wordsOf(const model::Incident& incident) const;

    std::shared_ptr<const plan::Plan> m_plan; // as the board's models hold it
    plan::ReportFields m_fields;
    std::unordered_map<const model::Incident*, Text> m_texts;
};

} // namespace sz::widgets
