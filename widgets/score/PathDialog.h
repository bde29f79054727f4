// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asking for a file's name without standing in the way of the board, and writing it whole or not at all.

#include <QString>

#include <functional>

class QWidget;

namespace sz::widgets {

/// Opens a dialog over `parent` and calls back with the chosen name; not at all when nothing was chosen.
[[nodiscard]] std::function<void(const QString& suggested, std::function<void(QString)> then)>
pathDialog(QWidget* parent);

/// Writes a file of at most some hundred KB and says where it is, or why not.
[[nodiscard]] QString writtenText(const QString& path, const QByteArray& bytes);

} // namespace sz::widgets
