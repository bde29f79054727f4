// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The right third of the wall: three counts, lamps, the five limits that break first, alarm meter and facts.

#include "widgets/common/ThemeSource.h"
#include "widgets/models/AlarmLoad.h"
#include "widgets/wall/WallFigures.h"

#include <QWidget>

namespace sz::widgets {

/// Thread: gui.
class WallSide final : public QWidget
{
    Q_OBJECT
public:
    WallSide(const ThemeSource& theme, QWidget* parent);

    void setScale(double scale);
    void setFigures(const WallFigures& figures);
    void setLoad(const AlarmLoad& load);
    void setFacts(std::vector<WallFact> facts);
    /// Counts cannot be trusted: "—" stands in their place, and why. Empty: they can.
    void setUnknown(const QString& why);
    /// All of it as one line a fact, for a screen reader and tests.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int px(double pixels) const;
    double paintCounts(QPainter& painter, double top) const;
    double paintLamps(QPainter& painter, double top) const;
    void paintLimits(QPainter& painter, double top, double bottom) const;
    void paintLimit(QPainter& painter, const QRectF& row, const WallLimit& limit) const;
    void paintFacts(QPainter& painter, double top) const;
    void paintMeter(QPainter& painter, const QRectF& box) const;
    [[nodiscard]] double factsHeight() const;
    [[nodiscard]] QString meterText() const;

    const ThemeSource& m_theme;
    double m_scale = 1;
    WallFigures m_figures;
    AlarmLoad m_load;
    std::vector<WallFact> m_facts;
    QString m_unknown;
};

} // namespace sz::widgets
