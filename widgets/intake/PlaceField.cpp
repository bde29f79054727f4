// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/PlaceField.h"

#include "widgets/actions/DutyWords.h"
#include "widgets/actions/PickEdit.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/MapWords.h"
#include "widgets/models/TypedPoints.h"
#include "widgets/models/Wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sz::widgets {

namespace {

constexpr std::size_t kMostMatches = 6;

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString sortText(plan::PlaceSort sort)
{
    switch (sort) {
    case plan::PlaceSort::Street:
        return PlaceField::tr("street");
    case plan::PlaceSort::Community:
        return PlaceField::tr("community");
    case plan::PlaceSort::Area:
        return PlaceField::tr("area");
    case plan::PlaceSort::District:
        return PlaceField::tr("district");
    case plan::PlaceSort::DutyRoom:
        return PlaceField::tr("duty room");
    case plan::PlaceSort::KeyPlace:
        return PlaceField::tr("key place");
    case plan::PlaceSort::Resource:
        return PlaceField::tr("resource");
    }
    return {};
}

QString sortText(const plan::FoundPlace& found)
{
    if (!found.mapSort) {
        return sortText(found.match.sort);
    }
    switch (*found.mapSort) {
    case plan::MapSort::Road:
        return PlaceField::tr("road");
    case plan::MapSort::Water:
        return PlaceField::tr("water");
    case plan::MapSort::Place:
        return PlaceField::tr("place on the map");
    }
    return {};
}

/// "4 Jianghan NW · Jianghan", for a duty room its number instead of the district.
ChoiceRow rowOf(const plan::Plan& plan, const plan::FoundPlace& found, const AddressWords& address)
{
    const plan::PlaceMatch& match = found.match;
    const bool isRoom = !found.mapSort && match.sort == plan::PlaceSort::DutyRoom;
    QStringList where{areaText(plan, match.place.area)};
    where.append(isRoom ? visible(match.phone) : unitText(plan, match.place.district));
    where.append(baseMapText(found));
    where.append(address.of(found));
    where.removeAll(QString());
    return {
        visibleLine(nameText(match.name)), sortText(found), where.join(QStringLiteral(" · ")),
        false};
}

} // namespace

PlaceField::PlaceField(
    const desk::Desk& desk,
    const plan::PlaceFinder& finder,
    const ThemeSource& theme,
    QWidget* sheet)
    : QWidget(sheet), m_desk(desk), m_plan(desk.plan()), m_finder(finder),
      m_edit(new PickEdit(theme, sheet, this)), m_resolved(new ElidedLabel(theme, this)),
      m_map(scopedKeycap(theme, QKeySequence(Qt::ALT | Qt::Key_M), tr("on the map"), sheet))
{
    m_edit->setObjectName(QStringLiteral("placeEdit"));
    m_edit->setAccessibleName(tr("Place"));
    m_resolved->setObjectName(QStringLiteral("placeResolved"));
    m_resolved->setPixelSize(13);
    m_map->setObjectName(QStringLiteral("mapButton"));
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_edit);
    auto* below = new QHBoxLayout;
    below->addWidget(m_resolved, 1);
    below->addWidget(m_map);
    column->addLayout(below);
    connect(m_edit, &QLineEdit::textEdited, this, &PlaceField::search);
    connect(m_edit, &PickEdit::picked, this, &PlaceField::pick);
    connect(m_edit, &PickEdit::listWanted, this, [this] { search(m_edit->text()); });
    connect(m_map, &QAbstractButton::clicked, this, [this] {
        setPlacing(!m_isPlacing);
        Q_EMIT placingRequested(m_isPlacing);
    });
    connect(&desk, &desk::Desk::shiftChanged, this, &PlaceField::describe);
    describe();
}

std::optional<plan::Place> PlaceField::place() const
{
    const QString text = typed().trimmed();
    if (m_place || text.isEmpty()) {
        return m_place;
    }
    plan::Place named;
    named.text = text.toStdString();
    return named;
}

QString PlaceField::typed() const
{
    return m_edit->text();
}

void PlaceField::setPlace(const plan::Place& place)
{
    setPlacing(false);
    choose(place);
}

void PlaceField::setTyped(const QString& text)
{
    m_place.reset();
    m_edit->setText(text);
    describe();
}

void PlaceField::clear()
{
    m_place.reset();
    m_offered.clear();
    m_edit->closeList();
    m_edit->clear();
    setPlacing(false);
    describe();
}

void PlaceField::settle()
{
    m_edit->pickCurrent();
}

void PlaceField::setNow(Instant now)
{
    m_now = now;
    describe();
}

void PlaceField::setPlacing(bool isPlacing)
{
    m_isPlacing = isPlacing;
    m_map->setLabel(isPlacing ? tr("click the map…") : tr("on the map"));
}

bool PlaceField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && m_maps != nullptr) {
        m_maps->prepare();
    }
    return QWidget::eventFilter(watched, event);
}

void PlaceField::search(const QString& text)
{
    m_place.reset();
    std::vector<ChoiceRow> rows = m_index == nullptr ? std::vector<ChoiceRow>() : pointRows(text);
    if (rows.empty()) {
        rows = nameRows(text);
    }
    if (!rows.empty()) {
        rows.push_back(
            {visibleLine(text), tr("as named"), tr("keep what was said, area unknown"), false});
    }
    m_edit->offer(std::move(rows));
    describe();
    Q_EMIT placeChanged();
}

// The same numbers in each datum: a choice nobody can make for whoever reads them off another map.
std::vector<ChoiceRow> PlaceField::pointRows(const QString& text)
{
    m_offered.clear();
    std::vector<ChoiceRow> rows;
    for (TypedPoint& one : typedPoints(m_plan, *m_index, text)) {
        const bool isInside = one.place.area != 0;
        rows.push_back(
            {visible(one.place.text), tr("coordinates"),
             one.system + QStringLiteral(" · ")
                 + (isInside ? areaText(m_plan, one.place.area) : tr("Outside the city's areas")),
             !isInside});
        m_offered.push_back(std::move(one.place));
    }
    return rows;
}

std::vector<ChoiceRow> PlaceField::nameRows(const QString& text)
{
    m_offered.clear();
    std::vector<ChoiceRow> rows;
    const std::string typed = text.toStdString();
    auto places = plan::findPlaces(m_finder, m_maps, typed, kMostMatches);
    const AddressWords address(m_finder, m_maps, places, typed);
    for (plan::FoundPlace& found : places) {
        rows.push_back(rowOf(m_plan, found, address));
        m_offered.push_back(std::move(found.match.place));
    }
    return rows;
}

void PlaceField::pick(int row)
{
    const auto index = static_cast<std::size_t>(row);
    if (index < m_offered.size()) {
        choose(m_offered[index]);
        return;
    }
    plan::Place named;
    named.text = typed().trimmed().toStdString();
    choose(named);
}

void PlaceField::choose(const plan::Place& place)
{
    m_place = place;
    m_edit->closeList();
    m_edit->setText(place.text.empty() ? placeText(m_plan, place) : visible(place.text));
    describe();
    Q_EMIT placeChanged();
}

void PlaceField::describe()
{
    m_edit->setAside(m_place ? QString() : tr("initials, pinyin or Chinese"));
    const std::optional<plan::Place> current = place();
    if (!current) {
        m_resolved->setToken(Token::Tx3);
        m_resolved->setText(tr("No place yet"));
        return;
    }
    const bool isKnown = current->area != 0 || !current->district.empty();
    m_resolved->setToken(isKnown ? Token::Tx1 : Token::YelTx);
    m_resolved->setText(resolvedText(*current));
}

// "4 Jianghan NW · Hankou | Jianghan duty leader on duty 8-2202"; 约 in front while the point is not known.
QString PlaceField::resolvedText(const plan::Place& place) const
{
    if (place.area == 0 && place.district.empty()) {
        return place.point ? tr("Outside the city's areas")
                           : tr("Approximate: kept as named, area unknown");
    }
    QStringList where{areaText(m_plan, place.area)};
    const plan::Area* area = m_plan.area(place.area);
    const plan::Zone* zone = area == nullptr ? nullptr : m_plan.zone(area->zone);
    where.append(
        zone == nullptr ? unitText(m_plan, place.district) : visibleLine(nameText(zone->name)));
    where.removeAll(QString());
    const QString line = tr("%1 | %2", "area and zone, who is on duty")
                             .arg(
                                 where.join(QStringLiteral(" · ")),
                                 dutyText(m_plan, place.district, m_now, dutyRoster(m_desk)));
    return place.point ? line : tr("approx. %1", "a place without a point").arg(line);
}

} // namespace sz::widgets
