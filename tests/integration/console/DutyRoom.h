// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A headquarters process, the office's window and a district's, and a keyboard: nothing else touches the program.

#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "tests/integration/hq/HqProcess.h"
#include "tests/support/ChineseScreen.h"
#include "widgets/common/Style.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/watch/BoardView.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <optional>

namespace sz::test {

class DutyRoom
{
public:
    explicit DutyRoom(bool isChinese)
    {
        if (isChinese) {
            m_screen.emplace();
        } else {
            QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        }
        m_hq.setPlan(m_planFolder);
        m_hq.start();
        office = opened("HQ", "HQ-deputy");
        district = opened("D05", {});
    }

    /// Both desks live, two reports with nothing done about them, both windows there.
    [[nodiscard]] bool isReady()
    {
        const auto isLive = [](const desk::Desk& desk) {
            return desk.link().state == desk::LinkState::Live;
        };
        if (!until([&] { return isLive(*office) && isLive(*district); })) {
            return false;
        }
        widgets::applyTheme(*qApp, m_theme.theme());
        districtWindow = shown(*district);
        window = shown(*office);
        return forgotten() && until([&] { return board(*window).model()->rowCount() > 0; });
    }

    template <class Condition>
    static bool until(Condition condition)
    {
        return QTest::qWaitFor(condition, 8'000);
    }

    static QWidget* target()
    {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            return popup;
        }
        QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus : QApplication::activeWindow();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    /// Letters as a keyboard sends them, Han characters as an input method commits them.
    static void type(const QString& text)
    {
        for (const QChar c : text) {
            if (c.unicode() < 0x80) {
                QTest::keyClick(target(), c.toLatin1());
                continue;
            }
            QInputMethodEvent committed;
            committed.setCommitString(QString(c));
            QApplication::sendEvent(target(), &committed);
        }
    }
    static bool hasFocus(const char* name)
    {
        return until([name] {
            const QWidget* focus = QApplication::focusWidget();
            return focus != nullptr && focus->objectName() == QLatin1StringView(name);
        });
    }
    static QString focused()
    {
        const QWidget* focus = QApplication::focusWidget();
        return focus == nullptr ? QStringLiteral("nothing") : focus->objectName();
    }

    /// To the list of a window, by keys: out of whatever is open.
    bool toList(widgets::MainWindow& in)
    {
        in.activateWindow();
        if (!until([&] { return in.isActiveWindow(); })) {
            return false;
        }
        if (QApplication::activePopupWidget() != nullptr) {
            press(Qt::Key_Escape);
        }
        for (int i = 0; i < 4 && in.page().right().isSheetOpen(); ++i) {
            press(Qt::Key_Escape);
        }
        press(Qt::Key_1, Qt::ControlModifier);
        return until([&] { return board(in).hasFocus(); });
    }
    /// Walks the list to this incident.
    bool choose(widgets::MainWindow& in, const IncidentId& id)
    {
        if (!toList(in)) {
            return false;
        }
        press(Qt::Key_Home);
        for (int i = 0; i < 40 && board(in).selectedId() != id; ++i) {
            press(Qt::Key_Down);
        }
        return board(in).selectedId() == id;
    }
    static widgets::BoardView& board(widgets::MainWindow& in)
    {
        return *in.findChild<widgets::BoardView*>();
    }
    [[nodiscard]] model::IncidentPtr at(const IncidentId& id) const { return office->incident(id); }
    /// Incidents of the office that none of these is.
    [[nodiscard]] IncidentId fresh(const std::set<IncidentId>& known) const
    {
        for (const auto& [id, incident] : office->incidents()) {
            if (!known.contains(id)) {
                return id;
            }
        }
        return {};
    }

    std::unique_ptr<desk::Desk> office;
    std::unique_ptr<desk::Desk> district;
    std::unique_ptr<widgets::MainWindow> districtWindow;
    std::unique_ptr<widgets::MainWindow> window;
    IncidentId
        old; ///< what somebody forgot: late from the first moment, and at the top of its ladder
    IncidentId recent; ///< late for two minutes

private:
    std::unique_ptr<desk::Desk> opened(const char* unit, const char* post)
    {
        const auto folder = m_dir.filePath(QString::fromLatin1(unit)).toStdString();
        auto profile =
            desk::enrol(folder, {"127.0.0.1", m_hq.port()}, m_hq.enrolCode(unit), m_hq.authority());
        if (!profile || !desk::saveProfile(*profile)) {
            qFatal("enrol %s", unit);
        }
        desk::Desk::Options o;
        o.profile = *profile;
        o.plan = m_plan;
        o.planFolder = m_planFolder.toStdString();
        o.clock = &m_clock;
        o.post = PostCode(post == nullptr ? "" : post);
        auto made = std::make_unique<desk::Desk>(std::move(o));
        made->start();
        return made;
    }

    // The only thing no key does: time goes by.
    bool forgotten()
    {
        old = reported("路灯杆倾斜", std::chrono::hours(2));
        recent = reported("井盖缺失", std::chrono::minutes(12));
        return !old.empty() && !recent.empty();
    }
    IncidentId reported(const char* title, Millis ago)
    {
        model::ReportIncident report;
        report.title = title;
        report.kind = m_plan->kinds.front().code;
        report.grade = plan::Grade::III;
        report.place.area = 4;
        report.place.district = UnitCode("D02");
        report.place.text = "唐家墩街";
        report.receivedAt = m_clock.now() - ago;
        auto future = office->perform({}, report);
        if (!until([&] { return future.isFinished(); }) || !future.result()) {
            return {};
        }
        const IncidentId id = future.result()->incident;
        return until([&] { return at(id) != nullptr && !at(id)->hasUnsent; }) ? id : IncidentId();
    }

    std::unique_ptr<widgets::MainWindow> shown(desk::Desk& desk)
    {
        auto made = std::make_unique<widgets::MainWindow>(desk, m_finder, m_index, m_theme, m_tick);
        made->resize(1600, 900);
        made->show();
        std::ignore = QTest::qWaitForWindowActive(made.get());
        return made;
    }

    /// The shipped plan invents no cameras; a city's has some, and both sides have the same folder.
    [[nodiscard]] QString planWithACamera() const
    {
        namespace fs = std::filesystem;
        const fs::path to = m_dir.filePath(QStringLiteral("plan")).toStdString();
        fs::copy(SANZHEN_SOURCE_DIR "/resources/plans/wuhan", to, fs::copy_options::recursive);
        std::ofstream(to / "endpoints.csv")
            << "code,name_zh,name_en,kind,lon,lat,unit,url\n"
               "E1,徐家棚街口,Xujiapeng corner,camera,114.3400,30.5900,D05,rtsp://10.1.2.3/1\n";
        std::ifstream in(to / "plan.toml");
        std::string text{std::istreambuf_iterator<char>(in), {}};
        const std::string counts = "[counts]\n";
        text.insert(text.find(counts) + counts.size(), "endpoints = 1\n");
        std::ofstream(to / "plan.toml") << text;
        moveChanges(to, m_clock.now());
        return QString::fromStdString(to.string());
    }

    /// Two clocks run here, headquarters' and ours: neither is set, so it is the plan whose shifts change five hours and more from
    /// now. A handover that meets the change by chance is another story than the one these tests tell.
    static void moveChanges(const std::filesystem::path& plan, Instant now)
    {
        constexpr int kHalfDay = 12;
        const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
        const auto first = static_cast<int>((hour + 8 + 6) % kHalfDay); // UTC+8, six hours from now
        const std::string morning = std::format("{:02}:30", first);
        const std::string evening = std::format("{:02}:30", first + kHalfDay);
        for (const char* file : {"shifts.toml", "rosters.csv"}) {
            std::ifstream in(plan / file);
            std::string text{std::istreambuf_iterator<char>(in), {}};
            std::string moved;
            for (std::size_t at = 0; at < text.size();) {
                const std::string_view rest = std::string_view(text).substr(at);
                const bool isMorning = rest.starts_with("08:30");
                const bool isChange = isMorning || rest.starts_with("20:30");
                moved += !isChange ? std::string(1, text[at]) : isMorning ? morning : evening;
                at += isChange ? evening.size() : 1;
            }
            std::ofstream(plan / file) << moved;
        }
    }
    [[nodiscard]] static std::shared_ptr<const plan::Plan> loaded(const QString& folder)
    {
        auto read = plan::loadPlan(folder.toStdString());
        if (!read) {
            qFatal("the plan with a camera does not load");
        }
        return std::make_shared<const plan::Plan>(std::move(read->plan));
    }

    std::optional<ChineseScreen> m_screen;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    QString m_planFolder = planWithACamera();
    std::shared_ptr<const plan::Plan> m_plan = loaded(m_planFolder);
    HqProcess m_hq{m_dir.filePath(QStringLiteral("hq"))};
    widgets::ThemeSource m_theme{widgets::Theme::Dark};
    widgets::TickTimer m_tick{m_clock};
    plan::PlaceFinder m_finder{m_plan};
    plan::PlaceIndex m_index{m_plan};
};

} // namespace sz::test
