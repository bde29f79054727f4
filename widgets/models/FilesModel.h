// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files of one incident: who attached what when, and where its bytes are.

#include "data/desk/DeskValues.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

namespace sz::widgets {

enum class FileColumn {
    Name, ///< as its author called it, controls made visible
    Size,
    Who,
    When,
    State, ///< "waiting", "sending 42 %", "at headquarters"
};
inline constexpr int kFileColumns = 5;

/// "482 KB", "1.4 MB".
[[nodiscard]] QString sizeText(std::uint64_t bytes);
/// Where the bytes are, in a few words.
[[nodiscard]] QString fileStateText(const desk::FileStatus& status);

/// Oldest first; rows are only added while the incident stays the same. Thread: gui.
class FilesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using StatusOf = std::function<desk::FileStatus(const Digest&)>;
    explicit FilesModel(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);

    /// Empty: nothing is known of any.
    void setStatusOf(StatusOf statusOf);
    /// Null shows nothing. Another incident is a reset.
    void setIncident(const model::IncidentPtr& incident);
    /// The bytes have moved.
    void refreshStates();

    [[nodiscard]] const model::Attachment& fileAt(int row) const;
    [[nodiscard]] desk::FileStatus statusAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString text(int row, FileColumn column) const;

    std::shared_ptr<const plan::Plan> m_plan;
    StatusOf m_statusOf;
    IncidentId m_id;
    std::vector<model::Attachment> m_files;
};

} // namespace sz::widgets
