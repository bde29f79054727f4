// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace sz::proof {

std::string toBase64(BytesView bytes)
{
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL ends with a NUL
    const int length = EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(out.data()), bytes.data(), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

Result<Bytes> fromBase64(std::string_view text)
{
    const std::size_t padding =
        std::min<std::size_t>(text.size() - text.find_last_not_of('=') - 1, 2);
    Bytes out(text.size() / 4 * 3);
    const int length = text.size() % 4 != 0
                           ? -1
                           : EVP_DecodeBlock(
                                 out.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                 static_cast<int>(text.size()));
    if (length < 0 || static_cast<std::size_t>(length) < padding) {
        return fail(Code::BadEncoding, "not base 64");
    }
    out.resize(static_cast<std::size_t>(length) - padding);
    if (toBase64(out) != text) { // OpenSSL forgives blanks and stray bits
        return fail(Code::BadEncoding, "not base 64 in its only form");
    }
    return out;
}

Result<Digest> digestFromBase64(std::string_view text)
{
    return fromBase64(text).and_then([](const Bytes& bytes) -> Result<Digest> {
        Digest out{};
        if (bytes.size() != out.size()) {
            return fail(Code::BadEncoding, "a hash has 32 bytes");
        }
        std::ranges::copy(bytes, out.begin());
        return out;
    });
}

} // namespace sz::proof
