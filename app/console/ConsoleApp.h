// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builds everything in order and lets it go in reverse: language, plan, headquarters, desk, window.

#include "app/console/LocalHeadquarters.h"
#include "app/console/Options.h"
#include "data/desk/Desk.h"
#include "data/plan/Places.h"
#include "data/plan/PlaceShapes.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QTranslator>

#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace sz::widgets {
class MainWindow;
}

namespace sz::app {

class ConsoleApp
{
public:
    struct PlanRead
    {
        std::expected<plan::Loaded, plan::LoadFailure> plan;
        std::shared_ptr<const plan::PlaceShapes> shapes{}; ///< shared with the layers of the map
    };
    using PlanReading = std::future<PlanRead>;
    /// Reads the plan in a thread of its own: it needs no application, and the application needs its time to come up.
    [[nodiscard]] static PlanReading readPlan(const Options& options);

    ConsoleApp(Options options, PlanReading plan);
    ~ConsoleApp();

    /// Runs the event loop; the exit code of the process.
    int run();

private:
    void setLanguage();
    [[nodiscard]] bool loadPlan();
    [[nodiscard]] bool openProfile();
    [[nodiscard]] Result<desk::Profile> sampleProfile();
    [[nodiscard]] Result<desk::Profile> ownProfile();
    [[nodiscard]] Result<desk::Profile> joinedProfile();
    [[nodiscard]] bool isUnattended() const;
    [[nodiscard]] std::filesystem::path deskFolder() const;
    [[nodiscard]] bool sitAt(const UnitCode& unit);
    [[nodiscard]] std::filesystem::path dataFolder() const;
    void followLocalHeadquarters();
    void buildDesk();
    void buildWindow();
    int takePicture();
    int measureStart();
    int openFailed(const Error& error);
    void complain(const QString& text, const QString& detail = {}) const;

    Options m_options;
    std::unique_ptr<Clock> m_clock;      ///< this machine's
    std::unique_ptr<OffsetClock> m_duty; ///< headquarters': what every screen shows
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    PlanReading m_planReading;
    std::shared_ptr<const plan::Plan> m_plan;
    std::shared_ptr<const plan::PlaceShapes> m_shapes;
    std::filesystem::path m_planFolder;
    std::optional<desk::Profile> m_profile;
    std::optional<LocalHeadquarters> m_local;
    std::jthread m_localStarter;
    widgets::ThemeSource m_theme;
    std::unique_ptr<widgets::TickTimer> m_tick;
    std::unique_ptr<plan::PlaceFinder> m_finder;
    std::unique_ptr<plan::PlaceIndex> m_index;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<widgets::MainWindow> m_window;
    bool m_hasLeft = false;     ///< the person did, before there was a desk
    bool m_isTemporary = false; ///< a picture's folder: removed at the end
};

} // namespace sz::app
