// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line on top of the wall: name, mode, link with the age of the data and what is unsent, date and a large clock.

#include "widgets/common/ThemeSource.h"
#include "widgets/frame/LinkWords.h"

#include <QWidget>

namespace sz::widgets {

/// Thread: gui.
class WallHead final : public QWidget
{
    Q_OBJECT
public:
    WallHead(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent);

    /// Of all sizes; 1 is a screen 1080 pixels high.
    void setScale(double scale);
    void setNow(Instant now);
    void setMode(const QString& mode);
    void setLink(const desk::LinkStatus& link, Instant now);
    /// "Sanzhen · games time · live · 0 s · 0 unsent · 14:23:07".
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    double paintStart(QPainter& painter) const;
    double paintClock(QPainter& painter) const;
    void paintLink(QPainter& painter, double left, double right) const;

    const ThemeSource& m_theme;
    int m_utcOffsetMinutes;
    double m_scale = 1;
    Instant m_now;
    QString m_mode;
    LinkWords m_words;
    std::optional<Instant> m_lostAt;
};

} // namespace sz::widgets
