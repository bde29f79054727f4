// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/supervision/SheetJob.h"

#include "data/threads/PoolWork.h"

#include <filesystem>

namespace sz::widgets {

SheetJob::SheetJob(std::shared_ptr<const plan::Plan> plan, QObject* parent)
    : QObject(parent), m_plan(std::move(plan))
{
    m_pool.setMaxThreadCount(1);
}

SheetJob::~SheetJob()
{
    m_stop.request_stop();
    m_pool.waitForDone(); // its last call home goes with this object
}

void SheetJob::stop()
{
    m_stop.request_stop();
    ++m_generation;
    m_isBusy = false;
}

template <class Work, class Then>
void SheetJob::run(Work work, Then then)
{
    stop();
    m_stop = std::stop_source();
    m_isBusy = true;
    startOn(
        m_pool, [this, generation = m_generation, stop = m_stop.get_token(), work = std::move(work),
                 then = std::move(then)] {
            auto result = std::make_shared<decltype(work(stop))>(work(stop));
            m_mail.post([this, generation, result, then] {
                if (generation != m_generation) {
                    return;
                }
                m_isBusy = false;
                if (*result) {
                    then(**result);
                } else {
                    Q_EMIT failed(result->error());
                }
            });
        });
}

void SheetJob::open(const QString& file)
{
    run(
        [path = std::filesystem::path(file.toStdU16String())](const std::stop_token&) {
            return exchange::openSheet(path).transform([](exchange::SheetText sheet) {
                return std::make_shared<const exchange::SheetText>(std::move(sheet));
            });
        },
        [this](const Sheet& sheet) { Q_EMIT opened(sheet); });
}

void SheetJob::check(
    const Sheet& sheet,
    const exchange::SheetMapping& mapping,
    const exchange::SheetSpan& span)
{
    const auto tell = [this](std::size_t done, std::size_t all) {
        const double share = all == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(all);
        m_mail.post([this, share] {
            if (m_isBusy) {
                Q_EMIT progressed(share);
            }
        });
    };
    run(
        [sheet, mapping, span, plan = m_plan, tell](const std::stop_token& stop) {
            return exchange::readCampaign(*sheet, mapping, *plan, span, tell, stop)
                .transform([](exchange::SheetReading reading) {
                    return std::make_shared<exchange::SheetReading>(std::move(reading));
                });
        },
        [this](const Reading& reading) { Q_EMIT checked(reading); });
}

void SheetJob::makeActs(const Sheet& sheet, const Reading& reading, const exchange::SheetSpan& span)
{
    run(
        [sheet, reading, span](const std::stop_token&) -> Result<Acts> {
            return std::make_shared<std::vector<model::ImportItems>>(
                exchange::importActs(*sheet, std::move(*reading), span));
        },
        [this](const Acts& acts) { Q_EMIT made(acts); });
}

} // namespace sz::widgets
