// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The import wizard: columns are chosen in each form a sheet can have, and are there again the next time.
#include "tests/gui/RosterRoom.h"
#include "widgets/roster/RosterImport.h"

#include <QComboBox>
#include <QListWidget>

#include <fstream>

using namespace sz;
using namespace sz::widgets;
using sz::test::RosterRoom;
using sz::test::waitFor;

namespace {

using Names = std::vector<std::string>;

struct Wizard : RosterRoom
{
    [[nodiscard]] bool read(const char* name, const char* text)
    {
        const QString file = folder.filePath(QString::fromUtf8(name));
        std::ofstream(file.toStdString(), std::ios::binary) << text;
        page->setNextFile(file);
        page->grid().setFocus();
        key(Qt::Key_O);
        return waitFor([&] { return sheet().reading() != nullptr; });
    }
    [[nodiscard]] RosterImport& sheet() const { return page->importSheet(); }
    [[nodiscard]] QComboBox& box(const char* name) const
    {
        return *sheet().findChild<QComboBox*>(QLatin1StringView(name));
    }
    /// By hand: the item whose text has these words.
    [[nodiscard]] bool choose(const char* name, const char* words)
    {
        QComboBox& combo = box(name);
        const int at = combo.findText(QString::fromUtf8(words), Qt::MatchContains);
        if (at < 0) {
            return false;
        }
        const auto before = sheet().reading();
        combo.setCurrentIndex(at);
        Q_EMIT combo.activated(at);
        return combo.objectName() == QStringLiteral("rosterPeopleColumn")
               || waitFor([&] { return sheet().reading() != before; });
    }
    [[nodiscard]] std::size_t duties() const { return sheet().reading()->sheets.duties.size(); }
    [[nodiscard]] bool bringIn()
    {
        QTest::keyClick(
            sheet().findChild<QWidget*>(QStringLiteral("rosterFileEdit")), Qt::Key_Return,
            Qt::ControlModifier);
        return waitFor([&] { return sheet().reading() == nullptr; });
    }
};

} // namespace

class tst_RosterColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Days across: the row of the days, the columns of posts and shifts. Nobody can guess that the second column is the post.
    void daysAcross()
    {
        Wizard w;
        QVERIFY(w.isReady());
        const char* text = "10月值班表,,,,\n甲,乙,丙,18日,19日\nx,值班长,白班,王伟,李娜\n"
                           "x,值班长,夜班,赵敏,钱进\n";
        QVERIFY(w.read("十月.csv", text));
        QVERIFY(w.choose("rosterForm", "日期横排") || w.choose("rosterForm", "days across"));
        QCOMPARE(w.sheet().reading()->mapping.layout, roster::Layout::Grid);
        QVERIFY(w.box("rosterColumn1").isVisible());
        QVERIFY(!w.box("rosterColumn5").isVisible()); // people are in every column of a day
        QVERIFY(w.choose("rosterColumn1", "18"));
        QVERIFY(w.choose("rosterColumn3", "B "));
        QVERIFY(w.choose("rosterColumn2", "C "));
        QCOMPARE(w.duties(), 4U);
        QVERIFY(w.bringIn());
        QVERIFY(waitFor([&] { return w.people("HQ-chief", 18, 20) == Names{"赵敏"}; }));
        // The next sheet of that form is read with the columns that were chosen.
        QVERIFY(w.read("十月下.csv", "x,,,\n甲,乙,丙,17日\nx,值班长,夜班,孙悦\n"));
        QVERIFY(!w.sheet().reading()->isGuessed);
        QCOMPARE(w.duties(), 1U);
        QCOMPARE(w.box("rosterColumn3").currentData().toInt(), 1);
    }

    // A row a day: each column of people is of a post.
    void aColumnForEachPost()
    {
        Wizard w;
        QVERIFY(w.isReady());
        QVERIFY(w.read("按天.csv", "日期,班次,值班长,老张那边\n10月18日,夜班,王伟,李娜\n"));
        QCOMPARE(w.duties(), 1U);
        QCOMPARE(w.sheet().reading()->sheets.columnsNotRead.size(), 1U);
        QVERIFY(w.choose("rosterPeopleColumn", "老张那边"));
        QCOMPARE(w.box("rosterPeoplePost").currentData().toString(), QString());
        QVERIFY(w.choose("rosterPeoplePost", "副班") || w.choose("rosterPeoplePost", "Deputy"));
        QCOMPARE(w.duties(), 2U);
        QVERIFY(w.sheet().reading()->sheets.columnsNotRead.empty());
        QCOMPARE(
            w.box("rosterPeopleColumn").currentText(),
            QStringLiteral(u"D 老张那边")); // nothing moved
        QCOMPARE(w.box("rosterPeoplePost").currentData().toString(), QStringLiteral("HQ-deputy"));
        QVERIFY(w.bringIn());
        QVERIFY(waitFor([&] { return w.people("HQ-deputy", 18, 20) == Names{"李娜"}; }));
        QVERIFY(w.read("按天2.csv", "日期,班次,值班长,老张那边\n10月17日,夜班,赵敏,钱进\n"));
        QVERIFY(!w.sheet().reading()->isGuessed);
        QCOMPARE(w.duties(), 2U);
        QVERIFY(w.choose("rosterPeopleColumn", "老张那边"));
        QVERIFY(w.choose("rosterPeoplePost", "—"));
        QCOMPARE(w.duties(), 1U);
    }

    // The cell that is wrong is named, once, with all the people who wait for it.
    void theWrongCellIsNamed()
    {
        Wizard w;
        QVERIFY(w.isReady());
        QVERIFY(w.read(
            "腊月.csv", "日期,班次,值班长,副班\n10月18日,夜班,王伟,李娜\n"
                        "10月19日,夜班,王伟,李娜\n腊月三十,夜班,赵敏,钱进\n"));
        auto* refused = w.sheet().findChild<QListWidget*>(QStringLiteral("refusedCells"));
        QCOMPARE(refused->count(), 1);
        const QString text = refused->item(0)->text();
        QVERIFY2(text.startsWith(QStringLiteral("A4 ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("腊月三十")), qPrintable(text));
        QVERIFY2(text.contains(u'2'), qPrintable(text));
        QCOMPARE(w.sheet().reading()->sheets.refusedPeople(), 2U);
        QCOMPARE(w.sheet().reading()->sheets.cells, w.duties() + 2U);
    }
};

QTEST_MAIN(tst_RosterColumns)
#include "tst_RosterColumns.moc"
