// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/TextDecode.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <memory>
#include <optional>
#include <vector>

namespace sz::exchange {
namespace {

constexpr std::size_t kLook = 64 * 1024; ///< bytes that show which kind it is
constexpr std::size_t kGoodForEachBad =
    100; ///< characters: text in GB18030 is never so nearly UTF-8

class Converter
{
public:
    explicit Converter(const char* from) : m_handle(iconv_open("UTF-8", from)) {}
    ~Converter()
    {
        if (isOpen()) {
            iconv_close(m_handle);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // The handle of a failed open is −1, whatever type it has.
    [[nodiscard]] bool isOpen() const { return reinterpret_cast<std::intptr_t>(m_handle) != -1; }

    /// `unit`: bytes to go past where nothing can be read.
    std::string convert(BytesView bytes, std::size_t unit)
    {
        std::string out;
        out.reserve(bytes.size() * 3 / 2);
        std::array<char, 16 * 1024> room{};
        // iconv takes a char** for historical reasons and does not write to it.
        char* in = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = room.data();
            std::size_t free = room.size();
            const std::size_t done = iconv(m_handle, &in, &left, &to, &free);
            const int why = errno;
            out.append(room.data(), room.size() - free);
            if (done == static_cast<std::size_t>(-1) && why != E2BIG) {
                out += kDamaged;
                const std::size_t past = std::min(unit, left);
                in += past;
                left -= past;
            }
        }
        return out;
    }

private:
    iconv_t m_handle;
};

std::string converted(const char* from, BytesView bytes, std::size_t unit)
{
    Converter converter(from);
    return converter.isOpen() ? converter.convert(bytes, unit) : std::string(kDamaged);
}

/// Bytes of the UTF-8 character at the front; 0 when there is none.
std::size_t utf8Length(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    return length != 0 && length <= text.size() && isUtf8(text.substr(0, length)) ? length : 0;
}

std::string withDamageMarked(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 64);
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        out += length == 0 ? kDamaged : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

bool isNearlyUtf8(std::string_view text)
{
    std::size_t good = 0;
    std::size_t bad = 0;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        good += length > 1 ? 1U : 0U;
        bad += length == 0 ? 1U : 0U;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return good > bad * kGoodForEachBad;
}

constexpr std::size_t kOneSided = 4; ///< NULs of letters and digits for each of a 一 (U+4E00)

/// NULs stand in no 8-bit text; where they stand tells the byte order. On both sides alike they stand in no text at all.
std::optional<Encoding> wideByNuls(BytesView bytes)
{
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < std::min(bytes.size(), kLook); ++i) {
        nuls[i % 2] += bytes[i] == 0 ? 1U : 0U;
    }
    const auto [few, many] = std::ranges::minmax(nuls);
    if (many == 0 || many < kOneSided * few) {
        return std::nullopt;
    }
    return nuls[1] >= nuls[0] ? Encoding::Utf16Le : Encoding::Utf16Be;
}

bool startsWith(BytesView bytes, std::initializer_list<std::uint8_t> mark)
{
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
}

Decoded wide(BytesView bytes, Encoding encoding)
{
    return {converted(encoding == Encoding::Utf16Le ? "UTF-16LE" : "UTF-16BE", bytes, 2), encoding};
}

} // namespace

const char* encodingName(Encoding encoding)
{
    static constexpr std::array kNames{"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
    return kNames[static_cast<std::size_t>(encoding)];
}

void decodeInto(BytesView bytes, DecodedView& out)
{
    const auto own = [&out](Decoded decoded) {
        out.own = std::move(decoded.text);
        out.text = out.own;
        out.encoding = decoded.encoding;
    };
    if (startsWith(bytes, {0xFF, 0xFE})) {
        return own(wide(bytes.subspan(2), Encoding::Utf16Le));
    }
    if (startsWith(bytes, {0xFE, 0xFF})) {
        return own(wide(bytes.subspan(2), Encoding::Utf16Be));
    }
    const bool isMarked = startsWith(bytes, {0xEF, 0xBB, 0xBF});
    const BytesView rest = bytes.subspan(isMarked ? 3 : 0);
    if (const auto encoding = wideByNuls(rest); encoding && !isMarked) {
        return own(wide(rest, *encoding));
    }
    const std::string_view text = textOf(rest);
    if (isUtf8(text)) {
        out.text = text;
        out.encoding = Encoding::Utf8;
    } else if (isMarked || isNearlyUtf8(text)) {
        own({withDamageMarked(text), Encoding::Utf8});
    } else {
        own({converted("GB18030", rest, 1), Encoding::Gb18030});
    }
}

Decoded decodeText(BytesView bytes)
{
    DecodedView view;
    decodeInto(bytes, view);
    if (view.own.empty()) {
        return {std::string(view.text), view.encoding};
    }
    return {std::move(view.own), view.encoding};
}

// Held for the rest of the process's life: iconv forgets what nobody uses.
void loadEncodings()
{
    for (const char* name : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
        static std::vector<std::unique_ptr<Converter>> held;
        held.push_back(std::make_unique<Converter>(name));
        (void)held.back()->convert(viewOf("ab"), 1);
    }
}

std::string decodeText(BytesView bytes, Encoding encoding)
{
    switch (encoding) {
    case Encoding::Gb18030:
        return converted("GB18030", bytes, 1);
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        return wide(bytes, encoding).text;
    case Encoding::Utf8:
        break;
    }
    return withDamageMarked(textOf(bytes));
}

bool isNoText(std::string_view decoded)
{
    return decoded.contains('\0');
}

} // namespace sz::exchange
