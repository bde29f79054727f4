// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/MapKeyring.h"

#include "data/vault/Keyring.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace sz::app {
namespace {

constexpr std::size_t kMostKey = 1000;

bool isPlain(const std::string& name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

std::optional<std::string> readFile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string key(kMostKey, '\0');
    in.read(key.data(), static_cast<std::streamsize>(key.size()));
    key.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return key.empty() ? std::nullopt : std::optional(key);
}

/// Whole or not at all, and never readable by others, not even for a moment.
Result<void> writeFile(const std::filesystem::path& file, const std::string& key)
{
    std::error_code ec;
    std::filesystem::create_directories(file.parent_path(), ec);
    std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, ec);
    const std::string part = file.string() + ".part";
    std::filesystem::remove(part, ec);
    const int fd = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(Code::Io, std::strerror(errno), part);
    }
    const auto written = ::write(fd, key.data(), key.size());
    const bool isWhole = written == static_cast<ssize_t>(key.size()) && ::fsync(fd) == 0;
    ::close(fd);
    if (isWhole) {
        std::filesystem::rename(part, file, ec);
    }
    return isWhole && !ec ? Result<void>() : fail(Code::Io, "not written", file.string());
}

std::string keyringName(const std::string& name)
{
    return "map:" + name;
}

} // namespace

widgets::MapKeys mapKeyFiles(const std::filesystem::path& folder)
{
    const auto fileOf = [folder](const std::string& name) { return folder / (name + ".key"); };
    return {
        [fileOf](const std::string& name) {
            return isPlain(name) ? readFile(fileOf(name)) : std::nullopt;
        },
        [fileOf](const std::string& name, const std::string& key) -> Result<void> {
            return isPlain(name) ? writeFile(fileOf(name), key) : fail(Code::BadArgument, "name");
        },
        [fileOf](const std::string& name) {
            std::error_code ignored;
            if (isPlain(name)) {
                std::filesystem::remove(fileOf(name), ignored);
            }
        }};
}

widgets::MapKeys mapKeyring(const std::filesystem::path& folder)
{
    const widgets::MapKeys files = mapKeyFiles(folder);
    return {
        [files](const std::string& name) {
            auto kept = vault::keyringLookUp(keyringName(name));
            return kept ? kept : files.lookUp(name);
        },
        [files](const std::string& name, const std::string& key) -> Result<void> {
            if (vault::keyringKeep(keyringName(name), key)) {
                files.forget(name); // one place is enough
                return {};
            }
            return files.keep(name, key);
        },
        [files](const std::string& name) {
            vault::keyringForget(keyringName(name));
            files.forget(name);
        }};
}

} // namespace sz::app
