// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Glossary.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>

namespace sz::tests {

namespace {

/// A form that begins or ends in a sign ("update %1") has no word edge there.
QString wholeWords(const QString& form)
{
    const QString edge = QStringLiteral("(?<![\\w-])%1(?![\\w-])");
    return edge.arg(QRegularExpression::escape(form));
}

QStringList trimmed(QStringList items)
{
    std::ranges::transform(
        items, items.begin(), [](const QString& item) { return item.trimmed(); });
    return items;
}

GlossaryTerm termOf(const QString& line, const QRegularExpressionMatch& found)
{
    QStringList forms = trimmed(found.captured(1).split(u','));
    std::ranges::transform(forms, forms.begin(), wholeWords);
    return {
        line, QRegularExpression(forms.join(u'|'), QRegularExpression::CaseInsensitiveOption),
        trimmed(found.captured(2).split(QStringLiteral(" / ")))};
}

} // namespace

bool GlossaryTerm::isKept(const QString& source, const QString& translation) const
{
    return !english.match(source).hasMatch()
           || std::ranges::any_of(
               chinese, [&translation](const QString& word) { return translation.contains(word); });
}

std::vector<GlossaryTerm> checkedTerms(const QString& file)
{
    static const QRegularExpression kLine(QStringLiteral("^- (.+) → (.+) ✓$"));
    QFile in(file);
    std::vector<GlossaryTerm> terms;
    if (!in.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return terms;
    }
    QTextStream lines(&in);
    for (QString line; lines.readLineInto(&line);) {
        if (const auto found = kLine.match(line); found.hasMatch()) {
            terms.push_back(termOf(line, found));
        }
    }
    return terms;
}

} // namespace sz::tests
