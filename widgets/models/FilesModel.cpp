// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/FilesModel.h"

#include "widgets/common/Durations.h"
#include "widgets/common/ErrorText.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace sz::widgets {
namespace {

using Stage = desk::FileStatus::Stage;

int percent(const desk::FileStatus& status)
{
    return status.size == 0 ? 0 : static_cast<int>(status.done * 100 / status.size);
}

} // namespace

QString sizeText(std::uint64_t bytes)
{
    constexpr double kKilo = 1000;
    const auto kb = static_cast<double>(bytes) / kKilo;
    return kb < kKilo ? QStringLiteral("%1 KB").arg(std::max(1, qRound(kb)))
                      : QStringLiteral("%1 MB").arg(kb / kKilo, 0, 'f', 1);
}

QString fileStateText(const desk::FileStatus& status)
{
    switch (status.stage) {
    case Stage::Away:
        return QCoreApplication::translate("FilesModel", "not fetched", "a file's bytes");
    case Stage::Fetching:
        return QCoreApplication::translate("FilesModel", "fetching %1 %", "a file's bytes")
            .arg(percent(status));
    case Stage::Here:
        return QCoreApplication::translate("FilesModel", "at headquarters", "a file's bytes");
    case Stage::Waiting:
        return QCoreApplication::translate("FilesModel", "waiting", "a file's bytes, to be sent");
    case Stage::Sending:
        return QCoreApplication::translate("FilesModel", "sending %1 %", "a file's bytes")
            .arg(percent(status));
    }
    return {};
}

FilesModel::FilesModel(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(std::move(plan))
{
}

void FilesModel::setStatusOf(StatusOf statusOf)
{
    m_statusOf = std::move(statusOf);
    refreshStates();
}

void FilesModel::setIncident(const model::IncidentPtr& incident)
{
    std::vector<model::Attachment> files;
    if (incident != nullptr) {
        files.assign(incident->files.begin(), incident->files.end());
    }
    const IncidentId id = incident == nullptr ? IncidentId() : incident->id;
    const auto old = m_files.size();
    const bool isGrown = id == m_id && files.size() >= old
                         && std::equal(
                             m_files.begin(), m_files.end(), files.begin(),
                             [](const auto& a, const auto& b) { return a.hash == b.hash; });
    if (!isGrown) {
        beginResetModel();
        m_files = std::move(files);
        m_id = id;
        endResetModel();
        return;
    }
    if (files.size() > old) {
        beginInsertRows({}, static_cast<int>(old), static_cast<int>(files.size()) - 1);
        m_files = std::move(files);
        endInsertRows();
    } else {
        m_files = std::move(files);
    }
    refreshStates();
}

void FilesModel::refreshStates()
{
    if (!m_files.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kFileColumns - 1));
    }
}

const model::Attachment& FilesModel::fileAt(int row) const
{
    return m_files.at(static_cast<std::size_t>(row));
}

desk::FileStatus FilesModel::statusAt(int row) const
{
    const Digest& hash = fileAt(row).hash;
    return m_statusOf ? m_statusOf(hash) : desk::FileStatus{.hash = hash, .refusal = {}};
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int FilesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kFileColumns;
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const auto column = static_cast<FileColumn>(index.column());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return text(index.row(), column);
    }
    if (role == Qt::ToolTipRole) {
        const auto refusal = statusAt(index.row()).refusal;
        const QString name = text(index.row(), FileColumn::Name);
        return tipText(refusal ? name + QLatin1Char('\n') + errorText(*refusal) : name);
    }
    return {};
}

QString FilesModel::text(int row, FileColumn column) const
{
    const model::Attachment& file = fileAt(row);
    switch (column) {
    case FileColumn::Name:
        return visibleLine(QString::fromStdString(file.name));
    case FileColumn::Size:
        return sizeText(file.size);
    case FileColumn::Who:
        return whoText(*m_plan, file.unit, file.post);
    case FileColumn::When:
        return clockMinuteText(file.at, m_plan->utcOffsetMinutes);
    case FileColumn::State:
        return fileStateText(statusAt(row));
    }
    return {};
}

} // namespace sz::widgets
