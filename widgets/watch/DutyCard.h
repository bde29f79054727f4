// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who holds a unit's posts, until when, who comes next, and how to reach them.

#include "widgets/common/ThemeSource.h"
#include "widgets/watch/RosterFacts.h"

#include <QFrame>

namespace sz::widgets {

/// A popup that closes on Esc or a click elsewhere. Enter or a click on a phone asks to dial.
class DutyCard final : public QFrame
{
    Q_OBJECT
public:
    DutyCard(const plan::Plan& plan, const ThemeSource& theme, QWidget* parent = nullptr);

    /// `acts`: what was told of the posts' presence; null: nothing is known. A unit of many posts has one line each.
    void setRoster(const UnitDuty& roster, Instant now, const model::ShiftState* acts = nullptr);
    /// Shows the card above or below the anchor, inside its screen.
    void popUp(const QRect& anchorOnScreen);
    /// Everything it says, for tests and assistive tools.
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void dialRequested(const QString& phone);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addDuty(const plan::Duty& duty);
    void addPresence(const plan::Duty& duty, const model::ShiftState* acts);
    void addLine(const QString& label, const QString& value, bool isBold = false);

    const plan::Plan& m_plan;
    const ThemeSource& m_theme;
    QString m_text;
    QString m_phone; ///< of the first post
};

} // namespace sz::widgets
