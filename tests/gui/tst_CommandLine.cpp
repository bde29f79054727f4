// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line by real keys against a real desk: performs, asks, jumps, completes, remembers.
#include "tests/gui/SheetFixture.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/CommandLine.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/KeycapButton.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

struct Room : DeskRoom
{
    Room()
    {
        window.resize(1366, 700);
        line = new CommandLine(*desk, finder, theme, ticks, &window);
        line->setGeometry(0, 600, 1366, 100);
        input = line->findChild<QLineEdit*>(QStringLiteral("commandInput"));
        chips = line->findChild<ChipRow*>(QStringLiteral("previewChips"));
        window.show();
    }
    [[nodiscard]] bool isReady()
    {
        if (!isOpen() || !QTest::qWaitForWindowActive(&window)) {
            return false;
        }
        model::ReportIncident report =
            test::plainReport("面包车载液化气罐 32 只", plan::Grade::III, 4);
        report.kind = KindCode("gas.cylinders");
        report.receivedAt = kCall;
        incident = perform({}, report);
        line->setSelected(incident);
        QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
        return !incident.empty() && input->hasFocus();
    }
    void type(const QString& text) const { QTest::keyClicks(input, text); }
    /// As an input method does.
    void compose(const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(input, &event);
    }
    void key(Qt::Key key) const { QTest::keyClick(input, key); }
    [[nodiscard]] ChoiceList* list() const { return window.findChild<ChoiceList*>(); }

    QWidget window;
    CommandLine* line = nullptr;
    QLineEdit* input = nullptr;
    ChipRow* chips = nullptr;
    IncidentId incident;
};

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderFromTheLine()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy performed(room.line, &CommandLine::performed);
        room.compose(QStringLiteral("派 武昌，教育 24h"));
        auto* effect = room.line->findChild<KeycapButton*>(QStringLiteral("effectButton"));
        QVERIFY(effect->isVisible());
        QVERIFY(effect->accessibleName().contains(u'2'));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return performed.count() == 1 && room.only()->orders.size() == 2; }));
        QCOMPARE(room.only()->orders[0].unit, UnitCode("D05"));
        QVERIFY(room.only()->orders[0].isLead);
        QVERIFY(room.input->text().isEmpty());
    }

    void findsByCharactersAndInitialsAndSaysWhyNot()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy requested(room.line, &CommandLine::incidentRequested);
        const QString title = QString::fromStdString(room.only()->title);
        room.compose(QStringLiteral("/") + title.left(2));
        QVERIFY(waitFor([&] {
            return room.list() != nullptr && room.list()->isVisible()
                   && room.list()->rows().front().title == title;
        }));
        room.key(Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
        room.compose(QStringLiteral("找 鼋鼍"));
        QVERIFY(waitFor([&] {
            return room.list()->isVisible() && room.list()->rows().size() == 1
                   && room.list()->rows().front().title != title;
        }));
        room.key(Qt::Key_Return);
        QCOMPARE(requested.count(), 1);
    }

    void enterDoesNothingWhileAnythingIsNotUnderstood()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("派 武昌，火星 24h"));
        QVERIFY(!room.line->findChild<QWidget*>(QStringLiteral("effectButton"))->isVisible());
        QVERIFY(std::ranges::any_of(room.chips->chips(), [](const Chip& chip) {
            return chip.tone == ChipTone::NotUnderstood;
        }));
        room.key(Qt::Key_Return);
        QTest::qWait(50);
        QVERIFY(room.only()->orders.empty());
        QVERIFY(!room.input->text().isEmpty());
    }

    // The line is empty again at once; what is refused comes back, or is named above what is typed by then.
    void typedOnWhileAnActIsWritten_data()
    {
        QTest::addColumn<QString>("next");
        QTest::newRow("nothing more") << QString();
        QTest::newRow("the next one") << QStringLiteral("记 家长");
    }
    void typedOnWhileAnActIsWritten()
    {
        QFETCH(QString, next);
        Room room;
        QVERIFY(room.isReady());
        const QString close = QStringLiteral("结 已办完");
        room.compose(close);
        room.key(Qt::Key_Return);
        QVERIFY(room.input->text().isEmpty());
        room.compose(close); // before the first is known: the rules refuse it where it is written
        room.key(Qt::Key_Return);
        if (!next.isEmpty()) {
            room.compose(next);
        }
        const auto refused = [&] {
            const auto chips = room.chips->chips();
            const auto it = std::ranges::find(chips, ChipTone::Refused, &Chip::tone);
            return it == chips.end() ? QString() : it->label;
        };
        QVERIFY(waitFor([&] { return !refused().isEmpty(); }));
        QCOMPARE(room.input->text(), next.isEmpty() ? close : next);
        QCOMPARE(refused().contains(close), !next.isEmpty());
        room.key(Qt::Key_Escape);
        QVERIFY(room.input->text().isEmpty());
        QVERIFY(refused().isEmpty());
    }

    void nothingFiresWhileComposing()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("记 家长到场"));
        QInputMethodEvent composing(QStringLiteral("liu shi"), {});
        QCoreApplication::sendEvent(room.input, &composing);
        room.key(Qt::Key_Return);
        room.key(Qt::Key_Escape);
        QTest::qWait(50);
        QCOMPARE(room.only()->trace.size(), std::size_t{1});
        room.compose(QStringLiteral("六十人"));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.only()->trace.size() == 2; }));
        QCOMPARE(
            std::get<model::AddNote>(*room.only()->trace.back().act).text,
            std::string("家长到场六十人"));
    }

    void tabCompletesAnAmbiguousUnit()
    {
        Room room;
        QVERIFY(room.isReady());
        room.type(QStringLiteral("p wc,xf 2h"));
        QVERIFY(room.list()->isVisible());
        QCOMPARE(room.list()->rows().size(), std::size_t{2});
        const QString second = room.list()->rows()[1].title;
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Tab);
        QCOMPARE(room.input->text(), QStringLiteral("p wc,%1 2h").arg(second));
        QVERIFY(!room.list()->isVisible());
        QVERIFY(room.input->hasFocus());
    }

    void askingShowsPostsAndCopiesTheNumber()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy performed(room.line, &CommandLine::performed);
        room.compose(QStringLiteral("？武昌区"));
        QVERIFY(room.list()->isVisible());
        QCOMPARE(room.list()->rows().front().badge, QStringLiteral("8-2405"));
        QVERIFY(room.list()->geometry().bottom() <= 660);
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("8-2400"));
        QCOMPARE(performed.count(), 1);
        QVERIFY(!room.list()->isVisible());
    }

    void historyGoesUpAndDown()
    {
        Room room;
        QVERIFY(room.isReady());
        room.type(QStringLiteral("note a"));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.input->text().isEmpty(); }));
        room.type(QStringLiteral("note b"));
        room.key(Qt::Key_Return);
        QVERIFY(waitFor([&] { return room.input->text().isEmpty(); }));
        room.key(Qt::Key_Up);
        QCOMPARE(room.input->text(), QStringLiteral("note b"));
        room.key(Qt::Key_Up);
        room.key(Qt::Key_Up);
        QCOMPARE(room.input->text(), QStringLiteral("note a"));
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Down);
        QVERIFY(room.input->text().isEmpty());
    }

    void escClears()
    {
        Room room;
        QVERIFY(room.isReady());
        room.type(QStringLiteral("note a"));
        room.key(Qt::Key_Escape);
        QVERIFY(room.input->text().isEmpty());
        QVERIFY(room.chips->chips().empty());
    }

    void aChangeOfTheBoardChangesTheReading()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(QStringLiteral("催"));
        QVERIFY(!room.line->findChild<QWidget*>(QStringLiteral("effectButton"))->isVisible());
        model::IssueOrders order;
        order.text = "x";
        order.to = {
            {room.desk->newOrderId(), UnitCode("L20"), PostCode("L20-desk"), true, 10, 120, 0}};
        QVERIFY(!room.perform(room.incident, order).empty());
        QVERIFY(waitFor([&] {
            return room.line->findChild<QWidget*>(QStringLiteral("effectButton"))->isVisible();
        }));
    }

    void keycapsOfTheOwnerStandBeside()
    {
        Room room;
        QVERIFY(room.isReady());
        auto* button =
            new KeycapButton(room.theme, QKeySequence(Qt::Key_F2), QStringLiteral("new"));
        button->setObjectName(QStringLiteral("f2Button"));
        room.line->addKeycap(button);
        QVERIFY(button->isVisible());
        QSignalSpy clicks(button, &QAbstractButton::clicked);
        room.key(Qt::Key_F2);
        QCOMPARE(clicks.count(), 1);
    }

    void everythingHasAName()
    {
        Room room;
        QVERIFY(room.isReady());
        QCOMPARE(test::namelessIn(room.window), QStringList());
    }
};

QTEST_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
