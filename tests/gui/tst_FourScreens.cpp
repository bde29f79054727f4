// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Four monitors: each pane on one of its own by its menu, there again after a restart, and where the monitor is gone on one that is there.
#include "tests/gui/PageRoom.h"
#include "widgets/shell/PopActs.h"
#include "widgets/shell/PopWindow.h"
#include "widgets/shell/RightPane.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QScreen>
#include <QToolButton>

#include <array>

using namespace sz;
using namespace sz::widgets;

namespace {

constexpr int kScreens = 4;
constexpr int kWide = 1920;

/// Side by side, as the offscreen platform reads them.
QByteArray screens(int count)
{
    QJsonArray all;
    for (int i = 0; i < count; ++i) {
        all.append(QJsonObject{
            {QStringLiteral("name"), QStringLiteral("S%1").arg(i + 1)},
            {QStringLiteral("x"), i * kWide},
            {QStringLiteral("y"), 0},
            {QStringLiteral("width"), kWide},
            {QStringLiteral("height"), 1080},
            {QStringLiteral("logicalDpi"), 96},
            {QStringLiteral("logicalBaseDpi"), 96},
            {QStringLiteral("dpr"), 1}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("screens"), all}}).toJson();
}

} // namespace

class tst_FourScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnSettings(m_folder);
        QCOMPARE(QGuiApplication::screens().size(), qsizetype{kScreens});
        for (int i = 0; i < kScreens; ++i) {
            const QScreen* screen = QGuiApplication::screens().at(i);
            QCOMPARE(screen->name(), QStringLiteral("S%1").arg(i + 1));
            QCOMPARE(screen->geometry(), QRect(i * kWide, 0, kWide, 1080));
        }
    }

    void eachPaneOnItsOwnAndThereAgain()
    {
        constexpr std::array kPanes{PopPane::Board, PopPane::Map, PopPane::Detail};
        {
            test::PageRoom room;
            QVERIFY(room.show());
            for (std::size_t i = 0; i < kPanes.size(); ++i) {
                const auto screen = static_cast<int>(i) + 2; // the main window stays on the first
                room.page().seat().windows().toggle(kPanes[i]);
                QCoreApplication::
                    processEvents(); // this platform tells a new window its place late
                QVERIFY2(put(room, kPanes[i], screen), qPrintable(QString::number(screen)));
                UNTIL_EQUAL(screenOf(room, kPanes[i]), screen);
            }
            room.window->close();
        }
        test::PageRoom room;
        QVERIFY(room.show());
        room.window->restoreLayout();
        for (std::size_t i = 0; i < kPanes.size(); ++i) {
            QVERIFY(room.page().seat().windows().isOut(kPanes[i]));
            UNTIL_EQUAL(screenOf(room, kPanes[i]), static_cast<int>(i) + 2);
        }
    }

private:
    /// By the entry of the button's menu that names the screen.
    static bool put(const test::PageRoom& room, PopPane pane, int screen)
    {
        constexpr std::array kButtons{"boardPopButton", "mapPopButton", "detailPopButton"};
        auto* button = room.find<QToolButton>(kButtons.at(static_cast<std::size_t>(pane)));
        Q_EMIT button->menu()->aboutToShow();
        for (QAction* action : button->menu()->actions()) {
            if (action->text().contains(QStringLiteral("S%1").arg(screen))) {
                action->trigger();
                return true;
            }
        }
        return false;
    }
    /// 1 to 4 by where the middle of the window lies.
    static int screenOf(const test::PageRoom& room, PopPane pane)
    {
        const PopWindow* window = room.page().seat().windows().window(pane);
        return window->frameGeometry().center().x() / kWide + 1;
    }

    QTemporaryDir m_folder;
};

// The platform reads its screens before there is an application.
int main(int argc, char** argv)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("screens.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(screens(kScreens)) < 0) {
        return 1;
    }
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file.fileName()));
    const QApplication app(argc, argv);
    tst_FourScreens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_FourScreens.moc"
