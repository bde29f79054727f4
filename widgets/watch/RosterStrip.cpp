// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/RosterStrip.h"

#include "data/model/ShiftDuty.h"
#include "maps/symbols/Symbols.h"
#include "widgets/common/Durations.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Painters.h"
#include "widgets/models/ModeWords.h"
#include "widgets/models/Wording.h"
#include "widgets/watch/DutyCard.h"
#include "widgets/watch/RosterCell.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kHeight = 44;
constexpr int kCompactHeight = 28;
constexpr int kPad = 12;
constexpr int kGap = 12;
constexpr int kCellGap = 4;
constexpr int kLamp = 12;

} // namespace

RosterStrip::RosterStrip(
    std::shared_ptr<const plan::Plan> plan,
    const ThemeSource& theme,
    QWidget* parent)
    : QWidget(parent), m_plan(std::move(plan)), m_theme(theme),
      m_lead(new ElidedLabel(theme, this)), m_card(new DutyCard(*m_plan, theme, this))
{
    setObjectName(QStringLiteral("rosterStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(kHeight);
    m_lead->setPixelSize(12);
    m_lead->setToken(Token::Tx3);
    m_lead->setText(tr("On duty"));
    for (const auto kind : {plan::UnitKind::Zone, plan::UnitKind::District, plan::UnitKind::Line}) {
        buildGroup(kind);
    }
    focusCell(0);
    const auto chief = std::ranges::find(m_plan->posts, plan::Role::DutyChief, &plan::Post::role);
    m_post = chief == m_plan->posts.end() ? PostCode() : chief->code;
    connect(m_card, &DutyCard::dialRequested, this, &RosterStrip::dialRequested);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void RosterStrip::buildGroup(plan::UnitKind kind)
{
    Group group{kind, nullptr, {}, 0};
    if (kind != plan::UnitKind::Zone) {
        group.label = new ElidedLabel(m_theme, this);
        group.label->setPixelSize(12);
        group.label->setToken(Token::Tx3);
    }
    for (const plan::Unit& unit : m_plan->units) {
        if (unit.kind == kind) {
            auto* cell = new RosterCell(*m_plan, unit.code, m_theme, this);
            cell->setWide(kind == plan::UnitKind::Zone);
            connect(
                cell, &QAbstractButton::clicked, this, [this, cell] { showDuty(cell->unit()); });
            group.cells.push_back(cell);
            m_cells.push_back(cell);
        }
    }
    m_groups.push_back(std::move(group));
}

void RosterStrip::setPost(const PostCode& post)
{
    m_post = post;
    readChange();
}

void RosterStrip::setNow(Instant now)
{
    m_now = now;
    if (std::chrono::floor<Minutes>(now) != std::chrono::floor<Minutes>(m_readAt)) {
        readRoster();
    }
}

void RosterStrip::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    setFixedHeight(isCompact ? kCompactHeight : kHeight);
    layOut();
}

void RosterStrip::showDuty(const UnitCode& unit)
{
    const auto it = std::ranges::find(m_cells, unit, &RosterCell::unit);
    const plan::Unit* found = m_plan->unit(unit);
    if (found == nullptr) {
        return;
    }
    m_card->setRoster(rosterOf(*m_plan, *found, m_now, m_acts.get()), m_now, m_acts.get());
    const bool hasCell =
        it != m_cells.end() && (*it)->isVisible(); // the office and areas have none
    const QWidget* anchor = hasCell ? *it : static_cast<const QWidget*>(this);
    m_card->popUp({anchor->mapToGlobal(QPoint()), anchor->size()});
}

void RosterStrip::readRoster()
{
    m_readAt = m_now;
    for (Group& group : m_groups) {
        readGroup(group);
    }
    QStringList counts;
    for (const Group& group : m_groups) {
        counts.append(groupText(group));
    }
    m_countsText = counts.join(QStringLiteral(" · "));
    readGaps();
    readChange();
    setAccessibleName(QStringList{
        tr("On duty"), m_countsText, m_gapText, m_conflictText, m_unsignedText, m_changeText}
                          .join(QStringLiteral("; ")));
    layOut();
}

void RosterStrip::readGroup(Group& group)
{
    group.manned = 0;
    for (RosterCell* cell : group.cells) {
        const UnitDuty roster = rosterOf(*m_plan, *m_plan->unit(cell->unit()), m_now, m_acts.get());
        group.manned += roster.manning == Manning::GapNow ? 0 : 1;
        cell->setRoster(roster);
    }
    if (group.label != nullptr) {
        group.label->setText(groupText(group));
    }
}

QString RosterStrip::groupText(const Group& group) const
{
    const QString counts = QStringLiteral("%1/%2").arg(group.manned).arg(group.cells.size());
    switch (group.kind) {
    case plan::UnitKind::Zone:
        return tr("Zones %1", "manned/all").arg(counts);
    case plan::UnitKind::District:
        return tr("Dist. %1", "districts, manned/all").arg(counts);
    default:
        return tr("Lines %1", "manned/all").arg(counts);
    }
}

void RosterStrip::readGaps()
{
    QStringList missing;
    m_hasGapNow = false;
    std::optional<Instant> from;
    for (const RosterCell* cell : m_cells) {
        const UnitDuty roster = rosterOf(*m_plan, *m_plan->unit(cell->unit()), m_now, m_acts.get());
        if (roster.manning != Manning::Held) {
            missing.append(unitText(*m_plan, cell->unit()));
            m_hasGapNow = m_hasGapNow || roster.manning == Manning::GapNow;
            from = std::min(from.value_or(roster.gapFrom), roster.gapFrom);
        }
    }
    const QString names = missing.join(tr(", ", "between units"));
    m_gapText = missing.isEmpty() ? QString()
                : m_hasGapNow     ? tr("gap now: %1", "units").arg(names)
                              : tr("gap from %1: %2", "clock, units").arg(gapClock(*from), names);
    const QStringList shallow = depthGaps(*m_plan, m_mode, m_now);
    if (!shallow.isEmpty()) {
        const QString depth =
            tr("not doubled: %1", "posts").arg(shallow.join(tr(", ", "between units")));
        m_gapText =
            m_gapText.isEmpty() ? depth : tr("%1 · %2", "two kinds of gaps").arg(m_gapText, depth);
    }
}

void RosterStrip::setConflicts(const QString& words, const QString& lines)
{
    if (words != m_conflictText || lines != toolTip()) {
        m_conflictText = words;
        setToolTip(lines);
        readRoster();
        layOut();
    }
}

// A gap's own cell shows it too; who is planned twice has no cell, so that is told where the gap's words find no room.
QString RosterStrip::warningText() const
{
    return m_gapText.isEmpty() || m_conflictText.isEmpty()
               ? m_gapText + m_conflictText
               : tr("%1 · %2", "two kinds of gaps").arg(m_gapText, m_conflictText);
}

// Tomorrow's is not taken for tonight's.
QString RosterStrip::gapClock(Instant from) const
{
    const Minutes offset(m_plan->utcOffsetMinutes);
    const auto day = [&](Instant at) { return std::chrono::floor<std::chrono::days>(at + offset); };
    return day(from) == day(m_now) ? clockMinuteText(from, m_plan->utcOffsetMinutes)
                                   : dayClockText(from, m_plan->utcOffsetMinutes);
}

void RosterStrip::setActs(std::shared_ptr<const model::ShiftState> acts)
{
    m_acts = std::move(acts);
    readRoster();
    readChange();
    layOut();
}

void RosterStrip::setMode(plan::Mode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        readRoster();
        layOut();
    }
}

void RosterStrip::readChange()
{
    const auto duty = model::dutyAt(*m_plan, m_acts.get(), m_post, m_now);
    m_unsignedText.clear();
    if (!duty) {
        m_changeText.clear();
        return;
    }
    if (const auto change = unsignedChange(*duty)) {
        m_unsignedText = tr("change of %1 not handed over", "clock").arg(gapClock(*change));
    }
    m_changeText = tr("change %1 · %2", "clock, time left")
                       .arg(
                           clockMinuteText(duty->until, m_plan->utcOffsetMinutes),
                           countdownText(std::chrono::ceil<Minutes>(duty->until - m_now)));
    update();
}

// Nothing falls between two shifts: a change that is past and has no two signatures is told until it has them. Who has never written a
// sheet hands over in another way.
std::optional<Instant> RosterStrip::unsignedChange(const plan::Duty& duty) const
{
    constexpr Minutes kAtOnce{1};
    const auto* sheet = m_acts == nullptr ? nullptr : m_acts->sheet(m_acts->lastSheetOf(duty.unit));
    if (sheet == nullptr) {
        return std::nullopt;
    }
    const Instant change =
        sheet->isDone() && sheet->changeAt < duty.from ? duty.from : sheet->changeAt;
    const bool isSigned = sheet->isDone() && sheet->changeAt >= duty.from;
    return !isSigned && change + kAtOnce <= m_now ? std::optional(change) : std::nullopt;
}

// First the gap's words give way (its cell shows it), then the cells give way to counts. Who is planned twice has no cell: that stays.
void RosterStrip::layOut()
{
    m_lead->setGeometry(kPad, 0, m_lead->sizeHint().width(), height());
    const int late = m_unsignedText.isEmpty()
                         ? 0
                         : textWidth(m_unsignedText, uiFont(13, true)) + kLamp + 5 + 2 * kGap;
    const int change = textWidth(m_changeText, uiFont(13)) + 2 * kGap + kPad + late;
    const int gap =
        warningText().isEmpty() ? 0 : textWidth(warningText(), uiFont(13)) + kLamp + 5 + 2 * kGap;
    const int cells = cellsWidth();
    const int conflict =
        m_conflictText.isEmpty() ? 0 : textWidth(m_conflictText, uiFont(13)) + kLamp + 5 + 2 * kGap;
    const bool showCells = !m_isCompact && cells + change + conflict <= width();
    m_isGapTold = !showCells || cells + change + gap <= width();
    int x = m_lead->geometry().right() + kGap;
    for (Group& group : m_groups) {
        x = layOutGroup(group, x, showCells);
    }
    update();
}

int RosterStrip::cellsWidth() const
{
    int width = kPad + m_lead->width() + kGap;
    for (const Group& group : m_groups) {
        width += group.label == nullptr ? 0 : group.label->sizeHint().width() + 2 * kGap;
        for (const RosterCell* cell : group.cells) {
            width += cell->sizeHint().width() + kCellGap;
        }
    }
    return width;
}

int RosterStrip::layOutGroup(Group& group, int x, bool showCells)
{
    if (group.label != nullptr) {
        group.label->setVisible(showCells);
        group.label->setGeometry(x + kGap, 0, group.label->sizeHint().width(), height());
        x = group.label->geometry().right() + kGap;
    }
    for (RosterCell* cell : group.cells) {
        const QSize size = cell->sizeHint();
        cell->setVisible(showCells);
        cell->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + kCellGap;
    }
    return x;
}

void RosterStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg1));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Line1));
    if (!m_cells.empty() && !m_cells.front()->isVisibleTo(this)) {
        const QRectF counts(m_lead->geometry().right() + kGap, 0, width() / 2.0, height());
        paintText(painter, counts, m_countsText, uiFont(13), m_theme.color(Token::Tx1));
    }
    QRectF box = QRectF(rect()).adjusted(0, 0, -kPad, 0);
    paintText(
        painter, box, m_changeText, uiFont(13), m_theme.color(Token::Tx1),
        Qt::AlignRight | Qt::AlignVCenter);
    box.setRight(box.right() - textWidth(m_changeText, uiFont(13)) - 2 * kGap);
    if (!m_unsignedText.isEmpty()) {
        const QFont bold = uiFont(13, true);
        paintText(
            painter, box, m_unsignedText, bold, m_theme.color(Token::RedTx),
            Qt::AlignRight | Qt::AlignVCenter);
        box.setRight(box.right() - textWidth(m_unsignedText, bold) - kLamp - 5);
        symbols::paintLamp(
            painter, QRectF(box.right(), (height() - kLamp) / 2.0, kLamp, kLamp), model::Lamp::Late,
            m_theme.theme());
        box.setRight(box.right() - 2 * kGap);
    }
    if (const QString warning = m_isGapTold ? warningText() : m_conflictText; !warning.isEmpty()) {
        const model::Lamp lamp = m_hasGapNow ? model::Lamp::Late : model::Lamp::Behind;
        paintText(
            painter, box, warning, uiFont(13), symbols::lampText(lamp, m_theme.theme()),
            Qt::AlignRight | Qt::AlignVCenter);
        const double x = box.right() - textWidth(warning, uiFont(13)) - kLamp - 5;
        symbols::paintLamp(
            painter, QRectF(x, (height() - kLamp) / 2.0, kLamp, kLamp), lamp, m_theme.theme());
    }
}

void RosterStrip::keyPressEvent(QKeyEvent* event)
{
    const auto it =
        std::ranges::find_if(m_cells, [](const RosterCell* cell) { return cell->hasFocus(); });
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (it == m_cells.end() || by == 0) {
        if (it != m_cells.end()
            && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
            showDuty((*it)->unit());
            return;
        }
        QWidget::keyPressEvent(event);
        return;
    }
    const auto last = std::ssize(m_cells) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(it - m_cells.begin() + by, 0, last);
    focusCell(static_cast<std::size_t>(next));
    m_cells[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
}

/// Gives one cell the strip's tab stop.
void RosterStrip::focusCell(std::size_t n)
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->setFocusPolicy(i == n ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void RosterStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

QSize RosterStrip::sizeHint() const
{
    return {640, m_isCompact ? kCompactHeight : kHeight};
}

} // namespace sz::widgets
