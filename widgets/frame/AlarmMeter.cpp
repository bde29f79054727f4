// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/AlarmMeter.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kBarHeight = 48;
constexpr int kBarWide = 4;
constexpr int kBarGap = 1;
constexpr int kFewBars = 6;  ///< in a narrow window: the last hour
constexpr int kBarRoom = 22; ///< height of a full bar
constexpr int kGap = 8;
constexpr int kFull = 10; ///< alarms in ten minutes: what an operator can still read

} // namespace

AlarmMeter::AlarmMeter(const ThemeSource& theme, QWidget* parent) : TopBarPart(theme, parent)
{
    setObjectName(QStringLiteral("alarmMeter"));
    describe();
}

void AlarmMeter::setLoad(const AlarmLoad& load)
{
    if (load != m_load) {
        m_load = load;
        describe();
        changed();
    }
}

void AlarmMeter::setShelved(const QStringList& lines)
{
    if (lines != m_shelved) {
        m_shelved = lines;
        describe();
        changed();
    }
}

void AlarmMeter::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    changed();
}

QString AlarmMeter::nowText() const
{
    const QString count = tr("alarms %1 / 10 min").arg(m_load.lastTen());
    return m_load.isFlood() ? tr("%1, flood", "alarms 14 / 10 min, flood").arg(count) : count;
}

// A narrow window has no room for the words; name and tooltip tell them.
QString AlarmMeter::shownText() const
{
    return isTight() ? QString::number(m_load.lastTen()) : nowText();
}

// Also where the bar has no room for the words: half of them looked like another number.
bool AlarmMeter::isTight() const
{
    return m_isCompact || width() < fullWidth();
}

int AlarmMeter::fullWidth() const
{
    const int words =
        std::max(textWidth(nowText(), uiFont(13, true)), textWidth(shiftText(), uiFont(12)));
    return static_cast<int>(kLoadBars) * (kBarWide + kBarGap) + kGap + words;
}

QString AlarmMeter::shiftText() const
{
    QString text = tr("mean %1 · high %2 mid %3 low %4", "alarms per ten minutes; by priority")
                       .arg(QLocale().toString(m_load.shiftMean, 'f', 1))
                       .arg(m_load.high)
                       .arg(m_load.medium)
                       .arg(m_load.low);
    if (!m_shelved.isEmpty()) {
        text = tr("%1 · %n aside", "mean and mix; alarms put aside",
                  static_cast<int>(m_shelved.size()))
                   .arg(text);
    }
    return text;
}

// Beside the guide, or it is a row of numbers: 1 4 3 is four times as many grave ones as there should be.
QString AlarmMeter::mixText() const
{
    const int all = m_load.high + m_load.medium + m_load.low;
    const auto share = [all](int part) { return qRound(100.0 * part / all); };
    return all == 0 ? tr("No alarm in this shift yet.")
                    : tr("Mix of this shift: high %1 %, mid %2 %, low %3 %; guide 5, 15, 80.")
                          .arg(share(m_load.high))
                          .arg(share(m_load.medium))
                          .arg(share(m_load.low));
}

void AlarmMeter::describe()
{
    const QString guide = tr(
        "Guide (EEMUA 191): under one alarm in ten minutes on average; after an upset at most ten "
        "in the first ten minutes; high, medium and low about 5, 15 and 80 of a hundred.");
    setAccessibleName(tr("%1. %2", "alarms now, this shift").arg(nowText(), shiftText()));
    setAccessibleDescription(mixText());
    QStringList lines{nowText(), shiftText(), mixText(), guide};
    if (!m_shelved.isEmpty()) {
        lines.append(tr("Put aside:"));
        lines.append(m_shelved);
    }
    setToolTip(tipText(lines.join(QLatin1Char('\n'))));
}

int AlarmMeter::barRoom() const
{
    return (isTight() ? kFewBars : static_cast<int>(kLoadBars)) * (kBarWide + kBarGap);
}

int AlarmMeter::textRoom() const
{
    const int now = textWidth(shownText(), uiFont(13, true));
    return isTight() ? now : std::max(now, textWidth(shiftText(), uiFont(12)));
}

QSize AlarmMeter::sizeHint() const
{
    return {m_isCompact ? minimumSizeHint().width() : fullWidth(), kBarHeight};
}

// It gives way before the link and the seat do: what it then leaves out is in its name and tooltip.
QSize AlarmMeter::minimumSizeHint() const
{
    const int number = textWidth(QString::number(m_load.lastTen()), uiFont(13, true));
    return {kFewBars * (kBarWide + kBarGap) + kGap + number, kBarHeight};
}

void AlarmMeter::paintBars(QPainter& painter) const
{
    const int base = (height() + kBarRoom) / 2;
    const std::size_t first = isTight() ? kLoadBars - kFewBars : 0;
    for (std::size_t i = first; i < kLoadBars; ++i) {
        const int count = m_load.bars[i];
        const int tall = std::max(2, kBarRoom * std::min(count, kFull) / kFull);
        const Token tone = count > kFull ? Token::YelTx : count > 0 ? Token::Tx2 : Token::Line2;
        const int x = static_cast<int>(i - first) * (kBarWide + kBarGap);
        painter.fillRect(QRect(x, base - tall, kBarWide, tall), theme().color(tone));
    }
}

void AlarmMeter::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintBars(painter);
    const QRectF room(barRoom() + kGap, 0, textRoom(), height());
    const QColor tone = theme().color(m_load.isFlood() ? Token::YelTx : Token::Tx1);
    const QFont font = uiFont(13, m_load.isFlood());
    if (isTight()) {
        paintText(painter, room, shownText(), font, tone);
        return;
    }
    paintText(painter, room.adjusted(0, 6, 0, -24), nowText(), font, tone);
    paintText(
        painter, room.adjusted(0, 24, 0, -6), shiftText(), uiFont(12), theme().color(Token::Tx2));
}

} // namespace sz::widgets
