// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A layer on its way from the confined child to the console: who writes it is not trusted, so who reads it counts and
// looks at everything.

#include "data/layers/child/GeometryBytes.h"
#include "data/layers/RawLayer.h"
#include "data/log/Cbor.h"

#include <chrono>
#include <functional>
#include <optional>

namespace sz::layers {

/// What the child says it speaks.
inline constexpr const char* kSpeaksLayer = "layer";
inline constexpr std::int64_t kLayerVersion = 2;

// Bounds of what a layer may say beside its points. What a file has beyond them is cut or left out, remarked (LongText).
inline constexpr std::size_t kLongestName = 256;      ///< bytes of a property's name
inline constexpr std::size_t kLongestText = 16 << 10; ///< of a value
inline constexpr std::size_t kMostText = 128 << 10;   ///< of all values of a feature
inline constexpr std::size_t kMostProperties = 1000;  ///< of a feature
inline constexpr std::size_t kMostNames = 20'000;     ///< of properties
inline constexpr std::size_t kMostGroups = 10'000;
inline constexpr std::size_t kLongestRemark = 1000;       ///< bytes of a text of a remark
inline constexpr std::uint64_t kMostStream = 2ULL << 30U; ///< bytes of all frames

/// Field 0 of a frame; 1 is the hello.
enum class LayerFrame : std::int64_t {
    Names = 2,    ///< more names of properties
    Groups = 3,   ///< more groups
    Geometry = 4, ///< a piece of the next feature's geometry, which is too large for one frame
    Features = 5,
    Progress = 6, ///< how many numbers are behind
    Remarks = 7,
    Done = 8,  ///< the last one
    Begin = 9, ///< before the first feature: the format
};

/// Writes a layer as frames. Thread: any one.
class LayerFrameWriter
{
public:
    /// `out` gets whole frames with their lengths, some 100 KB at a time.
    explicit LayerFrameWriter(std::function<void(BytesView)> out) : m_out(std::move(out)) {}

    void feature(const Feature& feature, const RawLayer& soFar);
    /// Says so at most every half second.
    void passed(std::uint32_t number);
    void done(LayerSummary& summary);

private:
    using Steady = std::chrono::steady_clock;

    void newNames(const std::vector<std::string>& names);
    void newGroups(const std::vector<Group>& groups);
    log::Array properties(const FeatureHead& head);
    log::Value geometry(const Geometry& geometry);
    void remarks(const Remarks& remarks);
    void frame(LayerFrame kind, log::Value content);
    void flushFeatures();

    std::function<void(BytesView)> m_out;
    log::Array m_features;
    std::size_t m_bytes = 0; ///< of m_features, roughly
    std::size_t m_names = 0;
    std::size_t m_groups = 0;
    std::int64_t m_cut = 0; ///< features that lost text
    bool m_hasBegun = false;
    Steady::time_point m_said = Steady::now();
};

/// Reads them. Whatever comes, a feature that goes on has its name's and group's index in range, points on earth, lines of two points,
/// closed rings of four, and there are no more of anything than the bounds allow.
class LayerFrameReader
{
public:
    /// `take` gets each feature, with names and groups so far.
    explicit LayerFrameReader(std::function<void(Feature&&, const LayerSummary&)> take)
        : m_take(std::move(take))
    {
    }

    /// Errors: BadEncoding saying what is wrong; then nothing more may be fed.
    [[nodiscard]] Result<void> feed(BytesView frame);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Whole once it is done. What is counted by feature is always right.
    [[nodiscard]] LayerSummary& summary() { return m_summary; }

private:
    Result<void> names(const log::Array& items);
    Result<void> groups(const log::Array& items);
    Result<void> piece(const Bytes& bytes);
    Result<void> features(const log::Array& items);
    Result<void> feature(const log::Array& item);
    Result<void> properties(const log::Array& items, FeatureHead& head) const;
    Result<void> progress(std::int64_t number);
    Result<void> remarks(const log::Array& items);
    Result<void> begin(const log::Array& item);
    Result<void> done(const log::Array& item);

    std::function<void(Feature&&, const LayerSummary&)> m_take;
    LayerSummary m_summary;
    Bytes m_pieces;
    std::uint64_t m_stream = 0;
    std::int64_t m_last = 0;  ///< number of the last feature
    std::int64_t m_known = 0; ///< last progress
    bool m_isDone = false;
};

} // namespace sz::layers
