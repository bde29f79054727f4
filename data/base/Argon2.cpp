// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Argon2.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <array>
#include <memory>

namespace sz {
namespace {

constexpr std::size_t kHashBytes = 32;

struct Free
{
    void operator()(EVP_KDF* kdf) const { EVP_KDF_free(kdf); }
    void operator()(EVP_KDF_CTX* context) const { EVP_KDF_CTX_free(context); }
};

} // namespace

Result<Bytes> argon2id(std::string_view secret, BytesView salt, const Argon2& how)
{
    const std::unique_ptr<EVP_KDF, Free> kdf(EVP_KDF_fetch(nullptr, "ARGON2ID", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, Free> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    Argon2 figures = how;
    std::uint32_t threads = 1;
    Bytes salted(salt.begin(), salt.end());
    Bytes words(secret.begin(), secret.end());
    words.push_back(0); // an empty password has no address otherwise
    const std::array parameters{
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, words.data(), secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salted.data(), salted.size()),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &figures.passes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &figures.memoryKib),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &figures.lanes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_THREADS, &threads),
        OSSL_PARAM_construct_end()};
    Bytes out(kHashBytes);
    const bool isDone =
        context && EVP_KDF_derive(context.get(), out.data(), out.size(), parameters.data()) == 1;
    OPENSSL_cleanse(words.data(), words.size());
    if (!isDone) {
        return fail(Code::Internal, "Argon2id failed");
    }
    return out;
}

} // namespace sz
