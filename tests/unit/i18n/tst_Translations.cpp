// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese of the console: nothing missing, nothing half done, written as a command office writes.
#include "Glossary.h"
#include "SourceWords.h"
#include "TsFile.h"

#include <QDebug>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace sz::tests;

namespace {

QString root()
{
    return QStringLiteral(SANZHEN_SOURCE_DIR);
}

QStringList folders()
{
    return {
        QStringLiteral("widgets"), QStringLiteral("app/console"), QStringLiteral("maps"),
        QStringLiteral("data/desk")};
}

/// %1, %2, %n and accelerators, sorted: order may change between languages, number may not.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression kPlace(QStringLiteral("%L?(?:\\d{1,2}|n)|&(?=[^\\s&])"));
    QStringList found;
    for (const QRegularExpressionMatch& match : kPlace.globalMatch(text)) {
        found.append(match.captured() == u'&' ? QStringLiteral("&") : match.captured());
    }
    found.sort();
    return found;
}

/// Placeholders become a sign that is neither Han nor Latin: what they will hold is not known here.
QString withoutPlaceholders(QString text)
{
    static const QRegularExpression kPlace(QStringLiteral("%L?(?:\\d{1,2}|n)"));
    return text.replace(kPlace, QStringLiteral("□"));
}

/// By range: \p{Han} of PCRE takes 、 and 。 too, by their script extensions.
QString han()
{
    return QStringLiteral("[\\x{3400}-\\x{9fff}]");
}

/// A date format of QLocale is a pattern, not words: 月 and 日 stand in it without spaces.
bool isDateFormat(const TsMessage& message)
{
    return message.source == u"ddd d MMM";
}

bool hasLetters(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
}

bool hasHan(const QString& text)
{
    static const QRegularExpression kHan(han());
    return text.contains(kHan);
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT
    std::vector<TsMessage> m_messages;

    /// Prints every message that breaks the rule, so that one run shows all of them.
    void expect(const char* rule, const std::function<bool(const TsMessage&)>& holds)
    {
        int broken = 0;
        for (const TsMessage& message : m_messages) {
            if (!holds(message)) {
                qWarning().noquote() << message.name() << "->" << message.chinese();
                ++broken;
            }
        }
        QVERIFY2(
            broken == 0,
            qPrintable(QStringLiteral("%1: %2").arg(broken).arg(QLatin1StringView(rule))));
    }

    /// No form of any message, its placeholders taken out, matches the pattern.
    void expectNone(const char* rule, const QString& pattern)
    {
        const QRegularExpression bad(pattern);
        expect(rule, [&bad](const TsMessage& m) {
            return isDateFormat(m) || !withoutPlaceholders(m.chinese()).contains(bad);
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto read = readTs(root() + QStringLiteral("/resources/i18n/sanzhen_zh_CN.ts"));
        QVERIFY(read);
        m_messages = *read;
        QVERIFY(m_messages.size() > 400);
    }

    void everyMessageIsFinished()
    {
        expect("not finished", [](const TsMessage& m) { return m.type.isEmpty(); });
    }

    void noTranslationIsEmpty()
    {
        expect("empty", [](const TsMessage& m) {
            return !m.translations.isEmpty()
                   && std::ranges::none_of(m.translations, &QString::isEmpty);
        });
    }

    void noMessageIsThereTwice()
    {
        QSet<QString> keys;
        expect("there twice", [&keys](const TsMessage& m) {
            const bool isNew = !keys.contains(m.key());
            keys.insert(m.key());
            return isNew;
        });
    }

    void chineseHasOnePluralForm()
    {
        expect("plural forms differ from one, or %n without them", [](const TsMessage& m) {
            return m.translations.size() == 1
                   && m.isPlural == (m.source.contains(u"%n") || m.source.contains(u"%Ln"));
        });
    }

    void placeholdersAgree()
    {
        expect("placeholders or accelerators differ", [](const TsMessage& m) {
            return std::ranges::all_of(m.translations, [&m](const QString& form) {
                return placeholders(form) == placeholders(m.source);
            });
        });
    }

    void wordsAreTranslated()
    {
        static const QStringList kSame{QStringLiteral("CAP"), QStringLiteral("ISO")};
        expect("left in English", [](const TsMessage& m) {
            const QString words = withoutPlaceholders(m.source);
            return !hasLetters(words) || kSame.contains(words) || hasHan(m.chinese())
                   || (isDateFormat(m) && m.chinese() != m.source);
        });
    }

    /// Keys, file names and roman numbers stay; a Latin word that the English has not is a slip.
    void latinWordsComeFromTheSource()
    {
        static const QRegularExpression kWord(QStringLiteral("[A-Za-z][A-Za-z.]*"));
        expect("a Latin word of its own", [](const TsMessage& m) {
            const auto words = kWord.globalMatch(withoutPlaceholders(m.chinese()));
            return isDateFormat(m)
                   || std::ranges::all_of(words, [&m](const QRegularExpressionMatch& word) {
                          return m.source.contains(word.captured());
                      });
        });
    }

    /// Times and decimals ("14:22", "0.02") have a digit in front and so never match.
    void punctuationIsFullWidth()
    {
        expectNone(
            "ASCII punctuation at Han", QStringLiteral("%1[,.!?:;()]|[,!?;()]%1").arg(han()));
        expectNone("ASCII brackets", QStringLiteral("[()]"));
    }

    void spaceStandsBetweenHanAndLatin()
    {
        expectNone(
            "no space between Han and Latin",
            QStringLiteral("%1[A-Za-z0-9]|[A-Za-z0-9]%1").arg(han()));
    }

    void noSpaceStandsAtFullWidthSigns()
    {
        expectNone(
            "a space at a full-width sign",
            QStringLiteral("[，。：；！？（）、「」] | [，。：；！？（）、「」]"));
        expectNone("a space at an edge or twice", QStringLiteral("^ (?!或 $)|(?<! 或) $|  "));
    }

    void exactWordsOfTheDesign_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* context, const char* source, const QString& chinese) {
            QTest::addRow("%s: %s", context, source)
                << QString::fromLatin1(context) << QString::fromUtf8(source) << chinese;
        };
        row("Durations", "%1 left", QStringLiteral("余 %1"));
        row("Durations", "%1 late", QStringLiteral("逾 %1"));
        row("Durations", "%1 h %2 left", QStringLiteral("余 %1 时 %2 分"));
        row("Durations", "%1 h %2 late", QStringLiteral("逾 %1 时 %2 分"));
        row("Durations", "%1 d %2 h left", QStringLiteral("余 %1 天 %2 时"));
        row("Durations", "%1 d %2 h late", QStringLiteral("逾 %1 天 %2 时"));
        row("Durations", "%1 min", QStringLiteral("%1 分"));
        row("Wording", "near", QStringLiteral("临近"));
        row("Wording", "behind", QStringLiteral("滞后"));
        row("Wording", "late", QStringLiteral("逾期"));
        row("Wording", "sign-for", QStringLiteral("签收"));
        row("UnitState", "not signed", QStringLiteral("未签收"));
        row("UnitState", "signed", QStringLiteral("签收"));
        row("UnitState", "moving", QStringLiteral("赶赴"));
        row("UnitState", "on scene", QStringLiteral("到场"));
        row("UnitState", "done", QStringLiteral("办结"));
        row("UnitState", "returned", QStringLiteral("退单"));
        row("UnitState", "no answer", QStringLiteral("无应答"));
        row("UnitState", "by phone", QStringLiteral("代答"));
        row("Grade", "grave", QStringLiteral("特重"));
        row("Grade", "major", QStringLiteral("重大"));
        row("Grade", "serious", QStringLiteral("较大"));
        row("Grade", "minor", QStringLiteral("一般"));
    }
    void exactWordsOfTheDesign()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, source);
        QFETCH(const QString, chinese);
        const auto it = std::ranges::find_if(m_messages, [&](const TsMessage& m) {
            return m.context == context && m.source == source;
        });
        QVERIFY(it != m_messages.end());
        QCOMPARE(it->chinese(), chinese);
    }

    void glossaryIsKept()
    {
        const auto terms = checkedTerms(root() + QStringLiteral("/resources/i18n/glossary.md"));
        QVERIFY(terms.size() > 40);
        QStringList broken;
        for (const TsMessage& m : m_messages) {
            QString rest =
                m.source; // "sign on" stands before "signed" in the file and takes its words with it
            for (const GlossaryTerm& term : terms) {
                const bool isKept = term.isKept(rest, m.chinese());
                rest.replace(term.english, QStringLiteral(" "));
                if (!isKept) {
                    broken.append(
                        QStringLiteral("%1 -> %2   %3").arg(m.name(), m.chinese(), term.line));
                }
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(QLatin1Char('\n') + broken.join(u'\n')));
    }

    void everyLiteralOfTheSourcesIsThere()
    {
        QSet<QString> known;
        for (const TsMessage& m : m_messages) {
            known << m.source << m.context + u'\x1f' + m.source;
        }
        QStringList missing;
        for (const SourceWord& word : wordsInSources(root(), folders())) {
            const QString key =
                word.context.isEmpty() ? word.text : word.context + u'\x1f' + word.text;
            if (!known.contains(key)) {
                missing.append(QStringLiteral("%1: “%2”").arg(word.file, word.text));
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QLatin1Char('\n') + missing.join(u'\n')));
    }

    void lupdateFindsNothingNew()
    {
        const QString lupdate = QStringLiteral(SANZHEN_LUPDATE);
        if (!QFile::exists(lupdate)) {
            QSKIP(
                "lupdate is not installed: what the sources say was only searched, not extracted");
        }
        const QTemporaryDir scratch;
        const auto found = lupdateWords(lupdate, root(), folders(), scratch.path());
        QVERIFY(found);
        QVERIFY(found->size() > 400);
        QSet<QString> known;
        for (const TsMessage& m : m_messages) {
            known.insert(m.key());
        }
        QStringList missing;
        for (const TsMessage& m : *found) {
            if (!known.contains(m.key())) {
                missing.append(m.name());
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QLatin1Char('\n') + missing.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_Translations.moc"
