// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/OutboxRow.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRowHeight = 28;
constexpr int kVerdictHeight = 38;
constexpr int kPad = 12;
constexpr int kGap = 10;
constexpr int kPx = 13;
constexpr int kMostIncident = 110;

QString named(const char* what, quint64 counter)
{
    return QLatin1StringView(what) + QString::number(counter);
}

} // namespace

QString shortErrorText(Code code)
{
    static const QRegularExpression kEnd(QStringLiteral("[.;:。；：]"));
    const QString whole = errorText(code);
    const qsizetype end = whole.indexOf(kEnd);
    return end < 0 ? whole : whole.left(end);
}

OutboxLineButton::OutboxLineButton(const ThemeSource& theme, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void OutboxLineButton::setWords(const OutboxWords& words)
{
    if (words == m_words) {
        return;
    }
    m_words = words;
    setAccessibleName(tr("%1, %2, %3, %4", "time, act, incident, state")
                          .arg(words.time, words.act, words.incident, words.state));
    setToolTip(tipText(words.act));
    update();
}

QSize OutboxLineButton::sizeHint() const
{
    return {200, kRowHeight};
}

void OutboxLineButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), m_theme.color(Token::Bg3));
    }
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -kPad, 0);
    const auto takeRight = [&box](int width) {
        const QRectF part(box.right() - width, box.y(), width, box.height());
        box.setRight(part.left() - (width > 0 ? kGap : 0));
        return part;
    };
    const BadgeTone tone = m_words.isRejected   ? BadgeTone::Late
                           : m_words.isLinkDown ? BadgeTone::Behind
                                                : BadgeTone::Quiet;
    paintBadge(painter, takeRight(badgeWidth(m_words.state)), m_words.state, m_theme.theme(), tone);
    const QFont font = uiFont(kPx);
    const int incident = std::min(kMostIncident, textWidth(m_words.incident, font));
    paintText(
        painter, takeRight(incident), m_words.incident, font, m_theme.color(Token::Tx2),
        Qt::AlignRight | Qt::AlignVCenter);
    paintText(painter, box, m_words.time, font, m_theme.color(Token::Tx2));
    box.setLeft(box.left() + textWidth(QStringLiteral("00:00:00"), font) + kGap);
    paintText(painter, box, m_words.act, font, m_theme.color(Token::Tx1));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

OutboxRow::OutboxRow(const ThemeSource& theme, const desk::OutboxLine& line, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_line(line), m_button(new OutboxLineButton(theme, this))
{
    setObjectName(named("outboxRow", line.counter));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_button);
    m_button->setObjectName(named("outboxLine", line.counter));
    connect(m_button, &QAbstractButton::clicked, this, &OutboxRow::opened);
    if (line.state == desk::OutboxState::Rejected) {
        addVerdict();
    }
    setFixedHeight(kRowHeight + (m_correct == nullptr ? 0 : kVerdictHeight));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void OutboxRow::addVerdict()
{
    const QString sentence = errorText(m_line.code);
    m_reason = shortErrorText(m_line.code);
    m_button->setAccessibleDescription(sentence);
    setToolTip(tipText(sentence));
    const auto button = [this, &sentence](const char* name, const QString& label) {
        auto* made = new KeycapButton(m_theme, {}, label, this, ButtonLook::Framed);
        made->setObjectName(named(name, m_line.counter));
        made->setFixedHeight(kRowHeight);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleDescription(sentence);
        return made;
    };
    m_correct = button("correctButton", tr("Correct and refile"));
    auto* dismiss = button("dismissButton", tr("Understood"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kPad, 0, kPad, 4);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_correct);
    row->addWidget(dismiss);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_correct, &QAbstractButton::clicked, this, &OutboxRow::correctRequested);
    connect(dismiss, &QAbstractButton::clicked, this, &OutboxRow::dismissRequested);
}

void OutboxRow::setWords(const OutboxWords& words)
{
    m_button->setWords(words);
}

OutboxWords OutboxRow::words() const
{
    return m_button->words();
}

// Two small lines beside the buttons; the whole sentence is in the tooltip and in the buttons' descriptions.
void OutboxRow::paintReason(QPainter& painter) const
{
    const QRect box(kPad, kRowHeight, m_correct->x() - 2 * kPad, kVerdictHeight - 2);
    painter.setFont(uiFont(12));
    painter.setPen(m_theme.color(Token::RedTx));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_reason);
}

void OutboxRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(kPad, height() - 1, width() - 2 * kPad, 1), m_theme.color(Token::Line1));
    if (m_correct != nullptr) {
        paintReason(painter);
    }
}

} // namespace sz::widgets
