// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/PlainJson.h"

#include <boost/json.hpp>

#include <cmath>
#include <format>

namespace sz::ctl {
namespace {

void put(std::string& out, const boost::json::value& value)
{
    if (value.is_object()) {
        out += '{';
        for (const auto& [key, member] : value.get_object()) {
            out += out.back() == '{' ? "" : ",";
            out += boost::json::serialize(key);
            out += ':';
            put(out, member);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (const boost::json::value& element : value.get_array()) {
            out += out.back() == '[' ? "" : ",";
            put(out, element);
        }
        out += ']';
    } else if (value.is_double() && std::isfinite(value.get_double())) {
        out += std::format("{}", value.get_double());
    } else {
        out += boost::json::serialize(value);
    }
}

} // namespace

std::string plainJson(const boost::json::value& value)
{
    std::string out;
    put(out, value);
    return out;
}

} // namespace sz::ctl
