// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/BoardLayout.h"

#include <QTest>

using namespace sz::widgets;

class tst_BoardLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyPanesShowTheirNotes();
    void shortBoardKeepsOnePendingTile();
    void crowdedActiveBecomesLines();
    void closedHidesBehindItsCount();
    void rowAtFindsRowsOnly();
};

namespace {

BoardInput inputOf(int pending, int overdue, int active, int closed, int height)
{
    BoardInput input{{}, 424, height, true, {60, 40, 40, 40}};
    input.rows.insert(input.rows.end(), static_cast<std::size_t>(pending), Pane::Pending);
    input.rows.insert(input.rows.end(), static_cast<std::size_t>(overdue), Pane::Overdue);
    input.rows.insert(input.rows.end(), static_cast<std::size_t>(active), Pane::Active);
    input.rows.insert(input.rows.end(), static_cast<std::size_t>(closed), Pane::Closed);
    return input;
}

int tiles(const BoardGeometry& geometry, int first, int count)
{
    int n = 0;
    for (int row = first; row < first + count; ++row) {
        n += isMini(geometry.rows[static_cast<std::size_t>(row)]) ? 0 : 1;
    }
    return n;
}

} // namespace

void tst_BoardLayout::emptyPanesShowTheirNotes()
{
    const BoardGeometry geometry = layOutBoard(inputOf(0, 1, 0, 0, 900));
    QCOMPARE(geometry.panes[0].note.height(), 60);
    QVERIFY(geometry.panes[1].note.isNull());
    QCOMPARE(geometry.panes[3].note.height(), 40);
}

void tst_BoardLayout::shortBoardKeepsOnePendingTile()
{
    QCOMPARE(tiles(layOutBoard(inputOf(4, 0, 0, 0, 560)), 0, 4), 1);
    QCOMPARE(tiles(layOutBoard(inputOf(4, 0, 0, 0, 900)), 0, 4), 4);
    QCOMPARE(
        tiles(layOutBoard(inputOf(12, 0, 0, 0, 900)), 0, 12),
        3); // a surge must not push what is late away
}

void tst_BoardLayout::crowdedActiveBecomesLines()
{
    const BoardGeometry crowded = layOutBoard(inputOf(1, 2, 9, 5, 868));
    QCOMPARE(tiles(crowded, 3, 9), 3);
    QVERIFY(crowded.panes[3].header.bottom() <= 868);
    QCOMPARE(tiles(layOutBoard(inputOf(1, 2, 4, 5, 868)), 3, 4), 4);
}

void tst_BoardLayout::closedHidesBehindItsCount()
{
    BoardInput input = inputOf(1, 0, 0, 3, 900);
    input.isClosedOpen = false;
    const BoardGeometry geometry = layOutBoard(input);
    QVERIFY(geometry.rows[1].isNull());
    QVERIFY(geometry.panes[3].note.isNull());
}

void tst_BoardLayout::rowAtFindsRowsOnly()
{
    const BoardGeometry geometry = layOutBoard(inputOf(2, 0, 0, 0, 900));
    QCOMPARE(geometry.rowAt(geometry.rows[1].center().y()), 1);
    QCOMPARE(geometry.rowAt(geometry.panes[0].header.center().y()), -1);
}

QTEST_APPLESS_MAIN(tst_BoardLayout)
#include "tst_BoardLayout.moc"
