// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/WordSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/Composing.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/orders/LimitField.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sz::widgets {

namespace {

constexpr int kTextHeight = 58;

} // namespace

WordSheet::WordSheet(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_composing(new Composing(this)),
      m_title(new ElidedLabel(theme, this)), m_what(new ElidedLabel(theme, this)),
      m_text(new QPlainTextEdit(this)), m_message(new ToneLabel(theme, Token::YelTx, this)),
      m_nextLabel(new ToneLabel(theme, Token::Tx3, this)),
      m_next(new LimitField(theme, tr("Next report within"), {30, 60, 120}, true, this)),
      m_main(scopedKeycap(
          theme,
          QKeySequence(Qt::CTRL | Qt::Key_Return),
          QString(),
          this,
          ButtonLook::Primary)),
      m_other(scopedKeycap(
          theme,
          QKeySequence(Qt::ALT | Qt::Key_F),
          QString(),
          this,
          ButtonLook::Framed))
{
    setObjectName(QStringLiteral("wordSheet"));
    m_text->setObjectName(QStringLiteral("wordEdit"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(kTextHeight);
    m_next->edit()->setObjectName(QStringLiteral("nextReportEdit"));
    m_main->setObjectName(QStringLiteral("wordActButton"));
    m_other->setObjectName(QStringLiteral("wordOtherButton"));
    m_message->setObjectName(QStringLiteral("wordMessage"));
    m_message->hide();
    m_composing->watch(m_text);
    build();
    connect(m_main, &QAbstractButton::clicked, this, &WordSheet::perform);
    connect(m_other, &QAbstractButton::clicked, this, &WordSheet::swap);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { say({}, false); });
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void WordSheet::build()
{
    m_title->setPixelSize(14, true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_what->setPixelSize(12);
    m_what->setToken(Token::Tx2);
    m_nextLabel->setWordWrap(false);
    m_nextLabel->setBuddy(m_next->edit());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_what, 1);
    auto* esc = scopedKeycap(m_theme, QKeySequence(Qt::Key_Escape), tr("put away"), this);
    esc->setObjectName(QStringLiteral("wordAwayButton"));
    connect(esc, &QAbstractButton::clicked, this, [this] {
        if (!m_composing->isOn()) {
            Q_EMIT closed();
        }
    });
    head->addWidget(esc);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addWidget(m_message);
    auto* next = new QHBoxLayout;
    next->setSpacing(8);
    next->addWidget(m_nextLabel);
    next->addWidget(m_next, 1);
    column->addLayout(next);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_main);
    foot->addWidget(m_other);
    foot->addStretch(1);
    column->addLayout(foot);
}

void WordSheet::ask(WordTask task)
{
    m_task = std::move(task);
    ++m_round;
    m_isBusy = false; // what is still being written is another's
    m_title->setText(m_task.title);
    m_what->setText(m_task.what);
    setAccessibleName(m_task.title);
    m_text->setAccessibleName(m_task.title);
    m_text->setPlaceholderText(m_task.hint);
    m_text->setPlainText(m_task.draft);
    m_text->moveCursor(QTextCursor::End);
    m_next->setVisible(m_task.nextMinutes.has_value());
    m_nextLabel->setVisible(m_task.nextMinutes.has_value());
    m_nextLabel->setText(m_task.limitLabel.isEmpty() ? tr("next report in") : m_task.limitLabel);
    m_next->setMinutes(m_task.nextMinutes.value_or(0));
    m_main->setLabel(m_task.action);
    m_other->setVisible(static_cast<bool>(m_task.other));
    m_other->setLabel(
        m_task.other ? m_task.otherLabel : m_task.action); // hidden, it has a name, too
    say({}, false);
    m_text->setFocus(Qt::OtherFocusReason);
}

void WordSheet::perform()
{
    if (m_isBusy || m_composing->isOn() || !m_task.act) {
        return;
    }
    const QString text = m_text->toPlainText().trimmed();
    if (text.isEmpty()) {
        say(tr("Write a few words first."), false);
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const QString fault = m_task.fault ? m_task.fault(text) : QString(); !fault.isEmpty()) {
        say(fault, false);
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    const std::optional<int> next = m_next->minutes();
    if (!next) {
        say(tr("Give the time as 30m or 2h."), false);
        m_next->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_task.incident, m_task.act(text, *next)),
        [this, round = m_round](const Result<desk::Receipt>& receipt) {
            const bool isNewest = round == m_round; // else something else is asked for by now
            m_isBusy = m_isBusy && !isNewest;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            if (!isNewest) {
                return;
            }
            m_task = {};
            m_text->clear();
            Q_EMIT performed(*receipt);
        });
}

// What is written stays: only what it is to be is another thing.
void WordSheet::swap()
{
    if (m_isBusy || m_composing->isOn() || !m_task.other) {
        return;
    }
    WordTask next = m_task.other();
    next.draft = m_text->toPlainText();
    ask(std::move(next));
}

void WordSheet::say(const QString& sentence, bool isRefused)
{
    m_message->setToken(isRefused ? Token::RedTx : Token::YelTx);
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void WordSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line2));
}

} // namespace sz::widgets
