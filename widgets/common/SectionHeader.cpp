// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SectionHeader.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"

#include <QHBoxLayout>
#include <QPainter>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 32;
constexpr int kPad = 12;
constexpr int kGap = 8;
constexpr int kLamp = 12;

} // namespace

SectionHeader::SectionHeader(const ThemeSource& theme, const QString& title, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_actions(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_actions->setContentsMargins(kPad, 2, kPad - 4, 2);
    m_actions->setSpacing(kGap);
    m_actions->addStretch(1);
    setTitle(title);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void SectionHeader::setTitle(const QString& title)
{
    m_title = visibleLine(title);
    describe();
}

void SectionHeader::setCount(const QString& count)
{
    m_count = count;
    describe();
}

void SectionHeader::setDetail(const QString& detail)
{
    m_detail = visibleLine(detail);
    describe();
}

void SectionHeader::setNote(const QString& note)
{
    m_note = visibleLine(note);
    describe();
}

void SectionHeader::setStale(const QString& asOf)
{
    m_stale = visibleLine(asOf);
    describe();
}

void SectionHeader::setLamp(model::Lamp lamp)
{
    m_lamp = lamp;
    update();
}

void SectionHeader::setTitleShown(bool isShown)
{
    m_isTitleShown = isShown;
    update();
}

void SectionHeader::setActive(bool isActive)
{
    m_isActive = isActive;
    update();
}

KeycapButton* SectionHeader::addKeycap(const QKeySequence& keys, const QString& label)
{
    auto* button = new KeycapButton(m_theme, keys, label, this);
    m_actions->addWidget(button);
    update();
    return button;
}

QSize SectionHeader::sizeHint() const
{
    return {240, kHeight};
}

QSize SectionHeader::minimumSizeHint() const
{
    return {actionsWidth() + 2 * kPad, kHeight};
}

void SectionHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const Theme theme = m_theme.theme();
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line1));

    QRectF box(kPad, 0, width() - 2 * kPad - actionsWidth(), height() - 1);
    const QString& note = m_stale.isEmpty() ? m_note : m_stale;
    const int noteWidth = textWidth(note, uiFont(12));
    paintText(
        painter, box, note, uiFont(12),
        m_theme.color(m_stale.isEmpty() ? Token::Tx3 : Token::YelTx),
        Qt::AlignRight | Qt::AlignVCenter);
    box.setRight(box.right() - (noteWidth > 0 ? noteWidth + kGap : 0));

    if (m_lamp != model::Lamp::None) {
        symbols::paintLamp(
            painter, QRectF(box.x(), (height() - kLamp) / 2, kLamp, kLamp), m_lamp, theme);
        box.setLeft(box.left() + kLamp + kGap);
    }
    const auto words = [&painter,
                        &box](const QString& text, const QFont& font, const QColor& colour) {
        paintText(painter, box, text, font, colour);
        box.setLeft(qMin(box.right(), box.left() + textWidth(text, font) + kGap));
    };
    if (m_isTitleShown) {
        words(m_title, uiFont(14, true), m_theme.color(m_isActive ? Token::Tx1 : Token::Tx2));
        words(m_count, uiFont(14, true), m_theme.color(Token::Tx2));
    }
    if (2 * box.width() >= textWidth(m_detail, uiFont(12))) { // "prese…" says nothing
        words(m_detail, uiFont(12), m_theme.color(Token::Tx3));
    }
}

void SectionHeader::describe()
{
    QStringList parts{m_title, m_count, m_detail, m_stale.isEmpty() ? m_note : m_stale};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QLatin1Char(' ')));
    update();
}

int SectionHeader::actionsWidth() const
{
    int width = 0;
    for (const KeycapButton* button : findChildren<KeycapButton*>(Qt::FindDirectChildrenOnly)) {
        width += button->isVisibleTo(this) ? button->sizeHint().width() + kGap : 0;
    }
    return width;
}

} // namespace sz::widgets
