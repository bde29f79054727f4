// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the board is narrowed to, from a few typed words: "武昌 逾期", "III gas -closed".

#include "data/model/Drawings.h"
#include "data/model/World.h"
#include "data/plan/Places.h"
#include "widgets/actions/BoardWords.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sz::widgets {

/// Words are joined by "and"; a leading "-" or "非" turns one round. A word is a grade (I to IV), a lamp (near, behind, late
/// 临近 滞后 逾期), a state (pending, active, closed 待处置 处置中 结案), unsigned 未签, unsent 未发, watched 苗头, "500m@114.3055/30.5928" (within so many metres
/// of a point, WGS-84; of a line with more points after ";", of an area when the last is followed by ";" too; an incident
/// without a point of its own is not), "cylinders>=20" or 钢瓶=32 (what was answered to the kind's own questions: = > < >= <=;
/// nothing behind = is any answer); else a unit with
/// an order there or whose district it is, or words of number, title, place and kind, in Chinese, pinyin initials or English.
class BoardFilter
{
public:
    BoardFilter() = default;
    /// `words` outlive a filter, so that the next letter need not spell the board again; null: its own.
    BoardFilter(
        const QString& typed,
        const std::shared_ptr<const plan::Plan>& plan,
        const plan::PlaceFinder& finder,
        std::shared_ptr<BoardWords> words = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// As typed, single blanks between the words.
    [[nodiscard]] const QString& text() const { return m_text; }
    /// Whether time alone can change who passes.
    [[nodiscard]] bool isTimed() const;
    /// Everything passes an empty filter.
    [[nodiscard]] bool passes(const model::IncidentPtr& incident, Instant now) const;

private:
    enum class Sort : std::uint8_t {
        Grade,
        Lamp,
        State,
        Unsigned,
        Unsent,
        Watched,
        Near,
        Fact,
        Words,
    };
    enum class Than : std::uint8_t {
        Equal,
        More,
        Less,
        AtLeast,
        AtMost,
    };
    struct Term
    {
        Sort sort = Sort::Words;
        bool isNot = false;
        int value = 0;      ///< of the grade, lamp or state; metres
        model::Draw ground; ///< Near only: form and corners
        store::TypedWords words{{}};
        std::vector<UnitCode> units;
        std::vector<std::string> fields; ///< Fact only: codes
        Than than = Than::Equal;
        std::string answer; ///< empty: any
    };
    [[nodiscard]] std::optional<Term> factOf(const QString& word) const;
    [[nodiscard]] static bool isAnswered(const Term& term, const model::Incident& incident);
    [[nodiscard]] Term termOf(QString word, const plan::PlaceFinder& finder) const;
    [[nodiscard]] bool
    holds(const Term& term, const model::IncidentPtr& incident, Instant now) const;

    QString m_text;
    std::shared_ptr<BoardWords> m_words;
    std::vector<Term> m_terms;
};

} // namespace sz::widgets
