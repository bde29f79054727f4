// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the side sheets have in common: head with title and Esc, scrolling body, footer with the one main act.

#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/ThemeSource.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace sz::widgets {

class Composing;
class ElidedLabel;

/// A keycap button whose keys work only while the focus is inside `scope`, not in the whole window.
[[nodiscard]] KeycapButton* scopedKeycap(
    const ThemeSource& theme,
    const QKeySequence& keys,
    const QString& label,
    QWidget* scope,
    ButtonLook look = ButtonLook::Flat);

/// Wrapping plain text in one colour of the table.
class ToneLabel final : public PlainLabel
{
    Q_OBJECT
public:
    ToneLabel(const ThemeSource& theme, Token token, QWidget* parent = nullptr, int pixels = 13);
    void setToken(Token token);

private:
    void colour();

    const ThemeSource& m_theme;
    Token m_token;
};

/// A sheet of 568 px, 520 in windows narrower than 1500. Esc emits `closed` and keeps everything.
class SideSheet : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closed();

protected:
    SideSheet(const ThemeSource& theme, const QString& title, const QString& away, QWidget* parent);

    void setTitle(const QString& title);
    void setBadge(const QString& words);
    void setHeadNote(const QString& words);
    /// A labelled row of the body. `field` becomes the label's buddy.
    void addRow(const QString& label, QWidget* field, int topMargin = 12);
    /// The whole width of the body; with `stretch` it takes the height that is left.
    void addWide(QWidget* part, int stretch = 0);
    /// Between the body and the footer: stays where it is while the body scrolls.
    void addFixed(QWidget* part);
    /// Scrolls the body by a page, back with -1.
    void turnPage(int by);
    /// A row with nothing to show takes no room.
    void setRowVisible(const QWidget* field, bool isVisible);
    void finishBody();
    /// The main act: Ctrl+Enter from every field of the sheet.
    [[nodiscard]] KeycapButton* mainAct() const { return m_main; }
    [[nodiscard]] QHBoxLayout* footer() const { return m_footer; }
    [[nodiscard]] const ThemeSource& theme() const { return m_theme; }
    /// True while an input method composes in a field given to `watch`.
    [[nodiscard]] bool isComposing() const;
    void watch(QWidget* field);

    /// For destructors: nothing may answer to a lost focus once the parts are going.
    void releaseFocus();

    /// Above the footer; empty takes it away. Red when it is a refusal.
    void say(const QString& sentence, bool isRefused = false);
    /// Focus to what is missing, scrolled into view, with the sentence.
    void point(QWidget* field, const QString& sentence);

    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(const QString& title, const QString& away);
    void buildBody();
    void buildFoot();

    const ThemeSource& m_theme;
    Composing* m_composing;
    ElidedLabel* m_title = nullptr;
    PlainLabel* m_badge = nullptr;
    ElidedLabel* m_note = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_rows = nullptr;
    ToneLabel* m_message = nullptr;
    KeycapButton* m_main = nullptr;
    QHBoxLayout* m_footer = nullptr;
};

} // namespace sz::widgets
