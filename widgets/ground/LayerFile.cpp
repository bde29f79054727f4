// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerFile.h"

#include "data/layers/child/ReadConfined.h"
#include "data/layers/LayerPlaces.h"

#include <QDebug>

#include <mutex>
#include <set>
#include <utility>

namespace sz::widgets {
namespace {

constexpr std::size_t kMostNames = 2000;
constexpr std::size_t kMostPlaces = 20'000; ///< that can be found by typing
constexpr std::size_t kLongestLabel = 120;  ///< bytes

/// What a machine does not have is said once, not for every layer at every start.
void logOnce(const plan::Sentence& note)
{
    static std::mutex mutex;
    static std::set<std::string> said;
    const std::scoped_lock lock(mutex);
    if (said.insert(note.en).second) {
        qWarning("%s", note.en.c_str());
    }
}

std::string labelOf(const layers::FeatureHead& head)
{
    std::string label = !head.name.empty() ? head.name
                        : !head.id.empty() ? head.id
                                           : std::to_string(head.number);
    if (label.size() > kLongestLabel) {
        label = QString::fromStdString(label).left(kLongestLabel / 3).toStdString();
    }
    return label;
}

/// Keeps of each feature what the map shows of it, and nothing else: a file of 250 MB is not held.
class Gathering
{
public:
    explicit Gathering(LayerFile& file) : m_file(file) {}

    void take(const layers::Feature& feature, const layers::LayerSummary& soFar)
    {
        std::uint32_t label = 0;
        if (!feature.geometry.area.polygons.empty()) {
            label = static_cast<std::uint32_t>(m_file.labels.size());
            m_file.labels.push_back(labelOf(feature.head));
        }
        addShapes(*m_shapes, soFar, feature, label);
        addWarning(m_file.warning, soFar, feature, std::exchange(m_isFirst, false));
        if (m_file.places.size() < kMostPlaces) {
            if (auto place = layers::placeOf(soFar, feature)) {
                if (m_file.names.size() < kMostNames) {
                    m_file.names.push_back(nameOf(*place));
                }
                m_file.places.push_back(std::move(*place));
            }
        }
    }

    void finish()
    {
        m_shapes->index();
        m_file.shapes = std::move(m_shapes);
    }

private:
    LayerFile& m_file;
    bool m_isFirst = true;
    std::shared_ptr<maps::OverlayShapes> m_shapes = std::make_shared<maps::OverlayShapes>();
};

} // namespace

LayerFilePtr readLayerFile(
    const QString& path,
    const QString& system,
    const std::shared_ptr<const plan::Plan>& plan,
    const std::stop_token& stop)
{
    layers::ReadOptions options;
    options.plan = plan;
    options.stop = stop;
    if (const auto asked = geo::systemFrom(system.toStdString()); asked && !system.isEmpty()) {
        options.from = *asked;
    }
    auto file = std::make_shared<LayerFile>();
    Gathering gathering(*file);
    layers::ConfinedReading how{.options = std::move(options)};
    how.take = [&gathering](layers::Feature&& feature, const layers::LayerSummary& soFar) {
        gathering.take(feature, soFar);
    };
    how.note = logOnce;
    file->layer = layers::readConfined(std::filesystem::path(path.toStdU16String()), how);
    gathering.finish();
    return file;
}

} // namespace sz::widgets
