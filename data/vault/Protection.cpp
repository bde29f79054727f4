// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/vault/Protection.h"

#include "data/base/Hash.h"

#include <toml++/toml.hpp>

#include <format>
#include <fstream>
#include <iterator>

namespace sz::vault {
namespace {

constexpr std::string_view kAbout = "sanzhen data key 1";

std::uint32_t figure(const toml::table& table, const char* name)
{
    return static_cast<std::uint32_t>(table[name].value_or<std::int64_t>(0));
}

Result<Bytes> hex(const toml::table& table, const char* name)
{
    auto bytes = fromHex(table[name].value_or(std::string()));
    if (!bytes || bytes->empty()) {
        return fail(Code::FileMalformed, std::format("{} is missing or no bytes", name));
    }
    return std::move(*bytes);
}

Result<toml::table> parse(const std::string& text)
{
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        return fail(Code::FileMalformed, std::string(e.description()));
    }
}

} // namespace

Result<std::string> wrapKey(const SecretKey& data, std::string_view passphrase, const Argon2& how)
{
    Bytes salt(16);
    fillRandom(salt);
    return keyFromPassphrase(passphrase, salt, how).transform([&](const SecretKey& wrapping) {
        return std::format(
            "# The files of this desk are sealed. Without the passphrase nobody can read them: "
            "keep it elsewhere, too.\n"
            "version = 1\nkdf = \"argon2id\"\nmemory_kib = {}\npasses = {}\nlanes = {}\n"
            "salt = \"{}\"\nwrapped = \"{}\"\n",
            how.memoryKib, how.passes, how.lanes, toHex(salt),
            toHex(seal(wrapping, data.bytes(), viewOf(kAbout))));
    });
}

Result<DataKey> unwrapKey(const std::string& text, std::string_view passphrase)
{
    if (passphrase.empty()) {
        return fail(Code::PassphraseWrong, "no passphrase was given");
    }
    const auto table = parse(text);
    if (!table) {
        return std::unexpected(table.error());
    }
    const auto salt = hex(*table, "salt");
    const auto wrapped = hex(*table, "wrapped");
    if (!salt || !wrapped || (*table)["version"].value_or<std::int64_t>(0) != 1) {
        return fail(Code::FileMalformed, "the protection of this desk is not understood");
    }
    const Argon2 how{
        figure(*table, "memory_kib"), figure(*table, "passes"), figure(*table, "lanes")};
    const auto wrapping = keyFromPassphrase(passphrase, *salt, how);
    if (!wrapping) {
        return fail(Code::FileMalformed, wrapping.error().detail);
    }
    auto plain = unseal(*wrapping, *wrapped, viewOf(kAbout));
    if (!plain) {
        return fail(Code::PassphraseWrong, "the passphrase does not open this desk");
    }
    auto key = SecretKey::fromBytes(*plain);
    wipe(*plain);
    return std::move(key).transform(
        [](SecretKey&& k) { return std::make_shared<const SecretKey>(std::move(k)); });
}

std::filesystem::path protectionFile(const std::filesystem::path& folder)
{
    return folder / "protected";
}

bool isProtected(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(protectionFile(folder), ignored);
}

Result<DataKey> unlock(const std::filesystem::path& folder, std::string_view passphrase)
{
    if (!isProtected(folder)) {
        return fail(Code::NotFound, "this desk is not protected", folder.string());
    }
    std::ifstream in(protectionFile(folder), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.empty()) {
        return fail(
            Code::FileUnreadable, "cannot be read or is empty", protectionFile(folder).string());
    }
    auto key = unwrapKey(text, passphrase);
    if (!key) {
        key.error().where = protectionFile(folder).string();
    }
    return key;
}

} // namespace sz::vault
