// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Linked into a test program, this lets the environment choose the store: SANZHEN_TEST_STORE=postgresql.
#include "tests/unit/hq/OnPg.h"

#include "data/store/pg/PgHqLog.h"
#include "tests/support/PgServer.h"

namespace sz::test {
namespace {

const bool kIsChosen = [] {
    if (qgetenv("SANZHEN_TEST_STORE") == "postgresql") {
        Office::standard = [] { return onPg(PgServer::shared().newDatabase()); };
    }
    return true;
}();

} // namespace

OpenLog onPg(const std::string& url)
{
    return [url](const std::filesystem::path& folder) { return store::openPgHqLog(folder, url); };
}

} // namespace sz::test
