// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Ulid.h"

#include "data/base/Hash.h"

namespace sz {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void putTime(Ulid& id, std::uint64_t ms)
{
    for (std::size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
}

// The next value after `id`; the 128 bits wrap only after 2^80 ids in one millisecond.
void increment(Ulid& id)
{
    for (std::size_t i = id.bytes.size(); i-- > 0;) {
        if (++id.bytes[i] != 0) {
            return;
        }
    }
}

} // namespace

Instant Ulid::time() const
{
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        ms = ms * 256 + bytes[i];
    }
    return fromUtcMs(ms);
}

std::string Ulid::text() const
{
    // 130 bits: two leading zero bits, then the 128 of the id, five at a time.
    std::string out(26, '0');
    for (std::size_t c = 0; c < 26; ++c) {
        unsigned value = 0;
        for (std::size_t b = 0; b < 5; ++b) {
            const std::size_t bit = c * 5 + b;
            const unsigned one = bit < 2 ? 0U : (bytes[(bit - 2) / 8] >> (7 - (bit - 2) % 8)) & 1U;
            value = value * 2 + one;
        }
        out[c] = kAlphabet[value];
    }
    return out;
}

Result<Ulid> Ulid::parse(std::string_view text)
{
    Ulid id;
    if (text.size() != 26 || text[0] > '7') {
        return fail(Code::BadEncoding, "a ULID has 26 characters and starts with 0 to 7");
    }
    for (std::size_t c = 0; c < 26; ++c) {
        const std::size_t value = kAlphabet.find(text[c]);
        if (value == std::string_view::npos) {
            return fail(Code::BadEncoding, "not a Crockford base 32 character");
        }
        for (std::size_t b = 0; b < 5; ++b) {
            const std::size_t bit = c * 5 + b;
            if (bit >= 2 && ((value >> (4 - b)) & 1U) != 0) {
                id.bytes[(bit - 2) / 8] |= static_cast<std::uint8_t>(1U << (7 - (bit - 2) % 8));
            }
        }
    }
    return id;
}

Ulid UlidMaker::next(Instant now)
{
    Ulid id;
    if (now > m_last.time()) {
        putTime(id, static_cast<std::uint64_t>(toUtcMs(now)));
        const auto tail = std::span(id.bytes).subspan(6);
        m_random ? m_random(tail) : fillRandom(tail);
    } else {
        id = m_last;
        increment(id);
    }
    m_last = id;
    return id;
}

} // namespace sz
