// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/JsonSource.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace sz::layers {
namespace {

std::string quoted(std::string_view text)
{
    return boost::json::serialize(boost::json::string_view(text));
}

} // namespace

void JsonSource::separate()
{
    if (!m_isFirst && !m_isValue) {
        m_out += ',';
    }
    m_isFirst = false;
    m_isValue = false;
}

void JsonSource::open(bool isObject)
{
    separate();
    m_out += isObject ? '{' : '[';
    m_closers += isObject ? '}' : ']';
    m_isFirst = true;
}

bool JsonSource::close()
{
    m_out += m_closers.back();
    m_closers.pop_back();
    m_isFirst = false;
    return m_closers.empty();
}

void JsonSource::key(std::string_view key)
{
    separate();
    m_out += quoted(key);
    m_out += ':';
    m_isValue = true;
}

void JsonSource::raw(std::string_view raw)
{
    separate();
    m_out += raw;
}

void JsonSource::text(std::string_view text)
{
    raw(quoted(text));
}

std::string JsonSource::take()
{
    m_isFirst = true;
    return std::exchange(m_out, {});
}

} // namespace sz::layers
