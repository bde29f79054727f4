// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/wall/WallWindow.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/models/AlarmLoad.h"
#include "widgets/wall/WallHead.h"
#include "widgets/wall/WallSide.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QPainter>
#include <QShortcut>

#include <algorithm>
#include <cmath>

namespace sz::widgets {
namespace {

constexpr double kTall = 1080;      ///< pixels for which the sizes are made
constexpr double kMapShare = 0.645; ///< of the width (visual/12-wall.png)
constexpr double kMargin = 20;

std::optional<Instant> staleSince(const desk::LinkStatus& link)
{
    const bool isStale =
        link.state != desk::LinkState::Live && link.state != desk::LinkState::CatchingUp;
    return isStale ? link.asOf : std::nullopt;
}

} // namespace

/// "★ view held": a click lets it go.
class WallWindow::StarMark final : public QAbstractButton
{
public:
    StarMark(const ThemeSource& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
    {
        setObjectName(QStringLiteral("wallStarButton"));
        setText(WallWindow::tr("★ view held"));
        setAccessibleName(
            WallWindow::tr("The view is held: click or press * to let the map follow again"));
        setToolTip(accessibleName());
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::PointingHandCursor);
        hide();
    }
    void setScale(double scale)
    {
        m_pixels = std::max(12, static_cast<int>(std::lround(22 * scale)));
        resize(textWidth(text(), symbols::uiFont(m_pixels, true)) + m_pixels * 2, m_pixels * 2);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Bg2));
        painter.setPen(m_theme.color(Token::Ctl));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        paintText(
            painter, rect(), text(), symbols::uiFont(m_pixels, true), m_theme.color(Token::Tx1),
            Qt::AlignCenter);
    }

private:
    const ThemeSource& m_theme;
    int m_pixels = 22;
};

WallWindow::WallWindow(std::shared_ptr<const plan::Plan> plan, const ThemeSource& theme)
    : m_plan(std::move(plan)), m_marks(m_plan), m_theme(theme),
      m_head(new WallHead(theme, m_plan->utcOffsetMinutes, this)),
      m_panel(new maps::MapPanel(m_plan, this)), m_side(new WallSide(theme, this)),
      m_star(new StarMark(theme, this))
{
    setObjectName(QStringLiteral("wallWindow"));
    setWindowTitle(tr("Sanzhen · wall"));
    setAttribute(Qt::WA_QuitOnClose, false); // the console ends with its own window
    m_panel->setObjectName(QStringLiteral("wallMap"));
    m_panel->setAccessibleName(tr("Map of the city on the wall"));
    m_panel->setTheme(theme.theme());
    m_panel->setLanguage(
        uiLanguage() == Language::Chinese ? maps::Language::Chinese : maps::Language::English);
    connect(&theme, &ThemeSource::changed, this, [this] {
        m_panel->setTheme(m_theme.theme());
        update();
    });
    connect(m_panel, &maps::MapPanel::gestured, this, &WallWindow::hold);
    connect(m_star, &QAbstractButton::clicked, this, &WallWindow::release);
    const auto key = [this](const QKeySequence& keys, const char* name) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setObjectName(QLatin1StringView(name));
        return shortcut;
    };
    connect(key(Qt::Key_Escape, "leaveWallKey"), &QShortcut::activated, this, &WallWindow::left);
    connect(
        key(Qt::Key_Asterisk, "wallStarKey"), &QShortcut::activated, this, &WallWindow::release);
}

WallWindow::~WallWindow() = default;

void WallWindow::setNow(Instant now)
{
    m_head->setNow(now);
    m_head->setLink(m_link, now);
}

void WallWindow::setLink(const desk::LinkStatus& link, Instant now)
{
    m_link = link;
    m_head->setLink(link, now);
    m_side->setUnknown(
        link.asOf ? QString() : tr("headquarters was never heard: nothing is known"));
}

void WallWindow::setMode(const QString& mode)
{
    m_head->setMode(mode);
}

void WallWindow::setIncidents(const Incidents& incidents, Instant now)
{
    m_panel->setMarks(m_marks.marks(incidents, now, staleSince(m_link)));
    m_side->setFigures(wallFigures(*m_plan, incidents, now));
    follow();
}

void WallWindow::setLoad(const AlarmLoad& load)
{
    m_side->setLoad(load);
}

void WallWindow::setFacts(std::vector<WallFact> facts)
{
    m_side->setFacts(std::move(facts));
}

void WallWindow::hold()
{
    m_isHeld = true;
    m_star->show();
    m_star->raise();
}

void WallWindow::holdAt(const maps::Camera& camera)
{
    m_panel->flyTo(camera.centre, camera.zoom);
    hold();
}

void WallWindow::release()
{
    m_isHeld = false;
    m_isWide = false;
    m_star->hide();
    m_panel->home();
    follow();
}

// Only what is late moves the map, and only out to the whole city.
void WallWindow::follow()
{
    if (m_isHeld || m_isWide) {
        return;
    }
    const bool isOutside = std::ranges::any_of(m_panel->marks(), [this](const maps::Mark& mark) {
        return mark.lamp == model::Lamp::Late
               && !m_panel->rect().contains(m_panel->toView(mark.at));
    });
    if (isOutside && m_panel->isSettled()) {
        m_isWide = true;
        m_panel->fitCity();
    }
}

void WallWindow::place()
{
    const double scale =
        std::clamp(std::min(height() / kTall, width() / (kTall * 16 / 9)), 0.4, 4.0);
    m_head->setScale(scale);
    m_side->setScale(scale);
    m_star->setScale(scale);
    const int top = m_head->height();
    const int split = static_cast<int>(std::lround(width() * kMapShare));
    m_head->setGeometry(0, 0, width(), top);
    m_panel->setGeometry(0, top, split, height() - top);
    m_side->setGeometry(split + 1, top, width() - split - 1, height() - top);
    const int margin = static_cast<int>(kMargin * scale);
    m_star->move(margin, height() - m_star->height() - margin);
    m_panel->setObstacles({QRect(m_star->pos() - m_panel->pos(), m_star->size())});
}

void WallWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void WallWindow::closeEvent(QCloseEvent* event)
{
    event->ignore(); // its owner takes it away
    Q_EMIT left();
}

void WallWindow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Line1));
}

} // namespace sz::widgets
