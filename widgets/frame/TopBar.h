// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bar that every window carries: who and when, what is late, and whether what is on the screen is still true.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/models/AlarmLoad.h"

#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;

namespace sz::widgets {

class AlarmMeter;
class BadgeLabel;
class BrandLabel;
class ClockFace;
class DateLabel;
class LampTally;
class LinkBlock;
class PageTabs;
class SeatLabel;
struct SeatPerson;

/// 48 px high. Shows what it is told and asks nobody; while headquarters has never been heard it shows "—" where a 0
/// would claim something. Nothing moves when digits change. Thread: gui.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    TopBar(
        const ThemeSource& theme,
        std::shared_ptr<const plan::Plan> plan,
        QWidget* parent = nullptr);

    void setNow(Instant now);
    void setLink(const desk::LinkStatus& link);
    void setLampCounts(const LampCounts& counts);
    /// `shelved`: see AlarmMeter.
    void setAlarmLoad(const AlarmLoad& load, const QStringList& shelved);
    /// A duty without a holder is a gap in the roster and is shown as such.
    void setSeat(const plan::Duty& duty, const QString& postName, const QString& seat);
    /// Who has signed on here; nothing where nobody needs to.
    void setPerson(const std::optional<SeatPerson>& person);
    /// "games time", with what its tooltip says; empty = no badge.
    void setMode(const QString& mode, const QString& tip = {});
    [[nodiscard]] QString mode() const;
    [[nodiscard]] PageTabs& tabs() { return *m_tabs; }
    /// One more part between meter and seat; the bar owns it.
    void addPart(QWidget* part);
    /// Windows below 1500 px: the words of the lamps and the name go, shapes and counts stay.
    void setCompact(bool isCompact);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The link block was clicked or confirmed: show the outbox.
    void linkActivated();
    /// The mode's badge was clicked.
    void modeActivated();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addStart(QHBoxLayout* row);
    void addLamps(QHBoxLayout* row);
    void addBlocks(QHBoxLayout* row);
    void showTallies();

    const ThemeSource& m_theme;
    std::shared_ptr<const plan::Plan> m_plan;
    LampCounts m_counts;
    bool m_isEverLive = false;
    BrandLabel* m_brand = nullptr;
    BadgeLabel* m_mode = nullptr;
    LampTally* m_near = nullptr;
    LampTally* m_behind = nullptr;
    LampTally* m_late = nullptr;
    ClockFace* m_clock = nullptr;
    DateLabel* m_date = nullptr;
    LinkBlock* m_link = nullptr;
    AlarmMeter* m_meter = nullptr;
    SeatLabel* m_seat = nullptr;
    PageTabs* m_tabs = nullptr;
    QHBoxLayout* m_parts = nullptr;
};

} // namespace sz::widgets
