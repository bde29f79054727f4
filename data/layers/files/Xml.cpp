// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Xml.h"

#include "data/layers/files/Readers.h"

namespace sz::layers {

void readXml(std::string text, RawLayer& layer)
{
    XmlText xml;
    if (!xml.parse(std::move(text), layer)) {
        return;
    }
    const std::string_view name = localName(xml.root());
    if (name == "kml" || name == "Document" || name == "Folder" || name == "Placemark") {
        readKml(xml, layer); // some programs leave the outermost element out
    } else if (name == "gpx") {
        readGpx(xml, layer);
    } else if (name == "alert") {
        readCap(xml, layer);
    } else {
        layer.remarks.add(
            {.matter = Matter::NotThisFormat,
             .feature = {0, {}, {}, xml.lineOf(xml.root())},
             .text = "KML, GPX, CAP",
             .other = std::string(name)});
    }
}

} // namespace sz::layers
