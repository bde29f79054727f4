// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads typed text word by word without minding which punctuation was used, and keeps the place in it.

#include "widgets/actions/TypedLimit.h"

#include <QString>

namespace sz::widgets {

class TextReader
{
public:
    explicit TextReader(const QString& text) : m_text(text), m_plain(plainTyped(text)) {}

    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_plain.size(); }
    /// The rest with ASCII marks for full-width ones.
    [[nodiscard]] QStringView rest() const { return QStringView(m_plain).sliced(m_at); }
    /// The rest as typed, trimmed.
    [[nodiscard]] QString restTyped() const { return m_text.sliced(m_at).trimmed(); }
    void skip(qsizetype count) { m_at += count; }
    void rewind(qsizetype to) { m_at = to; }

    /// Over spaces and commas; true when a comma was among them.
    bool skipGap()
    {
        bool hasComma = false;
        for (; !isAtEnd() && isGap(m_plain[m_at]); ++m_at) {
            hasComma = hasComma || m_plain[m_at] == u',';
        }
        return hasComma;
    }
    /// Up to the next gap, as typed.
    [[nodiscard]] QString word()
    {
        const qsizetype begin = m_at;
        while (!isAtEnd() && !isGap(m_plain[m_at])) {
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin);
    }

private:
    [[nodiscard]] static bool isGap(QChar c) { return c == u' ' || c == u',' || c == u'\t'; }

    QString m_text;
    QString m_plain;
    qsizetype m_at = 0;
};

} // namespace sz::widgets
