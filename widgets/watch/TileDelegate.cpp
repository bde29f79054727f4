// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/TileDelegate.h"

#include "data/model/CampaignItems.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/models/ForceWords.h"
#include "widgets/models/RelationWords.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/BoardLayout.h"
#include "widgets/watch/RelationPainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kBar = 4;
constexpr int kPadLeft = 14;
constexpr int kPadRight = 10;
constexpr int kGrade = 22;
constexpr int kMiniGrade = 18;
constexpr int kTitleRoom = 120; ///< an unread mark leaves the title this much
constexpr int kTitleGap = 8;
constexpr int kCountdownPad = 7; ///< words of a countdown end so far from its slot
constexpr int kLeastTitle = 48;  ///< of a mini row, beside what it belongs to
constexpr int kNarrow = 360;     ///< laptop board: fewer chips, smaller title

std::optional<Countdown> countdownOf(const model::Incident& incident, Instant now)
{
    const model::Step* step = incident.nextStep(now);
    if (step == nullptr) {
        return std::nullopt;
    }
    return Countdown{stepName(*step), step->due - now, step->lampAt(now)};
}

bool isLate(const model::Incident& incident, const model::Order& order, Instant now)
{
    return std::ranges::any_of(incident.steps, [&](const model::Step& step) {
        return step.order == order.id && step.lampAt(now) == model::Lamp::Late;
    });
}

/// Right edge first: draws words and gives back what is left of the line.
QRectF paintRight(
    QPainter& painter,
    const QRectF& line,
    const QString& text,
    const QFont& font,
    const QColor& colour)
{
    paintText(painter, line, text, font, colour, Qt::AlignRight | Qt::AlignVCenter);
    return line.adjusted(0, 0, -textWidth(text, font) - kTitleGap, 0);
}

} // namespace

TileDelegate::TileDelegate(const BoardModel& model, const ThemeSource& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_theme(theme)
{
}

void TileDelegate::paint(
    QPainter* painter,
    const QStyleOptionViewItem& option,
    const QModelIndex& index) const
{
    const model::Incident& incident = *m_model.incidentAt(index.row());
    painter->save();
    paintGround(*painter, option, index.row());
    if (isMini(option.rect)) {
        paintMini(*painter, option.rect, incident);
    } else {
        paintTile(*painter, option.rect, incident);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(*painter, option.rect, m_theme.color(Token::Inv));
    }
    painter->restore();
}

void TileDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const QRect& box = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHot = option.state.testFlag(QStyle::State_MouseOver);
    const Token quiet = isMini(box) ? Token::Bg1 : Token::Bg2;
    painter.fillRect(box, m_theme.color(isSelected ? Token::Sel : isHot ? Token::Bg3 : quiet));
    if (isMini(box)) {
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), m_theme.color(Token::Line1));
    } else {
        painter.setPen(m_theme.color(Token::Line1));
        painter.drawRect(box.adjusted(0, 0, -1, -1));
    }
    const model::Lamp lamp = m_model.incidentAt(row)->lampAt(m_model.now());
    if (m_model.isFresh(row)) {
        painter.fillRect(QRect(box.x(), box.y(), kBar, box.height()), m_theme.color(Token::Inv));
    } else if (!isMini(box) || lamp != model::Lamp::None) {
        painter.fillRect(
            QRect(box.x(), box.y(), kBar, box.height()), symbols::lampEdge(lamp, m_theme.theme()));
    }
}

void TileDelegate::paintTile(QPainter& painter, const QRect& box, const model::Incident& incident)
    const
{
    const QRectF inner = QRectF(box).adjusted(kPadLeft, 0, -kPadRight, 0);
    const auto line = [&inner](double top, double height) {
        return QRectF(inner.x(), inner.y() + top, inner.width(), height);
    };
    paintTitleRow(painter, line(6, 25), incident);
    paintPlaceRow(painter, line(31, 20), incident);
    paintLimitRow(painter, line(52, 23), incident, box.width() < kNarrow);
}

void TileDelegate::paintTitleRow(
    QPainter& painter,
    const QRectF& line,
    const model::Incident& incident) const
{
    const Theme theme = m_theme.theme();
    const QRectF grade(line.x(), line.y() + (line.height() - kGrade) / 2, kGrade, kGrade);
    symbols::paintGrade(painter, grade, incident.grade, theme, m_theme.color(Token::Bg2));
    const QString age = ageText(m_model.now() - incident.reportedAt);
    QRectF rest = paintRight(painter, line, age, uiFont(13), m_theme.color(Token::Tx2));
    if (incident.hasUnsent) {
        const QString word = tr("unsent");
        const double width = badgeWidth(word);
        paintBadge(
            painter, QRectF(rest.right() - width, rest.y(), width, rest.height()), word, theme,
            BadgeTone::Behind);
        rest.setRight(rest.right() - width - kTitleGap);
    }
    rest.setLeft(grade.right() + kTitleGap);
    if (const int unread = m_model.unreadOf(incident.id); unread > 0) {
        const QString word = tr("%n new notes", nullptr, unread);
        const int width = badgeWidth(word);
        if (rest.width() - width >= kTitleRoom) { // the title comes first
            paintBadge(
                painter, QRectF(rest.right() - width, rest.y(), width, rest.height()), word, theme);
            rest.setRight(rest.right() - width - kTitleGap);
        }
    }
    const int px = line.width() < kNarrow - kPadLeft - kPadRight ? 14 : 15;
    paintText(painter, rest, titleText(incident), uiFont(px, true), m_theme.color(Token::Tx1));
}

void TileDelegate::paintPlaceRow(
    QPainter& painter,
    const QRectF& line,
    const model::Incident& incident) const
{
    const bool isOwn =
        incident.enteredBy != UnitCode("HQ"); // what the office wrote down names no unit
    const QString source = incident.source == model::Source::Unit && isOwn
                               ? unitText(m_model.plan(), incident.enteredBy)
                               : sourceText(incident.source);
    const QString origin = QStringLiteral("%1 · %2").arg(source, shortNumberText(incident));
    QRectF rest = paintRight(painter, line, origin, uiFont(12), m_theme.color(Token::Tx3));
    std::vector<RelationMark> marks = relationMarks(*m_model.relations(), incident, m_model.now());
    if (incident.watchUntil && !incident.orders.empty()) { // the third row has its units
        marks.push_back(
            {QStringLiteral("watched"), watchText(incident, m_model.plan().utcOffsetMinutes),
             false});
    }
    std::ranges::move(forceMarks(incident), std::back_inserter(marks));
    rest = paintRelationMarks(painter, rest, marks, m_theme.theme());
    paintText(
        painter, rest, placeText(m_model.plan(), incident.place), uiFont(12),
        m_theme.color(Token::Tx2));
}

void TileDelegate::paintLimitRow(
    QPainter& painter,
    const QRectF& line,
    const model::Incident& incident,
    bool isNarrow) const
{
    QRectF rest = line;
    if (const auto countdown = countdownOf(incident, m_model.now())) {
        const double width = std::min<double>(countdownWidth(*countdown), line.width());
        paintCountdown(
            painter, QRectF(line.right() - width, line.y(), width, line.height()), *countdown,
            m_theme.theme());
        rest.setRight(line.right() - width - kTitleGap);
    }
    if (incident.orders.empty() && incident.watchUntil) {
        paintMarkWords(
            painter, rest,
            {QStringLiteral("watched"), watchText(incident, m_model.plan().utcOffsetMinutes),
             false},
            m_theme.color(Token::Tx2));
        return;
    }
    if (incident.orders.empty() && incident.state == model::IncidentState::Closed) {
        paintText(painter, rest, stateText(incident.state), uiFont(12), m_theme.color(Token::Tx3));
        return;
    }
    if (incident.orders.empty()) {
        paintText(painter, rest, workText(incident), uiFont(12), m_theme.color(Token::Tx3));
        return;
    }
    paintUnitChips(painter, rest, chipsOf(incident), isNarrow ? 2 : 4, m_theme.theme());
}

// What stands where the units would: nobody has an order.
QString TileDelegate::workText(const model::Incident& incident) const
{
    if (incident.campaign != nullptr) {
        const model::UnitTally total = incident.campaign->total();
        return tr("campaign: %1 of %2 done", "items of a campaign")
            .arg(QString::number(total.done), QString::number(total.items - total.voided));
    }
    return incident.ledCase ? tr("led by %1", "unit of the leader of a case")
                                  .arg(unitText(m_model.plan(), incident.ledCase->unit))
                            : tr("not assigned");
}

std::vector<UnitChip> TileDelegate::chipsOf(const model::Incident& incident) const
{
    std::vector<UnitChip> chips;
    std::vector<UnitCode> units;
    for (auto order = incident.orders.rbegin(); order != incident.orders.rend(); ++order) {
        if (std::ranges::contains(units, order->unit)) {
            continue; // a unit's newest order speaks for it
        }
        units.push_back(order->unit);
        chips.push_back(
            {unitText(m_model.plan(), order->unit), unitState(order->state),
             isLate(incident, *order, m_model.now()), order->isLead});
    }
    std::ranges::reverse(chips);
    std::ranges::stable_partition(chips, [](const UnitChip& chip) { return chip.isLate; });
    std::ranges::stable_partition(chips, &UnitChip::isLead);
    return chips;
}

void TileDelegate::paintMini(QPainter& painter, const QRect& box, const model::Incident& incident)
    const
{
    const Theme theme = m_theme.theme();
    const QRectF line = QRectF(box).adjusted(kPadLeft, 0, -kPadRight, -1);
    const QRectF grade(
        line.x(), line.y() + std::floor((line.height() - kMiniGrade) / 2), kMiniGrade, kMiniGrade);
    symbols::paintGrade(painter, grade, incident.grade, theme, m_theme.color(Token::Bg1));
    QRectF rest = line.adjusted(kMiniGrade + kTitleGap, 0, 0, 0);
    if (incident.closedAt) {
        const QString at = clockMinuteText(*incident.closedAt, m_model.plan().utcOffsetMinutes);
        rest = paintRight(
            painter, rest.adjusted(0, 0, -kCountdownPad, 0), at, uiFont(13),
            m_theme.color(Token::Tx2));
    } else if (auto countdown = countdownOf(incident, m_model.now())) {
        countdown->step.clear();
        const double width = countdownWidth(*countdown);
        paintCountdown(
            painter, QRectF(rest.right() - width, rest.y(), width, rest.height()), *countdown,
            theme);
        rest.setRight(rest.right() - width - kTitleGap);
    }
    // At the right: what it is merged into must not give way to a long title.
    const auto marks = relationMarks(*m_model.relations(), incident, m_model.now());
    if (!marks.empty()) {
        const double wide = std::min<double>(
            relationMarkWidth(marks.front()),
            std::max(rest.width() / 2, rest.width() - kLeastTitle));
        paintRelationMark(
            painter, QRectF(rest.right() - wide, rest.y(), wide, rest.height()), marks.front(),
            theme);
        rest.setRight(rest.right() - wide - kTitleGap);
    }
    const QFont titleFont = uiFont(13);
    const QString title = elided(titleText(incident), titleFont, rest.width());
    paintText(painter, rest, title, titleFont, m_theme.color(Token::Tx1));
    rest.setLeft(std::min(rest.right(), rest.left() + textWidth(title, titleFont) + kTitleGap));
    paintText(
        painter, rest, areaText(m_model.plan(), incident.place.area), uiFont(12),
        m_theme.color(Token::Tx3));
}

} // namespace sz::widgets
