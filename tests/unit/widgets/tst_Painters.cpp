// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every shared part stays in its box in both themes at 1 and 1.5, and a countdown never moves.
#include "tests/unit/widgets/Ink.h"
#include "widgets/common/Painters.h"

#include <QTest>

using namespace sz;
using namespace sz::test;
using namespace sz::widgets;
using model::Lamp;
using std::chrono::minutes;
using std::chrono::seconds;

using Draw = std::function<void(QPainter&, const QRectF&, Theme)>;

namespace {

const QString kStep = QStringLiteral("续报三");

std::vector<UnitChip> chips()
{
    return {
        {QStringLiteral("教育"), UnitState::Signed, false, true},
        {QStringLiteral("武昌区"), UnitState::NotSigned, true, false},
        {QStringLiteral("公安"), UnitState::Moving},
        {QStringLiteral("消防救援"), UnitState::Done},
        {QStringLiteral("电信"), UnitState::ByPhone}};
}

std::vector<ReportStep> chain()
{
    return {
        {QStringLiteral("初报"), QStringLiteral("12:46"), QStringLiteral("4 min"),
         ReportPhase::Past},
        {QStringLiteral("续报二"), QStringLiteral("13:40"), QStringLiteral("in time"),
         ReportPhase::Current},
        {kStep, QStringLiteral("14:40"), QStringLiteral("16:53 left"), ReportPhase::Due,
         Lamp::Behind},
        {QStringLiteral("Final"), QStringLiteral("—"), {}, ReportPhase::Future}};
}

Balance balance(qint64 total)
{
    return {
        QStringLiteral("学员"),
        total,
        {{QStringLiteral("转学"), 1235}, {QStringLiteral("退费"), 119}}};
}

} // namespace

class tst_Painters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysInItsBox_data()
    {
        QTest::addColumn<QRectF>("box");
        QTest::addColumn<Draw>("draw");
        const auto row = [](const char* name, const QRectF& box, Draw draw) {
            QTest::newRow(name) << box << std::move(draw);
        };
        row("keycap", {10, 10, 60, 20}, [](QPainter& p, const QRectF& b, Theme t) {
            paintKeycap(p, b, QStringLiteral("F2"), t);
        });
        row("keycaps in a narrow box", {10, 10, 40, 18}, [](QPainter& p, const QRectF& b, Theme t) {
            paintKeycaps(p, b, QKeySequence(Qt::CTRL | Qt::Key_Return), t, KeycapGround::Primary);
        });
        row("badge", {10, 10, 80, 20}, [](QPainter& p, const QRectF& b, Theme t) {
            paintBadge(p, b, QStringLiteral("处置中"), t);
        });
        row("badge in a narrow box", {10, 10, 30, 20}, [](QPainter& p, const QRectF& b, Theme t) {
            paintBadge(p, b, QStringLiteral("处置中"), t, BadgeTone::Behind);
        });
        row("unit chip in a narrow box", {10, 10, 40, 24},
            [](QPainter& p, const QRectF& b, Theme t) { paintUnitChip(p, b, chips()[3], t); });
        row("unit chips", {10, 10, 180, 24},
            [](QPainter& p, const QRectF& b, Theme t) { paintUnitChips(p, b, chips(), 4, t); });
        for (const Lamp lamp : {Lamp::None, Lamp::Near, Lamp::Behind, Lamp::Late}) {
            row(qPrintable(QStringLiteral("countdown %1").arg(static_cast<int>(lamp))),
                {10, 10, 180, 24}, [lamp](QPainter& p, const QRectF& b, Theme t) {
                    paintCountdown(p, b, {kStep, seconds{1013}, lamp}, t);
                });
        }
        row("countdown in a narrow slot", {10, 10, 70, 20},
            [](QPainter& p, const QRectF& b, Theme t) {
                paintCountdown(p, b, {kStep, -minutes{700}, Lamp::Late}, t);
            });
        row("report chain", {10, 10, 360, kReportChainHeight},
            [](QPainter& p, const QRectF& b, Theme t) { paintReportChain(p, b, chain(), t); });
        row("narrow report chain", {10, 10, 200, kReportChainHeight},
            [](QPainter& p, const QRectF& b, Theme t) { paintReportChain(p, b, chain(), t); });
        row("balance", {10, 10, 360, kBalanceHeight},
            [](QPainter& p, const QRectF& b, Theme t) { paintBalance(p, b, balance(1354), t); });
        row("unbalanced and narrow", {10, 10, 220, kBalanceHeight},
            [](QPainter& p, const QRectF& b, Theme t) { paintBalance(p, b, balance(1360), t); });
        row("focus ring", {10, 10, 90, 30}, [](QPainter& p, const QRectF& b, Theme t) {
            paintFocusRing(p, b, symbols::color(t, Token::Inv));
        });
    }
    void staysInItsBox()
    {
        QFETCH(const QRectF, box);
        QFETCH(const Draw, draw);
        for (const double scale : {1.0, 1.5}) {
            for (const Theme theme : {Theme::Dark, Theme::Light}) {
                const QImage image =
                    drawn({400, 110}, scale, [&](QPainter& p) { draw(p, box, theme); });
                const QRect ink = inkOf(image);
                QVERIFY(!ink.isNull());
                const QRect allowed = deviceBox(box, scale);
                QVERIFY2(
                    allowed.contains(ink), qPrintable(QStringLiteral("at %1: ink to %2,%3 of %4,%5")
                                                          .arg(scale)
                                                          .arg(ink.right())
                                                          .arg(ink.bottom())
                                                          .arg(allowed.right())
                                                          .arg(allowed.bottom())));
            }
        }
    }

    void countdownKeepsItsWidth()
    {
        const int width = countdownWidth({kStep, seconds{3599}, Lamp::None});
        for (int left = -3599; left < 3600; left += 61) {
            for (const Lamp lamp : {Lamp::None, Lamp::Near, Lamp::Behind, Lamp::Late}) {
                QCOMPARE(countdownWidth({kStep, seconds{left}, lamp}), width);
            }
        }
    }

    void countdownDigitsStandStill()
    {
        const QRectF slot(0, 0, 220, 20);
        const auto ink = [&slot](seconds left) {
            return inkOf(drawn({220, 20}, 1, [&](QPainter& p) {
                paintCountdown(p, slot, {kStep, left, Lamp::None}, Theme::Dark);
            }));
        };
        // "10:00" to "09:59": the words start and end in the same columns (digits may differ by their own bearing).
        QCOMPARE(ink(seconds{600}).left(), ink(seconds{599}).left());
        QCOMPARE(ink(seconds{600}).right(), ink(seconds{599}).right());
    }

    void lateWordsAreWhiteOnRed()
    {
        const QImage image = drawn({200, 20}, 1, [](QPainter& p) {
            paintCountdown(
                p, QRectF(0, 0, 200, 20), {kStep, -seconds{3}, Lamp::Late}, Theme::Light);
        });
        QCOMPARE(image.pixelColor(196, 10), symbols::color(Theme::Light, Token::Red));
    }

    void keycapsSayWhatIsPressed()
    {
        QCOMPARE(
            keycapTexts(QKeySequence(Qt::CTRL | Qt::Key_Return)),
            QStringList{QStringLiteral("Ctrl+Enter")});
        QCOMPARE(keycapTexts(QKeySequence(Qt::Key_Comma)), QStringList{QStringLiteral(",")});
        QCOMPARE(keycapTexts(QKeySequence(Qt::Key_Escape)), QStringList{QStringLiteral("Esc")});
        QCOMPARE(
            keycapTexts(QKeySequence(Qt::CTRL | Qt::Key_K, QKeyCombination(Qt::Key_U))),
            (QStringList{QStringLiteral("Ctrl+K"), QStringLiteral("U")}));
        QVERIFY(keycapWidth(QStringLiteral("C")) >= 20);
    }

    void balanceNamesTheDifference()
    {
        QCOMPARE(balance(1354).difference(), 0);
        QCOMPARE(balance(1360).difference(), 6);
        QCOMPARE(balance(1350).difference(), -4);
    }
};

QTEST_MAIN(tst_Painters)
#include "tst_Painters.moc"
