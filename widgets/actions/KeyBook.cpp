// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/KeyBook.h"

#include "widgets/common/Painters.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <array>

namespace sz::widgets {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(KeyBook)
};

bool isModifier(Qt::Key key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt
           || key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_Super_L
           || key == Qt::Key_Super_R;
}

/// What ibus and fcitx take for themselves, as shipped.
bool isInputMethods(QKeyCombination keys)
{
    const Qt::KeyboardModifiers with = keys.keyboardModifiers();
    const Qt::Key key = keys.key();
    const bool isSwitch = key == Qt::Key_Space && with != Qt::NoModifier;
    const bool isWidth = key == Qt::Key_Period && with == Qt::ControlModifier;
    const bool isGroup =
        (key == Qt::Key_Semicolon || key == Qt::Key_Comma) && with.testFlag(Qt::ControlModifier);
    return key == Qt::Key_Shift || isSwitch || isWidth || isGroup;
}

bool isMovement(QKeyCombination keys)
{
    constexpr std::array kMoves{Qt::Key_Escape,  Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Return,
                                Qt::Key_Enter,   Qt::Key_Left, Qt::Key_Right,   Qt::Key_Up,
                                Qt::Key_Down,    Qt::Key_Home, Qt::Key_End,     Qt::Key_PageUp,
                                Qt::Key_PageDown};
    const bool isAlone = !keys.keyboardModifiers().testAnyFlags(
        Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return (isAlone && std::ranges::contains(kMoves, keys.key())) || keys.key() == Qt::Key_Tab
           || keys.key() == Qt::Key_Backtab;
}

bool isEditing(QKeyCombination keys)
{
    constexpr std::array kEdits{Qt::Key_C, Qt::Key_V, Qt::Key_X,      Qt::Key_A,
                                Qt::Key_Z, Qt::Key_Y, Qt::Key_Return, Qt::Key_Enter};
    return keys.keyboardModifiers() == Qt::ControlModifier
           && std::ranges::contains(kEdits, keys.key());
}

/// It would be written where text is written.
bool isTyped(QKeyCombination keys)
{
    const bool isPlain = !keys.keyboardModifiers().testAnyFlags(
        Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return isPlain
           && (keys.key() < Qt::Key_Escape || keys.key() == Qt::Key_Backspace
               || keys.key() == Qt::Key_Delete);
}

bool worksWhileWriting(Scope scope)
{
    return scope != Scope::Board && scope != Scope::Detail && scope != Scope::Office
           && scope != Scope::Own;
}

} // namespace

QKeySequence KeyBook::shippedKeysOf(const Action& action)
{
    return {QString::fromLatin1(action.keys), QKeySequence::PortableText};
}

QKeySequence KeyBook::keysOf(const Action& action) const
{
    const auto own = m_own.find(action.id);
    return own == m_own.end() ? shippedKeysOf(action) : own->second;
}

KeyBook::Verdict KeyBook::check(const Action& action, const QKeySequence& keys) const
{
    if (action.isFixed) {
        return {Refusal::Fixed};
    }
    if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown
        || static_cast<int>(keys[0].key()) == 0) {
        return {Refusal::NoKey};
    }
    if (isInputMethods(keys[0])) {
        return {Refusal::InputMethod};
    }
    if (isModifier(keys[0].key())) {
        return {Refusal::NoKey};
    }
    if (isMovement(keys[0])) {
        return {Refusal::Movement};
    }
    if (isEditing(keys[0])) {
        return {Refusal::Editing};
    }
    if (isTyped(keys[0]) && worksWhileWriting(action.scope)) {
        return {Refusal::Typing};
    }
    for (const Action& other : actions()) {
        if (&other != &action && canClash(action.scope, other.scope) && keysOf(other) == keys) {
            return {Refusal::Taken, &other};
        }
    }
    return {};
}

KeyBook::Verdict KeyBook::choose(const Action& action, const QKeySequence& keys)
{
    const Verdict verdict = check(action, keys);
    if (verdict.refusal == Refusal::None && keysOf(action) != keys) {
        if (keys == shippedKeysOf(action)) {
            m_own.erase(action.id);
        } else {
            m_own[action.id] = keys;
        }
        Q_EMIT changed();
    }
    return verdict;
}

KeyBook::Verdict KeyBook::reset(const Action& action)
{
    if (!isOwn(action)) {
        return {};
    }
    for (const Action& other : actions()) {
        if (&other != &action && canClash(action.scope, other.scope)
            && keysOf(other) == shippedKeysOf(action)) {
            return {Refusal::Taken, &other};
        }
    }
    m_own.erase(action.id);
    Q_EMIT changed();
    return {};
}

void KeyBook::resetAll()
{
    m_own.clear();
    Q_EMIT changed();
}

void KeyBook::load(QSettings& settings, const QString& key)
{
    m_own.clear();
    settings.beginGroup(key);
    for (const QString& id : settings.childKeys()) {
        if (const Action* action = actionById(QLatin1StringView(id.toLatin1()))) {
            const QKeySequence keys(settings.value(id).toString(), QKeySequence::PortableText);
            if (check(*action, keys).refusal == Refusal::None) {
                m_own[action->id] = keys;
            }
        }
    }
    settings.endGroup();
    Q_EMIT changed();
}

void KeyBook::store(QSettings& settings, const QString& key) const
{
    settings.remove(key);
    settings.beginGroup(key);
    for (const auto& [id, keys] : m_own) {
        settings.setValue(QString::fromStdString(id), keys.toString(QKeySequence::PortableText));
    }
    settings.endGroup();
}

QString refusalText(const KeyBook::Verdict& verdict, const QKeySequence& keys)
{
    using Refusal = KeyBook::Refusal;
    const QString cap = keycapTexts(keys).join(QLatin1Char(' '));
    switch (verdict.refusal) {
    case Refusal::None:
        return {};
    case Refusal::Fixed:
        return Say::tr("This key is the same in every list and sheet and stays.");
    case Refusal::NoKey:
        return Say::tr("Press a key, with Ctrl or Alt if you like.");
    case Refusal::InputMethod:
        return Say::tr("%1 belongs to the input method: it switches Chinese input.").arg(cap);
    case Refusal::Movement:
        return Say::tr("%1 moves in lists and sheets.").arg(cap);
    case Refusal::Editing:
        return Say::tr("%1 belongs to text that is being written.").arg(cap);
    case Refusal::Typing:
        return Say::tr("%1 alone would be written into the text: this act works there, too.")
            .arg(cap);
    case Refusal::Taken:
        return Say::tr("%1 is taken: %2").arg(cap, actionText(*verdict.by));
    }
    return {};
}

} // namespace sz::widgets
