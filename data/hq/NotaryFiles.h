// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The notary's key and texts in headquarters' folder.

#include "data/base/Ids.h"
#include "data/proof/Note.h"

#include <filesystem>
#include <optional>

namespace sz::hq {

/// "sanzhen/<operation>": the log's name in every checkpoint.
[[nodiscard]] std::string originOf(const OperationId& operation);

/// Reads log.key, or makes it (0600) and tlog/log.pub when nothing has been signed yet. Errors: BadCertificate (signed
/// before but the key is missing, unreadable or of another log), Io, NoSpace.
[[nodiscard]] Result<proof::Signer>
openLogKey(const std::filesystem::path& folder, const OperationId& operation);

/// Nothing when there is no such file. Errors: FileUnreadable.
[[nodiscard]] Result<std::optional<std::string>> readNote(const std::filesystem::path& file);

} // namespace sz::hq
