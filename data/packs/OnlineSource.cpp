// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/OnlineSource.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <format>
#include <optional>

namespace sz::packs {
namespace {

constexpr std::size_t kMostAddress = 1000;

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(
        out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

enum class Hole : std::uint8_t { Level, Column, Row, RowFromSouth, Subdomain, Key };

std::optional<Hole> holeOf(std::string_view name)
{
    struct Row
    {
        std::string_view name;
        Hole hole;
    };
    static constexpr std::array kRows{Row{"z", Hole::Level},        Row{"x", Hole::Column},
                                      Row{"y", Hole::Row},          Row{"-y", Hole::RowFromSouth},
                                      Row{"s", Hole::Subdomain},    Row{"key", Hole::Key},
                                      Row{"tk", Hole::Key},         Row{"tilematrix", Hole::Level},
                                      Row{"tilecol", Hole::Column}, Row{"tilerow", Hole::Row}};
    const std::string wanted = lower(name);
    const auto it = std::ranges::find(kRows, wanted, &Row::name);
    return it == kRows.end() ? std::nullopt : std::optional(it->hole);
}

std::vector<std::string> subdomainsOf(std::string_view text)
{
    std::vector<std::string> out;
    if (!text.contains(',')) {
        std::ranges::transform(
            text, std::back_inserter(out), [](char c) { return std::string(1, c); });
        return out;
    }
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (const auto part = text.substr(0, comma); !part.empty()) {
            out.emplace_back(part);
        }
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return out;
}

bool isPlainHostPart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
}

std::string encoded(std::string_view key)
{
    std::string out;
    for (const char c : key) {
        const bool isPlain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'
                             || c == '.' || c == '_' || c == '~';
        out += isPlain ? std::string(1, c) : std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

/// The address with its holes filled by `fill(name)`; what it returns nothing for stays.
template <class Fill>
std::string filled(std::string_view address, Fill fill)
{
    std::string out;
    while (!address.empty()) {
        const auto open = address.find('{');
        const auto close = address.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return out.append(address);
        }
        out.append(address.substr(0, open));
        const std::string_view name = address.substr(open + 1, close - open - 1);
        const std::optional<std::string> text = fill(name);
        out.append(text ? *text : std::string(address.substr(open, close - open + 1)));
        address.remove_prefix(close + 1);
    }
    return out;
}

std::unexpected<AddressProblem> bad(AddressFault fault, std::string what = {})
{
    return std::unexpected(AddressProblem{fault, std::move(what)});
}

/// "…&tk=0123abcd": the parameter's name; empty: none.
std::string keyInside(std::string_view address)
{
    const std::string text = lower(address);
    for (const std::string_view name :
         {"tk=", "ak=", "key=", "apikey=", "api_key=", "token=", "access_token="}) {
        for (const char before : {'?', '&'}) {
            const std::string wanted = before + std::string(name);
            const auto at = text.find(wanted);
            const auto value = at + wanted.size();
            if (at != std::string::npos && value < text.size() && text[value] != '{'
                && text[value] != '&') {
                return std::string(name);
            }
        }
    }
    return {};
}

std::expected<void, AddressProblem> checkHost(const OnlineSource& source)
{
    const std::string start = lower(std::string_view(source.address).substr(0, 8));
    const bool isHttps = start.starts_with("https://");
    if (!isHttps && !start.starts_with("http://")) {
        return bad(AddressFault::Scheme);
    }
    if (!isHttps && !source.allowsHttp) {
        return bad(AddressFault::PlainHttp);
    }
    const std::string host = hostOf(source);
    return host.empty() || host.contains('@') ? bad(AddressFault::Host)
                                              : std::expected<void, AddressProblem>();
}

OnlineSource tianditu(const char* layer, const char* name, bool isLabels)
{
    OnlineSource out;
    out.name = name;
    out.address = std::format(
        "https://t{{s}}.tianditu.gov.cn/{0}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
        "&LAYER={0}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{TileMatrix}}"
        "&TILEROW={{TileRow}}&TILECOL={{TileCol}}&tk={{key}}",
        layer);
    out.subdomains = "01234567";
    out.attribution = "天地图 · 国家地理信息公共服务平台";
    out.isLabels = isLabels;
    return out;
}

} // namespace

bool OnlineSource::needsKey() const
{
    bool needs = false;
    filled(address, [&needs](std::string_view hole) {
        needs = needs || holeOf(hole) == Hole::Key;
        return std::optional<std::string>();
    });
    return needs;
}

std::expected<void, AddressProblem> checkAddress(const OnlineSource& source)
{
    if (source.address.empty()) {
        return bad(AddressFault::Empty);
    }
    if (source.address.size() > kMostAddress) {
        return bad(AddressFault::TooLong);
    }
    if (!std::ranges::all_of(source.address, [](char c) { return c > ' ' && c < '\x7f'; })) {
        return bad(AddressFault::Characters);
    }
    if (auto ok = checkHost(source); !ok) {
        return ok;
    }
    std::array<bool, 6> has{};
    std::string unknown;
    filled(source.address, [&](std::string_view name) -> std::optional<std::string> {
        if (const auto hole = holeOf(name)) {
            has.at(static_cast<std::size_t>(*hole)) = true;
        } else if (unknown.empty()) {
            unknown = std::format("{{{}}}", name);
        }
        return std::nullopt;
    });
    const auto is = [&has](Hole hole) { return has.at(static_cast<std::size_t>(hole)); };
    if (!unknown.empty()) {
        return bad(AddressFault::Unknown, unknown);
    }
    if (!is(Hole::Level) || !is(Hole::Column) || (!is(Hole::Row) && !is(Hole::RowFromSouth))) {
        return bad(AddressFault::NoTile);
    }
    if (const std::string key = keyInside(source.address); !key.empty()) {
        return bad(AddressFault::KeyInside, key);
    }
    const auto names = subdomainsOf(source.subdomains);
    const bool hasGoodNames =
        !names.empty() && std::ranges::all_of(names, [](const std::string& name) {
            return std::ranges::all_of(name, isPlainHostPart);
        });
    return is(Hole::Subdomain) && !hasGoodNames ? bad(AddressFault::NoSubdomains)
                                                : std::expected<void, AddressProblem>();
}

std::string addressFor(const OnlineSource& source, const TileId& tile, std::string_view key)
{
    const auto names = subdomainsOf(source.subdomains);
    return filled(source.address, [&](std::string_view name) -> std::optional<std::string> {
        switch (holeOf(name).value_or(Hole::Key)) {
        case Hole::Level:
            return std::to_string(tile.zoom);
        case Hole::Column:
            return std::to_string(tile.x);
        case Hole::Row:
            return std::to_string(tile.y);
        case Hole::RowFromSouth:
            return std::to_string((1U << static_cast<unsigned>(tile.zoom)) - 1 - tile.y);
        case Hole::Subdomain: // the same tile always from the same one
            return names.empty() ? std::string() : names[(tile.x + tile.y) % names.size()];
        case Hole::Key:
            return encoded(key);
        }
        return std::nullopt;
    });
}

std::string hostOf(const OnlineSource& source)
{
    const auto from = source.address.find("://");
    if (from == std::string::npos) {
        return {};
    }
    const std::string_view rest = std::string_view(source.address).substr(from + 3);
    return std::string(rest.substr(0, rest.find_first_of("/?#")));
}

std::vector<OnlineSource> tiandituSources()
{
    return {
        tianditu("vec", "天地图 矢量", false), tianditu("cva", "天地图 矢量注记", true),
        tianditu("img", "天地图 影像", false), tianditu("cia", "天地图 影像注记", true)};
}

} // namespace sz::packs
