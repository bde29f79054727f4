// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Above the board while it is narrowed: by what, how much is to be seen, and the way back to everything.

#include "widgets/common/ThemeSource.h"

#include <QWidget>

namespace sz::widgets {

class HintButton;

/// Hidden while everything is shown. Thread: gui.
class ViewStrip final : public QWidget
{
    Q_OBJECT
public:
    ViewStrip(const ThemeSource& theme, QWidget* parent);

    void setNothing();
    /// `name`: empty while the filter has none.
    void setView(const QString& name, const QString& filter, int shown, int total);
    /// "Night: Wuchang late · 5 of 37".
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override { return {200, 32}; }

Q_SIGNALS:
    void allRequested();
    void shownChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_theme;
    HintButton* m_all;
    QString m_name;
    QString m_filter;
    int m_shown = 0;
    int m_total = 0;
};

} // namespace sz::widgets
