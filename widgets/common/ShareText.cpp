// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ShareText.h"

namespace sz::widgets {

QString shareText(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0) {
        return QStringLiteral("—");
    }
    const std::int64_t thousandths = (2000 * part + whole) / (2 * whole);
    return QStringLiteral("%1.%2%").arg(thousandths / 10).arg(thousandths % 10);
}

} // namespace sz::widgets
