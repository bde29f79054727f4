// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/PopWindow.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/watch/HintButton.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kBar = 32;
constexpr int kPad = 12;
constexpr int kMark = 12;

} // namespace

PopBar::PopBar(
    const ThemeSource& theme,
    const QKeySequence& keys,
    int utcOffsetMinutes,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_utcOffsetMinutes(utcOffsetMinutes),
      m_back(new HintButton(theme, keys, tr("back into the window"), this))
{
    setObjectName(QStringLiteral("popBar"));
    setFixedHeight(kBar);
    m_back->setObjectName(QStringLiteral("popBackButton"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kPad, 0, kPad / 2, 0);
    row->addStretch(1);
    row->addWidget(m_back);
    connect(m_back, &QAbstractButton::clicked, this, &PopBar::backRequested);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void PopBar::setFacts(const desk::LinkStatus& link, Instant now, const QString& mode)
{
    m_lostAt = lostSince(m_lostAt, link);
    m_words = linkWords(link, m_lostAt, now, m_utcOffsetMinutes);
    m_mode = mode;
    setAccessibleName(text());
    update();
}

QString PopBar::text() const
{
    QStringList parts{m_words.state};
    for (const LinkFact& fact : m_words.facts) {
        parts.append(fact.text);
    }
    parts.append(m_mode);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void PopBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const bool isAbnormal = m_words.lamp != model::Lamp::None;
    painter.fillRect(
        rect(), m_theme.color(
                    m_words.lamp == model::Lamp::Late     ? Token::RedBg
                    : m_words.lamp == model::Lamp::Behind ? Token::YelBg
                                                          : Token::Bg1));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line1));
    QRectF box = QRectF(rect()).adjusted(kPad, 0, -m_back->width() - kPad, 0);
    if (isAbnormal) {
        symbols::paintLamp(
            painter, {box.x(), (height() - kMark) / 2.0, kMark, kMark}, m_words.lamp,
            m_theme.theme());
        box.setLeft(box.left() + kMark + kPad / 2);
    }
    paintText(
        painter, box, text(), uiFont(13, isAbnormal),
        isAbnormal ? symbols::lampText(m_words.lamp, m_theme.theme()) : m_theme.color(Token::Tx1));
}

PopWindow::PopWindow(
    const ThemeSource& theme,
    const QString& title,
    const QKeySequence& keys,
    int utcOffsetMinutes,
    QWidget* page)
    : QWidget(
          page,
          Qt::Tool | Qt::WindowTitleHint | Qt::WindowSystemMenuHint | Qt::WindowMaximizeButtonHint
              | Qt::WindowCloseButtonHint),
      m_bar(new PopBar(theme, keys, utcOffsetMinutes, this)), m_column(new QVBoxLayout(this))
{
    setWindowTitle(title);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_bar);
    connect(m_bar, &PopBar::backRequested, this, &PopWindow::backRequested);
}

void PopWindow::setPane(QWidget* pane)
{
    m_column->addWidget(pane, 1);
    pane->show();
}

void PopWindow::closeEvent(QCloseEvent* event)
{
    event->ignore(); // the pane goes back first, then the window goes
    Q_EMIT backRequested();
}

} // namespace sz::widgets
