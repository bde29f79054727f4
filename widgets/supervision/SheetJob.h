// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads and checks a sheet away from the gui thread; what comes home are values.

#include "data/exchange/CampaignSheet.h"
#include "data/threads/Mailbox.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace sz::widgets {

/// One thing at a time, the newest wins: a later wish stops what is running and nothing more is heard of it. Thread: gui.
class SheetJob final : public QObject
{
    Q_OBJECT
public:
    using Sheet = std::shared_ptr<const exchange::SheetText>;
    using Reading = std::shared_ptr<exchange::SheetReading>;
    using Acts = std::shared_ptr<std::vector<model::ImportItems>>;

    /// The plan is shared with the job's thread.
    explicit SheetJob(std::shared_ptr<const plan::Plan> plan, QObject* parent = nullptr);
    ~SheetJob() override;

    void open(const QString& file);
    void check(
        const Sheet& sheet,
        const exchange::SheetMapping& mapping,
        const exchange::SheetSpan& span);
    /// `reading` is used up.
    void makeActs(const Sheet& sheet, const Reading& reading, const exchange::SheetSpan& span);
    /// Nothing is heard of what is running.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void opened(const sz::widgets::SheetJob::Sheet& sheet);
    void checked(const sz::widgets::SheetJob::Reading& reading);
    void made(const sz::widgets::SheetJob::Acts& acts);
    void progressed(double share); ///< 0 to 1
    void failed(const sz::Error& error);

private:
    /// Runs `work(stop)` in the pool and `then(result)` here, unless something newer was wished for.
    template <class Work, class Then>
    void run(Work work, Then then);

    std::shared_ptr<const plan::Plan> m_plan;
    Mailbox m_mail;
    QThreadPool m_pool;
    std::stop_source m_stop;
    std::uint64_t m_generation = 0;
    bool m_isBusy = false;
};

} // namespace sz::widgets
