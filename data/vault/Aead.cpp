// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/vault/Aead.h"

#include "data/base/Hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace sz::vault {
namespace {

constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;

struct Free
{
    void operator()(EVP_CIPHER_CTX* c) const { EVP_CIPHER_CTX_free(c); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, Free>;

int sizeOf(BytesView bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

SecretKey SecretKey::generate()
{
    SecretKey key;
    fillRandom(key.m_bytes);
    return key;
}

Result<SecretKey> SecretKey::fromBytes(BytesView bytes)
{
    SecretKey key;
    if (bytes.size() != key.m_bytes.size()) {
        return fail(Code::BadEncoding, "a key has 32 bytes");
    }
    std::ranges::copy(bytes, key.m_bytes.begin());
    return key;
}

SecretKey::SecretKey(SecretKey&& other) noexcept : m_bytes(other.m_bytes)
{
    OPENSSL_cleanse(other.m_bytes.data(), other.m_bytes.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

SecretKey::~SecretKey()
{
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

Bytes seal(const SecretKey& key, BytesView plain, BytesView about)
{
    Bytes out(kNonce + plain.size() + kTag);
    fillRandom(std::span(out).first(kNonce));
    const Context context{EVP_CIPHER_CTX_new()};
    int n = 0;
    const bool ok =
        context
        && EVP_EncryptInit_ex2(
               context.get(), EVP_aes_256_gcm(), key.bytes().data(), out.data(), nullptr)
               == 1
        && EVP_EncryptUpdate(context.get(), nullptr, &n, about.data(), sizeOf(about)) == 1
        && EVP_EncryptUpdate(context.get(), out.data() + kNonce, &n, plain.data(), sizeOf(plain))
               == 1
        && EVP_EncryptFinal_ex(context.get(), out.data() + kNonce + n, &n) == 1
        && EVP_CIPHER_CTX_ctrl(
               context.get(), EVP_CTRL_AEAD_GET_TAG, kTag, out.data() + kNonce + plain.size())
               == 1;
    if (!ok) {
        throw std::runtime_error("AES-256-GCM is not available"); // a broken OpenSSL, no input
    }
    return out;
}

Result<Bytes> unseal(const SecretKey& key, BytesView sealed, BytesView about)
{
    if (sealed.size() < kSealOverhead) {
        return fail(Code::BadEncoding, "too short to be sealed");
    }
    const BytesView body = sealed.subspan(kNonce, sealed.size() - kSealOverhead);
    Bytes tag(sealed.end() - static_cast<std::ptrdiff_t>(kTag), sealed.end());
    Bytes out(body.size());
    const Context context{EVP_CIPHER_CTX_new()};
    int n = 0;
    const bool ok =
        context
        && EVP_DecryptInit_ex2(
               context.get(), EVP_aes_256_gcm(), key.bytes().data(), sealed.data(), nullptr)
               == 1
        && EVP_DecryptUpdate(context.get(), nullptr, &n, about.data(), sizeOf(about)) == 1
        && EVP_DecryptUpdate(context.get(), out.data(), &n, body.data(), sizeOf(body)) == 1
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTag, tag.data()) == 1
        && EVP_DecryptFinal_ex(context.get(), out.data() + n, &n) == 1;
    if (!ok) {
        wipe(out);
        return fail(Code::BadEncoding, "not sealed with this key, or changed");
    }
    return out;
}

void wipe(std::string& text)
{
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

void wipe(Bytes& bytes)
{
    OPENSSL_cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace sz::vault
