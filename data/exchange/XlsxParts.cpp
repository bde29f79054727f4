// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/XlsxParts.h"

namespace sz::exchange {
namespace {

std::string_view withoutPrefix(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "/xl/a.xml" and "../a.xml" and "a.xml" as a name in the file.
std::string whole(std::string_view folder, std::string_view target)
{
    if (target.starts_with('/')) {
        return std::string(target.substr(1));
    }
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = folder.substr(0, folder.size() - (folder.empty() ? 0 : 1)).rfind('/');
        folder = slash == std::string_view::npos ? std::string_view() : folder.substr(0, slash + 1);
    }
    if (target.starts_with("./")) {
        target.remove_prefix(2);
    }
    return std::string(folder) + std::string(target);
}

} // namespace

std::string_view localName(pugi::xml_node node)
{
    return withoutPrefix(node.name());
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name)
{
    for (const pugi::xml_node one : parent.children()) {
        if (localName(one) == name) {
            return one;
        }
    }
    return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name)
{
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node one : parent.children()) {
        if (localName(one) == name) {
            found.push_back(one);
        }
    }
    return found;
}

Result<XmlPart> needPart(ZipParts& zip, const std::string& name)
{
    const auto text = zip.read(name);
    if (!text) {
        return std::unexpected(text.error());
    }
    XmlPart part{std::make_unique<pugi::xml_document>()};
    const bool isRead =
        *text
        && part.document->load_buffer(
            (*text)->data(), (*text)->size(), pugi::parse_default | pugi::parse_ws_pcdata_single)
        && part.root();
    if (!isRead) {
        return fail(Code::FileMalformed, name);
    }
    return part;
}

Result<std::vector<Relation>>
relationsOf(ZipParts& zip, const std::string& part, const std::string& folder)
{
    const auto text = zip.read(part);
    if (!text) {
        return std::unexpected(text.error());
    }
    std::vector<Relation> relations;
    if (!*text) {
        return relations;
    }
    pugi::xml_document document;
    if (!document.load_buffer((*text)->data(), (*text)->size())) {
        return fail(Code::FileMalformed, part);
    }
    for (const pugi::xml_node one : children(document.document_element(), "Relationship")) {
        Relation relation;
        relation.id = one.attribute("Id").as_string();
        relation.type = one.attribute("Type").as_string();
        relation.isOutside =
            std::string_view(one.attribute("TargetMode").as_string()) == "External";
        relation.target = relation.isOutside ? std::string(one.attribute("Target").as_string())
                                             : whole(folder, one.attribute("Target").as_string());
        relations.push_back(std::move(relation));
    }
    return relations;
}

std::string relationPart(const std::string& part)
{
    const std::string folder = folderOf(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

std::string folderOf(const std::string& part)
{
    const auto slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

std::string relationId(pugi::xml_node node)
{
    for (const pugi::xml_attribute one : node.attributes()) {
        const std::string_view name = one.name();
        if (name.contains(':') && withoutPrefix(name) == "id") {
            return one.as_string();
        }
    }
    return {};
}

} // namespace sz::exchange
