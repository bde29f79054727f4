// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/AdminLog.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <string_view>

namespace sz::headquarters {
namespace {

/// Words that may be told, by what they are; all others stay untold.
struct Told
{
    std::string_view verb;
    std::array<const char*, 2> names; ///< of the words after the verb
};

constexpr std::array kTold{
    Told{"enrol-code", {"unit", "minutes"}},     Told{"revoke", {"desk", nullptr}},
    Told{"person-add", {"unit", nullptr}},       Told{"person-reset", {"person", nullptr}},
    Told{"person-disable", {"person", nullptr}},
};

constexpr auto kKept = "administered";
constexpr std::size_t kMostKept = 200;

// What is no array of ours is begun anew: a log line is not worth refusing to serve.
boost::json::array keptIn(const std::optional<std::string>& text)
{
    boost::system::error_code error;
    const boost::json::value read = boost::json::parse(text.value_or("[]"), error);
    return !error && read.is_array() ? read.get_array() : boost::json::array();
}

std::string textAt(const boost::json::object& from, std::string_view key)
{
    const auto* found = from.if_contains(key);
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

void tellOne(const boost::json::object& kept, const hq::LogSink& sink)
{
    const bool isGood = textAt(kept, "level") == "info";
    hq::LogLine line{isGood ? hq::Level::Info : hq::Level::Warning, textAt(kept, "event"), {}};
    if (const auto* fields = kept.if_contains("fields"); fields != nullptr && fields->is_object()) {
        for (const auto& [key, value] : fields->get_object()) {
            line.fields.emplace_back(key, value.is_string() ? std::string(value.get_string()) : "");
        }
    }
    line.fields.emplace_back("done-at", textAt(kept, "at"));
    sink(line);
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

std::optional<hq::LogLine>
adminLine(const std::vector<std::string>& words, const Result<std::string>& answer)
{
    const std::string verb = words.empty() ? "" : words.front();
    const auto told = std::ranges::find(kTold, verb, &Told::verb);
    if (told == kTold.end()) {
        return std::nullopt;
    }
    hq::LogLine line{answer ? hq::Level::Info : hq::Level::Warning, verb, {}};
    for (std::size_t i = 0; i < told->names.size() && i + 1 < words.size(); ++i) {
        if (told->names[i] != nullptr) {
            line.fields.emplace_back(told->names[i], words[i + 1]);
        }
    }
    if (answer && verb == "person-add") {
        line.fields.emplace_back("person", firstLine(*answer)); // the number that was given
    }
    if (!answer) {
        line.fields.emplace_back("code", codeName(answer.error().code));
    }
    return line;
}

Result<void> keepLine(store::HqLog& log, const hq::LogLine& line, Instant at)
{
    return log.meta(kKept).and_then([&](const std::optional<std::string>& before) {
        boost::json::array kept = keptIn(before);
        boost::json::object fields;
        for (const auto& [key, value] : line.fields) {
            fields[key] = value;
        }
        kept.push_back(boost::json::object{
            {"at", std::format("{:%FT%T}Z", at)},
            {"level", line.level == hq::Level::Info ? "info" : "warning"},
            {"event", line.event},
            {"fields", std::move(fields)}});
        while (kept.size() > kMostKept) {
            kept.erase(kept.begin());
        }
        return log.setMeta(kKept, boost::json::serialize(kept));
    });
}

Result<void> tellKeptLines(store::HqLog& log, const hq::LogSink& sink)
{
    return log.meta(kKept).and_then([&](const std::optional<std::string>& text) -> Result<void> {
        const boost::json::array kept = keptIn(text);
        for (const boost::json::value& one : kept) {
            if (one.is_object()) {
                tellOne(one.get_object(), sink);
            }
        }
        return kept.empty() ? Result<void>{} : log.setMeta(kKept, "[]");
    });
}

} // namespace sz::headquarters
