// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Secret.h"

#include "data/base/Argon2.h"
#include "data/base/Hash.h"
#include "data/base/SimulatedChance.h"

#include <openssl/crypto.h>

#include <array>
#include <stdexcept>

namespace sz {
namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::uint32_t kMostKib = 1024 * 1024;
constexpr std::uint32_t kMostPasses = 32;
constexpr std::uint32_t kMostLanes = 8;

// OpenSSL fails here only without memory or without its default provider.
Bytes hashOf(const Verifier& by, std::string_view secret)
{
    auto out = argon2id(secret, by.salt, {by.memoryKib, by.passes, by.lanes});
    if (!out) {
        throw std::runtime_error(out.error().detail);
    }
    return *std::move(out);
}

// What a simulated person's password costs: a night has hundreds.
Verifier withCosts()
{
    Verifier out;
    if (SimulatedChance::current() != nullptr) {
        out.memoryKib = 8;
        out.passes = 1;
    }
    out.salt.resize(kSaltBytes);
    return out;
}

bool isSane(const Verifier& v)
{
    return v.salt.size() >= 8 && v.hash.size() == kHashBytes && v.passes >= 1 && v.lanes >= 1
           && v.lanes <= kMostLanes && v.memoryKib >= 8 * v.lanes && v.memoryKib <= kMostKib
           && v.passes <= kMostPasses;
}

} // namespace

Verifier makeVerifier(std::string_view secret)
{
    Verifier out = withCosts();
    fillRandom(out.salt);
    out.hash = hashOf(out, secret);
    return out;
}

bool isSecret(const Verifier& verifier, std::string_view secret)
{
    if (!isSane(verifier)) {
        return false;
    }
    const Bytes found = hashOf(verifier, secret);
    return CRYPTO_memcmp(found.data(), verifier.hash.data(), found.size()) == 0;
}

void pretendToVerify(std::string_view secret)
{
    hashOf(withCosts(), secret);
}

std::string makeStartSecret()
{
    constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford
    std::array<std::uint8_t, 12> random{};
    fillRandom(random);
    std::string out;
    for (std::size_t i = 0; i < random.size(); ++i) {
        out += i > 0 && i % 4 == 0 ? "-" : "";
        out += kLetters[random[i] % kLetters.size()];
    }
    return out;
}

} // namespace sz
