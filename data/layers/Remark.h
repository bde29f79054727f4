// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is to be said about a file from outside: refused, repaired, left out or strange, naming the feature.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sz::layers {

enum class Level : std::uint8_t {
    Refused,  ///< the feature, or with no feature the file, is not taken
    Repaired, ///< taken otherwise than it was written
    Ignored,  ///< in the file, and not taken: links are never followed
    Warned,   ///< taken, but look at it
};
inline constexpr std::size_t kLevels = 4;
/// "refused", …
[[nodiscard]] const char* levelName(Level level);

/// `text`, `other`, `a`, `b`, `x`, `y`: what a remark's fields then hold.
enum class Matter : std::uint8_t {
    // refused
    Unreadable,
    TooLarge, ///< a: bytes, features or points that are the most; text: of what
    Empty,
    UnknownFormat,
    Malformed,     ///< text: what the parser says
    NotThisFormat, ///< text: format; other: what it is
    TooDeep,       ///< nested deeper than a levels
    BadFeature,    ///< text: what was found where a feature should be
    BadGeometry,   ///< text: type; other: what is wrong, a word of GeometryFault
    OtherGeometry, ///< text: a type that has no place on our map
    BadNumber,     ///< text: what stands there; other: column or attribute
    LongRow,       ///< a cells, the head has b
    OpenQuote,
    NoColumns,
    AmbiguousColumns,
    RingShort,     ///< a: ring, from 1
    RingEmpty,     ///< a: ring
    RingCrosses,   ///< x, y
    HoleOutside,   ///< a: ring; x, y
    TooComplex,    ///< a: points
    NotDegrees,    ///< x, y; text: the --from that would fit, "swapped", "3857" or nothing
    NotThisSystem, ///< x, y; text: system
    UnknownSystem, ///< text
    NoKml,
    ArchiveDamaged, ///< text
    ArchiveSealed,
    UnpacksTooLarge, ///< a: bytes
    MissingPart,     ///< text: ".shx"
    Truncated,       ///< text: part; a: bytes it says, b: bytes it has
    BadRecord,
    CountMismatch,   ///< a: .shp, b: .dbf
    NotGeoPackage,   ///< text: what is missing
    DatabaseDamaged, ///< text: what SQLite says
    TooSlow,
    ReaderFailed, ///< the confined child ended before its work; text: confine::faultName; a: signal
    // repaired
    OtherEncoding, ///< text: what it is; other: what it should be, or says it is
    RingClosed,    ///< a: rings
    RingTurned,    ///< a: rings
    HoleDropped,   ///< a: ring
    SameId,        ///< text: the id; other: the new one
    LongText,      ///< a: features whose properties were cut
    // ignored
    NetworkLink,  ///< text: address
    ExternalLink, ///< text: address
    Entities,     ///< a: how many
    Overlay,      ///< text: element
    OtherEntry,   ///< text: name in the archive
    OtherTable,   ///< text: table; other: its data type
    Heights,      ///< a: third coordinates
    // warned
    NoSystem,
    SystemOverridden, ///< text: what the file says; other: what was asked for
    NoPlace,
    NoProperties,
    DamagedText,    ///< a: characters
    LooksShifted,   ///< text: "gcj02"; of b, a more fit the plan
    OutsidePlan,    ///< a of b points
    UnwrittenPages, ///< a: pages taken from the log beside a database; b: 1, the rest of it is damaged, or it is another's;
    ///< text "-journal": a pages taken back to what they were, or b: 1, it is another file's
};
inline constexpr std::size_t kMatters = static_cast<std::size_t>(Matter::UnwrittenPages) + 1;
/// Stable English name, for --json: "RingCrosses".
[[nodiscard]] const char* matterName(Matter matter);
[[nodiscard]] Level levelOf(Matter matter);

/// Which feature a remark is about; number 0: the file.
struct FeatureRef
{
    std::uint32_t number = 0;
    std::string id{};
    std::string name{};
    int line = 0;
    std::uint64_t offset = 0; ///< bytes from the file's begin; 0: not known
};

struct Remark
{
    Matter matter = Matter::Unreadable;
    FeatureRef feature{};
    std::string text{};
    std::string other{};
    std::int64_t a = 0;
    std::int64_t b = 0;
    double x = 0;
    double y = 0;
};

/// Keeps the first `kMostEach` remarks of each matter and counts the rest: nobody reads 91,000 of them.
class Remarks
{
public:
    static constexpr std::size_t kMostEach = 50;

    void add(Remark remark);
    [[nodiscard]] const std::vector<Remark>& kept() const { return m_kept; }
    [[nodiscard]] std::uint64_t count(Matter matter) const
    {
        return m_counts.at(static_cast<std::size_t>(matter));
    }
    [[nodiscard]] std::uint64_t count(Level level) const;
    /// Remarks that nobody keeps.
    void countMore(Matter matter, std::uint64_t more)
    {
        m_counts.at(static_cast<std::size_t>(matter)) += more;
    }

private:
    std::vector<Remark> m_kept;
    std::array<std::uint64_t, kMatters> m_counts{};
};

} // namespace sz::layers
