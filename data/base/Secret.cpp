// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Secret.h"

#include "data/base/Hash.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace sz {
namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::uint32_t kMostKib = 1024 * 1024;
constexpr std::uint32_t kMostPasses = 32;
constexpr std::uint32_t kMostLanes = 8;

struct Free
{
    void operator()(EVP_KDF* kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }
};

// OpenSSL fails here only without memory or without its default provider.
Bytes argon2id(const Verifier& by, std::string_view secret)
{
    const std::unique_ptr<EVP_KDF, Free> kdf(EVP_KDF_fetch(nullptr, "ARGON2ID", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Free> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    std::uint32_t memory = by.memoryKib;
    std::uint32_t passes = by.passes;
    std::uint32_t lanes = by.lanes;
    std::uint32_t threads = 1;
    Bytes salt = by.salt;
    Bytes pass(secret.begin(), secret.end());
    pass.push_back(0); // an empty password has no address otherwise
    const std::array parameters{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, pass.data(), secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt.data(), salt.size()),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &passes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &memory),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &lanes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_THREADS, &threads),
        OSSL_PARAM_construct_end()};
    Bytes out(kHashBytes);
    const bool isDone =
        context && EVP_KDF_derive(context.get(), out.data(), out.size(), parameters.data()) == 1;
    OPENSSL_cleanse(pass.data(), pass.size());
    if (!isDone) {
        throw std::runtime_error("Argon2id");
    }
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
    Verifier out;
    out.salt.resize(kSaltBytes);
    fillRandom(out.salt);
    out.hash = argon2id(out, secret);
    return out;
}

bool isSecret(const Verifier& verifier, std::string_view secret)
{
    if (!isSane(verifier)) {
        return false;
    }
    const Bytes found = argon2id(verifier, secret);
    return CRYPTO_memcmp(found.data(), verifier.hash.data(), found.size()) == 0;
}

void pretendToVerify(std::string_view secret)
{
    Verifier nobody;
    nobody.salt.resize(kSaltBytes);
    argon2id(nobody, secret);
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
