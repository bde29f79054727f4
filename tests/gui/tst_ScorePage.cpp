// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+4: units, figures and their rows by keys, over a log a desk really has on its disk.
#include "tests/gui/ScoreRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/common/Durations.h"
#include "widgets/score/FigureRows.h"
#include "widgets/score/FigureRowsModel.h"
#include "widgets/score/ReportTable.h"
#include "widgets/score/ScoreModel.h"
#include "widgets/score/ScorePage.h"

#include <QFile>
#include <QSignalSpy>

#include <set>

using namespace sz;
using namespace sz::widgets;
using sz::test::kReportNow;
using sz::test::ToldDesk;
using sz::test::waitFor;

namespace {

/// A page in a window of its own, read to its end.
struct Page
{
    explicit Page(const ToldDesk& desk) : page(desk.ground(), PostCode("HQ-chief"), clock, theme)
    {
        page.resize(1320, 700);
        page.show();
        page.activateWindow();
        page.open();
    }
    [[nodiscard]] bool isMade() const
    {
        return waitFor([this] { return !page.isBusy(); });
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return page.findChild<T*>(QLatin1StringView(name));
    }
    [[nodiscard]] ReportTable* table() const { return find<ReportTable>("scoreTable"); }
    [[nodiscard]] ReportTable* rows() const { return find<ReportTable>("figureRowsTable"); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    /// To a column of the current row, by arrows.
    void toColumn(ScoreColumn column) const
    {
        while (table()->currentIndex().column() < static_cast<int>(column)) {
            key(Qt::Key_Right);
        }
        while (table()->currentIndex().column() > static_cast<int>(column)) {
            key(Qt::Key_Left);
        }
    }
    [[nodiscard]] QString cell(int row, ScoreColumn column)
    {
        return page.model().index(row, static_cast<int>(column)).data().toString();
    }
    [[nodiscard]] QString status() const { return find<QLabel>("scoreStatus")->text(); }

    ThemeSource theme;
    ManualClock clock{kReportNow};
    ScorePage page;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_ScorePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_entries = m_desk.tell();
        QVERIFY(m_entries > 50);
    }

    void everyFigureOpensItsRowsByKeys()
    {
        const Page page(m_desk);
        QVERIFY(page.isMade());
        QVERIFY(page.table()->model()->rowCount() > 5);
        QCOMPARE(QApplication::focusWidget(), page.table());
        for (const ScoreColumn column :
             {ScoreColumn::Counted, ScoreColumn::Done, ScoreColumn::Warned, ScoreColumn::Late,
              ScoreColumn::Returns}) {
            page.toColumn(column);
            const QString value = page.table()->currentIndex().data().toString();
            page.key(Qt::Key_Return);
            QCOMPARE(QString::number(page.rows()->model()->rowCount()), value);
            page.table()->setFocus();
        }
    }

    void aRowLeadsToItsIncident()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        const QSignalSpy wanted(&page.page, &ScorePage::incidentRequested);
        page.toColumn(ScoreColumn::Counted);
        page.key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), page.rows());
        page.key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!wanted[0][0].value<IncidentId>().empty());
    }

    void aLateRowSaysByHowMuch()
    {
        const Page page(m_desk);
        QVERIFY(page.isMade());
        page.toColumn(ScoreColumn::Late);
        while (page.table()->currentIndex().data().toString() == QStringLiteral("0")) {
            page.key(Qt::Key_Down);
        }
        page.key(Qt::Key_Return);
        const auto& model = page.find<FigureRows>("scoreRows")->model();
        QVERIFY(model.rowCount() > 0);
        for (int row = 0; row < model.rowCount(); ++row) {
            const report::Row& one = model.rowAt(row);
            const QString words = model.index(row, 3).data().toString();
            QCOMPARE(words, countdownText(*one.due - one.ended.value_or(kReportNow)));
            QVERIFY(
                words.endsWith(QStringLiteral("late"))
                && !words.startsWith(QStringLiteral("00:00")));
        }
    }

    void aPercentileShowsWhichRowItIs()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        page.page.model().sortBy(ScoreColumn::Counted); // who has most
        page.table()->setCurrentIndex(page.page.model().index(0, 0));
        page.toColumn(ScoreColumn::P50);
        const QString median = page.table()->currentIndex().data().toString();
        page.key(Qt::Key_Return);
        const auto& model = page.find<FigureRows>("scoreRows")->model();
        const std::size_t n = static_cast<std::size_t>(model.rowCount());
        QVERIFY(n > 0);
        const int rank = static_cast<int>(report::nearestRank(n, 50)) - 1;
        QCOMPARE(model.rowAt(page.rows()->currentIndex().row()).value, model.rowAt(rank).value);
        const QString took = page.rows()->currentIndex().siblingAtColumn(3).data().toString();
        QVERIFY2(
            took.contains(median) || took.contains(QStringLiteral("late")),
            qPrintable(took + QStringLiteral(" / ") + median));
    }

    void sortedByTheColumnUnderTheCursor()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        page.toColumn(ScoreColumn::Counted);
        page.key(Qt::Key_S);
        const int rows = page.page.model().rowCount();
        for (int row = 1; row < rows; ++row) {
            QVERIFY(
                page.cell(row - 1, ScoreColumn::Counted).toInt()
                >= page.cell(row, ScoreColumn::Counted).toInt());
        }
        QVERIFY(
            page.page.model()
                .headerData(static_cast<int>(ScoreColumn::Counted), Qt::Horizontal, Qt::DisplayRole)
                .toString()
                .endsWith(QStringLiteral("↓")));
        page.key(Qt::Key_S);
        QVERIFY(
            page.cell(0, ScoreColumn::Counted).toInt()
            <= page.cell(rows - 1, ScoreColumn::Counted).toInt());
        QVERIFY(
            page.cell(0, ScoreColumn::Counted).toInt()
            < page.cell(rows - 1, ScoreColumn::Counted).toInt());
    }

    void timesOfTheNextStep()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        const auto head = [&] {
            return page.page.model()
                .headerData(static_cast<int>(ScoreColumn::P50), Qt::Horizontal, Qt::DisplayRole)
                .toString();
        };
        std::set<QString> heads;
        for (int i = 0; i < 4; ++i) {
            heads.insert(head());
            page.key(Qt::Key_T);
        }
        QCOMPARE(heads.size(), 4U);
        QVERIFY(heads.contains(head())); // round again
    }

    void anotherPeriodByKeys()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        const int month = page.page.model().rowCount();
        QVERIFY(page.status().contains(QStringLiteral("entries")));
        auto* shift = page.page.findChild<QAbstractButton*>(QStringLiteral("segmentButton0"));
        QVERIFY(shift != nullptr);
        shift->setFocus();
        page.key(Qt::Key_Space);
        QVERIFY(page.isMade());
        QVERIFY(page.page.model().rowCount() <= month);
        // long before anything: nobody
        page.clock.set(kReportNow - std::chrono::days(400));
        page.page.open();
        QVERIFY(page.isMade());
        QCOMPARE(page.page.model().rowCount(), 0);
        const auto* empty = page.find<QWidget>("scoreEmpty");
        QVERIFY(empty->isVisible());
    }

    void recomputedItAgrees()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        const QSignalSpy said(&page.page, &ScorePage::said);
        page.key(Qt::Key_R);
        QVERIFY(page.isMade());
        QCOMPARE(said.size(), 1);
        const QString wanted = QStringLiteral("%1 figures agree")
                                   .arg(QLocale().toString(page.page.model().rowCount() * 46));
        QVERIFY2(said[0][0].toString().endsWith(wanted), qPrintable(said[0][0].toString()));
    }

    void exportedItCanBeReadAgain()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        QString suggested;
        const QString json = m_desk.file(QStringLiteral("out.json"));
        page.page.setAskPath([&](const QString& name, const std::function<void(QString)>& then) {
            suggested = name;
            then(json);
        });
        page.key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(suggested, QStringLiteral("score-2019-10-17.json"));
        const auto sheet = report::readSheet(contentOf(json).toStdString());
        QVERIFY(sheet.has_value());
        QCOMPARE(static_cast<int>(sheet->units.size()), page.page.model().rowCount());
        QCOMPARE(sheet->head, m_entries);
        QVERIFY(!sheet->planDigest.empty());
        const QString csv = m_desk.file(QStringLiteral("out.csv"));
        page.page.exportTo(csv);
        QCOMPARE(contentOf(csv).count('\n'), page.page.model().rowCount() + 1);
    }

    void whyThereIsNoScore()
    {
        Page page(m_desk);
        QVERIFY(page.isMade());
        bool isTold = false;
        for (int row = 0; row < page.page.model().rowCount(); ++row) {
            isTold =
                isTold || page.cell(row, ScoreColumn::Score) == QStringLiteral("sample too small");
        }
        QVERIFY(isTold);
        QVERIFY(page.find<QLabel>("scoreFormula")
                    ->text()
                    .startsWith(QStringLiteral("score = 60 × done in time")));
        QVERIFY(page.find<QLabel>("scorePoints")->text().contains(QStringLiteral("sum")));
    }

    void inChinese()
    {
        const sz::test::ChineseScreen chinese;
        Page page(m_desk);
        QVERIFY(page.isMade());
        QVERIFY(page.find<QLabel>("scoreFormula")
                    ->text()
                    .startsWith(QStringLiteral("得分 = 60 × 按时办结率")));
        const auto titleOf = [&](ScoreColumn column) {
            page.table()->setFocus();
            page.toColumn(column);
            page.key(Qt::Key_Return);
            return page.find<QWidget>("figureRowsTitle")->accessibleName();
        };
        const QString some = titleOf(ScoreColumn::Counted);
        QVERIFY2(some.contains(QStringLiteral("应办")), qPrintable(some));
        QVERIFY2(some.endsWith(QStringLiteral("从哪里来")), qPrintable(some));
        const QString none = titleOf(ScoreColumn::Late); // the best one was never late
        QVERIFY2(none.endsWith(QStringLiteral("逾期：无")), qPrintable(none));
        QVERIFY(!page.rows()->isVisible());
        for (int column = 0; column < kScoreColumns; ++column) {
            const QString head =
                page.page.model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            const bool isPercent = head == QStringLiteral("p90") || head == QStringLiteral("p95");
            QVERIFY2(
                isPercent
                    || std::ranges::any_of(head, [](QChar c) { return c.unicode() > 0x4E00; }),
                qPrintable(head));
        }
    }

    void aDeskWithoutALogSaysSo()
    {
        const ToldDesk fresh;
        const Page page(fresh);
        QVERIFY(page.isMade());
        QVERIFY(page.find<QWidget>("scoreEmpty")->isVisible());
        QCOMPARE(page.table()->model()->rowCount(), 0);
    }

    void everythingHasAName()
    {
        const Page page(m_desk);
        QVERIFY(page.isMade());
        QCOMPARE(sz::test::namelessIn(page.page), QStringList());
    }

private:
    ToldDesk m_desk;
    std::size_t m_entries = 0;
};

QTEST_MAIN(tst_ScorePage)
#include "tst_ScorePage.moc"
