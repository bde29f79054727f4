// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Slip.h"

#include "app/headquarters/Folder.h"
#include "data/net/Slip.h"

#include <boost/json.hpp>

#include <cstdlib>
#include <ctime>
#include <format>
#include <optional>
#include <unistd.h>

namespace sz::headquarters {
namespace {

struct Place
{
    std::optional<net::Endpoint> at; ///< none: nobody serves, and nothing was given
    std::string authority;           ///< hex SHA-256
};

// Bound to all of the machine's addresses: others know the machine by its name.
std::string hostName(const std::string& listens)
{
    if (listens != "0.0.0.0" && listens != "::") {
        return listens;
    }
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name[0] == '\0' ? listens : name;
}

Place served(const std::filesystem::path& folder)
{
    boost::system::error_code bad;
    const auto json = boost::json::parse(readFile(folder / "endpoint.json"), bad);
    const auto* all = bad ? nullptr : json.if_object();
    const auto* host = all == nullptr ? nullptr : all->if_contains("host");
    const auto* port = all == nullptr ? nullptr : all->if_contains("port");
    const auto* authority = all == nullptr ? nullptr : all->if_contains("authority");
    Place place;
    if (host != nullptr && host->is_string() && port != nullptr) {
        if (const auto number = port->try_to_number<std::uint16_t>(); number && *number != 0) {
            place.at = {hostName(std::string(host->get_string())), *number};
        }
    }
    if (authority != nullptr && authority->is_string()) {
        place.authority = authority->get_string();
    }
    return place;
}

Result<Place> findPlace(const SlipSpec& spec)
{
    Place place = served(spec.data);
    if (!spec.address.empty()) {
        place.at = net::readAddress(spec.address);
        if (!place.at) {
            return fail(Code::BadArgument, "--address takes HOST:PORT", spec.address);
        }
    }
    if (place.authority.empty()) {
        const auto own = net::fingerprint(readFile(spec.data / "authority.pem"));
        if (!own) {
            return std::unexpected(own.error());
        }
        place.authority = *own;
    }
    return place;
}

std::string localTime(const std::string& minutesFromNow)
{
    const std::time_t at = std::time(nullptr) + 60 * std::atoll(minutesFromNow.c_str());
    std::tm parts{};
    ::localtime_r(&at, &parts);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts);
    return text;
}

} // namespace

Result<std::string> slipText(const SlipSpec& spec, bool inChinese)
{
    const auto place = findPlace(spec);
    if (!place) {
        return std::unexpected(place.error());
    }
    const std::string print = net::printedFingerprint(place->authority);
    const std::string until = localTime(spec.minutes);
    if (!place->at) {
        return inChinese
                   ? std::format(
                         "登记单 · {}（至 {} 有效，只能用一次）\n  地址        "
                         "总值班台未在运行：请用 --address "
                         "主机:端口 给出\n  登记码      {}\n  指纹        {}\n",
                         spec.unit, until, spec.code, print)
                   : std::format(
                         "Slip for a desk of {} (valid until {}, good once)\n  address      nobody "
                         "serves here: give "
                         "it with --address HOST:PORT\n  code         {}\n  fingerprint  {}\n",
                         spec.unit, until, spec.code, print);
    }
    const std::string line = net::slipLine({*place->at, spec.code, print});
    return inChinese ? std::format(
                           "登记单 · {}（至 {} 有效，只能用一次）\n  地址        {}\n  登记码      "
                           "{}\n  指纹        {}\n"
                           "在该席位启动 sanzhen，按单输入；或粘贴下面一行：\n  {}\n",
                           spec.unit, until, net::addressText(*place->at), spec.code, print, line)
                     : std::format(
                           "Slip for a desk of {} (valid until {}, good once)\n  address      {}\n "
                           " code         {}\n"
                           "  fingerprint  {}\nStart sanzhen at that desk and type this, or paste "
                           "the line:\n  {}\n",
                           spec.unit, until, net::addressText(*place->at), spec.code, print, line);
}

} // namespace sz::headquarters
