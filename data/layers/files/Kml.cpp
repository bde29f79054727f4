// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/KmlGeometry.h"
#include "data/layers/files/Systems.h"
#include "data/layers/files/Xml.h"

#include <unordered_map>

namespace sz::layers {
namespace {

bool isOutside(std::string_view address)
{
    return address.find("://") != std::string_view::npos || address.starts_with("//");
}

class Reader
{
public:
    Reader(const XmlText& xml, RawLayer& layer) : m_xml(xml), m_layer(layer) {}

    void run()
    {
        const pugi::xml_node root = m_xml.root();
        pugi::xml_node node = root;
        while (node && m_goesOn) {
            const std::string_view name = localName(node);
            bool skips = false;
            if (name == "Placemark") {
                placemark(node);
            } else if (name == "NetworkLink") {
                remark(node, Matter::NetworkLink, addressIn(node));
                skips = true;
            } else if (name.ends_with("Overlay")) {
                remark(node, Matter::Overlay, std::string(name));
                skips = true;
            } else if (name == "href" || name == "link") {
                link(node);
            }
            node = nextIn(root, node, skips);
        }
    }

private:
    void remark(pugi::xml_node node, Matter matter, std::string text)
    {
        m_layer.remarks.add(
            {.matter = matter,
             .feature = {0, {}, {}, m_xml.lineOf(node)},
             .text = std::move(text)});
    }

    void link(pugi::xml_node node)
    {
        const std::string text = innerText(node);
        const std::string address = text.empty() ? node.attribute("href").value() : text;
        if (isOutside(address)) {
            remark(node, Matter::ExternalLink, address);
        }
    }

    static std::string addressIn(pugi::xml_node link)
    {
        for (pugi::xml_node node = nextIn(link, link, false); node;
             node = nextIn(link, node, false)) {
            if (localName(node) == "href") {
                return innerText(node);
            }
        }
        return {};
    }

    /// Of the folder around it, each looked at once.
    std::uint32_t groupOf(pugi::xml_node folder)
    {
        const auto [it, isNew] = m_folders.try_emplace(folder.hash_value(), 0);
        if (isNew) {
            std::string name;
            for (const pugi::xml_node child : folder.children()) {
                if (localName(child) == "name") {
                    name = innerText(child);
                    break;
                }
            }
            it->second = groupNamed(std::move(name));
        }
        return it->second;
    }

    std::uint32_t groupNamed(std::string name)
    {
        const auto [it, isNew] =
            m_groups.try_emplace(name, static_cast<std::uint32_t>(m_layer.groups.size()));
        if (isNew) {
            m_layer.groups.push_back({std::move(name), m_system});
        }
        return it->second;
    }

    void placemark(pugi::xml_node node)
    {
        RawFeature feature;
        feature.head.line = m_xml.lineOf(node);
        feature.head.id = node.attribute("id").value();
        feature.head.group = groupOf(node.parent());
        KmlFault fault;
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element || !fault.type.empty()) {
                continue;
            }
            const std::string_view name = localName(child);
            if (isKmlGeometry(name)) {
                fault = readKmlGeometry(m_xml, child, m_layer, feature.geometry);
            } else if (name == "ExtendedData") {
                extended(child, feature.head);
            } else {
                feature.head.properties.push_back(propertyOf(child, name, m_layer));
            }
        }
        nameByProperties(m_layer, feature.head);
        finish(std::move(feature), fault);
    }

    void finish(RawFeature feature, const KmlFault& fault)
    {
        if (fault.type.empty()) {
            m_goesOn = m_layer.add(std::move(feature));
            return;
        }
        if (fault.what == "many") {
            m_goesOn = false; // already remarked
            return;
        }
        m_layer.remarks.add(
            {.matter = Matter::BadGeometry,
             .feature = {m_layer.nextNumber(), feature.head.id, feature.head.name, fault.line},
             .text = fault.type,
             .other = fault.what});
        m_layer.skipNumber();
    }

    // <Data name="x"><value>…</value></Data>, <SchemaData><SimpleData name="x">…</SimpleData></SchemaData>
    void extended(pugi::xml_node data, FeatureHead& head)
    {
        for (const pugi::xml_node child : data.children()) {
            const std::string_view name = localName(child);
            if (name == "Data") {
                value(child, head);
            } else if (name == "SchemaData") {
                for (const pugi::xml_node one : child.children()) {
                    named(one, one, head);
                }
            } else if (child.type() == pugi::node_element) {
                head.properties.push_back(propertyOf(child, name, m_layer));
            }
        }
    }

    void value(pugi::xml_node data, FeatureHead& head)
    {
        for (const pugi::xml_node child : data.children()) {
            if (localName(child) == "value") {
                return named(data, child, head);
            }
        }
        named(data, data, head);
    }

    void named(pugi::xml_node by, pugi::xml_node holder, FeatureHead& head)
    {
        if (holder.type() == pugi::node_element) {
            head.properties.push_back(propertyOf(holder, by.attribute("name").value(), m_layer));
        }
    }

    const XmlText& m_xml;
    RawLayer& m_layer;
    StatedSystem m_system = systemOfName("WGS84"); // KML knows no other (OGC 12-007r2 §6.2)
    std::unordered_map<std::size_t, std::uint32_t> m_folders;
    std::unordered_map<std::string, std::uint32_t> m_groups;
    bool m_goesOn = true;
};

} // namespace

void readKml(const XmlText& xml, RawLayer& layer)
{
    layer.format = layer.format == Format::Kmz ? Format::Kmz : Format::Kml;
    layer.winding = Winding::Counter;
    Reader(xml, layer).run();
}

} // namespace sz::layers
