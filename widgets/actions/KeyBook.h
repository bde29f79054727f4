// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which key does what on this seat: the list of actions with what somebody has changed.

#include "widgets/actions/Action.h"

#include <QKeySequence>
#include <QObject>

#include <map>

class QSettings;

namespace sz::widgets {

/// Thread: gui.
class KeyBook final : public QObject
{
    Q_OBJECT
public:
    enum class Refusal : std::uint8_t {
        None,
        Fixed,       ///< the act's key is the same everywhere
        NoKey,       ///< a modifier alone
        InputMethod, ///< Ctrl+Space, Shift, Shift+Space, and what else switches an input method
        Movement,    ///< arrows, Enter, Esc, Tab: they move in lists and sheets
        Editing,     ///< Ctrl+C and its like belong to text
        Typing,      ///< a letter alone, for an act that works while somebody writes
        Taken,       ///< `by` has it
    };
    struct Verdict
    {
        Refusal refusal = Refusal::None;
        const Action* by = nullptr;
    };

    using QObject::QObject;

    [[nodiscard]] QKeySequence keysOf(const Action& action) const;
    [[nodiscard]] static QKeySequence shippedKeysOf(const Action& action);
    [[nodiscard]] bool isOwn(const Action& action) const { return m_own.contains(action.id); }
    [[nodiscard]] Verdict check(const Action& action, const QKeySequence& keys) const;
    /// Does nothing when check() refuses.
    Verdict choose(const Action& action, const QKeySequence& keys);
    /// Its shipped key again; refused when another act has that now.
    Verdict reset(const Action& action);
    void resetAll();

    /// What is not allowed (any more) is left out.
    void load(QSettings& settings, const QString& key);
    void store(QSettings& settings, const QString& key) const;

Q_SIGNALS:
    void changed();

private:
    std::map<std::string, QKeySequence> m_own; ///< by id
};

/// Why not, as a sentence.
[[nodiscard]] QString refusalText(const KeyBook::Verdict& verdict, const QKeySequence& keys);

} // namespace sz::widgets
