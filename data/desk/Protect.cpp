// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Protect.h"

#include "data/desk/FileKeeper.h"
#include "data/store/FolderLock.h"
#include "data/store/Reseal.h"

namespace sz::desk {
namespace {

store::Resealing resealing(
    const std::filesystem::path& folder,
    const vault::DataKey& from,
    const vault::DataKey& to,
    const std::string& protection,
    const std::function<void(const char*)>& reached)
{
    const auto copyFiles = [=](const std::filesystem::path& into) {
        const FileKeeper files(folder / "files", store::systemFiles(), from);
        FileKeeper next(into, store::systemFiles(), to);
        return files.copyAllTo(next);
    };
    return {from, to, protection, copyFiles, reached};
}

} // namespace

Result<void> protectDesk(
    const std::filesystem::path& folder,
    std::string_view passphrase,
    const std::function<void(const char*)>& reached,
    const Argon2& how)
{
    const auto lock = store::FolderLock::take(folder / "lock");
    if (!lock) {
        return std::unexpected(lock.error());
    }
    if (auto ended = store::finishResealing(folder); !ended) {
        return ended;
    }
    if (vault::isProtected(folder)) {
        return fail(Code::BadArgument, "the desk is protected already", folder.string());
    }
    if (passphrase.size() < kLeastPassphrase) {
        return fail(Code::BadArgument, "the passphrase is too short");
    }
    auto key = std::make_shared<const vault::SecretKey>(vault::SecretKey::generate());
    return vault::wrapKey(*key, passphrase, how).and_then([&](const std::string& text) {
        return store::reseal(folder, resealing(folder, nullptr, key, text, reached));
    });
}

Result<void> unprotectDesk(
    const std::filesystem::path& folder,
    std::string_view passphrase,
    const std::function<void(const char*)>& reached)
{
    const auto lock = store::FolderLock::take(folder / "lock");
    if (!lock) {
        return std::unexpected(lock.error());
    }
    return store::finishResealing(folder)
        .and_then([&] { return vault::unlock(folder, passphrase); })
        .and_then([&](const vault::DataKey& key) {
            return store::reseal(folder, resealing(folder, key, nullptr, {}, reached));
        });
}

} // namespace sz::desk
