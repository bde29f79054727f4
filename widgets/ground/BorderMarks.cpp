// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/BorderMarks.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>

#include <cmath>

namespace sz::widgets {
namespace {

constexpr int kReach = 9;       ///< pixels round a corner that catch it
constexpr int kLongEnough = 44; ///< an edge so long shows its middle
constexpr std::size_t kMostHandles = 1500;

QPainterPath pathOf(const MultiPolygon& outline, const maps::MapPanel& panel)
{
    QPainterPath path;
    for (const Polygon& polygon : outline.polygons) {
        for (const Ring& ring : polygon.rings) {
            QPolygonF line;
            for (const Wgs84 p : ring) {
                line.push_back(panel.toView(p));
            }
            path.addPolygon(line);
        }
    }
    return path;
}

QRect squareAt(QPoint at)
{
    return {at.x() - kReach, at.y() - kReach, 2 * kReach + 1, 2 * kReach + 1};
}

} // namespace

/// The mask of its sibling would cut what is painted.
class BorderMarks::Picture final : public QWidget
{
public:
    explicit Picture(BorderMarks& owner, QWidget* parent) : QWidget(parent), m_owner(owner)
    {
        setObjectName(QStringLiteral("borderPicture"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_owner.paintAll(painter);
    }

private:
    BorderMarks& m_owner;
};

BorderMarks::BorderMarks(maps::MapPanel& panel, const ThemeSource& theme, QWidget* parent)
    : QWidget(parent), m_panel(panel), m_theme(theme), m_picture(new Picture(*this, parent))
{
    setObjectName(QStringLiteral("borderMarks"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::SizeAllCursor);
    connect(&panel, &maps::MapPanel::cameraChanged, this, &BorderMarks::place);
    connect(&theme, &ThemeSource::changed, m_picture, qOverload<>(&QWidget::update));
    hide();
}

void BorderMarks::setCorners(std::vector<plan::BorderEdit::Corner> corners)
{
    m_corners = std::move(corners);
    if (m_current && *m_current >= m_corners.size()) {
        m_current.reset();
    }
    renew();
}

void BorderMarks::setCurrent(std::optional<std::size_t> corner)
{
    m_current = corner;
    renew();
}

void BorderMarks::setFaults(std::vector<plan::CoverFault> faults)
{
    m_faults = std::move(faults);
    renew();
}

void BorderMarks::setCompared(std::vector<Compared> compared)
{
    m_compared = std::move(compared);
    renew();
}

void BorderMarks::renew()
{
    m_picture->setVisible(!m_corners.empty() || !m_compared.empty() || !m_faults.empty());
    setVisible(!m_corners.empty());
    place();
}

// Where no corner is, the mouse is the map's.
void BorderMarks::place()
{
    m_picture->setGeometry(geometry());
    m_picture->update();
    if (m_corners.empty() || m_isDragging) {
        return;
    }
    QRegion mask;
    std::size_t handles = 0;
    for (std::size_t i = 0; i < m_corners.size() && handles < kMostHandles; ++i) {
        const QPoint at = m_panel.toView(m_corners[i].at);
        if (rect().contains(at)) {
            mask += squareAt(at);
            ++handles;
        }
        if (const auto middle = middleOf(i); middle && rect().contains(*middle)) {
            mask += squareAt(*middle);
            ++handles;
        }
    }
    setMask(mask.isEmpty() ? QRegion(-2, -2, 1, 1) : mask);
}

void BorderMarks::resizeEvent(QResizeEvent* /*event*/)
{
    place();
}

std::optional<QPoint> BorderMarks::middleOf(std::size_t corner) const
{
    const auto& one = m_corners[corner];
    const auto& next = m_corners[one.next];
    const QPointF a = pixel(one.at);
    const QPointF b = pixel(next.at);
    const bool isOfDistrict = one.isFixed && next.isFixed;
    const bool isLong = std::hypot(a.x() - b.x(), a.y() - b.y()) >= kLongEnough;
    return isLong && !isOfDistrict ? std::optional(((a + b) / 2).toPoint()) : std::nullopt;
}

std::optional<std::size_t> BorderMarks::cornerAt(QPoint at) const
{
    std::optional<std::size_t> nearest;
    int least = kReach * kReach + 1;
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const QPoint off = m_panel.toView(m_corners[i].at) - at;
        if (const int far = QPoint::dotProduct(off, off); far < least) {
            least = far;
            nearest = i;
        }
    }
    return nearest;
}

std::optional<std::size_t> BorderMarks::middleAt(QPoint at) const
{
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        if (const auto middle = middleOf(i); middle && squareAt(*middle).contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

void BorderMarks::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint at = event->position().toPoint();
    if (const auto corner = cornerAt(at)) {
        m_isDragging = true;
        m_hasDragged = false;
        Q_EMIT cornerChosen(*corner);
    } else if (const auto middle = middleAt(at)) {
        Q_EMIT middleClicked(*middle);
    }
}

void BorderMarks::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isDragging && m_current) {
        Q_EMIT cornerDragged(
            *m_current, m_panel.toGround(event->position().toPoint()),
            std::exchange(m_hasDragged, true));
    }
}

void BorderMarks::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_isDragging = false;
    place();
}

void BorderMarks::paintAll(QPainter& painter) const
{
    paintCompared(painter);
    paintFaults(painter);
    paintCorners(painter);
}

// Hatched, and said in words beside it: a colour alone says nothing, and red means late.
void BorderMarks::paintFaults(QPainter& painter) const
{
    for (const plan::CoverFault& fault : m_faults) {
        const QPainterPath path = pathOf(fault.ground, m_panel);
        painter.setPen(QPen(m_theme.color(Token::YelLine), 2));
        painter.fillPath(path, m_theme.color(Token::YelBg));
        painter.setBrush(QBrush(m_theme.color(Token::YelTx), Qt::BDiagPattern));
        painter.drawPath(path);
        const QPointF at = pixel(fault.at);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::YelTx), 2));
        painter.drawEllipse(at, 14, 14); // a sliver is too thin to be seen
    }
}

void BorderMarks::paintCompared(QPainter& painter) const
{
    for (const Compared& one : m_compared) {
        const QPainterPath before = pathOf(one.before, m_panel);
        const QPainterPath after = pathOf(one.after, m_panel);
        painter.setBrush(QBrush(m_theme.color(Token::Blu), Qt::BDiagPattern));
        painter.setPen(Qt::NoPen);
        painter.drawPath(after.subtracted(before));
        painter.setBrush(Qt::NoBrush);
        for (const auto& [path, style] :
             {std::pair(&before, Qt::DashLine), std::pair(&after, Qt::SolidLine)}) {
            painter.setPen(QPen(m_theme.color(Token::Disc), 5));
            painter.drawPath(*path);
            painter.setPen(QPen(m_theme.color(Token::Inv), 2, style));
            painter.drawPath(*path);
        }
    }
}

void BorderMarks::paintCorners(QPainter& painter) const
{
    const QColor ink = m_theme.color(Token::Inv);
    const QColor edge = m_theme.color(Token::Disc);
    for (const auto& [colour, width] : {std::pair(edge, 5.0), std::pair(ink, 2.0)}) {
        painter.setPen(QPen(colour, width));
        for (const auto& corner : m_corners) {
            painter.drawLine(pixel(corner.at), pixel(m_corners[corner.next].at));
        }
    }
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const auto& corner = m_corners[i];
        const QPointF at = pixel(corner.at);
        if (!rect().adjusted(-8, -8, 8, 8).contains(at.toPoint())) {
            continue;
        }
        if (const auto middle = middleOf(i)) {
            painter.setPen(QPen(ink, 1.2));
            painter.setBrush(edge);
            painter.drawEllipse(QPointF(*middle), 3.5, 3.5);
        }
        painter.setPen(QPen(corner.isFixed ? m_theme.color(Token::Tx3) : ink, 1.6));
        painter.setBrush(corner.isFixed ? m_theme.color(Token::Tx3) : edge);
        if (corner.isFixed) { // a lock: it stays
            painter.drawRect(QRectF(at.x() - 2, at.y() - 2, 4, 4));
        } else {
            painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8));
        }
        if (m_current == i) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(edge, 5));
            painter.drawEllipse(at, 11, 11);
            painter.setPen(QPen(m_theme.color(Token::Blu), 2.5));
            painter.drawEllipse(at, 11, 11);
        }
    }
}

} // namespace sz::widgets
