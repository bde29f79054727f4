// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Endpoints.h"

#include "data/plan/Plan.h"

#include <algorithm>

namespace sz::plan {

bool isEndpointUrl(std::string_view url)
{
    const std::size_t colon = url.find("://");
    const bool isKnown = colon != std::string_view::npos
                         && std::ranges::contains(kEndpointSchemes, url.substr(0, colon));
    if (!isKnown) {
        return false;
    }
    const std::string_view rest = url.substr(colon + 3);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    const bool isPlain =
        std::ranges::all_of(rest, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
    return isPlain && !host.empty() && !host.starts_with(':') && !host.contains('@');
}

std::vector<NearEndpoint> endpointsNear(const Plan& plan, Wgs84 point, std::size_t most)
{
    std::vector<NearEndpoint> all;
    all.reserve(plan.endpoints.size());
    for (const Endpoint& endpoint : plan.endpoints) {
        all.push_back({&endpoint, distanceMetres(point, endpoint.point)});
    }
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
    std::ranges::partial_sort(all, end, {}, [](const NearEndpoint& one) {
        return std::pair(one.metres, std::string_view(one.endpoint->code));
    });
    all.erase(end, all.end());
    return all;
}

} // namespace sz::plan
