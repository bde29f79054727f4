// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map on paper: words that are words, on a page of the right size, with what a map must say.
#include "maps/view/MapPanel.h"
#include "tests/gui/TimeRoom.h"
#include "widgets/ground/LayerBook.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PrintActs.h"
#include "widgets/shell/Replaying.h"
#include "widgets/shell/ReplayPage.h"

#include <QFile>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>

using namespace sz;
using namespace sz::widgets;

class tst_PrintMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_folder); }
    void init() { QSettings().clear(); }

    void holdsItsWords_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<bool>("isLarge");
        QTest::addColumn<QStringList>("words");
        const QStringList english{"Legend",  "data as of|never heard",
                                  "zone",    "district",
                                  "river",   "WGS-84",
                                  "printed", "1 : \\d",
                                  " km",     "late",
                                  "(?m)^N$", "GeoNames"};
        const QStringList chinese{"图例",     "从未|截至",    "片区",    "江河",
                                  "WGS-84",   "1 : \\d",      " km",     "逾期",
                                  "汉\\s*口", "(?m)(^| )北$", "GeoNames"};
        QTest::newRow("en A4") << false << false << english;
        QTest::newRow("en A3") << false << true << english;
        QTest::newRow("zh_CN A4") << true << false << chinese;
        QTest::newRow("zh_CN A3") << true << true << chinese;
    }

    void holdsItsWords()
    {
        QFETCH(const bool, isChinese);
        QFETCH(const bool, isLarge);
        QFETCH(const QStringList, words);
        test::TimeRoom room(isChinese);
        QVERIFY(open(room));
        const QString file = m_folder.filePath(QStringLiteral("map.pdf"));
        QVERIFY(saved(room, file, isLarge));
        if (qEnvironmentVariableIsSet("KEEP_PDF")) {
            QFile::copy(file, qEnvironmentVariable("KEEP_PDF"));
        }
        const QString text = textOf(file, QStringLiteral("pdftotext"), {"-raw", file, "-"});
        for (const QString& word : words) {
            QVERIFY2(
                text.contains(QRegularExpression(word)), qPrintable(word + " not in\n" + text));
        }
        const QString facts = textOf(file, QStringLiteral("pdfinfo"), {file});
        const QRegularExpression size(QStringLiteral("Page size:\\s+([\\d.]+) x ([\\d.]+)"));
        const auto found = size.match(facts);
        QVERIFY2(found.hasMatch(), qPrintable(facts));
        QVERIFY(std::abs(found.captured(1).toDouble() - (isLarge ? 1190.5 : 841.9)) < 2);
        QVERIFY(std::abs(found.captured(2).toDouble() - (isLarge ? 841.9 : 595.3)) < 2);
        QVERIFY(facts.contains(QRegularExpression(QStringLiteral("Pages:\\s+1\\s"))));
    }

    void showsWhatTheScreenShows()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        const auto sheet = room.page().seat().print().sheet();
        QVERIFY(sheet.has_value());
        const QSizeF page = maps::sheetSize(QPageSize::A4);
        const maps::CameraState paper = maps::sheetCamera(*sheet, page);
        const maps::MercatorBox screen = sheet->camera.visible();
        const maps::MercatorBox shown = paper.visible();
        QVERIFY(shown.min.x <= screen.min.x + 1e-9 && shown.max.x >= screen.max.x - 1e-9);
        QVERIFY(shown.min.y <= screen.min.y + 1e-9 && shown.max.y >= screen.max.y - 1e-9);
        QCOMPARE(sheet->marks.size(), room.page().mapArea().panel().marks().size());
        QVERIFY(!sheet->marks.empty());
        // A centimetre of paper is as long as the scale says.
        const double metres = maps::metresPerPixel(paper.centre, paper.zoom) * 96 / 2.54;
        const double said = maps::sheetScale(*sheet, page) / 100.0;
        QVERIFY2(std::abs(metres / said - 1) < 0.006, qPrintable(QString::number(metres / said)));
    }

    // Layers that are on the screen are on the sheet, and named in its legend.
    void layersAreOnTheSheet()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        LayerActs& layers = room.page().seat().layers();
        QVERIFY(
            !room.page().seat().print().sheet()->drawings
            || room.page().seat().print().sheet()->words.drawings.empty());
        const QString csv = m_folder.filePath(QStringLiteral("hospitals.csv"));
        QFile out(csv);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("name,lon,lat\nEast Lake Hospital,114.36,30.55\n");
        out.close();
        layers.addFile(csv, QStringLiteral("City hospitals"), {});
        layers.setState(layerId(OwnLayer::KeyPlaces), {true, 100});
        layers.setState(layerId(OwnLayer::Heat), {true, 100});
        UNTIL(layers.isSettled() && room.page().mapArea().panel().overlays() != nullptr);
        const auto sheet = room.page().seat().print().sheet();
        QVERIFY(sheet && sheet->drawings && sheet->drawings->heat);
        const QString file = m_folder.filePath(QStringLiteral("layers.pdf"));
        QVERIFY(saved(room, file, false));
        const QString text = textOf(file, QStringLiteral("pdftotext"), {"-raw", file, "-"});
        for (const char* word : {"City hospitals", "Key places"}) {
            QVERIFY2(text.contains(QLatin1StringView(word)), qPrintable(text));
        }
        layers.setState(layerId(OwnLayer::Marks), {false, 100});
        UNTIL(layers.isSettled());
        QVERIFY(room.page().seat().print().sheet()->marks.empty());
        // More than the paper holds: told, not cut off.
        for (int i = 0; i < 12; ++i) {
            layers.addFile(csv, QStringLiteral("Hospitals %1").arg(i), {});
        }
        UNTIL(layers.isSettled());
        QVERIFY(saved(room, file, false));
        const QString more = textOf(file, QStringLiteral("pdftotext"), {"-raw", file, "-"});
        QVERIFY2(
            more.contains(QRegularExpression(QStringLiteral("and \\d+ more"))), qPrintable(more));
    }

    void thePastSaysSo()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        room.key(Qt::Key_H, Qt::ControlModifier);
        UNTIL(room.page().replaying().page().isSettled());
        room.key(Qt::Key_Home);
        UNTIL(room.page().replaying().page().past()->position == 1);
        const QString file = m_folder.filePath(QStringLiteral("past.pdf"));
        QVERIFY(saved(room, file, false));
        const QString text = textOf(file, QStringLiteral("pdftotext"), {"-raw", file, "-"});
        QVERIFY2(text.contains(QStringLiteral("PAST")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("12:22:10")), qPrintable(text));
    }

    void byKey()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        const QString file = m_folder.filePath(QStringLiteral("key.pdf"));
        room.page().seat().print().setAskPath(
            [&](const QString& suggested, const std::function<void(QString)>& then) {
                QVERIFY(suggested.endsWith(QStringLiteral(".pdf")));
                then(file);
            });
        room.board().setFocus();
        room.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* menu = room.window->findChild<QMenu*>(QStringLiteral("printMenu"));
        QVERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return); // A4 comes first
        UNTIL(QFile::exists(file));
    }

    void aFolderThatCannotBeWritten()
    {
        test::TimeRoom room;
        QVERIFY(open(room));
        QString said;
        connect(&room.page().seat().print(), &PrintActs::said, this, [&said](const QString& text) {
            said = text;
        });
        ask(room, QStringLiteral("/nonexistent/map.pdf"));
        room.page().seat().print().savePdf(QPageSize::A4);
        UNTIL(!said.isEmpty());
        QVERIFY2(said.contains(QStringLiteral("/nonexistent/map.pdf")), qPrintable(said));
    }

private:
    static bool open(test::TimeRoom& room)
    {
        room.tell();
        if (!room.show()) {
            return false;
        }
        room.ticks.tick();
        return test::waitFor([&] {
            return room.desk->incidents().size() == 3 && room.page().mapArea().panel().isSettled()
                   && room.page().mapArea().panel().boundaries() != nullptr
                   && !room.page().mapArea().panel().marks().empty();
        });
    }
    static void ask(const test::TimeRoom& room, const QString& file)
    {
        room.page().seat().print().setAskPath(
            [file](const QString&, const std::function<void(QString)>& then) { then(file); });
    }
    static bool saved(const test::TimeRoom& room, const QString& file, bool isLarge)
    {
        QFile::remove(file);
        ask(room, file);
        room.page().seat().print().savePdf(isLarge ? QPageSize::A3 : QPageSize::A4);
        return test::waitFor([&] { return QFile::exists(file); });
    }
    static QString textOf(const QString& file, const QString& tool, const QStringList& arguments)
    {
        QProcess process;
        process.start(tool, arguments);
        process.waitForFinished();
        // Some Han glyphs stand for two letters that look the same, and a PDF names the first.
        const QString out = QString::fromUtf8(process.readAllStandardOutput())
                                .normalized(QString::NormalizationForm_KC);
        return out.isEmpty() ? QStringLiteral("%1 says nothing of %2").arg(tool, file) : out;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_PrintMap)
#include "tst_PrintMap.moc"
