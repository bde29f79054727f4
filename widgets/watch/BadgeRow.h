// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of state badges and quiet words: state, number, place, class; what is claimed stands at the right edge.

#include "widgets/common/Painters.h"

#include <QWidget>

#include <vector>

namespace sz::widgets {

class BadgeRow final : public QWidget
{
    Q_OBJECT
public:
    struct Item
    {
        QString text;
        bool isBadge = false;
        BadgeTone tone = BadgeTone::Quiet;
        bool operator==(const Item&) const = default;
    };
    explicit BadgeRow(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Left to right; words elide before badges do. `right` is a badge at the right edge, empty = none.
    void setItems(std::vector<Item> items, const QString& right);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    std::vector<Item> m_items;
    QString m_right;
};

} // namespace sz::widgets
