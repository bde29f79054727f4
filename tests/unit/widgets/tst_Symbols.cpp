// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Grades and lamps can be told apart without hue, stay inside their box, and equal the SVGs of the same name.
#include "maps/symbols/Symbols.h"
#include "tests/unit/widgets/Ink.h"
#include "widgets/common/Icons.h"
#include "widgets/common/UnitState.h"

#include <QFontInfo>
#include <QTest>

using namespace sz;
using namespace sz::test;
using model::Lamp;
using plan::Grade;
using symbols::Theme;

namespace {

constexpr std::array kGrades{Grade::I, Grade::II, Grade::III, Grade::IV};
constexpr std::array kLamps{Lamp::Near, Lamp::Behind, Lamp::Late};

/// One grey for every hue: what is left is shape and letter.
QImage greyGrade(Grade grade, int size)
{
    QImage image = drawn({size, size}, 1, [&](QPainter& painter) {
        symbols::paintGrade(painter, QRectF(0, 0, size, size), grade, Theme::Dark, Qt::transparent);
    });
    return image.convertToFormat(QImage::Format_Alpha8).convertToFormat(QImage::Format_ARGB32);
}

QImage svgImage(const QString& name, int size)
{
    return drawn({size, size}, 1, [&](QPainter& painter) {
        widgets::tintedIcon(name, Qt::white).paint(&painter, QRect(0, 0, size, size));
    });
}

} // namespace

class tst_Symbols : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fontHasChineseFaceAndEqualDigits()
    {
        const QFont font = symbols::uiFont(13, true);
        QCOMPARE(font.pixelSize(), 13);
        QVERIFY(font.bold());
        QVERIFY(QFontInfo(font).family().contains(QStringLiteral("CJK SC")));
        const QFontMetricsF metrics(font);
        for (int digit = 1; digit < 10; ++digit) {
            QCOMPARE(
                metrics.horizontalAdvance(QString::number(digit)),
                metrics.horizontalAdvance(QStringLiteral("0")));
        }
    }

    void gradesDifferWithoutHue_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("tile") << 22;
        QTest::newRow("mini row") << 16;
        QTest::newRow("at 1.5") << 33;
    }
    void gradesDifferWithoutHue()
    {
        QFETCH(const int, size);
        for (std::size_t a = 0; a < kGrades.size(); ++a) {
            for (std::size_t b = a + 1; b < kGrades.size(); ++b) {
                const double apart =
                    difference(greyGrade(kGrades[a], size), greyGrade(kGrades[b], size));
                QVERIFY2(
                    apart > 18,
                    qPrintable(QStringLiteral("%1 and %2: %3").arg(a + 1).arg(b + 1).arg(apart)));
            }
        }
    }

    void lampsDifferWithoutHue()
    {
        const auto grey = [](Lamp lamp) {
            return drawn({12, 12}, 1, [&](QPainter& painter) {
                symbols::paintLampShape(painter, QRectF(0, 0, 12, 12), lamp, Qt::white, Qt::white);
            });
        };
        QVERIFY(inkOf(grey(Lamp::None)).isNull());
        QVERIFY(difference(grey(Lamp::Near), grey(Lamp::Behind)) > 25);
        QVERIFY(difference(grey(Lamp::Near), grey(Lamp::Late)) > 25);
        QVERIFY(difference(grey(Lamp::Behind), grey(Lamp::Late)) > 25);
    }

    void staysInsideItsBox()
    {
        const QRectF box(10, 10, 22, 22);
        for (const double scale : {1.0, 1.5}) {
            for (const Theme theme : {Theme::Dark, Theme::Light}) {
                const auto check = [&](const std::function<void(QPainter&)>& draw) {
                    const QRect ink = inkOf(drawn({44, 44}, scale, draw));
                    QVERIFY(!ink.isNull());
                    QVERIFY(deviceBox(box, scale).contains(ink));
                };
                for (const Grade grade : kGrades) {
                    check(
                        [&](QPainter& p) { symbols::paintGrade(p, box, grade, theme, Qt::black); });
                }
                for (const Lamp lamp : kLamps) {
                    check([&](QPainter& p) { symbols::paintLamp(p, box, lamp, theme); });
                }
            }
        }
    }

    void svgsEqualThePainters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::function<void(QPainter&)>>("draw");
        const QRectF box(0, 0, 48, 48);
        for (const Grade grade : kGrades) {
            const QString name = QStringLiteral("grade-%1").arg(static_cast<int>(grade));
            QTest::newRow(qPrintable(name))
                << name << std::function<void(QPainter&)>([=](QPainter& p) {
                       symbols::paintGrade(p, box, grade, Theme::Dark, Qt::transparent);
                   });
        }
        const QStringList lampNames{
            QStringLiteral("lamp-near"), QStringLiteral("lamp-behind"),
            QStringLiteral("lamp-late")};
        for (std::size_t i = 0; i < kLamps.size(); ++i) {
            const QString& name = lampNames[static_cast<qsizetype>(i)];
            const Lamp lamp = kLamps[i];
            QTest::newRow(qPrintable(name))
                << name << std::function<void(QPainter&)>([=](QPainter& p) {
                       symbols::paintLamp(p, box, lamp, Theme::Dark);
                   });
        }
        for (const widgets::UnitState state : widgets::kUnitStates) {
            const QString name = widgets::unitStateIconName(state);
            QTest::newRow(qPrintable(name))
                << name << std::function<void(QPainter&)>([=](QPainter& p) {
                       widgets::paintUnitState(p, box, state, Qt::white);
                   });
        }
    }
    void svgsEqualThePainters()
    {
        QFETCH(const QString, name);
        QFETCH(const std::function<void(QPainter&)>, draw);
        const double apart = difference(drawn({48, 48}, 1, draw), svgImage(name, 48));
        QVERIFY2(apart < 4, qPrintable(QString::number(apart)));
    }
};

QTEST_MAIN(tst_Symbols)
#include "tst_Symbols.moc"
