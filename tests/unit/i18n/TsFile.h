// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads a Qt .ts file into a flat list, so that every rule about the translations is a loop.

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sz::tests {

/// One message of a .ts file, plural forms in order.
struct TsMessage
{
    QString context;
    QString source;
    QString comment; ///< the disambiguation, not the translator comment
    QString type;    ///< empty: finished; else "unfinished", "vanished", "obsolete"
    bool isPlural = false;
    QStringList translations; ///< one, or the plural forms

    /// Context, source and comment: what makes a message one.
    [[nodiscard]] QString key() const;
    /// For failure messages.
    [[nodiscard]] QString name() const;
    /// All forms in one text, for rules that read and do not count.
    [[nodiscard]] QString chinese() const { return translations.join(u'\n'); }
};

/// Empty when the file cannot be read or is not well-formed XML; the reason is then printed.
[[nodiscard]] std::optional<std::vector<TsMessage>> readTs(const QString& file);

} // namespace sz::tests
