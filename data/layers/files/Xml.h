// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The formats made of XML, over a tree that is already there.

#include "data/layers/files/XmlText.h"

namespace sz::layers {

void readKml(const XmlText& xml, RawLayer& layer);
void readGpx(const XmlText& xml, RawLayer& layer);
/// One feature an area of each info of the alert, with what the alert says as its properties.
void readCap(const XmlText& xml, RawLayer& layer);

} // namespace sz::layers
