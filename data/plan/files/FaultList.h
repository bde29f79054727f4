// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Collects everything that is wrong with a plan folder, so that one pass tells the administrator all of it.

#include "data/plan/Plan.h"

#include <map>
#include <set>

namespace sz::plan {

/// Where a fault is: file relative to the plan folder, 1-based line (0 = no lines), code of the feature.
struct Spot
{
    std::string file;
    int line = 0;
    std::string feature{};
};

/// The same sentence in both languages.
struct Sentence
{
    std::string en;
    std::string zh;
};

/// Keeps at most `kMostPerFile` faults a file, and then says how many more there were: a file in the wrong
/// encoding has one fault a line, and nobody reads 3,495 of them. Not thread-safe.
class FaultList
{
public:
    static constexpr int kMostPerFile = 100;

    void error(const Spot& spot, const Sentence& sentence) { add(spot, sentence, true); }
    void warning(const Spot& spot, const Sentence& sentence) { add(spot, sentence, false); }
    [[nodiscard]] bool hasErrors() const { return !m_broken.empty(); }
    /// True when that file has an error: what refers to it is then not worth checking.
    [[nodiscard]] bool isBroken(const std::string& file) const { return m_broken.contains(file); }
    [[nodiscard]] const std::set<std::string>& brokenFiles() const { return m_broken; }
    /// All faults in the order found, closed by one line a file for those left out.
    [[nodiscard]] std::vector<Fault> take() &&;

private:
    void add(const Spot& spot, const Sentence& sentence, bool isError);

    std::vector<Fault> m_faults;
    std::map<std::string, int> m_count;
    std::set<std::string> m_broken;
};

} // namespace sz::plan
