// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ctrl+Shift+P: the map as it stands, on paper or as a PDF, A4 or A3.

#include "data/desk/Desk.h"
#include "data/threads/Mailbox.h"
#include "maps/print/MapSheet.h"
#include "widgets/common/ThemeSource.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

class QMenu;
class QToolButton;

namespace sz::maps {
class MapPanel;
}

namespace sz::widgets {

class BaseMapActs;
class MapArea;

/// Thread: gui; the base map is put together in a thread of its own. All outlive it.
class PrintActs final : public QObject
{
    Q_OBJECT
public:
    /// Another map than the watch's: that of the past.
    struct Past
    {
        const maps::MapPanel* panel = nullptr;
        Instant now;
        std::string selected;
    };
    using AskPath =
        std::function<void(const QString& suggested, std::function<void(QString)> then)>;

    PrintActs(
        desk::Desk& desk,
        const ThemeSource& theme,
        MapArea& map,
        const BaseMapActs& base,
        QWidget* page);
    ~PrintActs() override;

    /// Nothing while the present is shown.
    void setPast(std::function<std::optional<Past>()> past) { m_past = std::move(past); }
    /// Asks for a name and writes the PDF there.
    void savePdf(QPageSize::PageSizeId page);
    /// Through the system's print dialog.
    void print();
    /// What would be printed now; nothing before the map is ready.
    [[nodiscard]] std::optional<maps::MapSheet> sheet() const;
    [[nodiscard]] QToolButton* button() { return m_button; }
    /// Tests answer the question for a name themselves.
    void setAskPath(AskPath ask) { m_askPath = std::move(ask); }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void openMenu();
    void renewIcon();
    /// Puts the base map together, then calls back on gui.
    void withBase(
        const maps::MapSheet& sheet,
        QSizeF page,
        std::function<void(const maps::BasePicture&)> then);
    [[nodiscard]] maps::SheetWords words(Instant now, bool isPast) const;
    [[nodiscard]] QStringList sources(const maps::MapPanel& panel) const;

    desk::Desk& m_desk;
    const ThemeSource& m_theme;
    MapArea& m_map;
    const BaseMapActs& m_base;
    QWidget* m_page;
    QToolButton* m_button;
    QMenu* m_menu;
    std::function<std::optional<Past>()> m_past;
    AskPath m_askPath;
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
