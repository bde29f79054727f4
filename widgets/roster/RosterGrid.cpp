// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/roster/RosterGrid.h"

#include "widgets/common/Durations.h"
#include "widgets/roster/RosterGridSizes.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace sz::widgets {
namespace {

constexpr const char* kMime = "application/x-sanzhen-duty";

} // namespace

RosterGrid::RosterGrid(RosterModel& model, const ThemeSource& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model), m_theme(theme)
{
    setObjectName(QStringLiteral("rosterGrid"));
    setAccessibleName(tr("Roster"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(false);
    connect(&theme, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &RosterModel::reset, this, &RosterGrid::takeReset);
    connect(&model, &RosterModel::rowsChanged, this, &RosterGrid::repaintRows);
    takeReset();
}

void RosterGrid::takeReset()
{
    const auto& lines = m_model.lines();
    m_lineOfPost.assign(m_model.roster().posts.size(), -1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].post != roster::kNobody) {
            m_lineOfPost[lines[i].post] = static_cast<int>(i);
        }
    }
    const auto columns = static_cast<int>(m_model.columns().size());
    m_current.column = std::clamp(m_current.column, 0, std::max(0, columns - 1));
    m_marked = m_marked.column < columns ? m_marked : Place{};
    if (m_current.post >= m_lineOfPost.size()) {
        const auto first = std::ranges::find_if(
            lines, [](const RosterLine& one) { return one.post != roster::kNobody; });
        m_current.post = first == lines.end() ? roster::kNobody : first->post;
    }
    fit();
    viewport()->update();
    describe();
    Q_EMIT currentChanged();
}

void RosterGrid::repaintRows(const std::vector<roster::PostIndex>& posts)
{
    if (posts.empty()) { // time went on
        viewport()->update();
    }
    for (const roster::PostIndex post : posts) {
        if (const int line = lineOf(post); line >= 0) {
            viewport()->update(lineBox(line));
        }
    }
    describe();
}

void RosterGrid::fit()
{
    const int rows = std::max(1, (viewport()->height() - kHead) / kRow);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_model.lines().size()) - rows));
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setSingleStep(1);
}

int RosterGrid::lineOf(roster::PostIndex post) const
{
    return post < m_lineOfPost.size() ? m_lineOfPost[post] : -1;
}

int RosterGrid::headWidth() const
{
    return viewport()->width() < kNarrow ? kNameNarrow : kNameWide;
}

double RosterGrid::xOf(Instant t) const
{
    const roster::Span all = timeOf(m_model.columns());
    const double share =
        static_cast<double>((t - all.from).count())
        / static_cast<double>(std::max<std::int64_t>(1, (all.until - all.from).count()));
    return headWidth() + std::clamp(share, 0.0, 1.0) * (viewport()->width() - headWidth());
}

// A strip of hours is true to time; shifts of a week are all as wide, whatever their hours.
QRectF RosterGrid::columnBox(int column) const
{
    const auto& columns = m_model.columns();
    if (m_model.span() == RosterSpan::Day) {
        const roster::Span& time = columns[static_cast<std::size_t>(column)].time;
        return {xOf(time.from), 0, xOf(time.until) - xOf(time.from), 0};
    }
    const double width = (viewport()->width() - headWidth())
                         / static_cast<double>(std::max<std::size_t>(1, columns.size()));
    const double left = std::round(headWidth() + width * column);
    return {left, 0, std::round(headWidth() + width * (column + 1)) - left, 0};
}

QRect RosterGrid::lineBox(int line) const
{
    return {0, kHead + (line - verticalScrollBar()->value()) * kRow, viewport()->width(), kRow};
}

QRect RosterGrid::boxOf(const Place& place) const
{
    const int line = lineOf(place.post);
    if (line < 0 || m_model.columns().empty()) {
        return {};
    }
    const QRectF column = columnBox(place.column);
    const QRect row = lineBox(line);
    return QRectF(column.x(), row.y(), column.width(), row.height()).toRect();
}

std::optional<RosterGrid::Place> RosterGrid::placeAt(const QPoint& point) const
{
    if (point.y() < kHead) {
        return std::nullopt;
    }
    const auto line =
        static_cast<std::size_t>((point.y() - kHead) / kRow + verticalScrollBar()->value());
    if (line >= m_model.lines().size() || m_model.lines()[line].post == roster::kNobody) {
        return std::nullopt;
    }
    Place place{m_model.lines()[line].post, m_current.column};
    for (int column = 0; column < static_cast<int>(m_model.columns().size()); ++column) {
        const QRectF box = columnBox(column);
        if (point.x() >= box.left() && point.x() < box.right()) {
            place.column = column;
        }
    }
    return place;
}

void RosterGrid::setCurrent(const Place& place)
{
    const auto columns = static_cast<int>(m_model.columns().size());
    if (lineOf(place.post) < 0 || place.column < 0 || place.column >= columns) {
        return;
    }
    const Place before = m_current;
    m_current = place;
    scrollToCurrent();
    viewport()->update(lineBox(lineOf(before.post)));
    viewport()->update(lineBox(lineOf(place.post)));
    viewport()->update(QRect(0, 0, viewport()->width(), kHead));
    describe();
    Q_EMIT currentChanged();
}

void RosterGrid::setMoment(Instant t)
{
    const auto& columns = m_model.columns();
    const auto at =
        std::ranges::find_if(columns, [t](const RosterColumn& one) { return one.time.holds(t); });
    if (at != columns.end()) {
        setCurrent({m_current.post, static_cast<int>(at - columns.begin())});
    }
}

void RosterGrid::setMarked(const Place& place)
{
    m_marked = place;
    viewport()->update();
}

void RosterGrid::scrollToCurrent()
{
    const int line = lineOf(m_current.post);
    QScrollBar& bar = *verticalScrollBar();
    if (line < bar.value()) {
        bar.setValue(
            line > 0 && m_model.lines()[static_cast<std::size_t>(line) - 1].post == roster::kNobody
                ? line - 1 // its group's name, too
                : line);
    } else if (line >= bar.value() + bar.pageStep()) {
        bar.setValue(line - bar.pageStep() + 1);
    }
}

void RosterGrid::move(int rows, int columns)
{
    const auto& lines = m_model.lines();
    if (lines.empty() || m_current.post == roster::kNobody) {
        return;
    }
    const int step = rows < 0 ? -1 : 1;
    int line = std::clamp(lineOf(m_current.post) + rows, 0, static_cast<int>(lines.size()) - 1);
    while (line >= 0 && line < static_cast<int>(lines.size())
           && lines[static_cast<std::size_t>(line)].post == roster::kNobody) {
        line += step;
    }
    const bool isThere = line >= 0 && line < static_cast<int>(lines.size());
    const int last = static_cast<int>(m_model.columns().size()) - 1;
    setCurrent(
        {isThere ? lines[static_cast<std::size_t>(line)].post : m_current.post,
         std::clamp(m_current.column + columns, 0, std::max(0, last))});
}

// What is over cannot be mended any more: it comes only to who looks at the past, or when nothing else is left.
bool RosterGrid::toNextMark()
{
    const auto& columns = m_model.columns();
    const auto at = static_cast<std::size_t>(std::max(0, m_current.column));
    const bool isPast = at < columns.size() && columns[at].time.until <= m_model.now();
    return (!isPast && toNextMark(m_model.now())) || toNextMark(Instant::min());
}

bool RosterGrid::toNextMark(Instant since)
{
    const auto& lines = m_model.lines();
    const auto count = static_cast<int>(lines.size());
    const auto columns = static_cast<int>(m_model.columns().size());
    constexpr int kMostLines = 2'000; // a key press is not to count sixty thousand rows
    const int start = std::max(0, lineOf(m_current.post));
    for (int n = 0; n <= std::min(count, kMostLines); ++n) {
        const RosterLine& line = lines[static_cast<std::size_t>((start + n) % count)];
        if (line.post == roster::kNobody) {
            continue;
        }
        for (int column = n == 0 ? m_current.column + 1 : 0; column < columns; ++column) {
            const auto& days = m_model.columns()[static_cast<std::size_t>(column)];
            const bool isOver = days.time.until <= since;
            if (!isOver && m_model.cell(line.post, days).mark != CellMark::None) {
                setCurrent({line.post, column});
                return true;
            }
        }
    }
    return false;
}

// ---- keys and mouse ----

void RosterGrid::keyPressEvent(QKeyEvent* event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() - 1);
    const auto all = static_cast<int>(m_model.lines().size());
    const auto columns = static_cast<int>(m_model.columns().size());
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return move(-1, 0);
    case Qt::Key_Down:
        return move(1, 0);
    case Qt::Key_Left:
        return move(0, -1);
    case Qt::Key_Right:
        return move(0, 1);
    case Qt::Key_PageUp:
        return move(-page, 0);
    case Qt::Key_PageDown:
        return move(page, 0);
    case Qt::Key_Home:
        return move(-all, -columns);
    case Qt::Key_End:
        return move(all, columns);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated();
        return;
    default:
        event->ignore();
    }
}

void RosterGrid::mousePressEvent(QMouseEvent* event)
{
    const auto place = placeAt(event->pos());
    m_dragged = {};
    if (place && event->button() == Qt::LeftButton) {
        m_pressed = event->pos();
        m_dragged = *place;
        setCurrent(*place);
    }
}

void RosterGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (placeAt(event->pos())) {
        Q_EMIT activated();
    }
}

void RosterGrid::mouseMoveEvent(QMouseEvent* event)
{
    const bool isFar =
        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragged.post == roster::kNobody || !event->buttons().testFlag(Qt::LeftButton) || !isFar) {
        return;
    }
    auto* carried = new QMimeData;
    carried->setData(
        QLatin1StringView(kMime),
        QByteArray::number(m_dragged.post) + ' ' + QByteArray::number(m_dragged.column));
    auto* drag = new QDrag(this);
    drag->setMimeData(carried);
    m_dragged = {};
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
}

void RosterGrid::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1StringView(kMime))) {
        event->acceptProposedAction();
    }
}

void RosterGrid::dragMoveEvent(QDragMoveEvent* event)
{
    const bool isCell = placeAt(event->position().toPoint()).has_value();
    event->setAccepted(isCell && event->mimeData()->hasFormat(QLatin1StringView(kMime)));
}

void RosterGrid::dropEvent(QDropEvent* event)
{
    const QList<QByteArray> parts = event->mimeData()->data(QLatin1StringView(kMime)).split(' ');
    const auto to = placeAt(event->position().toPoint());
    if (parts.size() != 2 || !to) {
        return;
    }
    const Place from{parts[0].toUInt(), parts[1].toInt()};
    const auto columns = static_cast<int>(m_model.columns().size());
    if (lineOf(from.post) < 0 || from.column < 0 || from.column >= columns || from == *to) {
        return;
    }
    event->acceptProposedAction();
    setCurrent(*to);
    Q_EMIT dropped(from, *to, event->modifiers().testFlag(Qt::ControlModifier));
}

void RosterGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
    scrollToCurrent();
}

void RosterGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void RosterGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void RosterGrid::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

// ---- words ----

QString RosterGrid::cellText(const Place& place) const
{
    if (lineOf(place.post) < 0 || place.column >= static_cast<int>(m_model.columns().size())) {
        return {};
    }
    const RosterColumn& column = m_model.columns()[static_cast<std::size_t>(place.column)];
    const RosterCell cell = m_model.cell(place.post, column);
    const int offset = m_model.roster().utcOffsetMinutes;
    return QStringList{
        m_model.postText(place.post), dayClockText(column.time.from, offset), cell.text, cell.word}
        .join(u' ')
        .simplified();
}

QString RosterGrid::currentText() const
{
    return cellText(m_current);
}

void RosterGrid::describe()
{
    setAccessibleDescription(currentText());
}

QString groupText(plan::UnitKind kind)
{
    switch (kind) {
    case plan::UnitKind::Office:
        return RosterGrid::tr("Command office");
    case plan::UnitKind::Zone:
        return RosterGrid::tr("Zones");
    case plan::UnitKind::District:
        return RosterGrid::tr("Districts");
    case plan::UnitKind::Line:
        return RosterGrid::tr("Lines");
    case plan::UnitKind::Area:
        return RosterGrid::tr("Areas");
    case plan::UnitKind::Street:
        return RosterGrid::tr("Streets");
    case plan::UnitKind::Grid:
        return RosterGrid::tr("Grid posts");
    }
    return RosterGrid::tr("Other posts");
}

} // namespace sz::widgets
