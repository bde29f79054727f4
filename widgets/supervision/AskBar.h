// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One line of words for what was chosen in a table: a result, a reason, a visit. Ctrl+Enter does it, Esc puts it away.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace sz::widgets {

class Composing;
class ElidedLabel;
class KeycapButton;
class ToneLabel;

/// What is asked for.
struct Question
{
    QString title;  ///< "Done: 3 items"
    QString action; ///< on the button
    QString hint;   ///< in the empty field
    QString draft;  ///< text to start from
    bool isNeeded = true;
    IncidentId incident;
    std::function<model::Act(const std::string& words)> act;
    QString done; ///< sentence for the toast
};

/// Hidden while nothing is asked. Thread: gui.
class AskBar final : public QWidget
{
    Q_OBJECT
public:
    /// The desk outlives it.
    AskBar(desk::Desk& desk, const ThemeSource& theme, QWidget* parent = nullptr);

    /// Replaces what was asked before; the cursor goes to the text.
    void ask(Question question);

Q_SIGNALS:
    void performed(const QString& sentence);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void perform();
    void away();
    void say(const QString& sentence, bool isRefused);

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    Composing* m_composing;
    ElidedLabel* m_title;
    QLineEdit* m_words;
    KeycapButton* m_main;
    ToneLabel* m_message;
    Question m_question;
    bool m_isBusy = false;
};

} // namespace sz::widgets
