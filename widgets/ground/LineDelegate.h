// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A row of a short list: a sign where there is one, what it says, and at the right a note.

#include "widgets/common/ThemeSource.h"

#include <QStyledItemDelegate>

namespace sz::widgets {

inline constexpr int kLineNoteRole = Qt::UserRole + 1; ///< who and when, or how far

/// As high as one line, never wider than its list. Thread: gui.
class LineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LineDelegate(const ThemeSource& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;
    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ThemeSource& m_theme;
};

} // namespace sz::widgets
