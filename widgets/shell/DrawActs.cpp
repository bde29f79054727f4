// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/DrawActs.h"

#include "data/desk/OnResult.h"
#include "maps/view/MapPanel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/Icons.h"
#include "widgets/ground/DrawCard.h"
#include "widgets/ground/DrawingBuffer.h"
#include "widgets/ground/DrawingShapes.h"
#include "widgets/ground/GroundMarks.h"
#include "widgets/ground/Measure.h"
#include "widgets/models/Wording.h"
#include "widgets/shell/LayerActs.h"
#include "widgets/shell/MapArea.h"
#include "widgets/shell/PlaceActs.h"
#include "widgets/shell/ViewActs.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace sz::widgets {

DrawActs::DrawActs(
    desk::Desk& desk,
    const ThemeSource& theme,
    MapArea& map,
    LayerActs& layers,
    PlaceActs& places,
    ViewActs& views,
    QWidget* page)
    : QObject(page), m_desk(desk), m_theme(theme), m_map(map), m_layers(layers), m_places(places),
      m_views(views), m_card(new DrawCard(theme, &map))
{
    map.addPanel(m_card);
    makeTools(page);
    wireCard();
    maps::MapPanel& panel = map.panel();
    panel.installEventFilter(this); // after PlaceActs: asked before it
    connect(&panel, &maps::MapPanel::measureClicked, this, [this](const Wgs84& at) {
        if (m_isOpen) {
            addCorner(at);
        }
    });
    connect(&panel, &maps::MapPanel::measureEnded, this, [this] {
        if (m_isOpen) {
            save();
        }
    });
    connect(&places, &PlaceActs::measureBegun, this, &DrawActs::close);
    connect(&desk, &desk::Desk::drawingsChanged, this, [this] {
        if (m_isOpen) {
            m_card->setDrawings(*m_desk.drawings(), m_desk.plan());
            m_map.placeChildren();
        }
    });
}

void DrawActs::makeTools(QWidget* page)
{
    auto* key = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), page);
    key->setObjectName(QStringLiteral("drawKey"));
    connect(key, &QShortcut::activated, this, &DrawActs::toggle);
    m_button = new QToolButton(&m_map);
    m_button->setObjectName(QStringLiteral("drawButton"));
    m_button->setCheckable(true);
    m_button->setAccessibleName(tr("Draw on the map"));
    m_button->setToolTip(tr("Draw on the map (Ctrl+Shift+D)"));
    m_map.addTool(m_button);
    connect(m_button, &QToolButton::clicked, this, &DrawActs::toggle);
    connect(&m_theme, &ThemeSource::changed, this, &DrawActs::renewIcon);
    renewIcon();
}

void DrawActs::renewIcon()
{
    m_button->setIcon(tintedIcon(QStringLiteral("draw"), m_theme.theme(), Token::Tx1));
}

void DrawActs::wireCard()
{
    connect(m_card, &DrawCard::closed, this, &DrawActs::close);
    connect(m_card, &DrawCard::saveRequested, this, &DrawActs::save);
    connect(m_card, &DrawCard::eraseRequested, this, &DrawActs::erase);
    connect(m_card, &DrawCard::shown, this, &DrawActs::show);
    connect(m_card, &DrawCard::narrowRequested, this, &DrawActs::narrow);
    connect(m_card, &DrawCard::kindChanged, this, [this] { setCorners(m_corners); });
    connect(m_card, &DrawCard::drawRequested, this, [this] {
        m_map.panel().setFocus(Qt::OtherFocusReason);
    });
}

void DrawActs::toggle()
{
    m_isOpen ? close() : open();
}

void DrawActs::open()
{
    if (m_places.isMeasuring()) {
        m_places.measure(); // ends it
    }
    const auto incident = m_desk.incident(m_places.selected());
    m_card->setIncident(
        incident == nullptr ? QString()
                            : shortNumberText(*incident) + u' ' + shortTitleText(*incident));
    m_isOpen = true;
    m_button->setChecked(true);
    m_card->setDrawings(*m_desk.drawings(), m_desk.plan());
    setCorners({});
    m_card->show();
    m_map.panel().setMeasuring(true);
    m_places.marks().setAim(true);
    m_map.placeChildren();
    m_card->takeFocus();
}

void DrawActs::reopen(const model::Draw& refused)
{
    if (!m_isOpen) {
        open();
    }
    m_card->setDrawing(refused.kind, QString::fromStdString(refused.words));
    setCorners(refused.corners);
    if (!refused.corners.empty()) {
        m_map.panel().flyTo(
            refused.corners[refused.corners.size() / 2],
            std::max(m_map.panel().camera().zoom, 13.0));
    }
}

void DrawActs::close()
{
    if (!m_isOpen) {
        return;
    }
    Q_EMIT putAway();
    setCorners({});
    m_isOpen = false;
    m_button->setChecked(false);
    m_card->clear();
    m_card->setNarrowed(false);
    narrow({}, 0);
    m_card->hide();
    m_map.panel().setMeasuring(false);
    m_places.marks().setAim(false);
    m_map.placeChildren();
    m_map.panel().setFocus(Qt::OtherFocusReason);
}

void DrawActs::addCorner(Wgs84 at)
{
    std::vector<Wgs84> corners = m_corners;
    if (corners.empty() || corners.back() != at) {
        corners.push_back(at);
    }
    setCorners(std::move(corners));
}

// Of a kind that is one point the last one counts.
void DrawActs::setCorners(std::vector<Wgs84> corners)
{
    const bool isPoint =
        formFor(m_card->kind(), 2) == std::nullopt && formFor(m_card->kind(), 3) == std::nullopt;
    if (isPoint && corners.size() > 1) {
        corners = {corners.back()};
    }
    if (corners.size() > model::kMostCorners) {
        corners.resize(model::kMostCorners);
        Q_EMIT said(tr("A drawing has at most %1 corners").arg(model::kMostCorners));
    }
    m_corners = std::move(corners);
    m_places.marks().setPath(m_corners);
    renewHint();
}

void DrawActs::renewHint()
{
    const auto count = static_cast<int>(m_corners.size());
    if (count == 0) {
        m_card->setHint(
            tr("Click the map, or press Enter and set corners with the space bar; arrows move the "
               "map, Backspace takes a corner back, Enter puts it on the map."));
    } else if (!formFor(m_card->kind(), m_corners.size())) {
        m_card->setHint(tr("%n corners: more are needed", nullptr, count));
    } else {
        const QString measured = m_places.marks().measured();
        const QString corners = tr("%n corners", nullptr, count);
        m_card->setHint(measured.isEmpty() ? corners : corners + QStringLiteral(" · ") + measured);
    }
}

model::Draw DrawActs::drawn() const
{
    model::Draw out;
    out.kind = m_card->kind();
    out.corners = m_corners;
    out.words = m_card->words().toStdString();
    out.form = formFor(out.kind, m_corners.size()).value_or(model::DrawingForm::Point);
    if (m_card->isForIncident()) {
        out.incident = m_places.selected();
    }
    return out;
}

// Nothing is lost when it cannot be saved: corners and words stay for another try.
void DrawActs::save()
{
    if (!formFor(m_card->kind(), m_corners.size())) {
        Q_EMIT said(
            m_corners.empty()
                ? tr("Click the map first: nothing is drawn yet")
                : tr("More corners are needed for: %1").arg(drawingKindText(m_card->kind())));
        return;
    }
    const model::Draw act = drawn();
    if (const auto may = m_desk.canPerformDrawing(act); !may) {
        Q_EMIT said(drawingErrorText(may.error()));
        return;
    }
    desk::onResult(
        this, m_desk.performDrawing(act), [this, act](const Result<desk::Receipt>& saved) {
            if (!saved) {
                Q_EMIT said(drawingErrorText(saved.error()));
                return;
            }
            Q_EMIT this->saved();
            Q_EMIT said(tr("Drawn: every desk sees it"));
            if (m_corners == act.corners) { // else the next one is begun already
                m_card->clear();
                setCorners({});
            }
        });
}

void DrawActs::erase(const std::string& drawing)
{
    desk::onResult(
        this, m_desk.performDrawing(model::EraseDrawing{drawing, {}}),
        [this](const Result<desk::Receipt>& saved) {
            Q_EMIT said(
                saved ? tr("Erased: it stays in the log and in the replay")
                      : drawingErrorText(saved.error()));
        });
}

void DrawActs::show(const std::string& drawing)
{
    const auto& all = m_desk.drawings()->drawings;
    if (const auto it = all.find(drawing); it != all.end() && !it->second.drawn.corners.empty()) {
        const auto& corners = it->second.drawn.corners;
        m_map.panel().flyTo(
            corners[corners.size() / 2], std::max(m_map.panel().camera().zoom, 13.0));
    }
}

// The board and the shape on the map go together, and both with the card: nobody would know why it is short.
void DrawActs::narrow(const std::string& drawing, int metres)
{
    if (!m_narrowed.isEmpty() && m_views.filterText() == m_narrowed) { // else another was chosen
        m_views.filter({});
    }
    m_narrowed.clear();
    MultiPolygon ground;
    QString label;
    const auto& all = m_desk.drawings()->drawings;
    if (const auto it = all.find(drawing); it != all.end()) {
        const QString name = drawingText(it->second.drawn);
        m_narrowed = aroundFilter(it->second.drawn, metres);
        label = metres == 0 ? name : tr("%1 and %2 round it").arg(name, lengthText(metres));
        m_views.filterAs(m_narrowed, label);
        if (metres > 0) { // else it is the drawing, which is there
            ground = bufferOf(it->second.drawn, metres);
        }
    }
    m_layers.showBuffer(ground, label);
}

// Of the map: the card's own keys are the card's.
bool DrawActs::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_isOpen || event->type() != QEvent::KeyPress) {
        return QObject::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Space:
        addCorner(m_map.panel().camera().centre);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        save();
        return true;
    case Qt::Key_Backspace: {
        std::vector<Wgs84> corners = m_corners;
        if (!corners.empty()) {
            corners.pop_back();
        }
        setCorners(std::move(corners));
        return true;
    }
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

QString drawingErrorText(const Error& error)
{
    const QLatin1StringView detail(
        error.detail.data(), static_cast<qsizetype>(error.detail.size()));
    if (error.code == Code::MissingField) {
        return DrawActs::tr("A note needs words");
    }
    if (error.code == Code::LimitOutOfRange) {
        return DrawActs::tr("The map has as many drawings as it can keep: erase some first");
    }
    if (error.code == Code::BadArgument
        && detail.startsWith(QLatin1StringView("corners: number"))) {
        return DrawActs::tr("Corners: one lies outside the ground of this operation; take it back");
    }
    if (error.code == Code::BadArgument && detail.startsWith(QLatin1StringView("corners"))) {
        return DrawActs::tr("Corners: too few or too many, at most %1").arg(model::kMostCorners);
    }
    if (error.code == Code::BadArgument && detail.startsWith(QLatin1StringView("words"))) {
        return DrawActs::tr("Words: at most sixty characters");
    }
    return errorText(error);
}

} // namespace sz::widgets
