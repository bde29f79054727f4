// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A leader takes a case in charge (包案): a new one, or one that another had.

#include "data/exchange/UnitNames.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/TickTimer.h"
#include "widgets/supervision/ActChain.h"

class QComboBox;
class QLineEdit;

namespace sz::widgets {

class CaseSheet final : public SideSheet
{
    Q_OBJECT
public:
    /// References outlive the sheet.
    CaseSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        const TickTimer& ticks,
        QWidget* parent = nullptr);
    ~CaseSheet() override;

    /// A new case.
    void open();
    /// Another leader for this one.
    void open(const model::Incident& incident);

Q_SIGNALS:
    void done(const sz::IncidentId& incident, const QString& sentence);

private:
    void begin(const model::Incident* incident);
    void fillPosts();
    void perform();
    void finish(const Result<void>& result, const IncidentId& incident);
    [[nodiscard]] bool isComplete();

    desk::Desk& m_desk;
    const TickTimer& m_ticks;
    exchange::UnitNames m_names;
    ActChain* m_chain;
    QLineEdit* m_title;
    QLineEdit* m_number;
    QLineEdit* m_unit;
    QComboBox* m_post;
    IncidentId m_incident; ///< empty: a new one
    bool m_isBusy = false;
};

} // namespace sz::widgets
