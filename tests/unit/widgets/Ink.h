// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Helpers of the painting tests: draws on a transparent picture and asks where ink is.

#include <QImage>
#include <QPainter>

#include <cmath>
#include <functional>

namespace sz::test {

/// Draws on a transparent picture of `size` logical pixels at a device scale.
inline QImage drawn(QSize size, double scale, const std::function<void(QPainter&)>& draw)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// Bounding box of all ink, in device pixels; null when there is none.
inline QRect inkOf(const QImage& image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0) {
                box |= QRect(x, y, 1, 1);
            }
        }
    }
    return box;
}

/// The device pixels that a logical box touches.
inline QRect deviceBox(const QRectF& box, double scale)
{
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
        .toAlignedRect();
}

/// Mean difference of alpha per pixel, 0 to 255.
inline double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            sum += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y)));
        }
    }
    return sum / (a.width() * a.height());
}

} // namespace sz::test
