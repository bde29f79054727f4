// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/LogFormat.h"

#include "data/base/Bytes.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <format>
#include <print>

namespace sz::headquarters {
namespace {

// A log that is no UTF-8 is no JSON.
std::string asUtf8(const std::string& text)
{
    if (isUtf8(text)) {
        return text;
    }
    std::string out;
    for (const char c : text) {
        static_cast<unsigned char>(c) < 0x80 ? void(out += c) : void(out += '?');
    }
    return out;
}

} // namespace

std::string formatJson(const hq::LogLine& line, Instant at)
{
    static constexpr std::array kLevels{"info", "warning", "error"};
    boost::json::object out{
        {"time", std::format("{:%FT%T}Z", at)},
        {"level", kLevels[static_cast<std::size_t>(line.level)]},
        {"event", line.event}};
    for (const auto& [key, value] : line.fields) {
        out[key] = asUtf8(value);
    }
    return boost::json::serialize(out);
}

hq::LogSink stderrLog(LogFormat format)
{
    return [format](const hq::LogLine& line) {
        const Instant now = SystemClock().now();
        std::println(
            stderr, "{}",
            format == LogFormat::Json ? formatJson(line, now) : hq::formatLine(line, now));
    };
}

} // namespace sz::headquarters
