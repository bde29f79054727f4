// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How the desk writes down what it remembers of people. Damaged memos read as none.

#include "data/base/Secret.h"
#include "data/sync/SeatFrames.h"

namespace sz::desk {

[[nodiscard]] std::optional<log::Fields> fieldsOf(const std::optional<Bytes>& memo);
[[nodiscard]] Bytes packed(const Verifier& verifier);
[[nodiscard]] std::optional<Verifier> verifierOf(const std::optional<Bytes>& memo);
[[nodiscard]] Bytes packed(const model::SignedGrant& grant);
[[nodiscard]] std::optional<model::SignedGrant> grantOf(const std::optional<Bytes>& memo);
[[nodiscard]] Bytes packed(const model::Tries& tries);
[[nodiscard]] model::Tries triesOf(const std::optional<Bytes>& memo);

} // namespace sz::desk
