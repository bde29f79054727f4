// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search/Tokenizer.h"

#include "data/store/search/Words.h"

#include <sqlite3.h>

namespace sz::store {
namespace {

// FTS5 wants an object; ours has no state.
int create(void*, const char**, int, Fts5Tokenizer** out)
{
    static char none = 0;
    *out = reinterpret_cast<Fts5Tokenizer*>(&none);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

using Give = int (*)(void*, int, const char*, int, int, int);

// Offsets are only for snippets, which an index without its texts cannot make.
int cut(Fts5Tokenizer*, void* context, int flags, const char* text, int size, Give give)
{
    int result = SQLITE_OK;
    try {
        tokenize(
            {text, static_cast<std::size_t>(size)}, (flags & FTS5_TOKENIZE_QUERY) != 0,
            [&](std::string_view token) {
                result = give(context, 0, token.data(), static_cast<int>(token.size()), 0, size);
                return result == SQLITE_OK;
            });
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    return result;
}

fts5_api* apiOf(sqlite3* db)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* ask = nullptr;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &ask, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(ask, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(ask);
    }
    sqlite3_finalize(ask);
    return api;
}

} // namespace

Result<void> registerTokenizer(sqlite3* db)
{
    fts5_api* api = apiOf(db);
    fts5_tokenizer tokenizer{create, destroy, cut};
    if (api == nullptr
        || api->xCreateTokenizer(api, "sanzhen", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
        return fail(Code::StoreOpen, "SQLite has no FTS5");
    }
    return {};
}

} // namespace sz::store
