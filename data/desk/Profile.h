// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One desk's folder: who it is, where headquarters is, its key, its two database files.

#include "data/base/Ids.h"
#include "data/base/Result.h"
#include "data/net/Link.h"
#include "data/vault/Protection.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace sz::desk {

/// Contents of `profile.toml` and the key files beside it.
struct Profile
{
    std::filesystem::path folder;
    UnitCode unit;
    DeskId desk;
    OperationId operation;
    net::Endpoint headquarters;
    std::vector<net::Endpoint>
        others; ///< equal headquarters to go to when that one does not answer; may be empty
    net::Credentials
        credentials; ///< desk.crt, desk.key (0600), ca.crt; the key is empty while the desk is locked
    vault::DataKey dataKey; ///< seals the files of a protected desk; null: in the clear, or locked

    /// Its files are sealed and no passphrase has been given yet: `unlockProfile` first.
    [[nodiscard]] bool isLocked() const { return !dataKey && vault::isProtected(folder); }

    /// All of them, `headquarters` first.
    [[nodiscard]] std::vector<net::Endpoint> addresses() const;
    [[nodiscard]] std::filesystem::path logFile() const { return folder / "log.db"; }
    [[nodiscard]] std::filesystem::path viewFile() const { return folder / "view.db"; }
    [[nodiscard]] std::filesystem::path searchFile() const { return folder / "search.db"; }
    /// Keys of sealed contacts.
    [[nodiscard]] std::filesystem::path contactFile() const { return folder / "contacts.db"; }
    [[nodiscard]] std::filesystem::path snapshotFolder() const { return folder / "snapshot"; }
    [[nodiscard]] std::filesystem::path filesFolder() const { return folder / "files"; }
    [[nodiscard]] std::filesystem::path mirrorFile() const { return folder / "outbox.mirror"; }
    [[nodiscard]] std::filesystem::path lockFile() const { return folder / "lock"; }
};

/// Errors: NotFound (no profile.toml yet), FileUnreadable, FileMalformed with file:line.
[[nodiscard]] Result<Profile> loadProfile(const std::filesystem::path& folder);
/// Opens a protected desk. Takes a quarter of a second: not on gui. Errors: PassphraseWrong (nothing is changed), NotFound (it
/// is not protected), FileUnreadable, FileMalformed.
[[nodiscard]] Result<void> unlockProfile(Profile& profile, std::string_view passphrase);
/// Writes profile.toml and key files, folder 0700, files 0600, atomically. Errors: Io, NoSpace.
[[nodiscard]] Result<void> saveProfile(const Profile& profile);

/// Writes only ca.crt and desk.crt, in this order, each atomically. Errors: Io, NoSpace.
[[nodiscard]] Result<void> saveCertificates(const Profile& profile);

/// Enrols this desk at headquarters with a printed code and returns the finished profile (not saved yet).
/// `pinnedAuthority`: hex SHA-256 of headquarters' CA as printed beside the code.
/// Errors: LinkDown, BadCertificate, EnrolCodeBad, EnrolCodeExpired, ProtocolVersion. Blocks up to 10 s: not on gui.
[[nodiscard]] Result<Profile> enrol(
    const std::filesystem::path& folder,
    const net::Endpoint& headquarters,
    const std::string& code,
    const std::string& pinnedAuthority);

} // namespace sz::desk
