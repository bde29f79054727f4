// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of plain text that gives way: it elides at the end and tells the whole in its tooltip.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

class ElidedLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const ThemeSource& theme, QWidget* parent = nullptr);

    /// Shown through visibleLine(). Also the accessible name.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setToken(Token token);
    void setPixelSize(int pixels, bool bold = false);
    void setAlignment(Qt::Alignment alignment);
    [[nodiscard]] bool isElided() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateTip();

    const ThemeSource& m_theme;
    QString m_text;
    Token m_token = Token::Tx1;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace sz::widgets
