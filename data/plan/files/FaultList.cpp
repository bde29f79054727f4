// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/files/FaultList.h"

#include <format>

namespace sz::plan {

void FaultList::add(const Spot& spot, const Sentence& sentence, bool isError)
{
    if (isError) {
        m_broken.insert(spot.file);
    }
    if (++m_count[spot.file] > kMostPerFile) {
        return;
    }
    m_faults.push_back({spot.file, spot.line, spot.feature, sentence.en, sentence.zh, isError});
}

std::vector<Fault> FaultList::take() &&
{
    for (const auto& [file, count] : m_count) {
        if (const int more = count - kMostPerFile; more > 0) {
            m_faults.push_back(
                {file,
                 0,
                 {},
                 std::format("{} more faults in this file are not listed.", more),
                 std::format("此文件另有 {} 处问题未列出。", more),
                 m_broken.contains(file)});
        }
    }
    return std::move(m_faults);
}

} // namespace sz::plan
