// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `sanzhen-hq serve`: puts the engine behind TLS, from the first start to the last desk.

#include "app/headquarters/LogFormat.h"
#include "data/base/Result.h"
#include "data/net/Link.h"

#include <filesystem>
#include <optional>
#include <string>

namespace sz::headquarters {

struct ServeSpec
{
    std::filesystem::path data;
    std::filesystem::path plan;
    std::string store; ///< postgresql://…; empty: a file in `data`
    net::Endpoint listen;
    std::optional<net::Endpoint>
        metrics; ///< where /healthz, /readyz and /metrics answer; none: nowhere
    LogFormat logFormat = LogFormat::Text;
    std::string operation;        ///< empty: the folder's, or the plan's code for a new folder
    std::filesystem::path sample; ///< empty: none; written only into an empty log
    std::optional<Millis> linger; ///< end when no desk has been connected for so long
    std::optional<Instant>
        standsAt;                 ///< its clock stands still at this moment: pictures of the sample
    bool isChinese = false;       ///< language of messages
    bool isSampleChinese = false; ///< language of the sample's texts
};

/// Serves until SIGTERM, SIGINT or the end of `linger`. Prints "listening HOST:PORT" on stdout when desks may come,
/// before that "metrics HOST:PORT" when there is such a door.
/// A log that cannot be written any more ends it, with that error.
/// Errors: PlanMissing, PlanBroken (faults are printed), PortTaken, the store's, those of certificates and sample.
[[nodiscard]] Result<void> serve(const ServeSpec& spec);

} // namespace sz::headquarters
