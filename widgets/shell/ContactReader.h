// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From the key in the detail to the desk and back: the text for a minute, or why not.

#include "data/desk/Desk.h"

#include <QObject>

namespace sz::widgets {

class DetailPane;

/// Thread: gui. Both outlive it.
class ContactReader final : public QObject
{
    Q_OBJECT
public:
    ContactReader(desk::Desk& desk, DetailPane& detail, QObject* parent = nullptr);

private:
    void read(const IncidentId& incident, const ContactId& contact);

    desk::Desk& m_desk;
    DetailPane& m_detail;
};

} // namespace sz::widgets
