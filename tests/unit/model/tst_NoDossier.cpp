// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No dossiers: no table and no act may have room for a private person's identity (architecture, "No dossiers").
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

// Whole words of a name; names are split at underscores and capitals first.
const QStringList kForbidden{
    "phone",     "mobile",      "tel",      "telephone", "caller",  "reporter", "complainant",
    "citizen",   "resident",    "patient",  "victim",    "suspect", "identity", "idcard",
    "passport",  "plate",       "vehicle",  "face",      "faces",   "portrait", "photo",
    "biometric", "fingerprint", "health",   "diagnosis", "disease", "infected", "gender",
    "sex",       "ethnic",      "nation",   "religion",  "birth",   "birthday", "age",
    "household", "family",      "email",    "wechat",    "imei",    "address",  "surname",
    "firstname", "lastname",    "fullname", "age",       "income",  "criminal"};
const QStringList kForbiddenPairs{"person name", "caller name",   "reporter name", "id card",
                                  "id number",   "licence plate", "license plate", "full name",
                                  "first name",  "last name",     "home address"};
// Duty people and the sealed, expiring contact body are what the architecture allows.
const QStringList kAllowed{"contact_sealed", "contact_expires", "sealed_contact", "duty_phone"};
// Names that look forbidden and are not, by the file they stand in.
const QMultiMap<QString, QString> kKnown{
    {"hq/0001_initial.sql", "fingerprint"}, // of a desk's certificate
    {"pg/0001_initial.sql", "fingerprint"},
    {"plan/Places.h", "phone"}, // of a duty room
};

QStringList wordsOf(const QString& name)
{
    static const QRegularExpression kCapital("([a-z0-9])([A-Z])");
    QString spaced = name;
    spaced.replace(kCapital, "\\1 \\2");
    spaced.replace(u'_', u' ');
    return spaced.toLower().split(u' ', Qt::SkipEmptyParts);
}

bool couldHoldAPerson(const QString& name)
{
    if (kAllowed.contains(name)) {
        return false;
    }
    const QStringList words = wordsOf(name);
    const QString joined = words.join(u' ');
    const auto isIn = [&](const QString& word) { return words.contains(word); };
    const auto isPart = [&](const QString& pair) { return joined.contains(pair); };
    return std::ranges::any_of(kForbidden, isIn) || std::ranges::any_of(kForbiddenPairs, isPart);
}

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString withoutComments(QString text)
{
    static const QRegularExpression kLines("(--|//)[^\n]*");
    static const QRegularExpression kBlocks(
        "/\\*.*?\\*/", QRegularExpression::DotMatchesEverythingOption);
    return text.remove(kBlocks).remove(kLines);
}

// Every identifier of a migration counts: table, column, index, trigger.
QStringList namesInSql(const QString& sql)
{
    static const QRegularExpression kWord("[A-Za-z_][A-Za-z0-9_]*");
    static const QRegularExpression kQuoted("'[^']*'");
    QStringList names;
    for (auto it = kWord.globalMatch(withoutComments(sql).remove(kQuoted)); it.hasNext();) {
        names << it.next().captured();
    }
    return names;
}

// Members of structs: a type, then the name, then a semicolon, an initial value or a brace.
QStringList membersIn(const QString& header)
{
    static const QRegularExpression kMember(
        R"(^[ \t]+[A-Za-z_][\w:<>, ]*[ >&*]([A-Za-z_]\w*)[ \t]*(?:;|=[^=;\n]*;|\{[^}\n]*\};))",
        QRegularExpression::MultilineOption);
    QStringList names;
    for (auto it = kMember.globalMatch(withoutComments(header)); it.hasNext();) {
        names << it.next().captured(1);
    }
    return names;
}

bool isKnown(const QString& path, const QString& name)
{
    const auto fits = [&](const auto& known) {
        return path.endsWith(known.first) && known.second == name;
    };
    return std::ranges::any_of(kKnown.asKeyValueRange(), fits);
}

QStringList offenders(const QString& path, const QStringList& names)
{
    QStringList found;
    for (const auto& name : names) {
        if (couldHoldAPerson(name) && !isKnown(path, name) && !found.contains(name)) {
            found << name;
        }
    }
    return found;
}

const QString kTree = QStringLiteral(SANZHEN_SOURCE_DIR);

} // namespace

class tst_NoDossier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNetCatches_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isCaught");
        for (const char* name :
             {"caller_phone", "reporterName", "id_card", "idCard", "plate", "license_plate",
              "faceHash", "health_code", "personName", "birth", "homeAddress", "patient"}) {
            QTest::newRow(name) << QString::fromUtf8(name) << true;
        }
        for (const char* name :
             {"title", "narrative", "unit", "post", "place", "street", "nextReportMinutes",
              "template_text", "stage", "message", "receivedAt", "contact_sealed"}) {
            QTest::newRow(name) << QString::fromUtf8(name) << false;
        }
    }

    void theNetCatches()
    {
        QFETCH(QString, name);
        QFETCH(bool, isCaught);
        QCOMPARE(couldHoldAPerson(name), isCaught);
    }

    void theReadersSeeNames()
    {
        QCOMPARE(
            namesInSql("CREATE TABLE person (id_card TEXT -- phone\n, note TEXT DEFAULT 'face');"),
            QStringList(
                {"CREATE", "TABLE", "person", "id_card", "TEXT", "note", "TEXT", "DEFAULT"}));
        QCOMPARE(
            membersIn(
                "struct A\n{\n    std::string callerPhone; ///< x\n    int n = 0;\n    Unit u{};\n"
                "    std::vector<OrderTo> to;\n};\n"),
            QStringList({"callerPhone", "n", "u", "to"}));
    }

    void noColumnCouldHoldAPerson()
    {
        int files = 0;
        QDirIterator it(
            kTree + "/data/store", {"*.sql"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            ++files;
            const auto found = offenders(path, namesInSql(read(path)));
            QVERIFY2(found.isEmpty(), qPrintable(path + ": " + found.join(u' ')));
        }
        if (files == 0) {
            QSKIP("no migrations in this tree yet");
        }
    }

    void noFieldOfAnActCouldHoldAPerson_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("mustSee"); // proves that the reader has read it
        QTest::newRow("acts") << "/data/model/Acts.h" << "narrative";
        QTest::newRow("incident") << "/data/model/Incident.h" << "reportedAt";
        QTest::newRow("entry") << "/data/log/Entry.h" << "typeVersion";
        QTest::newRow("place") << "/data/plan/Places.h" << "isApproximate";
        QTest::newRow("seed") << "/data/hq/Seed.h" << "incident";
    }

    void noFieldOfAnActCouldHoldAPerson()
    {
        QFETCH(QString, file);
        QFETCH(QString, mustSee);
        const auto names = membersIn(read(kTree + file));
        QVERIFY2(names.contains(mustSee), qPrintable(names.join(u' ')));
        const auto found = offenders(file, names);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
    }

    void theSampleHasNoPhonesPlatesOrNames()
    {
        static const QRegularExpression kPhone(
            "(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<!\\d)0\\d{2,3}-\\d{7,8}");
        static const QRegularExpression kPlate(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·A-Z0-9]{5,6}");
        static const QRegularExpression kIdCard("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
        static const QRegularExpression kPersonal("[\\x{4e00}-\\x{9fa5}](先生|女士|某某)");
        const QString text = read(kTree + "/resources/samples/wuhan.toml");
        QVERIFY(!text.isEmpty());
        for (const auto& pattern : {kPhone, kPlate, kIdCard, kPersonal}) {
            const auto match = pattern.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
        }
    }
};

QTEST_APPLESS_MAIN(tst_NoDossier)
#include "tst_NoDossier.moc"
