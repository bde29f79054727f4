// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Online maps as an officer meets them: named in the panel of layers, off until switched on, told how they do, gone when off.
#include "maps/view/MapPanel.h"
#include "tests/gui/PageRoom.h"
#include "tests/support/packs/PackMaker.h"
#include "tests/support/tileserver/TileServer.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/ground/LayerPanel.h"
#include "widgets/ground/OnlineCard.h"
#include "widgets/ground/OnlineList.h"
#include "widgets/shell/BaseCredit.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/OnlineActs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMutex>

using namespace sz;
using namespace sz::widgets;

namespace {

/// Keys in memory; asked from a thread of the pool.
struct KeyDrawer
{
    QMutex mutex;
    std::map<std::string, std::string> keys;
    bool isJammed = false;

    MapKeys keyring()
    {
        return {
            [this](const std::string& name) -> std::optional<std::string> {
                const QMutexLocker lock(&mutex);
                const auto it = keys.find(name);
                return it == keys.end() ? std::nullopt : std::optional(it->second);
            },
            [this](const std::string& name, const std::string& key) -> Result<void> {
                const QMutexLocker lock(&mutex);
                if (isJammed) {
                    return fail(Code::Io, "jammed");
                }
                keys[name] = key;
                return {};
            },
            [this](const std::string& name) {
                const QMutexLocker lock(&mutex);
                keys.erase(name);
            }};
    }
    std::string key(const std::string& name)
    {
        const QMutexLocker lock(&mutex);
        return keys[name];
    }
};

} // namespace

class tst_OnlineMaps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }
    void init()
    {
        QSettings().clear();
        m_cache = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::TileServer>(test::encoded(
            test::tileImage({12, 3347, 1683}, QColor(255, 150, 40)), packs::TileFormat::Png));
        m_drawer = std::make_unique<KeyDrawer>();
        m_manner = {};
        m_manner.firstPause = Millis{50};
        m_manner.mostPause = Millis{300};
    }
    void cleanup() { m_server.reset(); }
    void isOffUntilSwitchedOn_data() { test::languageRows(); }
    void isOffUntilSwitchedOn();
    void isRememberedAndTaken();
    void theCardRefuses();
    void theKeyGoesToTheKeyring();
    void withoutTheServerWhatIsKeptIsShown();
    void takenAwayItIsGone();
    void theKeyWorksFromEverywhere();

private:
    void start(const test::PageRoom& room) const
    {
        room.page().seat().online().use(
            m_drawer->keyring(), m_cache->path().toStdString(), m_manner);
    }
    /// Opens the panel and the card, and names a map of the test's server.
    void name(test::PageRoom& room, const std::string& address, const QString& key = {}) const
    {
        if (!room.page().seat().layers().isOpen()) {
            room.key(Qt::Key_G, Qt::ControlModifier);
        }
        room.key(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        UNTIL(room.find<OnlineCard>("onlineCard")->isVisible());
        auto* sort = room.find<QComboBox>("onlineSortBox");
        sort->setCurrentIndex(sort->count() - 1);
        room.find<QLineEdit>("onlineNameEdit")->setText(QStringLiteral("市图"));
        room.find<QLineEdit>("onlineAddressEdit")->setText(QString::fromStdString(address));
        room.find<QLineEdit>("onlineAttributionEdit")->setText(QStringLiteral("© 测绘院"));
        room.find<QCheckBox>("onlineHttpBox")->setChecked(true);
        room.find<QLineEdit>("onlineKeyEdit")->setText(key);
        room.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!room.find<OnlineCard>("onlineCard")->isVisible());
    }
    static QString idOf(const test::PageRoom& room, std::size_t index = 0)
    {
        return QString::fromStdString(
            room.page().seat().online().book().entries().at(index).source.id);
    }
    static void flip(const test::PageRoom& room)
    {
        room.page().seat().online().list().box(idOf(room))->click();
    }
    static QString noteOf(const test::PageRoom& room)
    {
        return room.page().seat().online().list().note(idOf(room));
    }
    static QImage mapPicture(const test::PageRoom& room)
    {
        std::ignore = test::waitFor([&] { return room.page().mapArea().panel().isSettled(); });
        QTest::qWait(80);
        return room.page().mapArea().panel().grab().toImage();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<test::TileServer> m_server;
    std::unique_ptr<KeyDrawer> m_drawer;
    maps::OnlineManner m_manner;
};

void tst_OnlineMaps::isOffUntilSwitchedOn()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(!room.find<OnlineList>("onlineList")
                 ->isVisibleTo(
                     &room.page().seat().layers().panel())); // a picture or a test never meets one
    start(room);
    name(room, m_server->address("good"));
    const QImage plain = mapPicture(room);
    QTest::qWait(300);
    QCOMPARE(m_server->connections(), 0); // named is not switched on
    QCOMPARE(noteOf(room), isChinese ? QStringLiteral("关") : QStringLiteral("off"));

    flip(room);
    UNTIL(m_server->requests() > 3);
    UNTIL(noteOf(room).contains(isChinese ? u"取于" : u"fetched"));
    UNTIL(mapPicture(room) != plain);
    const auto& credit = *room.find<BaseCredit>("baseCredit");
    QVERIFY2(
        credit.isVisible() && credit.accessibleName().contains(u"市图 © 测绘院"),
        qPrintable(credit.accessibleName()));
    const auto centre = room.page().mapArea().panel().camera();

    room.key(Qt::Key_B, Qt::ControlModifier); // the base map off: nobody is asked
    UNTIL(m_server->open() == 0);
    auto asked = m_server->requests();
    room.page().mapArea().panel().flyTo({114.4, 30.5}, 13);
    QTest::qWait(400);
    QCOMPARE(m_server->requests(), asked);
    room.key(Qt::Key_B, Qt::ControlModifier);
    UNTIL(m_server->requests() > asked);

    flip(room);
    UNTIL(m_server->open() == 0);
    asked = m_server->requests();
    room.page().mapArea().panel().flyTo(centre.centre, 14);
    QTest::qWait(400);
    QCOMPARE(m_server->requests(), asked); // off is off
    QVERIFY(!credit.accessibleName().contains(u"测绘院"));
}

void tst_OnlineMaps::isRememberedAndTaken()
{
    {
        test::PageRoom room;
        QVERIFY(room.show());
        start(room);
        name(room, m_server->address("good"));
        flip(room);
        UNTIL(noteOf(room).contains(u"fetched"));
    }
    UNTIL(m_server->open() == 0); // what was on its way has come
    const auto asked = m_server->requests();
    test::PageRoom room;
    QVERIFY(room.show());
    QTest::qWait(200);
    QCOMPARE(m_server->requests(), asked); // before it is told where to keep things
    start(room);
    QCOMPARE(room.page().seat().online().book().entries().size(), 1U);
    QVERIFY(room.page().seat().online().list().box(idOf(room))->isChecked());
    UNTIL(room.page().seat().online().tiles(idOf(room))->isOn());
}

void tst_OnlineMaps::theCardRefuses()
{
    test::PageRoom room;
    QVERIFY(room.show());
    start(room);
    room.key(Qt::Key_G, Qt::ControlModifier);
    room.key(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
    auto* sort = room.find<QComboBox>("onlineSortBox");
    QVERIFY(sort->itemText(0).contains(u"天地图"));
    QVERIFY(room.find<QLineEdit>("onlineKeyEdit")->isEnabled());
    sort->setCurrentIndex(sort->count() - 1);
    auto* address = room.find<QLineEdit>("onlineAddressEdit");
    auto* problem = room.find<QLabel>("onlineProblem");
    auto* save = room.find<KeycapButton>("onlineSaveButton");
    room.find<QLineEdit>("onlineNameEdit")->setText(QStringLiteral("x"));
    address->setText(QStringLiteral("http://a.cn/{z}/{x}/{y}"));
    QVERIFY(problem->isVisible() && problem->text().contains(u"not encrypted"));
    QVERIFY(!save->isEnabled());
    room.find<QCheckBox>("onlineHttpBox")->setChecked(true);
    QVERIFY(!problem->isVisible() && save->isEnabled());
    address->setText(QStringLiteral("https://a.cn/{z}/{x}/{y}?tk=12345"));
    QVERIFY2(problem->text().contains(u"tk={key}"), qPrintable(problem->text()));
    address->setText(QStringLiteral("https://a.cn/{z}/{x}/{time}"));
    QVERIFY(problem->text().contains(u"{time}"));
    room.key(Qt::Key_Escape);
    QVERIFY(room.page().seat().online().book().entries().empty());
}

void tst_OnlineMaps::theKeyGoesToTheKeyring()
{
    test::PageRoom room;
    QVERIFY(room.show());
    start(room);
    name(room, m_server->address("key") + "?tk={key}");
    flip(room);
    UNTIL(noteOf(room).contains(u"needs its key"));
    QCOMPARE(m_server->requests(), 0);
    Q_EMIT room.page().seat().online().list().editRequested(idOf(room));
    room.find<QLineEdit>("onlineKeyEdit")->setText(QStringLiteral("right key"));
    room.key(Qt::Key_Return, Qt::ControlModifier);
    UNTIL(noteOf(room).contains(u"fetched"));
    UNTIL(room.page().seat().online().isSettled());
    QCOMPARE(m_drawer->key(idOf(room).toStdString()), "right key");
    QVERIFY(room.find<QLineEdit>("onlineKeyEdit")->text().isEmpty());
    QSettings().sync();
    for (const QString& key : QSettings().allKeys()) {
        QVERIFY2(!QSettings().value(key).toString().contains(u"right"), qPrintable(key));
    }
    Q_EMIT room.page().seat().online().list().removeRequested(idOf(room));
    UNTIL(m_drawer->key("").empty() && m_drawer->keys.size() <= 1);
}

void tst_OnlineMaps::withoutTheServerWhatIsKeptIsShown()
{
    test::PageRoom room;
    QVERIFY(room.show());
    start(room);
    name(room, m_server->address("good"));
    const QImage plain = mapPicture(room);
    flip(room);
    UNTIL(noteOf(room).contains(u"fetched"));
    UNTIL(mapPicture(room) != plain);
    m_server->goAway();
    room.page().mapArea().panel().flyTo({114.31, 30.6}, 16);
    UNTIL(noteOf(room).contains(u"cannot be reached"));
    QVERIFY2(noteOf(room).contains(u"tiles kept"), qPrintable(noteOf(room)));
    m_server->comeBack();
    UNTIL(!noteOf(room).contains(u"cannot be reached"));
}

void tst_OnlineMaps::takenAwayItIsGone()
{
    test::PageRoom room;
    QVERIFY(room.show({1366, 768}));
    start(room);
    name(room, m_server->address("good"));
    auto* box = room.page().seat().online().list().box(idOf(room));
    UNTIL(
        box->visibleRegion().boundingRect() == box->rect()); // scrolled to, to be switched on next
    QVERIFY(box->hasFocus());
    flip(room);
    UNTIL(noteOf(room).contains(u"fetched"));
    Q_EMIT room.page().seat().online().list().removeRequested(idOf(room));
    UNTIL(m_server->open() == 0);
    QVERIFY(room.page().seat().online().book().entries().empty());
    QVERIFY(QSettings().allKeys().filter(QStringLiteral("online")).isEmpty());
    QVERIFY(QDir(m_cache->path()).entryList(QDir::Files).isEmpty());
}

// As Ctrl+Shift+G does: no panel has to be open first, and with it open the key asks once.
void tst_OnlineMaps::theKeyWorksFromEverywhere()
{
    test::PageRoom room;
    QVERIFY(room.show());
    const auto press = [&room] {
        room.key(Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        return room.find<OnlineCard>("onlineCard")->isVisible();
    };
    QVERIFY(!press()); // before there is anywhere to keep them
    QVERIFY(!room.page().seat().layers().isOpen());
    start(room);
    room.board().setFocus();
    QVERIFY(press());
    QVERIFY(room.page().seat().layers().isOpen());
    QVERIFY(room.find<OnlineCard>("onlineCard")->isAncestorOf(QApplication::focusWidget()));
    room.key(Qt::Key_Escape);
    QVERIFY(!room.find<OnlineCard>("onlineCard")->isVisible());
    QVERIFY(press());
    QVERIFY(room.page().seat().layers().isOpen());
}

QTEST_MAIN(tst_OnlineMaps)
#include "tst_OnlineMaps.moc"
