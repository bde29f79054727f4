// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RefileSheet.h"

#include <QPlainTextEdit>

namespace sz::widgets {

namespace {

constexpr int kTextHeight = 96;

} // namespace

RefileSheet::RefileSheet(const ThemeSource& theme, QWidget* parent)
    : SideSheet(theme, tr("Correct and refile"), tr("put away"), parent),
      m_what(new ToneLabel(theme, Token::Tx1, this)),
      m_why(new ToneLabel(theme, Token::RedTx, this)), m_words(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("refileSheet"));
    m_what->setObjectName(QStringLiteral("refileWhat"));
    m_why->setObjectName(QStringLiteral("refileWhy"));
    m_words->setObjectName(QStringLiteral("refileEdit"));
    m_words->setAccessibleName(tr("Its words"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(kTextHeight);
    for (ToneLabel* label : {m_what, m_why}) {
        label->setContentsMargins(0, 7, 0, 0);
    }
    watch(m_words);
    addRow(tr("Entry"), m_what, 4);
    addRow(tr("Refused"), m_why);
    addRow(tr("Its words"), m_words);
    finishBody();
    mainAct()->setLabel(tr("File again"));
    connect(mainAct(), &QAbstractButton::clicked, this, [this] {
        if (!isComposing()) {
            Q_EMIT refileWanted(m_words->toPlainText().trimmed());
        }
    });
}

RefileSheet::~RefileSheet()
{
    releaseFocus();
}

void RefileSheet::open(const QString& what, const QString& why, const QString& words)
{
    m_what->setText(what);
    m_why->setText(why);
    m_words->setPlainText(words);
    m_words->moveCursor(QTextCursor::End);
    say({});
    m_words->setFocus(Qt::OtherFocusReason);
}

void RefileSheet::refuse(const QString& why)
{
    say(why, true);
}

} // namespace sz::widgets
