// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DutyCard.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/HintButton.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace sz::widgets {

namespace {

constexpr int kWidth = 320;
constexpr std::size_t kManyPosts = 4; ///< all lines of so many would not fit a laptop's screen

} // namespace

DutyCard::DutyCard(const plan::Plan& plan, const ThemeSource& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_plan(plan), m_theme(theme)
{
    setObjectName(QStringLiteral("dutyCard"));
    setAccessibleName(tr("Who is on duty"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 8);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    setFixedWidth(kWidth);
}

void DutyCard::setRoster(const UnitDuty& roster, Instant now, const model::ShiftState* acts)
{
    qDeleteAll(findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_text.clear();
    m_phone = roster.duties.empty() ? QString::fromStdString(roster.unit->phone)
                                    : phoneText(m_plan, roster.duties.front());
    addLine({}, nameText(roster.unit->name), true);
    for (const plan::Duty& duty : roster.duties) {
        if (roster.duties.size() > kManyPosts) {
            addLine(
                postText(m_plan, duty.post),
                QStringLiteral("%1 · %2").arg(holderText(duty), phoneText(m_plan, duty)));
        } else {
            addDuty(duty);
        }
        addPresence(duty, acts);
    }
    if (roster.duties.empty()) {
        addLine(tr("Post"), tr("The plan names no post of this unit."));
    }
    if (roster.manning != Manning::Held) {
        const QString since = clockMinuteText(roster.gapFrom, m_plan.utcOffsetMinutes);
        addLine(
            tr("Gap"),
            roster.gapFrom <= now ? tr("nobody since %1").arg(since)
                                  : tr("nobody from %1").arg(since),
            true);
    }
    auto* grid = qobject_cast<QGridLayout*>(layout());
    auto* dial = new HintButton(m_theme, Qt::Key_Return, tr("dial %1", "phone").arg(m_phone), this);
    dial->setObjectName(QStringLiteral("dialButton"));
    dial->setVisible(!m_phone.isEmpty());
    grid->addWidget(dial, grid->rowCount(), 0, 1, 2, Qt::AlignLeft);
    connect(dial, &QAbstractButton::clicked, this, [this] { Q_EMIT dialRequested(m_phone); });
    setAccessibleDescription(m_text);
    adjustSize();
}

void DutyCard::addDuty(const plan::Duty& duty)
{
    const QString until = clockMinuteText(duty.until, m_plan.utcOffsetMinutes);
    addLine(tr("Post"), postText(m_plan, duty.post), true);
    addLine(tr("On duty"), holderText(duty));
    addLine(tr("Shift"), tr("%1 until %2", "shift, clock").arg(shiftText(duty), until));
    addLine(tr("Next"), nextHolderText(duty));
    addLine(tr("Phone"), phoneText(m_plan, duty));
}

// Who calls knows beforehand that nobody will answer, and when somebody is back.
void DutyCard::addPresence(const plan::Duty& duty, const model::ShiftState* acts)
{
    const auto* known = acts == nullptr ? nullptr : model::presenceOf(*acts, duty.post, duty.from);
    if (known == nullptr) {
        return;
    }
    const model::SetPresence& told = known->told;
    const int offset = m_plan.utcOffsetMinutes;
    QString words = told.presence == model::Presence::Here       ? tr("here")
                    : told.presence == model::Presence::NoAnswer ? tr("no answer")
                    : told.until
                        ? tr("away, back at %1", "clock").arg(clockMinuteText(*told.until, offset))
                        : tr("away");
    if (!told.text.empty()) {
        words += QStringLiteral(" · ") + visibleLine(QString::fromStdString(told.text));
    }
    addLine(
        tr("Presence"),
        tr("%1 (told %2)", "presence, clock").arg(words, clockMinuteText(known->author.at, offset)),
        told.presence != model::Presence::Here);
}

void DutyCard::addLine(const QString& label, const QString& value, bool isBold)
{
    auto* grid = qobject_cast<QGridLayout*>(layout());
    const int row = grid->rowCount();
    auto* left = new ElidedLabel(m_theme, this);
    left->setPixelSize(12);
    left->setToken(Token::Tx3);
    left->setText(label);
    auto* right = new ElidedLabel(m_theme, this);
    right->setPixelSize(13, isBold);
    right->setText(value);
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row, 1);
    m_text += (label.isEmpty() ? value : label + QLatin1Char(' ') + value) + QLatin1Char('\n');
}

void DutyCard::popUp(const QRect& anchor)
{
    const QRect room = screen()->availableGeometry();
    const int x = std::clamp(
        anchor.center().x() - width() / 2, room.left(),
        std::max(room.left(), room.right() - width()));
    const bool fitsAbove = anchor.top() - height() - 4 >= room.top();
    move(x, fitsAbove ? anchor.top() - height() - 4 : anchor.bottom() + 4);
    show();
}

void DutyCard::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_phone.isEmpty()) {
        Q_EMIT dialRequested(m_phone);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void DutyCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    painter.setPen(m_theme.color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace sz::widgets
