// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/handover/HandoverSide.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"

#include <QPainter>

#include <algorithm>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kCard = 84;
constexpr int kWarning = 56;
constexpr int kGap = 10;
constexpr int kPad = 12;
constexpr int kLine = 22;

} // namespace

SignCards::SignCards(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("signCards"));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void SignCards::show(
    std::vector<SignCard> cards,
    const QString& warning,
    const QString& warningWords)
{
    m_cards = std::move(cards);
    m_warning = warning;
    m_warningWords = warningWords;
    QStringList said;
    for (const SignCard& card : m_cards) {
        said << card.side << card.who << card.words << card.badge;
    }
    said << warning << warningWords;
    setAccessibleDescription(said.join(u' ').simplified());
    updateGeometry();
    update();
}

QSize SignCards::sizeHint() const
{
    const int cards = static_cast<int>(m_cards.size());
    return {240, cards * (kCard + kGap) + (m_warning.isEmpty() ? 0 : kWarning + kGap)};
}

void SignCards::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QRectF box(0, 0, width(), kCard);
    for (const SignCard& card : m_cards) {
        paintCard(painter, box, card);
        box.translate(0, kCard + kGap);
    }
    if (m_warning.isEmpty()) {
        return;
    }
    box.setHeight(kWarning);
    painter.fillRect(box, m_theme.color(Token::RedBg));
    painter.setPen(m_theme.color(Token::Red));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    QRectF line = box.adjusted(kPad, 6, -kPad, 0);
    line.setHeight(kLine);
    paintText(painter, line, m_warning, uiFont(14, true), m_theme.color(Token::RedTx));
    paintText(
        painter, line.translated(0, kLine), m_warningWords, uiFont(13), m_theme.color(Token::Tx1));
}

void SignCards::paintCard(QPainter& painter, const QRectF& box, const SignCard& card) const
{
    painter.fillRect(box, m_theme.color(Token::Bg2));
    painter.setPen(
        QPen(m_theme.color(card.isNext ? Token::Inv : Token::Line2), card.isNext ? 2 : 1));
    painter.drawRect(box.adjusted(1, 1, -1, -1));
    QRectF line = box.adjusted(kPad, 8, -kPad, 0);
    line.setHeight(kLine);
    const int badge = card.badge.isEmpty() ? 0 : badgeWidth(card.badge);
    if (badge > 0) {
        paintBadge(
            painter, QRectF(line.right() - badge, line.y(), badge, line.height()), card.badge,
            m_theme.theme(), card.isBlocked ? BadgeTone::Late : BadgeTone::Quiet);
    }
    paintText(
        painter, line.adjusted(0, 0, -badge - kGap, 0), card.side, uiFont(13),
        m_theme.color(Token::Tx2));
    line.translate(0, kLine);
    paintText(painter, line, card.who, uiFont(16, true), m_theme.color(Token::Tx1));
    line.translate(0, kLine);
    paintText(painter, line, card.words, uiFont(13), m_theme.color(Token::Tx2));
}

SheetFacts::SheetFacts(const ThemeSource& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sheetFacts"));
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void SheetFacts::show(std::vector<Block> blocks, std::vector<Sum> sums)
{
    m_blocks = std::move(blocks);
    m_sums = std::move(sums);
    QStringList said;
    for (const Block& block : m_blocks) {
        said << block.title << block.lines;
    }
    for (const Sum& sum : m_sums) {
        said << sum.name << QString::number(sum.handed) << QString::number(sum.taken);
    }
    setAccessibleDescription(said.join(u' '));
    update();
}

// The balance keeps its place at the foot; lines that find no room above it are counted.
void SheetFacts::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const Word& word : words()) {
        paintText(
            painter, word.box, word.text, uiFont(13, word.isTitle),
            m_theme.color(word.isTitle ? Token::Tx1 : Token::Tx2));
    }
    paintSums(painter, QRectF(0, foot(), width(), kLine), shownSums());
}

double SheetFacts::foot() const
{
    return std::max(0.0, height() - (static_cast<double>(shownSums().size()) + 1.5) * kLine);
}

std::vector<SheetFacts::Word> SheetFacts::words() const
{
    std::vector<Word> all;
    const double end = foot();
    QRectF line(0, 0, width(), kLine);
    for (const Block& block : m_blocks) {
        if (line.bottom() + (isNarrow() ? 0 : kLine) > end) {
            break;
        }
        const auto more = [&](qsizetype from) {
            return tr("and %n more", nullptr, static_cast<int>(block.lines.size() - from));
        };
        all.push_back({line, block.title, true});
        if (isNarrow()) { // beside it the first of its lines
            const QString rest =
                block.lines.size() > 1 ? QStringLiteral(" · ") + more(1) : QString();
            all.push_back(
                {line.adjusted(textWidth(block.title, uiFont(13, true)) + kGap, 0, 0, 0),
                 block.lines.value(0) + rest, false});
            line.translate(0, kLine);
            continue;
        }
        line.translate(0, kLine);
        for (qsizetype i = 0; i < block.lines.size() && line.bottom() <= end; ++i) {
            const bool isLast = line.bottom() + kLine > end && i + 1 < block.lines.size();
            all.push_back({line, isLast ? more(i) : block.lines[i], false});
            line.translate(0, kLine);
        }
        line.translate(0, kGap);
    }
    return all;
}

QStringList SheetFacts::shownLines() const
{
    QStringList lines;
    for (const Word& word : words()) {
        lines << word.text;
    }
    return lines;
}

bool SheetFacts::isNarrow() const
{
    constexpr int kRoomy = 320;
    return height() < kRoomy;
}

// On a laptop the parts are one sum: what has changed and what was said has the room.
std::vector<SheetFacts::Sum> SheetFacts::shownSums() const
{
    if (!isNarrow() || m_sums.empty()) {
        return m_sums;
    }
    Sum all{tr("All rows"), 0, 0};
    for (const Sum& sum : m_sums) {
        all.handed += sum.handed;
        all.taken += sum.taken;
    }
    return {all};
}

void SheetFacts::paintSums(QPainter& painter, QRectF line, const std::vector<Sum>& sums) const
{
    if (sums.empty()) {
        return;
    }
    // Columns are as wide as what stands in them: the names have the rest.
    const QFont bold = uiFont(13, true);
    const QString handedHead = tr("handed");
    const QString takenHead = tr("taken");
    const int number = std::max(
                           {textWidth(handedHead, bold), textWidth(takenHead, bold),
                            textWidth(QStringLiteral("0000"), uiFont(13))})
                       + kGap;
    const int sign =
        std::max(textWidth(tr("equal"), uiFont(13)), textWidth(tr("open"), uiFont(13))) + kGap;
    const auto columns = [&](const QString& name, const QString& handed, const QString& taken,
                             const QString& word, bool isHead) {
        const QFont font = uiFont(13, isHead);
        const QColor colour = m_theme.color(isHead ? Token::Tx2 : Token::Tx1);
        const auto align = Qt::AlignRight | Qt::AlignVCenter;
        QRectF right(line.right() - sign, line.y(), sign, kLine);
        paintText(painter, right, word, font, colour, align);
        right = QRectF(line.right() - sign - number, line.y(), number, kLine);
        paintText(painter, right, taken, font, colour, align);
        right.translate(-number, 0);
        paintText(painter, right, handed, font, colour, align);
        const double room = right.x() - line.x() - kGap;
        const QString shown = isHead && textWidth(name, font) > room ? tr("Balance") : name;
        paintText(painter, QRectF(line.x(), line.y(), room, kLine), shown, font, colour);
        line.translate(0, kLine);
    };
    columns(tr("Handed over and taken over"), handedHead, takenHead, QString(), true);
    for (const Sum& sum : sums) {
        painter.fillRect(QRectF(line.x(), line.y(), line.width(), 1), m_theme.color(Token::Line1));
        columns(
            sum.name, QString::number(sum.handed), QString::number(sum.taken),
            sum.handed == sum.taken ? tr("equal") : tr("open"), false);
    }
}

} // namespace sz::widgets
