// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/NotaryFiles.h"

#include "data/proof/Files.h"

namespace sz::hq {
namespace {

namespace fs = std::filesystem;

// Also beside a key that was copied from another headquarters.
Result<void> showKey(const fs::path& folder, const proof::VerifierKey& key)
{
    const fs::path file = folder / "tlog" / "log.pub";
    const std::string shown = key.text() + '\n';
    return fs::exists(file) ? Result<void>{} : proof::writeWhole(file, viewOf(shown));
}

Result<proof::Signer> makeLogKey(const fs::path& folder, const std::string& origin)
{
    proof::Signer made(origin, proof::KeyType::Ed25519, SigningKey::generate());
    const std::string secret = made.text() + '\n';
    return proof::writeWhole(folder / "log.key", viewOf(secret), 0600)
        .and_then([&] { return showKey(folder, made.verifier()); })
        .transform([&] { return std::move(made); });
}

} // namespace

std::string originOf(const OperationId& operation)
{
    return "sanzhen/" + proof::plainToken(operation.value);
}

Result<std::optional<std::string>> readNote(const fs::path& file)
{
    const auto bytes = proof::readWhole(file);
    if (!bytes && bytes.error().code == Code::NotFound) {
        return std::optional<std::string>();
    }
    return bytes.transform([](const Bytes& b) { return std::optional(std::string(textOf(b))); });
}

// A new key for a log that has been signed would look like another log to every witness.
Result<proof::Signer> openLogKey(const fs::path& folder, const OperationId& operation)
{
    const fs::path file = folder / "log.key";
    auto text = readNote(file);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (!*text && !fs::exists(folder / "tlog" / "checkpoint")) {
        return makeLogKey(folder, originOf(operation));
    }
    std::string secret = text->value_or("");
    if (secret.ends_with('\n')) {
        secret.pop_back();
    }
    auto signer = proof::Signer::parse(secret);
    if (!signer || signer->verifier().name != originOf(operation)) {
        return fail(
            Code::BadCertificate, "the key of the signed log is missing or another", file.string());
    }
    return showKey(folder, signer->verifier()).transform([&] { return std::move(*signer); });
}

} // namespace sz::hq
