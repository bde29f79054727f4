// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/WallActs.h"

#include "data/model/ShiftDuty.h"
#include "maps/overlay/Overlays.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Language.h"
#include "widgets/models/AlarmLoad.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/wall/WallWindow.h"

#include <QGuiApplication>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr std::chrono::seconds kLoadEvery{10}; ///< the meter goes through every incident

/// Units of a kind whose every post is held now.
QString heldText(
    const plan::Plan& plan,
    const model::ShiftState* acts,
    plan::UnitKind kind,
    Instant now,
    bool& hasGap)
{
    int held = 0;
    int all = 0;
    for (const plan::Unit& unit : plan.units) {
        if (unit.kind != kind) {
            continue;
        }
        const auto duties = model::dutiesOf(plan, acts, unit.code, now);
        const bool isHeld = !duties.empty() && std::ranges::none_of(duties, [](const auto& duty) {
            return duty.holderZh.empty() && !duty.isOff;
        });
        ++all;
        held += isHeld ? 1 : 0;
    }
    hasGap = hasGap || held < all;
    return QStringLiteral("%1/%2").arg(held).arg(all);
}

WallFact dutyFact(const plan::Plan& plan, const model::ShiftState* acts, Instant now)
{
    bool hasGap = false;
    const QString zones = heldText(plan, acts, plan::UnitKind::Zone, now, hasGap);
    const QString districts = heldText(plan, acts, plan::UnitKind::District, now, hasGap);
    const QString lines = heldText(plan, acts, plan::UnitKind::Line, now, hasGap);
    return {
        WallActs::tr("On duty"),
        WallActs::tr("zones %1 · districts %2 · lines %3").arg(zones, districts, lines), hasGap};
}

} // namespace

WallActs::WallActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    AlarmWatch& alarms,
    const maps::MapPanel& map,
    std::function<QString()> mode,
    QWidget* page)
    : QObject(page), m_desk(desk), m_theme(theme), m_alarms(alarms), m_map(map),
      m_mode(std::move(mode)), m_page(page)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F11), page);
    key->setObjectName(QStringLiteral("wallKey"));
    connect(key, &QShortcut::activated, this, &WallActs::toggle);
    connect(&alarms, &AlarmWatch::refreshed, this, &WallActs::tell);
    connect(&desk, &desk::Desk::linkChanged, this, &WallActs::tell);
    connect(&desk, &desk::Desk::changed, this, &WallActs::tellBoard);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &WallActs::screenRemoved);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &WallActs::screenAdded);
    connect(&theme, &ThemeSource::changed, this, &WallActs::renewIcon);
}

WallActs::~WallActs() = default;

void WallActs::toggle()
{
    isOpen() ? close() : open();
}

QScreen* WallActs::otherThan(const QScreen* gone) const
{
    const auto screens = QGuiApplication::screens();
    for (QScreen* screen : screens) {
        if (screen != gone && screen != m_page->window()->screen()) {
            return screen;
        }
    }
    return nullptr;
}

QScreen* WallActs::chosenScreen() const
{
    const auto screens = QGuiApplication::screens();
    const auto same = std::ranges::find(screens, m_screen, &QScreen::name);
    if (same != screens.end()) {
        return *same;
    }
    QScreen* other = otherThan(nullptr);
    return other != nullptr ? other : m_page->window()->screen();
}

void WallActs::open()
{
    openOn(*chosenScreen());
}

void WallActs::openOn(QScreen& screen)
{
    m_isWaiting = false;
    m_screen = screen.name();
    if (m_window == nullptr) {
        m_window = std::make_unique<WallWindow>(m_desk.sharedPlan(), m_theme);
        m_ground = nullptr;
        connect(m_window.get(), &WallWindow::left, this, &WallActs::close, Qt::QueuedConnection);
        Q_EMIT made(m_window->panel());
    }
    m_window->setGeometry(screen.geometry());
    m_loadedAt = {};
    tell();
    m_window->showFullScreen();
    m_window->raise();
    m_window->activateWindow();
    const QSettings settings;
    if (settings.contains(settingsKey("zoom"))) {
        m_window->holdAt(
            {{settings.value(settingsKey("lon")).toDouble(),
              settings.value(settingsKey("lat")).toDouble()},
             settings.value(settingsKey("zoom")).toDouble()});
    }
}

void WallActs::close()
{
    if (m_window == nullptr) {
        return;
    }
    save();
    m_isWaiting = false;
    m_window->hide();
    m_window.release()->deleteLater(); // it may be what called
    m_page->activateWindow();
    save();
}

// What a wall shows every second.
void WallActs::tell()
{
    if (m_window == nullptr) {
        return;
    }
    const Instant now = m_alarms.now();
    m_window->setMode(m_mode());
    desk::LinkStatus link = m_desk.link(); // headquarters' name in this screen's language
    if (const plan::Unit* office = m_desk.plan().unit(UnitCode("HQ"));
        office != nullptr && !link.headquarters.empty()) {
        link.headquarters = shortNameText(office->name).toStdString();
    }
    m_window->setLink(link, now);
    m_window->setNow(now);
    tellGround();
    tellBoard();
}

// Closed roads, drills, warnings and files as this seat has them; but incidents and borders never go from a wall.
void WallActs::tellGround()
{
    const auto overlays = m_map.overlays();
    if (overlays == m_ground) {
        return;
    }
    m_ground = overlays;
    auto shown = overlays == nullptr ? nullptr : std::make_shared<maps::Overlays>(*overlays);
    if (shown != nullptr) {
        shown->ground = {};
    }
    m_window->panel().setOverlays(std::move(shown));
}

void WallActs::tellBoard()
{
    if (m_window == nullptr) {
        return;
    }
    const Instant now = m_alarms.now();
    const plan::Plan& plan = m_desk.plan();
    m_window->panel().setPlan(m_desk.planAt(now)); // midnight passes here as well
    m_window->setIncidents(m_desk.incidents(), now);
    if (now - m_loadedAt < kLoadEvery) {
        return;
    }
    m_loadedAt = now;
    m_window->setLoad(alarmLoad(plan, m_desk.incidents(), m_alarms.shiftStart(now), now));
    const WallFigures figures = wallFigures(plan, m_desk.incidents(), now);
    const Instant end = m_alarms.shiftEnd(now);
    m_window->setFacts(
        {dutyFact(plan, m_desk.shift().get(), now),
         {tr("Today"), tr("%1 taken · %2 closed").arg(figures.today).arg(figures.closedToday)},
         {tr("Shift ends"),
          QStringLiteral("%1 · %2").arg(
              clockMinuteText(end, plan.utcOffsetMinutes), countdownText(end - now, false))}});
}

// A screen was unplugged. The wall never covers the console's own screen because of that: it waits for its screen.
void WallActs::screenRemoved(QScreen* screen)
{
    if (m_window == nullptr || screen->name() != m_screen) {
        return;
    }
    if (QScreen* other = otherThan(screen)) {
        openOn(*other);
        Q_EMIT said(tr("The wall's screen is gone: it is on %1 now").arg(other->name()));
        return;
    }
    const QString name = m_screen;
    close();
    m_screen = name;
    m_isWaiting = true;
    save();
    Q_EMIT said(tr("The wall's screen is gone: the wall comes back with it"));
}

void WallActs::screenAdded(QScreen* screen)
{
    if (m_isWaiting && screen->name() == m_screen) {
        openOn(*screen);
    }
}

QToolButton* WallActs::button()
{
    if (m_button == nullptr) {
        m_button = new QToolButton(m_page);
        m_button->setObjectName(QStringLiteral("wallButton"));
        const QString words =
            tr("Wall (%1)")
                .arg(QKeySequence(Qt::CTRL | Qt::Key_F11).toString(QKeySequence::NativeText));
        m_button->setAccessibleName(words);
        m_button->setToolTip(words);
        m_button->setFocusPolicy(Qt::TabFocus);
        m_button->setPopupMode(QToolButton::InstantPopup);
        m_button->setMenu(new QMenu(m_button));
        connect(m_button->menu(), &QMenu::aboutToShow, this, &WallActs::fillMenu);
        renewIcon();
    }
    return m_button;
}

void WallActs::fillMenu()
{
    QMenu* menu = m_button->menu();
    menu->clear();
    if (isOpen()) {
        menu->addAction(tr("End the wall"), this, &WallActs::close);
    }
    const auto screens = QGuiApplication::screens();
    for (qsizetype i = 0; i < screens.size(); ++i) {
        QScreen* screen = screens[i];
        const bool isOurs = screen == m_page->window()->screen();
        menu->addAction(
            (isOurs ? tr("Wall on this screen (%1: %2)", "number, name")
                    : tr("Wall on screen %1: %2", "number, name"))
                .arg(i + 1)
                .arg(screen->name()),
            this, [this, screen] { openOn(*screen); });
    }
}

void WallActs::renewIcon()
{
    if (m_button != nullptr) {
        m_button->setIcon(tintedIcon(QStringLiteral("wall"), m_theme.theme(), Token::Tx1));
    }
}

void WallActs::save()
{
    QSettings settings;
    settings.setValue(settingsKey("isOpen"), isOpen() || m_isWaiting);
    settings.setValue(settingsKey("screen"), m_screen);
    if (m_window == nullptr) {
        return;
    }
    if (!m_window->isHeld()) {
        settings.remove(settingsKey("zoom"));
        return;
    }
    const maps::Camera camera = m_window->panel().camera();
    settings.setValue(settingsKey("lon"), camera.centre.lon);
    settings.setValue(settingsKey("lat"), camera.centre.lat);
    settings.setValue(settingsKey("zoom"), camera.zoom);
}

void WallActs::restore()
{
    const QSettings settings;
    m_screen = settings.value(settingsKey("screen")).toString();
    if (!settings.value(settingsKey("isOpen")).toBool() || isOpen()) {
        return;
    }
    const auto screens = QGuiApplication::screens();
    const auto same = std::ranges::find(screens, m_screen, &QScreen::name);
    if (same == screens.end() || *same == m_page->window()->screen()) {
        m_isWaiting = same == screens.end(); // never over the console by itself
        return;
    }
    openOn(**same);
}

QString WallActs::settingsKey(const char* name) const
{
    return QStringLiteral("seat/%1/wall/%2")
        .arg(QString::fromStdString(m_desk.unit().value), QLatin1StringView(name));
}

} // namespace sz::widgets
