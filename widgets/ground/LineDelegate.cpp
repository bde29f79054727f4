// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LineDelegate.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QIcon>
#include <QPainter>

namespace sz::widgets {
namespace {

constexpr int kRow = 26;
constexpr int kPad = 8;

} // namespace

LineDelegate::LineDelegate(const ThemeSource& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void LineDelegate::paint(
    QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Sel : Token::Bg1));
    QRectF box = QRectF(option.rect).adjusted(kPad, 0, -kPad, 0);
    if (const auto icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull()) {
        const QSize size = option.decorationSize;
        icon.paint(painter, QRectF(box.topLeft(), QSizeF(size.width(), box.height())).toRect());
        box.setLeft(box.left() + size.width() + kPad);
    }
    const QString note = index.data(kLineNoteRole).toString();
    const QFont small = symbols::uiFont(12);
    paintText(
        *painter, box, note, small, m_theme.color(Token::Tx3), Qt::AlignVCenter | Qt::AlignRight);
    box.setRight(box.right() - textWidth(note, small) - kPad);
    paintText(
        *painter, box, index.data(Qt::DisplayRole).toString(), symbols::uiFont(13),
        m_theme.color(Token::Tx1), Qt::AlignVCenter | Qt::AlignLeft);
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->fillRect(
            QRect(option.rect.x(), option.rect.bottom() - 1, option.rect.width(), 2),
            m_theme.color(Token::Inv));
    }
    painter->restore();
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/)
    const
{
    return {0, kRow};
}

} // namespace sz::widgets
