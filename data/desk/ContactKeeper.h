// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Callers' contacts as a desk seals and reads them, and the keys it keeps of those it sealed itself.

#include "data/store/ContactFile.h"
#include "data/vault/Protection.h"

#include <string>

namespace sz::desk {

inline constexpr std::size_t kMostContactLetters = 200; ///< code points

/// Without blanks at the ends. Errors: MissingField (nothing in it), BadArgument (longer than kMostContactLetters, no UTF-8, or
/// control characters in it).
[[nodiscard]] Result<std::string> cleanContact(const std::string& typed);
/// Padded first to a multiple of 128 bytes. Bound to incident and contact.
[[nodiscard]] Bytes sealContactText(
    const vault::SecretKey& key,
    const IncidentId& incident,
    const ContactId& contact,
    const std::string& text);
/// Errors: BadEncoding.
[[nodiscard]] Result<std::string> openContactText(
    const vault::SecretKey& key,
    const IncidentId& incident,
    const ContactId& contact,
    BytesView sealed);

/// contacts.db with what the desk needs to know of it all the time. Thread: store.
class ContactKeeper
{
public:
    ContactKeeper(std::filesystem::path file, vault::DataKey seal);

    /// Durable when it returns.
    [[nodiscard]] Result<void> keep(const store::ContactKey& key);
    /// Null: this desk has no key of it.
    [[nodiscard]] Result<std::shared_ptr<const vault::SecretKey>> keyOf(const ContactId& contact);
    /// The entry it was made for could not be written.
    [[nodiscard]] Result<void> discard(const ContactId& contact);

    /// All of them: headquarters may have lost its own.
    [[nodiscard]] Result<std::vector<store::ContactKey>> all() { return m_file.all(); }
    /// Is there one that headquarters has not confirmed?
    [[nodiscard]] bool hasUnconfirmed() const { return m_hasUnconfirmed; }
    [[nodiscard]] Result<void> confirm(const std::vector<ContactId>& contacts);

    /// Destroys those whose time has come. `isHeadquartersTime`: `now` is by its clock; by the desk's own alone only those go
    /// that headquarters has, too: a wrong clock must not take the only key there is.
    [[nodiscard]] Result<void> expire(Instant now, bool isHeadquartersTime);

private:
    store::ContactFile m_file;
    bool m_hasUnconfirmed = true; ///< until it is known better
};

} // namespace sz::desk
