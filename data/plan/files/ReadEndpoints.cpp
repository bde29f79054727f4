// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// endpoints.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <format>

namespace sz::plan {
namespace {

// Its text is never repeated in the fault: it may hold the password it must not hold.
std::string urlOf(const CsvRow& row)
{
    const auto& url = row.text("url");
    if (!url.empty() && !isEndpointUrl(url)) {
        row.error(
            {"url is not an address like rtsp://host/path, or it holds a user name; rtsp, rtsps, "
             "https, http and srt are known.",
             "url 不是 rtsp://主机/路径 这样的地址，或含有用户名；可用 "
             "rtsp、rtsps、https、http、srt。"});
        return {};
    }
    return url;
}

void readEndpoint(const CsvRow& row, Reading& reading)
{
    Endpoint endpoint;
    endpoint.code = row.need("code");
    endpoint.nameZh = row.need("name_zh");
    endpoint.nameEn = row.need("name_en");
    endpoint.kind = static_cast<EndpointKind>(row.oneOf("kind", kEndpointKinds));
    endpoint.point = row.point();
    endpoint.unit = UnitCode(row.need("unit"));
    endpoint.url = urlOf(row);
    reading.define(row.spot(), endpoint.code);
    const bool isKnown =
        std::ranges::contains(reading.plan.units, endpoint.unit, &Unit::code)
        || std::ranges::contains(reading.plan.streets, endpoint.unit.value, [](const Street& s) {
               return s.code.value;
           });
    if (!endpoint.unit.empty() && !isKnown) {
        row.error(
            {std::format("No unit {} in the plan.", endpoint.unit.value),
             std::format("预案中没有单位 {}。", endpoint.unit.value)});
    }
    reading.plan.endpoints.push_back(std::move(endpoint));
}

} // namespace

void readEndpoints(Reading& reading)
{
    std::error_code ec;
    if (!std::filesystem::exists(reading.dir / kEndpointFile, ec)) {
        return; // a plan need not have any
    }
    const auto table = CsvTable::read(
        reading.dir, kEndpointFile,
        {{"code"}, {"name_zh"}, {"name_en"}, {"kind"}, {"lon"}, {"lat"}, {"unit"}, {"url", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readEndpoint(table->row(i, reading.faults), reading);
    }
}

} // namespace sz::plan
