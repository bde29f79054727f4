// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads a roster file away from the gui thread; what comes home are values.

#include "data/roster/sheet/RosterSheet.h"
#include "data/threads/Mailbox.h"
#include "widgets/roster/RosterModel.h"

#include <QThreadPool>

namespace sz::widgets {

struct ImportRead
{
    std::shared_ptr<const exchange::Workbook> book; ///< null: a calendar
    roster::Mapping mapping;
    bool isGuessed = false;
    roster::SheetRoster sheets;
    std::size_t conflicts = 0; ///< that would be new
};

/// One thing at a time, the newest wins. Thread: gui.
class ImportJob final : public QObject
{
    Q_OBJECT
public:
    using Read = std::shared_ptr<const ImportRead>;

    explicit ImportJob(const RosterModel& model, QObject* parent = nullptr);
    ~ImportJob() override;

    /// `kept`: a mapping of before, tried when it is there.
    void read(const QString& file, const QString& kept);
    /// The same file with other columns.
    void remap(const Read& read, const roster::Mapping& mapping);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void done(const sz::widgets::ImportJob::Read& read);
    void failed(const sz::Error& error);

private:
    template <class Work>
    void run(Work work);

    const RosterModel& m_model;
    Mailbox m_mail;
    QThreadPool m_pool;
    std::uint64_t m_generation = 0;
    bool m_isBusy = false;
};

} // namespace sz::widgets
