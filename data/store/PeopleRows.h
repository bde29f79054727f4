// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lists in one column, alike in both stores.

#include "data/store/HqPeople.h"

#include <sstream>

namespace sz::store {

[[nodiscard]] inline std::string joinPosts(const std::vector<PostCode>& posts)
{
    std::string out;
    for (const PostCode& post : posts) {
        out += (out.empty() ? "" : " ") + post.value;
    }
    return out;
}

[[nodiscard]] inline std::vector<PostCode> splitPosts(const std::string& text)
{
    std::vector<PostCode> out;
    std::istringstream in(text);
    for (std::string code; in >> code;) {
        out.emplace_back(code);
    }
    return out;
}

/// Puts the decoded grants into their records. Errors: StoreCorrupt.
[[nodiscard]] inline Result<std::vector<GrantRecord>>
withGrants(std::vector<std::pair<Bytes, GrantRecord>> rows, const std::string& where)
{
    std::vector<GrantRecord> out;
    for (auto& [body, record] : rows) {
        auto grant = model::decodeGrant(body);
        if (!grant) {
            return fail(Code::StoreCorrupt, "a sign-on cannot be read", where);
        }
        record.grant = std::move(*grant);
        out.push_back(std::move(record));
    }
    return out;
}

} // namespace sz::store
