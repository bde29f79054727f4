// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One function a format. Each fills a RawLayer, remarks what is wrong, and never throws: what could be read stays.

#include "data/base/Bytes.h"
#include "data/exchange/TextDecode.h"
#include "data/layers/LayerInput.h"
#include "data/layers/RawLayer.h"

namespace sz::layers {

/// Texts are UTF-8 (decodedText). Thread: any; time and memory are in proportion to the bytes, within the bounds of RawLayer.h.
void readGeoJson(std::string_view text, RawLayer& layer);
void readCsv(std::string_view text, RawLayer& layer);
/// KML, GPX or CAP, by its root element; sets the format. Entities are not expanded, nothing is fetched.
void readXml(std::string text, RawLayer& layer);
/// The KML within; at most kMostXmlBytes of it are unpacked.
void readKmz(BytesView bytes, RawLayer& layer);
/// With its sisters beside it.
void readShapefile(const LayerInput& input, RawLayer& layer);
/// What lies beside a database that is open somewhere; empty: nothing.
struct Beside
{
    BytesView log;     ///< its -wal
    BytesView journal; ///< its -journal
};
/// `bytes` are a copy nobody else reads: its head may be changed, and pages of what lies beside it are written into it.
void readGeoPackage(std::span<std::uint8_t> bytes, const Beside& beside, RawLayer& layer);

/// Well-known binary, ISO or extended, of a geometry (OGC 06-103r4 §8). Empty: nothing is wrong; else what, in the words of
/// Matter::BadGeometry, or "type N" for a curve or surface.
[[nodiscard]] std::string readWkb(BytesView bytes, FileGeometry& into, std::int64_t& heights);

/// Bytes of a text file as UTF-8; remarks another encoding than UTF-8 when `expectsUtf8`, and characters that are lost.
[[nodiscard]] std::string decodedText(BytesView bytes, bool expectsUtf8, RawLayer& layer);
/// The same, without a copy where the bytes are UTF-8; the bytes outlive it.
void decodeInto(BytesView bytes, bool expectsUtf8, RawLayer& layer, exchange::DecodedView& out);

} // namespace sz::layers
