// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/TimeParts.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Language.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/LinkWords.h"
#include "widgets/models/Wording.h"

#include <QIcon>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace sz::widgets {

using model::Lamp;
using symbols::uiFont;

namespace {

constexpr int kBarHeight = 48;
constexpr int kFirstPx = 13;
constexpr int kSecondPx = 12;
constexpr Millis kOffsetLimit{30'000};

/// The two lines that date and seat share, at the heights of the link block's.
QRectF firstLine(const QRectF& box)
{
    return {box.x(), 7, box.width(), 18};
}

QRectF secondLine(const QRectF& box)
{
    return {box.x(), 25, box.width(), 16};
}

/// Words of a second line behind the lamp's shape, if there is one.
void paintMarked(
    QPainter& painter,
    QRectF box,
    const QString& words,
    Lamp lamp,
    const ThemeSource& theme)
{
    if (lamp != Lamp::None) {
        symbols::paintLamp(painter, {box.x(), box.y() + 3, 10, 10}, lamp, theme.theme());
        box.setLeft(box.left() + 14);
    }
    paintText(painter, box, words, uiFont(kSecondPx), symbols::lampText(lamp, theme.theme()));
}

/// The widest day of a year, so that midnight moves nothing.
int widestDate()
{
    int widest = 0;
    const QFont font = uiFont(kFirstPx);
    for (int day = 0; day < 366; day += 5) {
        const Instant t = fromUtcMs(0) + std::chrono::days{day};
        widest = std::max(widest, textWidth(withZeros(dateText(t, 0)), font));
    }
    return widest;
}

} // namespace

ClockFace::ClockFace(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : TopBarPart(theme, parent), m_utcOffsetMinutes(utcOffsetMinutes)
{
    setObjectName(QStringLiteral("clockFace"));
}

void ClockFace::setNow(Instant now)
{
    m_text = clockText(now, m_utcOffsetMinutes);
    const QString minute = clockMinuteText(now, m_utcOffsetMinutes);
    if (accessibleName() != minute) { // once a minute: a reader must not speak every second
        setAccessibleName(minute);
    }
    update();
}

QSize ClockFace::sizeHint() const
{
    return {textWidth(QStringLiteral("00:00:00"), uiFont(24, true)), kBarHeight};
}

void ClockFace::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintText(painter, rect(), m_text, uiFont(24, true), theme().color(Token::Tx1));
}

DateLabel::DateLabel(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : TopBarPart(theme, parent), m_utcOffsetMinutes(utcOffsetMinutes),
      m_width(std::max(
          widestDate(),
          14 + textWidth(tr("clock ±%1 s").arg(QStringLiteral("00.00")), uiFont(kSecondPx))))
{
    setObjectName(QStringLiteral("dateLabel"));
    setClockOffset(std::nullopt);
}

void DateLabel::setNow(Instant now)
{
    const QString date = dateText(now, m_utcOffsetMinutes);
    if (date != m_date) {
        m_date = date;
        setClockOffset(m_offset);
    }
}

void DateLabel::setClockOffset(std::optional<Millis> offset)
{
    m_offset = offset;
    setAccessibleName(tr("%1, %2", "date, clock offset").arg(m_date, offsetText()));
    update();
}

QString DateLabel::offsetText() const
{
    if (!m_offset) {
        return tr("clock —");
    }
    const auto distance = std::chrono::abs(*m_offset);
    if (distance >= std::chrono::seconds{100}) {
        return tr("clock ±%1", "minutes or hours")
            .arg(limitText(std::chrono::floor<Minutes>(distance)));
    }
    return tr("clock ±%1 s").arg(static_cast<double>(distance.count()) / 1000, 0, 'f', 2);
}

QSize DateLabel::sizeHint() const
{
    return {m_width, kBarHeight};
}

void DateLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintText(painter, firstLine(rect()), m_date, uiFont(kFirstPx), theme().color(Token::Tx1));
    const bool isOff = m_offset && std::chrono::abs(*m_offset) > kOffsetLimit;
    paintMarked(
        painter, secondLine(rect()), offsetText(), isOff ? Lamp::Behind : Lamp::None, theme());
}

// ---- seat ----

SeatLabel::SeatLabel(const ThemeSource& theme, int utcOffsetMinutes, QWidget* parent)
    : TopBarPart(theme, parent), m_utcOffsetMinutes(utcOffsetMinutes)
{
    setObjectName(QStringLiteral("seatLabel"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void SeatLabel::setSeat(const plan::Duty& duty, const QString& postName, const QString& seat)
{
    m_duty = duty;
    m_post = visibleLine(postName);
    m_seat = visibleLine(seat);
    describe();
    changed();
}

void SeatLabel::setPerson(const std::optional<SeatPerson>& person)
{
    m_person = person;
    if (m_person) {
        m_person->name = visibleLine(m_person->name);
    }
    describe();
    changed();
}

bool SeatLabel::isAbsent() const
{
    return m_person && (m_person->name.isEmpty() || m_now > m_person->latest);
}

QString SeatLabel::personWith(const QString& countdown) const
{
    return tr("signed on to %1 · %2", "clock, time left")
        .arg(clockMinuteText(m_person->until, m_utcOffsetMinutes), countdown);
}

void SeatLabel::setNow(Instant now)
{
    m_now = now;
    describe();
    update();
}

bool SeatLabel::isGap() const
{
    return m_duty.holderZh.empty() && m_duty.holderEn.empty() && !m_duty.isOff;
}

bool SeatLabel::isOver() const
{
    return m_person ? m_now > m_person->until : !isGap() && m_now > m_duty.until;
}

QString SeatLabel::who() const
{
    if (m_person && !m_person->name.isEmpty()) {
        return tr("%1 · %2", "person, post").arg(m_person->name, m_post);
    }
    return m_seat.isEmpty() ? m_post : tr("%1 · %2", "post, seat").arg(m_post, m_seat);
}

QString SeatLabel::shiftName() const
{
    const bool isChinese = uiLanguage() == Language::Chinese;
    return visibleLine(QString::fromStdString(isChinese ? m_duty.shiftZh : m_duty.shiftEn));
}

QString SeatLabel::shiftWith(const QString& countdown) const
{
    return tr("%1 to %2 · %3", "shift, clock, time left")
        .arg(shiftName(), clockMinuteText(m_duty.until, m_utcOffsetMinutes), countdown);
}

QString SeatLabel::shift() const
{
    if (m_person) {
        return m_person->name.isEmpty() ? tr("nobody has signed on: F4")
               : isAbsent()             ? tr("shift over, sign on again: F4")
                                        : personWith(countdownText(m_person->until - m_now));
    }
    return isGap() ? tr("nobody on the roster") : shiftWith(countdownText(m_duty.until - m_now));
}

void SeatLabel::describe()
{
    const auto left = std::chrono::floor<Minutes>(m_duty.until - m_now);
    const QString name =
        m_person ? tr("%1, %2", "post and seat, shift")
                       .arg(
                           who(), m_person->name.isEmpty() || isAbsent()
                                      ? shift()
                                      : personWith(countdownText(
                                            std::chrono::floor<Minutes>(m_person->until - m_now))))
        : isGap() ? tr("%1, nobody on the roster", "post and seat").arg(who())
                  : tr("%1, %2", "post and seat, shift").arg(who(), shiftWith(countdownText(left)));
    if (name != accessibleName()) {
        setAccessibleName(name);
        setToolTip(tipText(name));
    }
}

QSize SeatLabel::sizeHint() const
{
    using std::chrono::hours;
    const QFont font = uiFont(kSecondPx);
    int widest = textWidth(who(), uiFont(kFirstPx));
    if (m_person) {
        widest = std::max(widest, 14 + textWidth(withZeros(shift()), font));
    } else if (isGap()) {
        widest = std::max(widest, 14 + textWidth(shift(), font));
    } else {
        for (const Millis left : {Millis(hours{10}), Millis(Minutes{10}), -Millis(hours{10})}) {
            widest = std::max(widest, textWidth(withZeros(shiftWith(countdownText(left))), font));
        }
    }
    return {16 + 10 + widest, kBarHeight};
}

QSize SeatLabel::minimumSizeHint() const
{
    return {std::min(180, sizeHint().width()), kBarHeight};
}

void SeatLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    tintedIcon(QStringLiteral("person"), theme().theme()).paint(&painter, QRect(0, 9, 16, 16));
    const QRectF box = QRectF(rect()).adjusted(26, 0, 0, 0);
    paintText(painter, firstLine(box), who(), uiFont(kFirstPx), theme().color(Token::Tx1));
    paintMarked(
        painter, secondLine(box), shift(),
        isAbsent()                           ? Lamp::Late
        : (isGap() && !m_person) || isOver() ? Lamp::Behind
                                             : Lamp::None,
        theme());
}

} // namespace sz::widgets
