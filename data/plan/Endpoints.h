// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// endpoints.csv: where a picture of a place can be had. The plan names cameras and rooms; what they see is kept nowhere, and is
// opened for an incident only, with an entry in its trace (model::ViewEndpoint).

#include "data/base/Geo.h"
#include "data/base/Ids.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sz::plan {

struct Plan;

enum class EndpointKind : std::uint8_t {
    Camera,
    Room, ///< a duty room's own endpoint
};
/// Words of the file, in the order of EndpointKind.
inline constexpr std::array<std::string_view, 2> kEndpointKinds{"camera", "room"};

struct Endpoint
{
    std::string code; ///< "E0417"
    std::string nameZh;
    std::string nameEn;
    EndpointKind kind = EndpointKind::Camera;
    Wgs84 point;
    UnitCode unit;   ///< whose it is, who is asked when it shows nothing
    std::string url; ///< of its stream, without name and password: those belong to the player
};

/// Addresses a plan may give: the player of the system is asked for them.
inline constexpr std::array<std::string_view, 5> kEndpointSchemes{
    "rtsp", "rtsps", "https", "http", "srt"};
/// True for SCHEME://HOST… of the schemes above, without a user's name in it and without blanks.
[[nodiscard]] bool isEndpointUrl(std::string_view url);

struct NearEndpoint
{
    const Endpoint* endpoint = nullptr; ///< of the plan, never null
    double metres = 0;
};
/// Nearest first, at most so many.
[[nodiscard]] std::vector<NearEndpoint>
endpointsNear(const Plan& plan, Wgs84 point, std::size_t most);

} // namespace sz::plan
