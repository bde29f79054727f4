// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// V on an incident: the cameras and rooms near it, opened with an entry in its trace.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>

namespace sz::widgets {

class CameraSheet;
class RightPane;

/// Thread: gui. All that is given outlives it.
class VideoActs final : public QObject
{
    Q_OBJECT
public:
    VideoActs(desk::Desk& desk, const ThemeSource& theme, RightPane& right, QObject* parent);

    void open(const IncidentId& incident);
    /// Made when it is first asked for.
    [[nodiscard]] CameraSheet& sheet();

Q_SIGNALS:
    void said(const QString& sentence);
    void left(); ///< the sheet was put away, or has done its act

private:
    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    RightPane& m_right;
    CameraSheet* m_sheet = nullptr;
};

} // namespace sz::widgets
