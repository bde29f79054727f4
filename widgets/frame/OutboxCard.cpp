// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/OutboxCard.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/PlainLabel.h"
#include "widgets/common/VisibleText.h"
#include "widgets/frame/KeyHint.h"
#include "widgets/frame/LinkWords.h"
#include "widgets/frame/OutboxHead.h"
#include "widgets/frame/OutboxRow.h"
#include "widgets/models/MatterWords.h"
#include "widgets/models/Wording.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace sz::widgets {

using desk::LinkState;
using desk::OutboxState;
using model::Lamp;

namespace {

constexpr int kWidth = 410;
constexpr int kRow = 28;
constexpr int kMostRows = 6;
constexpr int kHead = 34;
constexpr int kFoot = 36;
constexpr int kEdge = 1;

} // namespace

OutboxCard::OutboxCard(
    const ThemeSource& theme,
    std::shared_ptr<const plan::Plan> plan,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plan(std::move(plan))
{
    setObjectName(QStringLiteral("outboxCard"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    build();
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    showLines();
    refreshFoot();
}

void OutboxCard::build()
{
    m_head = new OutboxHead(m_theme, this);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("outboxScroll"));
    m_scroll->setAccessibleName(tr("Own acts that are not part of the common log"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its rows take it, and scroll into view
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* rows = new QWidget;
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_empty = new PlainLabel(rows);
    m_empty->setObjectName(QStringLiteral("outboxEmpty"));
    m_empty->setContentsMargins(12, 4, 12, 4);
    m_empty->setFont(symbols::uiFont(13));
    m_empty->setWordWrap(true);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    m_scroll->setWidget(rows);
    rows->setAutoFillBackground(false); // setWidget() turns it on; the card paints the ground

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kEdge, kEdge, kEdge, kEdge);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_scroll, 1);
    column->addLayout(makeFoot());
    connect(m_head, &OutboxHead::closeRequested, this, &OutboxCard::closeRequested);
}

QHBoxLayout* OutboxCard::makeFoot()
{
    m_reconnect = new KeyHint(m_theme, Qt::CTRL | Qt::Key_L, tr("reconnect now"), this);
    m_reconnect->setObjectName(QStringLiteral("reconnectButton"));
    m_attempts = new ElidedLabel(m_theme, this);
    m_attempts->setObjectName(QStringLiteral("attemptsLabel"));
    m_attempts->setPixelSize(13);
    m_attempts->setToken(Token::Tx3);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 12, 4);
    foot->setSpacing(10);
    foot->addWidget(m_reconnect);
    foot->addWidget(m_attempts, 1);
    connect(m_reconnect, &QAbstractButton::clicked, this, &OutboxCard::reconnectRequested);
    return foot;
}

void OutboxCard::setNaming(Naming naming, Lookup lookup)
{
    m_naming = std::move(naming);
    m_lookup = std::move(lookup);
}

void OutboxCard::setOutbox(std::vector<desk::OutboxLine> lines)
{
    std::ranges::stable_sort(lines, {}, [](const desk::OutboxLine& line) {
        return std::pair(line.state == OutboxState::Unsent, line.counter);
    });
    m_lines = std::move(lines);
    showLines();
}

void OutboxCard::setLink(const desk::LinkStatus& link)
{
    const bool wasLive = m_link.state == LinkState::Live;
    m_link = link;
    if (wasLive != (link.state == LinkState::Live)) {
        showLines();
    }
    refreshFoot();
}

void OutboxCard::setNow(Instant now)
{
    m_now = now;
    refreshFoot();
}

// Rows that stay keep their widgets: the focus must not jump because something else was sent.
void OutboxCard::showLines()
{
    std::vector<OutboxRow*> before;
    before.swap(m_rows);
    for (const desk::OutboxLine& line : m_lines) {
        const auto known = std::ranges::find_if(before, [&line](const OutboxRow* row) {
            return row != nullptr && row->counter() == line.counter && row->state() == line.state;
        });
        OutboxRow* row = known == before.end() ? makeRow(line) : std::exchange(*known, nullptr);
        row->setWords(wordsOf(line));
        m_column->insertWidget(static_cast<int>(m_rows.size()), row);
        m_rows.push_back(row);
    }
    for (OutboxRow* row : before) {
        if (row != nullptr) {
            row->hide();
            row->deleteLater();
        }
    }
    const auto rejected =
        std::ranges::count(m_lines, OutboxState::Rejected, &desk::OutboxLine::state);
    const bool isLive = m_link.state == LinkState::Live;
    m_head->setCounts(
        static_cast<int>(m_lines.size()) - static_cast<int>(rejected), static_cast<int>(rejected));
    m_head->setLamp(rejected > 0 ? Lamp::Late : isLive ? Lamp::None : Lamp::Behind);
    m_empty->setText(
        isLive
            ? tr("Nothing waits: headquarters has taken every act of this desk.")
            : tr("Nothing waits. What you do now is saved here and sent when the link returns."));
    m_empty->setVisible(m_lines.empty());
    updateGeometry();
    update();
}

OutboxRow* OutboxCard::makeRow(const desk::OutboxLine& line)
{
    auto* row = new OutboxRow(m_theme, line, m_scroll->widget());
    const quint64 counter = line.counter;
    const IncidentId incident = isOfOperation(line) ? IncidentId() : line.incident;
    connect(row, &OutboxRow::opened, this, [this, incident] {
        if (!incident.empty()) { // an act about the operation has none to go to
            Q_EMIT incidentActivated(incident);
        }
    });
    connect(row, &OutboxRow::correctRequested, this, [this, counter, incident] {
        Q_EMIT correctRequested(counter, incident);
    });
    connect(row, &OutboxRow::dismissRequested, this, [this, counter] {
        Q_EMIT dismissRequested(counter);
    });
    return row;
}

OutboxWords OutboxCard::wordsOf(const desk::OutboxLine& line) const
{
    const model::IncidentPtr incident = m_lookup ? m_lookup(line.incident) : nullptr;
    OutboxWords words;
    words.time = clockText(line.at, m_plan->utcOffsetMinutes);
    words.act = isOfOperation(line) ? operationActText(line)
                : line.act          ? actText(*line.act, incident.get(), *m_plan)
                                    : QString();
    words.incident =
        m_naming && !isOfOperation(line) ? visibleLine(m_naming(line.incident)) : QString();
    words.isRejected = line.state == OutboxState::Rejected;
    words.isLinkDown = m_link.state != LinkState::Live;
    words.state =
        words.isRejected ? tr("rejected", "state of one act") : tr("unsent", "state of one act");
    return words;
}

QString OutboxCard::attemptsText() const
{
    switch (m_link.state) {
    case LinkState::Live:
        return m_link.unsent > 0 ? tr("linked: sending now") : tr("linked");
    case LinkState::CatchingUp:
        return tr("linked: catching up, then sending");
    case LinkState::Connecting:
        return tr("attempt %1 is running").arg(std::max(1, m_link.attempts));
    case LinkState::Refused: {
        const QString reason = linkReason(m_link.reason);
        return reason.isEmpty() ? tr("refused; not tried again by itself")
                                : tr("refused (%1); not tried again by itself").arg(reason);
    }
    case LinkState::Offline:
        break;
    }
    const QString tried =
        m_link.attempts == 1 ? tr("tried once") : tr("tried %n times", nullptr, m_link.attempts);
    if (!m_link.nextAttempt) {
        return tried;
    }
    const Millis left = std::max(Millis::zero(), *m_link.nextAttempt - m_now);
    return tr("%1 · next in %2", "tried 6 times, mm:ss")
        .arg(tried, lossText(std::chrono::ceil<std::chrono::seconds>(left)));
}

void OutboxCard::refreshFoot()
{
    const bool isLinked = m_link.state == LinkState::Live || m_link.state == LinkState::CatchingUp;
    m_reconnect->setVisible(!isLinked);
    m_reconnect->setEnabled(m_link.state != LinkState::Connecting);
    m_attempts->setText(attemptsText());
}

int OutboxCard::rowsHeight() const
{
    int height = 0;
    for (const OutboxRow* row : m_rows) {
        height += row->height();
    }
    return m_rows.empty() ? 2 * kRow : std::min(height, kMostRows * kRow);
}

QSize OutboxCard::sizeHint() const
{
    return {kWidth, kHead + rowsHeight() + kFoot + 2 * kEdge};
}

QSize OutboxCard::minimumSizeHint() const
{
    return {kWidth * 3 / 4, kHead + std::min(rowsHeight(), 2 * kRow) + kFoot + 2 * kEdge};
}

void OutboxCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setPen(QPen(m_theme.color(Token::YelLine), kEdge));
    painter.setBrush(m_theme.color(Token::Bg2));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.fillRect(
        QRect(kEdge, height() - kEdge - kFoot, width() - 2 * kEdge, 1),
        m_theme.color(Token::Line1));
}

void OutboxCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace sz::widgets
