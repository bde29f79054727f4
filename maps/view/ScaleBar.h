// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line under the map: a bar of round length, what the plan is, and whom the data are owed to.

#include <QString>
#include <QWidget>

#include <utility>

namespace sz::maps {

class MapPanel;

/// Length in metres (1, 2 or 5 times a power of ten) of the longest bar that fits, and its pixels.
[[nodiscard]] std::pair<double, double> roundBar(double metresPerPixel, double mostPixels);
/// "5 km", "200 m".
[[nodiscard]] QString lengthText(double metres);

/// Follows one MapPanel's camera and theme. Thread: gui.
class ScaleBar : public QWidget
{
    Q_OBJECT
public:
    /// `panel` must outlive it.
    explicit ScaleBar(const MapPanel& panel, QWidget* parent = nullptr);

    /// "示例片区方案"; empty = none.
    void setNotice(const QString& text);
    /// "街道驻地 GeoNames"; elided in the middle when there is no room, whole in the tool tip.
    void setCredit(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString words() const;

    const MapPanel& m_panel;
    QString m_notice;
    QString m_credit;
};

} // namespace sz::maps
