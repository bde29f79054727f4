// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ContactReader.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/watch/ContactLine.h"
#include "widgets/watch/DetailPane.h"

namespace sz::widgets {

ContactReader::ContactReader(desk::Desk& desk, DetailPane& detail, QObject* parent)
    : QObject(parent), m_desk(desk), m_detail(detail)
{
    m_detail.contactLine().setDesk(desk.deskId());
    connect(&m_detail.contactLine(), &ContactLine::requested, this, &ContactReader::read);
}

void ContactReader::read(const IncidentId& incident, const ContactId& contact)
{
    desk::onResult<std::string>(
        this, m_desk.openContact(incident, contact), [this, contact](const Result<std::string>& r) {
            if (r) {
                m_detail.contactLine().reveal(contact, QString::fromStdString(*r));
            } else {
                m_detail.contactLine().refuse(contact, errorText(r.error()));
            }
        });
}

} // namespace sz::widgets
