// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A machine becomes a desk: the slip of a real headquarters typed at the console's first start, with real keys.
#include "app/console/Desks.h"
#include "data/net/Slip.h"
#include "tests/integration/hq/HqProcess.h"
#include "widgets/people/JoinDialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::widgets;
using test::HqProcess;

namespace {

// The dialog, shown, in a folder of its own.
struct Room
{
    QTemporaryDir data;
    ThemeSource theme{Theme::Dark};
    std::unique_ptr<JoinDialog> dialog = made({});

    [[nodiscard]] std::filesystem::path desks() const
    {
        return std::filesystem::path(data.path().toStdString()) / "desks";
    }
    [[nodiscard]] std::unique_ptr<JoinDialog> made(const std::filesystem::path& exactly) const
    {
        auto out = std::make_unique<JoinDialog>(desks(), exactly, theme);
        out->show();
        std::ignore = QTest::qWaitForWindowExposed(out.get());
        return out;
    }
    [[nodiscard]] QLineEdit* field(const char* name) const
    {
        return dialog->findChild<QLineEdit*>(QLatin1StringView(name));
    }
    [[nodiscard]] QString told() const
    {
        return dialog->findChild<QWidget*>(QStringLiteral("joinTold"))->accessibleName();
    }
    /// Address, code, fingerprint by keyboard, Tab between them, Enter at the end.
    void type(const QStringList& words) const
    {
        field("joinAddress")->setFocus();
        for (qsizetype i = 0; i < words.size(); ++i) {
            auto* at = qobject_cast<QLineEdit*>(QApplication::focusWidget());
            at->selectAll();
            QTest::keyClicks(at, words[i]);
            QTest::keyClick(at, i + 1 < words.size() ? Qt::Key_Tab : Qt::Key_Return);
        }
    }
    [[nodiscard]] bool isDone() const
    {
        return QTest::qWaitFor(
            [&] { return dialog->outcome() == JoinDialog::Outcome::Joined; }, 20'000);
    }
    [[nodiscard]] bool isTold(const QString& part) const
    {
        return QTest::qWaitFor([&] { return told().contains(part); }, 20'000);
    }
    [[nodiscard]] bool hasNoDesk() const { return app::Desks(desks().parent_path()).all().empty(); }
};

} // namespace

class tst_Join : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("sanzhen-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_Join"));
        m_hq = std::make_unique<HqProcess>(m_folder.path());
        m_hq->start();
    }
    void cleanupTestCase() { m_hq.reset(); }

    // For people on stderr, the bare code for scripts on stdout.
    void headquartersPrintsASlip()
    {
        for (const char* language : {"C", "zh_CN.UTF-8"}) {
            const auto out = printed("D05", {}, language);
            QCOMPARE(out.exit, 0);
            const auto slip = net::findSlip(out.err.toStdString());
            QVERIFY2(slip, qPrintable(out.err));
            QCOMPARE(slip->at.port, m_hq->port());
            QCOMPARE(out.out, QString::fromStdString(slip->code) + u'\n');
            QCOMPARE(slip->authority, net::printedFingerprint(m_hq->authority()));
            QVERIFY(out.err.contains(language[0] == 'C' ? u"good once" : u"只能用一次"));
        }
        const auto elsewhere =
            printed("D05", {QStringLiteral("--address"), QStringLiteral("hq.example:7443")});
        QVERIFY(elsewhere.err.contains(u"sanzhen://hq.example:7443/"));
        const auto wrong = printed("D05", {QStringLiteral("--address"), QStringLiteral("hq")});
        QVERIFY(wrong.exit != 0 && wrong.out.isEmpty()); // no code is spent on it
        QVERIFY2(wrong.err.contains(u"--address"), qPrintable(wrong.err));
    }

    void aTypedSlipMakesADesk()
    {
        const Room room;
        QCOMPARE(QApplication::focusWidget(), room.field("joinAddress"));
        room.type(typed(slip("D05")));
        QVERIFY2(room.isDone(), qPrintable(room.told()));
        QVERIFY(!room.dialog->isVisible());
        const auto known = desk::loadProfile(room.desks() / "D05");
        QVERIFY(known);
        QCOMPARE(known->unit, UnitCode("D05"));
        QCOMPARE(known->desk, room.dialog->profile()->desk);
        QCOMPARE(known->headquarters.port, m_hq->port());
    }

    void aPastedLineFillsInAll()
    {
        const Room room;
        const auto one = slip("L06");
        QApplication::clipboard()->setText(
            QStringLiteral("  %1\n").arg(QString::fromStdString(net::slipLine(one))));
        room.field("joinCode")->setFocus();
        QTest::keyClick(room.field("joinCode"), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(room.field("joinCode")->text(), QString::fromStdString(one.code));
        QCOMPARE(room.field("joinPrint")->text(), QString::fromStdString(one.authority));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the button has the cursor
        QVERIFY2(room.isDone(), qPrintable(room.told()));
        QCOMPARE(room.dialog->profile()->unit, UnitCode("L06"));
    }

    // Somebody between desk and headquarters gets neither the code nor a desk.
    void anotherFingerprintIsNotGoneOnWith()
    {
        const Room room;
        const auto right = slip("D06");
        auto wrong = right;
        wrong.authority[0] = wrong.authority[0] == 'A' ? 'B' : 'A';
        room.type(typed(wrong));
        QVERIFY2(room.isTold(JoinDialog::tr("do not go on")), qPrintable(room.told()));
        QVERIFY(room.hasNoDesk());
        QCOMPARE(QApplication::focusWidget(), room.field("joinPrint"));
        room.type(typed(right)); // and the code is still good
        QVERIFY2(room.isDone(), qPrintable(room.told()));
    }

    void aCodeIsGoodOnce()
    {
        const auto one = slip("D07");
        const Room first;
        first.type(typed(one));
        QVERIFY(first.isDone());
        const Room second;
        second.type(typed(one));
        QVERIFY2(second.isTold(QStringLiteral("code is wrong")), qPrintable(second.told()));
        QVERIFY(second.hasNoDesk());
        QCOMPARE(QApplication::focusWidget(), second.field("joinCode"));
    }

    void nobodyThereIsSaid()
    {
        const Room room;
        auto one = slip("D08");
        one.at.port = 1;
        room.type(typed(one));
        QVERIFY2(
            room.isTold(QStringLiteral("Nobody answers at 127.0.0.1:1")), qPrintable(room.told()));
        QCOMPARE(QApplication::focusWidget(), room.field("joinAddress"));
    }

    void whatCannotBeIsRefusedByField_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("field");
        const QString code = QStringLiteral("DVGM-7B3E-0D1N");
        const QString print = QStringLiteral("3F2A-91BC-77E0-D41C-8A5B");
        QTest::newRow("address") << QStringList{QStringLiteral("hq"), code, print}
                                 << QStringLiteral("joinAddress");
        QTest::newRow("code") << QStringList{QStringLiteral("hq:1"), QStringLiteral("DVGM"), print}
                              << QStringLiteral("joinCode");
        QTest::newRow("short fingerprint")
            << QStringList{QStringLiteral("hq:1"), code, QStringLiteral("3F2A")}
            << QStringLiteral("joinPrint");
        QTest::newRow("no hexadecimal")
            << QStringList{QStringLiteral("hq:1"), code, QString(print).replace(u'3', u'G')}
            << QStringLiteral("joinPrint");
    }
    void whatCannotBeIsRefusedByField()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, field);
        const Room room;
        room.type(words);
        QCOMPARE(QApplication::focusWidget()->objectName(), field);
        QVERIFY(!room.told().isEmpty());
        QVERIFY(room.hasNoDesk());
    }

    // A machine may be several desks, also of one unit; the one used last opens.
    void severalDesksOfOneMachine()
    {
        QTemporaryDir data;
        const std::filesystem::path folder = data.path().toStdString();
        const app::Desks desks(folder);
        QVERIFY(desks.usual().empty());
        Room room;
        std::vector<std::filesystem::path> made;
        for (const char* unit : {"D09", "D09", "D10"}) {
            room.dialog =
                std::make_unique<JoinDialog>(desks.folder(), std::filesystem::path(), room.theme);
            room.dialog->show();
            QVERIFY(QTest::qWaitForWindowExposed(room.dialog.get()));
            room.type(typed(slip(unit)));
            QVERIFY2(room.isDone(), qPrintable(room.told()));
            made.push_back(room.dialog->profile()->folder);
        }
        QCOMPARE(made[0], desks.folder() / "D09");
        QVERIFY(made[1] != made[0]);
        QCOMPARE(desks.all().size(), std::size_t{3});
        QCOMPARE(desks.usual(), desks.all().front());
        desks.remember(made[2]);
        QCOMPARE(desks.usual(), made[2]);
        std::filesystem::remove_all(made[2]); // gone: another one, not a question
        QCOMPARE(desks.usual(), desks.all().front());
    }

    // Many machines are joined without anybody at the keyboard; the code stands on no command line.
    void aScriptJoins()
    {
        const QTemporaryDir data;
        const QString folder = data.filePath(QStringLiteral("desks/D11"));
        const auto one = QByteArray::fromStdString("  " + net::slipLine(slip("D11")) + "\n");
        const auto join = [&](const QByteArray& input) {
            QProcess process;
            process.start(
                QStringLiteral(SANZHENCTL),
                {QStringLiteral("desk"), QStringLiteral("join"), folder});
            process.write(input);
            process.closeWriteChannel();
            process.waitForFinished(20'000);
            return std::pair{process.exitCode(), process.readAllStandardError()};
        };
        QCOMPARE(join("nothing\n").first, 1);
        const auto [code, said] = join(one);
        QVERIFY2(code == 0, said.constData());
        const auto known = desk::loadProfile(folder.toStdString());
        QVERIFY(known);
        QCOMPARE(known->unit, UnitCode("D11"));
        const auto again = join(one);
        QVERIFY(again.first == 1 && again.second.contains(folder.toUtf8()));
    }

    void itIsLeftOrTriedWithTheSample()
    {
        const Room left;
        QTest::keyClick(left.field("joinAddress"), Qt::Key_Escape);
        QVERIFY(!left.dialog->isVisible());
        QCOMPARE(left.dialog->outcome(), JoinDialog::Outcome::Left);
        const Room tried;
        QTest::keyClick(tried.field("joinAddress"), Qt::Key_F5);
        QVERIFY(!tried.dialog->isVisible());
        QCOMPARE(tried.dialog->outcome(), JoinDialog::Outcome::Sample);
    }

private:
    [[nodiscard]] HqProcess::Output
    printed(const char* unit, const QStringList& more = {}, const char* language = "C") const
    {
        return HqProcess::command(
            QStringList{
                QStringLiteral("enrol-code"), QStringLiteral("--data"), m_folder.path(),
                QStringLiteral("--unit"), QString::fromLatin1(unit)}
                + more,
            language);
    }
    [[nodiscard]] net::EnrolSlip slip(const char* unit) const
    {
        return net::findSlip(printed(unit).err.toStdString()).value();
    }
    static QStringList typed(const net::EnrolSlip& slip)
    {
        return {
            QString::fromStdString(net::addressText(slip.at)),
            QString::fromStdString(slip.code).toLower(), // as people do
            QString::fromStdString(slip.authority).remove(u'-')};
    }

    QTemporaryDir m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<HqProcess> m_hq;
};

QTEST_MAIN(tst_Join)
#include "tst_Join.moc"
