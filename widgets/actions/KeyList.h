// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every act with its key, as rows; one of them can be waiting for a new key.

#include "widgets/actions/KeyBook.h"
#include "widgets/common/ThemeSource.h"

#include <QListView>

#include <memory>
#include <vector>

class QAbstractListModel;

namespace sz::widgets {

/// Enter waits for the new key, Esc gives up waiting, Backspace resets. While it waits every key goes to it and none does
/// anything else. Input method off. Thread: gui.
class KeyList final : public QListView
{
    Q_OBJECT
public:
    KeyList(KeyBook& book, const ThemeSource& theme, QWidget* parent = nullptr);
    ~KeyList() override;

    /// Rows whose act, place or key has the words, in Chinese, pinyin initials or English.
    void setFilter(const QString& typed);
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    /// Null when no row is current.
    [[nodiscard]] const Action* current() const;
    [[nodiscard]] int rowOf(const char* id) const;

    /// Wide enough that a sheet puts its label above it.
    [[nodiscard]] QSize minimumSizeHint() const override { return {440, 300}; }

public Q_SLOTS:
    void startWaiting();
    void reset();

Q_SIGNALS:
    void waitingChanged(bool isWaiting);
    void refused(const QString& why);
    void said(const QString& what);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Rows;
    void setWaiting(bool isWaiting);
    void take(const QKeySequence& keys);

    KeyBook& m_book;
    std::unique_ptr<Rows> m_rows;
    bool m_isWaiting = false;
};

} // namespace sz::widgets
