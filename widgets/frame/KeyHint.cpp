// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/KeyHint.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 28; ///< hit target
constexpr int kPad = 4;
constexpr int kLabelGap = 6;
constexpr int kPx = 13;

} // namespace

KeyHint::KeyHint(
    const ThemeSource& theme,
    const QKeySequence& keys,
    const QString& label,
    QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_keys(keys), m_label(visibleLine(label))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus); // a click must not take the focus from where its key works
    setAttribute(Qt::WA_Hover);
    setAccessibleName(m_label);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void KeyHint::setKeys(const QKeySequence& keys)
{
    if (keys == m_keys) {
        return;
    }
    m_keys = keys;
    updateGeometry();
    update();
}

void KeyHint::setBlocked(const QString& reason)
{
    const QString shown = visibleLine(reason);
    if (shown == m_reason) {
        return;
    }
    m_reason = shown;
    setAccessibleDescription(m_reason);
    setEnabled(m_reason.isEmpty());
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    const int caps = keycapsWidth(m_keys);
    const int words = textWidth(shownLabel(), uiFont(kPx));
    return {caps + (caps > 0 ? kLabelGap : 0) + words + 2 * kPad, kHeight};
}

void KeyHint::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool isHot = isEnabled() && (underMouse() || isDown());
    if (isHot) {
        painter.fillRect(rect(), m_theme.color(Token::Bg3));
    }
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    const KeycapGround ground = isEnabled() ? KeycapGround::Quiet : KeycapGround::Faint;
    const int caps = paintKeycaps(painter, box, m_keys, m_theme.theme(), ground);
    box.setLeft(box.left() + (caps > 0 ? caps + kLabelGap : 0));
    const Token words = isHot ? Token::Tx1 : isEnabled() ? Token::Tx2 : Token::Tx3;
    paintText(painter, box, shownLabel(), uiFont(kPx), m_theme.color(words));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

QString KeyHint::shownLabel() const
{
    return m_reason.isEmpty() ? m_label : m_reason;
}

} // namespace sz::widgets
