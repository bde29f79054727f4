// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/log/EntryPeek.h"

#include <algorithm>

namespace sz::log {
namespace {

enum Major : std::uint8_t {
    kUnsigned = 0,
    kNegative = 1,
    kBytes = 2,
    kText = 3,
    kArray = 4,
    kMap = 5,
    kSimple = 7,
};

struct Head
{
    std::uint8_t major = 0;
    std::uint64_t value = 0;
};

/// Goes over CBOR item by item. After a fault every read gives nothing.
class Cursor
{
public:
    explicit Cursor(BytesView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool ok() const { return m_isOk; }
    [[nodiscard]] bool isAtEnd() const { return m_bytes.empty(); }

    Head head()
    {
        if (m_bytes.empty()) {
            return fault();
        }
        const std::uint8_t first = m_bytes.front();
        m_bytes = m_bytes.subspan(1);
        const std::uint8_t low = first & 0x1F;
        Head out{static_cast<std::uint8_t>(first >> 5), low};
        if (low < 24) {
            return out;
        }
        const std::size_t width = std::size_t{1} << (low - 24);
        if (low > 27 || m_bytes.size() < width) {
            return fault();
        }
        out.value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            out.value = out.value << 8 | m_bytes[i];
        }
        m_bytes = m_bytes.subspan(width);
        return out;
    }

    std::uint64_t number() { return expect(kUnsigned).value; }
    BytesView bytes() { return take(expect(kBytes).value); }
    std::string_view text()
    {
        const BytesView view = take(expect(kText).value);
        return {reinterpret_cast<const char*>(view.data()), view.size()};
    }
    Head expect(Major major)
    {
        const Head h = head();
        return h.major == major ? h : fault();
    }

    void skip(int depth = 0)
    {
        const Head h = head();
        if (depth > 32) {
            fault();
        } else if (h.major == kBytes || h.major == kText) {
            take(h.value);
        } else if (h.major == kArray || h.major == kMap) {
            const std::uint64_t items = h.major == kMap ? h.value * 2 : h.value;
            for (std::uint64_t i = 0; i < items && m_isOk; ++i) {
                skip(depth + 1);
            }
        }
    }

private:
    Head fault()
    {
        m_isOk = false;
        m_bytes = {};
        return {};
    }
    BytesView take(std::uint64_t size)
    {
        if (size > m_bytes.size()) {
            fault();
            return {};
        }
        const BytesView out = m_bytes.first(static_cast<std::size_t>(size));
        m_bytes = m_bytes.subspan(static_cast<std::size_t>(size));
        return out;
    }

    BytesView m_bytes;
    bool m_isOk = true;
};

// Keys of the entry map (Entry.cpp).
void readField(Cursor& in, std::uint64_t key, EntryHead& out)
{
    switch (key) {
    case 1:
        if (const BytesView id = in.bytes(); id.size() == out.id.bytes.size()) {
            std::ranges::copy(id, out.id.bytes.begin());
        }
        break;
    case 2:
        out.desk = in.text();
        break;
    case 7:
        out.time.counter = static_cast<std::uint32_t>(in.number());
        break;
    case 8:
        out.type = static_cast<std::uint32_t>(in.number());
        break;
    case 9:
        out.typeVersion = static_cast<std::uint32_t>(in.number());
        break;
    case 10:
        out.kind = static_cast<SubjectKind>(in.number());
        break;
    case 11:
        out.subject = in.text();
        break;
    case 13:
        out.body = in.bytes();
        break;
    default:
        in.skip();
    }
}

} // namespace

Result<EntryHead> peekEntry(BytesView raw)
{
    Cursor in(raw);
    EntryHead out;
    const std::uint64_t fields = in.expect(kMap).value;
    for (std::uint64_t i = 0; i < fields && in.ok(); ++i) {
        const Head key = in.head();
        if (key.major == kUnsigned && key.value == 6) { // the one number that may be negative
            const Head wall = in.head();
            const auto ms = static_cast<std::int64_t>(wall.value);
            out.time.wall = fromUtcMs(wall.major == kNegative ? -1 - ms : ms);
        } else if (key.major == kUnsigned) {
            readField(in, key.value, out);
        } else {
            in.skip();
        }
    }
    if (!in.ok() || !in.isAtEnd()) {
        return fail(Code::BadEncoding, "an entry that cannot be read");
    }
    return out;
}

} // namespace sz::log
