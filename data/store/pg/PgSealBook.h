// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who signs, among the headquarters over one PostgreSQL: whoever holds an advisory lock of the database.

#include "data/store/pg/PgConnection.h"
#include "data/store/SealBook.h"

namespace sz::store {

/// The lock belongs to the connection: it falls when the process dies, and nothing is put without it. A lost connection is
/// made anew by the next `take()`.
class PgSealBook final : public SealBook
{
public:
    explicit PgSealBook(std::string url);

    [[nodiscard]] Result<std::string> key(const std::string& own) override;
    [[nodiscard]] Result<std::string> knownKey() override;
    [[nodiscard]] Result<bool> take() override;
    [[nodiscard]] Result<SignedHead> last() override;
    [[nodiscard]] Result<bool> put(std::uint64_t before, const SignedHead& next) override;

private:
    [[nodiscard]] Result<PgRows> ask(const char* sql, const PgArguments& arguments = {});

    std::string m_url;
    std::unique_ptr<PgConnection> m_link;
    bool m_isOurs = false;
};

} // namespace sz::store
