// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an authority has signed can be checked with nothing but its certificate.

#include "data/base/Hash.h"

#include <string>
#include <vector>

namespace sz::net {

/// The Ed25519 keys of all certificates of a PEM text; others are left out. Errors: BadCertificate.
[[nodiscard]] Result<std::vector<PublicKey>> certificateKeys(const std::string& pem);

} // namespace sz::net
