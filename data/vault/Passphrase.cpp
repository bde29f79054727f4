// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/vault/Passphrase.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <memory>

namespace sz::vault {
namespace {

struct FreeKdf
{
    void operator()(EVP_KDF* k) const { EVP_KDF_free(k); }
    void operator()(EVP_KDF_CTX* c) const { EVP_KDF_CTX_free(c); }
};

bool isSane(BytesView salt, const Argon2& how)
{
    constexpr std::uint32_t kMostMemory = 1U << 20U;
    return salt.size() >= 8 && how.lanes >= 1 && how.lanes <= 16 && how.passes >= 1
           && how.passes <= 64 && how.memoryKib >= 8 * how.lanes && how.memoryKib <= kMostMemory;
}

} // namespace

Result<SecretKey> keyFromPassphrase(std::string_view passphrase, BytesView salt, const Argon2& how)
{
    if (passphrase.empty() || !isSane(salt, how)) {
        return fail(Code::BadArgument, "Argon2id figures out of range");
    }
    const std::unique_ptr<EVP_KDF, FreeKdf> kdf{EVP_KDF_fetch(nullptr, "ARGON2ID", nullptr)};
    const std::unique_ptr<EVP_KDF_CTX, FreeKdf> context{kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr};
    if (!context) {
        return fail(Code::Internal, "this OpenSSL has no Argon2id");
    }
    Argon2 figures = how;
    Bytes words(passphrase.begin(), passphrase.end());
    Bytes salted(salt.begin(), salt.end());
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, words.data(), words.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salted.data(), salted.size()),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &figures.passes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &figures.memoryKib),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &figures.lanes),
        OSSL_PARAM_construct_end()};
    Bytes out(32);
    const bool isMade = EVP_KDF_derive(context.get(), out.data(), out.size(), parameters) == 1;
    wipe(words);
    auto key = isMade ? SecretKey::fromBytes(out) : fail(Code::Internal, "Argon2id failed");
    wipe(out);
    return key;
}

} // namespace sz::vault
