// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How a child says anything: four bytes of length, little end first, then one CBOR map whose field 0 says which frame it is.

#include "data/base/Bytes.h"
#include "data/confine/Confine.h"

#include <functional>
#include <string>

namespace sz::confine {

inline constexpr std::uint32_t kMostFrame =
    1U << 20U; ///< bytes of one: what it may become when decoded is some 60 times that
inline constexpr std::uint32_t kFrameVersion = 1;
/// Field 0 of the first frame; the others belong to what is read.
inline constexpr std::int64_t kHello = 1;

/// Takes a stream of bytes apart. Thread: any one.
class FrameSplitter
{
public:
    /// `take` says whether the frame made sense. False: one of them did not, or a length is none; the rest means nothing.
    [[nodiscard]] bool feed(BytesView bytes, const std::function<bool(BytesView frame)>& take);
    /// Everything that came has been taken.
    [[nodiscard]] bool isEmpty() const { return m_pending.empty(); }

private:
    Bytes m_pending;
};

/// The frame with its length before it.
void writeFrame(Bytes& out, BytesView payload);

/// Who speaks: the version of these frames and of what is in them, and what holds the child.
struct Hello
{
    std::string speaks; ///< "layer", "book"
    std::int64_t version = 0;
    Confinement held{};
};
[[nodiscard]] Bytes encodeHello(const Hello& hello);
/// Errors: BadEncoding, also for frames of another version.
[[nodiscard]] Result<Hello> decodeHello(BytesView frame);

/// For logs: what is missing; empty when nothing is.
[[nodiscard]] std::string missingOf(const Confinement& held);

} // namespace sz::confine
