// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/DetailParts.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/TextBlock.h"

#include <QCoreApplication>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace sz::widgets {

namespace {

constexpr int kBalanceFrame = 48; ///< paddings and gaps of the row without its words
constexpr int kBalanceSign = 29;  ///< a sign with its gaps

} // namespace

GradeMark::GradeMark(const ThemeSource& theme, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme)
{
    setFixedSize(size, size);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void GradeMark::setGrade(plan::Grade grade)
{
    m_grade = grade;
    setAccessibleName(gradeText(grade));
    setToolTip(gradeText(grade));
    update();
}

void GradeMark::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    symbols::paintGrade(painter, rect(), m_grade, m_theme.theme(), m_theme.color(Token::Bg1));
}

ChainBox::ChainBox(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(kReportChainHeight);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void ChainBox::setSteps(std::vector<ReportStep> steps)
{
    m_steps = std::move(steps);
    QStringList words;
    for (const ReportStep& step : m_steps) {
        words.append(QStringLiteral("%1 %2 %3").arg(step.name, step.time, step.note).trimmed());
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

void ChainBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintReportChain(painter, rect(), m_steps, m_theme.theme());
}

BalanceBox::BalanceBox(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(kBalanceHeight);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void BalanceBox::setCounts(const std::optional<model::Counts>& counts)
{
    setVisible(counts.has_value());
    if (!counts) {
        return;
    }
    m_balance = {visibleLine(QString::fromStdString(counts->label)), counts->total, {}};
    for (const model::CountPart& part : counts->parts) {
        m_balance.parts.push_back({visibleLine(QString::fromStdString(part.label)), part.count});
    }
    setAccessibleName(countsText(counts->label, counts->total, counts->parts));
    setToolTip(accessibleName().toHtmlEscaped());
    update();
}

// Where there is no room for the words, the figures stay: they are what must balance.
Balance BalanceBox::fitting() const
{
    int needed = kBalanceFrame
                 + unitChipWidth({.name = QCoreApplication::translate("Balance", "balanced")})
                 + textWidth(m_balance.what, symbols::uiFont(13))
                 + textWidth(numberText(m_balance.total), symbols::uiFont(15, true));
    for (const BalancePart& part : m_balance.parts) {
        needed += kBalanceSign + textWidth(part.name, symbols::uiFont(13))
                  + textWidth(numberText(part.count), symbols::uiFont(13, true));
    }
    Balance balance = m_balance;
    for (BalancePart& part : balance.parts) {
        part.name = needed > width() ? QString() : part.name;
    }
    return balance;
}

void BalanceBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintBalance(painter, rect(), fitting(), m_theme.theme());
}

WordsBox::WordsBox(const ThemeSource& theme, FrameTone tone, int maxLines, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tone(tone),
      m_caption(new TextBlock(theme, 12, false, 1, this)),
      m_text(new TextBlock(theme, 13, false, maxLines, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 10, 6);
    column->setSpacing(2);
    column->addWidget(m_caption);
    column->addWidget(m_text);
    m_caption->setToken(tone == FrameTone::Quiet ? Token::Tx3 : Token::YelTx);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void WordsBox::setWords(const QString& caption, const QString& text)
{
    m_caption->setText(caption);
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString WordsBox::text() const
{
    return m_text->text();
}

void WordsBox::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_tone == FrameTone::Quiet) {
        painter.fillRect(rect(), m_theme.color(Token::Bg2));
        painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Line2));
        return;
    }
    painter.setBrush(m_theme.color(Token::YelBg));
    painter.setPen(m_theme.color(Token::YelLine));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace sz::widgets
