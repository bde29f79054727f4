// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts that need one line of words: note, feedback, result, reason, report upwards. One sheet for all of them.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

#include <functional>
#include <optional>

class QPlainTextEdit;

namespace sz::widgets {

class Composing;
class ElidedLabel;
class KeycapButton;
class LimitField;
class ToneLabel;

/// What is asked for. `nextMinutes` shows the field for the next report; 0 = none promised.
struct WordTask
{
    QString title;  ///< "Return the order"
    QString what;   ///< "041 school closed · Education"
    QString action; ///< on the main button: "return"
    QString hint;   ///< in the empty field
    QString draft;  ///< text to start from; may be empty
    IncidentId incident;
    std::optional<int> nextMinutes;
    QString limitLabel; ///< of that field; empty: "next report in"
    std::function<model::Act(const QString& text, int nextMinutes)> act;
    /// Alt+F puts another task in its place, with the words as they stand: the final report, and back. May be empty.
    std::function<WordTask()> other;
    QString otherLabel; ///< of that key: "final report"
    /// Why these words cannot be what is asked for, as a sentence; empty: they can. May be empty itself.
    std::function<QString(const QString& text)> fault;
};

/// Tasks of the usual acts. The incident must be on the board.
[[nodiscard]] WordTask noteTask(const model::Incident& incident);
[[nodiscard]] WordTask feedbackTask(const model::Incident& incident, const model::Order& order);
[[nodiscard]] WordTask finishTask(const model::Incident& incident, const model::Order& order);
[[nodiscard]] WordTask returnTask(const model::Incident& incident, const model::Order& order);
[[nodiscard]] WordTask
withdrawTask(const plan::Plan& plan, const model::Incident& incident, const model::Order& order);
[[nodiscard]] WordTask closeTask(const model::Incident& incident);
/// Puts one question for decision.
[[nodiscard]] WordTask askTask(const model::Incident& incident);
/// Puts a late step aside.
[[nodiscard]] WordTask shelveTask(const model::Incident& incident, const model::Step& step);
/// `draft`: what the report says if nothing is added; `nextMinutes`: when the next one is promised; `changes`: what is new since
/// the one before, kept with it. Once there is a first report, Alt+F makes it the final one, and back.
[[nodiscard]] WordTask reportTask(
    const model::Incident& incident,
    model::ReportStage stage,
    const QString& draft,
    int nextMinutes,
    const QString& changes = {});
/// Counts that must balance, as "pupils 1,354 = moved 1,235 + refunded 119"; those that stand are the draft.
[[nodiscard]] WordTask countsTask(const model::Incident& incident);

/// A bar of about 150 px for the foot of a pane. Ctrl+Enter does it, Esc puts it away, Alt+F changes to the task's other one.
class WordSheet final : public QWidget
{
    Q_OBJECT
public:
    WordSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent = nullptr);

    /// Replaces what was asked before; the cursor goes to the text.
    void ask(WordTask task);

Q_SIGNALS:
    void performed(const sz::desk::Receipt& receipt);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void perform();
    void swap();
    void say(const QString& sentence, bool isRefused);

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    Composing* m_composing;
    ElidedLabel* m_title;
    ElidedLabel* m_what;
    QPlainTextEdit* m_text;
    ToneLabel* m_message;
    ToneLabel* m_nextLabel;
    LimitField* m_next;
    KeycapButton* m_main;
    KeycapButton* m_other;
    WordTask m_task;
    bool m_isBusy = false;
    int m_round = 0; ///< of what is asked for: an answer to an earlier one closes nothing
};

} // namespace sz::widgets
