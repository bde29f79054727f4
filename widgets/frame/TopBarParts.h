// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The painted parts of the top bar that cannot be focused. Each keeps its width while its digits run.

#include "data/model/Lamp.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <optional>

namespace sz::widgets {

/// A fixed-size widget that paints itself again when the theme changes.
class TopBarPart : public QWidget
{
    Q_OBJECT
public:
    TopBarPart(const ThemeSource& theme, QWidget* parent);
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    [[nodiscard]] const ThemeSource& theme() const { return m_theme; }
    void changed();

private:
    const ThemeSource& m_theme;
};

/// The mark and the name; the mark alone in narrow windows.
class BrandLabel final : public TopBarPart
{
    Q_OBJECT
public:
    BrandLabel(const ThemeSource& theme, QWidget* parent);
    void setCompact(bool isCompact);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isCompact = false;
};

/// Outlined words: the mode (strong) and that the plan is a sample (quiet). Hidden while empty.
class BadgeLabel final : public TopBarPart
{
    Q_OBJECT
public:
    BadgeLabel(const ThemeSource& theme, bool isStrong, QWidget* parent);
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QString m_text;
    bool m_isStrong;
};

/// Shape, word and number of one lamp. Without a count it shows "—": nothing is known.
class LampTally final : public TopBarPart
{
    Q_OBJECT
public:
    LampTally(const ThemeSource& theme, model::Lamp lamp, QWidget* parent);
    void setCount(std::optional<int> count);
    void setCompact(bool isCompact);
    /// "2", "99+", "—".
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString word() const;

    model::Lamp m_lamp;
    std::optional<int> m_count;
    bool m_isCompact = false;
};

} // namespace sz::widgets
