// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Authority.h"

#include "data/net/Tls.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>
#include <format>

namespace sz::net {
namespace {

using Days = std::chrono::days;

// A desk whose clock is a few hours slow must still see a fresh certificate as valid.
constexpr Days kBackdated{1};
constexpr Days kAuthorityLife{3652};
constexpr Days kServerLife{730};
constexpr Days kDeskLife{396};

struct Extension
{
    int nid;
    const char* value;
};

struct Subject
{
    std::string commonName;
    std::string unit; ///< OU; may be empty
};

/// What a certificate is to say, before anybody signs it.
struct Draft
{
    Subject subject;
    EVP_PKEY* key = nullptr;
    Instant now;
    Days life{};
};

std::unexpected<Error> broken(const std::string& what)
{
    return fail(Code::BadArgument, std::format("{}: {}", what, opensslError()));
}

bool setSerial(X509* certificate)
{
    std::array<std::uint8_t, 16> random{};
    fillRandom(random);
    random[0] =
        static_cast<std::uint8_t>((random[0] & 0x7F) | 0x40); // positive, always 128 bits long
    const std::unique_ptr<BIGNUM, Freed<&BN_free>> number{
        BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr)};
    return number
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setValidity(X509* certificate, Instant now, Days life)
{
    const auto seconds = [](Instant t) {
        return static_cast<std::time_t>(
            std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count());
    };
    return ASN1_TIME_set(X509_getm_notBefore(certificate), seconds(now - kBackdated)) != nullptr
           && ASN1_TIME_set(X509_getm_notAfter(certificate), seconds(now + life)) != nullptr;
}

bool addName(X509_NAME* name, const char* field, const std::string& value)
{
    const auto* text = reinterpret_cast<const unsigned char*>(value.data());
    return value.empty()
           || X509_NAME_add_entry_by_txt(
                  name, field, MBSTRING_UTF8, text, static_cast<int>(value.size()), -1, 0)
                  == 1;
}

bool setSubject(X509* certificate, const Subject& subject)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    return addName(name, "OU", subject.unit) && addName(name, "CN", subject.commonName);
}

bool addExtension(X509* certificate, X509* issuer, Extension what)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<&X509_EXTENSION_free>> extension{
        X509V3_EXT_conf_nid(nullptr, &context, what.nid, what.value)};
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Result<X509Ptr> draftCertificate(const Draft& draft)
{
    X509Ptr certificate{X509_new()};
    if (!certificate || X509_set_version(certificate.get(), X509_VERSION_3) != 1
        || !setSerial(certificate.get()) || !setValidity(certificate.get(), draft.now, draft.life)
        || X509_set_pubkey(certificate.get(), draft.key) != 1) {
        return broken("certificate");
    }
    if (draft.subject.commonName.empty() || !setSubject(certificate.get(), draft.subject)) {
        return broken("certificate name (1 to 64 characters)");
    }
    return certificate;
}

/// Adds the extensions in order and signs. `issuer` may be the certificate itself.
Result<std::string> finish(
    X509* certificate,
    X509* issuer,
    EVP_PKEY* issuerKey,
    std::initializer_list<Extension> extensions)
{
    if (X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) != 1) {
        return broken("issuer name");
    }
    for (const Extension& extension : extensions) {
        if (!addExtension(certificate, issuer, extension)) {
            return broken("certificate extension");
        }
    }
    if (X509_sign(certificate, issuerKey, nullptr) == 0) {
        return broken("signing a certificate");
    }
    return certificateToPem(certificate);
}

/// The CA's certificate and key, checked to belong together.
struct Issuer
{
    X509Ptr certificate;
    PkeyPtr key;
};

Result<Issuer> loadIssuer(const Identity& authority)
{
    auto certificates = certificatesFromPem(authority.certificate);
    if (!certificates) {
        return std::unexpected(certificates.error());
    }
    auto key = pkeyFromPem(authority.key);
    if (!key) {
        return std::unexpected(key.error());
    }
    if (X509_check_private_key(certificates->front().get(), key->get()) != 1) {
        ERR_clear_error();
        return fail(Code::BadCertificate, "the authority's key does not belong to its certificate");
    }
    return Issuer{std::move(certificates->front()), std::move(*key)};
}

Result<std::string>
issue(const Identity& authority, const Draft& draft, std::initializer_list<Extension> extensions)
{
    auto issuer = loadIssuer(authority);
    if (!issuer) {
        return std::unexpected(issuer.error());
    }
    auto certificate = draftCertificate(draft);
    if (!certificate) {
        return std::unexpected(certificate.error());
    }
    return finish(certificate->get(), issuer->certificate.get(), issuer->key.get(), extensions);
}

PkeyPtr toPkey(const SigningKey& key)
{
    Bytes seed = key.seed();
    PkeyPtr out{EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size())};
    OPENSSL_cleanse(seed.data(), seed.size());
    return out;
}

} // namespace

std::string keyToPem(const SigningKey& key)
{
    const PkeyPtr pkey = toPkey(key);
    const BioPtr out{BIO_new(BIO_s_secmem())}; // wiped when freed
    if (!pkey || !out
        || PEM_write_bio_PKCS8PrivateKey(
               out.get(), pkey.get(), nullptr, nullptr, 0, nullptr, nullptr)
               != 1) {
        return {};
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

Result<SigningKey> keyFromPem(const std::string& pem)
{
    const auto pkey = pkeyFromPem(pem);
    if (!pkey) {
        return std::unexpected(pkey.error());
    }
    Bytes seed(32);
    std::size_t length = seed.size();
    if (EVP_PKEY_get_base_id(pkey->get()) != EVP_PKEY_ED25519
        || EVP_PKEY_get_raw_private_key(pkey->get(), seed.data(), &length) != 1) {
        ERR_clear_error();
        return fail(Code::BadEncoding, "the PEM holds a private key, but no Ed25519 one");
    }
    auto key = SigningKey::fromSeed(seed);
    OPENSSL_cleanse(seed.data(), seed.size());
    return key;
}

Identity makeAuthority(const std::string& name, Instant now)
{
    const SigningKey key = SigningKey::generate();
    const PkeyPtr pkey = toPkey(key);
    const auto certificate = draftCertificate({{name, {}}, pkey.get(), now, kAuthorityLife});
    if (!certificate) {
        return {};
    }
    auto pem = finish(
        certificate->get(), certificate->get(), pkey.get(),
        // No length of path: a later authority stands below this one by its cross certificate.
        {{NID_basic_constraints, "critical,CA:TRUE"},
         {NID_key_usage, "critical,keyCertSign,cRLSign"},
         {NID_subject_key_identifier, "hash"}});
    return pem ? Identity{std::move(*pem), keyToPem(key)} : Identity{};
}

Result<std::string>
crossSign(const Identity& older, const std::string& newerCertificate, Instant now)
{
    auto newer = certificatesFromPem(newerCertificate);
    if (!newer) {
        return std::unexpected(newer.error());
    }
    X509* const wanted = newer->front().get();
    return issue(
        older, {{commonNameOf(wanted), {}}, X509_get0_pubkey(wanted), now, kAuthorityLife},
        {{NID_basic_constraints, "critical,CA:TRUE"},
         {NID_key_usage, "critical,keyCertSign,cRLSign"},
         {NID_subject_key_identifier, "hash"},
         {NID_authority_key_identifier, "keyid:always"}});
}

Result<Identity> issueServer(const Identity& authority, Instant now)
{
    const SigningKey key = SigningKey::generate();
    const PkeyPtr pkey = toPkey(key);
    auto pem = issue(
        authority, {{kServerName, {}}, pkey.get(), now, kServerLife},
        {{NID_basic_constraints, "critical,CA:FALSE"},
         {NID_key_usage, "critical,digitalSignature"},
         {NID_ext_key_usage, "serverAuth"},
         {NID_subject_alt_name, "DNS:sanzhen-hq"},
         {NID_subject_key_identifier, "hash"},
         {NID_authority_key_identifier, "keyid:always"}});
    if (!pem) {
        return std::unexpected(pem.error());
    }
    return Identity{std::move(*pem), keyToPem(key)};
}

Result<std::string> issueDesk(
    const Identity& authority,
    const PublicKey& deskKey,
    const std::string& deskId,
    const std::string& unit,
    Instant now)
{
    const PkeyPtr pkey{
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, deskKey.data(), deskKey.size())};
    if (!pkey) {
        return broken("desk key");
    }
    return issue(
        authority, {{deskId, unit}, pkey.get(), now, kDeskLife},
        {{NID_basic_constraints, "critical,CA:FALSE"},
         {NID_key_usage, "critical,digitalSignature"},
         {NID_ext_key_usage, "clientAuth"},
         {NID_subject_key_identifier, "hash"},
         {NID_authority_key_identifier, "keyid:always"}});
}

Result<std::string> fingerprint(const std::string& certificatePem)
{
    const auto certificates = certificatesFromPem(certificatePem);
    if (!certificates) {
        return std::unexpected(certificates.error());
    }
    return fingerprintOf(certificates->front().get());
}

Result<CertificateFacts> factsOf(const std::string& certificatePem)
{
    const auto certificates = certificatesFromPem(certificatePem);
    if (!certificates) {
        return std::unexpected(certificates.error());
    }
    const X509* first = certificates->front().get();
    const auto until = endOf(first);
    if (!until) {
        return fail(Code::BadCertificate, "the certificate's end of validity cannot be read");
    }
    return CertificateFacts{commonNameOf(first), keyOf(first).value_or(PublicKey{}), *until};
}

bool isIssuedBy(const std::string& pem, const std::string& authorityPem)
{
    const auto certificate = certificatesFromPem(pem);
    const auto authority = certificatesFromPem(authorityPem);
    if (!certificate || !authority) {
        return false;
    }
    const bool isSigned =
        X509_verify(certificate->front().get(), X509_get0_pubkey(authority->front().get())) == 1;
    ERR_clear_error();
    return isSigned;
}

std::vector<std::string> splitCertificates(const std::string& pem)
{
    std::vector<std::string> out;
    const auto certificates = certificatesFromPem(pem);
    for (std::size_t i = 0; certificates && i < certificates->size(); ++i) {
        if (auto one = certificateToPem((*certificates)[i].get())) {
            out.push_back(std::move(*one));
        }
    }
    return out;
}

Result<Instant> validUntil(const std::string& certificatePem)
{
    return factsOf(certificatePem).transform([](const auto& facts) { return facts.until; });
}

} // namespace sz::net
