// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A day as people type it: 3d, 3天, 48h, 10-20, 2026-10-20, 10月20日.

#include "data/base/Clock.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace sz::widgets {

/// A length is counted from `now`; a date means the end of that day at the plan's clock, without a year the next such date
/// within half a year. Empty for anything else and for what is over.
[[nodiscard]] std::optional<Instant> typedDay(QStringView text, Instant now, int utcOffsetMinutes);

/// A name and when: "武昌 20:30" (today), "武昌 10-18 20:30", "武昌 10月18日 20：30". A day without a year is the nearest of that name,
/// before or after. Without a clock at its end it is all a name.
struct NamedMoment
{
    QString name;
    std::optional<Instant> at;
};
[[nodiscard]] NamedMoment namedMoment(const QString& typed, Instant now, int utcOffsetMinutes);

} // namespace sz::widgets
