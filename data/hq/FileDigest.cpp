// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/FileDigest.h"

#include <openssl/evp.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace sz::hq {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 20;

Result<void> syncOne(const fs::path& path)
{
    const fs::path named = path.empty() ? fs::path(".") : path;
    const int descriptor = ::open(named.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(Code::Io, std::strerror(errno), named.string());
    }
    const bool isSynced = ::fsync(descriptor) == 0;
    const int error = errno;
    ::close(descriptor);
    if (!isSynced) {
        return fail(Code::Io, std::strerror(error), named.string());
    }
    return {};
}

} // namespace

Result<Digest> fileDigest(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::vector<char> piece(kPiece);
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (!in.eof()) {
        return fail(Code::FileUnreadable, "cannot be read", file.string());
    }
    Digest digest{};
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    return digest;
}

Result<void> syncTree(const fs::path& folder)
{
    std::error_code ec;
    for (auto it = fs::recursive_directory_iterator(folder, ec); !ec && it != fs::end(it);
         it.increment(ec)) {
        if (auto ok = syncOne(it->path()); !ok) {
            return ok;
        }
    }
    if (ec) {
        return fail(Code::Io, ec.message(), folder.string());
    }
    return syncOne(folder);
}

Result<void> syncFolder(const fs::path& folder)
{
    return syncOne(folder);
}

} // namespace sz::hq
