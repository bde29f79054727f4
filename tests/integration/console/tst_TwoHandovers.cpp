// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A handover between two desks of the office, in Chinese, by real keys, headquarters a process of its own: accepted, sent back, and with
// one side or both without a link.
#include "data/model/Incident.h"
#include "data/plan/Places.h"
#include "tests/integration/console/TwoSeats.h"
#include "widgets/handover/HandoverList.h"
#include "widgets/handover/HandoverPage.h"
#include "widgets/shell/Handing.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/WatchPage.h"

#include <QLabel>
#include <QSignalSpy>

#include <algorithm>
#include <tuple>

using namespace sz;
using namespace sz::widgets;
using sz::test::TwoSeats;

namespace {

/// One desk's window with F10.
struct Side
{
    Side(TwoSeats& seats, desk::Desk& of)
        : desk(of), window(of, finder, index, seats.theme, seats.ticks)
    {
        window.resize(1600, 900);
        window.show();
    }
    [[nodiscard]] HandoverPage& form() { return window.page().handing().page(); }
    [[nodiscard]] HandoverList& list()
    {
        return *form().findChild<HandoverList*>(QStringLiteral("handoverList"));
    }
    /// To this window, the sheet open, the list in hand.
    [[nodiscard]] bool take()
    {
        if (!TwoSeats::toFront(window)) {
            return false;
        }
        if (!window.page().handing().isOpen()) {
            TwoSeats::press(Qt::Key_F10);
        }
        const bool isOpen = TwoSeats::until([&] { return window.page().handing().isOpen(); });
        list().setFocus();
        return isOpen && TwoSeats::until([&] { return list().hasFocus(); });
    }
    [[nodiscard]] const model::ShiftSheet* sheet() const
    {
        return desk.shift()->sheet(desk.shift()->lastSheetOf(UnitCode("HQ")));
    }
    [[nodiscard]] QString message()
    {
        return form().findChild<QLabel*>(QStringLiteral("handoverMessage"))->text();
    }
    void sign() { TwoSeats::press(Qt::Key_Return, Qt::ControlModifier); }
    [[nodiscard]] bool line(const QString& words)
    {
        TwoSeats::press(Qt::Key_Period);
        TwoSeats::type(words);
        TwoSeats::press(Qt::Key_Return);
        return TwoSeats::until([&] { return hasRow(words); });
    }
    [[nodiscard]] bool hasRow(const QString& words) const
    {
        const model::ShiftSheet* known = sheet();
        return known != nullptr && std::ranges::any_of(known->rows, [&](const auto& row) {
                   return QString::fromStdString(row.row.text) == words;
               });
    }
    [[nodiscard]] std::size_t unread() const
    {
        return sheet() == nullptr ? 0 : sheet()->unreadRed().size();
    }
    /// N to each red row, Space reads it.
    [[nodiscard]] bool readReds()
    {
        for (int i = 0; i < 30 && unread() > 0; ++i) {
            const std::size_t before = unread();
            TwoSeats::press(Qt::Key_N);
            TwoSeats::press(Qt::Key_Space);
            if (!TwoSeats::until([&] { return unread() != before; })) {
                return false;
            }
        }
        return unread() == 0;
    }
    /// Reads what is red and signs. At the very moment of a change a gap may turn red in between: then that is read, too.
    [[nodiscard]] bool takesOver()
    {
        for (int i = 0; i < 4; ++i) {
            if (!readReds()) {
                return false;
            }
            sign();
            std::ignore = TwoSeats::until([&] { return sheet()->incoming || unread() > 0; });
            if (sheet()->incoming) {
                return true;
            }
        }
        return false;
    }

    plan::PlaceFinder finder{sz::test::samplePlan()};
    plan::PlaceIndex index{sz::test::samplePlan()};
    desk::Desk& desk;
    MainWindow window;
};

} // namespace

#define UNTIL(condition) QVERIFY(TwoSeats::until([&] { return static_cast<bool>(condition); }))

class tst_TwoHandovers : public QObject
{
    Q_OBJECT

    std::unique_ptr<TwoSeats> m_seats;
    std::unique_ptr<Side> m_out;
    std::unique_ptr<Side> m_in;

    /// Late from the first moment: a red row.
    bool forget(desk::Desk& desk, const char* title)
    {
        model::ReportIncident report;
        report.title = title;
        report.kind = sz::test::samplePlan()->kinds.front().code;
        report.grade = plan::Grade::III;
        report.place.area = 4;
        report.place.district = UnitCode("D02");
        report.place.text = "唐家墩街";
        report.receivedAt = m_seats->clock.now() - std::chrono::hours(2);
        auto future = desk.perform({}, report);
        return TwoSeats::until([&] { return future.isFinished(); }) && future.result().has_value();
    }

private Q_SLOTS:
    void init()
    {
        m_seats = std::make_unique<TwoSeats>();
        QVERIFY(m_seats->areLive());
        applyTheme(*qApp, m_seats->theme.theme());
        m_out = std::make_unique<Side>(*m_seats, *m_seats->first);
        m_in = std::make_unique<Side>(*m_seats, *m_seats->other);
    }
    void cleanup()
    {
        m_in.reset();
        m_out.reset();
        m_seats.reset();
    }

    void completedTickedAndSigned()
    {
        QVERIFY(forget(*m_seats->first, "路灯杆倾斜"));
        UNTIL(m_seats->other->incidents().size() == 1);
        QVERIFY(m_out->take());
        m_out->sign(); // writes it
        UNTIL(m_out->unread() >= 1);
        QVERIFY(m_out->line(QStringLiteral("柴油车从汉阳走")));
        m_out->sign();
        UNTIL(m_out->sheet()->outgoing);
        UNTIL(m_in->sheet() != nullptr && m_in->sheet()->outgoing);
        QVERIFY(m_in->hasRow(QStringLiteral("柴油车从汉阳走")));
        QVERIFY(m_in->take());
        m_in->sign();
        UNTIL(m_in->message().contains(QStringLiteral("红"))); // refused: a red row is not read
        QVERIFY(!m_in->sheet()->incoming);
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->isDone());
        UNTIL(m_out->sheet()->isDone());
        QCOMPARE(m_out->sheet()->incoming->author.desk, m_seats->other->deskId());
        QCOMPARE(m_out->sheet()->outgoing->author.desk, m_seats->first->deskId());
        QVERIFY(m_out->sheet()->incoming->name != m_out->sheet()->outgoing->name);
        QVERIFY(*m_out->sheet() == *m_in->sheet());
    }

    void sentBackAndCompleted()
    {
        QVERIFY(m_out->take());
        m_out->sign();
        UNTIL(m_out->sheet() != nullptr);
        m_out->sign();
        UNTIL(m_out->sheet()->outgoing);
        UNTIL(m_in->sheet() != nullptr && m_in->sheet()->outgoing);
        QVERIFY(m_in->take());
        TwoSeats::press(Qt::Key_R);
        TwoSeats::type(QStringLiteral("班表缺口没写"));
        TwoSeats::press(Qt::Key_Return);
        UNTIL(m_in->sheet()->returns.size() == 1);
        UNTIL(m_out->sheet()->returns.size() == 1 && !m_out->sheet()->outgoing);
        QVERIFY(m_out->take());
        QVERIFY(m_out->line(QStringLiteral("供气今夜缺一人")));
        m_out->sign();
        UNTIL(m_in->sheet()->outgoing && m_in->hasRow(QStringLiteral("供气今夜缺一人")));
        QVERIFY(m_in->take());
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->isDone());
        UNTIL(m_out->sheet()->isDone());
    }

    // The incoming desk reads and signs without a link, while a red came up at the other: headquarters does not take the signature.
    void theIncomingSideHasNoLink()
    {
        QVERIFY(m_out->take());
        m_out->sign();
        UNTIL(m_out->sheet() != nullptr);
        m_out->sign();
        UNTIL(m_in->sheet() != nullptr && m_in->sheet()->outgoing);
        UNTIL(m_seats->first->link().unsent == 0);
        QVERIFY(m_seats->cut());
        QVERIFY(forget(*m_seats->first, "医院停电"));
        QVERIFY(m_out->take());
        UNTIL(std::ranges::any_of(
            m_out->sheet()->rows, [](const auto& row) { return row.isLater && row.row.isRed; }));
        QSignalSpy notices(m_seats->other.get(), &desk::Desk::noticed);
        QVERIFY(m_in->take());
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->isDone()); // as far as this desk knows
        QVERIFY(m_seats->join(*m_seats->first, *m_seats->other));
        UNTIL(std::ranges::any_of(notices, [](const QList<QVariant>& told) {
            const auto notice = told.front().value<desk::Notice>();
            return notice.kind == desk::Notice::Kind::ShiftRefused
                   && notice.code == Code::StepsOpen;
        }));
        UNTIL(!m_in->sheet()->isDone() && m_in->unread() >= 1);
        QVERIFY(m_in->take());
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->isDone());
        UNTIL(m_out->sheet()->isDone());
        QVERIFY(*m_out->sheet() == *m_in->sheet());
    }

    // While this desk had no link the roster put a change of shift ten minutes away: its drill begins here, and headquarters takes it back.
    // With the incoming chief's word it begins.
    void aDrillBegunWithoutALinkIsTakenBack()
    {
        const auto now = std::chrono::floor<Minutes>(m_seats->clock.now());
        const PostCode chief = model::answeringPost(*sz::test::samplePlan(), UnitCode("HQ"));
        const auto write = [&](desk::Desk& desk, const model::ShiftAct& act) {
            auto done = desk.performShift(act);
            return TwoSeats::until([&] { return done.isFinished(); }) && done.result().has_value();
        };
        const model::CellEdit day{chief,    20'000, "白班", now - Minutes(300), now + Minutes(300),
                                  {"王伟"}, false,  0};
        QVERIFY(write(*m_seats->first, model::EditRoster{UnitCode("HQ"), {day}, ""}));
        QVERIFY(write(*m_seats->first, model::PlanDrill{"防汛演练", now + Minutes(60), ""}));
        UNTIL(m_seats->other->shift()->drills.size() == 1 && m_seats->first->link().unsent == 0);
        const std::string id = m_seats->other->shift()->drills.begin()->first;
        QVERIFY(m_seats->cut());
        model::CellEdit shorter = day;
        shorter.until = now + Minutes(10);
        shorter.base = m_seats->first->shift()->cells.begin()->second.version;
        const model::CellEdit night{chief,    20'000, "夜班", shorter.until, now + Minutes(300),
                                    {"李娜"}, false,  0};
        QVERIFY(write(*m_seats->first, model::EditRoster{UnitCode("HQ"), {shorter, night}, ""}));
        QSignalSpy notices(m_seats->other.get(), &desk::Desk::noticed);
        QVERIFY(m_in->take());
        m_in->list().setCurrentRow("drill:" + id);
        TwoSeats::press(Qt::Key_G);
        UNTIL(m_seats->other->shift()->drills.at(id).begun); // as far as this desk knows
        QVERIFY(m_seats->join(*m_seats->first, *m_seats->other));
        UNTIL(std::ranges::any_of(notices, [](const QList<QVariant>& told) {
            const auto notice = told.front().value<desk::Notice>();
            return notice.kind == desk::Notice::Kind::ShiftRefused
                   && notice.code == Code::StepsOpen;
        }));
        UNTIL(!m_seats->other->shift()->drills.at(id).begun);
        QVERIFY(m_in->take());
        m_in->list().setCurrentRow("drill:" + id);
        TwoSeats::press(Qt::Key_G);
        UNTIL(m_in->message().contains(QStringLiteral("接班"))); // it knows the roster now
        QVERIFY(!m_seats->other->shift()->drills.at(id).begun);
        QVERIFY(write(*m_seats->other, model::AgreeToDrill{id, shorter.until, "李娜"}));
        TwoSeats::press(Qt::Key_G);
        UNTIL(m_seats->other->shift()->drills.at(id).begun);
        UNTIL(m_seats->first->shift()->drills.at(id).begun); // headquarters took it
    }

    // Both wrote the sheet of the same change without a link: one sheet, the lines of both, and both sign it.
    void bothSidesHadNoLink_data()
    {
        QTest::addColumn<bool>("isOutEarlier");
        QTest::newRow("the outgoing desk comes back first") << true;
        QTest::newRow("the incoming desk comes back first") << false;
    }
    void bothSidesHadNoLink()
    {
        QFETCH(const bool, isOutEarlier);
        QVERIFY(m_seats->cut());
        for (Side* side : {m_out.get(), m_in.get()}) {
            QVERIFY(side->take());
            side->sign();
            UNTIL(side->sheet() != nullptr);
        }
        QVERIFY(m_out->take());
        QVERIFY(m_out->line(QStringLiteral("交班写的")));
        m_out->sign();
        UNTIL(m_out->sheet()->outgoing);
        QVERIFY(m_in->take());
        QVERIFY(m_in->line(QStringLiteral("接班写的")));
        QVERIFY(
            isOutEarlier ? m_seats->join(*m_seats->first, *m_seats->other)
                         : m_seats->join(*m_seats->other, *m_seats->first));
        for (const Side* side : {m_out.get(), m_in.get()}) {
            UNTIL(side->hasRow(QStringLiteral("交班写的")));
            UNTIL(side->hasRow(QStringLiteral("接班写的")));
            UNTIL(side->sheet()->outgoing);
            QCOMPARE(side->desk.shift()->sheets.size(), std::size_t{1});
        }
        QVERIFY(m_in->take());
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->isDone());
        UNTIL(m_out->sheet()->isDone());
        QVERIFY(*m_out->sheet() == *m_in->sheet());
    }

    // On shared seats the outgoing desk is thought to sign first; who takes over without a link says so.
    void theOutgoingSideHasNoLinkAndSignsLater()
    {
        QVERIFY(m_out->take());
        m_out->sign();
        UNTIL(m_out->sheet() != nullptr);
        UNTIL(m_in->sheet() != nullptr);
        QVERIFY(m_seats->cut());
        QVERIFY(m_out->take());
        m_out->sign();
        UNTIL(m_out->sheet()->outgoing);
        QVERIFY(m_in->take());
        TwoSeats::press(Qt::Key_X);
        QVERIFY(m_in->takesOver());
        UNTIL(m_in->sheet()->incoming && !m_in->sheet()->outgoing);
        QVERIFY(m_seats->join(*m_seats->other, *m_seats->first));
        UNTIL(m_in->sheet()->isDone());
        UNTIL(m_out->sheet()->isDone());
        QCOMPARE(m_in->sheet()->outgoing->author.desk, m_seats->first->deskId());
        QCOMPARE(m_in->sheet()->incoming->author.desk, m_seats->other->deskId());
    }
};

QTEST_MAIN(tst_TwoHandovers)
#include "tst_TwoHandovers.moc"
