// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Frames.h"

#include "data/log/Cbor.h"

#include <algorithm>

namespace sz::confine {
namespace {

constexpr std::size_t kHead = 4;

std::uint32_t lengthOf(BytesView head)
{
    return std::uint32_t{head[0]} | std::uint32_t{head[1]} << 8U | std::uint32_t{head[2]} << 16U
           | std::uint32_t{head[3]} << 24U;
}

} // namespace

// Whole frames are taken where they came; only the piece at the end is copied. A length that was only claimed costs nothing.
bool FrameSplitter::feed(BytesView bytes, const std::function<bool(BytesView)>& take)
{
    if (!m_pending.empty()) {
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
        bytes = m_pending;
    }
    while (bytes.size() >= kHead) {
        const std::uint32_t length = lengthOf(bytes);
        if (length == 0 || length > kMostFrame) {
            return false;
        }
        if (bytes.size() - kHead < length) {
            break;
        }
        if (!take(bytes.subspan(kHead, length))) {
            return false;
        }
        bytes = bytes.subspan(kHead + length);
    }
    if (bytes.data() != m_pending.data() || bytes.size() != m_pending.size()) {
        m_pending = Bytes(bytes.begin(), bytes.end());
    }
    return true;
}

void writeFrame(Bytes& out, BytesView payload)
{
    const auto length = static_cast<std::uint32_t>(payload.size());
    for (unsigned shift = 0; shift < 32; shift += 8) {
        out.push_back(static_cast<std::uint8_t>(length >> shift));
    }
    out.insert(out.end(), payload.begin(), payload.end());
}

Bytes encodeHello(const Hello& hello)
{
    log::Fields fields;
    fields[0] = kHello;
    fields[1] = kFrameVersion;
    fields[2] = hello.speaks;
    fields[3] = hello.version;
    fields[4] = hello.held.hasBounds;
    fields[5] = hello.held.hasCalls;
    fields[6] = hello.held.landlock;
    return log::encode(fields);
}

Result<Hello> decodeHello(BytesView frame)
{
    const auto value = log::decode(frame);
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "no hello");
    }
    log::FieldReader reader(*fields);
    if (reader.integer(0) != kHello || reader.integer(1) != kFrameVersion || fields->size() != 7) {
        reader.reject(0);
    }
    Hello hello;
    hello.speaks = reader.text(2);
    hello.version = reader.integer(3);
    hello.held.hasBounds = reader.booleanOr(4, false);
    hello.held.hasCalls = reader.booleanOr(5, false);
    hello.held.landlock = static_cast<int>(std::clamp<std::int64_t>(reader.integer(6), 0, 1000));
    if (auto ok = reader.finish("hello"); !ok) {
        return std::unexpected(ok.error());
    }
    if (!std::ranges::equal(encodeHello(hello), frame)) {
        return fail(Code::BadEncoding, "no hello of ours");
    }
    return hello;
}

std::string missingOf(const Confinement& held)
{
    std::string out;
    const auto add = [&out](bool isThere, const char* what) {
        out += isThere ? "" : (out.empty() ? "" : ", ") + std::string(what);
    };
    add(held.hasBounds, "limits of memory and files");
    add(held.hasCalls, "seccomp");
    add(held.landlock > 0, "Landlock");
    return out;
}

} // namespace sz::confine
