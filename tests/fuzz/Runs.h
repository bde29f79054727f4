// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The targets, one function each, in files of their own: a libFuzzer program links what its target needs and nothing else,
// for every block of code that is linked is looked at after each execution (the whole of it: 13,000 a second).

#include "data/base/Bytes.h"

#include <filesystem>

namespace sz::fuzz {

void cbor(BytesView input);
void entry(BytesView input);
void frame(BytesView input);
void manifest(BytesView input);
void seat(BytesView input);
void batch(BytesView input);
void note(BytesView input);
void profile(BytesView input);
void toml(BytesView input);
void geojson(BytesView input);
void mirror(BytesView input);
/// One message from a desk that has said hello.
void headquarters(BytesView input);
/// One message from the headquarters that has welcomed us.
void desk(BytesView input);
void layerjson(BytesView input);
void layerxml(BytesView input);
void layercsv(BytesView input);
void wkb(BytesView input);
/// What the confined child says.
void child(BytesView input);

/// Ends the process when a property does not hold.
void require(bool holds, const char* what);
/// A folder of this process in memory, gone with it.
[[nodiscard]] const std::filesystem::path& folder();
/// Writes a file of that folder.
void put(const char* name, BytesView input);

} // namespace sz::fuzz
