// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/talk/TalkView.h"

#include "maps/symbols/Symbols.h"
#include "widgets/actions/Composing.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/Painters.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kPad = 12;
constexpr int kHead = 18;
constexpr int kTop = 5;
constexpr int kBar = 3;

class TalkDelegate final : public QStyledItemDelegate
{
public:
    TalkDelegate(const TalkModel& model, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
    {
    }
    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* list = qobject_cast<const QAbstractItemView*>(option.widget);
        const int room = (list == nullptr ? 300 : list->viewport()->width()) - 2 * kPad;
        return {room, kTop + kHead + textBox(m_model.at(index.row()).text, room).height() + kTop};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        painter->save();
        const TalkMessage& message = m_model.at(index.row());
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(
            option.rect, m_theme.color(
                             isSelected      ? Token::Sel
                             : message.isOwn ? Token::Bg2
                                             : Token::Bg1));
        if (message.isUnread) {
            painter->fillRect(
                QRect(option.rect.x(), option.rect.y(), kBar, option.rect.height()),
                m_theme.color(Token::Inv));
        }
        const QRectF box = QRectF(option.rect).adjusted(kPad, kTop, -kPad, -kTop);
        QRectF head(box.x(), box.y(), box.width(), kHead);
        if (message.isUnsent) {
            const QString word = TalkList::tr("unsent");
            const int wide = badgeWidth(word);
            paintBadge(
                *painter, {head.right() - wide, head.y() - 1, double(wide), head.height()}, word,
                m_theme.theme(), BadgeTone::Behind);
            head.setRight(head.right() - wide - kPad);
        }
        paintText(
            *painter, head, m_model.headOf(message), uiFont(12, message.isUnread),
            m_theme.color(message.isUnread ? Token::Tx1 : Token::Tx3));
        painter->setFont(uiFont(14));
        painter->setPen(m_theme.color(Token::Tx1));
        painter->drawText(
            box.adjusted(0, kHead, 0, 0), Qt::TextWrapAnywhere | Qt::AlignTop, message.text);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(*painter, option.rect, m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    static QRect textBox(const QString& text, int room)
    {
        return QFontMetrics(uiFont(14))
            .boundingRect(QRect(0, 0, room, 10'000), Qt::TextWrapAnywhere | Qt::AlignTop, text);
    }
    const TalkModel& m_model;
    const ThemeSource& m_theme;
};

} // namespace

TalkList::TalkList(TalkModel& model, const ThemeSource& theme, QWidget* parent) : QListView(parent)
{
    setObjectName(QStringLiteral("talkList"));
    setAccessibleName(tr("Notes of all units"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setResizeMode(Adjust);
    setItemDelegate(new TalkDelegate(model, theme, this));
    setModel(&model);
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &QAbstractItemModel::modelReset, this, &QListView::scrollToBottom);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar* bar = verticalScrollBar();
        setProperty("atEnd", bar->value() >= bar->maximum());
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (property("atEnd").toBool()) { // whoever reads further up is not moved
            scrollToBottom();
        }
    });
}

void TalkList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void TalkList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QListView::keyPressEvent(event);
        return;
    default:
        event->ignore(); // letters belong to the actions of the window
    }
}

void TalkList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // lines break elsewhere
}

TalkView::TalkView(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_model(std::make_unique<TalkModel>(std::move(plan))),
      m_list(new TalkList(*m_model, theme, this)), m_none(new EmptyNote(theme, this)),
      m_line(new QLineEdit(this)), m_composing(new Composing(this))
{
    setObjectName(QStringLiteral("talkView"));
    m_line->setObjectName(QStringLiteral("talkEdit"));
    m_line->setAccessibleName(tr("A note to all units of this incident"));
    m_line->setPlaceholderText(tr("A note to all units of this incident · Enter sends"));
    m_none->setReason(
        tr("Nobody has written a note yet"), tr("What is written here goes to all units."), false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 6, 8, 6);
    foot->addWidget(m_line);
    column->addLayout(foot);
    m_composing->watch(m_line);
    m_line->installEventFilter(this);
}

TalkView::~TalkView()
{
    m_list->setModel(nullptr); // the model goes before the view that QWidget's destructor deletes
}

void TalkView::show(const IncidentId& incident, std::vector<TalkMessage> messages)
{
    if (incident != m_incident) {
        m_drafts[m_incident] = m_line->text();
        m_incident = incident;
        m_line->setText(m_drafts[incident]);
    }
    m_none->setVisible(messages.empty());
    m_list->setVisible(!messages.empty());
    m_model->setMessages(incident, std::move(messages));
}

void TalkView::setBlocked(const QString& reason)
{
    m_line->setEnabled(reason.isEmpty());
    m_line->setPlaceholderText(
        reason.isEmpty() ? tr("A note to all units of this incident · Enter sends") : reason);
}

void TalkView::startWriting()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void TalkView::send()
{
    const QString text = m_line->text().trimmed();
    if (!text.isEmpty()) {
        Q_EMIT sendRequested(m_incident, text);
    }
}

void TalkView::written(const IncidentId& incident, const QString& text)
{
    if (incident != m_incident) {
        m_drafts.erase(incident);
    } else if (m_line->text().trimmed() == text) {
        m_line->clear();
    }
}

bool TalkView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress || m_composing->isOn()) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        send();
        return true;
    }
    if (key == Qt::Key_Escape) {
        if (m_list->isVisible()) {
            m_list->setFocus(Qt::OtherFocusReason);
        } else {
            Q_EMIT leaveRequested();
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sz::widgets
