// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A pane in a window of its own, under a small bar that says whether what it shows is still true.

#include "data/desk/Desk.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/frame/LinkWords.h"

#include <QKeySequence>
#include <QWidget>

class QVBoxLayout;

namespace sz::widgets {

class HintButton;

/// 32 px: link state, data age, unsent, the mode's word where there is one, and the way back.
class PopBar final : public QWidget
{
    Q_OBJECT
public:
    PopBar(
        const ThemeSource& theme,
        const QKeySequence& keys,
        int utcOffsetMinutes,
        QWidget* parent);

    void setFacts(const desk::LinkStatus& link, Instant now, const QString& mode);
    /// "Live · command office · 0 s · unsent 0 · games time".
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void backRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    int m_utcOffsetMinutes;
    HintButton* m_back;
    LinkWords m_words;
    QString m_mode;
    std::optional<Instant> m_lostAt;
};

/// A tool window of the page: the keys of the page work in it, too. Closing it asks for the way back. Thread: gui.
class PopWindow final : public QWidget
{
    Q_OBJECT
public:
    PopWindow(
        const ThemeSource& theme,
        const QString& title,
        const QKeySequence& keys,
        int utcOffsetMinutes,
        QWidget* page);

    void setPane(QWidget* pane);
    [[nodiscard]] PopBar& bar() { return *m_bar; }

Q_SIGNALS:
    void backRequested();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    PopBar* m_bar;
    QVBoxLayout* m_column;
};

} // namespace sz::widgets
