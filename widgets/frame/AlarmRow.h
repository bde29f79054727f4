// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The red line under the top bar: one late step that nobody has confirmed, its cause, and what can be done about it.

#include "widgets/common/ThemeSource.h"
#include "widgets/models/Alarms.h"

#include <QElapsedTimer>
#include <QKeySequence>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sz::widgets {

class AlarmItem;
class AlarmTally;
class KeyHint;

/// 32 px high, hidden while nothing is unconfirmed. Shows the first alarm it is given; acts mean that one only. Space
/// and H belong to the board and C to the detail pane: they are printed here, not bound. What has gone by itself has no red
/// ground, its edge flashes until somebody has confirmed it. Thread: gui.
class AlarmRow final : public QWidget
{
    Q_OBJECT
public:
    explicit AlarmRow(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Worst first, as openAlarms() gives them, then clearedAlarms(). More than ten
    /// are grouped, see groupAlarms().
    void setAlarms(std::vector<Alarm> alarms, std::shared_ptr<const plan::Plan> plan);
    void setNow(Instant now);
    /// The incident whose detail is open: C is printed only where it would chase the named item.
    void setOpened(const IncidentId& id);
    /// What C of the detail is on this seat.
    void setChaseKeys(const QKeySequence& keys);
    /// False: the edge does not flash (pictures, reduced motion, which the style also says).
    void setFlashing(bool isFlashing);

    [[nodiscard]] const std::vector<Alarm>& alarms() const { return m_alarms; }
    /// What the row names; nothing while hidden.
    [[nodiscard]] std::optional<Alarm> current() const;
    /// Whether the row has named its item long enough (0.6 s) for a key to be meant for it.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    /// For Space, from wherever it is owned. Does nothing before isSettled(): what has just come was not seen yet.
    void acknowledgeCurrent();
    /// For H, as above; only what is still late can be put aside.
    void shelveCurrent();
    /// For Alt+Up, as above; does nothing at the top of the ladder.
    void raiseCurrent();

Q_SIGNALS:
    void shelveRequested(const sz::widgets::Alarm& alarm);
    /// To the next post of the ladder.
    void
    raiseRequested(const sz::IncidentId& incident, const QString& stepRef, const sz::PostCode& to);
    void acknowledgeRequested(const sz::IncidentId& incident, const QString& stepRef);
    void remindRequested(const sz::IncidentId& incident);
    void incidentActivated(const sz::IncidentId& incident);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void refresh();
    void refreshKeys();
    [[nodiscard]] bool isGone() const;
    [[nodiscard]] PostCode nextPost() const;
    void blink();
    void restartBlink();

    const ThemeSource& m_theme;
    std::shared_ptr<const plan::Plan> m_plan;
    std::vector<Alarm> m_alarms;
    Instant m_now;
    IncidentId m_opened;
    AlarmTally* m_tally = nullptr;
    AlarmItem* m_item = nullptr;
    KeyHint* m_acknowledge = nullptr;
    KeyHint* m_remind = nullptr;
    KeyHint* m_shelve = nullptr;
    KeyHint* m_raise = nullptr;
    QKeySequence m_chaseKeys{Qt::Key_C};
    QElapsedTimer m_namedSince;
    QTimer m_blink;
    bool m_isFlashing = true;
    bool m_isEdgeOn = true;
};

} // namespace sz::widgets
