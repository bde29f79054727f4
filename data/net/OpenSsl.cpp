// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <array>

namespace sz::net {

std::string opensslError()
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    if (code == 0) {
        return "no detail";
    }
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return text.data();
}

BioPtr readBio(const std::string& text)
{
    return BioPtr{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

Result<PkeyPtr> pkeyFromPem(const std::string& pem)
{
    const BioPtr in = readBio(pem);
    // Never ask a terminal for a pass phrase: an encrypted key is refused.
    const auto noPassphrase = [](char*, int, int, void*) { return -1; };
    PkeyPtr key{in ? PEM_read_bio_PrivateKey(in.get(), nullptr, noPassphrase, nullptr) : nullptr};
    if (!key) {
        return fail(Code::BadEncoding, "no private key in the PEM: " + opensslError());
    }
    return key;
}

Result<std::vector<X509Ptr>> certificatesFromPem(const std::string& pem)
{
    std::vector<X509Ptr> out;
    const BioPtr in = readBio(pem);
    while (X509Ptr one{in ? PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) : nullptr}) {
        out.push_back(std::move(one));
    }
    const std::string why = opensslError(); // at the end of a good PEM: "no start line"
    if (out.empty()) {
        return fail(Code::BadCertificate, "no certificate in the PEM: " + why);
    }
    return out;
}

std::string fingerprintOf(const X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0) {
        return {};
    }
    const Digest digest = sha256(BytesView(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return toHex(digest);
}

Result<std::string> certificateToPem(const X509* certificate)
{
    const BioPtr out{BIO_new(BIO_s_mem())};
    if (!out || PEM_write_bio_X509(out.get(), certificate) != 1) {
        return fail(Code::BadCertificate, "writing a certificate: " + opensslError());
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return std::string(data, static_cast<std::size_t>(size));
}

std::optional<PublicKey> keyOf(const X509* certificate)
{
    const EVP_PKEY* key = X509_get0_pubkey(certificate);
    PublicKey out{};
    std::size_t size = out.size();
    const bool isOurs = key != nullptr && EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519
                        && EVP_PKEY_get_raw_public_key(key, out.data(), &size) == 1;
    return isOurs ? std::optional(out) : std::nullopt;
}

std::optional<Instant> endOf(const X509* certificate)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts) != 1) {
        return std::nullopt;
    }
    const auto day = std::chrono::sys_days(
        std::chrono::year{parts.tm_year + 1900}
        / std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1))
        / std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
    return Instant{
        day + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min)
        + std::chrono::seconds(parts.tm_sec)};
}

std::string commonNameOf(const X509* certificate)
{
    const X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0) {
        return {};
    }
    unsigned char* text = nullptr;
    const int size =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) {
        return {};
    }
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return out;
}

} // namespace sz::net
