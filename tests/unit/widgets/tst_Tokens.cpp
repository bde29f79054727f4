// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The colour table keeps its contrast in both themes, and the style sheet uses nothing else.
#include "maps/symbols/Tokens.h"
#include "widgets/common/Style.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sz;
using symbols::Theme;
using symbols::Token;

class tst_Tokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ratioFollowsWcag()
    {
        QCOMPARE(symbols::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(symbols::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(symbols::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void everyPairKeepsItsFloor_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("dark") << Theme::Dark;
        QTest::newRow("light") << Theme::Light;
    }
    void everyPairKeepsItsFloor()
    {
        QFETCH(const Theme, theme);
        QVERIFY(symbols::contrastPairs().size() >= 79);
        for (const symbols::ContrastPair& pair : symbols::contrastPairs()) {
            const double ratio =
                symbols::contrast(color(theme, pair.front), color(theme, pair.back));
            QVERIFY2(
                ratio >= pair.floor,
                qPrintable(QStringLiteral("%1 on %2: %3, wanted %4")
                               .arg(
                                   QLatin1StringView(symbols::tokenName(pair.front)),
                                   QLatin1StringView(symbols::tokenName(pair.back)))
                               .arg(ratio)
                               .arg(pair.floor)));
        }
    }

    void namesAreDistinct()
    {
        QSet<QString> names;
        for (std::size_t i = 0; i < symbols::kTokenCount; ++i) {
            names.insert(QLatin1StringView(symbols::tokenName(static_cast<Token>(i))));
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(symbols::kTokenCount));
    }

    void styleSheetUsesOnlyTokens()
    {
        QFile file(QStringLiteral(":/sanzhen/styles/console.qss"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        QVERIFY(!source.contains(QRegularExpression(QStringLiteral(":[^;{}]*#[0-9a-fA-F]{3}"))));
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const QString sheet = widgets::themeStyleSheet(theme);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(sheet.contains(color(theme, Token::Inv).name()));
        }
    }

    void sheetPicturesExistInTheColourOfTheTable()
    {
        static const QRegularExpression url(QStringLiteral("url\\((:[^)]+)\\)"));
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            const QString sheet = widgets::themeStyleSheet(theme);
            int seen = 0;
            for (auto matches = url.globalMatch(sheet); matches.hasNext(); ++seen) {
                QFile file(matches.next().captured(1));
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                QVERIFY(QString::fromUtf8(file.readAll())
                            .contains(color(theme, Token::Tx2).name(), Qt::CaseInsensitive));
            }
            QVERIFY(seen > 0);
        }
    }
};

QTEST_MAIN(tst_Tokens)
#include "tst_Tokens.moc"
