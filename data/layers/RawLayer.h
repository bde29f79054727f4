// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reader makes of a file before anybody knows what its numbers mean, and the bounds every reader keeps.

#include "data/layers/Layer.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string_view>
#include <unordered_map>

namespace sz::layers {

inline constexpr std::uint64_t kMostBytes = 256U << 20U;    ///< of a file
inline constexpr std::uint64_t kMostXmlBytes = 128U << 20U; ///< of text that becomes a tree
inline constexpr std::uint64_t kMostTags = 8'000'000;       ///< "<" in it: a node is 64 bytes
inline constexpr std::uint64_t kMostFeatures = 2'000'000;
inline constexpr std::uint64_t kMostPoints = 20'000'000;
inline constexpr int kDeepest = 32; ///< geometries within geometries

using FilePoints = std::vector<geo::Pair>;

/// In the file's own numbers; rings as they were written.
struct FileGeometry
{
    FilePoints points;
    std::vector<FilePoints> lines;
    std::vector<std::vector<FilePoints>> polygons;

    [[nodiscard]] bool isEmpty() const
    {
        return points.empty() && lines.empty() && polygons.empty();
    }
    void append(FileGeometry&& more);
};

struct RawFeature
{
    FeatureHead head;
    FileGeometry geometry;
};

/// How a format wants outer rings to run; holes the other way.
enum class Winding : std::uint8_t {
    Any,
    Counter,
    Clockwise,
};

/// Filled by one reader.
class RawLayer
{
public:
    Format format = Format::Unknown;
    std::string encoding{};
    Winding winding = Winding::Any;
    std::vector<std::string> names{};
    std::vector<Group> groups{};
    std::vector<RawFeature> features{};
    Remarks remarks{};
    std::int64_t heights = 0; ///< third coordinates gone past
    std::stop_token stop{};   ///< whoever wanted the layer wants it no more: nothing is added
    std::function<void(RawFeature&&)>
        take{}; ///< gets each feature as it is read; none: they are gathered in `features`
    std::function<void(std::uint32_t)>
        passed{}; ///< hears each number that is behind, refused features' too

    /// Index of a property's name; new ones are put at the end.
    [[nodiscard]] std::uint32_t nameIndex(std::string_view name);
    /// Adds it with its number. False when there are too many, which is remarked, or it is to stop: the reader ends.
    [[nodiscard]] bool add(RawFeature feature);
    /// Counts points as they are read. False: too many, remarked.
    [[nodiscard]] bool countPoints(std::size_t more);
    /// The number the next feature will have, for remarks about one that does not come to be.
    [[nodiscard]] std::uint32_t nextNumber() const { return m_next; }
    /// A feature that cannot be added has its number, too.
    void skipNumber() { pass(); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    void pass();

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_index{};
    std::uint32_t m_next = 1;
    std::uint64_t m_points = 0;
};

/// A property's value by any of these names, whatever their case; empty: none. The first name that is there wins.
[[nodiscard]] std::string valueOf(
    const RawLayer& layer,
    const std::vector<Property>& properties,
    std::span<const std::string_view> wanted);

/// Takes id and name of a feature from its properties, where the format has no place for them.
void nameByProperties(const RawLayer& layer, FeatureHead& head);

/// The number a whole text is; nothing for anything else, infinity and not-a-number, too.
[[nodiscard]] std::optional<double> numberOf(std::string_view text);

} // namespace sz::layers
