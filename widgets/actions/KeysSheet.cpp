// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/KeysSheet.h"

#include "widgets/actions/KeyList.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace sz::widgets {

namespace {

constexpr int kListHeight = 360;

} // namespace

KeysSheet::KeysSheet(KeyBook& book, const ThemeSource& theme, QWidget* parent)
    : SideSheet(theme, tr("Keys of this seat"), tr("close"), parent), m_book(book),
      m_search(new QLineEdit(this)), m_list(new KeyList(book, theme, this))
{
    setObjectName(QStringLiteral("keysSheet"));
    m_search->setObjectName(QStringLiteral("keySearchEdit"));
    m_search->setAccessibleName(tr("Search acts"));
    m_search->setPlaceholderText(tr("act or key: Chinese, pinyin initials or English"));
    m_list->setMinimumHeight(kListHeight);
    addRow(tr("Search"), m_search);
    auto* how = new ToneLabel(theme, Token::Tx3, this, 13);
    how->setText(tr("Acts and keys · Enter: press a new key · Backspace: as shipped"));
    how->setContentsMargins(0, 8, 0, 4);
    addWide(how);
    addWide(m_list, 1);
    finishBody();
    watch(m_search);
    m_search->installEventFilter(this);
    mainAct()->setLabel(tr("All keys as shipped"));
    connect(m_search, &QLineEdit::textChanged, m_list, &KeyList::setFilter);
    connect(mainAct(), &QAbstractButton::clicked, this, [this] {
        m_book.resetAll();
        say(tr("All keys are as shipped"));
    });
    connect(m_list, &KeyList::refused, this, [this](const QString& why) { say(why, true); });
    connect(m_list, &KeyList::said, this, [this](const QString& what) { say(what); });
    connect(m_list, &KeyList::waitingChanged, this, [this](bool isWaiting) {
        if (isWaiting) {
            say(tr("Press the new key for “%1”; Esc keeps the old one")
                    .arg(actionText(*m_list->current())));
        }
    });
}

KeysSheet::~KeysSheet()
{
    releaseFocus();
}

void KeysSheet::open()
{
    say({});
    m_search->clear();
    m_list->setFilter({});
    m_search->setFocus(Qt::ShortcutFocusReason);
}

// From the field straight into the list.
bool KeysSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::ShortcutOverride && isComposing()) {
        event->accept(); // Esc and its like belong to the input method now
        return true;
    }
    if (watched == m_search && event->type() == QEvent::KeyPress && !isComposing()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return SideSheet::eventFilter(watched, event);
}

} // namespace sz::widgets
