// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Posts down, shifts across. Paints what is seen and nothing else: sixty thousand posts cost as much as sixty.

#include "widgets/common/ThemeSource.h"
#include "widgets/roster/RosterModel.h"

#include <QAbstractScrollArea>

namespace sz::widgets {

/// Arrows, Page keys, Home and End move; other keys are the page's, which hears them after the grid. Drag and drop moves somebody
/// into another shift; with Ctrl held a copy. Thread: gui.
class RosterGrid final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    RosterGrid(RosterModel& model, const ThemeSource& theme, QWidget* parent = nullptr);

    struct Place
    {
        roster::PostIndex post = roster::kNobody;
        int column = 0;
        bool operator==(const Place&) const = default;
    };
    /// kNobody: the roster has no post.
    [[nodiscard]] Place current() const { return m_current; }
    void setCurrent(const Place& place);
    /// To the shift that holds a moment, in the same line.
    void setMoment(Instant t);
    /// First cell of a swap; kNobody: none.
    void setMarked(const Place& place);
    [[nodiscard]] Place marked() const { return m_marked; }
    /// Next cell with something wrong behind the current one; false: there is none.
    bool toNextMark();
    /// What a screen reader says of the current cell.
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QString cellText(const Place& place) const;
    [[nodiscard]] QRect boxOf(const Place& place) const; ///< in the viewport

Q_SIGNALS:
    void currentChanged();
    void activated();
    void dropped(
        const sz::widgets::RosterGrid::Place& from,
        const sz::widgets::RosterGrid::Place& to,
        bool isCopy);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool toNextMark(Instant since);
    void takeReset();
    void repaintRows(const std::vector<roster::PostIndex>& posts);
    void fit();
    void scrollToCurrent();
    void move(int rows, int columns);
    [[nodiscard]] int lineOf(roster::PostIndex post) const;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint& point) const;
    [[nodiscard]] int headWidth() const;
    [[nodiscard]] double xOf(Instant t) const;
    [[nodiscard]] QRectF columnBox(int column) const; ///< x and width only
    [[nodiscard]] QRect lineBox(int line) const;
    void paintHead(QPainter& painter) const;
    void paintDay(QPainter& painter, std::size_t column, const QRectF& box) const;
    void paintGroup(QPainter& painter, int line) const;
    void paintLine(QPainter& painter, int line) const;
    void paintCell(QPainter& painter, const Place& place, const QRectF& box) const;
    void paintMark(QPainter& painter, const RosterCell& cell, const QRectF& box) const;
    void paintBars(QPainter& painter, int line) const;
    void paintCurrent(QPainter& painter) const;
    void describe();

    RosterModel& m_model;
    const ThemeSource& m_theme;
    Place m_current;
    Place m_marked;
    std::vector<int> m_lineOfPost;
    QPoint m_pressed;
    Place m_dragged;
};

[[nodiscard]] QString groupText(plan::UnitKind kind);

} // namespace sz::widgets
