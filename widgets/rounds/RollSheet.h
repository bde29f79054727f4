// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The daily roll call (点名): one row a unit, one key an answer, and the minutes at its end.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/rounds/RollModel.h"

#include <functional>
#include <string>

class QLineEdit;

namespace sz::widgets {

class PlainTable;
class TickTimer;

/// Space: present. N: no answer, then again, then by telephone in vain, then warned. O: told by others, with channel and words.
/// T: a line of what it reports. M: for decision. Enter: a matter of it. J: whose turn it is. E: the minutes. Thread: gui.
class RollSheet final : public SideSheet
{
    Q_OBJECT
public:
    RollSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~RollSheet() override;

    /// The row whose turn it is gets the keys.
    void open(const std::string& round);
    /// As it was left.
    void resume();
    [[nodiscard]] const std::string& round() const { return m_id; }
    /// How many orders came out of the lines of a roll call.
    [[nodiscard]] static int ordersOf(const desk::Desk& desk, const model::ShiftRound& round);

Q_SIGNALS:
    void said(const QString& sentence);
    /// A line is to become a matter, or an order of the matter it has become.
    void matterRequested(const std::string& round, const std::string& line);

private:
    enum class Form : std::uint8_t {
        Calling, ///< the table alone
        Behalf,
        Line,
        Minutes,
    };
    void buildCaller();
    void buildTable();
    void buildFields();
    void buildKeys();
    void show(Form form);
    void refresh();
    void follow();
    void tellCaller();
    void tellHead();
    void mainAsked();
    void present();
    void miss();
    void askLine(bool isForDecision);
    void mark();
    void matter();
    void tellBehalf();
    void tellLine();
    void sendMinutes();
    void goOn();
    void choose(int row);
    void copyPhone();
    void perform(const model::ShiftAct& act, const QString& done, std::function<void()> then = {});
    [[nodiscard]] const model::RollRow* current() const;
    [[nodiscard]] QString currentName() const;
    [[nodiscard]] QString phoneOf(const std::string& post) const;
    bool eventFilter(QObject* watched, QEvent* event) override;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    std::string m_id; ///< of the roll call shown
    Form m_form = Form::Calling;
    bool m_isBusy = false;
    std::function<void()> m_next; ///< asked for while another act was being saved; empty: nothing
    bool m_isForDecision = false; ///< the line that is being typed
    bool m_wasThrough = false;
    RollModel* m_model;
    ToneLabel* m_caller;
    ToneLabel* m_reply;
    ToneLabel* m_summary;
    PlainTable* m_table;
    QLineEdit* m_channel = nullptr;
    QLineEdit* m_words = nullptr;
    QLineEdit* m_line = nullptr;
    ToneLabel* m_minutes = nullptr;
    QWidget* m_keys = nullptr;
};

} // namespace sz::widgets
