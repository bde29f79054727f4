// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Coverage.h"

#include "data/roads/RoadGraph.h"
#include "data/threads/PoolWork.h"

#include <memory>
#include <utility>

namespace sz::widgets {
namespace {

constexpr double kMostSeconds = 3600;

} // namespace

Coverage::Coverage(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Coverage::~Coverage()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void Coverage::useFolder(const std::filesystem::path& folder)
{
    m_folder = folder;
    read(false);
}

void Coverage::lookAgain()
{
    if (m_folder.empty()) {
        return;
    }
    ++m_jobs;
    startOn(m_pool, [this, folder = m_folder] {
        m_mail.post([this, stamp = roads::shelfStamp(folder)] {
            --m_jobs;
            if (stamp != m_shelf.stamp && !m_isReading) {
                read(false);
            }
        });
    });
}

void Coverage::setStations(std::vector<Station> stations)
{
    m_stations = std::move(stations);
    m_areas.reset();
    ++m_generation;
}

void Coverage::read(bool isWhole)
{
    ++m_jobs;
    m_isReading = m_isReading || isWhole;
    startOn(m_pool, [this, folder = m_folder, isWhole] {
        auto shelf = std::make_shared<roads::RoadShelf>(roads::openRoadShelf(folder, isWhole));
        m_mail.post([this, shelf, isWhole] {
            --m_jobs;
            m_isReading = m_isReading && !isWhole;
            take(std::move(*shelf), isWhole);
        });
    });
}

void Coverage::take(roads::RoadShelf shelf, bool isWhole)
{
    const bool hadRefusals = !m_shelf.refused.empty() && m_shelf.stamp == shelf.stamp;
    m_shelf = std::move(shelf);
    m_isWhole = isWhole;
    m_areas.reset();
    m_asked.reset();
    ++m_generation;
    if (!m_shelf.refused.empty() && !hadRefusals) {
        Q_EMIT said(refusal());
    }
    Q_EMIT changed();
}

void Coverage::want()
{
    if (m_shelf.facts && !m_isWhole && !m_isReading) {
        read(true);
    }
}

Shapes Coverage::shapes()
{
    if (m_areas) {
        return m_areas->shapes;
    }
    want();
    if (m_isReading || m_isReckoning) {
        return nullptr;
    }
    if (m_shelf.graph == nullptr) { // circles take no time
        m_areas = coverageOf(m_stations);
        return m_areas->shapes;
    }
    ++m_jobs;
    m_isReckoning = true;
    startOn(
        m_pool,
        [this, graph = m_shelf.graph, stations = m_stations, generation = m_generation]() mutable {
            auto areas = coverageOf(stations, graph.get());
            graph.reset(); // it is large: given back here
            m_mail.post([this, areas = std::move(areas), generation]() mutable {
                --m_jobs;
                m_isReckoning = false;
                if (generation == m_generation) {
                    m_areas = std::move(areas);
                }
                Q_EMIT changed();
            });
        });
    return nullptr;
}

const std::vector<std::optional<roads::Drive>>*
Coverage::drives(Wgs84 to, const std::vector<Wgs84>& from)
{
    want();
    if (m_shelf.graph == nullptr || from.empty()) {
        return nullptr;
    }
    Question question{to, from};
    if (m_asked == question) {
        return m_drives ? &*m_drives : nullptr;
    }
    m_asked = question;
    m_drives.reset();
    ++m_jobs;
    startOn(m_pool, [this, graph = m_shelf.graph, question = std::move(question)]() mutable {
        std::vector<std::optional<roads::Drive>> drives;
        for (const Wgs84& start : question.from) {
            drives.push_back(graph->drive(start, question.to, kMostSeconds));
        }
        graph.reset();
        m_mail.post([this, drives = std::move(drives), question = std::move(question)]() mutable {
            --m_jobs;
            if (m_asked == question) { // else another place is asked about by now
                m_drives = std::move(drives);
                Q_EMIT drivesKnown();
            }
        });
    });
    return nullptr;
}

QString Coverage::note() const
{
    const std::size_t straight = m_areas && m_shelf.graph != nullptr ? m_areas->straight : 0;
    const QString how = coverageNote(m_shelf.facts, straight);
    return m_shelf.refused.empty() ? how : refusal() + QStringLiteral(" · ") + how;
}

QString Coverage::refusal() const
{
    const roads::RefusedRoads& first = m_shelf.refused.front();
    return roadRefusal(QString::fromStdString(first.file.filename().string()), first.problem);
}

} // namespace sz::widgets
