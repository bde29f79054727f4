// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/KeyList.h"

#include "data/store/search/Words.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QAbstractListModel>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 30;
constexpr int kPad = 12;
constexpr int kCapRoom = 130;
constexpr int kScopeRoom = 110;

} // namespace

class KeyList::Rows final : public QAbstractListModel
{
public:
    explicit Rows(const KeyBook& book) : m_book(book) { filter({}); }

    void filter(const QString& typed)
    {
        beginResetModel();
        m_actions.clear();
        const std::string asked = typed.trimmed().toStdString();
        for (const Action& action : widgets::actions()) {
            const QString words = actionText(action) + u'\n' + scopeText(action.scope) + u'\n'
                                  + keycapTexts(m_book.keysOf(action)).join(QLatin1Char(' '));
            const std::string text = words.toStdString();
            if (asked.empty() || store::hasWords(asked, text, store::Initials().of(text))) {
                m_actions.push_back(&action);
            }
        }
        endResetModel();
    }
    void refresh() { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); }

    [[nodiscard]] const Action& at(int row) const
    {
        return *m_actions.at(static_cast<std::size_t>(row));
    }
    [[nodiscard]] int find(const char* id) const
    {
        const auto it = std::ranges::find(m_actions, QLatin1StringView(id), [](const Action* a) {
            return QLatin1StringView(a->id);
        });
        return it == m_actions.end() ? -1 : static_cast<int>(it - m_actions.begin());
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_actions.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const Action& action = at(index.row());
        if (role == Qt::DisplayRole) {
            return actionText(action);
        }
        if (role == Qt::AccessibleTextRole) {
            return QStringLiteral("%1, %2, %3")
                .arg(
                    actionText(action), scopeText(action.scope),
                    keycapTexts(m_book.keysOf(action)).join(QLatin1Char(' ')));
        }
        return {};
    }
    [[nodiscard]] const KeyBook& book() const { return m_book; }

private:
    const KeyBook& m_book;
    std::vector<const Action*> m_actions;
};

namespace {

class KeyDelegate final : public QStyledItemDelegate
{
public:
    KeyDelegate(const KeyList& list, const KeyBook& book, const ThemeSource& theme, QObject* parent)
        : QStyledItemDelegate(parent), m_list(list), m_book(book), m_theme(theme)
    {
    }
    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        return {200, kRow};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const auto found = std::ranges::find_if(actions(), [&](const Action& action) {
            return m_list.rowOf(action.id) == index.row();
        });
        if (found == actions().end()) {
            return;
        }
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Sel : Token::Bg1));
        QRectF box = QRectF(option.rect).adjusted(kPad, 0, -kPad, 0);
        const QRectF caps(box.right() - kCapRoom, box.y(), kCapRoom, box.height());
        if (m_list.isWaiting() && index == m_list.currentIndex()) {
            paintText(
                *painter, caps, KeyList::tr("press the key"), uiFont(13, true),
                m_theme.color(Token::YelTx));
        } else {
            paintKeycaps(
                *painter, caps, m_book.keysOf(*found), m_theme.theme(),
                found->isFixed ? KeycapGround::Faint : KeycapGround::Quiet);
            if (m_book.isOwn(*found)) {
                paintText(
                    *painter, caps, KeyList::tr("own", "a key that was changed"), uiFont(12),
                    m_theme.color(Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
            }
        }
        box.setRight(caps.left() - kPad);
        const QRectF scope(box.right() - kScopeRoom, box.y(), kScopeRoom, box.height());
        paintText(*painter, scope, scopeText(found->scope), uiFont(12), m_theme.color(Token::Tx3));
        box.setRight(scope.left() - kPad);
        paintText(
            *painter, box, actionText(*found), uiFont(13, m_book.isOwn(*found)),
            m_theme.color(found->isFixed ? Token::Tx3 : Token::Tx1));
        painter->fillRect(
            QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
            m_theme.color(Token::Line1));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(*painter, option.rect, m_theme.color(Token::Inv));
        }
        painter->restore();
    }

private:
    const KeyList& m_list;
    const KeyBook& m_book;
    const ThemeSource& m_theme;
};

} // namespace

KeyList::KeyList(KeyBook& book, const ThemeSource& theme, QWidget* parent)
    : QListView(parent), m_book(book), m_rows(std::make_unique<Rows>(book))
{
    setObjectName(QStringLiteral("keyList"));
    setAccessibleName(tr("Acts and their keys"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setUniformItemSizes(true);
    setItemDelegate(new KeyDelegate(*this, book, theme, this));
    setModel(m_rows.get());
    setAttribute(Qt::WA_InputMethodEnabled, false); // setModel decides it anew
    connect(&book, &KeyBook::changed, this, [this] { m_rows->refresh(); });
    connect(this, &QAbstractItemView::doubleClicked, this, &KeyList::startWaiting);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

KeyList::~KeyList()
{
    setModel(nullptr);
}

void KeyList::setFilter(const QString& typed)
{
    setWaiting(false);
    m_rows->filter(typed);
    setCurrentIndex(m_rows->index(0));
}

const Action* KeyList::current() const
{
    return currentIndex().isValid() ? &m_rows->at(currentIndex().row()) : nullptr;
}

int KeyList::rowOf(const char* id) const
{
    return m_rows->find(id);
}

void KeyList::startWaiting()
{
    if (current() == nullptr) {
        return;
    }
    if (current()->isFixed) {
        Q_EMIT refused(refusalText({KeyBook::Refusal::Fixed}, {}));
        return;
    }
    setWaiting(true);
}

void KeyList::reset()
{
    const Action* action = current();
    if (action == nullptr) {
        return;
    }
    const auto verdict = m_book.reset(*action);
    if (verdict.refusal != KeyBook::Refusal::None) {
        Q_EMIT refused(refusalText(verdict, KeyBook::shippedKeysOf(*action)));
    } else {
        Q_EMIT said(tr("%1 has its shipped key").arg(actionText(*action)));
    }
}

void KeyList::setWaiting(bool isWaiting)
{
    if (isWaiting != m_isWaiting) {
        m_isWaiting = isWaiting;
        viewport()->update();
        Q_EMIT waitingChanged(isWaiting);
    }
}

void KeyList::take(const QKeySequence& keys)
{
    const Action& action = *current();
    const auto verdict = m_book.choose(action, keys);
    if (verdict.refusal != KeyBook::Refusal::None) {
        Q_EMIT refused(refusalText(verdict, keys)); // and it waits on
        return;
    }
    setWaiting(false);
    Q_EMIT said(tr("%1 is now %2", "act, key")
                    .arg(actionText(action), keycapTexts(keys).join(QLatin1Char(' '))));
}

bool KeyList::event(QEvent* event)
{
    if (m_isWaiting && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // no shortcut may fire: its key is being given away
        return true;
    }
    if (m_isWaiting && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent*>(event)); // Tab, too
        return true;
    }
    return QListView::event(event);
}

void KeyList::keyPressEvent(QKeyEvent* event)
{
    if (m_isWaiting) {
        event->accept();
        const bool isModifierAlone = event->key() == Qt::Key_Control || event->key() == Qt::Key_Alt
                                     || event->key() == Qt::Key_Meta
                                     || event->key() == Qt::Key_AltGr;
        if (event->key() == Qt::Key_Escape) {
            setWaiting(false);
        } else if (!isModifierAlone) { // Shift alone is refused with its reason
            const auto with = event->modifiers() & ~Qt::KeypadModifier;
            take(QKeySequence(QKeyCombination(with, static_cast<Qt::Key>(event->key()))));
        }
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            startWaiting();
            return;
        }
        break;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        reset();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QListView::keyPressEvent(event);
        return;
    default:
        break;
    }
    event->ignore();
}

void KeyList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    setAttribute(
        Qt::WA_InputMethodEnabled, false); // the base class switches it by the current index
}

void KeyList::focusOutEvent(QFocusEvent* event)
{
    QListView::focusOutEvent(event);
    setWaiting(false);
}

} // namespace sz::widgets
