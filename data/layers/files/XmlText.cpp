// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/XmlText.h"

#include <algorithm>
#include <new>

namespace sz::layers {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    return text.substr(0, text.find_last_not_of(kSpaces) + 1);
}

class Writer : public pugi::xml_writer
{
public:
    void write(const void* data, std::size_t size) override
    {
        text.append(static_cast<const char*>(data), size);
    }
    std::string text;
};

bool isElement(pugi::xml_node node)
{
    return node.type() == pugi::node_element;
}

} // namespace

bool XmlText::parse(std::string text, RawLayer& layer)
{
    m_text = std::move(text);
    const auto tags = static_cast<std::uint64_t>(std::ranges::count(m_text, '<'));
    const auto attributes = static_cast<std::uint64_t>(std::ranges::count(m_text, '='));
    if (m_text.size() > kMostXmlBytes || tags > kMostTags || attributes > 2 * kMostTags) {
        layer.remarks.add(
            {.matter = Matter::TooLarge,
             .text = m_text.size() > kMostXmlBytes ? "xml" : "elements",
             .a = static_cast<std::int64_t>(
                 m_text.size() > kMostXmlBytes ? kMostXmlBytes : kMostTags)});
        return false;
    }
    for (std::size_t at = m_text.find('\n'); at != std::string::npos;
         at = m_text.find('\n', at + 1)) {
        m_newlines.push_back(static_cast<std::uint32_t>(at));
    }
    const auto result = m_document.load_buffer_inplace(
        m_text.data(), m_text.size(), pugi::parse_default | pugi::parse_doctype,
        pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) {
        throw std::bad_alloc();
    }
    if (!result || !root()) {
        layer.remarks.add(
            {.matter = Matter::Malformed,
             .feature =
                 {0,
                  {},
                  {},
                  lineAt(static_cast<std::size_t>(result.offset)),
                  static_cast<std::uint64_t>(result.offset)},
             .text = result ? "no element" : result.description()});
        return false;
    }
    remarkEntities(layer);
    return true;
}

void XmlText::remarkEntities(RawLayer& layer) const
{
    std::int64_t entities = 0;
    for (const pugi::xml_node node : m_document.children()) {
        if (node.type() == pugi::node_doctype) {
            const std::string_view text = node.value();
            for (auto at = text.find("<!ENTITY"); at != std::string_view::npos;
                 at = text.find("<!ENTITY", at + 1)) {
                ++entities;
            }
            entities += entities == 0 ? 1 : 0; // a document type elsewhere
        }
    }
    if (entities > 0) {
        layer.remarks.add({.matter = Matter::Entities, .a = entities});
    }
}

int XmlText::lineAt(std::size_t offset) const
{
    return 1
           + static_cast<int>(
               std::ranges::lower_bound(m_newlines, static_cast<std::uint32_t>(offset))
               - m_newlines.begin());
}

int XmlText::lineOf(pugi::xml_node node) const
{
    const auto offset = node.offset_debug();
    return offset < 0 ? 0 : lineAt(static_cast<std::size_t>(offset));
}

std::string_view localName(pugi::xml_node node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string innerText(pugi::xml_node node)
{
    std::string out;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            out += child.value();
        }
    }
    const std::string_view bare = trimmed(out);
    return bare.size() == out.size() ? out : std::string(bare);
}

std::string sourceOf(pugi::xml_node node)
{
    Writer writer;
    node.print(writer, "", pugi::format_raw);
    return std::move(writer.text);
}

Property propertyOf(pugi::xml_node node, std::string_view name, RawLayer& layer)
{
    const bool isNested = std::ranges::any_of(node.children(), isElement);
    return {
        layer.nameIndex(name), isNested ? ValueKind::Nested : ValueKind::Text,
        isNested ? sourceOf(node) : innerText(node)};
}

pugi::xml_node nextIn(pugi::xml_node root, pugi::xml_node node, bool skips)
{
    pugi::xml_node next = skips ? pugi::xml_node() : node.first_child();
    for (;;) {
        while (!next && node && node != root) {
            next = node.next_sibling();
            node = next ? node : node.parent();
        }
        if (!next || isElement(next)) {
            return next;
        }
        node = next; // text, a comment
        next = node.next_sibling();
    }
}

} // namespace sz::layers
