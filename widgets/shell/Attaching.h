// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ways a file comes to an incident: chosen, dropped on the detail or on a tile, pasted, scanned.

#include "data/desk/Desk.h"

#include <QObject>

namespace sz::widgets {

class BoardModel;
class BoardView;
class FileActs;
class RightPane;
class Scanning;

/// Thread: gui. All that is given outlives it.
class Attaching final : public QObject
{
    Q_OBJECT
public:
    Attaching(
        desk::Desk& desk,
        BoardView& board,
        const BoardModel& model,
        RightPane& right,
        QWidget* page);

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void wireDetail();
    void wireDrops(BoardView& board, const BoardModel& model);
    void wireScanner();
    void paste();

    desk::Desk& m_desk;
    RightPane& m_right;
    FileActs* m_files;
    Scanning* m_scanning;
};

} // namespace sz::widgets
