// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sync/Frames.h"

#include "tests/fuzz/Runs.h"

namespace sz::fuzz {

void frame(BytesView input)
{
    const auto read = sync::decodeFrame(input);
    if (!read || std::holds_alternative<sync::UnknownFrame>(*read)) {
        return;
    }
    const Bytes written = sync::encodeFrame(*read);
    const auto again = sync::decodeFrame(written);
    require(
        again && again->index() == read->index() && sync::encodeFrame(*again) == written,
        "a frame changes when written again");
}

// A signature holds over exactly what was signed.
void batch(BytesView input)
{
    static const SigningKey key = std::move(SigningKey::fromSeed(Bytes(32, 7)).value());
    const auto read = sync::decodeFrame(input);
    const auto* push = read ? std::get_if<sync::Push>(&*read) : nullptr;
    if (push == nullptr) {
        return;
    }
    require(!log::verifyBatch(push->batch, key.publicKey()), "a stranger's signature verifies");
    log::Batch signedOne = push->batch;
    log::signBatch(signedOne, key);
    require(log::verifyBatch(signedOne, key.publicKey()), "our own signature does not verify");
    signedOne.firstCounter += 1;
    require(!log::verifyBatch(signedOne, key.publicKey()), "the counter is not signed");
}

} // namespace sz::fuzz
