// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line that does everything by typing, always visible: preview above, keys of the window beside it.

#include "data/desk/Desk.h"
#include "widgets/actions/CommandParser.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/ThemeSource.h"

#include <QPointer>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace sz::widgets {

class ChoiceList;
class CommandInput;
class KeycapButton;
class TickTimer;

/// Ctrl+J brings the focus here from anywhere in the window. Enter acts only when everything is understood.
class CommandLine final : public QWidget
{
    Q_OBJECT
public:
    /// All outlive the widget.
    CommandLine(
        desk::Desk& desk,
        const plan::PlaceFinder& finder,
        const ThemeSource& theme,
        TickTimer& ticks,
        QWidget* parent = nullptr);

    /// The incident that acts without a number mean; empty = none.
    void setSelected(const IncidentId& incident);
    /// To the right of the input, in order of the calls. Takes the button over.
    void addKeycap(KeycapButton* button);
    /// Puts a beginning into the line and the cursor behind it: "记 " for the note key.
    void begin(const QString& text);
    [[nodiscard]] QString text() const;
    /// Nothing stands in the row above the input; other things may lie there.
    [[nodiscard]] bool isPreviewEmpty() const;
    [[nodiscard]] int previewHeight() const;

Q_SIGNALS:
    /// An own act is saved; a sentence for the toast.
    void performed(const QString& message);
    /// These acts take it back; follows `performed`.
    void undoOffered(
        const QString& message,
        const sz::IncidentId& incident,
        const std::vector<sz::model::Act>& back);
    void incidentRequested(const sz::IncidentId& incident);
    /// A switch of the mode was typed; the sheet shows what it changes before it is done.
    void modeRequested(const QString& reason);
    /// `code` is empty when several cards fit.
    void cardRequested(const sz::IncidentId& incident, const std::string& code);
    /// 专班 without more: its board, or the sheet that forms it.
    void forceRequested(const sz::IncidentId& incident);
    void filterRequested(const QString& typed); ///< 筛
    void viewRequested(const QString& typed);   ///< 视图
    void textChanged(const QString& text);

private:
    void buildPreview(QVBoxLayout& column);
    void buildInput(QVBoxLayout& column);
    void refresh();
    void showList();
    void hideList();
    void perform();
    void performAct();
    void copyNumber();
    void find();
    void showFound();
    void openFound();
    void complete();
    void done(const QString& message);
    void clear();
    void refuse(const QString& sent, const Error& error);

    desk::Desk& m_desk;
    const plan::PlaceFinder& m_finder;
    const ThemeSource& m_theme;
    TickTimer& m_ticks;
    IncidentId m_selected;
    ParsedCommand m_command;
    QStringList m_phones; ///< one a row of the duty list
    QString m_listedFor;  ///< text the list was made for: its lit row stays while that stays
    desk::SearchResult m_found;
    QString m_foundFor;            ///< text that `m_found` answers; the newest request wins
    std::optional<Chip> m_refusal; ///< of the last act; until the next one or a cleared line
    QWidget* m_preview = nullptr;
    ChipRow* m_chips = nullptr;
    KeycapButton* m_effect = nullptr;
    KeycapButton* m_complete = nullptr;
    KeycapButton* m_clear = nullptr;
    CommandInput* m_input = nullptr;
    QHBoxLayout* m_keys = nullptr;
    QPointer<ChoiceList> m_list; ///< lies over the window, which may go first
};

} // namespace sz::widgets
