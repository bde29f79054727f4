// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PlaceActs.h"

#include "maps/view/MapPanel.h"
#include "widgets/common/Icons.h"
#include "widgets/ground/GroundMarks.h"
#include "widgets/ground/Measure.h"
#include "widgets/ground/PlaceCard.h"
#include "widgets/shell/Coverage.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/ViewActs.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QToolButton>

namespace sz::widgets {
namespace {

constexpr double kReach = 500; ///< metres
constexpr std::size_t kMostCorners = 500;

} // namespace

PlaceActs::PlaceActs(
    desk::Desk& desk,
    const plan::PlaceIndex& index,
    const ThemeSource& theme,
    TickTimer& ticks,
    MapArea& map,
    LayerActs& layers,
    ViewActs& views,
    QWidget* page)
    : QObject(page), m_desk(desk), m_index(index), m_theme(theme), m_ticks(ticks), m_map(map),
      m_layers(layers), m_views(views), m_card(new PlaceCard(theme, &map)),
      m_marks(new GroundMarks(map.panel(), theme, &map))
{
    map.addCover(m_marks);
    map.addCard(m_card);
    makeTools(page);
    wireCard();
    maps::MapPanel& panel = map.panel();
    panel.installEventFilter(this);
    connect(&panel, &maps::MapPanel::groundClicked, this, &PlaceActs::show);
    connect(&panel, &maps::MapPanel::measureEnded, this, [this] {
        if (m_isMeasuring) {
            endMeasure(true);
        }
    });
    connect(&panel, &maps::MapPanel::measureClicked, this, [this](const Wgs84& at) {
        if (!m_isMeasuring) {
            return; // something is drawn
        }
        std::vector<Wgs84> path = m_marks->path();
        if (path.size() < kMostCorners && (path.empty() || path.back() != at)) {
            path.push_back(at);
            m_marks->setPath(std::move(path));
        }
    });
    connect(&desk, &desk::Desk::changed, this, &PlaceActs::renew);
    connect(&layers, &LayerActs::placesChanged, this, &PlaceActs::renew);
    connect(&layers.coverage(), &Coverage::drivesKnown, this, &PlaceActs::renew);
    connect(&layers.coverage(), &Coverage::changed, this, &PlaceActs::renew);
    connect(&ticks, &TickTimer::ticked, this, [this](Instant now) {
        if (std::chrono::floor<Minutes>(now) != std::chrono::floor<Minutes>(m_readAt)) {
            renew(); // shifts change, incidents turn late
        }
    });
}

void PlaceActs::makeTools(QWidget* page)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), page);
    key->setObjectName(QStringLiteral("placeKey"));
    connect(key, &QShortcut::activated, this, &PlaceActs::showByKey);
    auto* ruler = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), page);
    ruler->setObjectName(QStringLiteral("measureKey"));
    connect(ruler, &QShortcut::activated, this, &PlaceActs::measure);
    m_ruler = new QToolButton(&m_map);
    m_ruler->setObjectName(QStringLiteral("measureButton"));
    m_ruler->setCheckable(true);
    m_ruler->setAccessibleName(tr("Measure"));
    m_ruler->setToolTip(tr("Measure: click corners; Backspace takes one back, Enter ends, Esc "
                           "forgets"));
    m_map.addTool(m_ruler);
    connect(m_ruler, &QToolButton::clicked, this, &PlaceActs::measure);
    connect(&m_theme, &ThemeSource::changed, this, &PlaceActs::renewIcon);
    renewIcon();
}

void PlaceActs::renewIcon()
{
    m_ruler->setIcon(tintedIcon(QStringLiteral("ruler"), m_theme.theme(), Token::Tx1));
}

void PlaceActs::wireCard()
{
    connect(m_card, &PlaceCard::closed, this, &PlaceActs::close);
    connect(m_card, &PlaceCard::dialRequested, this, &PlaceActs::dialRequested);
    connect(m_card, &PlaceCard::incidentRequested, this, &PlaceActs::incidentRequested);
    connect(m_card, &PlaceCard::narrowRequested, this, &PlaceActs::narrow);
    connect(m_card, &PlaceCard::copyRequested, this, &PlaceActs::copy);
}

void PlaceActs::show(Wgs84 at)
{
    const bool isNew = m_at != at;
    m_at = at;
    if (isNew && !m_narrowed.isEmpty()) {
        narrow(); // it was about the other place
    }
    renew();
    m_marks->setPlace(at);
    if (isNew || m_card->isHidden()) { // it must not lie over what it speaks of
        const QPoint pixel = m_map.panel().toView(at);
        const QSize card = m_card->sizeHint();                // it has no place yet
        const bool isWide = m_map.width() < 2 * card.width(); // then it spans the map
        const bool isUnder = pixel.y() > m_map.height() - card.height() - 36;
        m_card->setProperty("atTop", isUnder && (isWide || pixel.x() < card.width() + 36));
    }
    m_card->show();
    Q_EMIT opened();
    m_map.placeChildren();
}

void PlaceActs::showByKey()
{
    if (!m_at) {
        const auto incident = m_desk.incident(m_selected);
        show(
            incident != nullptr && incident->place.point ? *incident->place.point
                                                         : m_map.panel().camera().centre);
    }
    m_card->setFocus(Qt::ShortcutFocusReason);
}

void PlaceActs::close()
{
    if (!m_narrowed.isEmpty()) {
        narrow();
    }
    const QWidget* focus = QApplication::focusWidget();
    const bool hadFocus = m_card == focus || m_card->isAncestorOf(focus);
    m_at.reset();
    m_marks->setPlace(std::nullopt);
    m_card->hide();
    m_map.placeChildren();
    if (hadFocus) {
        m_map.panel().setFocus();
    }
    Q_EMIT left();
}

void PlaceActs::renew()
{
    if (!m_at) {
        return;
    }
    m_readAt = m_ticks.now();
    PlaceFacts facts = placeFacts(
        {m_layers.plan(), m_index, *m_at, m_readAt, m_desk.incidents(), m_layers.places(), kReach,
         m_desk.shift().get(), m_desk.actor().unit, &m_layers.shapes()});
    for (const QString& thing : m_layers.thingsAt(*m_at)) {
        facts.who.push_back({tr("Layer"), thing});
    }
    addRoadTimes(facts);
    if (facts.who != m_card->facts().who || facts.near != m_card->facts().near
        || facts.incidents != m_card->facts().incidents || facts.where != m_card->facts().where
        || facts.openNear != m_card->facts().openNear
        || facts.openWithoutPoint != m_card->facts().openWithoutPoint) {
        m_card->setFacts(facts);
        m_map.placeChildren();
    }
}

// Nearest as the crow flies comes first, as ever; how long it takes is told as soon as it is known.
void PlaceActs::addRoadTimes(PlaceFacts& facts) const
{
    std::vector<Wgs84> from;
    for (const PlaceLine& line : facts.near) {
        from.push_back(line.at.value_or(*m_at));
    }
    const auto* drives = m_layers.coverage().drives(*m_at, from);
    for (std::size_t i = 0; drives != nullptr && i < from.size(); ++i) {
        if (const auto& drive = (*drives)[i]) {
            facts.near[i].text = byRoadText(facts.near[i].text, *drive);
        }
    }
}

void PlaceActs::setCompact(bool isCompact)
{
    m_card->setCompact(isCompact);
}

void PlaceActs::narrow()
{
    if (!m_narrowed.isEmpty()) {
        if (m_views.filterText() == m_narrowed) { // else the officer has chosen another since
            m_views.filter({});
        }
        m_narrowed.clear();
    } else if (m_at) {
        m_narrowed = nearFilter(*m_at, kReach);
        m_views.filterAs(m_narrowed, tr("Within %1").arg(lengthText(kReach)));
        if (const int without = m_card->facts().openWithoutPoint; without > 0) {
            Q_EMIT said(tr("Without a point and so not shown: %n in this area", nullptr, without));
        }
    }
    m_marks->setCircle(m_narrowed.isEmpty() ? 0 : kReach);
    m_card->setNarrowed(!m_narrowed.isEmpty());
}

void PlaceActs::copy(const QString& system)
{
    if (m_at) {
        const QString text = coordinateText(*m_at, system);
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT said(tr("Copied: %1").arg(text));
    }
}

void PlaceActs::measure()
{
    if (m_isMeasuring) {
        endMeasure(false);
        return;
    }
    Q_EMIT measureBegun();
    m_isMeasuring = true;
    m_ruler->setChecked(true);
    m_marks->setPath({});
    m_map.panel().setMeasuring(true);
    m_map.panel().setFocus(Qt::OtherFocusReason);
    Q_EMIT said(tr("Measuring: click corners; Backspace takes one back, Enter ends, Esc forgets"));
}

void PlaceActs::endMeasure(bool keepsPath)
{
    m_isMeasuring = false;
    m_ruler->setChecked(false);
    m_map.panel().setMeasuring(false);
    const QString measured = m_marks->measured();
    if (!keepsPath || measured.isEmpty()) {
        m_marks->setPath({});
    } else {
        Q_EMIT said(tr("Measured: %1").arg(measured));
    }
}

// The map has the focus while something is measured, or after its end.
bool PlaceActs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || (!m_isMeasuring && m_marks->path().empty())) {
        return QObject::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        endMeasure(false);
        return true;
    }
    if (m_isMeasuring && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        endMeasure(true);
        return true;
    }
    if (m_isMeasuring && key == Qt::Key_Backspace) {
        std::vector<Wgs84> path = m_marks->path();
        if (!path.empty()) {
            path.pop_back();
        }
        m_marks->setPath(std::move(path));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sz::widgets
