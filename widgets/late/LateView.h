// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of the late list, gone through by keys.

#include "widgets/common/ThemeSource.h"
#include "widgets/late/LateModel.h"

#include <QElapsedTimer>
#include <QListView>

namespace sz::widgets {

/// Up, Down, Home, End, page keys; Right unfolds, Left folds; Space confirms, H puts aside, Alt+Up raises, Enter opens, Esc
/// closes. Input method off. Confirms only what has been on the screen for 0.6 s. Thread: gui.
class LateView final : public QListView
{
    Q_OBJECT
public:
    LateView(LateModel& model, const ThemeSource& theme, QWidget* parent = nullptr);

    /// Whether the item's row has been painted whole, long enough to have been read.
    [[nodiscard]] bool hasSeen(const StepKey& key) const;
    /// What Space would confirm now: the item of the row, or of a group those that were unfolded and seen.
    [[nodiscard]] std::vector<Alarm> confirmable() const;
    /// Of the row; nothing on a heading.
    [[nodiscard]] std::optional<Alarm> currentAlarm() const;

public Q_SLOTS:
    void confirm();
    void putAside();
    void raise();
    void toggle(bool isOpen);

Q_SIGNALS:
    void confirmRequested(const std::vector<sz::widgets::Alarm>& alarms);
    void shelveRequested(const sz::widgets::Alarm& alarm);
    void raiseRequested(const sz::widgets::Alarm& alarm);
    void openRequested(const sz::IncidentId& incident);
    void pointed(const sz::IncidentId& incident); ///< the current row is of this one
    void closeRequested();
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void noteSeen();

    LateModel& m_model;
    QElapsedTimer m_clock;
    std::map<StepKey, qint64> m_firstSeen; ///< ms of m_clock
};

} // namespace sz::widgets
