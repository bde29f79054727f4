// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/Hash.h"

#include "data/base/SimulatedChance.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

namespace sz {
namespace {

struct ContextFree
{
    void operator()(EVP_MD_CTX* c) const { EVP_MD_CTX_free(c); }
};
using Context = std::unique_ptr<EVP_MD_CTX, ContextFree>;

// OpenSSL fails here only without memory or with a broken installation: a bug, hence an exception.
void must(bool ok, const char* what)
{
    if (!ok) {
        throw std::runtime_error(what);
    }
}

const EVP_MD* sha256Method()
{
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return method;
}

} // namespace

Digest sha256(std::initializer_list<BytesView> parts)
{
    thread_local const Context context{EVP_MD_CTX_new()};
    Digest out{};
    must(EVP_DigestInit_ex2(context.get(), sha256Method(), nullptr) == 1, "SHA-256 init");
    for (const BytesView part : parts) {
        must(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1, "SHA-256 update");
    }
    must(EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1, "SHA-256 final");
    return out;
}

void Sha256::Free::operator()(void* context) const
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context));
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    auto* context = static_cast<EVP_MD_CTX*>(m_context.get());
    must(EVP_DigestInit_ex2(context, sha256Method(), nullptr) == 1, "SHA-256 init");
}

void Sha256::add(BytesView bytes)
{
    auto* context = static_cast<EVP_MD_CTX*>(m_context.get());
    must(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "SHA-256 update");
}

Digest Sha256::finish()
{
    Digest out{};
    auto* context = static_cast<EVP_MD_CTX*>(m_context.get());
    must(EVP_DigestFinal_ex(context, out.data(), nullptr) == 1, "SHA-256 final");
    return out;
}

void SigningKey::Free::operator()(void* key) const
{
    EVP_PKEY_free(static_cast<EVP_PKEY*>(key));
}

SigningKey SigningKey::generate()
{
    Bytes seed(32);
    fillRandom(seed);
    return std::move(*fromSeed(seed));
}

Result<SigningKey> SigningKey::fromSeed(BytesView seed)
{
    if (seed.size() != 32) {
        return fail(Code::BadEncoding, "an Ed25519 seed has 32 bytes");
    }
    SigningKey key;
    key.m_key.reset(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    must(key.m_key != nullptr, "Ed25519 key");
    std::size_t length = key.m_public.size();
    must(
        EVP_PKEY_get_raw_public_key(
            static_cast<EVP_PKEY*>(key.m_key.get()), key.m_public.data(), &length)
            == 1,
        "Ed25519 public key");
    return key;
}

Signature SigningKey::sign(BytesView message) const
{
    const Context context{EVP_MD_CTX_new()};
    Signature out{};
    std::size_t length = out.size();
    must(
        EVP_DigestSignInit(
            context.get(), nullptr, nullptr, nullptr, static_cast<EVP_PKEY*>(m_key.get()))
            == 1,
        "Ed25519 init");
    must(
        EVP_DigestSign(context.get(), out.data(), &length, message.data(), message.size()) == 1,
        "Ed25519 sign");
    return out;
}

Bytes SigningKey::seed() const
{
    Bytes out(32);
    std::size_t length = out.size();
    must(
        EVP_PKEY_get_raw_private_key(static_cast<EVP_PKEY*>(m_key.get()), out.data(), &length) == 1,
        "Ed25519 seed");
    return out;
}

bool verifySignature(const PublicKey& key, BytesView message, const Signature& signature)
{
    struct KeyFree
    {
        void operator()(EVP_PKEY* k) const { EVP_PKEY_free(k); }
    };
    const std::unique_ptr<EVP_PKEY, KeyFree> pkey{
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size())};
    const Context context{EVP_MD_CTX_new()};
    return pkey && context
           && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1
           && EVP_DigestVerify(
                  context.get(), signature.data(), signature.size(), message.data(), message.size())
                  == 1;
}

void fillRandom(std::span<std::uint8_t> out)
{
    if (const SimulatedChance* chance = SimulatedChance::current()) {
        chance->fill(out);
        return;
    }
    must(RAND_bytes(out.data(), static_cast<int>(out.size())) == 1, "random bytes");
}

} // namespace sz
