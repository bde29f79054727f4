// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Serve.h"
#include "data/exchange/TextDecode.h"
#include "data/layers/child/LayerFrames.h"
#include "data/layers/child/ReadConfined.h"

#include <sqlite3.h>

namespace sz::layers {

int serveLayer(
    std::span<const std::string> endings,
    const std::optional<geo::CoordinateSystem>& from)
{
    LayerInput input;
    int file = confine::kFirstFile;
    for (const std::string& ending : endings) {
        input.add(ending == "-" ? std::string() : ending, file++);
    }
    exchange::loadEncodings(); // what the readers would look for on disk later
    sqlite3_initialize();
    return confine::serve(
        kSpeaksLayer, kLayerVersion, confine::boundsFor(input.size()),
        [&](const confine::Out& out) {
            LayerFrameWriter writer(out);
            LayerReading how{.from = from};
            how.take = [&writer](Feature&& feature, const RawLayer& soFar) {
                writer.feature(feature, soFar);
            };
            how.passed = [&writer](std::uint32_t number) { writer.passed(number); };
            LayerSummary summary = readLayer(input, how);
            writer.done(summary);
        });
}

} // namespace sz::layers
