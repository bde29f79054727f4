// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Plain text over several lines in a colour of the table; what does not fit ends in an ellipsis and a tooltip.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

class TextBlock final : public QWidget
{
    Q_OBJECT
public:
    TextBlock(
        const ThemeSource& theme,
        int pixelSize,
        bool bold,
        int maxLines,
        QWidget* parent = nullptr);

    /// Goes through visibleText(). Also the accessible name.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setToken(Token token);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QStringList linesFor(int width, bool* isCut = nullptr) const;
    [[nodiscard]] int lineHeight() const;

    const ThemeSource& m_theme;
    QString m_text;
    Token m_token = Token::Tx1;
    int m_maxLines;
};

} // namespace sz::widgets
