// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report by real keys against a real desk: words, "tjd", Enter, Ctrl+Enter; drafts; what is missing is said.
#include "data/geo/CoordinateSystem.h"
#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/actions/ChoiceList.h"
#include "widgets/actions/OrderTable.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/intake/FactsRow.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/ReportDraft.h"
#include "widgets/models/Wording.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <optional>

using namespace sz;
using namespace sz::widgets;
using sz::test::DeskRoom;
using sz::test::kCall;
using sz::test::waitFor;

namespace {

const QString kGas = QStringLiteral(
    "餐馆后门停了一辆面包车，车里有二三十个液化气罐，有人正往店里搬。路口较窄，行人多。");

/// The sheet in a window, opened, with its fields at hand.
struct Room : DeskRoom
{
    explicit Room(bool hasFolder = false)
    {
        if (hasFolder) { // what kinds ask for stands in its files
            options.planFolder = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
            desk.reset();
            desk = std::make_unique<desk::Desk>(options);
            desk->start();
        }
        window.resize(1920, 900);
        sheet =
            std::make_unique<IntakeSheet>(*desk, finder, index, theme, ticks, draftFile(), &window);
        sheet->resize(568, 900);
        window.show();
    }
    [[nodiscard]] bool isReady() const
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(const_cast<QWidget*>(&window));
        sheet->open(clock.now());
        return isThere;
    }
    template <class T>
    [[nodiscard]] T* find(const char* name) const
    {
        return sheet->findChild<T*>(QLatin1StringView(name));
    }
    void type(const QString& text) const { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Han text comes from an input method, as it does on a desk.
    void compose(const QString& text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void registerIt() const { key(Qt::Key_Return, Qt::ControlModifier); }
    [[nodiscard]] bool hasFocus(const char* name) const
    {
        return QApplication::focusWidget() == find<QWidget>(name);
    }
    [[nodiscard]] QString message() const
    {
        const auto* label = find<QLabel>("sheetMessage");
        return label->isVisible() ? label->text() : QString();
    }

    QWidget window;
    std::unique_ptr<IntakeSheet> sheet;
};

} // namespace

class tst_IntakeSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsPlaceAndOneChordMakeAnIncident()
    {
        Room room;
        QVERIFY(room.isReady());
        QVERIFY(room.hasFocus("narrativeEdit"));
        QSignalSpy registered(room.sheet.get(), &IntakeSheet::registered);
        room.compose(kGas);
        room.key(Qt::Key_Tab);
        QVERIFY(room.hasFocus("placeEdit"));
        room.type(QStringLiteral("tjd"));
        QVERIFY(room.find<PickEdit>("placeEdit")->isListOpen());
        room.key(Qt::Key_Return);
        QCOMPARE(room.find<QLineEdit>("placeEdit")->text(), QStringLiteral("唐家墩街"));
        QVERIFY(room.find<ElidedLabel>("placeResolved")->text().contains(QStringLiteral("4 ")));
        room.registerIt();
        QVERIFY(waitFor([&] { return registered.count() == 1 && room.only() != nullptr; }));

        const model::Incident& made = *room.only();
        QCOMPARE(made.kind, KindCode("gas.cylinders"));
        QCOMPARE(made.grade, plan::Grade::III);
        QCOMPARE(made.title, std::string("餐馆后门停了一辆面包车"));
        QCOMPARE(made.narrative, kGas.toStdString());
        QCOMPARE(made.place.area, 4);
        QCOMPARE(made.place.district, UnitCode("D02"));
        QCOMPARE(made.reportedAt, kCall);
        QCOMPARE(made.source, model::Source::Phone);
        const auto& act = std::get<model::ReportIncident>(*made.trace.front().act);
        QCOMPARE(act.suggestedBy, std::string("燃-07"));
        QVERIFY(room.find<QPlainTextEdit>("narrativeEdit")->toPlainText().isEmpty());
        QVERIFY(!QFile::exists(room.draftFile()));
    }

    // A line of a roll call becomes a report: nobody called. Its source has the last button, through a put-away too, and only then.
    void aUnitsWordIsNoCall()
    {
        Room room;
        QVERIFY(room.isReady());
        const auto last = [&] {
            return room.find<QWidget>("sourcePicker")
                ->findChild<QAbstractButton*>(QStringLiteral("segmentButton4"));
        };
        QCOMPARE(last()->text(), sourceText(model::Source::Other));
        model::ReportIncident told = test::plainReport("-", plan::Grade::IV, 4);
        told.source = model::Source::Unit;
        told.narrative = kGas.toStdString();
        told.receivedAt = kCall;
        QVERIFY(room.sheet->beginWith(told));
        QCOMPARE(last()->text(), sourceText(model::Source::Unit));
        QVERIFY(last()->isChecked());
        Q_EMIT room.sheet->closed();
        room.sheet->open(room.clock.now());
        QCOMPARE(last()->text(), sourceText(model::Source::Unit));
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        QSignalSpy registered(room.sheet.get(), &IntakeSheet::registered);
        room.registerIt();
        QVERIFY(waitFor([&] { return registered.count() == 1 && room.only() != nullptr; }));
        QCOMPARE(room.only()->source, model::Source::Unit);
        room.sheet->open(room.clock.now());
        QCOMPARE(last()->text(), sourceText(model::Source::Other)); // the next one is a call again
        QVERIFY(!last()->isChecked());
    }

    // A caller reads two numbers off a map on the telephone: which map it is decides where they send somebody.
    void typedCoordinatesAreOfferedInEachDatum()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy registered(room.sheet.get(), &IntakeSheet::registered);
        room.compose(kGas);
        room.key(Qt::Key_Tab);
        room.type(QStringLiteral("114.311, 30.590"));
        auto* edit = room.find<PickEdit>("placeEdit");
        QVERIFY(edit->isListOpen());
        QCOMPARE(edit->list()->rows().size(), 4U); // and as named
        QVERIFY(edit->list()->rows()[1].note.contains(QStringLiteral("GCJ-02")));
        QVERIFY(edit->list()->rows()[2].note.contains(QStringLiteral("BD-09")));
        room.key(Qt::Key_Down);
        room.key(Qt::Key_Return);
        QCOMPARE(edit->text(), QStringLiteral("114.311000, 30.590000 GCJ-02"));
        room.registerIt();
        QVERIFY(waitFor([&] { return registered.count() == 1 && room.only() != nullptr; }));
        const plan::Place& place = room.only()->place;
        QCOMPARE(place.text, std::string("114.311000, 30.590000 GCJ-02"));
        QVERIFY(place.point && !place.isApproximate);
        const auto expected = geo::toWgs84({114.311, 30.59}, *geo::systemFrom("gcj02"));
        QVERIFY(distanceMetres(*place.point, *expected) < 0.1);
        QVERIFY(
            distanceMetres(*place.point, {114.311, 30.59}) > 400); // streets away from the numbers
        QCOMPARE(place.area, room.index.areaAt(*expected));
    }

    void howSurelyAnAddressIsKnownIsSaid()
    {
        Room room;
        QVERIFY(room.isReady());
        auto* edit = room.find<PickEdit>("placeEdit");
        edit->setFocus();
        room.compose(QStringLiteral("江汉区唐家墩街新湾路 12 号"));
        QVERIFY(edit->isListOpen());
        QVERIFY2(
            edit->list()->rows()[0].note.contains(QStringLiteral("唐家墩")),
            qPrintable(edit->list()->rows()[0].note));
        QVERIFY(edit->list()->rows()[0].note.contains(QStringLiteral("% sure")));
        edit->clear();
        room.compose(QStringLiteral("唐家墩街"));
        QVERIFY(!edit->list()->rows()[0].note.contains(QStringLiteral("sure")));
    }

    void coordinatesThatSayTheirDatumAreOne()
    {
        Room room;
        QVERIFY(room.isReady());
        auto* edit = room.find<PickEdit>("placeEdit");
        edit->setFocus();
        room.compose(QStringLiteral("北纬30.590 东经114.311 百度"));
        QCOMPARE(edit->list()->rows().size(), 2U);
        QVERIFY(edit->list()->rows()[0].note.contains(QStringLiteral("BD-09")));
        edit->clear();
        room.compose(QStringLiteral("100.5000, 20.5000 WGS-84")); // not ours
        QVERIFY(edit->list()->rows()[0].isAbnormal);
    }

    void matchedWordsAreUnderlined()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        const auto marks = room.find<QPlainTextEdit>("narrativeEdit")->extraSelections();
        QStringList words;
        for (const auto& mark : marks) {
            words.append(mark.cursor.selectedText());
        }
        QVERIFY(words.contains(QStringLiteral("液化气罐")));
        QVERIFY(words.contains(QStringLiteral("面包车")));
    }

    void missingFieldsAreSaidAndGetTheFocus()
    {
        Room room;
        QVERIFY(room.isReady());
        room.registerIt();
        QVERIFY(room.hasFocus("narrativeEdit"));
        QVERIFY(!room.message().isEmpty());
        room.compose(kGas);
        QVERIFY(room.message().isEmpty());
        room.registerIt();
        QVERIFY(room.hasFocus("placeEdit"));
        QVERIFY(room.message().contains(QStringLiteral("Alt+M")));
        room.type(QStringLiteral("tjd"));
        room.key(Qt::Key_Return);
        room.find<QPlainTextEdit>("narrativeEdit")->setPlainText(QStringLiteral("说不清楚"));
        room.registerIt();
        QVERIFY(room.hasFocus("kindEdit"));
        QVERIFY(room.desk->incidents().empty());
    }

    void aPickedKindAndGradeAreNeverOverridden()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.find<QWidget>("kindEdit")->setFocus();
        room.type(QStringLiteral("dtkr"));
        room.key(Qt::Key_Return);
        room.find<QAbstractButton>("gradeButton3")->setFocus();
        room.type(QStringLiteral("2"));
        room.find<QWidget>("narrativeEdit")->setFocus();
        room.compose(QStringLiteral("又来了两辆面包车，液化气罐一百个。"));
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr; }));
        QCOMPARE(room.only()->kind, KindCode("lift.trapped"));
        QCOMPARE(room.only()->grade, plan::Grade::II);
        QVERIFY(
            std::get<model::ReportIncident>(*room.only()->trace.front().act).suggestedBy.empty());
    }

    void digitsInTextFieldsAreText()
    {
        Room room;
        QVERIFY(room.isReady());
        room.type(QStringLiteral("19 1 2"));
        QCOMPARE(
            room.find<QPlainTextEdit>("narrativeEdit")->toPlainText(), QStringLiteral("19 1 2"));
    }

    void alternativesByKey()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        const QString before = room.find<QLineEdit>("kindEdit")->text();
        room.key(Qt::Key_2, Qt::AltModifier);
        QVERIFY(room.find<QLineEdit>("kindEdit")->text() != before);
        QVERIFY(room.hasFocus("narrativeEdit"));
    }

    void tickedOrdersGoOutWithTheReport()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.key(Qt::Key_P, Qt::AltModifier);
        QVERIFY(room.find<QAbstractButton>("mainActButton")->accessibleName().contains(u'3'));
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr && room.only()->orders.size() == 3; }));
        const auto& orders = room.only()->orders;
        QVERIFY(orders[0].isLead);
        QCOMPARE(orders[0].unit, UnitCode("D02"));
        QCOMPARE(orders[0].post, PostCode("D02-leader"));
        QCOMPARE(orders[0].doneMinutes, 120);
        QCOMPARE(orders[0].arriveMinutes, 30);
        QCOMPARE(orders[1].unit, UnitCode("L20"));
    }

    void nothingGoesOutUnticked()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr; }));
        QCOMPARE(room.only()->state, model::IncidentState::Pending);
    }

    void theDraftSurvivesTheSheet()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.find<QAbstractButton>("gradeButton3")->setFocus();
        room.type(QStringLiteral("1"));
        QVERIFY(waitFor([&] { return QFile::exists(room.draftFile()); }));
        QVERIFY(room.find<ElidedLabel>("sheetNote")->text().contains(QStringLiteral("14:22:10")));
        const auto kept = loadDraft(room.draftFile());
        QVERIFY(kept.has_value());

        room.sheet = std::make_unique<IntakeSheet>(
            *room.desk, room.finder, room.index, room.theme, room.ticks, room.draftFile(),
            &room.window);
        room.sheet->show();
        room.clock.advance(Minutes{5});
        room.sheet->open(room.clock.now());
        QCOMPARE(room.find<QPlainTextEdit>("narrativeEdit")->toPlainText(), kGas);
        QCOMPARE(room.find<QLineEdit>("placeEdit")->text(), QStringLiteral("唐家墩街"));
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr; }));
        QCOMPARE(room.only()->grade, plan::Grade::I);
        QCOMPARE(room.only()->reportedAt, kCall);
        QCOMPARE(room.only()->place.area, 4);
    }

    void escPutsAwayAndKeepsTheDraft()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy closed(room.sheet.get(), &SideSheet::closed);
        room.compose(kGas);
        room.key(Qt::Key_Tab);
        room.type(QStringLiteral("tj"));
        room.key(Qt::Key_Escape); // the list first
        QCOMPARE(closed.count(), 0);
        room.key(Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(loadDraft(room.draftFile()).has_value());
        room.sheet->open(room.clock.now());
        QCOMPARE(room.find<QPlainTextEdit>("narrativeEdit")->toPlainText(), kGas);
    }

    void aPlaceNobodyKnowsIsKeptAsNamed()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.key(Qt::Key_Tab);
        room.compose(QStringLiteral("火星大道 7 号"));
        QVERIFY(!room.find<PickEdit>("placeEdit")->isListOpen());
        QVERIFY(
            room.find<ElidedLabel>("placeResolved")->text().contains(QStringLiteral("pproximate")));
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr; }));
        QCOMPARE(room.only()->place.text, std::string("火星大道 7 号"));
        QVERIFY(room.only()->place.isApproximate);
        QVERIFY(!room.only()->place.point);
    }

    void theMapKeyAsksForAClick()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy placing(room.sheet.get(), &IntakeSheet::placingRequested);
        QSignalSpy changed(room.sheet.get(), &IntakeSheet::placeChanged);
        room.compose(kGas);
        room.key(Qt::Key_M, Qt::AltModifier);
        QCOMPARE(placing.count(), 1);
        QCOMPARE(placing.front().front().toBool(), true);
        room.sheet->setPoint(room.plan->centre);
        QVERIFY(changed.count() >= 1);
        QVERIFY(room.hasFocus("kindEdit"));
        room.registerIt();
        QVERIFY(waitFor([&] { return room.only() != nullptr; }));
        QVERIFY(room.only()->place.point.has_value());
    }

    void aLikelyDuplicateBringsItsIncidentUp()
    {
        Room room;
        QVERIFY(room.isReady());
        model::ReportIncident other =
            test::plainReport("面包车载液化气罐 32 只", plan::Grade::III, 4);
        other.kind = KindCode("gas.cylinders");
        other.receivedAt = kCall - Minutes{31};
        const IncidentId id = room.perform({}, other);
        QVERIFY(!id.empty());
        QSignalSpy activated(room.sheet.get(), &IntakeSheet::duplicateActivated);
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        auto* row = room.find<QAbstractButton>("duplicateButton1");
        QVERIFY(row->isVisible());
        row->setFocus();
        room.key(Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.front().front().value<IncidentId>(), id);
    }

    void noKeyCountsWhileComposing()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.find<QWidget>("narrativeEdit")->setFocus();
        QInputMethodEvent composing(QStringLiteral("xing ren"), {});
        QCoreApplication::sendEvent(QApplication::focusWidget(), &composing);
        room.registerIt();
        QTest::qWait(50);
        QVERIFY(room.desk->incidents().empty());
    }

    void tabWalksTheFormInItsOrder()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.find<QWidget>("narrativeEdit")->setFocus();
        for (const char* next :
             {"placeEdit", "kindEdit", "gradeButton3", "titleEdit", "contactEdit", "presetTable",
              "mainActButton"}) {
            room.key(Qt::Key_Tab);
            QVERIFY2(
                room.hasFocus(next), qPrintable(
                                         QLatin1StringView(next) + QStringLiteral(" but ")
                                         + QApplication::focusWidget()->objectName()));
        }
    }

    void aKindAsksForItsFacts_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<QString>("words");
        QTest::newRow("zh_CN") << true << QStringLiteral("钢瓶 32 只；泄漏无");
        QTest::newRow("en") << false << QStringLiteral("Cylinders 32; Leak none");
    }
    void aKindAsksForItsFacts()
    {
        QFETCH(bool, isChinese);
        QFETCH(QString, words);
        std::optional<test::ChineseScreen> chinese;
        if (isChinese) {
            chinese.emplace();
        }
        Room room(true);
        QVERIFY(room.isReady());
        QVERIFY(!room.find<QWidget>("factsRow")->isVisible()); // no kind yet
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        QVERIFY(room.find<QWidget>("factsRow")->isVisible());
        room.find<QWidget>("kindEdit")->setFocus();
        room.key(Qt::Key_Tab);
        QVERIFY(room.hasFocus("fact_cylinders"));
        room.type(QStringLiteral("many"));
        room.registerIt();
        QVERIFY(!room.message().isEmpty() && room.hasFocus("fact_cylinders"));
        room.find<QLineEdit>("fact_cylinders")->selectAll();
        room.compose(QStringLiteral("３２")); // full width, as an input method gives it
        room.key(Qt::Key_Tab);
        QVERIFY(room.hasFocus("fact_leak"));
        room.key(Qt::Key_Down);
        // Put away and taken up again nothing is lost.
        Q_EMIT room.sheet->closed();
        room.sheet->open(room.clock.now());
        QCOMPARE(room.find<QLineEdit>("fact_cylinders")->text(), QStringLiteral("32"));
        QSignalSpy registered(room.sheet.get(), &IntakeSheet::registered);
        room.registerIt();
        QVERIFY(waitFor([&] { return registered.count() == 1 && room.only() != nullptr; }));
        QCOMPARE(QString::fromStdString(room.only()->narrative), kGas + QLatin1Char('\n') + words);
        room.sheet->open(room.clock.now());
        room.compose(kGas);
        QVERIFY(room.find<QLineEdit>("fact_cylinders")->text().isEmpty()); // a new report
    }

    void numbersAsPeopleTypeThem()
    {
        QCOMPARE(wholeNumberTyped(QStringLiteral(" 1,354 ")), QStringLiteral("1354"));
        QCOMPARE(wholeNumberTyped(QStringLiteral("１２")), QStringLiteral("12"));
        QVERIFY(wholeNumberTyped(QStringLiteral("about 12")).isEmpty());
        QVERIFY(wholeNumberTyped(QStringLiteral("-3")).isEmpty());
        QVERIFY(wholeNumberTyped(QStringLiteral("12345678901")).isEmpty());
    }

    void theSheetMayGoWithTheFocusInIt()
    {
        for (const char* field : {"placeEdit", "kindEdit", "titleEdit", "presetTable"}) {
            Room room;
            QVERIFY(room.isReady());
            room.compose(kGas);
            room.sheet->setPlace(room.finder.find("tjd").front().place);
            room.find<QWidget>(field)->setFocus();
            room.type(QStringLiteral("d"));
            room.sheet.reset();
            QVERIFY(loadDraft(room.draftFile()).has_value());
        }
    }

    void aKindTypedAndNotChosenIsNotGuessed()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        room.find<QWidget>("kindEdit")->setFocus();
        room.type(QStringLiteral("zzz"));
        room.registerIt();
        QVERIFY(room.hasFocus("kindEdit"));
        QVERIFY(!room.message().isEmpty());
        QVERIFY(room.desk->incidents().empty());
    }

    // Sealed by the desk, in no draft and in no file of the desk, whatever is typed and put away.
    void theCallersContactStandsNowhereInTheClear()
    {
        Room room;
        QVERIFY(room.isReady());
        QSignalSpy registered(room.sheet.get(), &IntakeSheet::registered);
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        auto* contact = room.find<QLineEdit>("contactEdit");
        QVERIFY(contact->isVisibleTo(room.sheet.get()));
        QCOMPARE(contact->maxLength(), 200);
        contact->setFocus();
        room.compose(QStringLiteral("张先生 13912345678"));
        room.find<QPlainTextEdit>("narrativeEdit")->setFocus();
        room.compose(QStringLiteral("。")); // the draft is written anew
        QVERIFY(waitFor([&] { return QFile::exists(room.draftFile()); }));
        room.registerIt();
        QVERIFY(waitFor([&] {
            return registered.count() == 1 && room.only() != nullptr
                   && !room.only()->contacts.empty();
        }));
        QVERIFY(contact->text().isEmpty());
        const model::Contact& sealed = room.only()->contacts.front();
        QCOMPARE(sealed.until, room.only()->reportedAt + std::chrono::days(30));
        auto read = room.desk->openContact(room.only()->id, sealed.id);
        QVERIFY(waitFor([&] { return read.isFinished(); }));
        QCOMPARE(read.result().value(), std::string("张先生 13912345678"));
        const auto files = QDir(room.folder.path()).entryInfoList(QDir::Files | QDir::Hidden);
        QVERIFY(files.size() > 2);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("13912345678"), qPrintable(info.fileName()));
        }
    }

    void aDraftHoldsNoContact()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.find<QLineEdit>("contactEdit")->setText(QStringLiteral("13912345678"));
        room.key(Qt::Key_Escape);
        QVERIFY(QFile::exists(room.draftFile()));
        QFile draft(room.draftFile());
        QVERIFY(draft.open(QIODevice::ReadOnly));
        QVERIFY(!draft.readAll().contains("13912345678"));
    }

    void whoMaySealNothingSeesNoField()
    {
        Room room;
        QVERIFY(room.isReady());
        DeskRoom line("L06");
        QVERIFY(line.isOpen());
        IntakeSheet sheet(
            *line.desk, line.finder, line.index, line.theme, line.ticks, line.draftFile());
        sheet.open(line.clock.now());
        auto* contact = sheet.findChild<QLineEdit*>(QStringLiteral("contactEdit"));
        QVERIFY(!contact->isVisibleTo(&sheet));
    }

    void nothingIsWiderThanTheSheet_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 568;
        QTest::newRow("narrow") << 520;
    }
    void nothingIsWiderThanTheSheet()
    {
        QFETCH(int, width);
        Room room;
        QVERIFY(room.isReady());
        room.sheet->resize(width, 580);
        QCoreApplication::processEvents();
        const auto* body = room.find<QWidget>("sheetBody");
        QVERIFY2(
            body->width() <= body->parentWidget()->width(),
            qPrintable(QString::number(body->width())));
    }

    void everythingHasAName()
    {
        Room room;
        QVERIFY(room.isReady());
        room.compose(kGas);
        room.sheet->setPlace(room.finder.find("tjd").front().place);
        QCOMPARE(test::namelessIn(*room.sheet), QStringList());
    }
};

QTEST_MAIN(tst_IntakeSheet)
#include "tst_IntakeSheet.moc"
