// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An action with its key printed on it: what is printed works, what cannot be done says why.

#include "widgets/common/ThemeSource.h"

#include <QAbstractButton>

class QShortcut;

namespace sz::widgets {

enum class ButtonLook : std::uint8_t {
    Flat,    ///< keycap and label on the pane
    Framed,  ///< a button on a sheet's footer
    Primary, ///< the one main act of a sheet, inverted
};

class KeycapButton final : public QAbstractButton
{
    Q_OBJECT
public:
    /// The keys click at once, without repeating while held, anywhere in the window. An empty sequence prints no cap.
    KeycapButton(
        const ThemeSource& theme,
        const QKeySequence& keys,
        const QString& label,
        QWidget* parent = nullptr,
        ButtonLook look = ButtonLook::Flat);

    void setKeys(const QKeySequence& keys);
    [[nodiscard]] QKeySequence keys() const;
    void setLabel(const QString& label);
    /// Disables and prints the reason in place of the label ("4 steps open"); empty = possible again.
    void setBlocked(const QString& reason);
    [[nodiscard]] QString blockedReason() const { return m_reason; }
    /// Dashed, with the reason in place of the label, but it still answers a click: who presses it is led to what is in the way.
    /// Empty = possible again.
    void setHeldUp(const QString& reason);
    [[nodiscard]] bool isHeldUp() const { return m_isHeldUp; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// For keys that are bound elsewhere and printed here.
    void keysChanged(const QKeySequence& keys);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QString shownLabel() const;
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QColor labelColour() const;
    [[nodiscard]] int padding() const;
    void paintGround(QPainter& painter) const;

    const ThemeSource& m_theme;
    QShortcut* m_keys;
    QString m_label;
    QString m_reason;
    ButtonLook m_look;
    bool m_isHeldUp = false;
};

} // namespace sz::widgets
