// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two folders have one digest exactly when they hold the same plan.
#include "data/plan/PlanDigest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;

namespace {

void write(const QTemporaryDir& folder, const char* name, const char* text)
{
    const QString path = folder.filePath(QString::fromLatin1(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

std::string digest(const QTemporaryDir& folder)
{
    return plan::planDigest(folder.path().toStdString()).value_or("");
}

} // namespace

class tst_PlanDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFilesSameDigest();
    void everyChangeShows();
    void missingFolderIsAnError();
};

void tst_PlanDigest::sameFilesSameDigest()
{
    const QTemporaryDir a;
    const QTemporaryDir b;
    write(a, "plan.toml", "x");
    write(a, "more/units.csv", "y");
    write(b, "more/units.csv", "y");
    write(b, "plan.toml", "x");
    QCOMPARE(digest(a).size(), std::size_t{64});
    QCOMPARE(digest(a), digest(b));
}

void tst_PlanDigest::everyChangeShows()
{
    const QTemporaryDir folder;
    write(folder, "a", "x");
    const std::string one = digest(folder);
    write(folder, "a", "z");
    const std::string two = digest(folder);
    write(folder, "b", "");
    const std::string three = digest(folder);
    QVERIFY(one != two && two != three && one != three);
}

void tst_PlanDigest::missingFolderIsAnError()
{
    QCOMPARE(plan::planDigest("/nowhere/at/all").error().code, Code::FileUnreadable);
}

QTEST_GUILESS_MAIN(tst_PlanDigest)
#include "tst_PlanDigest.moc"
