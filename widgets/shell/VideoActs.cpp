// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/VideoActs.h"

#include "widgets/ground/CameraSheet.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/RelationBox.h"

namespace sz::widgets {

VideoActs::VideoActs(desk::Desk& desk, const ThemeSource& theme, RightPane& right, QObject* parent)
    : QObject(parent), m_desk(desk), m_theme(theme), m_right(right)
{
    connect(&right.detail().relations(), &RelationBox::videoRequested, this, &VideoActs::open);
}

CameraSheet& VideoActs::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = new CameraSheet(m_desk, m_theme, &m_right);
        m_right.addSheet(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &VideoActs::left);
        connect(m_sheet, &CameraSheet::viewed, this, [this](const QString& sentence) {
            Q_EMIT left();
            Q_EMIT said(sentence);
        });
    }
    return *m_sheet;
}

void VideoActs::open(const IncidentId& incident)
{
    if (m_desk.incident(incident) != nullptr) {
        CameraSheet& shown = sheet();
        m_right.showSheet(&shown); // first: the focus goes only where something is shown
        shown.open(incident);
    }
}

} // namespace sz::widgets
