// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The operation as a line of time: how much happened when, where one stands, and the moment it is compared with.

#include "data/replay/Timeline.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace sz::widgets {

/// A click or drag wishes a moment; ← → an entry, with Shift a minute, with Ctrl an hour; Home and End the ends; wheel, + and -
/// draw the line longer or shorter about where one stands. Shows what it is told: the moment moves when it was given.
/// Thread: gui.
class TimeSlider final : public QWidget
{
    Q_OBJECT
public:
    TimeSlider(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent);

    void setTimeline(std::shared_ptr<const replay::Timeline> timeline);
    void setMoment(std::size_t position, Instant now);
    /// The other moment of a comparison; none.
    void setMark(std::optional<Instant> mark);
    [[nodiscard]] Instant from() const { return m_from; }
    [[nodiscard]] Instant until() const { return m_until; }
    [[nodiscard]] QSize sizeHint() const override { return {600, 56}; }
    /// Handles a key of its own, also when another widget had the focus; false: not one of its.
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);

Q_SIGNALS:
    /// By mouse, minute, hour or end.
    void momentWanted(sz::Instant now);
    /// By entry: the position, with the moment of its last entry.
    void positionWanted(std::size_t position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect track() const;
    [[nodiscard]] double xOf(Instant at) const;
    [[nodiscard]] Instant atX(double x) const;
    [[nodiscard]] Instant first() const;
    [[nodiscard]] Instant last() const;
    void wish(Instant at);
    void stepEntry(int by);
    void zoom(double factor);
    void paintBars(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void describe();

    const ThemeSource& m_theme;
    int m_utcOffsetMinutes;
    std::shared_ptr<const replay::Timeline> m_timeline; // shared with the worker
    std::size_t m_position = 0;
    Instant m_now;
    Instant m_from;
    Instant m_until;
    std::optional<Instant> m_mark;
};

} // namespace sz::widgets
