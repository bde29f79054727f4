// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Frames.h"
#include "data/layers/child/LayerFrames.h"

#include <algorithm>
#include <array>
#include <bit>

namespace sz::layers {
namespace {

constexpr std::size_t kBatch = 100 << 10; ///< bytes of features that make a frame
constexpr std::size_t kPiece = 256 << 10; ///< of geometry; more goes in pieces
constexpr std::chrono::milliseconds kOften{500};

/// Cut before a character that would not be whole.
std::string cut(std::string_view text, std::size_t most)
{
    if (text.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        text = text.substr(0, end);
    }
    return isUtf8(text) ? std::string(text) : std::string("?");
}

template <class... Items>
log::Array listOf(Items&&... items)
{
    log::Array out;
    out.reserve(sizeof...(items));
    (out.emplace_back(std::forward<Items>(items)), ...);
    return out;
}

/// Whatever a file had as numbers, infinity, too: for a sentence, not to count with.
Bytes bytesOf(std::array<double, 2> numbers)
{
    const auto raw = std::bit_cast<std::array<std::uint8_t, sizeof numbers>>(numbers);
    return {raw.begin(), raw.end()};
}

log::Array fieldsOf(const Remark& r)
{
    const auto text = [](std::string_view one) { return cut(one, kLongestRemark); };
    return listOf(
        static_cast<std::int64_t>(r.matter), r.feature.number, text(r.feature.id),
        text(r.feature.name), r.feature.line, r.feature.offset, text(r.text), text(r.other), r.a,
        r.b, bytesOf({r.x, r.y}));
}

} // namespace

void LayerFrameWriter::frame(LayerFrame kind, log::Value content)
{
    log::Fields fields;
    fields.emplace(0, static_cast<std::int64_t>(kind));
    fields.emplace(1, std::move(content));
    Bytes out;
    confine::writeFrame(out, log::encode(fields));
    m_out(out);
}

void LayerFrameWriter::newNames(const std::vector<std::string>& names)
{
    log::Array more;
    const std::size_t most = std::min(names.size(), kMostNames);
    for (; m_names < most; ++m_names) {
        more.emplace_back(cut(names[m_names], kLongestName));
        if (more.size() == kMostProperties || m_names + 1 == most) {
            frame(LayerFrame::Names, std::exchange(more, log::Array()));
        }
    }
}

void LayerFrameWriter::newGroups(const std::vector<Group>& groups)
{
    const std::size_t most = std::min(groups.size(), kMostGroups);
    for (; m_groups < most; ++m_groups) {
        const Group& group = groups[m_groups];
        frame(
            LayerFrame::Groups,
            listOf(listOf(cut(group.name, kLongestName), cut(group.system.text, kLongestRemark))));
    }
}

log::Array LayerFrameWriter::properties(const FeatureHead& head)
{
    log::Array out;
    out.reserve(3 * std::min(head.properties.size(), kMostProperties));
    std::size_t left = kMostText;
    bool isCut = false;
    for (const Property& one : head.properties) {
        if (out.size() == 3 * kMostProperties || one.name >= m_names) {
            isCut = true;
            continue;
        }
        std::string text = cut(one.text, std::min(left, kLongestText));
        isCut = isCut || text.size() < one.text.size();
        left -= text.size();
        m_bytes += text.size() + 8;
        out.emplace_back(
            one.name); // three items each, not a list in a list: a million of them cost seconds
        out.emplace_back(static_cast<std::int64_t>(one.kind));
        out.emplace_back(std::move(text));
    }
    m_cut += isCut ? 1 : 0;
    return out;
}

log::Value LayerFrameWriter::geometry(const Geometry& geometry)
{
    Bytes bytes = encodeGeometry(geometry);
    if (bytes.size() <= kPiece) {
        m_bytes += bytes.size();
        return bytes;
    }
    flushFeatures(); // its pieces come right before it
    for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto length = std::min(kPiece, bytes.size() - at);
        frame(LayerFrame::Geometry, Bytes(begin, begin + static_cast<std::ptrdiff_t>(length)));
    }
    return log::Value();
}

void LayerFrameWriter::feature(const Feature& feature, const RawLayer& soFar)
{
    if (!std::exchange(m_hasBegun, true)) {
        frame(LayerFrame::Begin, listOf(static_cast<std::int64_t>(soFar.format)));
    }
    newNames(soFar.names);
    newGroups(soFar.groups);
    const FeatureHead& head = feature.head;
    log::Array item = listOf(
        head.number, cut(head.id, kLongestName), cut(head.name, kLongestName),
        std::min<std::uint32_t>(head.group, kMostGroups - 1), head.line);
    item.emplace_back(properties(head));
    item.push_back(geometry(feature.geometry));
    m_bytes += 64;
    m_features.emplace_back(std::move(item));
    if (m_bytes > kBatch) {
        flushFeatures();
    }
}

void LayerFrameWriter::flushFeatures()
{
    if (!m_features.empty()) {
        frame(LayerFrame::Features, std::exchange(m_features, log::Array()));
        m_said = Steady::now();
    }
    m_bytes = 0;
}

void LayerFrameWriter::passed(std::uint32_t number)
{
    constexpr std::uint32_t kSeldom = 256; // a look at the clock costs more than a number
    if (number % kSeldom == 0 && Steady::now() - m_said > kOften) {
        flushFeatures();
        frame(LayerFrame::Progress, log::Value(number));
        m_said = Steady::now();
    }
}

void LayerFrameWriter::remarks(const Remarks& remarks)
{
    log::Array some;
    for (const Remark& remark : remarks.kept()) {
        some.emplace_back(fieldsOf(remark));
        if (some.size() == Remarks::kMostEach) {
            frame(LayerFrame::Remarks, std::exchange(some, log::Array()));
        }
    }
    if (!some.empty()) {
        frame(LayerFrame::Remarks, std::move(some));
    }
}

void LayerFrameWriter::done(LayerSummary& summary)
{
    newNames(summary.names);
    newGroups(summary.groups);
    flushFeatures();
    if (m_cut > 0) {
        summary.remarks.add({.matter = Matter::LongText, .a = m_cut});
    }
    remarks(summary.remarks);
    log::Array counts;
    for (std::size_t i = 0; i < kMatters; ++i) {
        counts.emplace_back(summary.remarks.count(static_cast<Matter>(i)));
    }
    frame(
        LayerFrame::Done,
        listOf(
            static_cast<std::int64_t>(summary.format), cut(summary.encoding, kLongestName),
            summary.read, std::move(counts)));
}

} // namespace sz::layers
