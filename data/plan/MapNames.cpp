// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/MapNames.h"

#include "data/plan/Pinyin.h"
#include "data/plan/Typed.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace sz::plan {
namespace {

// In front of each way of typing a name. No name holds a control character: whoever reads them sees to it.
constexpr char kByName = '\x01';     ///< Chinese, its stem, English, full pinyin
constexpr char kByInitials = '\x02'; ///< begins only, as NameKeys.cpp has it
constexpr std::size_t kMostText = 0xFFFF'0000;
constexpr std::size_t kMostTyped = 256;
constexpr std::size_t kShort = 3; ///< below it nothing is looked for inside of names

bool isMark(char c)
{
    return c == kByName || c == kByInitials;
}

/// As scoreOf() wants it.
std::size_t lengthOf(std::string_view name)
{
    return std::min<std::size_t>(name.size(), 99);
}

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

} // namespace

/// The best rows of each way to fit. Rows come in ascending order, so that the first are the best.
class MapNames::Hits
{
public:
    explicit Hits(std::size_t most) : m_most(most) {}

    [[nodiscard]] bool wants(Fit fit, bool isByInitials) const
    {
        return m_rows.at(placeOf(fit, isByInitials)).size() < m_most;
    }
    void add(std::uint32_t row, Fit fit, bool isByInitials)
    {
        auto& rows = m_rows.at(placeOf(fit, isByInitials));
        if (rows.size() < m_most && (rows.empty() || rows.back() != row)) {
            rows.push_back(row);
        }
    }
    /// Each row once, by its best fit.
    template <class Length>
    [[nodiscard]] std::vector<Hit> best(Length lengthOf) const
    {
        std::vector<Hit> hits;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            BestFit fit;
            fit.add(static_cast<Fit>(i / 2 + 1), i % 2 == 1);
            for (const std::uint32_t row : m_rows[i]) {
                hits.push_back({row, scoreOf(fit, lengthOf(row))});
            }
        }
        std::ranges::stable_sort(hits, [](const Hit& a, const Hit& b) {
            return a.score != b.score ? a.score > b.score : a.row < b.row;
        });
        std::vector<Hit> out;
        std::unordered_set<std::uint32_t> taken;
        for (const Hit& hit : hits) {
            if (out.size() < m_most && taken.insert(hit.row).second) {
                out.push_back(hit);
            }
        }
        return out;
    }

private:
    [[nodiscard]] static std::size_t placeOf(Fit fit, bool isByInitials)
    {
        return (static_cast<std::size_t>(fit) - 1) * 2 + (isByInitials ? 1 : 0);
    }

    std::size_t m_most;
    std::array<std::vector<std::uint32_t>, 6> m_rows;
};

MapNames::MapNames(std::vector<MapNameList> lists)
{
    struct Source
    {
        MapName name;
        std::uint16_t source;
        std::size_t length;
    };
    std::vector<Source> all;
    for (MapNameList& list : lists) {
        const auto source = static_cast<std::uint16_t>(m_sources.size());
        m_sources.push_back(std::move(list.source));
        for (MapName& name : list.names) {
            if (!hasControls(name.zh + name.en)) {
                const std::size_t length = lengthOf(folded(name.zh));
                all.push_back({std::move(name), source, length});
            }
        }
    }
    std::ranges::stable_sort(all, {}, &Source::length);
    for (Source& one : all) {
        if (m_text.size() < kMostText) {
            add(one.name);
            m_names.push_back(std::move(one.name));
            m_sourceOf.push_back(one.source);
        }
    }
    m_begins.push_back(static_cast<std::uint32_t>(m_text.size()));
    m_byName.resize(m_names.size());
    std::iota(m_byName.begin(), m_byName.end(), 0U);
    std::ranges::stable_sort(m_byName, {}, [this](std::uint32_t row) { return keyOf(row); });
    sortKeys();
}

void MapNames::add(const MapName& name)
{
    m_begins.push_back(static_cast<std::uint32_t>(m_text.size()));
    const std::string zh = folded(name.zh);
    const std::string_view stem = stemOf(zh);
    const std::string en = folded(name.en);
    const Pinyin pinyin = pinyinOf(zh);
    const auto put = [this](char mark, std::string_view text) {
        m_text += mark;
        m_text += text;
    };
    put(kByName, zh); // first: keyOf()
    if (stem.size() != zh.size()) {
        put(kByName, stem);
    }
    if (!en.empty() && en != zh) {
        put(kByName, en);
    }
    if (pinyin.syllables != zh) {
        put(kByName, pinyin.syllables);
        put(kByInitials, pinyin.initials);
    }
    m_text += kByName; // an end like all others
}

void MapNames::sortKeys()
{
    for (std::size_t i = 0; i + 1 < m_text.size(); ++i) {
        if (isMark(m_text[i]) && !isMark(m_text[i + 1])) {
            m_byBegin[0].push_back(static_cast<std::uint32_t>(i));
            if (!isMark(m_text[i + 2])) {
                m_byBegin[1].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
    for (std::size_t length = 1; length <= m_byBegin.size(); ++length) {
        std::ranges::sort(m_byBegin.at(length - 1), {}, [this, length](std::uint32_t at) {
            const bool isLonger = !isMark(m_text[at + 1 + length]);
            return std::tuple(std::string_view(m_text).substr(at + 1, length), isLonger, at);
        });
    }
}

const std::string& MapNames::sourceOf(std::uint32_t row) const
{
    return m_sources.at(m_sourceOf[row]);
}

std::string_view MapNames::keyOf(std::uint32_t row) const
{
    const std::string_view text = std::string_view(m_text).substr(m_begins[row] + 1);
    return text.substr(0, text.find(kByName));
}

std::uint32_t MapNames::rowAt(std::size_t offset) const
{
    const auto behind = std::ranges::upper_bound(m_begins, offset);
    return static_cast<std::uint32_t>(behind - m_begins.begin() - 1);
}

/// One or two letters stand inside half of all names: only what begins with them.
void MapNames::findShort(std::string_view typed, Hits& hits) const
{
    const auto range =
        std::ranges::equal_range(m_byBegin.at(typed.size() - 1), typed, {}, [&](std::uint32_t at) {
            return std::string_view(m_text).substr(at + 1, typed.size());
        });
    for (const std::uint32_t at : range) {
        const Fit fit = isMark(m_text[at + 1 + typed.size()]) ? Fit::Exact : Fit::Prefix;
        hits.add(rowAt(at), fit, m_text[at] == kByInitials);
        if (!hits.wants(Fit::Prefix, true) && !hits.wants(Fit::Prefix, false)) {
            return;
        }
    }
}

void MapNames::findLong(std::string_view typed, Hits& hits) const
{
    const char* const begin = m_text.data();
    const char* const end = begin + m_text.size();
    std::uint32_t row = 0;
    for (const char* at = begin; at < end; ++at) {
        at = static_cast<const char*>(
            ::memmem(at, static_cast<std::size_t>(end - at), typed.data(), typed.size()));
        if (at == nullptr) {
            return;
        }
        const bool isInside = !isMark(at[-1]); // the first byte of all is a mark
        if (isInside && !hits.wants(Fit::Inside, false)) {
            continue;
        }
        const auto offset = static_cast<std::size_t>(at - begin);
        while (m_begins[row + 1] <= offset) {
            ++row;
        }
        const char* mark = at - 1;
        while (!isMark(*mark)) {
            --mark;
        }
        const bool isByInitials = *mark == kByInitials;
        if (!isInside) {
            const Fit fit = isMark(at[typed.size()]) ? Fit::Exact : Fit::Prefix;
            hits.add(row, fit, isByInitials);
        } else if (!isByInitials) {
            hits.add(row, Fit::Inside, false);
        }
    }
}

std::vector<MapNames::Hit> MapNames::find(std::string_view typed, std::size_t most) const
{
    if (typed.empty() || typed.size() > kMostTyped || m_names.empty() || hasControls(typed)) {
        return {};
    }
    Hits hits(most);
    if (typed.size() < kShort) {
        findShort(typed, hits);
    } else {
        findLong(typed, hits);
    }
    return hits.best([this](std::uint32_t row) { return static_cast<int>(lengthOf(keyOf(row))); });
}

std::vector<std::uint32_t> MapNames::called(std::string_view zh) const
{
    const auto found = std::ranges::equal_range(
        m_byName, zh, {}, [this](std::uint32_t row) { return keyOf(row); });
    return {found.begin(), found.end()};
}

} // namespace sz::plan
