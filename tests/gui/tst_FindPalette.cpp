// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K by real keys against a real desk: incidents, units, people on duty, places and keys in one field.
#include "tests/gui/SheetFixture.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/FindPalette.h"
#include "widgets/common/KeycapButton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

struct Room : DeskRoom
{
    Room()
    {
        window.resize(1366, 700);
        palette = new FindPalette(*desk, finder, theme, ticks, &window);
        input = palette->findChild<QLineEdit*>(QStringLiteral("findEdit"));
        button = new KeycapButton(theme, QKeySequence(Qt::Key_F2), QStringLiteral("新报"), &window);
        button->move(10, 600);
        blocked = new KeycapButton(theme, QKeySequence(Qt::Key_X), QStringLiteral("结案"), &window);
        blocked->setBlocked(QStringLiteral("4 步未完"));
        before = new QLineEdit(&window);
        before->move(10, 640);
        window.show();
    }
    [[nodiscard]] bool isReady()
    {
        if (!isOpen() || !QTest::qWaitForWindowActive(&window)) {
            return false;
        }
        model::ReportIncident report =
            test::plainReport("面包车载液化气罐 32 只", plan::Grade::III, 4);
        report.kind = KindCode("gas.cylinders");
        report.receivedAt = kCall;
        incident = perform({}, report);
        before->setFocus();
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        return !incident.empty() && palette->isVisible() && input->hasFocus();
    }
    void type(const QString& text) const { QTest::keyClicks(input, text); }
    void compose(const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(input, &event);
    }
    void key(Qt::Key key) const { QTest::keyClick(input, key); }
    [[nodiscard]] const std::vector<ChoiceRow>& rows() const
    {
        return window.findChild<ChoiceList*>(QStringLiteral("findList"))->rows();
    }
    [[nodiscard]] bool has(const QString& badge, const QString& title) const
    {
        return std::ranges::any_of(rows(), [&](const ChoiceRow& row) {
            return row.badge == badge && row.title.contains(title);
        });
    }
    /// Walks down to the row of a sort and takes it.
    void take(const QString& badge) const
    {
        const auto it = std::ranges::find(rows(), badge, &ChoiceRow::badge);
        for (auto i = rows().begin(); i != it; ++i) {
            key(Qt::Key_Down);
        }
        key(Qt::Key_Return);
    }

    QWidget window;
    FindPalette* palette = nullptr;
    QLineEdit* input = nullptr;
    KeycapButton* button = nullptr;
    KeycapButton* blocked = nullptr;
    QLineEdit* before = nullptr;
    IncidentId incident;
};

QString sortWord(FindSort sort)
{
    return findSortWord(sort);
}

} // namespace

class tst_FindPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedShowsTheKeys()
    {
        Room room;
        QVERIFY(room.isReady());
        QVERIFY(room.has(sortWord(FindSort::Command), QStringLiteral("新报")));
        QVERIFY(
            !room.has(sortWord(FindSort::Command), QStringLiteral("结案"))); // cannot be done now
        QSignalSpy clicked(room.button, &QAbstractButton::clicked);
        room.type(QStringLiteral("xb")); // 新报
        QVERIFY(room.has(sortWord(FindSort::Command), QStringLiteral("新报")));
        room.take(sortWord(FindSort::Command));
        QCOMPARE(clicked.count(), 1);
        QVERIFY(!room.palette->isVisible());
    }

    void incidentByChineseAndByInitials()
    {
        for (const char* typed : {"液化气", "yhqg"}) {
            Room room;
            QVERIFY(room.isReady());
            QSignalSpy asked(room.palette, &FindPalette::incidentRequested);
            room.compose(QString::fromUtf8(typed));
            QVERIFY2(room.has(sortWord(FindSort::Incident), QStringLiteral("液化气")), typed);
            room.key(Qt::Key_Return); // the best stands first
            QCOMPARE(asked.count(), 1);
            QCOMPARE(asked.front().front().value<IncidentId>(), room.incident);
        }
    }

    void keysByFullPinyin()
    {
        for (const char* typed : {"xinbao", "xinb", "xbao"}) {
            Room room;
            QVERIFY(room.isReady());
            QSignalSpy clicked(room.button, &QAbstractButton::clicked);
            room.type(QString::fromLatin1(typed));
            QVERIFY2(room.has(sortWord(FindSort::Command), QStringLiteral("新报")), typed);
            room.take(sortWord(FindSort::Command));
            QCOMPARE(clicked.count(), 1);
        }
    }

    void incidentByFullPinyin()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy asked(room.palette, &FindPalette::incidentRequested);
        room.type(QStringLiteral("yehuaqi"));
        QVERIFY(room.has(sortWord(FindSort::Incident), QStringLiteral("液化气")));
        room.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
    }

    void peopleOnDutyByName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("Chinese") << QStringLiteral("欧阳雪");
        QTest::newRow("full pinyin") << QStringLiteral("ouyangxue");
        QTest::newRow("initials") << QStringLiteral("oyx");
    }
    void peopleOnDutyByName()
    {
        QFETCH(QString, typed);
        Room room;
        QVERIFY(room.isOpen());
        const plan::Post* post = room.desk->plan().post(PostCode("D05-leader"));
        QVERIFY(post != nullptr);
        const auto duty = model::dutyAt(
            room.desk->plan(), room.desk->shift().get(), post->code, room.clock.now());
        QVERIFY(duty.has_value());
        model::EditRoster edit;
        edit.unit = post->unit;
        const auto local = duty->from + Minutes{room.desk->plan().utcOffsetMinutes};
        edit.cells.push_back(
            {post->code,
             std::chrono::floor<std::chrono::days>(local).time_since_epoch().count(),
             duty->shiftZh,
             duty->from,
             duty->until,
             {"欧阳雪"}});
        auto done = room.desk->performShift(edit);
        QVERIFY(waitFor([&] { return done.isFinished(); }));
        QVERIFY2(done.result().has_value(), "the roster takes the name");
        QVERIFY(room.isReady());
        room.compose(typed);
        QVERIFY(room.has(sortWord(FindSort::Duty), QStringLiteral("欧阳雪")));
        QGuiApplication::clipboard()->clear();
        room.take(sortWord(FindSort::Duty));
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("8-")));
    }

    void whoIsOnDuty()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("武昌"));
        QVERIFY(
            room.has(sortWord(FindSort::Unit), QStringLiteral("Wuchang"))); // the screen is English
        QVERIFY(room.has(sortWord(FindSort::Place), QStringLiteral("Wuchang")));
        QSignalSpy said(room.palette, &FindPalette::said);
        QGuiApplication::clipboard()->clear();
        room.take(sortWord(FindSort::Duty));
        QCOMPARE(said.count(), 1);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("8-")));
        QVERIFY(room.before->hasFocus()); // back where it was
    }

    void ordersOfAUnit()
    {
        Room room;
        QVERIFY(room.isReady());
        room.key(Qt::Key_Escape);
        model::OrderTo to;
        to.id = room.desk->newOrderId();
        to.unit = UnitCode("L06");
        to.post = PostCode("L06-desk");
        QVERIFY(!room.perform(room.incident, model::IssueOrders{"查", {to}}).empty());
        QTest::keyClick(&room.window, Qt::Key_K, Qt::ControlModifier);
        room.compose(QStringLiteral("教育"));
        QSignalSpy asked(room.palette, &FindPalette::incidentRequested);
        room.take(sortWord(FindSort::Order));
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<IncidentId>(), room.incident);
    }

    void placesAreShownOnTheMap()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy asked(room.palette, &FindPalette::placeRequested);
        room.type(QStringLiteral("xjp")); // 徐家棚
        QVERIFY(room.has(sortWord(FindSort::Place), QStringLiteral("Xujiapeng")));
        room.take(sortWord(FindSort::Place));
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.front().front().value<plan::Place>().area > 0);
    }

    // Of an address only the district was known: the row says so, nobody takes it for the road.
    void howSurelyAnAddressIsKnownIsSaid()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("江汉区银松小路"));
        const auto it =
            std::ranges::find(room.rows(), sortWord(FindSort::Place), &ChoiceRow::badge);
        QVERIFY(it != room.rows().end());
        QVERIFY2(it->note.contains(QStringLiteral("by “江汉区”, 30 % sure")), qPrintable(it->note));
        room.input->clear();
        room.type(QStringLiteral("xjp")); // a name in another way of typing is all of it
        QVERIFY(std::ranges::none_of(room.rows(), [](const ChoiceRow& row) {
            return row.note.contains(QStringLiteral("sure"));
        }));
    }

    void coordinatesAreAPlaceInEachDatum()
    {
        Room room;
        QVERIFY(room.isReady());
        room.palette->setIndex(&room.index);
        QSignalSpy asked(room.palette, &FindPalette::placeRequested);
        room.type(QStringLiteral("30.5900 114.3110"));
        QVERIFY(room.rows().size() >= 3);
        QVERIFY(room.rows()[0].note.contains(QStringLiteral("WGS-84")));
        QVERIFY(room.rows()[1].note.contains(QStringLiteral("GCJ-02")));
        QVERIFY(room.rows()[2].note.contains(QStringLiteral("BD-09")));
        room.key(Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        const auto place = asked.front().front().value<plan::Place>();
        QCOMPARE(place.point, std::optional(Wgs84{114.311, 30.59}));
        QCOMPARE(place.area, room.index.areaAt(*place.point));
    }

    void nothingSaysSo()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("没有这样的东西"));
        QCOMPARE(room.rows().size(), std::size_t{1});
        QVERIFY(!room.rows().front().title.isEmpty());
        room.key(Qt::Key_Return);
        QVERIFY(room.palette->isVisible()); // nothing to take
        room.key(Qt::Key_Escape);
        QVERIFY(!room.palette->isVisible());
        QVERIFY(room.before->hasFocus());
    }

    void aClickElsewherePutsItAway()
    {
        Room room;
        QVERIFY(room.isReady());
        room.before->setFocus(Qt::MouseFocusReason);
        QVERIFY(!room.palette->isVisible());
        QVERIFY(room.before->hasFocus());
    }

    void composingIsLeftAlone()
    {
        Room room;
        QVERIFY(room.isReady());
        QInputMethodEvent preedit(QStringLiteral("ye hua"), {});
        QCoreApplication::sendEvent(room.input, &preedit);
        room.key(Qt::Key_Return);
        room.key(Qt::Key_Escape);
        QVERIFY(room.palette->isVisible());
    }
};

QTEST_MAIN(tst_FindPalette)
#include "tst_FindPalette.moc"
