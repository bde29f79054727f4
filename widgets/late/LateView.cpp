// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/late/LateView.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/late/LateWords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeadRow = 32;
constexpr int kItemRow = 48;
constexpr int kPad = 12;
constexpr int kGrade = 22;
constexpr int kIndent = 14;
constexpr int kBar = 4;
constexpr qint64 kSeenMs = 600; ///< as the alarm row: long enough for a key to be meant for it

class LateDelegate final : public QStyledItemDelegate
{
public:
    LateDelegate(const LateModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        return {200, m_model.itemAt(index.row()) == nullptr ? kHeadRow : kItemRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Sel : Token::Bg2));
        if (const LateItem* item = m_model.itemAt(index.row())) {
            const bool isInside = !m_model.groupAt(index.row()).isSingle();
            paintItem(*painter, QRectF(option.rect), *item, isInside);
        } else {
            paintHead(*painter, QRectF(option.rect), m_model.groupAt(index.row()));
        }
        painter->fillRect(
            QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
            m_theme.color(Token::Line1));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(*painter, option.rect, m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    void paintHead(QPainter& painter, const QRectF& row, const LateGroup& group) const
    {
        QRectF box = row.adjusted(kPad, 0, -kPad, 0);
        const QString fold = group.isOpen ? QStringLiteral("▾") : QStringLiteral("▸");
        paintText(painter, box, fold, uiFont(13), m_theme.color(Token::Tx2));
        box.setLeft(box.left() + kIndent);
        const QString note = groupNote(group);
        const int wide = textWidth(note, uiFont(13, true));
        paintText(
            painter, box, note, uiFont(13, true),
            m_theme.color(group.waiting() > 0 ? Token::RedTx : Token::Tx2),
            Qt::AlignRight | Qt::AlignVCenter);
        box.setRight(box.right() - wide - kPad);
        paintText(
            painter, box, groupTitle(group, m_model.plan()), uiFont(13, true),
            m_theme.color(Token::Tx1));
    }

    void paintItem(QPainter& painter, const QRectF& row, const LateItem& item, bool isInside) const
    {
        QRectF box = row.adjusted(isInside ? kPad + kIndent : kPad, 0, -kPad, 0);
        if (item.state == LateState::Unseen) {
            painter.fillRect(
                QRectF(row.x(), row.y(), kBar, row.height() - 1), m_theme.color(Token::Red));
        }
        symbols::paintGrade(
            painter, {box.x(), box.center().y() - kGrade / 2.0, kGrade, kGrade},
            item.alarm.incident->grade, m_theme.theme(), m_theme.color(Token::Bg2));
        box.setLeft(box.left() + kGrade + 10);
        const QString word = stateWord(item.state);
        const int wide = badgeWidth(word);
        const BadgeTone tone = item.state == LateState::Unseen ? BadgeTone::Late : BadgeTone::Quiet;
        paintBadge(
            painter, {box.right() - wide, box.y(), double(wide), box.height()}, word,
            m_theme.theme(), tone);
        box.setRight(box.right() - wide - kPad);
        const bool isQuiet = item.state == LateState::Over;
        paintText(
            painter, box.adjusted(0, 5, 0, -kItemRow / 2.0 + 2), itemTitle(item),
            uiFont(14, item.state == LateState::Unseen),
            m_theme.color(isQuiet ? Token::Tx3 : Token::Tx1));
        paintText(
            painter, box.adjusted(0, kItemRow / 2.0, 0, -4),
            itemNote(item, m_model.plan(), m_model.now()), uiFont(13),
            m_theme.color(isQuiet ? Token::Tx3 : Token::Tx2));
    }

    const LateModel& m_model;
    const ThemeSource& m_theme;
};

bool isWaiting(const LateItem& item)
{
    return item.state == LateState::Unseen || item.state == LateState::Gone;
}

} // namespace

LateView::LateView(LateModel& model, const ThemeSource& theme, QWidget* parent)
    : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("lateView"));
    setAccessibleName(tr("Late steps, by harm"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setItemDelegate(new LateDelegate(model, theme, this));
    setModel(&model);
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    viewport()->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_clock.start();
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QAbstractItemView::doubleClicked, this, [this] {
        if (const auto alarm = currentAlarm()) {
            Q_EMIT openRequested(alarm->incident->id);
        } else {
            toggle(!m_model.groupAt(currentIndex().row()).isOpen);
        }
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_firstSeen.clear(); });
}

bool LateView::hasSeen(const StepKey& key) const
{
    const auto it = m_firstSeen.find(key);
    return it != m_firstSeen.end() && m_clock.elapsed() - it->second >= kSeenMs;
}

std::optional<Alarm> LateView::currentAlarm() const
{
    const LateItem* item =
        currentIndex().isValid() ? m_model.itemAt(currentIndex().row()) : nullptr;
    return item == nullptr ? std::nullopt : std::optional(item->alarm);
}

std::vector<Alarm> LateView::confirmable() const
{
    std::vector<Alarm> alarms;
    const auto add = [&](const LateItem& item) {
        if (isWaiting(item) && hasSeen(keyOf(item.alarm))) {
            alarms.push_back(item.alarm);
        }
    };
    if (!currentIndex().isValid()) {
        return alarms;
    }
    if (const LateItem* item = m_model.itemAt(currentIndex().row())) {
        add(*item);
    } else {
        std::ranges::for_each(m_model.groupAt(currentIndex().row()).items, add);
    }
    return alarms;
}

void LateView::confirm()
{
    if (!currentIndex().isValid()) {
        return;
    }
    const std::vector<Alarm> alarms = confirmable();
    if (!alarms.empty()) {
        Q_EMIT confirmRequested(alarms);
        return;
    }
    const LateGroup& group = m_model.groupAt(currentIndex().row());
    if (m_model.itemAt(currentIndex().row()) == nullptr && group.waiting() > 0) {
        Q_EMIT said(tr("Only what has been unfolded and seen is confirmed: → unfolds"));
    }
}

void LateView::putAside()
{
    const LateItem* item =
        currentIndex().isValid() ? m_model.itemAt(currentIndex().row()) : nullptr;
    if (item == nullptr) {
        Q_EMIT said(tr("One at a time is put aside: → unfolds"));
    } else if (item->state == LateState::Unseen && hasSeen(keyOf(item->alarm))) {
        Q_EMIT shelveRequested(item->alarm);
    }
}

void LateView::raise()
{
    const LateItem* item =
        currentIndex().isValid() ? m_model.itemAt(currentIndex().row()) : nullptr;
    if (item != nullptr && item->state == LateState::Unseen && hasSeen(keyOf(item->alarm))) {
        Q_EMIT raiseRequested(item->alarm);
    }
}

void LateView::toggle(bool isOpen)
{
    if (!currentIndex().isValid()) {
        return;
    }
    const int head = m_model.headOf(currentIndex().row());
    if (!isOpen) {
        setCurrentIndex(m_model.index(head));
    }
    m_model.setOpen(head, isOpen);
}

void LateView::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Space:
        confirm();
        break;
    case Qt::Key_H:
        if (!isPlain) {
            event->ignore();
            return;
        }
        putAside();
        break;
    case Qt::Key_Right:
    case Qt::Key_Left:
        toggle(event->key() == Qt::Key_Right);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto alarm = currentAlarm()) {
            Q_EMIT openRequested(alarm->incident->id);
        } else if (currentIndex().isValid()) {
            toggle(!m_model.groupAt(currentIndex().row()).isOpen);
        }
        break;
    case Qt::Key_Escape:
        Q_EMIT closeRequested();
        break;
    case Qt::Key_Up:
        if (event->modifiers() == Qt::AltModifier) {
            raise();
            break;
        }
        [[fallthrough]];
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QListView::keyPressEvent(event);
        return;
    default:
        event->ignore(); // letters belong to the actions of the window
        return;
    }
    event->accept();
}

void LateView::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    setAttribute(
        Qt::WA_InputMethodEnabled, false); // the base class switches it by the current index
}

void LateView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    noteSeen();
}

void LateView::noteSeen()
{
    const QRect room = viewport()->rect();
    for (int row = std::max(0, indexAt({1, 1}).row()); row < m_model.rowCount(); ++row) {
        const QRect box = visualRect(m_model.index(row));
        if (box.top() > room.bottom()) {
            return;
        }
        const LateItem* item = m_model.itemAt(row);
        if (item != nullptr && room.contains(box)) {
            m_firstSeen.try_emplace(keyOf(item->alarm), m_clock.elapsed());
        }
    }
}

void LateView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (const auto alarm = currentAlarm()) {
        Q_EMIT pointed(alarm->incident->id);
    }
}

} // namespace sz::widgets
