// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Serve.h"

#include "data/confine/Frames.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <unistd.h>

namespace sz::confine {
namespace {

constexpr std::uint64_t kRoom = 512U << 20U;
constexpr std::uint64_t kTimesTheFile = 4;
constexpr std::uint64_t kMostMemory = 1536U << 20U;

void put(BytesView bytes)
{
    while (!bytes.empty()) {
        const auto put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (put > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        } else if (errno != EINTR) {
            ::_exit(EXIT_FAILURE);
        }
    }
}

} // namespace

Bounds boundsFor(std::uint64_t fileBytes)
{
    Bounds bounds;
    bounds.memory = std::min(kRoom + kTimesTheFile * fileBytes, kMostMemory);
    return bounds;
}

int serve(
    const std::string& speaks,
    std::int64_t version,
    const Bounds& bounds,
    const std::function<void(const Out&)>& work)
{
    try {
        Bytes hello;
        writeFrame(hello, encodeHello({speaks, version, confine(bounds)}));
        put(hello);
        work(put);
        return EXIT_SUCCESS;
    } catch (const std::bad_alloc&) {
        return kExitMemory;
    } catch (const std::length_error&) {
        return kExitMemory; // a string or list longer than any memory
    }
}

} // namespace sz::confine
