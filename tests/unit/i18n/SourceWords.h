// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the sources say to the operator: by lupdate, and by a plain search that does not trust lupdate.

#include "TsFile.h"

namespace sz::tests {

/// A literal given to tr() or translate(). lupdate drops translate("A", "%n b", "c", f(x)) without a
/// word when the count is a call; this search does not.
struct SourceWord
{
    QString file;
    QString context; ///< empty for tr()
    QString text;
};

/// Every tr() and translate() literal under `folders` of `root`.
[[nodiscard]] std::vector<SourceWord>
wordsInSources(const QString& root, const QStringList& folders);

/// What lupdate finds under `folders`, written through a file in `scratch`; empty when it fails. The
/// root is its include path: without it lupdate does not find the headers, leaves out the namespaces,
/// and nothing would be found at run time.
[[nodiscard]] std::optional<std::vector<TsMessage>> lupdateWords(
    const QString& lupdate,
    const QString& root,
    const QStringList& folders,
    const QString& scratch);

} // namespace sz::tests
