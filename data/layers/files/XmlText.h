// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// XML from outside as a tree: bounded, without entities, and each element knows its line.

#include "data/layers/RawLayer.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sz::layers {

class XmlText
{
public:
    /// Parses UTF-8. False, remarked, when it is no XML or too much of it. Entities that are declared in it are remarked and stay as
    /// they are written; nothing is fetched.
    [[nodiscard]] bool parse(std::string text, RawLayer& layer);
    [[nodiscard]] pugi::xml_node root() const { return m_document.document_element(); }
    [[nodiscard]] int lineOf(pugi::xml_node node) const;

private:
    [[nodiscard]] int lineAt(std::size_t offset) const;
    void remarkEntities(RawLayer& layer) const;

    std::string m_text;
    std::vector<std::uint32_t> m_newlines;
    pugi::xml_document m_document;
};

/// Without the namespace's prefix.
[[nodiscard]] std::string_view localName(pugi::xml_node node);
/// All text directly within an element, without spaces around.
[[nodiscard]] std::string innerText(pugi::xml_node node);
/// The element as it is written.
[[nodiscard]] std::string sourceOf(pugi::xml_node node);
/// An element as a property: its text, or its source when it has elements of its own.
[[nodiscard]] Property propertyOf(pugi::xml_node node, std::string_view name, RawLayer& layer);
/// The next element in the order of the file, within `root`; with `skips` not into `node`. None at the end.
[[nodiscard]] pugi::xml_node nextIn(pugi::xml_node root, pugi::xml_node node, bool skips);

} // namespace sz::layers
