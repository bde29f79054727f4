// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// contacts.db of a desk, and of a headquarters without PostgreSQL.

#include "data/store/ContactKeys.h"

#include <filesystem>
#include <vector>

namespace sz::store {

class SqliteFile;

/// Made with the first key, opened when it is first asked. A file that is damaged is destroyed, for it could not be emptied
/// later; whoever opened it is told once by StoreCorrupt and begins a new one.
class ContactFile final : public ContactKeys
{
public:
    /// `seal`: as SqliteSpec::key; null: in the clear.
    explicit ContactFile(
        std::filesystem::path file,
        std::shared_ptr<const vault::SecretKey> seal = nullptr);
    ~ContactFile() override;
    ContactFile(ContactFile&&) noexcept;
    ContactFile& operator=(ContactFile&&) noexcept;

    [[nodiscard]] Result<void> put(const ContactKey& key) override;
    [[nodiscard]] Result<std::optional<ContactKey>> find(const ContactId& contact) override;
    [[nodiscard]] Result<std::uint64_t> expire(Instant now) override;

    /// In order of contact.
    [[nodiscard]] Result<std::vector<ContactKey>> all();
    [[nodiscard]] Result<void> confirm(const std::vector<ContactId>& contacts);
    /// Destroys those that headquarters has, too, and whose time has come.
    [[nodiscard]] Result<std::uint64_t> expireConfirmed(Instant now);
    [[nodiscard]] Result<std::uint64_t> destroy(const ContactId& contact);

private:
    [[nodiscard]] Result<SqliteFile*> open(bool isMade);
    template <class Work>
    [[nodiscard]] Result<void> change(SqliteFile& file, Work work);
    template <class Bind>
    [[nodiscard]] Result<std::uint64_t> remove(const char* sql, Bind bind);

    std::filesystem::path m_path;
    std::shared_ptr<const vault::SecretKey> m_seal; // shared with the desk's other files
    std::unique_ptr<SqliteFile> m_file;
    bool m_hasRemains = false; ///< something was deleted, and its bytes may still be there
};

} // namespace sz::store
