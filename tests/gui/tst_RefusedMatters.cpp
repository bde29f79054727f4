// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Entries about shifts and drawings that headquarters refused, put right from the outbox with one click.
#include "tests/gui/PageRoom.h"
#include "widgets/ground/DrawCard.h"
#include "widgets/models/MatterWords.h"
#include "widgets/shell/DrawActs.h"
#include "widgets/shell/SeatTools.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPlainTextEdit>

using namespace sz;
using namespace sz::widgets;
using sz::test::PageRoom;

namespace {

struct Refused : PageRoom
{
    Refused() : PageRoom(true) {}

    /// Written here, refused by headquarters, and the console started again.
    [[nodiscard]] bool shift(const model::ShiftAct& act) { return after(desk->performShift(act)); }
    [[nodiscard]] bool drawing(const model::DrawingAct& act)
    {
        return after(desk->performDrawing(act));
    }
    [[nodiscard]] int refused() const
    {
        return static_cast<int>(std::ranges::count(
            desk->outbox(), desk::OutboxState::Rejected, &desk::OutboxLine::state));
    }
    void correct() const { find<QAbstractButton>("correctButton1")->click(); }

private:
    bool after(QFuture<Result<desk::Receipt>> written)
    {
        const bool isWritten = test::waitFor([&] { return written.isFinished(); });
        if (!isWritten || !written.result()) {
            return false;
        }
        reopenRefused({written.result()->counter}, Code::NotAllowed);
        return show() && test::waitFor([&] { return refused() == 1; })
               && test::waitFor([&] { return find<QAbstractButton>("correctButton1") != nullptr; });
    }
};

} // namespace

class tst_RefusedMatters : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(m_settings); }

    void oneWithWordsOpensWithThem_data()
    {
        QTest::addColumn<model::ShiftAct>("act");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, model::ShiftAct act, const char16_t* what,
                            const char16_t* words) {
            QTest::newRow(name) << std::move(act) << QString::fromUtf16(what)
                                << QString::fromUtf16(words);
        };
        const Instant night = test::kCall;
        const model::DutySlot slot{PostCode("HQ-chief"), "王伟", night, night + Minutes(60)};
        row("a promise", model::MakePromise{UnitCode("D05"), "增派 1 组", night, {}}, u"承诺",
            u"增派 1 组");
        row("a change of a duty",
            model::AskDutyChange{model::DutyChange::Substitute, slot, {}, "李娜", "病假"}, u"换班",
            u"病假");
        row("a round", model::StartRound{UnitCode("HQ"), "夜间点验", 10, 5, {"甲"}}, u"点验",
            u"夜间点验");
        row("people lent",
            model::LendPosts{
                UnitCode("HQ"), {}, "江滩", 5, night, night + Minutes(60), {}, "带手电"},
            u"支援", u"带手电");
        row("a presence with words",
            model::SetPresence{PostCode("HQ-chief"), model::Presence::Away, "去食堂", {}}, u"在岗",
            u"去食堂");
        row("a leader in charge is done again",
            model::PutInCharge{UnitCode("A24"), PostCode("A24-leader"), {}, "", "", night, {}}, u"",
            u"");
        row("a presence without words is done again",
            model::SetPresence{PostCode("HQ-chief"), model::Presence::Here, "", {}}, u"", u"");
    }

    void oneWithWordsOpensWithThem()
    {
        QFETCH(const model::ShiftAct, act);
        QFETCH(const QString, what);
        QFETCH(const QString, words);
        Refused r;
        QVERIFY(r.isOpen());
        QVERIFY(r.shift(act));
        const auto before = r.desk->shift();
        r.correct();
        if (words.isEmpty()) { // at once
            UNTIL(r.refused() == 0);
            UNTIL(r.desk->shift() != before);
            return;
        }
        UNTIL(PageRoom::focused() == QStringLiteral("refileEdit"));
        QVERIFY2(
            r.find<QLabel>("refileWhat")->text().contains(what),
            qPrintable(r.find<QLabel>("refileWhat")->text()));
        QVERIFY(!r.find<QLabel>("refileWhy")->text().isEmpty());
        auto* edit = r.find<QPlainTextEdit>("refileEdit");
        QCOMPARE(edit->toPlainText(), words);
        QCOMPARE(r.refused(), 1);      // until the new one is saved
        PageRoom::key(Qt::Key_Escape); // put away: nothing changes
        QCOMPARE(r.refused(), 1);
        r.correct();
        UNTIL(PageRoom::focused() == QStringLiteral("refileEdit"));
        PageRoom::type(QStringLiteral("，改"));
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        UNTIL(r.refused() == 0);
        const auto& lines = r.desk->outbox();
        QCOMPARE(lines.size(), std::size_t{1});
        auto again = matterActOf(lines.front());
        QVERIFY(again && std::get<model::ShiftAct>(*again).index() == act.index());
        QCOMPARE(*wordsIn(*again), (words + QStringLiteral("，改")).toStdString());
        QVERIFY(r.desk->shift() != before);
    }

    void whatCannotStandSaysWhyAndStays()
    {
        Refused r;
        QVERIFY(r.isOpen());
        QVERIFY(r.shift(model::MakePromise{UnitCode("D05"), "增派", test::kCall, {}}));
        r.correct();
        UNTIL(PageRoom::focused() == QStringLiteral("refileEdit"));
        r.find<QPlainTextEdit>("refileEdit")->clear();
        PageRoom::key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(100);
        QCOMPARE(r.refused(), 1); // an empty promise is none
        QVERIFY(r.find<QPlainTextEdit>("refileEdit")->isVisible());
        QVERIFY(r.desk->shift()->promises.empty());
    }

    void whatWasDrawnLiesOnTheMapAgain()
    {
        Refused r;
        QVERIFY(r.isOpen());
        const model::Draw cordon{
            model::DrawingKind::Cordon,
            model::DrawingForm::Area,
            {{114.30, 30.59}, {114.31, 30.59}, {114.31, 30.60}},
            "北门",
            {}};
        QVERIFY(r.drawing(cordon));
        QVERIFY(r.desk->drawings()->drawings.empty());
        r.correct();
        DrawActs& drawing = r.page().seat().drawing();
        UNTIL(drawing.isOpen());
        QCOMPARE(drawing.corners().size(), std::size_t{3});
        QCOMPARE(drawing.card().kind(), model::DrawingKind::Cordon);
        QCOMPARE(drawing.card().words(), QStringLiteral("北门"));
        QCOMPARE(r.refused(), 1);
        Q_EMIT drawing.card().saveRequested();
        UNTIL(r.refused() == 0);
        UNTIL(r.desk->drawings()->drawings.size() == 1);
        const model::Draw again = r.desk->drawings()->drawings.begin()->second.drawn;
        QCOMPARE(again.words, cordon.words);
        QCOMPARE(again.form, cordon.form);
    }

    void aDrawingPutAwayStaysRefused()
    {
        Refused r;
        QVERIFY(r.isOpen());
        QVERIFY(r.drawing(model::Draw{
            model::DrawingKind::Note, model::DrawingForm::Point, {{114.30, 30.59}}, "北门", {}}));
        r.correct();
        DrawActs& drawing = r.page().seat().drawing();
        UNTIL(drawing.isOpen());
        drawing.toggle();
        QVERIFY(!drawing.isOpen());
        drawing.toggle();
        QCOMPARE(r.refused(), 1);
    }
};

QTEST_MAIN(tst_RefusedMatters)
#include "tst_RefusedMatters.moc"
