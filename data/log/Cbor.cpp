// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/log/Cbor.h"

#include <algorithm>
#include <format>
#include <type_traits>

namespace sz::log {
namespace {

constexpr int kMaxDepth = 32;
constexpr std::uint64_t kMaxReserve = 1024;

// Major types of RFC 8949 §3.1, already shifted.
constexpr std::uint8_t kUnsigned = 0x00;
constexpr std::uint8_t kNegative = 0x20;
constexpr std::uint8_t kBytes = 0x40;
constexpr std::uint8_t kText = 0x60;
constexpr std::uint8_t kArray = 0x80;
constexpr std::uint8_t kMap = 0xA0;
constexpr std::uint8_t kFalse = 0xF4;
constexpr std::uint8_t kTrue = 0xF5;
constexpr std::uint8_t kNull = 0xF6;

void putHead(Bytes& out, std::uint8_t major, std::uint64_t n)
{
    const int width = n < 24 ? 0 : n <= 0xFF ? 1 : n <= 0xFFFF ? 2 : n <= 0xFFFFFFFF ? 4 : 8;
    if (width == 0) {
        out.push_back(static_cast<std::uint8_t>(major | n));
        return;
    }
    const int code = width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    out.push_back(static_cast<std::uint8_t>(major | code));
    for (int i = width - 1; i >= 0; --i) {
        out.push_back(static_cast<std::uint8_t>(n >> (8 * i)));
    }
}

void put(Bytes& out, const Value& value);

void putInteger(Bytes& out, std::int64_t n)
{
    if (n >= 0) {
        putHead(out, kUnsigned, static_cast<std::uint64_t>(n));
    } else {
        putHead(out, kNegative, static_cast<std::uint64_t>(-(n + 1)));
    }
}

struct Put
{
    Bytes& out;

    void operator()(std::monostate) const { out.push_back(kNull); }
    void operator()(bool b) const { out.push_back(b ? kTrue : kFalse); }
    void operator()(std::int64_t n) const { putInteger(out, n); }
    void operator()(const std::string& s) const
    {
        putHead(out, kText, s.size());
        out.insert(out.end(), s.begin(), s.end());
    }
    void operator()(const Bytes& b) const
    {
        putHead(out, kBytes, b.size());
        out.insert(out.end(), b.begin(), b.end());
    }
    void operator()(const Array& items) const
    {
        putHead(out, kArray, items.size());
        for (const Value& item : items) {
            put(out, item);
        }
    }
    // std::map sorts -1 before 0; bytewise order of the heads puts negative keys last, so two passes.
    void operator()(const Fields& fields) const
    {
        putHead(out, kMap, fields.size());
        for (auto it = fields.lower_bound(0); it != fields.end(); ++it) {
            putInteger(out, it->first);
            put(out, it->second);
        }
        for (auto it = std::make_reverse_iterator(fields.lower_bound(0)); it != fields.rend();
             ++it) {
            putInteger(out, it->first);
            put(out, it->second);
        }
    }
};

void put(Bytes& out, const Value& value)
{
    std::visit(Put{out}, value.data());
}

class Decoder
{
public:
    explicit Decoder(BytesView in) : m_in(in) {}

    Result<Value> item(int depth)
    {
        if (depth > kMaxDepth) {
            return bad("nested too deep");
        }
        if (m_at >= m_in.size()) {
            return bad("truncated");
        }
        const std::uint8_t first = m_in[m_at];
        if (first >= 0xE0) {
            return simple(first);
        }
        ++m_at;
        const auto n = argument(first & 0x1F);
        if (!n) {
            return std::unexpected(n.error());
        }
        return body(static_cast<std::uint8_t>(first & 0xE0), *n, depth);
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_in.size(); }
    [[nodiscard]] std::unexpected<Error> bad(const char* what) const
    {
        return fail(Code::BadEncoding, std::format("CBOR {} at byte {}", what, m_at));
    }

private:
    Result<std::uint64_t> argument(int info)
    {
        if (info < 24) {
            return static_cast<std::uint64_t>(info);
        }
        if (info > 27) {
            return bad("indefinite or reserved length");
        }
        const std::size_t width = std::size_t{1} << (info - 24);
        if (m_in.size() - m_at < width) {
            return bad("truncated");
        }
        std::uint64_t n = 0;
        for (std::size_t i = 0; i < width; ++i) {
            n = n << 8 | m_in[m_at++];
        }
        const std::uint64_t least = width == 1 ? 24 : std::uint64_t{1} << (4 * width);
        if (n < least) {
            return bad("number not in its shortest form");
        }
        return n;
    }

    Result<Value> simple(std::uint8_t first)
    {
        ++m_at;
        switch (first) {
        case kFalse:
            return Value(false);
        case kTrue:
            return Value(true);
        case kNull:
            return Value();
        default:
            --m_at;
            return bad("float or unknown simple value");
        }
    }

    Result<Value> body(std::uint8_t major, std::uint64_t n, int depth)
    {
        switch (major) {
        case kUnsigned:
        case kNegative:
            return number(major, n);
        case kBytes:
        case kText:
            return string(major, n);
        case kArray:
            return array(n, depth);
        case kMap:
            return map(n, depth);
        default:
            return bad("tag");
        }
    }

    Result<Value> number(std::uint8_t major, std::uint64_t n) const
    {
        if (n > static_cast<std::uint64_t>(INT64_MAX)) {
            return bad("number beyond 63 bits");
        }
        const auto value = static_cast<std::int64_t>(n);
        return Value(major == kUnsigned ? value : -1 - value);
    }

    Result<Value> string(std::uint8_t major, std::uint64_t n)
    {
        if (n > m_in.size() - m_at) {
            return bad("string longer than the input");
        }
        const BytesView part = m_in.subspan(m_at, static_cast<std::size_t>(n));
        m_at += part.size();
        if (major == kBytes) {
            return Value(Bytes(part.begin(), part.end()));
        }
        if (!isUtf8(textOf(part))) {
            return bad("text that is not UTF-8");
        }
        return Value(std::string(textOf(part)));
    }

    Result<Value> array(std::uint64_t n, int depth)
    {
        if (n > m_in.size() - m_at) // each item takes at least one byte
        {
            return bad("array longer than the input");
        }
        Array items;
        items.reserve(static_cast<std::size_t>(
            std::min(n, kMaxReserve))); // a claim costs no memory, only items do
        for (std::uint64_t i = 0; i < n; ++i) {
            auto one = item(depth + 1);
            if (!one) {
                return one;
            }
            items.push_back(std::move(*one));
        }
        return Value(std::move(items));
    }

    Result<Value> map(std::uint64_t n, int depth)
    {
        if (n > (m_in.size() - m_at) / 2) {
            return bad("map longer than the input");
        }
        Fields fields;
        std::optional<std::int64_t> last;
        for (std::uint64_t i = 0; i < n; ++i) {
            auto key = item(depth + 1);
            if (!key) {
                return key;
            }
            const auto* number = key->as<std::int64_t>();
            if (number == nullptr || (last && !isAfter(*number, *last))) {
                return bad("map key that is no integer or not ascending");
            }
            last = *number;
            auto one = item(depth + 1);
            if (!one) {
                return one;
            }
            fields.emplace(*number, std::move(*one));
        }
        return Value(std::move(fields));
    }

    // Encoded order: 0, 1, 2, … then -1, -2, …
    static bool isAfter(std::int64_t key, std::int64_t last)
    {
        if ((key < 0) != (last < 0)) {
            return key < 0;
        }
        return key < 0 ? key < last : key > last;
    }

    BytesView m_in;
    std::size_t m_at = 0;
};

} // namespace

Bytes encode(const Value& value)
{
    Bytes out;
    out.reserve(128);
    put(out, value);
    return out;
}

Result<Value> decode(BytesView bytes)
{
    Decoder decoder(bytes);
    auto value = decoder.item(0);
    if (value && !decoder.atEnd()) {
        return decoder.bad("trailing bytes");
    }
    return value;
}

template <class T>
const T* FieldReader::find(std::int64_t key, bool required)
{
    const auto it = m_fields.find(key);
    if (it == m_fields.end() || it->second.isNull()) {
        if (required) {
            reject(key);
        }
        return nullptr;
    }
    const T* value = it->second.as<T>();
    if (value == nullptr) {
        reject(key);
    }
    return value;
}

std::int64_t FieldReader::integer(std::int64_t key)
{
    const auto* v = find<std::int64_t>(key, true);
    return v != nullptr ? *v : 0;
}

std::int64_t FieldReader::integerOr(std::int64_t key, std::int64_t otherwise)
{
    const auto* v = find<std::int64_t>(key, false);
    return v != nullptr ? *v : otherwise;
}

bool FieldReader::booleanOr(std::int64_t key, bool otherwise)
{
    const auto* v = find<bool>(key, false);
    return v != nullptr ? *v : otherwise;
}

std::string FieldReader::text(std::int64_t key)
{
    const auto* v = find<std::string>(key, true);
    return v != nullptr ? *v : std::string();
}

std::string FieldReader::textOr(std::int64_t key, std::string otherwise)
{
    const auto* v = find<std::string>(key, false);
    return v != nullptr ? *v : std::move(otherwise);
}

Bytes FieldReader::bytes(std::int64_t key)
{
    const auto* v = find<Bytes>(key, true);
    return v != nullptr ? *v : Bytes();
}

namespace {
const Array kNoItems;
}

const Array& FieldReader::array(std::int64_t key)
{
    const auto* v = find<Array>(key, true);
    return v != nullptr ? *v : kNoItems;
}

const Array& FieldReader::arrayOr(std::int64_t key)
{
    const auto* v = find<Array>(key, false);
    return v != nullptr ? *v : kNoItems;
}

const Fields* FieldReader::fields(std::int64_t key) const
{
    const auto it = m_fields.find(key);
    return it == m_fields.end() ? nullptr : it->second.as<Fields>();
}

void FieldReader::reject(std::int64_t key)
{
    if (!m_wrong) {
        m_wrong = key;
    }
}

Result<void> FieldReader::finish(const char* what) const
{
    if (m_wrong) {
        return fail(
            Code::BadEncoding,
            std::format("{}: field {} is missing or of a wrong type", what, *m_wrong));
    }
    return {};
}

} // namespace sz::log
