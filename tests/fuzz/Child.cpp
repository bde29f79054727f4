// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Frames.h"
#include "data/exchange/child/BookFrames.h"
#include "data/layers/child/LayerFrames.h"
#include "tests/fuzz/Runs.h"

#include <algorithm>
#include <cmath>

namespace sz::fuzz {

// What the confined child says, in the parent: as one stream of frames, and as the geometry in one.
void child(BytesView input)
{
    layers::LayerFrameReader reader(
        [](layers::Feature&& feature, const layers::LayerSummary& soFar) {
            require(feature.head.group < soFar.groups.size(), "a feature's group is there");
            for (const layers::Property& one : feature.head.properties) {
                require(one.name < soFar.names.size(), "a property's name is there");
            }
            layers::forEachPoint(feature.geometry, [](Wgs84 p) {
                require(std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90, "a point is on earth");
            });
        });
    confine::FrameSplitter splitter;
    const bool isSense =
        splitter.feed(input, [&reader](BytesView frame) { return reader.feed(frame).has_value(); });
    require(
        !isSense || reader.summary().good <= layers::kMostFeatures, "no more features than may be");
    exchange::BookFrameReader book;
    confine::FrameSplitter pages;
    if (pages.feed(input, [&book](BytesView frame) { return book.feed(frame).has_value(); })
        && book.isDone()) {
        if (const auto read = book.take()) {
            for (const exchange::BookSheet& sheet : read->sheets) {
                require(
                    std::ranges::is_sorted(
                        sheet.cells, {},
                        [](const exchange::BookCell& one) {
                            return std::pair(one.row, one.column);
                        }),
                    "cells are in order");
            }
        }
    }
    if (const auto hello = confine::decodeHello(input)) {
        require(std::ranges::equal(confine::encodeHello(*hello), input), "a hello has two forms");
    }
    if (const auto geometry = layers::decodeGeometry(input)) {
        require(
            std::ranges::equal(layers::encodeGeometry(*geometry), input),
            "a geometry has two forms");
    }
}

} // namespace sz::fuzz
