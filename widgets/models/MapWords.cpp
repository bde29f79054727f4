// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/MapWords.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

namespace sz::widgets {

QString baseMapText(const plan::FoundPlace& place)
{
    return !place.isOfMap()
               ? QString()
               : QCoreApplication::translate("MapWords", "base map %1", "where a name is from")
                     .arg(visibleLine(QString::fromStdString(place.source)));
}

} // namespace sz::widgets
