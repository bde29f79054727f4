// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/PackCheck.h"

namespace sz::packs {
namespace {

constexpr std::size_t kNamed = 10;
constexpr std::uint64_t kSpareBytes =
    8'000'000'000; ///< a tile may stand in a file once and be named often

class Check
{
public:
    Check(PackReport& report, bool isDeep)
        : m_report(report), m_isDeep(isDeep),
          m_format(formatFrom(report.info.formatSaid).value_or(report.info.format)),
          m_coverage(report.info.bounds, report.info.minZoom, report.info.maxZoom)
    {
    }

    bool look(const FoundTile& tile)
    {
        ++m_report.tiles;
        if (!tile.id.isValid()) {
            ++m_report.impossible;
            return true;
        }
        m_report.twice += m_coverage.add(tile.id) ? 0U : 1U;
        if (!tile.isRepeat) {
            m_report.tileBytes += tile.bytes.size();
            m_last = problemOf(tile.bytes);
        }
        if (m_last) {
            note(tile.id, *m_last);
        }
        if (m_report.tileBytes > 4 * m_report.info.bytes + kSpareBytes) {
            m_report.broken = Problem{Fault::TooMany, std::to_string(m_report.tiles)};
            return false;
        }
        return true;
    }

    void end() { m_report.zooms = m_coverage.zooms(); }

private:
    [[nodiscard]] std::optional<Problem> problemOf(Blob bytes) const
    {
        const auto head = checkImage(bytes);
        if (!head) {
            return head.error();
        }
        if (head->format != m_format) {
            return Problem{Fault::TileOther, formatName(head->format)};
        }
        if (m_isDeep) {
            if (const auto pixels = decodeImage(bytes); !pixels) {
                return pixels.error();
            }
        }
        return std::nullopt;
    }

    void note(const TileId& id, const Problem& problem)
    {
        ++m_report.badTiles[problem.fault];
        if (m_report.firstBad.size() < kNamed) {
            m_report.firstBad.push_back({id, problem});
        }
    }

    PackReport& m_report;
    bool m_isDeep;
    TileFormat m_format; ///< what the pack says, else that of its first tile
    PackCoverage m_coverage;
    std::optional<Problem> m_last; ///< of the bytes that a run repeats
};

} // namespace

Expected<PackReport> checkPack(const std::filesystem::path& file, bool isDeep)
{
    const auto pack = openPack(file);
    if (!pack) {
        return std::unexpected(pack.error());
    }
    PackReport report;
    report.info = (*pack)->info();
    report.isDecoded = isDeep;
    Check check(report, isDeep);
    const auto whole = (*pack)->checkStore().and_then([&] {
        return (*pack)->forEach([&check](const FoundTile& tile) { return check.look(tile); });
    });
    if (!whole) {
        report.broken = whole.error();
    }
    check.end();
    report.names = readPackNames(file);
    return report;
}

} // namespace sz::packs
