// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverDelegate.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QCoreApplication>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 44;
constexpr int kHead = 34;
constexpr int kNothing = 30;
constexpr int kPad = 16;
constexpr int kBox = 16;
constexpr int kNumber = 76; ///< a number of another day has the day with it: 1018-003
constexpr int kGap = 12;

struct HandoverRowText
{
    Q_DECLARE_TR_FUNCTIONS(sz::widgets::HandoverRowText)
};

} // namespace

QSize HandoverDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const HandoverItem* item = m_model.item(index);
    using enum HandoverItem::Sort;
    const int height = item == nullptr         ? kRow
                       : item->sort == Heading ? kHead
                       : item->sort == Nothing ? kNothing
                                               : kRow;
    return {240, height};
}

void HandoverDelegate::paint(
    QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    const HandoverItem* item = m_model.item(index);
    if (item == nullptr) {
        return;
    }
    painter->save();
    const QRectF box(option.rect);
    if (item->sort == HandoverItem::Sort::Heading) {
        paintHeading(*painter, box, *item);
    } else if (item->sort == HandoverItem::Sort::Nothing) {
        paintText(
            *painter, box.adjusted(kPad + kBox + kGap, 0, -kPad, 0), emptyPartText(item->part),
            uiFont(13), m_theme.color(Token::Tx3));
    } else {
        paintRow(*painter, box, *item, option.state);
    }
    painter->restore();
}

void HandoverDelegate::paintHeading(QPainter& painter, const QRectF& box, const HandoverItem& item)
    const
{
    painter.fillRect(box, m_theme.color(Token::Bg1));
    painter.fillRect(
        QRectF(box.x(), box.bottom() - 1, box.width(), 1), m_theme.color(Token::Line1));
    QRectF line = box.adjusted(kPad, 0, -kPad, 0);
    const QString title = partText(item.part);
    paintText(painter, line, title, uiFont(14, true), m_theme.color(Token::Tx1));
    QRectF count = line;
    count.setLeft(line.left() + textWidth(title, uiFont(14, true)) + 8);
    paintText(painter, count, QString::number(item.count), uiFont(14), m_theme.color(Token::Tx2));
    if (item.unread > 0) {
        paintText(
            painter, line, HandoverRowText::tr("■ %n unread", nullptr, item.unread),
            uiFont(13, true), m_theme.color(Token::RedTx), Qt::AlignRight | Qt::AlignVCenter);
    }
}

void HandoverDelegate::paintRow(
    QPainter& painter,
    const QRectF& box,
    const HandoverItem& item,
    QStyle::State state) const
{
    const model::ShiftSheet::Row& row = item.row;
    const bool isUnreadRed = row.row.isRed && !row.readBy && !row.isSettled;
    const Token ground = isUnreadRed                              ? Token::RedBg
                         : state.testFlag(QStyle::State_Selected) ? Token::Sel
                                                                  : Token::Bg2;
    painter.fillRect(box, m_theme.color(ground));
    painter.fillRect(
        QRectF(box.x(), box.bottom() - 1, box.width(), 1), m_theme.color(Token::Line1));
    QRectF line = box.adjusted(kPad, 0, -kPad, 0);
    paintTick(painter, line, row, isUnreadRed);
    line.setLeft(line.left() + kBox + kGap);
    paintLimit(painter, line, item);
    paintTurn(painter, line, item);
    paintWords(painter, line, item);
    if (state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(painter, box, m_theme.color(Token::Inv));
    }
}

// An empty box is not read, a filled one with a hook is: the same in grey and in red.
void HandoverDelegate::paintTick(
    QPainter& painter,
    const QRectF& line,
    const model::ShiftSheet::Row& row,
    bool isUnreadRed) const
{
    const QRectF box(line.x(), line.center().y() - kBox / 2.0, kBox, kBox);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(isUnreadRed ? Token::RedTx : Token::Ctl), 1.5));
    painter.setBrush(row.readBy ? QBrush(m_theme.color(Token::Inv)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 2, 2);
    if (row.readBy) {
        painter.setPen(QPen(m_theme.color(Token::InvTx), 2));
        const QPointF points[]{
            {box.x() + 3, box.y() + 8}, {box.x() + 7, box.y() + 12}, {box.x() + 13, box.y() + 4}};
        painter.drawPolyline(points, 3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void HandoverDelegate::paintLimit(QPainter& painter, QRectF& line, const HandoverItem& item) const
{
    const model::ShiftSheet::Row& row = item.row;
    if (row.isSettled) {
        const QString words = HandoverRowText::tr("settled");
        const int width = badgeWidth(words);
        paintBadge(
            painter, QRectF(line.right() - width, line.y(), width, line.height()), words,
            m_theme.theme());
        line.setRight(line.right() - width - kGap);
    } else if (row.row.due) {
        const Countdown countdown{QString(), *row.row.due - m_now, lampOf(item, m_now)};
        const double width = countdownWidth(countdown);
        paintCountdown(
            painter, QRectF(line.right() - width, line.y(), width, line.height()), countdown,
            m_theme.theme());
        line.setRight(line.right() - width - kGap);
    }
}

// What Enter does to a promise, printed on its row.
void HandoverDelegate::paintTurn(QPainter& painter, QRectF& line, const HandoverItem& item) const
{
    if (item.part != model::SheetPart::Promise || item.row.isSettled) {
        return;
    }
    const QKeySequence keys(Qt::Key_Return);
    const QString words = HandoverRowText::tr("make it an order");
    const int text = textWidth(words, uiFont(13));
    const int width = keycapsWidth(keys) + kChipGap + text;
    QRectF box(line.right() - width, line.y(), width, line.height());
    paintKeycaps(painter, box, keys, m_theme.theme());
    box.setLeft(box.right() - text);
    paintText(painter, box, words, uiFont(13), m_theme.color(Token::Tx2));
    line.setRight(line.right() - width - kGap);
}

void HandoverDelegate::paintWords(QPainter& painter, QRectF line, const HandoverItem& item) const
{
    const bool isPast = item.row.isSettled;
    const bool isRed = item.row.row.isRed && !isPast;
    if (isRed) { // shape and place, not colour alone
        painter.fillRect(QRectF(line.x(), line.center().y() - 4, 8, 8), m_theme.color(Token::Red));
    }
    line.setLeft(line.left() + 8 + kGap);
    QFont title = uiFont(14, isRed);
    title.setStrikeOut(isPast);
    if (!item.words.number.isEmpty()) {
        paintText(
            painter, QRectF(line.x(), line.y(), kNumber, line.height()), item.words.number,
            uiFont(14, true), m_theme.color(isPast ? Token::Tx3 : Token::Tx1));
    }
    line.setLeft(line.left() + kNumber);
    const double share = m_isCompact ? 0.55 : 0.45;
    const bool hasWords = !item.words.words.isEmpty();
    const double width = hasWords ? line.width() * share : line.width();
    paintText(
        painter, QRectF(line.x(), line.y(), width - kGap, line.height()), item.words.title, title,
        m_theme.color(isPast ? Token::Tx3 : Token::Tx1));
    paintText(
        painter, line.adjusted(width, 0, 0, 0), item.words.words, uiFont(13),
        m_theme.color(isPast ? Token::Tx3 : Token::Tx2));
}

} // namespace sz::widgets
