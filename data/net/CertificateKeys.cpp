// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/CertificateKeys.h"

#include "data/net/OpenSsl.h"

namespace sz::net {

Result<std::vector<PublicKey>> certificateKeys(const std::string& pem)
{
    return certificatesFromPem(pem).transform([](const std::vector<X509Ptr>& certificates) {
        std::vector<PublicKey> keys;
        for (const X509Ptr& one : certificates) {
            PublicKey key{};
            std::size_t size = key.size();
            const EVP_PKEY* raw = X509_get0_pubkey(one.get());
            if (raw != nullptr && EVP_PKEY_get_raw_public_key(raw, key.data(), &size) == 1
                && size == key.size()) {
                keys.push_back(key);
            }
        }
        return keys;
    });
}

} // namespace sz::net
