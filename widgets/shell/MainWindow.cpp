// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainWindow.h"

#include "widgets/common/Language.h"
#include "widgets/shell/KeyActs.h"
#include "widgets/shell/PopActs.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WallActs.h"
#include "widgets/shell/WatchPage.h"

#include <QCloseEvent>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QShortcut>
#include <QTimer>

namespace sz::widgets {

MainWindow::MainWindow(
    desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const plan::PlaceIndex& index,
    ThemeSource& theme,
    TickTimer& tick)
    : m_desk(desk), m_page(new WatchPage(desk, finder, index, theme, tick, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setCentralWidget(m_page);
    setMinimumSize(1024, 640);
    const plan::Unit* unit = desk.plan().unit(desk.unit());
    setWindowTitle(tr("Sanzhen · %1")
                       .arg(
                           unit != nullptr ? nameText(unit->name)
                                           : QString::fromStdString(desk.unit().value)));
    const auto key = [this](const QKeySequence& keys, const char* name) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setObjectName(QLatin1StringView(name));
        return shortcut;
    };
    connect(
        key(Qt::CTRL | Qt::Key_L, "reconnectKey"), &QShortcut::activated, &desk,
        &desk::Desk::reconnectNow);
    connect(key(Qt::CTRL | Qt::Key_Q, "quitKey"), &QShortcut::activated, this, &QWidget::close);
    connect(key(Qt::Key_F11, "fullScreenKey"), &QShortcut::activated, this, [this] {
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    });
    connect(
        key(Qt::CTRL | Qt::SHIFT | Qt::Key_T, "themeKey"), &QShortcut::activated, this,
        [this, &theme] {
            theme.setTheme(theme.theme() == Theme::Dark ? Theme::Light : Theme::Dark);
            QSettings().setValue(
                settingsKey("theme"),
                theme.theme() == Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
        });
    m_page->seat().keys().apply(); // the seat's own keys, now that all are there
}

QString MainWindow::settingsKey(const char* name) const
{
    return QStringLiteral("seat/%1/%2")
        .arg(QString::fromStdString(m_desk.unit().value), QLatin1StringView(name));
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(
        settings.value(settingsKey("geometry")).toByteArray()); // keeps to screens that exist
    m_page->restoreLayout(settings.value(settingsKey("split")).toByteArray());
    m_page->seat().windows().restore();
    m_page->seat().wall().restore();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(settingsKey("geometry"), saveGeometry());
    settings.setValue(settingsKey("split"), m_page->saveLayout());
    m_page->seat().windows().save();
    m_page->seat().wall().save();
    QMainWindow::closeEvent(event);
}

bool MainWindow::waitUntilComplete(int ms)
{
    // A loop that sleeps: processEvents() with a time spins, and takes the core that paints the tiles.
    bool isDone = false; // as found: a moment later the next change may be on its way
    QEventLoop loop;
    QTimer look;
    QElapsedTimer waited;
    waited.start();
    look.callOnTimeout(&loop, [&] {
        isDone = m_page->isComplete();
        if (isDone || waited.elapsed() >= ms) {
            loop.quit();
        }
    });
    look.start(2);
    loop.exec();
    return isDone;
}

} // namespace sz::widgets
