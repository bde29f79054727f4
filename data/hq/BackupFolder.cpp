// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/BackupFolder.h"

#include "data/hq/FileDigest.h"

namespace sz::hq {

namespace fs = std::filesystem;

std::unexpected<Error> ioFailure(const std::error_code& ec, const fs::path& file)
{
    const bool isFull = ec == std::errc::no_space_on_device;
    return fail(isFull ? Code::NoSpace : Code::Io, ec.message(), file.string());
}

Result<void> makeFolder(const fs::path& folder, const fs::path& out)
{
    std::error_code ec;
    if (fs::exists(out, ec)) {
        return fail(Code::BadArgument, "is there already", out.string());
    }
    fs::remove_all(folder, ec); // of a backup that did not end
    if (!fs::create_directories(folder, ec) || ec) {
        return ioFailure(ec, folder);
    }
    fs::permissions(folder, fs::perms::owner_all, ec);
    return {};
}

Result<void> copyFile(const fs::path& from, const fs::path& to)
{
    std::error_code ec;
    fs::create_directories(to.parent_path(), ec);
    if (ec || !fs::copy_file(from, to, ec)) {
        return ioFailure(ec, to);
    }
    fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, ec);
    return {};
}

Result<void> copyListed(
    const fs::path& backup,
    const fs::path& into,
    const BackupManifest& manifest,
    const std::function<bool(const std::string&)>& isWanted)
{
    for (const BackedUpFile& file : manifest.files) {
        if (!isWanted(file.name)) {
            continue;
        }
        if (auto ok = copyFile(backup / file.name, into / file.name); !ok) {
            return ok;
        }
    }
    return {};
}

Result<void> putInPlace(const fs::path& folder, const fs::path& out)
{
    return syncTree(folder).and_then([&]() -> Result<void> {
        std::error_code ec;
        fs::rename(folder, out, ec);
        return ec ? Result<void>(ioFailure(ec, out)) : syncFolder(out.parent_path());
    });
}

} // namespace sz::hq
