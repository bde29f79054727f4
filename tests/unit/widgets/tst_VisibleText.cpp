// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from outside cannot hide or turn round anything on the screen.
#include "widgets/common/VisibleText.h"

#include <QTest>

using namespace sz::widgets;

class tst_VisibleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void boxes_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain Han stays")
            << QStringLiteral("液化气罐 32 只") << QStringLiteral("液化气罐 32 只");
        QTest::newRow("rare Han stays") << QStringLiteral("㙍 𠮷") << QStringLiteral("㙍 𠮷");
        QTest::newRow("right-to-left override")
            << QStringLiteral("a\u202Eb") << QStringLiteral("a\u25A1b");
        QTest::newRow("isolates") << QStringLiteral("\u2066x\u2069")
                                  << QStringLiteral("\u25A1x\u25A1");
        QTest::newRow("Arabic letter mark")
            << QStringLiteral("x\u061C") << QStringLiteral("x\u25A1");
        QTest::newRow("zero-width space")
            << QStringLiteral("x\u200By") << QStringLiteral("x\u25A1y");
        QTest::newRow("byte order mark") << QStringLiteral("\uFEFFx") << QStringLiteral("\u25A1x");
        QTest::newRow("soft hyphen") << QStringLiteral("x\u00ADy") << QStringLiteral("x\u25A1y");
        QTest::newRow("escape") << QStringLiteral("x\x1By") << QStringLiteral("x\u25A1y");
        QTest::newRow("line separator") << QStringLiteral("x\u2028y") << QStringLiteral("x\u25A1y");
        QTest::newRow("variation selector")
            << QStringLiteral("x\uFE0F") << QStringLiteral("x\u25A1");
        QTest::newRow("Hangul filler") << QStringLiteral("\u3164") << QStringLiteral("\u25A1");
        QTest::newRow("tag character")
            << QString::fromUcs4(U"x\U000E0041") << QStringLiteral("x\u25A1");
        QTest::newRow("lone surrogate")
            << QString(QChar(0xD842)) + QLatin1Char('x') << QStringLiteral("\u25A1x");
        QTest::newRow("markup stays literal")
            << QStringLiteral("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("tab is a space") << QStringLiteral("x\ty") << QStringLiteral("x y");
        QTest::newRow("line feed stays") << QStringLiteral("x\ny") << QStringLiteral("x\ny");
    }
    void boxes()
    {
        QFETCH(const QString, given);
        QFETCH(const QString, shown);
        QCOMPARE(visibleText(given), shown);
    }

    void oneLineHasNoLineFeeds()
    {
        QCOMPARE(visibleLine(QStringLiteral("x\ny")), QStringLiteral("x y"));
    }
};

QTEST_APPLESS_MAIN(tst_VisibleText)
#include "tst_VisibleText.moc"
