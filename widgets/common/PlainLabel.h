// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A label that can only ever show plain text, whatever it is given.

#include <QLabel>

namespace sz::widgets {

/// Text from outside: markup stays literal, marks without a glyph are shown as boxes. Use it wherever QLabel would do.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);
    explicit PlainLabel(const QString& text, QWidget* parent = nullptr);

    /// Hides QLabel::setText: the text goes through visibleText().
    void setText(const QString& text);
};

} // namespace sz::widgets
