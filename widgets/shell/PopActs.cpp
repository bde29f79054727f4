// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PopActs.h"

#include "widgets/common/Icons.h"
#include "widgets/shell/AlarmWatch.h"
#include "widgets/shell/PopWindow.h"

#include <QGuiApplication>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

namespace sz::widgets {

namespace {

constexpr std::array kAll{PopPane::Board, PopPane::Map, PopPane::Detail};
constexpr std::array kNames{"board", "map", "detail"};

const char* nameOf(PopPane pane)
{
    return kNames.at(static_cast<std::size_t>(pane));
}

QKeySequence keysOf(PopPane pane)
{
    return QKeyCombination(
        Qt::CTRL | Qt::ALT, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(pane)));
}

QString titleOf(PopPane pane)
{
    switch (pane) {
    case PopPane::Board:
        return PopActs::tr("Board");
    case PopPane::Map:
        return PopActs::tr("Map");
    case PopPane::Detail:
        return PopActs::tr("Incident");
    }
    return {};
}

} // namespace

PopActs::PopActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    AlarmWatch& alarms,
    QSplitter& split,
    std::array<QWidget*, kPanes> panes,
    std::function<QString()> mode,
    QWidget* page)
    : QObject(page), m_desk(desk), m_theme(theme), m_alarms(alarms), m_split(split),
      m_mode(std::move(mode)), m_page(page)
{
    for (const PopPane pane : kAll) {
        at(pane).pane = panes.at(static_cast<std::size_t>(pane));
        auto* key = new QShortcut(keysOf(pane), page);
        key->setContext(Qt::ApplicationShortcut); // from whichever window
        connect(key, &QShortcut::activated, this, [this, pane] { toggle(pane); });
    }
    connect(&alarms, &AlarmWatch::refreshed, this, &PopActs::tell);
    connect(&desk, &desk::Desk::linkChanged, this, &PopActs::tell);
    connect(&theme, &ThemeSource::changed, this, &PopActs::renewIcons);
}

PopActs::~PopActs() = default;

void PopActs::toggle(PopPane pane)
{
    isOut(pane) ? takeBack(pane) : takeOut(pane);
}

bool PopActs::isOut(PopPane pane) const
{
    return window(pane) != nullptr;
}

PopWindow* PopActs::window(PopPane pane) const
{
    return m_places[static_cast<std::size_t>(pane)].window;
}

void PopActs::takeOut(PopPane pane)
{
    Place& place = at(pane);
    const QSize size = place.pane->size();
    auto* window =
        new PopWindow(m_theme, titleOf(pane), keysOf(pane), m_desk.plan().utcOffsetMinutes, m_page);
    window->setObjectName(QLatin1StringView(nameOf(pane)) + QStringLiteral("Window"));
    place.window = window;
    place.stand = new QWidget;
    m_split.replaceWidget(static_cast<int>(pane), place.stand);
    place.stand->hide(); // the others take its room
    window->setPane(place.pane);
    connect(window, &PopWindow::backRequested, this, [this, pane] { takeBack(pane); });
    if (place.geometry.isEmpty() || !window->restoreGeometry(place.geometry)) {
        window->resize(size.expandedTo({480, 640}));
    }
    widenKeys(place);
    tell();
    window->show();
}

// The keys of a pane are those of its window; now they must work in the main window as before.
void PopActs::widenKeys(Place& place)
{
    for (QShortcut* key : place.pane->findChildren<QShortcut*>()) {
        if (key->context() == Qt::WindowShortcut) {
            key->setContext(Qt::ApplicationShortcut);
            place.widened.emplace_back(key);
        }
    }
}

void PopActs::takeBack(PopPane pane)
{
    Place& place = at(pane);
    place.geometry = place.window->saveGeometry();
    for (const QPointer<QShortcut>& key : place.widened) {
        if (key != nullptr) {
            key->setContext(Qt::WindowShortcut);
        }
    }
    place.widened.clear();
    m_split.replaceWidget(static_cast<int>(pane), place.pane);
    place.pane->show();
    delete place.stand.data();
    PopWindow* window = place.window;
    place.window = nullptr;
    window->hide();
    window->deleteLater();
}

QToolButton* PopActs::buttonFor(PopPane pane)
{
    Place& place = at(pane);
    if (place.button != nullptr) {
        return place.button;
    }
    auto* button = new QToolButton(m_page);
    place.button = button;
    button->setObjectName(QLatin1StringView(nameOf(pane)) + QStringLiteral("PopButton"));
    const QString words = tr("%1: a window of its own (%2)", "pane, key")
                              .arg(titleOf(pane), keysOf(pane).toString(QKeySequence::NativeText));
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setFocusPolicy(Qt::TabFocus); // a click must not take the focus from the list
    button->setFixedSize(28, 28);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    connect(button->menu(), &QMenu::aboutToShow, this, [this, pane] { fillMenu(pane); });
    renewIcons();
    return button;
}

void PopActs::fillMenu(PopPane pane)
{
    QMenu* menu = at(pane).button->menu();
    menu->clear();
    menu->addAction(
        isOut(pane) ? tr("Back into the window") : tr("In a window of its own"), this,
        [this, pane] { toggle(pane); });
    const auto screens = QGuiApplication::screens();
    for (qsizetype i = 0; i < screens.size() && screens.size() > 1; ++i) {
        QScreen* screen = screens[i];
        menu->addAction(
            tr("On screen %1: %2", "number, name").arg(i + 1).arg(screen->name()), this,
            [this, pane, screen] {
                if (!isOut(pane)) {
                    takeOut(pane);
                }
                window(pane)->setGeometry(screen->availableGeometry());
            });
    }
}

void PopActs::bringUp(PopPane pane)
{
    if (PopWindow* shown = window(pane)) {
        shown->raise();
        shown->activateWindow();
    }
}

void PopActs::tell()
{
    for (const PopPane pane : kAll) {
        if (PopWindow* shown = window(pane)) {
            shown->bar().setFacts(m_desk.link(), m_alarms.now(), m_mode());
        }
    }
}

void PopActs::renewIcons()
{
    for (const Place& place : m_places) {
        if (place.button != nullptr) {
            place.button->setIcon(
                tintedIcon(QStringLiteral("window"), m_theme.theme(), Token::Tx2));
        }
    }
}

void PopActs::save() const
{
    QSettings settings;
    for (const PopPane pane : kAll) {
        const PopWindow* shown = window(pane);
        const Place& place = m_places[static_cast<std::size_t>(pane)];
        settings.setValue(settingsKey(pane) + QStringLiteral("/isOut"), shown != nullptr);
        settings.setValue(
            settingsKey(pane) + QStringLiteral("/geometry"),
            shown != nullptr ? shown->saveGeometry() : place.geometry);
    }
}

// A geometry on a screen that is gone comes up on one that is there (QWidget::restoreGeometry).
void PopActs::restore()
{
    const QSettings settings;
    for (const PopPane pane : kAll) {
        at(pane).geometry =
            settings.value(settingsKey(pane) + QStringLiteral("/geometry")).toByteArray();
        const bool wasOut = settings.value(settingsKey(pane) + QStringLiteral("/isOut")).toBool();
        if (wasOut && !isOut(pane)) {
            takeOut(pane);
        }
    }
}

QString PopActs::settingsKey(PopPane pane) const
{
    return QStringLiteral("seat/%1/window/%2")
        .arg(QString::fromStdString(m_desk.unit().value), QLatin1StringView(nameOf(pane)));
}

} // namespace sz::widgets
