// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/pg/PgSecret.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace sz::store {
namespace {

using Parameters = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

// libpq marks what a dialog must not show with a star: password, sslpassword and what may come.
bool hasSecret(const PQconninfoOption* one)
{
    for (; one->keyword != nullptr; ++one) {
        const bool isSecret = std::string_view(one->dispchar).starts_with('*');
        if (isSecret && one->val != nullptr && *one->val != '\0') {
            return true;
        }
    }
    return false;
}

// A colon before the last "@": what libpq takes for a port or a database ("u:p/w@host") was meant as a password all the same.
bool hasUserPart(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    return at != std::string_view::npos && address.substr(0, at).contains(':');
}

} // namespace

bool holdsPassword(const std::string& word)
{
    for (const std::string_view scheme : {"postgresql://", "postgres://"}) {
        const std::size_t start = word.find(scheme);
        if (start == std::string::npos) {
            continue;
        }
        const std::string address = word.substr(start);
        char* why = nullptr; // libpq's words may quote the address: never shown
        const Parameters read(PQconninfoParse(address.c_str(), &why), PQconninfoFree);
        PQfreemem(why);
        const std::string_view rest = std::string_view(address).substr(scheme.size());
        return read ? hasSecret(read.get()) || hasUserPart(rest.substr(0, rest.find('?')))
                    : hasUserPart(rest) || rest.contains("password");
    }
    return word.contains("password="); // "host=… password=…", as libpq's own programs take it
}

Result<void> checkNoPassword(std::span<const std::string> words)
{
    return std::ranges::any_of(words, holdsPassword)
               ? fail(Code::BadArgument, "a password stands on the command line")
               : Result<void>{};
}

} // namespace sz::store
