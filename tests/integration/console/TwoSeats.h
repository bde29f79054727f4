// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A headquarters process and two desks of the command office: links that are cut, desks that come back one after the other, keys.

#include "data/desk/Desk.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/support/ChineseScreen.h"
#include "tests/support/SamplePlan.h"
#include "widgets/common/Style.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

namespace sz::test {

class TwoSeats
{
public:
    /// The one that hands over sits at the deputy's seat, the one that takes over at the chief's.
    TwoSeats()
    {
        m_hq.start();
        first = opened("HQ", m_firstPost);
        other = opened("HQ", m_otherPost);
    }

    ~TwoSeats()
    {
        other.reset(); // before their folders and headquarters
        first.reset();
    }
    TwoSeats(const TwoSeats&) = delete;
    TwoSeats& operator=(const TwoSeats&) = delete;

    template <class Condition>
    static bool until(Condition condition)
    {
        return QTest::qWaitFor(condition, 15'000);
    }
    [[nodiscard]] static bool isLive(const desk::Desk& desk)
    {
        return until([&] { return desk.link().state == desk::LinkState::Live; });
    }
    [[nodiscard]] bool areLive() const { return isLive(*first) && isLive(*other); }

    /// Headquarters dies: both work on without it.
    [[nodiscard]] bool cut()
    {
        m_hq.kill();
        return until([&] {
            return first->link().state != desk::LinkState::Live
                   && other->link().state != desk::LinkState::Live;
        });
    }
    /// What the one did is there before the other one comes.
    [[nodiscard]] bool join(desk::Desk& earlier, desk::Desk& later)
    {
        m_hq.start();
        for (desk::Desk* one : {&earlier, &later}) {
            one->setHeadquarters({"127.0.0.1", m_hq.port()});
            if (!isLive(*one) || !until([&] { return one->link().unsent == 0; })) {
                return false;
            }
        }
        return true;
    }
    /// `machine`: a clock of its own, which outlives the desk.
    [[nodiscard]] std::unique_ptr<desk::Desk>
    opened(const char* unit, const char* post, const Clock* machine = nullptr)
    {
        const auto folder = m_dir.filePath(QString::number(m_next++)).toStdString();
        auto profile =
            desk::enrol(folder, {"127.0.0.1", m_hq.port()}, m_hq.enrolCode(unit), m_hq.authority());
        if (!profile || !desk::saveProfile(*profile)) {
            qFatal("enrol %s", unit);
        }
        desk::Desk::Options o;
        o.profile = *profile;
        o.plan = samplePlan();
        o.clock = machine != nullptr ? machine : &clock;
        o.post = PostCode(post);
        auto made = std::make_unique<desk::Desk>(std::move(o));
        made->start();
        return made;
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus == nullptr ? QApplication::activeWindow() : focus, key, modifiers);
    }
    /// Letters as a keyboard sends them, Han characters as an input method commits them.
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
    [[nodiscard]] static bool toFront(QWidget& window)
    {
        window.activateWindow();
        window.raise();
        return until([&] { return window.isActiveWindow(); });
    }

    SystemClock clock;
    widgets::ThemeSource theme{widgets::Theme::Dark};
    widgets::TickTimer ticks{clock};
    std::unique_ptr<desk::Desk> first;
    std::unique_ptr<desk::Desk> other;

private:
    static constexpr const char* m_firstPost = "HQ-leader";
    static constexpr const char* m_otherPost = "HQ-chief";
    ChineseScreen m_screen;
    QTemporaryDir m_dir;
    HqProcess m_hq{m_dir.filePath(QStringLiteral("hq"))};
    int m_next = 0;
};

} // namespace sz::test
