// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/RefusalBook.h"

#include <utility>

namespace sz::model {

void RefusalBook::add(const Refusal& refusal)
{
    Key key{refusal.what, refusal.code, refusal.desk, refusal.person, refusal.host};
    Refusal told = refusal;
    if (!m_lines.contains(key) && m_lines.size() >= kMostLines) {
        key = {"others", Code::Busy, {}, {}, {}};
        told = {
            refusal.at,   "others", Code::Busy, "more kinds of refusals than are told one by one",
            {},           {},       {},         {},
            refusal.count};
    }
    auto& waiting = m_lines[key].waiting;
    if (waiting) {
        waiting->count += refusal.count;
    } else {
        waiting = std::move(told);
    }
}

std::vector<Refusal> RefusalBook::due(Instant now)
{
    std::vector<Refusal> out;
    for (auto& [key, line] : m_lines) {
        const bool isEarly =
            line.writtenAt && now - *line.writtenAt < kWindow && now >= *line.writtenAt;
        if (line.waiting && !isEarly) {
            out.push_back(*std::exchange(line.waiting, std::nullopt));
            line.writtenAt = now;
        }
    }
    std::erase_if(m_lines, [&](const auto& one) {
        const Line& line = one.second;
        return !line.waiting && (now - *line.writtenAt >= kWindow || now < *line.writtenAt);
    });
    return out;
}

std::vector<Refusal> RefusalBook::rest()
{
    std::vector<Refusal> out;
    for (auto& [key, line] : m_lines) {
        if (line.waiting) {
            out.push_back(*std::exchange(line.waiting, std::nullopt));
        }
    }
    return out;
}

} // namespace sz::model
