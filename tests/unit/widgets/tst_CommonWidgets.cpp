// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shared widgets: what is printed works, everything has a name, nothing shows markup.
#include "tests/unit/widgets/Ink.h"
#include "widgets/common/ChipRow.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyNote.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/Icons.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/SegmentedButtons.h"
#include "widgets/common/Style.h"
#include "widgets/common/TickTimer.h"
#include "widgets/common/Toast.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace sz;
using namespace sz::widgets;
using plan::Grade;

class tst_CommonWidgets : public QObject
{
    Q_OBJECT
    ThemeSource m_theme;

private Q_SLOTS:
    void initTestCase() { followTheme(*qApp, m_theme); }
    void init() { m_theme.setTheme(Theme::Dark); }

    void printedKeyWorksAndBlockedOneSaysWhy()
    {
        QWidget window;
        auto* button =
            new KeycapButton(m_theme, QKeySequence(Qt::Key_F9), QStringLiteral("overdue"), &window);
        const int width = button->sizeHint().width();
        QSignalSpy clicks(button, &QAbstractButton::clicked);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F9);
        QCOMPARE(clicks.count(), 1);

        button->setBlocked(QStringLiteral("4 steps open"));
        QTest::keyClick(&window, Qt::Key_F9);
        QCOMPARE(clicks.count(), 1);
        QCOMPARE(button->accessibleDescription(), QStringLiteral("4 steps open"));
        QVERIFY(button->sizeHint().width() > width);
        button->setBlocked({});
        QTest::keyClick(&window, Qt::Key_F9);
        QCOMPARE(clicks.count(), 2);
    }

    void arrowKeysMoveTheSegment()
    {
        SegmentedButtons source(
            m_theme, QStringLiteral("Source"),
            {QStringLiteral("Phone"), QStringLiteral("Grid"), QStringLiteral("12345")});
        source.setCurrent(0);
        QSignalSpy changes(&source, &SegmentedButtons::currentChanged);
        source.show();
        QVERIFY(QTest::qWaitForWindowActive(&source));
        source.button(0)->setFocus();
        QTest::keyClick(source.button(0), Qt::Key_Right);
        QCOMPARE(source.current(), 1);
        QCOMPARE(changes.count(), 1);
        QVERIFY(source.button(1)->hasFocus());
    }

    void gradeKeysWorkInTheSheetButNotInText()
    {
        QWidget sheet;
        auto* layout = new QVBoxLayout(&sheet);
        auto* picker = new GradePicker(m_theme);
        auto* text = new QLineEdit;
        auto* other = new KeycapButton(m_theme, {}, QStringLiteral("other"));
        layout->addWidget(picker);
        layout->addWidget(text);
        layout->addWidget(other);
        picker->useKeysIn(&sheet);
        QSignalSpy chosen(picker, &GradePicker::chosen);
        sheet.show();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QVERIFY(!picker->grade());

        other->setFocus();
        QTest::keyClick(other, Qt::Key_3);
        QCOMPARE(picker->grade(), std::optional(Grade::III));
        QCOMPARE(chosen.count(), 1);
        text->setFocus();
        QTest::keyClick(text, Qt::Key_1);
        QCOMPARE(text->text(), QStringLiteral("1"));
        QCOMPARE(picker->grade(), std::optional(Grade::III));
        picker->setGrade(Grade::I);
        QCOMPARE(chosen.count(), 1);
    }

    void plainLabelShowsMarkupAsItIs()
    {
        PlainLabel label(QStringLiteral("<b>x</b>\u202E"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), QStringLiteral("<b>x</b>\u25A1"));
    }

    void elidedLabelTellsTheWholeInItsTooltip()
    {
        ElidedLabel label(m_theme);
        label.setText(QStringLiteral("<i>a long sentence</i> that does not fit"));
        label.resize(60, 20);
        label.show();
        QVERIFY(label.isElided());
        QVERIFY(label.toolTip().contains(QStringLiteral("&lt;i&gt;")));
        label.resize(600, 20);
        QVERIFY(!label.isElided());
        QVERIFY(label.toolTip().isEmpty());
    }

    void toastOffersUndo()
    {
        QWidget window;
        window.resize(800, 600);
        Toast toast(m_theme, &window, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy undone(&toast, &Toast::actionTriggered);
        toast.showMessage(
            QStringLiteral("Saved"), QKeySequence(Qt::CTRL | Qt::Key_Z),
            QStringLiteral("Undo 28 s"));
        QVERIFY(toast.isVisible());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
        window.resize(800, 700);
        QCOMPARE(toast.geometry().bottom(), 700 - 100 - 12 - 1);
        toast.showMessage(QStringLiteral("Saved"));
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
        // Half a minute, counted down; words and key both in sight; ended, the key is nobody's.
        toast.offerUndo(QStringLiteral("Seven orders were issued by the card of the flood"));
        const auto* words = toast.findChild<ElidedLabel*>();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!words->isElided());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 2);
        // A sentence with its next step is read whole.
        toast.showMessage(QStringLiteral(
            "Scanning needs the program scanimage (Debian package sane-utils), which this "
            "computer has not got."));
        QCoreApplication::sendPostedEvents();
        QVERIFY(!words->isElided());
        QVERIFY(window.rect().contains(toast.geometry()));
        toast.offerUndo(QStringLiteral("Seven orders"));
        toast.endOffer();
        QVERIFY(!toast.isVisible());
        QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 2);
    }

    void tickTellsTheClocksTime()
    {
        ManualClock clock(fromUtcMs(1'000));
        TickTimer timer(clock);
        Instant heard;
        connect(&timer, &TickTimer::ticked, this, [&heard](Instant now) { heard = now; });
        clock.advance(Millis{500});
        timer.tick();
        QCOMPARE(toUtcMs(heard), 1'500);
        timer.start();
        heard = {};
        QVERIFY(QTest::qWaitFor([&heard] { return toUtcMs(heard) == 1'500; }, 3'000));
    }

    void everyFocusableWidgetHasAName()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* header = new SectionHeader(m_theme, QStringLiteral("Pending"));
        header->addKeycap(QKeySequence(Qt::Key_F9), QStringLiteral("by harm"));
        auto* note = new EmptyNote(m_theme);
        note->setReason(
            QStringLiteral("Empty because the link is down"), QStringLiteral("since 14:19:55"),
            true);
        note->addKeycap(QKeySequence(Qt::CTRL | Qt::Key_L), QStringLiteral("reconnect"));
        auto* chips = new ChipRow(m_theme);
        chips->setChips({{QStringLiteral("act"), QStringLiteral("order")}});
        layout->addWidget(header);
        layout->addWidget(note);
        layout->addWidget(chips);
        layout->addWidget(new GradePicker(m_theme));
        layout->addWidget(
            new SegmentedButtons(m_theme, QStringLiteral("Source"), {QStringLiteral("Phone")}));
        layout->addWidget(
            new KeycapButton(m_theme, QKeySequence(Qt::Key_E), QStringLiteral("extend")));
        int focusable = 0;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (widget->focusPolicy() != Qt::NoFocus) {
                ++focusable;
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
        QCOMPARE(focusable, 8);
        QVERIFY(!header->accessibleName().isEmpty());
        QVERIFY(!note->accessibleName().isEmpty());
        QVERIFY(!chips->accessibleName().isEmpty());
    }

    void everyIconRendersInEveryTint()
    {
        const QStringList names =
            QDir(QStringLiteral(":/sanzhen/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(names.size() > 30);
        for (const QString& file : names) {
            QImage image(16, 16, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            tintedIcon(file.chopped(4), Theme::Light).paint(&painter, QRect(0, 0, 16, 16));
            painter.end();
            QVERIFY2(!sz::test::inkOf(image).isNull(), qPrintable(file));
        }
        QVERIFY(tintedIcon(QStringLiteral("no-such-icon"), Theme::Dark).isNull());
        QVERIFY(!logoIcon(Theme::Dark).isNull());
        QVERIFY(!appIcon().isNull());
    }

    void themeSwitchReachesThePalette()
    {
        m_theme.setTheme(Theme::Light);
        QCOMPARE(
            QApplication::palette().color(QPalette::Window),
            symbols::color(Theme::Light, Token::Bg1));
        m_theme.setTheme(Theme::Dark);
        QCOMPARE(
            QApplication::palette().color(QPalette::Window),
            symbols::color(Theme::Dark, Token::Bg1));
    }
};

QTEST_MAIN(tst_CommonWidgets)
#include "tst_CommonWidgets.moc"
