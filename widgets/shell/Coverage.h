// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The layer "reach by time": finds the road graph in the folder of packs and reckons by it, off the gui thread.

#include "data/roads/RoadShelf.h"
#include "data/threads/Mailbox.h"
#include "widgets/ground/CoverageShapes.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <optional>
#include <vector>

namespace sz::widgets {

/// Without a road graph, or with one that cannot be used, it is circles; the note says which. A graph is read whole when the layer
/// is first shown: a large city's takes a second and some ten MB. Thread: gui; files and routes in a thread of its own.
class Coverage final : public QObject
{
    Q_OBJECT
public:
    explicit Coverage(QObject* parent);
    ~Coverage() override;

    /// The first good *.roads of it by name; it need not exist. Until it is called there are straight lines.
    void useFolder(const std::filesystem::path& folder);
    /// A file may have been put in, or taken out.
    void lookAgain();
    void setStations(std::vector<Station> stations);

    /// What is to be drawn; null: being reckoned, and `changed` tells when it is there.
    [[nodiscard]] Shapes shapes();
    /// Of the graph in use, or that would be.
    [[nodiscard]] const std::optional<roads::RoadFacts>& facts() const { return m_shelf.facts; }
    /// Null: there is none, or nobody has wanted it yet.
    [[nodiscard]] const std::shared_ptr<const roads::RoadGraph>& graph() const
    {
        return m_shelf.graph;
    }
    /// Ways to a place, by road; in the order of `from`, none where there is no way within an hour. Null: there is no graph, or they
    /// are being reckoned, and `drivesKnown` tells when they are there. The last question's are kept.
    [[nodiscard]] const std::vector<std::optional<roads::Drive>>*
    drives(Wgs84 to, const std::vector<Wgs84>& from);
    /// Reads the graph when there is one; `changed` tells when it is there.
    void want();
    /// For the row of the panel. A file that was refused comes first.
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool isRefused() const { return !m_shelf.facts && !m_shelf.refused.empty(); }
    [[nodiscard]] bool isSettled() const { return m_jobs == 0; }

Q_SIGNALS:
    void changed();
    void said(const QString& sentence);
    void drivesKnown();

private:
    struct Question
    {
        Wgs84 to;
        std::vector<Wgs84> from;
        bool operator==(const Question&) const = default;
    };
    void read(bool isWhole);
    void take(roads::RoadShelf shelf, bool isWhole);
    [[nodiscard]] QString refusal() const;

    std::filesystem::path m_folder;
    roads::RoadShelf m_shelf;
    std::vector<Station> m_stations;
    std::optional<CoverageAreas> m_areas; ///< of m_stations by m_shelf; none: to be reckoned
    std::optional<Question> m_asked;      ///< of m_shelf's graph
    std::optional<std::vector<std::optional<roads::Drive>>> m_drives; ///< of m_asked
    bool m_isWhole = false;   ///< the shelf was read to the end
    bool m_isReading = false; ///< to the end
    bool m_isReckoning = false;
    int m_generation = 0; ///< of what areas are reckoned from
    int m_jobs = 0;
    Mailbox m_mail;
    QThreadPool m_pool; ///< last: its jobs call back
};

} // namespace sz::widgets
