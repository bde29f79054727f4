// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/AskBar.h"

#include "data/desk/OnResult.h"
#include "widgets/actions/Composing.h"
#include "widgets/actions/SideSheet.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/KeycapButton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kMostWords = 500;

} // namespace

AskBar::AskBar(desk::Desk& desk, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_composing(new Composing(this)),
      m_title(new ElidedLabel(theme, this)), m_words(new QLineEdit(this)),
      m_main(scopedKeycap(
          theme,
          QKeySequence(Qt::CTRL | Qt::Key_Return),
          QString(),
          this,
          ButtonLook::Primary)),
      m_message(new ToneLabel(theme, Token::YelTx, this))
{
    setObjectName(QStringLiteral("askBar"));
    m_words->setObjectName(QStringLiteral("askEdit"));
    m_words->setMaxLength(kMostWords);
    m_words->setAccessibleName(tr("Words"));
    m_main->setLabel(tr("save"));
    m_main->setObjectName(QStringLiteral("askActButton"));
    m_message->setObjectName(QStringLiteral("askMessage"));
    m_title->setPixelSize(14, true);
    m_composing->watch(m_words);
    auto* away = scopedKeycap(theme, QKeySequence(Qt::Key_Escape), tr("put away"), this);
    away->setObjectName(QStringLiteral("askAwayButton"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(away);
    column->addLayout(head);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_words, 1);
    line->addWidget(m_main);
    column->addLayout(line);
    column->addWidget(m_message);
    connect(m_main, &QAbstractButton::clicked, this, &AskBar::perform);
    connect(away, &QAbstractButton::clicked, this, [this] {
        if (!m_composing->isOn()) {
            this->away();
        }
    });
    connect(m_words, &QLineEdit::returnPressed, this, &AskBar::perform);
    connect(m_words, &QLineEdit::textEdited, this, [this] { say({}, false); });
    hide();
}

void AskBar::ask(Question question)
{
    m_question = std::move(question);
    m_title->setText(m_question.title);
    m_words->setAccessibleName(m_question.title);
    m_words->setPlaceholderText(m_question.hint);
    m_words->setText(m_question.draft);
    m_main->setLabel(m_question.action);
    say({}, false);
    show();
    m_words->setFocus(Qt::OtherFocusReason);
}

void AskBar::away()
{
    m_question = {};
    hide();
    Q_EMIT closed();
}

void AskBar::perform()
{
    if (m_isBusy || m_composing->isOn() || !m_question.act) {
        return;
    }
    const QString words = m_words->text().simplified();
    if (words.isEmpty() && m_question.isNeeded) {
        say(tr("Write a few words first."), false);
        return;
    }
    m_isBusy = true;
    desk::onResult(
        this, m_desk.perform(m_question.incident, m_question.act(words.toStdString())),
        [this, done = m_question.done](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (!receipt) {
                say(errorText(receipt.error()), true);
                return;
            }
            away();
            Q_EMIT performed(done);
        });
}

void AskBar::say(const QString& sentence, bool isRefused)
{
    m_message->setToken(isRefused ? Token::RedTx : Token::YelTx);
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

void AskBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line2));
}

} // namespace sz::widgets
