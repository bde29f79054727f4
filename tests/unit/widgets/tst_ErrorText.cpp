// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of data/base/Result.h has its own sentence with a next step.
#include "widgets/common/ErrorText.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace sz;

namespace {

/// All codes there are: those whose number has a name of its own.
QList<Code> allCodes()
{
    QList<Code> codes{Code::Internal};
    for (std::uint16_t n = 101; n < 1000; ++n) {
        const Code code{n};
        if (qstrcmp(codeName(code), "Internal") != 0) {
            codes.append(code);
        }
    }
    return codes;
}

} // namespace

class tst_ErrorText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeIsFound()
    {
        QFile header(QStringLiteral(SANZHEN_SOURCE_DIR "/data/base/Result.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll());
        static const QRegularExpression line(
            QStringLiteral("^    [A-Z]\\w+( = \\d+)?,( +///<.*)?$"),
            QRegularExpression::MultilineOption);
        QCOMPARE(allCodes().size(), text.count(line));
    }

    void everyCodeHasItsOwnSentence()
    {
        QHash<QString, Code> seen;
        for (const Code code : allCodes()) {
            const QString sentence = widgets::errorText(code);
            QVERIFY2(sentence.size() > 20 && sentence.endsWith(QLatin1Char('.')), codeName(code));
            QVERIFY2(!seen.contains(sentence), codeName(code));
            seen.insert(sentence, code);
        }
    }

    void placeIsAddedAsPlainVisibleText()
    {
        const QString text =
            widgets::errorText(Error{Code::PlanBroken, "detail for the log", "areas\u202E.csv:3"});
        QVERIFY(text.endsWith(QStringLiteral("(areas\u25A1.csv:3)")));
        QVERIFY(!text.contains(QStringLiteral("detail")));
    }

    void unknownNumberStillSaysSomething() { QVERIFY(!widgets::errorText(Code{999}).isEmpty()); }
};

QTEST_GUILESS_MAIN(tst_ErrorText)
#include "tst_ErrorText.moc"
