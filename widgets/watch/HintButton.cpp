// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/HintButton.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QPainter>

namespace sz::widgets {

namespace {

constexpr int kHeight = 28;
constexpr int kPad = 4;
constexpr int kLabelGap = 6;

} // namespace

HintButton::HintButton(
    const ThemeSource& theme,
    const QKeySequence& keys,
    const QString& label,
    QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_keys(keys)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus); // a click must not take the focus from where its key works
    setAttribute(Qt::WA_Hover);
    setLabel(label);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void HintButton::setKeys(const QKeySequence& keys)
{
    m_keys = keys;
    updateGeometry();
    update();
}

void HintButton::setLabel(const QString& label)
{
    m_label = label;
    setAccessibleName(label);
    updateGeometry();
    update();
}

QSize HintButton::sizeHint() const
{
    const int words = textWidth(m_label, symbols::uiFont(13));
    return {keycapsWidth(m_keys) + (words > 0 ? kLabelGap + words : 0) + 2 * kPad, kHeight};
}

void HintButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool isHot = isEnabled() && underMouse();
    if (isHot) {
        painter.fillRect(rect(), m_theme.color(Token::Bg3));
    }
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    const KeycapGround ground = isEnabled() ? KeycapGround::Quiet : KeycapGround::Faint;
    box.setLeft(
        box.left() + paintKeycaps(painter, box, m_keys, m_theme.theme(), ground) + kLabelGap);
    const Token words = !isEnabled() ? Token::Tx3 : isHot ? Token::Tx1 : Token::Tx2;
    paintText(painter, box, m_label, symbols::uiFont(13), m_theme.color(words));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
