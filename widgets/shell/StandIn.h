// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands in the place of board, map and detail: supervision, roster, scores, handover, the past.

#include <QByteArray>
#include <QKeyCombination>
#include <QList>
#include <QObject>

#include <functional>

class QWidget;

namespace sz::widgets {

/// Its page is made when it is first asked for. Top bar and alarms stay. Thread: gui.
class StandIn : public QObject
{
    Q_OBJECT
public:
    void open();
    void close();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void said(const QString& sentence);
    void opening(); ///< what else stands in the place of the watch is to give way
    void opened();
    /// The watch is back.
    void closed();

protected:
    /// `watch` is what gives way, in the vertical layout of `window`. Both outlive it.
    StandIn(QWidget& watch, QWidget& window);

    /// A key of the window that does this; its name is for tests and the shortcut editor.
    template <typename Own>
    void listenTo(const QKeyCombination& keys, const QByteArray& name, void (Own::*act)())
    {
        addKey(keys, name, [this, act] { (static_cast<Own*>(this)->*act)(); });
    }
    /// These are hidden with the watch, and their keys with them.
    void hideToo(const QList<QWidget*>& parts) { m_others = parts; }
    void makePage();
    [[nodiscard]] QWidget& window() const { return m_window; }

    /// Called once.
    [[nodiscard]] virtual QWidget* make() = 0;
    /// The page is seen: what it shows is read anew, the focus goes where the officer starts.
    virtual void enter() = 0;
    /// The laptop layout (design §10), or not.
    virtual void setCompact(bool isCompact) = 0;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKey(const QKeyCombination& keys, const QByteArray& name, std::function<void()> act);
    void fit();

    QWidget& m_watch;
    QWidget& m_window;
    QList<QWidget*> m_others;
    QWidget* m_shown = nullptr;
};

} // namespace sz::widgets
