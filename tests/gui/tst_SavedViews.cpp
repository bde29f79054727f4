// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The board narrowed by a few words, those words under a name, and the name by line, Alt+digit and Ctrl+K.
#include "tests/gui/PageRoom.h"
#include "widgets/actions/BoardFilter.h"
#include "widgets/actions/SavedViews.h"
#include "widgets/models/BoardModel.h"
#include "widgets/shell/ViewActs.h"
#include "widgets/watch/ViewStrip.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;

class tst_SavedViews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }
    void filters_data();
    void filters();
    void answersAreFiltered_data();
    void answersAreFiltered();
    void negationTurnsEachRound();
    void namesAreKeptRenamedDeleted();
    void wishesAreRead_data();
    void wishesAreRead();
    void theBoardIsNarrowedAndNothingElse();
    void timeMovesWhatIsShownButNotUnderTheHand();
    void saveOpenRenameDeleteByKeys_data() { test::languageRows(); }
    void saveOpenRenameDeleteByKeys();
    void anEmptyViewSaysWhy_data() { test::languageRows(); }
    void anEmptyViewSaysWhy();
    void altDigitInASheetIsNotAView();

private:
    static QStringList titles(const BoardModel& model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all.append(QString::fromStdString(model.incidentAt(row)->title));
        }
        all.sort();
        return all;
    }
    [[nodiscard]] BoardFilter filter(const QString& typed) const
    {
        return BoardFilter(typed, test::samplePlan(), m_finder);
    }
    static void line(const QString& text)
    {
        test::PageRoom::key(Qt::Key_J, Qt::ControlModifier);
        test::PageRoom::type(text);
        test::PageRoom::key(Qt::Key_Return);
    }

    QTemporaryDir m_folder;
    plan::PlaceFinder m_finder{test::samplePlan()};
    Instant m_now = test::pictureMoment();
};

void tst_SavedViews::filters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found"); // titles
    const auto row = [](const char16_t* typed, const char* found) {
        const QString text = QString::fromUtf16(typed);
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(found);
    };
    row(u"", "gas,road,water");
    row(u"II", "gas");
    row(u"逾期", "gas"); // an early sign is watched, not late
    row(u"late", "gas");
    row(u"待处置", "gas,water");
    row(u"active", "road");
    row(u"未签", "road");
    row(u"公安", "road");
    row(u"ga", "gas,road"); // initials of the unit, and the title
    row(u"逾期 II", "gas");
    row(u"逾期，IV", "");
    row(u"-逾期", "road,water");
    row(u"非待处置", "road");
    row(u"gas late", "gas");
    row(u"苗头", "water");
    row(u"nothing of the kind", "");
}

void tst_SavedViews::filters()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    test::SampleIncident gas(1, m_now - 30min, test::plainReport("gas", plan::Grade::II));
    test::SampleIncident road(2, m_now - 5min, test::plainReport("road"));
    road.order(m_now - 3min, {"L01"});
    test::SampleIncident water(3, m_now - 30min, test::plainReport("water"));
    water.act(m_now - 1min, UnitCode("HQ"), model::WatchIncident{m_now + 72h, "-"});
    QStringList passed;
    const BoardFilter asked = filter(typed);
    for (const model::IncidentPtr& incident : {gas.get(), road.get(), water.get()}) {
        if (asked.passes(incident, m_now)) {
            passed.append(QString::fromStdString(incident->title));
        }
    }
    passed.sort();
    QCOMPARE(passed.join(QLatin1Char(',')), found);
}

void tst_SavedViews::answersAreFiltered_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    const auto row = [](const char16_t* typed, const char* found) {
        const QString text = QString::fromUtf16(typed);
        QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(found);
    };
    row(u"depth=40", "deep");
    row(u"积水深度=40", "deep");
    row(u"积水=40", "deep"); // the beginning of the name
    row(u"Water>=15", "deep,low");
    row(u"depth>15", "deep");
    row(u"depth<40", "low");
    row(u"depth≤40", "deep,low");
    row(u"depth=", "deep,low"); // any answer
    row(u"-depth=", "none");
    row(u"passable=no", "deep"); // kept by its Chinese name
    row(u"车辆通行=不能通行", "deep");
    row(u"old-field=x", "low"); // the plan does not have it any more
    row(u"depth=many", "");
}

void tst_SavedViews::answersAreFiltered()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    const auto with = [&](std::uint32_t serial, const char* title, std::vector<model::Fact> facts) {
        auto report = test::plainReport(title);
        report.kind = KindCode("flood.street");
        report.facts = std::move(facts);
        return test::SampleIncident(serial, m_now - 5min, report);
    };
    const auto deep = with(1, "deep", {{"depth", "40"}, {"passable", "不能通行"}});
    const auto low = with(2, "low", {{"depth", "15"}, {"old-field", "x"}});
    const auto none = with(3, "none", {});
    const auto words = std::make_shared<BoardWords>(
        test::samplePlan(), plan::readReportFields(SANZHEN_SOURCE_DIR "/resources/plans/wuhan"));
    const BoardFilter asked(typed, test::samplePlan(), m_finder, words);
    QStringList passed;
    for (const model::IncidentPtr& incident : {deep.get(), low.get(), none.get()}) {
        if (asked.passes(incident, m_now)) {
            passed.append(QString::fromStdString(incident->title));
        }
    }
    QCOMPARE(passed.join(QLatin1Char(',')), found);
}

void tst_SavedViews::negationTurnsEachRound()
{
    for (const auto& [id, incident] : test::sampleOperation(m_now, true)) {
        for (const char* word : {"late", "II", "pending", "unsigned", "gas"}) {
            const QString text = QString::fromLatin1(word);
            QVERIFY(
                filter(text).passes(incident, m_now)
                != filter(u'-' + text).passes(incident, m_now));
        }
    }
}

void tst_SavedViews::namesAreKeptRenamedDeleted()
{
    SavedViews views;
    using Fault = SavedViews::Fault;
    QCOMPARE(views.save(QStringLiteral("夜班"), QStringLiteral("late")), Fault::None);
    QCOMPARE(views.save(QStringLiteral("Gas"), QStringLiteral("gas")), Fault::None);
    QCOMPARE(views.save(QStringLiteral(" gas "), QStringLiteral("gas II")), Fault::None);
    QCOMPARE(views.all().size(), std::size_t{2}); // the same name keeps its place
    QCOMPARE(views.find(QStringLiteral("GAS"))->filter, QStringLiteral("gas II"));
    QCOMPARE(views.save(QStringLiteral("  "), QString()), Fault::NoName);
    QCOMPARE(views.rename(QStringLiteral("夜班"), QStringLiteral("gas")), Fault::Taken);
    QCOMPARE(views.rename(QStringLiteral("夜班"), QStringLiteral("夜班 2")), Fault::None);
    QCOMPARE(views.rename(QStringLiteral("nobody"), QStringLiteral("x")), Fault::Unknown);
    QCOMPARE(views.remove(QStringLiteral("gas")), Fault::None);
    QCOMPARE(views.remove(QStringLiteral("gas")), Fault::Unknown);
    QSettings settings;
    views.store(settings, QStringLiteral("v"));
    SavedViews other;
    other.load(settings, QStringLiteral("v"));
    QCOMPARE(other.all(), views.all());
    for (std::size_t i = other.all().size(); i < SavedViews::kMost; ++i) {
        QCOMPARE(other.save(QString::number(i), QStringLiteral("x")), Fault::None);
    }
    QCOMPARE(other.save(QStringLiteral("one more"), QStringLiteral("x")), Fault::Full);
}

void tst_SavedViews::wishesAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("other");
    const auto open = static_cast<int>(ViewWish::What::OpenOrSave);
    const auto remove = static_cast<int>(ViewWish::What::Remove);
    const auto rename = static_cast<int>(ViewWish::What::Rename);
    QTest::newRow("a name") << QStringLiteral("夜班") << open << QStringLiteral("夜班")
                            << QString();
    QTest::newRow("delete") << QStringLiteral("删 夜班") << remove << QStringLiteral("夜班")
                            << QString();
    QTest::newRow("delete, English") << QStringLiteral("delete Night shift") << remove
                                     << QStringLiteral("Night shift") << QString();
    QTest::newRow("rename") << QStringLiteral("改名 夜班 白班") << rename << QStringLiteral("夜班")
                            << QStringLiteral("白班");
    QTest::newRow("a view called delete")
        << QStringLiteral("delete") << open << QStringLiteral("delete") << QString();
}

void tst_SavedViews::wishesAreRead()
{
    QFETCH(const QString, typed);
    const ViewWish wish = viewWishOf(typed);
    QTEST(static_cast<int>(wish.what), "what");
    QTEST(wish.name, "name");
    QTEST(wish.other, "other");
}

void tst_SavedViews::theBoardIsNarrowedAndNothingElse()
{
    BoardModel model(test::samplePlan());
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    const auto all = test::sampleOperation(m_now, true);
    model.reset(all);
    const QStringList before = titles(model);
    const BoardFilter late = filter(QStringLiteral("late"));
    model.setSieve({late.text(), late.isTimed(), [late](const auto& incident, Instant now) {
                        return late.passes(incident, now);
                    }});
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.rowCount() < static_cast<int>(all.size()));
    QCOMPARE(model.totalCount(), static_cast<int>(all.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.incidentAt(row)->lampAt(m_now), model::Lamp::Late);
    }
    // A change outside the view does not come in, one that leaves it goes.
    desk::ChangeSet changes;
    changes.changed = {test::SampleIncident(900, m_now, test::plainReport("new"))};
    const int rows = model.rowCount();
    model.apply(changes);
    QCOMPARE(model.rowCount(), rows);
    QCOMPARE(model.totalCount(), static_cast<int>(all.size()) + 1);
    changes.changed.clear();
    changes.removed = {model.incidentAt(0)->id};
    model.apply(changes);
    QCOMPARE(model.rowCount(), rows - 1);
    model.reset(all);
    model.setSieve({});
    QCOMPARE(titles(model), before);
}

void tst_SavedViews::timeMovesWhatIsShownButNotUnderTheHand()
{
    BoardModel model(test::samplePlan());
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNow(m_now);
    model.reset(test::mapOf({test::SampleIncident(1, m_now, test::plainReport("soon late"))}));
    const BoardFilter late = filter(QStringLiteral("late"));
    model.setSieve({late.text(), late.isTimed(), [late](const auto& incident, Instant now) {
                        return late.passes(incident, now);
                    }});
    QCOMPARE(model.rowCount(), 0);
    model.hold(true);
    model.setNow(m_now + 20min);
    QCOMPARE(model.rowCount(), 0);
    model.hold(false);
    QCOMPARE(model.rowCount(), 1);
}

void tst_SavedViews::saveOpenRenameDeleteByKeys()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show({1366, 768}));
    QVERIFY(room.report(2, plan::Grade::II));
    QVERIFY(room.report(3, plan::Grade::IV, 3));
    const auto rows = [&] { return room.board().model()->rowCount(); };
    UNTIL_EQUAL(rows(), 5);
    auto* strip = room.find<ViewStrip>("viewStrip");
    QVERIFY(!strip->isVisible());
    line(isChinese ? QStringLiteral("筛 II") : QStringLiteral("filter II"));
    UNTIL_EQUAL(rows(), 2);
    QVERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(QStringLiteral("II")), qPrintable(strip->text()));
    QVERIFY(room.board().viewport()->geometry().top() >= strip->geometry().bottom());

    const QString name = isChinese ? QStringLiteral("重大") : QStringLiteral("grave");
    line((isChinese ? QStringLiteral("视图 ") : QStringLiteral("view ")) + name);
    UNTIL_EQUAL(room.page().seat().views().views().all().size(), std::size_t{1});
    QVERIFY(strip->text().contains(name));

    room.board().setFocus();
    room.key(Qt::Key_0, Qt::AltModifier);
    UNTIL_EQUAL(rows(), 5);
    QVERIFY(!strip->isVisible());
    room.key(Qt::Key_1, Qt::AltModifier);
    UNTIL_EQUAL(rows(), 2);
    QVERIFY(strip->text().contains(name));
    room.key(Qt::Key_2, Qt::AltModifier); // there is none: the board stays
    QCOMPARE(rows(), 2);
    room.key(Qt::Key_0, Qt::AltModifier);
    UNTIL_EQUAL(rows(), 5);

    room.key(Qt::Key_K, Qt::ControlModifier); // and by finding
    UNTIL_EQUAL(room.focused(), QStringLiteral("findEdit"));
    room.type(name);
    room.key(Qt::Key_Return);
    UNTIL_EQUAL(rows(), 2);

    const QString other = isChinese ? QStringLiteral("要紧") : QStringLiteral("urgent");
    line(
        (isChinese ? QStringLiteral("视图 改名 ") : QStringLiteral("view rename ")) + name + u' '
        + other);
    UNTIL(strip->text().contains(other));
    {
        test::PageRoom again(isChinese); // the same seat, started anew
        QVERIFY(again.show());
        QCOMPARE(again.page().seat().views().views().all().front().name, other);
    }
    room.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(room.window.get()));
    room.board().setFocus();
    line((isChinese ? QStringLiteral("视图 删 ") : QStringLiteral("view delete ")) + other);
    UNTIL(room.page().seat().views().views().all().empty());
    QCOMPARE(rows(), 2); // the filter stays on, without a name
    line(isChinese ? QStringLiteral("筛") : QStringLiteral("filter"));
    UNTIL_EQUAL(rows(), 5);
}

void tst_SavedViews::anEmptyViewSaysWhy()
{
    QFETCH(const bool, isChinese);
    test::PageRoom room(isChinese);
    QVERIFY(room.show());
    QVERIFY(room.report(2));
    UNTIL_EQUAL(room.board().model()->rowCount(), 2);
    room.board().setLink(test::liveLink(room.clock.now()));
    line(isChinese ? QStringLiteral("筛 苗头") : QStringLiteral("filter watched"));
    UNTIL_EQUAL(room.board().model()->rowCount(), 0);
    room.board().setLink(test::liveLink(room.clock.now()));
    const QString why = room.board().emptyText(Pane::Pending);
    QVERIFY2(
        why.contains(isChinese ? QStringLiteral("苗头") : QStringLiteral("watched")),
        qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("Alt+0")), qPrintable(why));
    QVERIFY2(why.contains(QStringLiteral("2")), qPrintable(why));
}

void tst_SavedViews::altDigitInASheetIsNotAView()
{
    test::PageRoom room;
    QVERIFY(room.show());
    QVERIFY(room.report(1));
    room.page().seat().views().filter(QStringLiteral("III"));
    room.page().seat().views().wish(QStringLiteral("third"));
    room.page().seat().views().open(0);
    UNTIL_EQUAL(room.board().model()->rowCount(), 1);
    room.key(Qt::Key_F2);
    UNTIL_EQUAL(room.focused(), QStringLiteral("narrativeEdit"));
    room.key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(room.board().model()->rowCount(), 1);
}

QTEST_MAIN(tst_SavedViews)
#include "tst_SavedViews.moc"
