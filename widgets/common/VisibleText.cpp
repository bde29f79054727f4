// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/VisibleText.h"

#include <QChar>
#include <QList>

namespace sz::widgets {

namespace {

constexpr char32_t kBox = 0x25A1;

bool hasNoGlyph(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Default-ignorable, yet letters or marks by category: Hangul fillers, grapheme joiner, variation selectors.
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0
               || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
    }
}

char32_t shown(char32_t c)
{
    if (c == U'\n') {
        return c;
    }
    if (c == U'\t') {
        return U' ';
    }
    return hasNoGlyph(c) ? kBox : c;
}

} // namespace

QString visibleText(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        out += QChar::fromUcs4(shown(c));
    }
    return out;
}

QString visibleLine(const QString& text)
{
    return visibleText(text).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace sz::widgets
