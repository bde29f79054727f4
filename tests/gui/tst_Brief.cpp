// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// F8: the brief is drafted, its numbers open their rows, it is copied, saved and printed.
#include "tests/gui/ScoreRoom.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/score/BriefPage.h"
#include "widgets/score/BriefText.h"
#include "widgets/score/FigureRows.h"
#include "widgets/score/ReportTable.h"

#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QTextDocument>

using namespace sz;
using namespace sz::widgets;
using sz::test::kReportNow;
using sz::test::ToldDesk;
using sz::test::waitFor;

namespace {

struct Room
{
    explicit Room(const ToldDesk& desk)
        : page(desk.ground(), UnitCode("HQ"), PostCode("HQ-chief"), clock, theme)
    {
        page.resize(900, 700);
        page.show();
        page.activateWindow();
        page.open();
    }
    [[nodiscard]] bool isMade() const
    {
        return waitFor([this] { return !page.isBusy(); });
    }
    [[nodiscard]] QTextBrowser* paper() const
    {
        return page.findChild<QTextBrowser*>(QStringLiteral("briefPaper"));
    }
    [[nodiscard]] ReportTable* rows() const
    {
        return page.findChild<ReportTable*>(QStringLiteral("figureRowsTable"));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }

    ThemeSource theme;
    ManualClock clock{kReportNow};
    BriefPage page;
};

/// The number after some words: "open: 12" → 12.
int numberAfter(const QString& text, const QString& words)
{
    const auto at = text.indexOf(words);
    if (at < 0) {
        return -1;
    }
    QString digits;
    for (const QChar c : text.mid(at + words.size()).trimmed()) {
        if (!c.isDigit() && c != u',') {
            break;
        }
        digits += c.isDigit() ? QString(c) : QString();
    }
    return digits.isEmpty() ? -1 : digits.toInt();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Brief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QVERIFY(m_desk.tell() > 50);
    }

    // Not the plan's fixed times: the planner wrote the chief's day from nine to seven.
    void theShiftIsAsTheRosterHasIt()
    {
        const auto planned =
            plan::dutyAt(*sz::test::samplePlan(), PostCode("HQ-chief"), kReportNow);
        QVERIFY(planned);
        model::CellEdit edit;
        edit.post = planned->post;
        edit.day = 18'186;
        edit.shift = planned->shiftZh;
        edit.from = planned->from + Minutes(30);
        edit.until = planned->until - Minutes(90);
        edit.people = {"王伟"};
        auto state = std::make_shared<model::ShiftState>();
        state->cells[{edit.post, edit.day, edit.shift}].standing.edit = edit;
        ReportGround ground = m_desk.ground();
        ground.shift = [state] { return state; };
        const auto wish = wishFor(ground, PostCode("HQ-chief"), ReportSpan::Shift, kReportNow);
        QCOMPARE(toUtcMs(wish.period.from), toUtcMs(edit.from));
        QCOMPARE(toUtcMs(wish.nextChange), toUtcMs(edit.until));
    }

    void theFiguresAreThoseOfTheLog()
    {
        const Room room(m_desk);
        QVERIFY(room.isMade());
        const QString text = room.page.plainText();
        std::size_t open = 0;
        std::size_t received = 0;
        const auto wish =
            wishFor(m_desk.ground(), PostCode("HQ-chief"), ReportSpan::Shift, kReportNow);
        for (const auto& [id, incident] : sz::test::sampleOperation(kReportNow, true)) {
            open += incident->state != model::IncidentState::Closed ? 1U : 0U;
            received += wish.period.holds(incident->reportedAt) ? 1U : 0U;
        }
        QVERIFY(open > 0);
        QCOMPARE(numberAfter(text, QStringLiteral("open:")), static_cast<int>(open));
        QCOMPARE(numberAfter(text, QStringLiteral("Reports taken:")), static_cast<int>(received));
        QVERIFY2(text.contains(QStringLiteral("1. As a whole")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Due before")));
        QVERIFY(text.contains(QStringLiteral("Made from the log #")));
    }

    void everyNumberOpensItsRows()
    {
        const Room room(m_desk);
        QVERIFY(room.isMade());
        QCOMPARE(QApplication::focusWidget(), room.paper());
        room.key(Qt::Key_Tab); // reports taken
        room.key(Qt::Key_Return);
        QCOMPARE(
            room.rows()->model()->rowCount(),
            numberAfter(room.page.plainText(), QStringLiteral("Reports taken:")));
        for (int i = 0; i < 4; ++i) { // closed, merged, open, late
            room.paper()->setFocus();
            room.key(Qt::Key_Tab);
            room.key(Qt::Key_Return);
        }
        QCOMPARE(
            room.rows()->model()->rowCount(),
            numberAfter(room.page.plainText(), QStringLiteral("of these late:")));
    }

    void aRowLeadsToItsIncident()
    {
        const Room room(m_desk);
        QVERIFY(room.isMade());
        const QSignalSpy wanted(&room.page, &BriefPage::incidentRequested);
        room.key(Qt::Key_Tab);
        room.key(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), room.rows());
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void theDayIsMoreThanTheShift()
    {
        const Room room(m_desk);
        QVERIFY(room.isMade());
        const int shift = numberAfter(room.page.plainText(), QStringLiteral("Reports taken:"));
        auto* day = room.page.findChild<QAbstractButton*>(QStringLiteral("segmentButton1"));
        day->setFocus();
        room.key(Qt::Key_Space);
        QVERIFY(room.isMade());
        QVERIFY(numberAfter(room.page.plainText(), QStringLiteral("Reports taken:")) >= shift);
        QVERIFY(room.page.plainText().contains(QStringLiteral("00:00")));
    }

    void copiedSavedAndPrinted()
    {
        Room room(m_desk);
        QVERIFY(room.isMade());
        room.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), room.page.plainText());
        QStringList suggested;
        const auto answer = [&](const QString& as) {
            room.page.setAskPath(
                [&, as](const QString& name, const std::function<void(QString)>& then) {
                    suggested.append(name);
                    then(as);
                });
        };
        const QString text = m_desk.file(QStringLiteral("brief.txt"));
        answer(text);
        room.key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(QString::fromUtf8(contentOf(text)), room.page.plainText() + u'\n');
        const QString pdf = m_desk.file(QStringLiteral("brief.pdf"));
        answer(pdf);
        room.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(contentOf(pdf).startsWith("%PDF-"));
        QVERIFY(contentOf(pdf).size() > 2000);
        QCOMPARE(
            suggested, (QStringList{
                           QStringLiteral("brief-2019-10-17-1423.txt"),
                           QStringLiteral("brief-2019-10-17-1423.pdf")}));
    }

    void inChinese()
    {
        const sz::test::ChineseScreen chinese;
        Room room(m_desk);
        QVERIFY(room.isMade());
        const QString text = room.page.plainText();
        QVERIFY2(text.startsWith(QStringLiteral("值班要情")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("一、总体")), qPrintable(text));
        QVERIFY(numberAfter(text, QStringLiteral("在办")) > 0);
        QVERIFY2(!text.contains(QStringLiteral("续报零")), qPrintable(text));
        room.key(Qt::Key_Tab);
        room.key(Qt::Key_Return);
        QVERIFY(room.rows()->model()->rowCount() > 0);
    }

    // Words from a report are words, whatever they look like.
    void markupStaysText()
    {
        auto incident = std::make_shared<model::Incident>();
        incident->id = IncidentId("i1");
        incident->title = "<b>bold</b> & <a href=\"rows:0\">x</a>";
        incident->grade = plan::Grade::I;
        incident->reportedAt = kReportNow;
        incident->hops = {{UnitCode("HQ"), {}, {}, kReportNow, std::nullopt}};
        const model::IncidentPtr one = incident;
        const auto plan = sz::test::samplePlan();
        const report::Brief brief = report::makeBrief(
            *plan, std::span(&one, 1), {kReportNow, kReportNow + Minutes{1}}, kReportNow,
            kReportNow);
        const auto draft = draftBrief(*plan, brief, {}, UnitCode("HQ"), {});
        QVERIFY(!draft.html.contains(QStringLiteral("<b>bold")));
        QVERIFY(draft.html.contains(QStringLiteral("&lt;b&gt;bold")));
    }

    void aDeskWithoutALogSaysSo()
    {
        const ToldDesk fresh;
        const Room room(fresh);
        QVERIFY(room.isMade());
        QVERIFY(room.page.plainText().isEmpty());
        QVERIFY(room.page.findChild<QWidget*>(QStringLiteral("briefStatus"))
                    ->accessibleName()
                    .contains(QStringLiteral("no log yet")));
    }

    // What kinds ask for: numbers are added up, words are counted, and both open the incidents they come from.
    void answersAreAddedUp()
    {
        using namespace std::chrono_literals;
        const auto gas = [](std::uint32_t serial, std::vector<model::Fact> facts) {
            model::ReportIncident report = sz::test::plainReport("Van with cylinders");
            report.kind = KindCode("gas.cylinders");
            report.facts = std::move(facts);
            return sz::test::SampleIncident(serial, kReportNow - 1h, report).get();
        };
        const std::vector<model::IncidentPtr> all{
            gas(1, {{"cylinders", "32"}, {"leak", "无"}}),
            gas(2, {{"cylinders", "1200"}, {"leak", "无"}}), gas(3, {{"leak", "有"}}), gas(4, {})};
        const report::Brief brief = report::makeBrief(
            *sz::test::samplePlan(), all, {kReportNow - 2h, kReportNow + 2h}, kReportNow,
            kReportNow + 2h);
        const auto fields = plan::readReportFields(SANZHEN_SOURCE_DIR "/resources/plans/wuhan");
        const auto draft = [&](const plan::ReportFields& known) {
            return draftBrief(*sz::test::samplePlan(), brief, {}, UnitCode("HQ"), QString(), known);
        };
        const BriefDraft told = draft(fields);
        QTextDocument paper;
        paper.setHtml(told.html);
        const QString text = paper.toPlainText();
        QVERIFY2(text.contains(QStringLiteral("Cylinders 1,232")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Leak: none (2)")), qPrintable(text));
        const auto at = std::ranges::find_if(
            told.titles, [](const QString& t) { return t.startsWith(QStringLiteral("Leak")); });
        QVERIFY(at != told.titles.end());
        QCOMPARE(
            told.rows.at(static_cast<std::size_t>(at - told.titles.begin())).size(),
            std::size_t{2});
        paper.setHtml(
            draft({}).html); // a plan that does not ask for it (any more): as the log has it
        QVERIFY(paper.toPlainText().contains(QStringLiteral("cylinders 1232")));
    }

    void everythingHasAName()
    {
        const Room room(m_desk);
        QVERIFY(room.isMade());
        QCOMPARE(sz::test::namelessIn(room.page), QStringList());
    }

private:
    ToldDesk m_desk;
};

QTEST_MAIN(tst_Brief)
#include "tst_Brief.moc"
