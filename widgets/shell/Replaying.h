// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+H: the past in the place of board, map, detail, command line and roster; Esc, Ctrl+1 or Ctrl+H: back to now.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"

#include <QList>
#include <QObject>

class QToolButton;
class QWidget;

namespace sz::widgets {

class ReplayPage;

/// The page is made when it is first asked for. Top bar and alarms stay, and stay live. Thread: gui.
class Replaying final : public QObject
{
    Q_OBJECT
public:
    /// `watch` is what the page takes the place of, in the vertical layout of `window`; `acting` are the parts something could
    /// be done with: they are out of reach meanwhile. All outlive it.
    Replaying(
        desk::Desk& desk,
        const ThemeSource& theme,
        QWidget& watch,
        QList<QWidget*> acting,
        QWidget& window);

    void open();
    void close();
    void toggle();
    [[nodiscard]] bool isOpen() const;
    /// For the map's tools; made once.
    [[nodiscard]] QToolButton* button();
    /// Made now when it was not yet.
    [[nodiscard]] ReplayPage& page();

Q_SIGNALS:
    void said(const QString& sentence);
    void opening(); ///< what is shown instead of the watch is to give way
    void opened();
    /// The watch is back.
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void renewIcon();

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    QWidget& m_watch;
    QList<QWidget*> m_acting;
    QWidget& m_window;
    ReplayPage* m_page = nullptr;
    QToolButton* m_button = nullptr;
};

} // namespace sz::widgets
