// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which layers a seat has switched on, how strongly, and which files it has added.

#include "data/geo/CoordinateSystem.h"

#include <QSettings>
#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace sz::widgets {

/// The console's own layers, in the order of the panel.
enum class OwnLayer : std::uint8_t {
    Marks,    ///< incidents
    Drawings, ///< what officers drew
    Drills,   ///< planned and running
    Heat,
    Orders,
    Posts,
    Cameras,
    KeyPlaces,
    Coverage,
    Packs,       ///< how far base maps reach
    Communities, ///< outlines and seats of the plan
    Streets,     ///< outlines
    Seats,
    Areas,
    Districts,
    Zones,
};
inline constexpr std::size_t kOwnLayers = static_cast<std::size_t>(OwnLayer::Zones) + 1;
/// "incidents": stable, in settings and object names.
[[nodiscard]] QString layerId(OwnLayer layer);

struct LayerState
{
    bool isOn = false;
    int percent = 100; ///< opacity, 10 to 100
    [[nodiscard]] double opacity() const { return isOn ? percent / 100.0 : 0; }
    bool operator==(const LayerState&) const = default;
};

/// A file that was added.
struct LayerFileEntry
{
    QString id; ///< "file-3"; unique at this seat
    QString path;
    QString name;   ///< as shown
    QString system; ///< name of a coordinate system (geo::systemFrom); empty: what the file says
    bool operator==(const LayerFileEntry&) const = default;
};

class LayerBook
{
public:
    static constexpr std::size_t kMostFiles = 30;

    LayerBook();

    [[nodiscard]] LayerState state(const QString& id) const;
    [[nodiscard]] LayerState state(OwnLayer layer) const { return state(layerId(layer)); }
    void setState(const QString& id, LayerState state);
    [[nodiscard]] const std::vector<LayerFileEntry>& files() const { return m_files; }
    /// Switched on. False when there are too many.
    [[nodiscard]] bool addFile(const QString& path, const QString& name, const QString& system);
    void removeFile(const QString& id);

    void load(QSettings& settings, const QString& key);
    void store(QSettings& settings, const QString& key) const;

private:
    std::map<QString, LayerState> m_states;
    std::vector<LayerFileEntry> m_files;
    int m_next = 1;
};

} // namespace sz::widgets
