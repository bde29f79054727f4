// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/PlanDigest.h"

#include "data/base/Hash.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <vector>

namespace sz::plan {
namespace {

namespace fs = std::filesystem;

Result<std::vector<std::string>> filesBelow(const fs::path& folder)
{
    std::vector<std::string> paths;
    std::error_code ec;
    for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
        if (it->is_regular_file(ec)) {
            paths.push_back(it->path().lexically_relative(folder).generic_string());
        }
    }
    if (ec) {
        return fail(Code::FileUnreadable, ec.message(), folder.string());
    }
    std::ranges::sort(paths);
    return paths;
}

Result<Digest> fileHash(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in) {
        return fail(Code::FileUnreadable, "cannot be read", file.string());
    }
    return sha256(viewOf(content));
}

} // namespace

Result<std::string> planDigest(const fs::path& folder)
{
    const auto paths = filesBelow(folder);
    if (!paths) {
        return std::unexpected(paths.error());
    }
    Bytes all;
    for (const std::string& path : *paths) {
        const auto hash = fileHash(folder / path);
        if (!hash) {
            return std::unexpected(hash.error());
        }
        all.insert(all.end(), path.begin(), path.end());
        all.push_back(0);
        all.insert(all.end(), hash->begin(), hash->end());
    }
    return toHex(sha256(all));
}

} // namespace sz::plan
