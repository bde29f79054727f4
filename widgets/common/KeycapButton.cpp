// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/KeycapButton.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QEvent>
#include <QPainter>
#include <QShortcut>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kLabelGap = 6;
constexpr int kFlatHeight = 28; ///< hit target
constexpr int kFramedHeight = 32;
constexpr int kFlatPad = 4;
constexpr int kFramedPad = 12;

} // namespace

KeycapButton::KeycapButton(
    const ThemeSource& theme,
    const QKeySequence& keys,
    const QString& label,
    QWidget* parent,
    ButtonLook look)
    : QAbstractButton(parent), m_theme(theme), m_keys(new QShortcut(this)), m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    // Not QAbstractButton's own shortcut: that one clicks 100 ms later and repeats while the key is held.
    m_keys->setAutoRepeat(false);
    connect(m_keys, &QShortcut::activated, this, &QAbstractButton::click);
    setLabel(label);
    setKeys(keys);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void KeycapButton::setKeys(const QKeySequence& keys)
{
    m_keys->setKey(keys);
    updateGeometry();
    update();
    Q_EMIT keysChanged(keys);
}

QKeySequence KeycapButton::keys() const
{
    return m_keys->key();
}

void KeycapButton::setLabel(const QString& label)
{
    m_label = visibleLine(label);
    setAccessibleName(m_label);
    updateGeometry();
    update();
}

void KeycapButton::setBlocked(const QString& reason)
{
    m_reason = visibleLine(reason);
    setAccessibleDescription(m_reason);
    setEnabled(m_reason.isEmpty());
    updateGeometry();
    update();
}

void KeycapButton::setHeldUp(const QString& reason)
{
    m_isHeldUp = !reason.isEmpty();
    m_reason = visibleLine(reason);
    setAccessibleDescription(m_reason);
    updateGeometry();
    update();
}

QSize KeycapButton::sizeHint() const
{
    const int caps = keycapsWidth(keys());
    const int words = textWidth(shownLabel(), labelFont());
    const int gap = caps > 0 && words > 0 ? kLabelGap : 0;
    return {
        caps + gap + words + 2 * padding(),
        m_look == ButtonLook::Flat ? kFlatHeight : kFramedHeight};
}

void KeycapButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintGround(painter);
    const KeycapGround ground = !isEnabled()                    ? KeycapGround::Faint
                                : m_isHeldUp                    ? KeycapGround::Quiet
                                : m_look == ButtonLook::Primary ? KeycapGround::Primary
                                                                : KeycapGround::Quiet;
    QRectF box = QRectF(rect()).adjusted(padding(), 0, -padding(), 0);
    const int caps = paintKeycaps(painter, box, keys(), m_theme.theme(), ground);
    box.adjust(caps > 0 ? caps + kLabelGap : 0, 0, 0, 0);
    paintText(painter, box, shownLabel(), labelFont(), labelColour());
    if (hasFocus()) {
        paintFocusRing(
            painter, rect(),
            m_theme.color(m_look == ButtonLook::Primary ? Token::Ctl : Token::Inv));
    }
}

void KeycapButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) {
        update();
    }
}

void KeycapButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void KeycapButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

QString KeycapButton::shownLabel() const
{
    return m_reason.isEmpty() ? m_label : m_reason;
}

QFont KeycapButton::labelFont() const
{
    return m_look == ButtonLook::Flat ? uiFont(13) : uiFont(14, m_look == ButtonLook::Primary);
}

QColor KeycapButton::labelColour() const
{
    if (!isEnabled()) {
        return m_theme.color(Token::Tx3);
    }
    if (m_isHeldUp) {
        return m_theme.color(Token::RedTx);
    }
    switch (m_look) {
    case ButtonLook::Flat:
        return m_theme.color(underMouse() ? Token::Tx1 : Token::Tx2);
    case ButtonLook::Framed:
        return m_theme.color(Token::Tx1);
    case ButtonLook::Primary:
        return m_theme.color(Token::InvTx);
    }
    return {};
}

int KeycapButton::padding() const
{
    return m_look == ButtonLook::Flat ? kFlatPad : kFramedPad;
}

void KeycapButton::paintGround(QPainter& painter) const
{
    const bool isHot = isEnabled() && (underMouse() || isDown());
    const bool isPrimary = m_look == ButtonLook::Primary && isEnabled() && !m_isHeldUp;
    if (m_look == ButtonLook::Flat && !isHot) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        m_look == ButtonLook::Flat || isPrimary
            ? QPen(Qt::NoPen)
            : QPen(m_theme.color(isEnabled() ? Token::Ctl : Token::Line2), 1));
    painter.setBrush(m_theme.color(
        isPrimary                               ? Token::Inv
        : isHot && m_look == ButtonLook::Framed ? Token::Sel
                                                : Token::Bg3));
    if (m_isHeldUp) {
        painter.setPen(QPen(m_theme.color(Token::Red), 1, Qt::DashLine));
        painter.setBrush(isHot ? QBrush(m_theme.color(Token::Bg3)) : QBrush(Qt::NoBrush));
    }
    const double inset = isPrimary ? 0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 3, 3);
    painter.restore();
}

} // namespace sz::widgets
