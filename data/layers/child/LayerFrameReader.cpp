// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/child/LayerFrames.h"

#include <algorithm>
#include <cstring>

namespace sz::layers {
namespace {

constexpr std::uint64_t kMostPieces = kMostPoints * 8 + (64U << 20U); ///< bytes of one geometry

std::unexpected<Error> wrong(const char* what)
{
    return fail(Code::BadEncoding, what);
}

/// Reads a list whose items have their places; remembers whether one was of another kind or out of range.
class Items
{
public:
    Items(const log::Array& items, std::size_t count)
        : m_items(items), m_isGood(items.size() == count)
    {
    }

    std::int64_t integer(std::int64_t most, std::int64_t least = 0)
    {
        const auto* n = next<std::int64_t>();
        m_isGood = m_isGood && n != nullptr && *n >= least && *n <= most;
        return m_isGood ? *n : 0;
    }
    std::string text(std::size_t longest)
    {
        const auto* one = next<std::string>();
        m_isGood = m_isGood && one != nullptr && one->size() <= longest;
        return m_isGood ? *one : std::string();
    }
    const log::Array& list(std::size_t most)
    {
        static const log::Array kNone;
        const auto* one = next<log::Array>();
        m_isGood = m_isGood && one != nullptr && one->size() <= most;
        return m_isGood ? *one : kNone;
    }
    /// Null where a null stands.
    const Bytes* bytesOrNull()
    {
        const bool isNull = m_at < m_items.size() && m_items[m_at].isNull();
        const auto* one = next<Bytes>();
        m_isGood = m_isGood && (one != nullptr || isNull);
        return one;
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    template <class T>
    const T* next()
    {
        const T* one = m_at < m_items.size() ? m_items[m_at].as<T>() : nullptr;
        ++m_at;
        return one;
    }

    const log::Array& m_items;
    std::size_t m_at = 0;
    bool m_isGood;
};

} // namespace

Result<void> LayerFrameReader::feed(BytesView frame)
{
    m_stream += frame.size();
    if (m_isDone || m_stream > kMostStream) {
        return wrong(m_isDone ? "more after the end" : "too much");
    }
    const auto value = log::decode(frame);
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (fields == nullptr || fields->size() != 2) {
        return wrong("no frame");
    }
    log::FieldReader reader(*fields);
    const auto kind = static_cast<LayerFrame>(reader.integer(0));
    const log::Value& content = fields->rbegin()->second;
    const auto* list = content.as<log::Array>();
    if (!reader.ok() || !fields->contains(1)) {
        return wrong("no frame");
    }
    if (kind == LayerFrame::Geometry) {
        const auto* bytes = content.as<Bytes>();
        return bytes != nullptr ? piece(*bytes) : wrong("geometry");
    }
    if (kind == LayerFrame::Progress) {
        const auto* number = content.as<std::int64_t>();
        return number != nullptr ? progress(*number) : wrong("progress");
    }
    if (list == nullptr) {
        return wrong("no list");
    }
    switch (kind) {
    case LayerFrame::Names:
        return names(*list);
    case LayerFrame::Groups:
        return groups(*list);
    case LayerFrame::Features:
        return features(*list);
    case LayerFrame::Remarks:
        return remarks(*list);
    case LayerFrame::Begin:
        return begin(*list);
    case LayerFrame::Done:
        return done(*list);
    default:
        return wrong("another frame");
    }
}

Result<void> LayerFrameReader::names(const log::Array& items)
{
    for (const log::Value& item : items) {
        const auto* name = item.as<std::string>();
        if (name == nullptr || name->size() > kLongestName
            || m_summary.names.size() == kMostNames) {
            return wrong("names");
        }
        m_summary.names.push_back(*name);
    }
    return items.empty() ? wrong("names") : Result<void>();
}

Result<void> LayerFrameReader::groups(const log::Array& items)
{
    for (const log::Value& item : items) {
        const auto* list = item.as<log::Array>();
        if (list == nullptr || m_summary.groups.size() == kMostGroups) {
            return wrong("groups");
        }
        Items fields(*list, 2);
        Group group{fields.text(kLongestName)};
        group.system.text = fields.text(kLongestRemark);
        if (!fields.isGood()) {
            return wrong("groups");
        }
        m_summary.groups.push_back(std::move(group));
    }
    return items.empty() ? wrong("groups") : Result<void>();
}

Result<void> LayerFrameReader::piece(const Bytes& bytes)
{
    if (bytes.empty() || m_pieces.size() + bytes.size() > kMostPieces) {
        return wrong("pieces");
    }
    m_pieces.insert(m_pieces.end(), bytes.begin(), bytes.end());
    return {};
}

Result<void> LayerFrameReader::features(const log::Array& items)
{
    for (const log::Value& item : items) {
        const auto* list = item.as<log::Array>();
        if (list == nullptr) {
            return wrong("feature");
        }
        if (auto ok = feature(*list); !ok) {
            return ok;
        }
    }
    return items.empty() ? wrong("feature") : Result<void>();
}

Result<void> LayerFrameReader::feature(const log::Array& item)
{
    Items fields(item, 7);
    Feature feature;
    m_last = fields.integer(kMostFeatures, m_last + 1);
    feature.head.number = static_cast<std::uint32_t>(m_last);
    feature.head.id = fields.text(kLongestName);
    feature.head.name = fields.text(kLongestName);
    const auto groups = static_cast<std::int64_t>(m_summary.groups.size());
    feature.head.group = static_cast<std::uint32_t>(fields.integer(groups - 1));
    feature.head.line = static_cast<int>(fields.integer(INT32_MAX));
    if (auto ok = properties(fields.list(3 * kMostProperties), feature.head); !ok) {
        return ok;
    }
    const Bytes* bytes = fields.bytesOrNull();
    if (!fields.isGood() || (bytes == nullptr) == m_pieces.empty()) {
        return wrong("feature");
    }
    auto geometry = decodeGeometry(bytes == nullptr ? m_pieces : *bytes);
    m_pieces = {};
    if (!geometry) {
        return std::unexpected(geometry.error());
    }
    feature.geometry = std::move(*geometry);
    m_summary.count(feature);
    if (m_summary.points > kMostPoints) {
        return wrong("points");
    }
    m_take(std::move(feature), m_summary);
    return {};
}

Result<void> LayerFrameReader::properties(const log::Array& items, FeatureHead& head) const
{
    const std::size_t count = items.size() / 3;
    Items fields(items, count * 3);
    head.properties.reserve(count);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Property one;
        one.name = static_cast<std::uint32_t>(
            fields.integer(static_cast<std::int64_t>(m_summary.names.size()) - 1));
        one.kind =
            static_cast<ValueKind>(fields.integer(static_cast<std::int64_t>(ValueKind::Nested)));
        one.text = fields.text(kLongestText);
        bytes += one.text.size();
        if (!fields.isGood() || bytes > kMostText) {
            return wrong("properties");
        }
        head.properties.push_back(std::move(one));
    }
    return fields.isGood() ? Result<void>() : wrong("properties");
}

// A number that does not rise is a child that only says that it works.
Result<void> LayerFrameReader::progress(std::int64_t number)
{
    if (number <= m_known || number > static_cast<std::int64_t>(kMostFeatures) * 2) {
        return wrong("progress");
    }
    m_known = number;
    return {};
}

Result<void> LayerFrameReader::remarks(const log::Array& items)
{
    for (const log::Value& item : items) {
        const auto* list = item.as<log::Array>();
        if (list == nullptr) {
            return wrong("remark");
        }
        Items fields(*list, 11);
        Remark r;
        r.matter = static_cast<Matter>(fields.integer(static_cast<std::int64_t>(kMatters) - 1));
        r.feature.number = static_cast<std::uint32_t>(fields.integer(UINT32_MAX));
        r.feature.id = fields.text(kLongestRemark);
        r.feature.name = fields.text(kLongestRemark);
        r.feature.line = static_cast<int>(fields.integer(INT32_MAX));
        r.feature.offset = static_cast<std::uint64_t>(fields.integer(INT64_MAX));
        r.text = fields.text(kLongestRemark);
        r.other = fields.text(kLongestRemark);
        r.a = fields.integer(INT64_MAX, INT64_MIN);
        r.b = fields.integer(INT64_MAX, INT64_MIN);
        const Bytes* numbers = fields.bytesOrNull();
        if (!fields.isGood() || numbers == nullptr || numbers->size() != 2 * sizeof(double)
            || m_summary.remarks.count(r.matter) == Remarks::kMostEach
            || r.matter == Matter::ReaderFailed) {
            return wrong("remark");
        }
        std::memcpy(&r.x, numbers->data(), sizeof r.x);
        std::memcpy(&r.y, numbers->data() + sizeof r.x, sizeof r.y);
        m_summary.remarks.add(std::move(r));
    }
    return {};
}

Result<void> LayerFrameReader::begin(const log::Array& item)
{
    Items fields(item, 1);
    m_summary.format = static_cast<Format>(fields.integer(static_cast<std::int64_t>(Format::Cap)));
    return fields.isGood() ? Result<void>() : wrong("begin");
}

Result<void> LayerFrameReader::done(const log::Array& item)
{
    Items fields(item, 4);
    m_summary.format = static_cast<Format>(fields.integer(static_cast<std::int64_t>(Format::Cap)));
    m_summary.encoding = fields.text(kLongestName);
    m_summary.read =
        static_cast<std::uint64_t>(fields.integer(static_cast<std::int64_t>(kMostFeatures) * 2));
    const log::Array& counts = fields.list(kMatters);
    if (!fields.isGood() || counts.size() != kMatters || !m_pieces.empty()
        || m_summary.read < m_summary.good) {
        return wrong("end");
    }
    for (std::size_t i = 0; i < kMatters; ++i) {
        const auto matter = static_cast<Matter>(i);
        const auto* count = counts[i].as<std::int64_t>();
        const auto kept = static_cast<std::int64_t>(m_summary.remarks.count(matter));
        const bool isWhole = kept == static_cast<std::int64_t>(Remarks::kMostEach);
        if (count == nullptr || *count < kept || (*count > kept && !isWhole)) {
            return wrong("counts");
        }
        m_summary.remarks.countMore(matter, static_cast<std::uint64_t>(*count - kept));
    }
    m_isDone = true;
    return {};
}

} // namespace sz::layers
