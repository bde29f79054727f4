// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The red line for check-in rounds: posts that were asked twice in vain, whose turn it is, until somebody has confirmed it.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <set>
#include <string>
#include <vector>

namespace sz::widgets {

class ElidedLabel;
class KeycapButton;
class TickTimer;

/// 32 px high, hidden while nothing is unconfirmed. A unit's desk sees its own rounds, the office everybody's: that is where a
/// round goes up to. A unit absent from a roll call sees that, too: it cannot confirm it, only answer. Names the one that waits longest; Alt+F10 means that one only. Thread: gui.
class RoundAlarmRow final : public QWidget
{
    Q_OBJECT
public:
    RoundAlarmRow(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);

    struct Item
    {
        std::string round;
        model::RoundAlarm alarm;
        bool isOwn = false; ///< of a roll call, at the desk of the unit that is absent
    };
    /// The one that waits longest first.
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    /// What it says; empty while hidden.
    [[nodiscard]] QString text() const;
    /// Names of what is to be heard: whose turn it is here, and the rest.
    [[nodiscard]] std::set<std::string> heard(bool isOwnTurn) const;
    void confirm();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void said(const QString& sentence);
    void openRequested(const std::string& round);
    void changed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void count();
    void follow();
    void describe();
    [[nodiscard]] QString
    missedText(const model::ShiftRound& round, const model::RoundAlarm& alarm) const;
    [[nodiscard]] QString
    absentText(const model::ShiftRound& round, const model::RoundAlarm& alarm) const;
    [[nodiscard]] std::optional<model::RoundAlarm>
    ownAlarm(const model::ShiftRound& round, Instant now) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    std::vector<Item> m_items;
    std::optional<Instant> m_next; ///< when something may be another than now without an act
    ElidedLabel* m_words = nullptr;
    KeycapButton* m_confirm = nullptr;
    bool m_isBusy = false;
};

} // namespace sz::widgets
