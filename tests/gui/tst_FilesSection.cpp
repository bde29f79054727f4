// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an incident on the screen: attached by key, drop and paste; named as text; opened after one question.
#include "tests/gui/SheetFixture.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/models/OrderCare.h"
#include "widgets/shell/FileActs.h"
#include "widgets/shell/Scanning.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/FileDrops.h"
#include "widgets/watch/FilesSection.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

using namespace sz;
using namespace sz::widgets;
using namespace std::chrono_literals;
using sz::test::DeskRoom;
using sz::test::waitFor;

namespace {

model::AttachFile file(const std::string& name, const char* words)
{
    return {sha256(viewOf(words)), name, "image/jpeg", 482'133, {}};
}

struct Room : DeskRoom
{
    using DeskRoom::DeskRoom;
    void show()
    {
        QVERIFY(waitFor([this] { return desk->isOpen(); }));
        pane = std::make_unique<DetailPane>(options.plan, theme);
        acts = new FileActs(*desk, pane.get());
        pane->resize(464, 868);
        pane->setActor(desk->actor());
        QObject::connect(pane.get(), &DetailPane::filesDropped, acts, &FileActs::attach);
        QObject::connect(
            acts, &FileActs::said, pane.get(), [this](const QString& line) { said = line; });
        pane->show();
        auto reported = desk->perform({}, test::plainReport("现场"));
        QVERIFY(waitFor([&] { return reported.isFinished() && desk->incidents().size() == 1; }));
        id = desk->incidents().begin()->first;
        pane->setIncident(desk->incident(id));
    }

    [[nodiscard]] bool has(std::size_t files) const
    {
        return waitFor([&] { return desk->incident(id)->files.size() == files; });
    }

    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const
    {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QFile out(path);
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? path
                                                                                  : QString();
    }

    std::unique_ptr<DetailPane> pane;
    FileActs* acts = nullptr;
    QString said;
    IncidentId id;
};

} // namespace

class tst_FilesSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNothingWithoutFiles()
    {
        const Instant now = test::pictureMoment();
        DetailPane pane(test::samplePlan(), m_theme);
        pane.setActor(m_chief);
        pane.resize(464, 868);
        pane.show();
        test::SampleIncident incident(1, now - 30min, test::plainReport("a"));
        pane.setIncident(incident);
        QVERIFY(!pane.files().isVisible());
        QSignalSpy wanted(&pane, &DetailPane::requestAttach);
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        QTest::keyClick(&pane, Qt::Key_P);
        QCOMPARE(wanted.size(), 1);
        incident.act(now, UnitCode("D05"), file("现场.jpg", "a"));
        pane.setIncident(incident);
        QVERIFY(pane.files().isVisible());
        QCOMPARE(pane.files().model().rowCount(), 1);
        pane.setActor({UnitCode("HQ"), PostCode("HQ-wall"), plan::Role::Viewer});
        QVERIFY(!pane.findChild<KeycapButton*>(QStringLiteral("attachButton"))->isEnabled());
        pane.setCompact(true); // behind a tab of its own
        QVERIFY(!pane.files().isVisible());
    }

    void namesAreTextAndStatesAreWords()
    {
        const Instant now = test::pictureMoment();
        test::SampleIncident incident(1, now - 30min, test::plainReport("a"));
        incident.act(now, UnitCode("D05"), file("<b>x</b>\u202Egpj.exe\u200B", "a"));
        FilesModel model(test::samplePlan());
        const QAbstractItemModelTester tester(&model);
        model.setIncident(incident);
        desk::FileStatus status;
        status.stage = desk::FileStatus::Stage::Sending;
        status.size = 200;
        status.done = 84;
        model.setStatusOf([&](const Digest&) { return status; });
        const auto text = [&](FileColumn column) {
            return model.index(0, static_cast<int>(column)).data().toString();
        };
        QCOMPARE(text(FileColumn::Name), QStringLiteral("<b>x</b>\u25A1gpj.exe\u25A1"));
        QCOMPARE(text(FileColumn::Size), QStringLiteral("482 KB"));
        QCOMPARE(text(FileColumn::State), QStringLiteral("sending 42 %"));
        status.stage = desk::FileStatus::Stage::Here;
        QCOMPARE(text(FileColumn::State), QStringLiteral("at headquarters"));
        incident.act(now, UnitCode("D05"), file("b.pdf", "b"));
        model.setIncident(incident);
        QCOMPARE(model.rowCount(), 2);
        model.setIncident(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void asksOnceBeforeItOpens()
    {
        const Instant now = test::pictureMoment();
        test::SampleIncident incident(1, now - 30min, test::plainReport("a"));
        incident.act(now, UnitCode("D05"), file("<b>x</b>\u202Egpj.exe", "a"));
        FilesSection section(test::samplePlan(), m_theme);
        section.setIncident(incident);
        section.resize(464, 200);
        section.show();
        QVERIFY(QTest::qWaitForWindowActive(&section));
        QSignalSpy opened(&section, &FilesSection::openRequested);
        auto* table = section.findChild<FilesTable*>();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(section.question().contains(QStringLiteral("<b>x</b>\u25A1gpj.exe")));
        QVERIFY(section.question().contains(QStringLiteral("482 KB")));
        QCOMPARE(
            section.findChild<QLabel*>(QStringLiteral("openFileQuestion"))->textFormat(),
            Qt::PlainText);
        auto* leave = section.findChild<KeycapButton*>(QStringLiteral("leaveFileButton"));
        QVERIFY(leave->hasFocus()); // a second Enter in a hurry is no yes
        leave->click();
        QCOMPARE(opened.size(), 0);
        QVERIFY(section.question().isEmpty());
        QTest::keyClick(table, Qt::Key_Return);
        section.findChild<KeycapButton*>(QStringLiteral("openFileButton"))->click();
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(table, Qt::Key_Return); // known now
        QCOMPARE(opened.size(), 2);
    }

    void dropsPastesAndOpens()
    {
        Room room;
        room.show();
        QString opened;
        room.acts->opener = [&](const QString& path) { opened = path; };
        const QString text = room.write("记录.txt", "现场记录");
        QMimeData data;
        data.setUrls(
            {QUrl::fromLocalFile(text), QUrl(QStringLiteral("https://example.org/x.png"))});
        QDragEnterEvent enter( // makes the pane the target
            QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(room.pane.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(room.pane.get(), &drop);
        QVERIFY(drop.isAccepted());
        QVERIFY(room.has(1)); // what is no local file is not fetched from anywhere
        const auto first = room.desk->incident(room.id)->files[0];
        QCOMPARE(first.name, std::string("记录.txt"));
        QCOMPARE(first.type, std::string("text/plain"));
        QCOMPARE(room.desk->fileStatus(first.hash).stage, desk::FileStatus::Stage::Waiting);

        QImage picture(30, 20, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QMimeData clip;
        clip.setImageData(picture);
        QVERIFY(room.acts->paste(room.id, clip));
        QVERIFY(room.has(2));
        QCOMPARE(room.desk->incident(room.id)->files[1].type, std::string("image/png"));
        QMimeData words;
        words.setText(QStringLiteral("nothing"));
        QVERIFY(!room.acts->paste(room.id, words));

        room.acts->open(room.id, first.hash);
        QVERIFY(waitFor([&] { return !opened.isEmpty(); }));
        QVERIFY(
            opened.endsWith(QStringLiteral(".txt")) && !opened.contains(QStringLiteral("记录")));
        QFile copy(opened);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), QByteArray("现场记录"));
    }

    // 反馈附证据: at a unit's desk a picture answers the unit's order; the office reads on which one how many lie.
    void whatAUnitAttachesIsEvidenceOfItsOrder()
    {
        auto plan = std::make_shared<plan::Plan>(*test::samplePlan());
        plan->roles.at(static_cast<std::size_t>(plan::Role::DistrictDesk))
            .reach[static_cast<std::size_t>(plan::Right::IssueOrders)] = plan::Reach::Any;
        Room room("D05", plan); // one desk tells the whole story
        room.show();
        const auto issue = [&](const char* id, const char* unit) {
            const auto before = room.desk->incident(room.id)->orders.size();
            const model::IssueOrders act{
                "核对",
                {{OrderId(id), UnitCode(unit), PostCode(std::string(unit) + "-desk"), false, 10,
                  24 * 60, 0}}};
            QVERIFY(!room.perform(room.id, act).empty());
            QVERIFY(
                waitFor([&] { return room.desk->incident(room.id)->orders.size() == before + 1; }));
        };
        const auto answered = [&](std::size_t n) {
            return room.desk->incident(room.id)->files.at(n).order;
        };
        room.acts->attach(room.id, {room.write("a.txt", "1")});
        QVERIFY(room.has(1));
        QVERIFY(answered(0).empty()); // no order yet
        issue("o1", "L06");
        issue("o2", "D05");
        room.acts->attach(room.id, {room.write("b.txt", "2")});
        QVERIFY(room.has(2));
        QCOMPARE(answered(1), OrderId("o2")); // its own, not the first
        const auto incident = room.desk->incident(room.id);
        const auto notes = [&](const char* id) {
            return careNotes(
                *incident, *incident->order(OrderId(id)), *room.plan, room.clock.now());
        };
        QVERIFY(notes("o1").isEmpty());
        QVERIFY2(
            notes("o2").join(u' ').contains(QStringLiteral("evidence")),
            qPrintable(notes("o2").join(u' ')));
        issue("o3", "D05");
        room.acts->attach(room.id, {room.write("c.txt", "3")});
        QVERIFY(room.has(3));
        QVERIFY(answered(2).empty()); // which of the two is meant?
    }

    void whatThePlanForbidsIsRefusedInWords()
    {
        Room room;
        room.show();
        room.acts->attach(room.id, {room.write("a.html", "<html><body>x</body></html>")});
        QVERIFY(waitFor([&] { return !room.said.isEmpty(); }));
        QVERIFY(room.said.contains(QStringLiteral("a.html")));
        QVERIFY(room.desk->incident(room.id)->files.empty());
        room.said.clear();
        room.acts->open(room.id, sha256(viewOf("none")));
        QVERIFY(waitFor([&] { return !room.said.isEmpty(); }));
    }

private:
    ThemeSource m_theme;
    model::Actor m_chief{UnitCode("HQ"), PostCode("HQ-chief"), plan::Role::DutyChief};

private Q_SLOTS:
    void aPageFromTheScanner_data()
    {
        QTest::addColumn<QString>("listed");
        QTest::addColumn<QString>("read"); ///< what the program does when it reads
        QTest::addColumn<QString>("words");
        const QString one = QStringLiteral("printf 'test:0\\tNoname tester\\n'");
        const QString page = QStringLiteral("cat \"$(dirname \"$0\")/page.png\"");
        QTest::newRow("a page") << one << page << QStringLiteral("is attached");
        QTest::newRow("one resolution only")
            << one
            << QStringLiteral("case \"$*\" in *--resolution*) echo \"$0: unrecognized option "
                              "'--resolution'\" >&2; exit 1;; esac; ")
                   + page
            << QStringLiteral("is attached");
        QTest::newRow("none there")
            << QStringLiteral("true") << page << QStringLiteral("No scanner is found");
        QTest::newRow("a camera is none") << QStringLiteral("printf 'v4l:/dev/video0\\tWebcam\\n'")
                                          << page << QStringLiteral("No scanner is found");
        QTest::newRow("no paper")
            << one
            << QStringLiteral(
                   "echo 'scanimage: sane_start: Document feeder out of documents' >&2; exit 7")
            << QStringLiteral("out of documents");
        QTest::newRow("no picture")
            << one << QStringLiteral("echo hello") << QStringLiteral("Nothing was scanned");
    }
    void aPageFromTheScanner()
    {
        QFETCH(QString, listed);
        QFETCH(QString, read);
        QFETCH(QString, words);
        Room room;
        room.show();
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::white);
        const QString folder = room.folder.path();
        QVERIFY(picture.save(folder + QStringLiteral("/page.png")));
        QFile program(folder + QStringLiteral("/scanimage"));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write(
            ("#!/bin/sh\nif [ \"$1\" = -f ]; then " + listed + "; else " + read + "; fi\n")
                .toUtf8());
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        program.close();
        Scanning scanning(room.acts);
        scanning.program = program.fileName();
        QObject::connect(&scanning, &Scanning::said, room.acts, &FileActs::said);
        QObject::connect(&scanning, &Scanning::scanned, room.acts, &FileActs::attachScan);
        scanning.scan(room.id);
        QVERIFY2(waitFor([&] { return room.said.contains(words); }), qPrintable(room.said));
        const bool isThere = words == QStringLiteral("is attached");
        QVERIFY(room.has(isThere ? 1 : 0));
    }

    void withoutTheProgramItSaysWhatIsMissing()
    {
        Scanning scanning(nullptr);
        scanning.program = QStringLiteral("no-such-scanimage");
        QSignalSpy said(&scanning, &Scanning::said);
        scanning.scan(IncidentId("x"));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.front().front().toString().contains(QStringLiteral("sane-utils")));
    }

    void ofSeveralScannersOneIsChosen()
    {
        const auto found = scannersIn("a:1\tFirst one\nv4l:/dev/video0\tCam\n\nb:2\n");
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].name, QStringLiteral("a:1"));
        QCOMPARE(found[0].words, QStringLiteral("First one"));
        QCOMPARE(found[1].words, QStringLiteral("b:2"));
    }
};

QTEST_MAIN(tst_FilesSection)
#include "tst_FilesSection.moc"
