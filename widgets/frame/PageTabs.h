// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of the window: tabs where there is room, one menu where there is not (design §10).

#include "widgets/common/ThemeSource.h"

#include <QKeySequence>
#include <QWidget>

#include <vector>

namespace sz::widgets {

/// Never takes the focus: the pages have keys of their own, which are told in the tooltips and in the menu.
class PageTabs final : public QWidget
{
    Q_OBJECT
public:
    struct Page
    {
        QString title;
        QKeySequence keys;
    };

    explicit PageTabs(const ThemeSource& theme, QWidget* parent = nullptr);
    ~PageTabs() override;

    /// The first is current. At least one.
    void setPages(std::vector<Page> pages);
    void setCurrent(int index);
    [[nodiscard]] int current() const { return m_current; }
    void setCompact(bool isCompact);

Q_SIGNALS:
    void chosen(int index);

private:
    class Tab;

    void light();
    void showMenu();

    const ThemeSource& m_theme;
    std::vector<Page> m_pages;
    std::vector<Tab*> m_tabs;
    Tab* m_menu;
    int m_current = 0;
    bool m_isCompact = false;
};

} // namespace sz::widgets
