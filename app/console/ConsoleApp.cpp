// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/ConsoleApp.h"

#include "app/console/Desks.h"
#include "app/console/MapKeyring.h"
#include "app/console/Picture.h"
#include "app/console/Unlock.h"
#include "app/folders/Resources.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Style.h"
#include "widgets/people/JoinDialog.h"
#include "widgets/shell/BaseMapActs.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/OnlineActs.h"
#include "widgets/shell/SeatTools.h"
#include "widgets/shell/SoundActs.h"
#include "widgets/shell/WatchPage.h"

#include <QApplication>
#include <QDate>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleHints>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <format>
#include <unistd.h>

namespace sz::app {
namespace {

// The minute all pictures show (visual-design.md): a Thursday of the games.
constexpr std::int64_t kPictureMs = 1'571'293'387'000; // 2019-10-17 14:23:07 +08:00

std::string isoUtc(Instant t)
{
    return std::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(t));
}

// What this seat chose last, else what the desktop says.
symbols::Theme usualTheme(const UnitCode& unit)
{
    const QString chosen =
        QSettings()
            .value(QStringLiteral("seat/%1/theme").arg(QString::fromStdString(unit.value)))
            .toString();
    if (!chosen.isEmpty()) {
        return chosen == u"light" ? symbols::Theme::Light : symbols::Theme::Dark;
    }
    const bool isLight = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Light;
    return isLight ? symbols::Theme::Light : symbols::Theme::Dark;
}

// One figure of /proc/self/status in kB; 0 when there is none.
long statusKb(const char* key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith(key)) {
                return line.simplified().split(' ').value(1).toLong();
            }
        }
    }
    return 0;
}

std::filesystem::path planFolder(const Options& options)
{
    return options.planFolder.isEmpty() ? resourcesFolder() / "plans" / "wuhan"
                                        : std::filesystem::path(options.planFolder.toStdString());
}

// --bench-start tells on stderr when each part of the start was through.
void tellPhase(bool isWanted, const char* phase)
{
    if (isWanted) {
        const std::chrono::duration<double, std::milli> now =
            std::chrono::steady_clock::now().time_since_epoch();
        std::fprintf(stderr, "phase %-10s at %.3f\n", phase, now.count());
    }
}

// When board and map were last painted: the frame that shows them complete comes a moment after the models say so.
class LastPaint final : public QObject
{
public:
    explicit LastPaint(QWidget& window)
    {
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool isBoard =
                widget->parent() != nullptr && widget->parent()->objectName() == u"boardView";
            if (isBoard || widget->inherits("QQuickWidget")) {
                widget->installEventFilter(this);
            }
        }
    }

    void waitForQuiet()
    {
        constexpr double kQuietMs = 30;
        constexpr double kPatienceMs = 300;
        const double begun = now();
        while (now() - std::max(begun, m_atMs) < kQuietMs && now() - begun < kPatienceMs) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
    }
    [[nodiscard]] double atMs() const { return m_atMs; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) // the queued call comes behind paint and flush
        {
            QMetaObject::invokeMethod(this, [this] { m_atMs = now(); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    static double now()
    {
        return std::chrono::duration<double, std::milli>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }

    double m_atMs = 0;
};

} // namespace

ConsoleApp::PlanReading ConsoleApp::readPlan(const Options& options)
{
    return std::async(std::launch::async, [folder = planFolder(options)] {
        PlanRead read{plan::loadPlan(folder)};
        if (!read.plan) {
            return read;
        }
        auto shapes = plan::loadPlaceShapes(folder, read.plan->plan);
        if (shapes) {
            read.shapes = std::make_shared<const plan::PlaceShapes>(std::move(*shapes));
        } else { // written to between the two readings
            read.plan = std::unexpected(
                plan::LoadFailure{{Code::PlanBroken, {}, folder.string()}, shapes.error()});
        }
        return read;
    });
}

ConsoleApp::ConsoleApp(Options options, PlanReading plan)
    : m_options(std::move(options)), m_planReading(std::move(plan)),
      m_planFolder(planFolder(m_options)),
      m_theme(m_options.theme.value_or(usualTheme(m_options.unit)))
{
    const bool isPicture = !m_options.screenshot.isEmpty();
    if (isPicture || m_options.moment) {
        m_clock = std::make_unique<ManualClock>(m_options.moment.value_or(fromUtcMs(kPictureMs)));
        m_options.isSample = m_options.isSample || isPicture;
        m_options.theme = m_options.theme.value_or(symbols::Theme::Dark);
        m_theme.setTheme(*m_options.theme);
    } else {
        m_clock = std::make_unique<SteadyClock>(SystemClock().now());
    }
    m_duty = std::make_unique<OffsetClock>(*m_clock);
    if (isPicture && m_options.dataFolder.isEmpty()) {
        m_options.dataFolder =
            QDir::tempPath() + QStringLiteral("/sanzhen-picture-%1").arg(::getpid());
        m_isTemporary = true;
    }
    if (isPicture && m_options.screen == u"district" && m_options.unit == UnitCode("HQ")) {
        m_options.unit = UnitCode("D05");
    }
}

ConsoleApp::~ConsoleApp()
{
    m_window.reset();
    m_desk.reset();
    if (m_isTemporary) {
        if (m_local) {
            m_local->end();
        }
        QDir(m_options.dataFolder).removeRecursively();
    }
}

void ConsoleApp::setLanguage()
{
    const QString wanted =
        m_options.language.isEmpty() ? QLocale::system().name() : m_options.language;
    const bool isChinese =
        wanted.startsWith(u"zh") || wanted == u"C"; // Chinese is the first working language
    QLocale::setDefault(
        isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                  : QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_options.language = isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    for (const auto& [file, folder] :
         {std::pair{QStringLiteral("qtbase_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
          {QStringLiteral("sanzhen_"), QStringLiteral(":/i18n")}}) // English has its plurals there
    {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file + m_options.language, folder)) {
            QApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    }
}

int ConsoleApp::run()
{
    const auto phase = [this](const char* name) { tellPhase(m_options.isBenchStart, name); };
    phase("application");
    setLanguage();
    widgets::followTheme(*qApp, m_theme);
    QApplication::setWindowIcon(widgets::appIcon());
    phase("style");
    if (!loadPlan() || !openProfile()) {
        return m_hasLeft ? 0 : 1;
    }
    phase("plan");
    buildDesk();
    if (m_options.screenshot.isEmpty()) // a picture's desk waits for its headquarters
    {
        m_desk->start(); // files are read while the window is built
    }
    phase("desk");
    buildWindow();
    phase("window");
    if (m_options.isBenchStart) {
        return measureStart();
    }
    if (!m_options.screenshot.isEmpty()) {
        return takePicture();
    }
    QObject::connect(m_desk.get(), &desk::Desk::openFailed, qApp, [this](const Error& e) {
        QApplication::exit(openFailed(e));
    });
    m_window->show();
    followLocalHeadquarters();
    return QApplication::exec();
}

bool ConsoleApp::loadPlan()
{
    auto [loaded, shapes] = m_planReading.get();
    if (!loaded) {
        QStringList lines;
        for (const plan::Fault& fault : loaded.error().faults) {
            if (fault.isError && lines.size() < 12) {
                const bool isChinese = m_options.language == u"zh_CN";
                lines << QString::fromStdString(std::format(
                    "{}{}{} {}", fault.file, fault.line > 0 ? std::format(":{}", fault.line) : "",
                    fault.feature.empty() ? "" : " " + fault.feature,
                    isChinese ? fault.messageZh : fault.message));
            }
        }
        complain(widgets::errorText(loaded.error().error), lines.join(QLatin1Char('\n')));
        return false;
    }
    m_plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    m_shapes = std::move(shapes);
    if (m_plan->unit(m_options.unit) == nullptr) {
        complain(widgets::errorText(Error{Code::NoSuchUnit, {}, m_options.unit.value}));
        return false;
    }
    return true;
}

std::filesystem::path ConsoleApp::dataFolder() const
{
    const QString base = m_options.dataFolder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                   + QStringLiteral("/sanzhen")
                             : m_options.dataFolder;
    return base.toStdString();
}

bool ConsoleApp::openProfile()
{
    auto profile = m_options.isSample ? sampleProfile() : ownProfile();
    if (m_hasLeft) {
        return false;
    }
    if (!profile && profile.error().code == Code::NotFound) {
        complain(
            QCoreApplication::translate(
                "ConsoleApp", "This machine is no desk yet. Start the console where somebody can "
                              "type what headquarters' slip says, or with --sample."),
            QString::fromStdString(profile.error().where));
        return false;
    }
    const auto opened = profile ? Unlock::open(*profile, m_options.isPassphraseFromInput)
                                : std::unexpected(profile.error());
    if (!opened) {
        complain(widgets::errorText(opened.error()), QString::fromStdString(opened.error().detail));
        return false;
    }
    m_profile = std::move(*profile);
    if (!m_options.isSample && !isUnattended()) {
        Desks(dataFolder()).remember(m_profile->folder);
    }
    return sitAt(m_profile->unit);
}

// The unit is the profile's, whatever was asked for.
bool ConsoleApp::sitAt(const UnitCode& unit)
{
    if (unit == m_options.unit) {
        return true;
    }
    m_options.unit = unit;
    if (m_plan->unit(unit) == nullptr) {
        complain(widgets::errorText(Error{Code::NoSuchUnit, {}, unit.value}));
        return false;
    }
    m_theme.setTheme(m_options.theme.value_or(usualTheme(unit)));
    return true;
}

// What was asked for, else what this machine usually is.
std::filesystem::path ConsoleApp::deskFolder() const
{
    if (!m_options.profileFolder.isEmpty()) {
        return m_options.profileFolder.toStdString();
    }
    const Desks desks(dataFolder());
    const auto usual = m_options.isUnitGiven ? std::filesystem::path() : desks.usual();
    return usual.empty() ? desks.folder() / m_options.unit.value : usual;
}

Result<desk::Profile> ConsoleApp::ownProfile()
{
    if (!m_options.isJoining) {
        auto known = desk::loadProfile(deskFolder());
        if (known || known.error().code != Code::NotFound || isUnattended()) {
            return known;
        }
    }
    return joinedProfile();
}

// Nobody is sent to a manual for the first start: what the slip says is asked for.
Result<desk::Profile> ConsoleApp::joinedProfile()
{
    widgets::JoinDialog dialog(
        Desks(dataFolder()).folder(), m_options.profileFolder.toStdString(), m_theme);
    dialog.exec();
    switch (dialog.outcome()) {
    case widgets::JoinDialog::Outcome::Joined:
        return *dialog.profile();
    case widgets::JoinDialog::Outcome::Sample:
        m_options.isSample = true;
        m_options.profileFolder.clear();
        return sampleProfile();
    case widgets::JoinDialog::Outcome::Left:
        break;
    }
    m_hasLeft = true;
    return fail(Code::Internal, "left");
}

// The sample starts anew each day, so that its ages and limits make sense; earlier days stay where they are.
Result<desk::Profile> ConsoleApp::sampleProfile()
{
    const auto day =
        std::chrono::floor<std::chrono::days>(m_clock->now() + Minutes{m_plan->utcOffsetMinutes});
    const auto folder =
        dataFolder() / std::format("sample-{:%Y%m%d}-{}", day, m_options.language.toStdString());
    LocalHeadquarters::Settings settings;
    settings.program = sisterProgram("sanzhen-hq");
    settings.folder = folder / "hq";
    settings.plan = m_planFolder;
    settings.sample = resourcesFolder() / "samples" / "wuhan.toml";
    settings.language = m_options.language;
    if (m_isTemporary || m_options.moment) {
        settings.moment = QString::fromStdString(isoUtc(m_clock->now()));
        settings.lingerSeconds = 30;
    }
    m_local.emplace(settings);
    const auto profileFolder = m_options.profileFolder.isEmpty()
                                   ? folder / ("desk-" + m_options.unit.value)
                                   : std::filesystem::path(m_options.profileFolder.toStdString());
    auto known = desk::loadProfile(profileFolder);
    if (known || known.error().code != Code::NotFound) {
        return known;
    }
    return m_local->enrolDesk(profileFolder, m_options.unit);
}

// A local headquarters may have ended since and come back on another port; the desk works on meanwhile.
void ConsoleApp::followLocalHeadquarters()
{
    if (!m_local) {
        return;
    }
    m_localStarter = std::jthread([this, local = *m_local, known = m_profile->headquarters] {
        const auto endpoint = local.ensure();
        if (!endpoint) {
            std::fprintf(
                stderr, "sanzhen: local headquarters: %s\n", endpoint.error().detail.c_str());
            return;
        }
        if (endpoint->at.port != known.port) {
            QMetaObject::invokeMethod(qApp, [this, at = endpoint->at] {
                if (m_desk) {
                    m_desk->setHeadquarters(at);
                }
            });
        }
    });
}

void ConsoleApp::buildDesk()
{
    m_tick = std::make_unique<widgets::TickTimer>(*m_duty);
    m_finder = std::make_unique<plan::PlaceFinder>(m_plan);
    m_index = std::make_unique<plan::PlaceIndex>(m_plan);
    desk::Desk::Options o;
    o.profile = *m_profile;
    o.plan = m_plan;
    o.planFolder = m_planFolder;
    o.clock = m_clock.get();
    o.duty = m_duty.get();
    m_desk = std::make_unique<desk::Desk>(std::move(o));
}

void ConsoleApp::buildWindow()
{
    m_window =
        std::make_unique<widgets::MainWindow>(*m_desk, *m_finder, *m_index, m_theme, *m_tick);
    const auto packs = m_options.packsFolder.isEmpty()
                           ? dataFolder() / "packs"
                           : std::filesystem::path(m_options.packsFolder.toStdString());
    m_window->page().seat().layers().setShapes(m_shapes);
    m_window->page().seat().baseMap().useFolder(packs);
    m_window->page().seat().layers().coverage().useFolder(packs);
    const bool isFixed = !m_options.screenshot.isEmpty() || m_options.isBenchStart;
    m_window->resize(isFixed ? m_options.size : QSize(1600, 900));
    if (isFixed) { // makes no noise
        m_window->page().seat().sounds().setSink([](widgets::Sound) {});
        m_window->page().seat().baseMap().showAlways();
    } else {
        m_window->restoreLayout();
        const QString cache =
            QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
        m_window->page().seat().online().use(
            mapKeyring(dataFolder() / "map-keys"),
            std::filesystem::path(cache.toStdString()) / "sanzhen" / "tiles");
        m_window->page().seat().sounds().usePlayer();
    }
}

int ConsoleApp::takePicture()
{
    Picture picture(*m_window, *m_desk, *m_tick, m_options.screen);
    picture.onOffline(
        [this] { m_local->end(); },
        [this](Millis d) { dynamic_cast<ManualClock&>(*m_clock).advance(d); });
    if (!m_local->ensure()) {
        complain(QStringLiteral("the sample headquarters did not start"));
        return 1;
    }
    if (m_options.screen.startsWith(u"sign") && !addPicturePeople(*m_local, m_options.unit)) {
        complain(QStringLiteral("the sample people could not be added"));
        return 1;
    }
    m_window->show();
    m_desk->start();
    const auto error = picture.take(m_options.screenshot, m_options.size);
    if (!error.isEmpty()) {
        complain(error);
        return 1;
    }
    return 0;
}

// "complete 1 incidents N at MS rss KB peak KB": the moment, on the machine's steady clock, when the first frame with board
// and map complete was through; the process start before it is the caller's to know.
int ConsoleApp::measureStart()
{
    LastPaint painted(*m_window);
    QObject::connect(m_desk.get(), &desk::Desk::opened, qApp, [] { tellPhase(true, "opened"); });
    QObject::connect(m_desk.get(), &desk::Desk::changed, qApp, [] { tellPhase(true, "changed"); });
    QObject::connect(&m_window->page().mapArea().panel(), &maps::MapPanel::settled, qApp, [] {
        tellPhase(true, "settled");
    });
    m_window->show();
    tellPhase(true, "shown");
    const bool isWhole = m_window->waitUntilComplete(30'000);
    tellPhase(true, "complete");
    painted.waitForQuiet();
    std::printf(
        "complete %d incidents %zu at %.3f rss %ld peak %ld\n", isWhole ? 1 : 0,
        m_desk->incidents().size(), painted.atMs(), statusKb("VmRSS:"), statusKb("VmHWM:"));
    return isWhole ? 0 : 1;
}

int ConsoleApp::openFailed(const Error& error)
{
    complain(widgets::errorText(error), QString::fromStdString(error.detail));
    return 1;
}

bool ConsoleApp::isUnattended() const
{
    return !m_options.screenshot.isEmpty() || m_options.isBenchStart
           || qEnvironmentVariableIsSet("SANZHEN_UNATTENDED");
}

void ConsoleApp::complain(const QString& text, const QString& detail) const
{
    std::fprintf(
        stderr, "sanzhen: %s\n%s%s", qPrintable(text), qPrintable(detail),
        detail.isEmpty() ? "" : "\n");
    if (isUnattended()) {
        return;
    }
    QMessageBox box(
        QMessageBox::Critical, QStringLiteral("三镇值守台 Sanzhen"), text, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(detail);
    box.exec();
}

} // namespace sz::app
