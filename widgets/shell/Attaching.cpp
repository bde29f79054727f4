// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Attaching.h"

#include "widgets/models/BoardModel.h"
#include "widgets/shell/FileActs.h"
#include "widgets/shell/RightPane.h"
#include "widgets/shell/Scanning.h"
#include "widgets/watch/BoardView.h"
#include "widgets/watch/DetailPane.h"
#include "widgets/watch/FileDrops.h"
#include "widgets/watch/FilesSection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QShortcut>

namespace sz::widgets {

Attaching::Attaching(
    desk::Desk& desk,
    BoardView& board,
    const BoardModel& model,
    RightPane& right,
    QWidget* page)
    : QObject(page), m_desk(desk), m_right(right), m_files(new FileActs(desk, page)),
      m_scanning(new Scanning(this))
{
    connect(m_files, &FileActs::said, this, &Attaching::said);
    wireDetail();
    wireDrops(board, model);
    wireScanner();
}

void Attaching::wireDetail()
{
    DetailPane& detail = m_right.detail();
    FilesModel& files = detail.files().model();
    files.setStatusOf([this](const Digest& hash) { return m_desk.fileStatus(hash); });
    connect(&m_desk, &desk::Desk::filesChanged, &files, &FilesModel::refreshStates);
    connect(&detail, &DetailPane::requestAttach, m_files, &FileActs::choose);
    connect(&detail, &DetailPane::filesDropped, m_files, &FileActs::attach);
    connect(&detail.files(), &FilesSection::openRequested, m_files, &FileActs::open);
    auto* paste = new QShortcut(QKeySequence::Paste, &detail); // fields take theirs first
    connect(paste, &QShortcut::activated, this, &Attaching::paste);
}

void Attaching::wireDrops(BoardView& board, const BoardModel& model)
{
    connect(
        new FileDrops(board.viewport()), &FileDrops::dropped, this,
        [this, &board, &model](const QPoint& at, const QStringList& paths) {
            const QModelIndex row = board.indexAt(at);
            if (row.isValid()) {
                m_files->attach(model.incidentAt(row.row())->id, paths);
            }
        });
}

void Attaching::wireScanner()
{
    DetailPane& detail = m_right.detail();
    auto* key = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_P), &detail);
    key->setObjectName(QStringLiteral("scanKey"));
    connect(key, &QShortcut::activated, &detail, &DetailPane::scan);
    connect(&detail, &DetailPane::requestScan, m_scanning, &Scanning::scan);
    connect(m_scanning, &Scanning::said, this, &Attaching::said);
    connect(m_scanning, &Scanning::scanned, m_files, &FileActs::attachScan);
    m_scanning->choose = [this](const auto& devices, const std::function<void(int)>& chosen) {
        auto* menu = new QMenu(&m_right);
        menu->setObjectName(QStringLiteral("scannerMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (int i = 0; i < static_cast<int>(devices.size()); ++i) {
            QAction* one = menu->addAction(devices[static_cast<std::size_t>(i)].words);
            connect(one, &QAction::triggered, this, [chosen, i] { chosen(i); });
        }
        menu->setActiveAction(menu->actions().front());
        menu->popup(m_right.mapToGlobal(QPoint(0, m_right.height() / 2)));
    };
}

void Attaching::paste()
{
    const IncidentId incident = m_right.detail().incidentId();
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (held == nullptr || incident.empty() || !m_files->paste(incident, *held)) {
        Q_EMIT said(tr("Nothing to attach: the clipboard holds neither a file nor a picture"));
    }
}

} // namespace sz::widgets
