// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two painted parts of the alarm row: how many are unconfirmed, and the one that is named.

#include "widgets/common/ThemeSource.h"
#include "widgets/frame/AlarmWords.h"

#include <QAbstractButton>

namespace sz::widgets {

/// White words on red: "3 unacked"; an outline, without red, for what has gone by itself: "2 gone unseen".
class AlarmTally final : public QWidget
{
    Q_OBJECT
public:
    AlarmTally(const ThemeSource& theme, QWidget* parent);
    void setCount(int count, bool areGone);
    [[nodiscard]] QString text() const { return textFor(m_count); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString textFor(int count) const;

    const ThemeSource& m_theme;
    int m_count = 0;
    bool m_areGone = false;
};

/// The named item in one line; a click opens it. When room is short, what was done goes first, then the title is cut;
/// the cause stays.
class AlarmItem final : public QAbstractButton
{
    Q_OBJECT
public:
    AlarmItem(const ThemeSource& theme, QWidget* parent);

    /// `badge`: "12 of this cause · 3 causes" in a flood, else empty. `list`: those items, for the tooltip.
    void setWords(const AlarmWords& words, const QString& badge, const QString& list);
    [[nodiscard]] const AlarmWords& words() const { return m_words; }
    [[nodiscard]] QString badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Widths in the order of painting; 0 = left out.
    struct Widths
    {
        int title = 0;
        int cause = 0;
        int badge = 0;
        int climb = 0;
        int done = 0;
    };
    [[nodiscard]] Widths widthsFor(int room) const;

    const ThemeSource& m_theme;
    AlarmWords m_words;
    QString m_badge;
};

} // namespace sz::widgets
