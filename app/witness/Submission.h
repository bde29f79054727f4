// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Headquarters' side of the witness protocol: asks for a cosignature on the newest checkpoint of a tlog folder.

#include "app/witness/Witness.h"

#include <functional>

namespace sz::witness {

using Post = std::function<Result<Answer>(const std::string& body)>;

/// Sends <tlog>/checkpoint with a proof from what this witness last cosigned (asked for, when it says 409), verifies
/// the answer with the witness's key and adds its line to <tlog>/cosigned, which always holds one checkpoint and all
/// lines for it. Returns when it was cosigned. Errors: NotFound (nothing signed yet), BadChain (409 or 422: the witness
/// knows another history), LinkRefused (other statuses), BadSignature, StoreCorrupt, those of `post`.
[[nodiscard]] Result<Instant>
submit(const std::filesystem::path& tlog, const proof::VerifierKey& witness, const Post& post);

} // namespace sz::witness
