// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/GeoJsonHandler.h"
#include "data/layers/files/Readers.h"

#include <boost/json/basic_parser_impl.hpp>

#include <limits>

namespace sz::layers {
namespace {

namespace json = boost::json;
using boost::system::error_code;

constexpr std::size_t kDeepestJson = 64;

/// What Boost.JSON's parser calls, with the pieces of texts and numbers put together.
class Events
{
public:
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    explicit Events(RawLayer& layer) : handler(layer) {}

    // The names are Boost.JSON's.
    // NOLINTBEGIN(readability-identifier-naming)
    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&)
    {
        handler.openObject();
        return true;
    }
    bool on_object_end(std::size_t, error_code& ec)
    {
        handler.closeObject();
        return goesOn(ec);
    }
    bool on_array_begin(error_code&)
    {
        handler.openArray();
        return true;
    }
    bool on_array_end(std::size_t, error_code&)
    {
        handler.closeArray();
        return true;
    }
    bool on_key_part(json::string_view s, std::size_t, error_code&) { return part(s); }
    bool on_key(json::string_view s, std::size_t, error_code&)
    {
        handler.key(whole(s));
        return done();
    }
    bool on_string_part(json::string_view s, std::size_t, error_code&) { return part(s); }
    bool on_string(json::string_view s, std::size_t, error_code&)
    {
        handler.scalar(ValueKind::Text, whole(s));
        return done();
    }
    bool on_number_part(json::string_view s, error_code&) { return part(s); }
    bool on_int64(std::int64_t value, json::string_view s, error_code&)
    {
        return number(static_cast<double>(value), s);
    }
    bool on_uint64(std::uint64_t value, json::string_view s, error_code&)
    {
        return number(static_cast<double>(value), s);
    }
    bool on_double(double value, json::string_view s, error_code&) { return number(value, s); }
    bool on_bool(bool value, error_code&)
    {
        handler.scalar(ValueKind::Bool, value ? "true" : "false");
        return true;
    }
    bool on_null(error_code&)
    {
        handler.scalar(ValueKind::Null, "null");
        return true;
    }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }
    // NOLINTEND(readability-identifier-naming)

    GeoJsonHandler handler;

private:
    bool goesOn(error_code& ec) const
    {
        if (!handler.goesOn()) {
            ec = json::error::out_of_range; // already remarked
        }
        return handler.goesOn();
    }
    bool part(json::string_view s)
    {
        m_text.append(s.data(), s.size());
        return true;
    }
    // Mostly there are no parts, and nothing is copied.
    std::string_view whole(json::string_view s)
    {
        if (m_text.empty()) {
            return {s.data(), s.size()};
        }
        part(s);
        return m_text;
    }
    bool done()
    {
        m_text.clear();
        return true;
    }
    bool number(double value, json::string_view s)
    {
        handler.scalar(ValueKind::Number, whole(s), value);
        return done();
    }

    std::string m_text;
};

json::parse_options options()
{
    json::parse_options out;
    out.max_depth = kDeepestJson;
    out.numbers = json::number_precision::precise;
    return out;
}

void malformed(RawLayer& layer, const error_code& ec, int line, std::size_t offset)
{
    const bool isDeep = ec == json::error::too_deep;
    layer.remarks.add(
        {.matter = isDeep ? Matter::TooDeep : Matter::Malformed,
         .feature = {0, {}, {}, line, offset},
         .text = ec.message(),
         .a = static_cast<std::int64_t>(kDeepestJson)});
}

// A line at a time: so every feature knows its line, and a parser that is told of one byte more at each step stays linear.
void parse(std::string_view text, RawLayer& layer)
{
    json::basic_parser<Events> parser(options(), layer);
    error_code ec;
    int line = 1;
    std::size_t at = 0;
    do {
        const std::size_t newline = text.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        parser.handler().handler.place(line, at);
        const std::size_t used =
            parser.write_some(end < text.size(), text.data() + at, end - at, ec);
        if (!ec && used < end - at) {
            ec = json::error::extra_data;
        }
        if (ec) {
            if (parser.handler().handler.goesOn()) {
                malformed(layer, ec, line, at + used);
            }
            return;
        }
        at = end;
        ++line;
    } while (at < text.size());
}

/// A "crs" may stand behind the features, which by then are gone: who passes them on has to know it before.
bool saysSystemLate(std::string_view text)
{
    const std::size_t system = text.rfind("\"crs\"");
    return system != std::string_view::npos && system > text.find("\"features\"");
}

StatedSystem systemWithin(std::string_view text, const RawLayer& layer)
{
    RawLayer first;
    first.stop = layer.stop;
    first.take = [](RawFeature&&) {};
    first.passed = layer.passed;
    first.groups.resize(1);
    parse(text, first);
    return std::move(first.groups.front().system);
}

} // namespace

void readGeoJson(std::string_view text, RawLayer& layer)
{
    layer.format = Format::GeoJson;
    layer.winding = Winding::Counter;
    layer.groups.resize(1);
    if (layer.take && saysSystemLate(text)) {
        layer.groups.front().system = systemWithin(text, layer);
    }
    parse(text, layer);
}

} // namespace sz::layers
