// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Bytes.h"
#include "data/exchange/TextDecode.h"
#include "data/layers/text/RemarkText.h"

#include <algorithm>

namespace sz::layers {
namespace {

constexpr std::size_t kLongest = 120;
constexpr std::string_view kBox = "□";

/// Bytes of the character at the front; the text is UTF-8.
std::size_t lengthOf(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

bool isUnseen(std::string_view character)
{
    const auto lead = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) {
        return lead < 0x20 || lead == 0x7F;
    }
    const auto second = static_cast<unsigned char>(character[1]);
    if (character.size() == 2) {
        return lead == 0xC2 && second < 0xA0; // C1
    }
    if (character.size() != 3 || lead != 0xE2) {
        return false;
    }
    const auto third = static_cast<unsigned char>(character[2]);
    const bool isMark = second == 0x80 && (third == 0x8E || third == 0x8F);
    const bool isTurn = second == 0x80 && third >= 0xA8 && third <= 0xAE; // and line separators
    return isMark || isTurn || (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

} // namespace

std::string shown(std::string_view text)
{
    const std::string safe =
        isUtf8(text)
            ? std::string()
            : exchange::decodeText(viewOf(text.substr(0, 4 * kLongest)), exchange::Encoding::Utf8);
    std::string_view rest = safe.empty() ? text : std::string_view(safe);
    std::string out;
    while (!rest.empty() && out.size() < kLongest) {
        const std::size_t length = lengthOf(rest);
        const std::string_view character = rest.substr(0, length);
        out += isUnseen(character) ? kBox : character;
        rest.remove_prefix(length);
    }
    return rest.empty() ? out : out + "…";
}

} // namespace sz::layers
