// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Readers.h"

namespace sz::layers {
namespace {

std::int64_t damagesIn(std::string_view text)
{
    std::int64_t count = 0;
    for (auto at = text.find(exchange::kDamaged); at != std::string_view::npos;
         at = text.find(exchange::kDamaged, at + exchange::kDamaged.size())) {
        ++count;
    }
    return count;
}

} // namespace

void decodeInto(BytesView bytes, bool expectsUtf8, RawLayer& layer, exchange::DecodedView& out)
{
    exchange::decodeInto(bytes, out);
    layer.encoding = exchange::encodingName(out.encoding);
    if (expectsUtf8 && out.encoding != exchange::Encoding::Utf8) {
        layer.remarks.add(
            {.matter = Matter::OtherEncoding, .text = layer.encoding, .other = "UTF-8"});
    }
    if (const std::int64_t lost = damagesIn(out.text)) {
        layer.remarks.add({.matter = Matter::DamagedText, .text = layer.encoding, .a = lost});
    }
}

std::string decodedText(BytesView bytes, bool expectsUtf8, RawLayer& layer)
{
    exchange::DecodedView view;
    decodeInto(bytes, expectsUtf8, layer, view);
    return view.own.empty() ? std::string(view.text) : std::move(view.own);
}

} // namespace sz::layers
