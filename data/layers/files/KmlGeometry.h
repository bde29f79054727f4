// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Geometry elements of a KML Placemark.

#include "data/layers/files/XmlText.h"

namespace sz::layers {

struct KmlFault
{
    std::string type; ///< of the geometry; empty: nothing is wrong
    std::string what; ///< a word of Matter::BadGeometry
    int line = 0;
};

[[nodiscard]] bool isKmlGeometry(std::string_view name);
/// Appends one element's geometry; the points read are counted.
[[nodiscard]] KmlFault
readKmlGeometry(const XmlText& xml, pugi::xml_node node, RawLayer& layer, FileGeometry& into);

} // namespace sz::layers
