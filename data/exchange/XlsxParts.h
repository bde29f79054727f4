// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// XML parts of an Office file and what relates them (ECMA-376 part 2). Names count without their prefix: programs differ in it, and
// the strict form has other namespaces. Private to data/exchange.

#include "data/exchange/ZipParts.h"

#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace sz::exchange {

/// A parsed part. pugixml reads no DTD and follows no entity.
struct XmlPart
{
    std::unique_ptr<pugi::xml_document> document;

    [[nodiscard]] pugi::xml_node root() const { return document->document_element(); }
};

struct Relation
{
    std::string id;
    std::string type;
    std::string target; ///< name of a part, or an address outside
    bool isOutside = false;
};

[[nodiscard]] std::string_view localName(pugi::xml_node node);
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view name);
[[nodiscard]] std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name);

/// Errors: FileMalformed (its name): missing, or no XML.
[[nodiscard]] Result<XmlPart> needPart(ZipParts& zip, const std::string& name);
/// Targets are made whole with `folder`. A part without relations has none.
[[nodiscard]] Result<std::vector<Relation>>
relationsOf(ZipParts& zip, const std::string& part, const std::string& folder);
/// "xl/workbook.xml" → "xl/_rels/workbook.xml.rels"
[[nodiscard]] std::string relationPart(const std::string& part);
[[nodiscard]] std::string folderOf(const std::string& part);
/// The r:id of an element, whatever its prefix.
[[nodiscard]] std::string relationId(pugi::xml_node node);

} // namespace sz::exchange
