// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/TextBlock.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kLeading = 5; ///< 13/18, 14/20, 18/24 of the type scale

} // namespace

TextBlock::TextBlock(
    const ThemeSource& theme,
    int pixelSize,
    bool bold,
    int maxLines,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_maxLines(maxLines)
{
    setFont(symbols::uiFont(pixelSize, bold));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void TextBlock::setText(const QString& text)
{
    const QString shown = visibleText(text);
    if (shown == m_text) {
        return;
    }
    m_text = shown;
    setAccessibleName(shown);
    updateGeometry();
    update();
}

void TextBlock::setToken(Token token)
{
    m_token = token;
    update();
}

int TextBlock::lineHeight() const
{
    return font().pixelSize() + kLeading + (font().pixelSize() >= 14 ? 1 : 0);
}

int TextBlock::heightForWidth(int width) const
{
    return static_cast<int>(linesFor(width).size()) * lineHeight();
}

QSize TextBlock::sizeHint() const
{
    const int width = std::max(80, this->width());
    return {240, heightForWidth(width)};
}

QSize TextBlock::minimumSizeHint() const
{
    return {40, m_text.isEmpty() ? 0 : lineHeight()};
}

QStringList TextBlock::linesFor(int width, bool* isCut) const
{
    QStringList lines;
    if (m_text.isEmpty()) {
        return lines;
    }
    for (const QString& paragraph : m_text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font());
        layout.setTextOption([] {
            QTextOption option;
            option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
            return option;
        }());
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1, width));
            const bool isLast = lines.size() + 1 == m_maxLines;
            if (isLast && line.textStart() + line.textLength() < paragraph.size()) {
                lines.append(paragraph.mid(line.textStart())); // elided when painted
                if (isCut != nullptr) {
                    *isCut = true;
                }
                return lines;
            }
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
        if (lines.size() >= m_maxLines) {
            return lines;
        }
    }
    return lines;
}

void TextBlock::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRectF line(0, 0, width(), lineHeight());
    for (const QString& text : linesFor(width())) {
        paintText(painter, line, text, font(), m_theme.color(m_token));
        line.translate(0, lineHeight());
    }
}

void TextBlock::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    bool isCut = false;
    static_cast<void>(linesFor(width(), &isCut));
    setToolTip(isCut ? tipText(m_text) : QString());
}

} // namespace sz::widgets
