// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/replay/TimeSlider.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Painters.h"
#include "widgets/replay/MomentText.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kPad = 14;
constexpr int kBarsTop = 6;
constexpr int kTrackHeight = 28;
constexpr int kColumn = 3;
constexpr int kTickRoom = 96; ///< pixels a label needs
constexpr Millis kLeastSpan = Minutes{10};
using std::chrono::hours;
constexpr std::array<Millis, 12> kSteps{Minutes{1}, Minutes{5}, Minutes{15}, hours{1},
                                        hours{2},   hours{6},   hours{12},   hours{24},
                                        hours{72},  hours{168}, hours{720},  hours{8760}};

} // namespace

TimeSlider::TimeSlider(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_utcOffsetMinutes(utcOffsetMinutes)
{
    setObjectName(QStringLiteral("timeSlider"));
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(sizeHint().height());
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void TimeSlider::setTimeline(std::shared_ptr<const replay::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_from = first();
    m_until = std::max(last(), m_from + kLeastSpan);
    update();
}

void TimeSlider::setMoment(std::size_t position, Instant now)
{
    m_position = position;
    m_now = now;
    if (m_now < m_from || m_now > m_until) { // the part drawn follows
        const Millis span = m_until - m_from;
        m_from = std::max(first(), m_now - span / 2);
        m_until = m_from + span;
    }
    describe();
    update();
}

void TimeSlider::setMark(std::optional<Instant> mark)
{
    m_mark = mark;
    update();
}

void TimeSlider::describe()
{
    setAccessibleName(tr("Time of the operation: %1").arg(momentText(m_now, m_utcOffsetMinutes)));
}

Instant TimeSlider::first() const
{
    return m_timeline == nullptr ? Instant{} : m_timeline->momentOf(0);
}

Instant TimeSlider::last() const
{
    return m_timeline == nullptr ? Instant{} : m_timeline->momentOf(m_timeline->size());
}

QRect TimeSlider::track() const
{
    return {kPad, kBarsTop, width() - 2 * kPad, kTrackHeight};
}

double TimeSlider::xOf(Instant at) const
{
    const double share =
        static_cast<double>((at - m_from).count())
        / static_cast<double>(std::max<std::int64_t>((m_until - m_from).count(), 1));
    return track().left() + share * track().width();
}

Instant TimeSlider::atX(double x) const
{
    const double share = std::clamp((x - track().left()) / std::max(track().width(), 1), 0.0, 1.0);
    return m_from + Millis{std::llround(share * static_cast<double>((m_until - m_from).count()))};
}

void TimeSlider::wish(Instant at)
{
    if (m_timeline != nullptr && m_timeline->size() > 0) {
        Q_EMIT momentWanted(std::clamp(at, first(), last()));
    }
}

void TimeSlider::stepEntry(int by)
{
    if (m_timeline == nullptr || m_timeline->size() == 0) {
        return;
    }
    const auto most = static_cast<std::ptrdiff_t>(m_timeline->size());
    const std::ptrdiff_t next = static_cast<std::ptrdiff_t>(m_position) + by;
    Q_EMIT positionWanted(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(next, 0, most)));
}

void TimeSlider::zoom(double factor)
{
    const Millis whole = std::max(last() - first(), kLeastSpan);
    const auto wanted = std::llround(static_cast<double>((m_until - m_from).count()) * factor);
    const Millis span = std::clamp(Millis{wanted}, kLeastSpan, whole);
    m_from = std::clamp(m_now - span / 2, first(), std::max(first(), first() + whole - span));
    m_until = m_from + span;
    update();
}

bool TimeSlider::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    modifiers &= ~Qt::KeypadModifier;
    const bool isStep = key == Qt::Key_Left || key == Qt::Key_Right;
    const int by = key == Qt::Key_Left ? -1 : 1;
    if (isStep && modifiers == Qt::NoModifier) {
        stepEntry(by);
    } else if (isStep && modifiers == Qt::ShiftModifier) {
        wish(m_now + Minutes{by});
    } else if (isStep && modifiers == Qt::ControlModifier) {
        wish(m_now + hours{by});
    } else {
        return false;
    }
    return true;
}

void TimeSlider::keyPressEvent(QKeyEvent* event)
{
    if (takeKey(event->key(), event->modifiers())) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        return wish(first());
    case Qt::Key_End:
        return wish(last());
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.5);
    case Qt::Key_Minus:
        return zoom(2);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeSlider::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeSlider::mousePressEvent(QMouseEvent* event)
{
    wish(atX(event->position().x()));
}

void TimeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        wish(atX(event->position().x()));
    }
}

void TimeSlider::wheelEvent(QWheelEvent* event)
{
    zoom(event->angleDelta().y() > 0 ? 0.5 : 2);
    event->accept();
}

// How much happened when: logarithmic, so that a quiet night is still to be seen beside a flood.
void TimeSlider::paintBars(QPainter& painter) const
{
    const QRect room = track();
    const int columns = room.width() / kColumn;
    std::vector<std::size_t> counts(static_cast<std::size_t>(std::max(columns, 0)));
    std::size_t before = m_timeline->positionAt(m_from - Millis{1});
    std::size_t most = 1;
    for (int i = 0; i < columns; ++i) {
        const std::size_t end = m_timeline->positionAt(atX(room.left() + (i + 1) * kColumn));
        counts[static_cast<std::size_t>(i)] = end - std::min(before, end);
        before = end;
        most = std::max(most, counts[static_cast<std::size_t>(i)]);
    }
    const double unit = (room.height() - 2) / std::log2(1.0 + static_cast<double>(most));
    for (int i = 0; i < columns; ++i) {
        const auto count = static_cast<double>(counts[static_cast<std::size_t>(i)]);
        const int high = static_cast<int>(std::ceil(std::log2(1.0 + count) * unit));
        const int x = room.left() + i * kColumn;
        painter.fillRect(
            QRect(x, room.bottom() - high, kColumn - 1, high),
            m_theme.color(x <= xOf(m_now) ? Token::Tx2 : Token::Line2));
    }
}

void TimeSlider::paintTicks(QPainter& painter) const
{
    const int wanted = std::max(track().width() / kTickRoom, 1);
    const Millis least = (m_until - m_from) / wanted;
    const auto it = std::ranges::find_if(kSteps, [least](Millis s) { return s >= least; });
    const Millis step = it == kSteps.end() ? kSteps.back() : *it;
    const Minutes offset{m_utcOffsetMinutes};
    const Millis local = (m_from + offset).time_since_epoch();
    Instant at = Instant{(local / step + 1) * step} - offset;
    for (; at <= m_until; at += step) {
        const int x = static_cast<int>(xOf(at));
        painter.fillRect(QRect(x, track().bottom(), 1, 5), m_theme.color(Token::Line2));
        const bool isDay = step >= hours{24};
        paintText(
            painter, QRectF(x - kTickRoom / 2.0, track().bottom() + 4, kTickRoom, 16),
            isDay ? dateText(at, m_utcOffsetMinutes) : clockMinuteText(at, m_utcOffsetMinutes),
            uiFont(12), m_theme.color(Token::Tx3), Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

void TimeSlider::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.fillRect(track(), m_theme.color(Token::Field));
    if (m_timeline == nullptr || m_timeline->size() == 0) {
        return;
    }
    paintBars(painter);
    paintTicks(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_mark) {
        const double x = xOf(*m_mark);
        painter.setPen(QPen(m_theme.color(Token::Inv), 2, Qt::DashLine));
        painter.drawLine(QPointF(x, kBarsTop - 4), QPointF(x, track().bottom() + 2));
        paintText(
            painter, QRectF(x + 3, kBarsTop - 2, 20, 16), QStringLiteral("A"), uiFont(12, true),
            m_theme.color(Token::Tx1));
    }
    const double x = xOf(m_now);
    painter.fillRect(QRectF(x - 1, kBarsTop - 4, 2, kTrackHeight + 6), m_theme.color(Token::Inv));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Inv));
    painter.drawPolygon(QPolygonF({{x - 7, 0.0}, {x + 7, 0.0}, {x, 9.0}}));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

} // namespace sz::widgets
