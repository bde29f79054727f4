// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/ModeSheet.h"

#include "data/desk/OnResult.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/TickTimer.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"

#include <QPlainTextEdit>

#include <ranges>

namespace sz::widgets {

namespace {

constexpr int kTextHeight = 72;
constexpr int kMostTurns = 12;

} // namespace

ModeSheet::ModeSheet(desk::Desk& desk, const ThemeSource& theme, TickTimer& ticks, QWidget* parent)
    : SideSheet(theme, tr("Mode"), tr("put away"), parent), m_desk(desk), m_ticks(ticks),
      m_now(new ToneLabel(theme, Token::Tx1, this)),
      m_changes(new ToneLabel(theme, Token::Tx1, this)),
      m_gaps(new ToneLabel(theme, Token::YelTx, this)),
      m_history(new ToneLabel(theme, Token::Tx2, this)), m_reason(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("modeSheet"));
    build();
    connect(mainAct(), &QAbstractButton::clicked, this, &ModeSheet::perform);
    connect(&desk, &desk::Desk::modeChanged, this, [this] {
        refresh();
        sayWhyNot();
    });
    connect(&desk, &desk::Desk::seatChanged, this, &ModeSheet::sayWhyNot);
}

ModeSheet::~ModeSheet()
{
    releaseFocus();
}

void ModeSheet::build()
{
    m_now->setObjectName(QStringLiteral("modeNow"));
    m_changes->setObjectName(QStringLiteral("modeChanges"));
    m_gaps->setObjectName(QStringLiteral("modeGaps"));
    m_history->setObjectName(QStringLiteral("modeHistory"));
    m_reason->setObjectName(QStringLiteral("modeReasonEdit"));
    m_reason->setAccessibleName(tr("Why the mode is switched"));
    m_reason->setPlaceholderText(tr("by whose decision, for what; everybody reads it"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(kTextHeight);
    for (ToneLabel* label : {m_now, m_changes, m_gaps, m_history}) {
        label->setContentsMargins(0, 7, 0, 0);
    }
    watch(m_reason);
    addRow(tr("Now"), m_now, 4);
    addRow(tr("Reason"), m_reason);
    addRow(tr("Posts"), m_gaps, 8);
    addRow(tr("It changes"), m_changes, 8);
    addRow(tr("Before"), m_history, 12);
    finishBody();
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ModeSheet::sayWhyNot);
}

plan::Mode ModeSheet::next() const
{
    return m_desk.mode().mode == plan::Mode::Normal ? plan::Mode::Games : plan::Mode::Normal;
}

model::ModeAct ModeSheet::act(const std::string& reason) const
{
    return next() == plan::Mode::Normal ? model::ModeAct(model::EndMode{reason})
                                        : model::ModeAct(model::StartMode{next(), reason});
}

void ModeSheet::open(const QString& reason)
{
    m_reason->setPlainText(reason);
    m_reason->moveCursor(QTextCursor::End);
    refresh();
    sayWhyNot();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ModeSheet::refresh()
{
    const desk::ModeStatus& mode = m_desk.mode();
    const plan::Plan& plan = m_desk.plan();
    setTitle(tr("Mode: %1").arg(modeText(mode.mode)));
    m_now->setText(modeTip(plan, mode, m_ticks.now()));
    m_changes->setText(changeLines(plan, mode.mode, next()).join(QLatin1Char('\n')));
    QStringList turns;
    for (const model::ModeTurn& turn : mode.turns | std::views::reverse) {
        if (turns.size() < kMostTurns) {
            turns.append(turnText(plan, turn));
        }
    }
    m_history->setText(turns.isEmpty() ? tr("Never switched.") : turns.join(QLatin1Char('\n')));
    const QStringList gaps = depthGaps(plan, next(), m_ticks.now());
    setRowVisible(m_gaps, !gaps.isEmpty());
    m_gaps->setText(tr("Not held deep enough then: %1").arg(gaps.join(tr(", ", "between posts"))));
    mainAct()->setLabel(
        next() == plan::Mode::Games ? tr("Start games time") : tr("End games time"));
}

// Who may not switch reads so before writing a word.
void ModeSheet::sayWhyNot()
{
    if (m_isBusy) {
        return;
    }
    const auto verdict = m_desk.canSetMode(act("-"));
    mainAct()->setEnabled(verdict.has_value());
    say(verdict ? QString() : errorText(verdict.error()), !verdict);
}

void ModeSheet::perform()
{
    const QString reason = m_reason->toPlainText().trimmed();
    if (m_isBusy || isComposing()) {
        return;
    }
    if (reason.isEmpty()) {
        point(m_reason, tr("Write why: everybody reads it."));
        return;
    }
    m_isBusy = true;
    const QString done = tr("%1 from now on", "mode").arg(modeText(next()));
    desk::onResult(
        this, m_desk.setMode(act(reason.toStdString())),
        [this, done](const Result<desk::Receipt>& receipt) {
            m_isBusy = false;
            if (receipt) {
                Q_EMIT performed(done);
            } else {
                say(errorText(receipt.error()), true);
            }
        });
}

} // namespace sz::widgets
