// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Another incident by a few letters: its number, words of title or place, pinyin initials. The same reading of words as the
// search of the whole log (/), over what the board holds.

#include "data/model/World.h"

#include <QString>

#include <vector>

namespace sz::widgets {

class IncidentFinder
{
public:
    /// Reads the candidates once: make it anew when they change.
    IncidentFinder(const plan::Plan& plan, const std::vector<model::IncidentPtr>& candidates);

    /// Numbers first, then the newest; at most `limit`. Nothing typed: the newest.
    [[nodiscard]] std::vector<model::IncidentPtr>
    find(const QString& typed, std::size_t limit = 8) const;

private:
    struct Candidate
    {
        model::IncidentPtr incident;
        std::string number; ///< "1017-041"
        std::string words;
        std::string initials;
    };
    std::vector<Candidate> m_candidates; ///< newest first
};

} // namespace sz::widgets
