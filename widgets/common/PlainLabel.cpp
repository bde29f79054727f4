// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PlainLabel.h"

#include "widgets/common/VisibleText.h"

namespace sz::widgets {

PlainLabel::PlainLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString& text)
{
    QLabel::setText(visibleText(text));
}

} // namespace sz::widgets
