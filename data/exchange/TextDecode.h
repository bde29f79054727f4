// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes of a text file in whatever encoding an office program wrote, as UTF-8.

#include "data/base/Bytes.h"

#include <string>
#include <string_view>

namespace sz::exchange {

enum class Encoding : std::uint8_t {
    Utf8,
    Gb18030, ///< and with it GBK and GB 2312
    Utf16Le,
    Utf16Be,
};
/// "UTF-8", "GB18030", …
[[nodiscard]] const char* encodingName(Encoding encoding);

/// What a byte that means nothing becomes.
inline constexpr std::string_view kDamaged = "\xEF\xBF\xBD";

struct Decoded
{
    std::string text; ///< UTF-8 without byte order mark; may hold kDamaged
    Encoding encoding = Encoding::Utf8;
};

/// UTF-8, in the bytes themselves when they are that already: a large file is not copied.
struct DecodedView
{
    std::string own;       ///< empty when nothing had to be changed
    std::string_view text; ///< of the bytes, or of `own`; not to be moved or copied apart from them
    Encoding encoding = Encoding::Utf8;
};
/// As decodeText, into `out`. The bytes outlive it.
void decodeInto(BytesView bytes, DecodedView& out);
/// Loads what iconv needs from disk, for a process that may open nothing later.
void loadEncodings();

/// By its byte order mark; else by its NULs (UTF-16), else UTF-8 when nearly all of it is, else GB18030. Never fails: what
/// cannot be read is kDamaged, and nothing after it is lost.
[[nodiscard]] Decoded decodeText(BytesView bytes);
/// The same when the encoding is known.
[[nodiscard]] std::string decodeText(BytesView bytes, Encoding encoding);
/// A picture or a program under a sheet's name: there is a NUL in what was decoded.
[[nodiscard]] bool isNoText(std::string_view decoded);

} // namespace sz::exchange
