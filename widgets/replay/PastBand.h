// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The inverted band over everything that is past: word, shape and ground say that nothing can be done here.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

/// Thread: gui.
class PastBand final : public QWidget
{
    Q_OBJECT
public:
    explicit PastBand(const ThemeSource& theme, QWidget* parent);

    /// `moment` bold; `facts` behind it: whose clock, which entry, mode.
    void setMoment(const QString& moment, const QString& facts);
    /// "PAST · Sat 17 Oct 14:02:11 · headquarters' clock · …".
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override { return {400, 40}; }

Q_SIGNALS:
    void backRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QString refusal() const;

    const ThemeSource& m_theme;
    QString m_moment;
    QString m_facts;
    QRect m_back;
};

/// The frame round the page: diagonal stripes of the band's colour, `width` pixels wide.
void paintPastFrame(QPainter& painter, const QRect& rect, int width, const ThemeSource& theme);

} // namespace sz::widgets
