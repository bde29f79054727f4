// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Toast.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/KeycapButton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <chrono>

namespace sz::widgets {

namespace {

constexpr int kWidth = 320;
constexpr int kMostWidth = 900; ///< a whole sentence, or words with an undo beside them
constexpr int kHeight = 40;
constexpr int kMargin = 12;
constexpr std::chrono::seconds kShown{6};
constexpr std::chrono::milliseconds kEachLetter{120}; ///< longer sentences stay longer
constexpr std::chrono::milliseconds kMostShown{12'000};
constexpr int kUndoSeconds = 30;

} // namespace

Toast::Toast(const ThemeSource& theme, QWidget* host, int bottomOffset)
    : QWidget(host), m_theme(theme), m_bottomOffset(bottomOffset),
      m_text(new ElidedLabel(theme, this)), m_action(new KeycapButton(theme, {}, {}, this))
{
    setObjectName(QStringLiteral("toast"));
    setFixedSize(kWidth, kHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    m_text->setPixelSize(13);
    m_action->setObjectName(QStringLiteral("toastActionButton"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShown);
    m_seconds.setInterval(std::chrono::seconds{1});
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(&m_seconds, &QTimer::timeout, this, &Toast::countDown);
    connect(m_action, &QAbstractButton::clicked, this, &Toast::actionTriggered);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    host->installEventFilter(this);
    hide();
}

void Toast::setBottomOffset(int pixels)
{
    m_bottomOffset = pixels;
    place();
}

void Toast::showMessage(const QString& text, const QKeySequence& keys, const QString& label)
{
    Q_EMIT showing();
    m_seconds.stop();
    m_text->setText(text);
    setAccessibleName(m_text->text());
    m_action->setKeys(keys);
    m_action->setVisible(!label.isEmpty());
    setActionLabel(label);
    fit();
    place();
    show();
    raise();
    const std::chrono::milliseconds wanted(kEachLetter * text.size());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wanted, kShown, kMostShown));
}

void Toast::setActionLabel(const QString& label)
{
    m_action->setLabel(label);
}

void Toast::offerUndo(const QString& text)
{
    m_left = kUndoSeconds;
    showMessage(
        text, QKeySequence(Qt::CTRL | Qt::Key_Z), tr("undo · %1 s", "seconds left").arg(m_left));
    m_timer.stop();
    m_seconds.start();
}

void Toast::endOffer()
{
    if (m_seconds.isActive()) {
        m_seconds.stop();
        hide();
    }
}

void Toast::countDown()
{
    if (underMouse()) { // nobody loses an undo while reaching for it
        return;
    }
    if (--m_left <= 0) {
        endOffer();
    } else {
        setActionLabel(tr("undo · %1 s", "seconds left").arg(m_left));
    }
}

// Words that say what would be taken back, or why something was not done, are not cut.
void Toast::fit()
{
    const int words = m_text->fontMetrics().horizontalAdvance(m_text->text()) + 8;
    const int action = m_action->isVisibleTo(this) ? 8 + m_action->sizeHint().width() : 0;
    const int room = parentWidget()->width() - 2 * kMargin;
    const int most = std::max(kWidth, std::min(kMostWidth, room));
    setFixedSize(std::clamp(24 + words + action, kWidth, most), kHeight);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parent()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Ctl), 1));
    painter.setBrush(m_theme.color(Token::Bg3));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.fillRect(QRectF(1, 1, 4, height() - 2), m_theme.color(Token::Inv));
}

void Toast::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_timer.stop(); // nobody loses an undo while reaching for it
}

void Toast::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!m_seconds.isActive()) {
        m_timer.start();
    }
}

void Toast::place()
{
    move(kMargin, parentWidget()->height() - m_bottomOffset - height() - kMargin);
}

} // namespace sz::widgets
