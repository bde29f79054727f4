// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/AreaCard.h"

#include "data/model/ShiftDuty.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Icons.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/models/BoardOrder.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/HintButton.h"
#include "widgets/watch/RosterFacts.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kWidth = 396;
constexpr int kHead = 54;
constexpr int kLine = 28;
constexpr int kFoot = 36;
constexpr int kStrip = 56;
constexpr int kPad = 12;
constexpr int kLabel = 84;
constexpr int kPhone = 80;
constexpr std::size_t kMostIncidents = 3;
constexpr std::chrono::hours kFar{24}; ///< a clock alone would be taken for today's

} // namespace

AreaCard::AreaCard(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QFrame(parent), m_plan(std::move(plan)), m_theme(theme),
      m_dial(new HintButton(theme, Qt::Key_Return, tr("dial"), this)),
      m_next(new KeycapButton(theme, Qt::Key_Z, tr("next", "area, at its key"), this)),
      m_duty(new KeycapButton(theme, QKeySequence(QStringLiteral("?")), tr("who is on"), this))
{
    setObjectName(QStringLiteral("areaCard"));
    setFocusPolicy(Qt::StrongFocus);
    m_dial->setObjectName(QStringLiteral("areaDialButton"));
    m_next->setObjectName(QStringLiteral("nextAreaButton"));
    m_duty->setObjectName(QStringLiteral("areaDutyButton"));
    connect(m_dial, &QAbstractButton::clicked, this, [this] {
        Q_EMIT dialRequested(m_lines.at(1).phone);
    });
    connect(m_next, &QAbstractButton::clicked, this, &AreaCard::nextAreaRequested);
    connect(m_duty, &QAbstractButton::clicked, this, [this] {
        Q_EMIT dutyRequested(m_plan->area(m_area)->district);
    });
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void AreaCard::setArea(int number)
{
    m_area = m_plan->area(number) == nullptr ? 0 : number;
    setVisible(m_area != 0);
    pickIncidents();
    readFacts();
}

void AreaCard::setStreet(const StreetCode& street)
{
    m_street = street;
    readFacts();
}

void AreaCard::setIncidents(const std::map<IncidentId, model::IncidentPtr>& incidents)
{
    m_all = incidents;
    const std::vector<model::IncidentPtr> before = m_open;
    pickIncidents();
    if (before != m_open) {
        readFacts();
    }
}

void AreaCard::setNow(Instant now)
{
    m_now = now;
    if (m_area != 0 && std::chrono::floor<Minutes>(now) != std::chrono::floor<Minutes>(m_readAt)) {
        pickIncidents();
        readFacts();
    }
    update();
}

void AreaCard::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    layOut();
}

void AreaCard::pickIncidents()
{
    m_open.clear();
    for (const auto& [id, incident] : m_all) {
        if (incident->place.area == m_area && incident->state != model::IncidentState::Closed) {
            m_open.push_back(incident);
        }
    }
    std::ranges::sort(m_open, {}, [this](const model::IncidentPtr& incident) {
        return std::pair(-static_cast<int>(incident->lampAt(m_now)), rankOf(*incident, m_now));
    });
}

void AreaCard::readFacts()
{
    const plan::Area* area = m_plan->area(m_area);
    if (area == nullptr) {
        return;
    }
    m_readAt = m_now;
    const plan::Zone* zone = m_plan->zone(area->zone);
    const plan::District* district = m_plan->district(area->district);
    const auto streets = std::ranges::count(m_plan->streets, m_area, &plan::Street::area);
    m_name = nameText(area->name);
    m_detail =
        QStringList{
            zone == nullptr ? QString() : nameText(zone->name),
            district == nullptr ? QString() : nameText(district->name),
            tr("%n streets", nullptr, static_cast<int>(streets)),
            tr("%n open", nullptr, static_cast<int>(m_open.size()))}
            .join(QStringLiteral(" · "));
    m_lines = {
        lineFor(tr("Area leader"), area->unit), lineFor(tr("District"), area->district),
        streetLine()};
    m_dial->setEnabled(!m_lines[1].phone.isEmpty());
    setAccessibleName(text());
    layOut();
}

void AreaCard::setPlan(std::shared_ptr<const plan::Plan> plan)
{
    m_plan = std::move(plan);
    readFacts();
    update();
}

void AreaCard::setActs(std::shared_ptr<const model::ShiftState> acts)
{
    m_acts = std::move(acts);
    readFacts();
    update();
}

AreaCard::Line AreaCard::lineFor(const QString& label, const UnitCode& unit) const
{
    const auto duties = model::dutiesOf(*m_plan, m_acts.get(), unit, m_now);
    if (duties.empty()) {
        return {label, tr("no post in the plan"), {}, {}};
    }
    const plan::Duty& duty = duties.front();
    const bool isFar = m_now - duty.from > kFar; // an area is somebody's for weeks
    const int offset = m_plan->utcOffsetMinutes;
    const QString since =
        tr("since %1", "clock")
            .arg(isFar ? dayClockText(duty.from, offset) : clockMinuteText(duty.from, offset));
    return {label, holderText(duty), phoneText(*m_plan, duty), since};
}

AreaCard::Line AreaCard::streetLine() const
{
    const plan::Street* street = m_plan->street(m_street);
    if (street == nullptr || street->area != m_area) {
        const auto it = std::ranges::find_if(m_plan->streets, [this](const plan::Street& s) {
            return s.area == m_area && !s.phone.empty();
        });
        street = it == m_plan->streets.end() ? nullptr : &*it;
    }
    if (street == nullptr) {
        return {tr("Street"), tr("no duty room in the plan"), {}, {}};
    }
    return {
        tr("Street"),
        tr("%1 duty room", "street").arg(nameText(street->name)),
        QString::fromStdString(street->phone),
        {}};
}

QString AreaCard::text() const
{
    QStringList words{QString::number(m_area), m_name, m_detail};
    for (const Line& line : m_lines) {
        words.append(QStringLiteral("%1 %2 %3").arg(line.label, line.who, line.phone));
    }
    for (const model::IncidentPtr& incident : m_open) {
        words.append(shortNumberText(*incident) + QLatin1Char(' ') + titleText(*incident));
    }
    return words.join(QStringLiteral("; "));
}

model::Lamp AreaCard::worstLamp() const
{
    return m_open.empty() ? model::Lamp::None : m_open.front()->lampAt(m_now);
}

QSize AreaCard::sizeHint() const
{
    if (m_isCompact) {
        return {kWidth, kStrip};
    }
    const auto shown = static_cast<int>(std::min(m_open.size(), kMostIncidents));
    return {kWidth, kHead + static_cast<int>(m_lines.size()) * kLine + shown * kLine + kFoot};
}

void AreaCard::layOut()
{
    const int least = m_isCompact ? 240 : kWidth;
    setMinimumWidth(least);
    setMaximumWidth(m_isCompact ? QWIDGETSIZE_MAX : kWidth);
    setFixedHeight(sizeHint().height());
    if (!m_isCompact) {
        resize(kWidth, height());
    }
    m_duty->setVisible(!m_isCompact);
    const int y = m_isCompact ? (kStrip - kLine) / 2 : height() - kFoot + (kFoot - kLine) / 2;
    const int dialWidth = m_dial->sizeHint().width();
    const int nextWidth = m_next->sizeHint().width();
    int x = m_isCompact ? width() - kPad - dialWidth - nextWidth - 8 : kPad - 4;
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(m_dial), static_cast<QAbstractButton*>(m_next),
          static_cast<QAbstractButton*>(m_duty)}) {
        button->setGeometry(x, y, button->sizeHint().width(), kLine);
        x += button->width() + 10;
    }
    update();
}

void AreaCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layOut();
}

QRect AreaCard::incidentBox(std::size_t n) const
{
    const int top = kHead + (static_cast<int>(m_lines.size()) + static_cast<int>(n)) * kLine;
    return {0, top, width(), kLine};
}

void AreaCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_isCompact) {
        paintStrip(painter);
    } else {
        paintHead(painter);
        paintLines(painter);
        paintIncidents(painter);
    }
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

void AreaCard::paintHead(QPainter& painter) const
{
    const QString number = QString::number(m_area);
    const QFont large = uiFont(28, true);
    const QRectF box(kPad, 0, width() - 2 * kPad, kHead);
    paintText(painter, box, number, large, m_theme.color(Token::Tx1));
    const QRectF words = box.adjusted(textWidth(number, large) + kPad, 7, -24, -7);
    paintText(
        painter, words, m_name, uiFont(16, true), m_theme.color(Token::Tx1),
        Qt::AlignLeft | Qt::AlignTop);
    paintText(
        painter, words, m_detail, uiFont(12), m_theme.color(Token::Tx3),
        Qt::AlignLeft | Qt::AlignBottom);
    symbols::paintLamp(painter, QRectF(box.right() - 16, 20, 14, 14), worstLamp(), m_theme.theme());
}

void AreaCard::paintLines(QPainter& painter) const
{
    QRectF row(1, kHead, width() - 2, kLine);
    for (const Line& line : m_lines) {
        painter.fillRect(QRectF(row.x(), row.y(), row.width(), 1), m_theme.color(Token::Line1));
        const QRectF box = row.adjusted(kPad - 1, 0, 1 - kPad, 0);
        paintText(painter, box, line.label, uiFont(12), m_theme.color(Token::Tx3));
        const QRectF words = box.adjusted(kLabel, 0, -kPhone, 0);
        const QString whole =
            line.since.isEmpty() ? line.who : line.who + QStringLiteral(" · ") + line.since;
        const bool fits = textWidth(whole, uiFont(13)) <= words.width();
        paintText(painter, words, fits ? whole : line.who, uiFont(13), m_theme.color(Token::Tx1));
        if (!line.phone.isEmpty()) {
            paintText(
                painter, box.adjusted(0, 0, -22, 0), line.phone, uiFont(13),
                m_theme.color(Token::Tx2), Qt::AlignRight | Qt::AlignVCenter);
            tintedIcon(QStringLiteral("phone"), m_theme.theme())
                .paint(&painter, QRectF(box.right() - 14, row.y() + 7, 14, 14).toRect());
        }
        row.translate(0, kLine);
    }
    painter.fillRect(QRectF(row.x(), row.y(), row.width(), 1), m_theme.color(Token::Line1));
}

void AreaCard::paintIncidents(QPainter& painter) const
{
    for (std::size_t i = 0; i < std::min(m_open.size(), kMostIncidents); ++i) {
        const model::Incident& incident = *m_open[i];
        const QRectF row = QRectF(incidentBox(i));
        QRectF box = row.adjusted(kPad, 0, -kPad, 0);
        symbols::paintGrade(
            painter, QRectF(box.x(), box.y() + 5, 18, 18), incident.grade, m_theme.theme(),
            m_theme.color(Token::Bg1));
        if (const model::Step* step = incident.nextStep(m_now)) {
            const Countdown countdown{{}, step->due - m_now, step->lampAt(m_now)};
            paintCountdown(painter, box, countdown, m_theme.theme());
            box.setRight(box.right() - countdownWidth(countdown) - 8);
        }
        const QString words = shortNumberText(incident) + QLatin1Char(' ') + titleText(incident);
        paintText(painter, box.adjusted(26, 0, 0, 0), words, uiFont(13), m_theme.color(Token::Tx1));
        painter.fillRect(QRectF(1, row.bottom(), width() - 2, 1), m_theme.color(Token::Line1));
    }
}

void AreaCard::paintStrip(QPainter& painter) const
{
    const QFont large = uiFont(24, true);
    const QString number = QString::number(m_area);
    const int keys = width() - m_dial->x() + 8;
    const QRectF box(kPad, 0, width() - kPad - keys, kStrip);
    paintText(painter, box, number, large, m_theme.color(Token::Tx1));
    QRectF words = box.adjusted(textWidth(number, large) + kPad, 8, 0, -8);
    const double half = words.width() / 2;
    const QRectF left = words.adjusted(0, 0, -half - 6, 0);
    const QRectF right = words.adjusted(half, 0, 0, 0);
    paintText(
        painter, left, m_name, uiFont(14, true), m_theme.color(Token::Tx1),
        Qt::AlignLeft | Qt::AlignTop);
    paintText(
        painter, left, m_detail, uiFont(12), m_theme.color(Token::Tx3),
        Qt::AlignLeft | Qt::AlignBottom);
    if (m_lines.size() > 1) {
        const QString open = tr("%n open", nullptr, static_cast<int>(m_open.size()));
        paintText(
            painter, right, m_lines[1].who, uiFont(13), m_theme.color(Token::Tx1),
            Qt::AlignLeft | Qt::AlignTop);
        paintText(
            painter, right, m_lines[1].phone + QStringLiteral(" · ") + open, uiFont(12),
            m_theme.color(Token::Tx2), Qt::AlignLeft | Qt::AlignBottom);
    }
}

void AreaCard::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_dial->isEnabled()) {
        m_dial->click();
        return;
    }
    QFrame::keyPressEvent(event);
}

void AreaCard::mouseReleaseEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; !m_isCompact && i < std::min(m_open.size(), kMostIncidents); ++i) {
        if (incidentBox(i).contains(event->position().toPoint())) {
            Q_EMIT incidentClicked(m_open[i]->id);
            return;
        }
    }
    QFrame::mouseReleaseEvent(event);
}

} // namespace sz::widgets
