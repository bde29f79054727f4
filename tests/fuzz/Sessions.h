// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Both ends of the protocol, with a session that is up, against a peer who sends anything.

#include "data/base/Bytes.h"

namespace sz::fuzz {

/// One message from a desk that has said hello.
void headquarters(BytesView input);
/// One message from the headquarters that has welcomed us.
void desk(BytesView input);

} // namespace sz::fuzz
