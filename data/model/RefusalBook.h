// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every refusal becomes a trace, and a flood of them a few: counted, never dropped silently.

#include "data/model/SeatActs.h"

#include <map>
#include <tuple>

namespace sz::model {

/// Equal ones (what, code, desk, person, host) within a minute are one line with a count; the first is written at once.
/// Beyond 64 different ones a minute the rest is one line "others".
class RefusalBook
{
public:
    static constexpr std::chrono::seconds kWindow{60};
    static constexpr std::size_t kMostLines = 64;

    void add(const Refusal& refusal);
    /// What is to be written now; the caller writes it, or gives it back with `add`.
    [[nodiscard]] std::vector<Refusal> due(Instant now);
    /// Everything that waits: for the end.
    [[nodiscard]] std::vector<Refusal> rest();

private:
    using Key = std::tuple<std::string, Code, DeskId, PersonCode, std::string>;

    struct Line
    {
        std::optional<Refusal> waiting;
        std::optional<Instant> writtenAt;
    };

    std::map<Key, Line> m_lines;
};

} // namespace sz::model
