// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/KeyActs.h"

#include "widgets/actions/KeysSheet.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/frame/AlarmRow.h"
#include "widgets/frame/KeyHint.h"
#include "widgets/frame/SoundBlock.h"
#include "widgets/shell/RightPane.h"
#include "widgets/watch/HintButton.h"

#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>
#include <QSettings>
#include <QShortcut>

#include <algorithm>

namespace sz::widgets {

KeyActs::KeyActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    AlarmRow& row,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_theme(theme), m_row(row), m_right(right), m_page(page)
{
    auto* key = new QShortcut(Qt::Key_F12, page);
    key->setObjectName(QStringLiteral("keysKey"));
    connect(key, &QShortcut::activated, this, &KeyActs::openSheet);
    connect(&m_book, &KeyBook::changed, this, &KeyActs::print);
    // Sheets are made when they are first asked for.
    connect(&right, &RightPane::sheetsMade, this, &KeyActs::print);
    connect(&right, &QStackedWidget::currentChanged, this, &KeyActs::print);
}

void KeyActs::apply()
{
    QSettings settings;
    m_book.load(settings, settingsKey());
    connect(&m_book, &KeyBook::changed, this, [this] {
        QSettings kept;
        m_book.store(kept, settingsKey());
    });
}

void KeyActs::print()
{
    static const QHash<QString, const Action*> kByObject = [] {
        QHash<QString, const Action*> found;
        for (const Action& action : actions()) {
            for (const QString& name :
                 QString::fromLatin1(action.objects).split(u' ', Qt::SkipEmptyParts)) {
                found.insert(name, &action);
            }
        }
        return found;
    }();
    for (QObject* object : m_page->window()->findChildren<QObject*>()) {
        if (const Action* action = kByObject.value(object->objectName())) {
            printOn(*object, m_book.keysOf(*action));
        }
    }
    m_row.setChaseKeys(m_book.keysOf(*actionById(QLatin1StringView("detail.remind"))));
}

void KeyActs::printOn(QObject& object, const QKeySequence& keys)
{
    if (auto* button = qobject_cast<KeycapButton*>(&object)) {
        if (!button->keys().isEmpty() && button->keys() != keys) {
            button->setKeys(keys);
        }
    } else if (auto* hint = qobject_cast<HintButton*>(&object)) {
        hint->setKeys(keys);
    } else if (auto* other = qobject_cast<KeyHint*>(&object)) {
        if (!other->keys().isEmpty()) { // without a key it belongs to another incident
            other->setKeys(keys);
        }
    } else if (auto* sound = qobject_cast<SoundBlock*>(&object)) {
        sound->setKeys(keys);
    } else if (auto* shortcut = qobject_cast<QShortcut*>(&object)) {
        shortcut->setKey(keys);
    }
}

void KeyActs::openSheet()
{
    if (m_sheet == nullptr) {
        m_sheet = new KeysSheet(m_book, m_theme, &m_right);
        m_sheet->setMinimumWidth(0);
        m_right.addWidget(m_sheet);
        connect(m_sheet, &SideSheet::closed, this, &KeyActs::sheetClosed);
    }
    m_right.showSheet(m_sheet);
    m_sheet->open();
}

void KeyActs::addList(QWidget* list)
{
    list->installEventFilter(this);
}

// The lists know the shipped keys; another key of this seat reaches them as the shipped one.
bool KeyActs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_isTranslating) {
        return QObject::eventFilter(watched, event);
    }
    const auto& pressed = *static_cast<QKeyEvent*>(event);
    const QKeySequence keys(QKeyCombination(
        pressed.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(pressed.key())));
    for (const Action& action : actions()) {
        if (action.scope == Scope::Board && m_book.isOwn(action) && m_book.keysOf(action) == keys) {
            const QKeyCombination shipped = KeyBook::shippedKeysOf(action)[0];
            QKeyEvent meant(QEvent::KeyPress, shipped.key(), shipped.keyboardModifiers());
            m_isTranslating = true;
            QCoreApplication::sendEvent(watched, &meant);
            m_isTranslating = false;
            return true;
        }
    }
    const bool isGivenUp = std::ranges::any_of(actions(), [&](const Action& action) {
        return action.scope == Scope::Board && m_book.isOwn(action)
               && KeyBook::shippedKeysOf(action) == keys;
    });
    return isGivenUp || QObject::eventFilter(watched, event);
}

QString KeyActs::settingsKey() const
{
    return QStringLiteral("seat/%1/keys").arg(QString::fromStdString(m_desk.unit().value));
}

} // namespace sz::widgets
