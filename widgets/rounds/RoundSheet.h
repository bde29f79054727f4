// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+F10: check-in rounds. Who has answered, who has missed once and twice; on behalf of others; a new round.

#include "data/desk/Desk.h"
#include "widgets/actions/SideSheet.h"

#include <string>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace sz::widgets {

class EmptyNote;
class PlainTable;
class RoundModel;
class TickTimer;

/// Space: the post itself has answered. O: somebody else told it, with channel and exact words. J: the next that has not. L: only
/// those. B: a new round. R, D: a roll call in the plan's order or in a drawn one, which has a sheet of its own. Thread: gui.
class RoundSheet final : public SideSheet
{
    Q_OBJECT
public:
    RoundSheet(
        desk::Desk& desk,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);
    ~RoundSheet() override;

    /// This round; empty: the one shown before, the newest, or a form for the first one.
    void open(const std::string& round = {});
    [[nodiscard]] const std::string& round() const { return m_id; }

Q_SIGNALS:
    void said(const QString& sentence);
    /// A roll call is begun, `isDrawn`: in an order that is drawn.
    void rollWanted(bool isDrawn);
    /// A roll call was chosen among the rounds.
    void rollChosen(const std::string& round);

private:
    enum class Form : std::uint8_t {
        Standing, ///< the table alone
        Behalf,
        New,
    };
    void buildTable();
    void buildBehalf();
    void buildNew();
    void show(Form form);
    void refresh();
    void follow();
    void tellSummary();
    void fillRounds();
    void choose(const std::string& id);
    void mainAsked();
    void answered();
    void askBehalf();
    void tellBehalf();
    void startRound();
    void extend(const std::string& round, std::vector<std::vector<std::string>> rest);
    void started(const std::string& round);
    void perform(const model::ShiftAct& act, const QString& done);
    [[nodiscard]] std::vector<std::string> chosen() const;
    [[nodiscard]] bool isRoll(const std::string& id) const;

    desk::Desk& m_desk;
    TickTimer& m_ticks;
    std::string m_id; ///< of the round shown; empty: none
    Form m_form = Form::Standing;
    bool m_isBusy = false;
    RoundModel* m_model;
    QComboBox* m_rounds;
    ToneLabel* m_summary;
    EmptyNote* m_empty;
    PlainTable* m_table;
    QLineEdit* m_channel = nullptr;
    QLineEdit* m_words = nullptr;
    QLineEdit* m_name = nullptr;
    QSpinBox* m_window = nullptr;
    QSpinBox* m_retry = nullptr;
    QPlainTextEdit* m_posts = nullptr;
    QWidget* m_presets = nullptr;
    QWidget* m_keys = nullptr;
};

} // namespace sz::widgets
