// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The officer's minute with the keyboard only: report, place, order two units, see a sign-off; the mouse on the map.
#include "data/desk/Desk.h"
#include "maps/view/MapPanel.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/support/SamplePlan.h"
#include "widgets/common/Style.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/orders/OrderSheet.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace sz;
using namespace sz::desk;

namespace {

constexpr int kPatience = 15'000;

template <class Condition>
bool until(Condition condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

} // namespace

class TestOfficerMinute : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<test::HqProcess> m_hq;
    widgets::ThemeSource m_theme{widgets::Theme::Dark};
    std::unique_ptr<widgets::TickTimer> m_tick;
    std::unique_ptr<plan::PlaceFinder> m_finder;
    std::unique_ptr<plan::PlaceIndex> m_index;
    std::unique_ptr<Desk> m_office;
    std::unique_ptr<Desk> m_district;
    std::unique_ptr<widgets::MainWindow> m_window;

    std::unique_ptr<Desk> opened(const char* unit)
    {
        const auto folder = m_dir.filePath(QString::fromLatin1(unit)).toStdString();
        auto profile =
            enrol(folder, {"127.0.0.1", m_hq->port()}, m_hq->enrolCode(unit), m_hq->authority());
        if (!profile || !saveProfile(*profile)) {
            qFatal("enrol %s", unit);
        }
        Desk::Options o;
        o.profile = *profile;
        o.plan = test::samplePlan();
        o.clock = &m_clock;
        auto desk = std::make_unique<Desk>(std::move(o));
        desk->start();
        return desk;
    }

    // To whoever has the focus: letters as a keyboard sends them, Chinese as an input method commits it.
    static void type(const QString& text)
    {
        for (const QChar c : text) {
            if (c.unicode() < 0x80) {
                QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
                continue;
            }
            QInputMethodEvent committed;
            committed.setCommitString(QString(c));
            QApplication::sendEvent(QApplication::focusWidget(), &committed);
        }
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : QApplication::activeWindow(), key, modifiers);
    }
    static bool hasFocus(const char* name)
    {
        return until([name] {
            return QApplication::focusWidget() != nullptr
                   && QApplication::focusWidget()->objectName() == QLatin1StringView(name);
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        widgets::applyTheme(*qApp, m_theme.theme());
        m_hq = std::make_unique<test::HqProcess>(m_dir.filePath(QStringLiteral("hq")));
        m_hq->start();
        m_office = opened("HQ");
        m_district = opened("D05");
        QVERIFY(until([&] {
            return m_office->link().state == LinkState::Live
                   && m_district->link().state == LinkState::Live;
        }));
        m_tick = std::make_unique<widgets::TickTimer>(m_clock);
        m_finder = std::make_unique<plan::PlaceFinder>(test::samplePlan());
        m_index = std::make_unique<plan::PlaceIndex>(test::samplePlan());
        m_window =
            std::make_unique<widgets::MainWindow>(*m_office, *m_finder, *m_index, m_theme, *m_tick);
        m_window->resize(1600, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_office.reset();
        m_district.reset();
        m_hq.reset();
    }

    void reportPlaceOrderTwoUnitsAndSeeTheSignature()
    {
        m_window->page().setFocus();
        press(Qt::Key_F2);
        QVERIFY(hasFocus("narrativeEdit"));
        type(QStringLiteral("徐东一家培训学校突然停业，家长到场咨询"));
        press(Qt::Key_Tab);
        QVERIFY(hasFocus("placeEdit"));
        type(QStringLiteral("xjpj"));
        QTest::qWait(100);
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(until([&] { return m_office->incidents().size() == 1; }));
        const auto id = m_office->incidents().begin()->first;
        QCOMPARE(m_office->incident(id)->place.district, UnitCode("D05"));
        QCOMPARE(m_office->incident(id)->kind, KindCode("school.closed"));
        QVERIFY(until([&] { return m_window->page().right().detail().incidentId() == id; }));

        press(Qt::Key_F3);
        QVERIFY(hasFocus("unitEdit"));
        for (const char* unit : {"wc", "jy"}) {
            type(QString::fromLatin1(unit));
            QTest::qWait(60);
            press(Qt::Key_Return);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(until([&] { return m_office->incident(id)->orders.size() == 2; }));
        QVERIFY(until([&] {
            return m_district->incident(id) != nullptr
                   && m_district->incident(id)->orders.size() == 2;
        }));

        const auto& orders = m_district->incident(id)->orders;
        const auto own = std::ranges::find(orders, UnitCode("D05"), &model::Order::unit);
        QVERIFY(own != orders.end());
        const auto ownId = own->id; // a copy: the act folds the incident anew
        std::ignore = m_district->perform(id, model::SignOrder{ownId});
        QVERIFY(until([&] {
            return m_office->incident(id)->order(ownId)->state == model::OrderState::Signed;
        }));
        QCOMPARE(m_office->incident(id)->trace.size(), 3U);
    }

    void escKeepsTheDraft()
    {
        m_window->page().setFocus();
        press(Qt::Key_F2);
        QVERIFY(hasFocus("narrativeEdit"));
        type(QStringLiteral("路灯杆倾斜"));
        press(Qt::Key_Escape);
        QVERIFY(until([&] { return !m_window->page().right().isSheetOpen(); }));
        press(Qt::Key_F2);
        QVERIFY(hasFocus("narrativeEdit"));
        QVERIFY(
            m_window->page()
                .right()
                .intake()
                .findChild<QWidget*>(QStringLiteral("narrativeEdit"))
                ->property("plainText")
                .toString()
            == QStringLiteral("路灯杆倾斜"));
        press(Qt::Key_Escape);
    }

    void theCommandLineOrdersAndReminds()
    {
        const auto id = m_office->incidents().begin()->first;
        m_window->page().select(id);
        press(Qt::Key_J, Qt::ControlModifier);
        type(QStringLiteral("派 江汉 24h"));
        QTest::qWait(50);
        press(Qt::Key_Return);
        QVERIFY(until([&] { return m_office->incident(id)->orders.size() == 3; }));
        type(QStringLiteral("记 家长代表已到接待点"));
        QTest::qWait(50);
        press(Qt::Key_Return);
        QVERIFY(until([&] { return m_office->incident(id)->trace.size() == 5; }));
    }

    void aClickOnTheMapPlacesAReport()
    {
        maps::MapPanel& map = m_window->page().mapArea().panel();
        QVERIFY(until([&] { return map.isSettled(); }));
        m_window->page().openIntake();
        auto& intake = m_window->page().right().intake();
        QVERIFY(QTest::qWaitFor([&] { return intake.isVisible(); }));
        Q_EMIT intake.placingRequested(true);
        QVERIFY(until([&] { return map.isSettled(); }));
        const auto centre = map.camera().centre;
        auto* quick = map.findChild<QWidget*>(); // the view inside the panel takes the mouse
        QVERIFY(quick != nullptr);
        plan::Place placed;
        connect(&intake, &widgets::IntakeSheet::placeChanged, this, [&](const plan::Place& place) {
            placed = place;
        });
        QTest::mouseClick(quick, Qt::LeftButton, {}, map.toView(centre));
        QVERIFY(until([&] { return placed.area != 0; }));
        QVERIFY(placed.point.has_value());
        QVERIFY(distanceMetres(*placed.point, centre) < 200);
        Q_EMIT intake.closed();
    }

    void everyFocusableWidgetHasAName()
    {
        QStringList nameless;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool isFocusable = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
            if (isFocusable && widget->accessibleName().isEmpty()
                && !widget->inherits("QAbstractButton") && !widget->inherits("QQuickWidget")
                && !widget->inherits("QSplitter")
                && widget->objectName() != u"qt_scrollarea_viewport") {
                nameless << QString::fromLatin1(widget->metaObject()->className())
                                + QLatin1Char(' ') + widget->objectName();
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
};

QTEST_MAIN(TestOfficerMinute)
#include "tst_OfficerMinute.moc"
