// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Chooses how Qt Quick draws: without a real GPU the software scene graph is several times faster than llvmpipe.

#include <QString>

namespace sz::maps {

/// `wanted` is auto, rhi or software (anything else counts as auto). Call once, before QApplication.
/// auto: QT_QUICK_BACKEND if it is set; else software unless a DRI render node can be opened and belongs to a real GPU.
void chooseRenderer(const QString& wanted);

/// True when there is a render node this process may use whose kernel driver draws in hardware. Reads /dev/dri and /sys.
[[nodiscard]] bool hasGpu();

/// Loads the libraries the map's QML imports: call in a thread of its own while the application comes up. Never fails; what
/// is not found here is looked for by the QML engine later. Thread-safe.
void warmUpLibraries();

} // namespace sz::maps
