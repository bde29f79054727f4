// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The part of the top bar that says whether the screen is true: state, age of the data, unsent and rejected acts.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/frame/LinkWords.h"

#include <QAbstractButton>

#include <optional>

namespace sz::widgets {

/// A button of constant width; the yellow or red border is there when the link is not. Plain text only.
class LinkBlock final : public QAbstractButton
{
    Q_OBJECT
public:
    LinkBlock(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent = nullptr);

    void setLink(const desk::LinkStatus& link);
    void setNow(Instant now);

    [[nodiscard]] const LinkWords& words() const { return m_words; }
    /// Both lines as one text.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void paintGround(QPainter& painter) const;
    void paintShape(QPainter& painter, const QRectF& box) const;
    void paintFacts(QPainter& painter, const QRectF& line) const;

    const ThemeSource& m_theme;
    int m_utcOffsetMinutes;
    int m_width;
    desk::LinkStatus m_link;
    Instant m_now;
    std::optional<Instant> m_lostAt;
    LinkWords m_words;
};

} // namespace sz::widgets
