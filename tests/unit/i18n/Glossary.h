// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The checked lines of resources/i18n/glossary.md, so that a new term is a line there and no code here.

#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace sz::tests {

/// "- signed for, signed → 签收 ✓": an English message with one of the forms must have one of the words.
struct GlossaryTerm
{
    QString line;               ///< as written, for failure messages
    QRegularExpression english; ///< whole words, capitals or not
    QStringList chinese;

    [[nodiscard]] bool isKept(const QString& source, const QString& translation) const;
};

/// Only the lines that end in ✓; empty when the file cannot be read.
[[nodiscard]] std::vector<GlossaryTerm> checkedTerms(const QString& file);

} // namespace sz::tests
