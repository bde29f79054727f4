// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample operation as a desk's own log, for the pages that read it.

#include "data/hq/Scenario.h"
#include "data/store/DeskLog.h"
#include "tests/gui/SheetFixture.h"
#include "widgets/common/KeycapButton.h"
#include "widgets/score/ReportMaker.h"

#include <QApplication>
#include <QLabel>

#include <map>

namespace sz::test {

/// 2019-10-17 14:23:07 in Wuhan, in the day shift.
inline const Instant kReportNow = pictureMoment();

/// A folder with a log.db that a desk of the office was told.
class ToldDesk
{
public:
    explicit ToldDesk(const std::string& unit = "HQ")
    {
        m_profile.folder = m_folder.path().toStdString();
        m_profile.unit = UnitCode(unit);
        m_profile.desk = DeskId("told-1");
        m_profile.operation = OperationId("wuhan-test");
    }

    /// Writes the whole sample operation; how many entries.
    std::size_t tell()
    {
        const auto seeds = hq::loadScenario(
            SANZHEN_SOURCE_DIR "/resources/samples/wuhan.toml", *samplePlan(), kReportNow, true);
        auto log = store::DeskLog::open(
            m_profile.logFile(), m_profile.operation, m_profile.desk, m_profile.unit);
        if (!seeds || !log) {
            return 0;
        }
        std::map<std::string, std::string> ids;
        std::vector<log::FeedItem> items;
        Digest hash = log::feedStart(m_profile.operation, m_profile.unit);
        UlidMaker maker;
        for (const hq::SeedEntry& seed : *seeds) {
            log::Entry entry;
            entry.id = maker.next(seed.at);
            const bool isNew = ids.try_emplace(seed.incident, entry.id.text()).second;
            entry.desk = DeskId("seed");
            entry.unit = seed.unit;
            entry.post = seed.post;
            entry.time = {seed.at, 0};
            entry.type = model::actType(seed.act);
            entry.subject = {log::SubjectKind::Incident, ids.at(seed.incident)};
            entry.body = model::encodeAct(seed.act);
            const std::uint64_t n = items.size() + 1;
            items.push_back(
                {n, n, seed.at, isNew ? static_cast<std::uint32_t>(ids.size()) : 0U,
                 log::encodeEntry(entry)});
            hash = log::feedLink(hash, items.back());
        }
        return log->appendFeed(items, hash) ? items.size() : 0;
    }

    [[nodiscard]] widgets::ReportGround ground() const
    {
        desk::Desk::Options options;
        options.profile = m_profile;
        options.plan = samplePlan();
        options.clock = &m_clock;
        options.isLinkEnabled = false;
        const desk::Desk desk(options); // gives the names of things; its store is not started
        auto ground = widgets::groundOf(desk);
        ground.planFolder = SANZHEN_SOURCE_DIR "/resources/plans/wuhan";
        ground.shift = {}; // that desk is gone
        return ground;
    }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    desk::Profile m_profile;
    ManualClock m_clock{kReportNow};
};

} // namespace sz::test
