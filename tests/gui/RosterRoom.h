// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The roster page over a real desk, in a window, worked by real keys.

#include "tests/gui/SheetFixture.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/roster/DeskShifts.h"
#include "widgets/roster/RosterEdits.h"
#include "widgets/roster/RosterGrid.h"
#include "widgets/roster/RosterPage.h"
#include "widgets/roster/RosterPane.h"
#include "widgets/roster/StandIns.h"
#include "widgets/roster/Strength.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>

namespace sz::test {

struct RosterRoom : DeskRoom
{
    explicit RosterRoom(
        const std::string& unit = "HQ",
        const std::string& post = {},
        std::shared_ptr<const plan::Plan> ofRoom = samplePlan())
        : DeskRoom(unit, std::move(ofRoom), post)
    {
        show();
    }
    void show()
    {
        shifts = std::make_unique<widgets::DeskShifts>(*desk, nullptr);
        page = std::make_unique<widgets::RosterPage>(*desk, *shifts, theme, ticks);
        page->resize(1500, 860);
        page->setCompact(false);
        QObject::connect(page.get(), &widgets::RosterPage::said, [this](const QString& text) {
            said = text;
            qInfo().noquote() << text; // what a failed test was told
        });
        QObject::connect(page.get(), &widgets::RosterPage::left, [this] { hasLeft = true; });
        QObject::connect(
            page.get(), &widgets::RosterPage::dutyRequested,
            [this](const UnitCode& unit) { duty = unit; });
        page->show();
    }
    /// The same desk again at another post of the unit, its files kept: the second person.
    void sitDown(const std::string& post)
    {
        page.reset();
        shifts.reset();
        sitAt(post);
        said.clear();
        show();
    }
    [[nodiscard]] bool isReady()
    {
        const bool isThere = isOpen() && QTest::qWaitForWindowActive(page.get());
        page->enter();
        return isThere && waitFor([&] { return page->model().sum().isWhole; });
    }
    [[nodiscard]] roster::PostIndex post(const char* code) const
    {
        return page->model().roster().post(PostCode(code)).value_or(roster::kNobody);
    }
    /// Column of a local day of the month and hour, in the days shown.
    [[nodiscard]] int column(unsigned day, int hour) const
    {
        const auto& columns = page->model().columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Instant t = page->model().roster().instantOf(columns[i].day, hour * 60 + 30);
            const std::chrono::year_month_day date(
                std::chrono::sys_days(std::chrono::days(columns[i].day)));
            if (static_cast<unsigned>(date.day()) == day && columns[i].time.holds(t)) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }
    void go(const char* code, unsigned day, int hour) const
    {
        page->grid().setFocus();
        page->grid().setCurrent({post(code), column(day, hour)});
    }
    [[nodiscard]] widgets::RosterCell cell(const char* code, unsigned day, int hour) const
    {
        const auto at = static_cast<std::size_t>(column(day, hour));
        return page->model().cell(post(code), page->model().columns()[at]);
    }
    [[nodiscard]] std::vector<std::string> people(const char* code, unsigned day, int hour) const
    {
        const auto at = static_cast<std::size_t>(column(day, hour));
        return page->model().peopleAt(post(code), page->model().columns()[at].time);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text) const
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
    [[nodiscard]] static QString focused()
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus == nullptr ? QString() : focus->objectName();
    }

    std::unique_ptr<widgets::DeskShifts> shifts;
    std::unique_ptr<widgets::RosterPage> page;
    QString said;
    UnitCode duty;
    bool hasLeft = false;
};

} // namespace sz::test
