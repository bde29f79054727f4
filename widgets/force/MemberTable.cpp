// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/force/MemberTable.h"

#include "maps/symbols/Symbols.h"
#include "widgets/common/Painters.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <ranges>

namespace sz::widgets {

using symbols::uiFont;

namespace {

constexpr int kRow = 28;
constexpr int kPad = 8;
constexpr int kMark = 18;
constexpr int kUnit = 84;
constexpr int kGap = 8;

std::optional<UnitState> stateOf(const model::Incident& incident, const UnitCode& unit)
{
    for (const model::Order& order : incident.orders | std::views::reverse) {
        if (order.unit == unit) {
            return unitState(order.state);
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<MemberRow>
memberRows(const plan::Plan& plan, const model::Incident& incident, const model::TaskForce& force)
{
    std::vector<MemberRow> rows;
    const model::ForceCommand& lead = force.command();
    rows.push_back(
        {unitText(plan, lead.unit),
         postText(plan, lead.post),
         {},
         true,
         stateOf(incident, lead.unit)});
    for (const model::ForceMember& m : force.members) {
        rows.push_back(
            {unitText(plan, m.unit), postText(plan, m.post),
             visibleLine(QString::fromStdString(m.task)), false, stateOf(incident, m.unit)});
    }
    return rows;
}

QString presenceText(const std::vector<MemberRow>& rows)
{
    const auto has = [&rows](auto test) {
        return static_cast<int>(std::ranges::count_if(
            rows, [&test](const MemberRow& row) { return row.state && test(*row.state); }));
    };
    const int all = has([](UnitState) { return true; });
    if (all == 0) {
        return {};
    }
    const int signedFor = has([](UnitState s) {
        return s == UnitState::Signed || s == UnitState::Moving || s == UnitState::OnScene
               || s == UnitState::Done;
    });
    const int there = has([](UnitState s) { return s == UnitState::OnScene; });
    const int done = has([](UnitState s) { return s == UnitState::Done; });
    return QCoreApplication::translate(
               "MemberTable", "signed %1/%2 · on scene %3 · done %4", "members with orders")
        .arg(signedFor)
        .arg(all)
        .arg(there)
        .arg(done);
}

MemberTable::MemberTable(
    const ThemeSource& theme,
    const QString& name,
    bool isEditable,
    QWidget* parent)
    : QWidget(parent), m_theme(theme), m_name(name), m_isEditable(isEditable)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAccessibleName(name);
    connect(&theme, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void MemberTable::setRows(std::vector<MemberRow> rows)
{
    m_rows = std::move(rows);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    setFocusPolicy(m_isEditable && !m_rows.empty() ? Qt::StrongFocus : Qt::NoFocus);
    QStringList words;
    for (const MemberRow& row : m_rows) {
        QStringList parts{row.unit, row.post, row.task, stateText(row)};
        parts.removeAll(QString());
        words.append(parts.join(u' '));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize MemberTable::sizeHint() const
{
    return {320, static_cast<int>(m_rows.size()) * kRow + (m_rows.empty() ? 0 : 2)};
}

QSize MemberTable::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void MemberTable::paintEvent(QPaintEvent* /*event*/)
{
    if (m_rows.empty()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Bg2));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QRectF box(1, 1 + static_cast<double>(i) * kRow, width() - 2, kRow);
        if (hasFocus() && static_cast<int>(i) == m_current) {
            painter.fillRect(box, m_theme.color(Token::Sel));
        }
        paintRow(painter, box, m_rows[i]);
        painter.fillRect(
            QRectF(box.x(), box.bottom() - 1, box.width(), 1), m_theme.color(Token::Line1));
    }
    painter.setPen(QPen(m_theme.color(Token::Line2), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (hasFocus()) {
        paintFocusRing(painter, rect(), m_theme.color(Token::Inv));
    }
}

void MemberTable::paintRow(QPainter& painter, const QRectF& box, const MemberRow& row) const
{
    QRectF rest = box.adjusted(kPad, 0, -kPad, 0);
    const QString state = stateText(row);
    if (!state.isEmpty()) {
        const double wide = textWidth(state, uiFont(12));
        const QRectF words(rest.right() - wide, rest.y(), wide, rest.height());
        paintText(painter, words, state, uiFont(12), m_theme.color(Token::Tx2));
        rest.setRight(words.left() - 4);
        if (row.state) {
            const QRectF icon(rest.right() - 14, rest.y(), 14, rest.height());
            paintUnitState(painter, icon, *row.state, m_theme.color(Token::Tx2));
            rest.setRight(icon.left());
        }
        rest.setRight(rest.right() - kGap);
    }
    const QRectF dot(rest.x() + 2, rest.center().y() - 4, 8, 8);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(row.isLead ? Token::Tx1 : Token::Ctl), 2));
    painter.setBrush(row.isLead ? m_theme.color(Token::Tx1) : QColor(Qt::transparent));
    painter.drawEllipse(dot);
    painter.restore();
    rest.setLeft(rest.left() + kMark);
    const QRectF unit(rest.x(), rest.y(), std::min<double>(kUnit, rest.width()), rest.height());
    paintText(painter, unit, row.unit, uiFont(13, row.isLead), m_theme.color(Token::Tx1));
    rest.setLeft(std::min(rest.right(), unit.right() + kGap));
    const QString what =
        row.task.isEmpty() ? row.post : row.post + QStringLiteral(" · ") + row.task;
    paintText(painter, rest, what, uiFont(12), m_theme.color(Token::Tx3));
}

QString MemberTable::stateText(const MemberRow& row) const
{
    if (m_isEditable) {
        return {};
    }
    return row.state ? unitStateWord(*row.state) : tr("no order");
}

void MemberTable::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_rows.size()) - 1;
    const bool isPlain = event->modifiers() == Qt::NoModifier && m_isEditable && last >= 0;
    if (isPlain && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        m_current = std::clamp(m_current + (event->key() == Qt::Key_Down ? 1 : -1), 0, last);
        update();
    } else if (isPlain && event->key() == Qt::Key_Delete) {
        Q_EMIT removeWanted(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MemberTable::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>((event->position().y() - 1) / kRow);
    if (m_isEditable && row >= 0 && row < static_cast<int>(m_rows.size())) {
        m_current = row;
        update();
    }
}

void MemberTable::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MemberTable::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace sz::widgets
