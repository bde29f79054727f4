// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/DecisionBox.h"

#include "widgets/actions/SideSheet.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/Wording.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sz::widgets {
namespace {

constexpr int kReasonLength = 200;

} // namespace

DecisionBox::DecisionBox(const plan::Plan& plan, const ThemeSource& theme, QWidget* sheet)
    : QWidget(sheet), m_plan(plan), m_question(new ToneLabel(theme, Token::Tx1, this, 15)),
      m_story(new ToneLabel(theme, Token::Tx3, this, 12)), m_reason(new QLineEdit(this)),
      m_drop(scopedKeycap(
          theme,
          QKeySequence(Qt::ALT | Qt::Key_X),
          tr("order nothing"),
          sheet,
          ButtonLook::Flat))
{
    m_question->setObjectName(QStringLiteral("decisionQuestion"));
    m_story->setObjectName(QStringLiteral("decisionStory"));
    m_reason->setObjectName(QStringLiteral("dropReasonEdit"));
    m_reason->setAccessibleName(tr("Why nothing is ordered"));
    m_reason->setPlaceholderText(tr("why, if nothing is ordered"));
    m_reason->setMaxLength(kReasonLength);
    m_drop->setParent(this);
    m_drop->setObjectName(QStringLiteral("orderNothingButton"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_question);
    column->addWidget(m_story);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_drop);
    column->addLayout(row);
    connect(m_drop, &QAbstractButton::clicked, this, &DecisionBox::dropWanted);
}

void DecisionBox::present(
    const model::Incident& incident,
    const model::Decision& decision,
    Instant now)
{
    m_question->setText(visibleText(QString::fromStdString(decision.question)));
    const QString asked = tr("asked by %1 at %2", "post or unit, clock")
                              .arg(
                                  whoText(m_plan, decision.askedBy, decision.askedByPost),
                                  dayClockText(decision.askedAt, m_plan.utcOffsetMinutes));
    const model::Step* step = stepOf(incident, decision);
    if (decision.settledAt) {
        m_story->setToken(Token::YelTx);
        m_story->setText(tr("Meanwhile settled by %1.")
                             .arg(whoText(m_plan, decision.settledBy, decision.settledByPost)));
        return;
    }
    const bool isLate = step != nullptr && step->lampAt(now) == model::Lamp::Late;
    m_story->setToken(isLate ? Token::RedTx : Token::Tx3);
    m_story->setText(
        step == nullptr ? asked
                        : asked + QStringLiteral(" · ")
                              + stepCountdownText(stepName(*step), step->due - now, isLate));
}

void DecisionBox::clear()
{
    m_reason->clear();
}

QString DecisionBox::reason() const
{
    return m_reason->text().simplified();
}

void DecisionBox::setBlocked(const QString& reason)
{
    m_drop->setBlocked(reason);
}

} // namespace sz::widgets
