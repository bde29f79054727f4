// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Puts a desk's files under a key, or back in the clear, so that a crash at any point loses nothing.

#include "data/store/OutboxMirror.h"

#include <filesystem>
#include <functional>
#include <string>

namespace sz::store {

/// How a desk's folder is to be from now on.
struct Resealing
{
    OutboxMirror::Key from; ///< null: it is in the clear
    OutboxMirror::Key to;   ///< null: it is to be in the clear
    std::string protection; ///< text of `protected`; empty with `to` null
    std::function<Result<void>(const std::filesystem::path& into)> copyFiles =
        {}; ///< writes files/ as it is to be into another folder, synced; empty: there are none
    std::function<void(const char* step)> reached =
        {}; ///< may be empty; tests end the process here
};

/// Writes log.db, outbox.mirror, desk.key and the attached files anew beside the old ones, then `protection.next`, from which on the change is
/// decided, then puts the new ones in place. view.db, search.db and chunks of a snapshot are thrown away: they are made anew from the log. The caller holds the
/// folder's lock. Before the decision any failure leaves all as it was; after it `finishResealing` ends the work.
/// Errors: StoreCorrupt, FileMalformed, NoSpace, Io, StoreOpen.
[[nodiscard]] Result<void> reseal(const std::filesystem::path& folder, const Resealing& how);

/// Ends what was decided and cut short; removes what was only begun. Does nothing otherwise. Errors: Io.
[[nodiscard]] Result<void> finishResealing(const std::filesystem::path& folder);

/// Is there anything for `finishResealing` to do?
[[nodiscard]] bool hasResealing(const std::filesystem::path& folder);

/// desk.key of a protected desk: one line of hexadecimal instead of PEM.
[[nodiscard]] std::string sealKeyText(const std::string& pem, const vault::SecretKey& key);
/// Errors: FileMalformed when it was not sealed with this key.
[[nodiscard]] Result<std::string> openKeyText(const std::string& text, const vault::SecretKey& key);

} // namespace sz::store
