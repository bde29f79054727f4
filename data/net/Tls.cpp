// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/net/Tls.h"

#include "data/net/Slip.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <format>

namespace sz::net {
namespace {

std::unexpected<Error> badCertificate(const std::string& what)
{
    return fail(Code::BadCertificate, std::format("{}: {}", what, opensslError()));
}

/// TLS 1.3 only; no tickets, so every connection shows its certificate again and a revoked one cannot resume.
Result<SslContext> makeContext(const SSL_METHOD* method)
{
    SslContext context{SSL_CTX_new(method)};
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) != 1
        || SSL_CTX_set_max_proto_version(context.get(), TLS1_3_VERSION) != 1
        || SSL_CTX_set_num_tickets(context.get(), 0) != 1) {
        return badCertificate("TLS 1.3 context");
    }
    SSL_CTX_set_options(
        context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    // Who somebody is, is its key, and who may come in is headquarters' list: a date passed at 03:00 locks nobody out
    // (findings/trust.md §2, threat 13). It warns and renews instead.
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context.get()), X509_V_FLAG_NO_CHECK_TIME);
    // A desk mostly listens: 34 KB of record buffers are given back between records.
    SSL_CTX_set_mode(context.get(), SSL_MODE_NO_AUTO_CHAIN | SSL_MODE_RELEASE_BUFFERS);
    return context;
}

bool contains(const std::vector<X509Ptr>& list, const X509* wanted)
{
    return std::ranges::any_of(
        list, [&](const X509Ptr& one) { return X509_cmp(one.get(), wanted) == 0; });
}

/// Installs own certificate, what follows it in the PEM, the CAs as the end of the chain, and the key.
Result<void>
useIdentity(SSL_CTX* context, const Credentials& own, const std::vector<X509Ptr>& authorities)
{
    auto chain = certificatesFromPem(own.certificate);
    if (!chain) {
        return std::unexpected(chain.error());
    }
    const auto key = pkeyFromPem(own.key);
    if (!key) {
        return fail(Code::BadCertificate, key.error().detail);
    }
    if (SSL_CTX_use_certificate(context, chain->front().get()) != 1
        || SSL_CTX_use_PrivateKey(context, key->get()) != 1) {
        return badCertificate("own certificate and key");
    }
    for (const X509Ptr& authority : authorities) {
        if (!contains(*chain, authority.get()) && X509_up_ref(authority.get()) == 1) {
            chain->emplace_back(authority.get());
        }
    }
    for (std::size_t i = 1; i < chain->size(); ++i) {
        if (SSL_CTX_add1_chain_cert(context, (*chain)[i].get()) != 1) {
            return badCertificate("own certificate chain");
        }
    }
    return {};
}

Result<std::vector<X509Ptr>> trust(SSL_CTX* context, const std::string& authorityPem)
{
    auto authorities = certificatesFromPem(authorityPem);
    if (!authorities) {
        return authorities;
    }
    for (const X509Ptr& one : *authorities) {
        if (X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one.get()) != 1) {
            return badCertificate("authority certificate");
        }
    }
    return authorities;
}

// The pin travels with the context, because OpenSSL calls back with nothing else that lives as long.
void freePin(void*, void* pin, CRYPTO_EX_DATA*, int, long, void*)
{
    delete static_cast<std::string*>(pin);
}

int pinIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, &freePin);
    return index;
}

const std::string* pinOf(X509_STORE_CTX* store)
{
    const auto* ssl =
        static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    return static_cast<const std::string*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), pinIndex()));
}

X509* findPinned(X509_STORE_CTX* store)
{
    const std::string* pin = pinOf(store);
    STACK_OF(X509)* shown = X509_STORE_CTX_get0_untrusted(store);
    for (int i = 0; pin != nullptr && i < sk_X509_num(shown); ++i) {
        if (fingerprintOf(sk_X509_value(shown, i)).starts_with(*pin)) {
            return sk_X509_value(shown, i);
        }
    }
    return nullptr;
}

/// Makes the pinned certificate, if shown, the only trusted one and then verifies the chain as usual: signature, name,
/// purpose and dates.
int verifyPinned(X509_STORE_CTX* store, void*)
{
    X509* authority = findPinned(store);
    const std::unique_ptr<STACK_OF(X509), Freed<[](STACK_OF(X509) * s) { sk_X509_free(s); }>>
        trusted{sk_X509_new_null()};
    if (authority == nullptr || !trusted || sk_X509_push(trusted.get(), authority) <= 0) {
        X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_UNTRUSTED);
        return 0;
    }
    X509_STORE_CTX_set0_trusted_stack(store, trusted.get());
    return X509_verify_cert(store) == 1 ? 1 : 0;
}

Result<void> trustPinned(SSL_CTX* context, const std::string& pin)
{
    constexpr std::size_t kWhole = 64;
    constexpr std::size_t kLeast = 20; // printedFingerprint's
    auto normal = std::make_unique<std::string>(plainFingerprint(pin));
    if (normal->size() < kLeast || normal->size() > kWhole || !fromHex(*normal)) {
        return fail(
            Code::BadCertificate,
            "neither an authority nor a SHA-256 fingerprint to check headquarters with");
    }
    if (SSL_CTX_set_ex_data(context, pinIndex(), normal.get()) != 1) {
        return badCertificate("fingerprint");
    }
    (void)normal.release(); // freePin's now
    SSL_CTX_set_cert_verify_callback(context, &verifyPinned, nullptr);
    return {};
}

Result<void>
trustHeadquarters(SSL_CTX* context, const std::string& authority, const std::string& pin)
{
    if (authority.empty()) {
        return trustPinned(context, pin);
    }
    return trust(context, authority).transform([](const auto&) {});
}

} // namespace

Result<SslContext> makeServerContext(const Credentials& own)
{
    auto context = makeContext(TLS_server_method());
    if (!context) {
        return context;
    }
    const auto authorities = trust(context->get(), own.authority);
    if (!authorities) {
        return std::unexpected(authorities.error());
    }
    if (auto ok = useIdentity(context->get(), own, *authorities); !ok) {
        return std::unexpected(ok.error());
    }
    for (const X509Ptr& one : *authorities) {
        SSL_CTX_add_client_CA(context->get(), one.get());
    }
    SSL_CTX_set_verify(
        context->get(), SSL_VERIFY_PEER, nullptr); // no certificate passes, a bad one does not
    return context;
}

Result<SslContext> makeClientContext(const Credentials& own, const std::string& pin)
{
    auto context = makeContext(TLS_client_method());
    if (!context) {
        return context;
    }
    if (auto ok = trustHeadquarters(context->get(), own.authority, pin); !ok) {
        return std::unexpected(ok.error());
    }
    if (!own.certificate.empty()) {
        if (auto ok = useIdentity(context->get(), own, {}); !ok) {
            return std::unexpected(ok.error());
        }
    }
    SSL_CTX_set_verify(context->get(), SSL_VERIFY_PEER, nullptr);
    return context;
}

Result<SslPtr> makeServerSsl(SSL_CTX* context)
{
    SslPtr ssl{SSL_new(context)};
    if (!ssl) {
        return fail(Code::Internal, "TLS connection: " + opensslError());
    }
    SSL_set_accept_state(ssl.get());
    return ssl;
}

Result<SslPtr> makeClientSsl(SSL_CTX* context)
{
    SslPtr ssl{SSL_new(context)};
    if (!ssl || SSL_set1_host(ssl.get(), kServerName) != 1) {
        return fail(Code::Internal, "TLS connection: " + opensslError());
    }
    SSL_set_connect_state(ssl.get());
    return ssl;
}

std::string verifyFailure(const SSL* ssl)
{
    const long result = SSL_get_verify_result(ssl);
    return result == X509_V_OK ? std::string() : X509_verify_cert_error_string(result);
}

} // namespace sz::net
