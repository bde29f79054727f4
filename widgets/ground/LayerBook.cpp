// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/LayerBook.h"

#include <algorithm>

namespace sz::widgets {

QString layerId(OwnLayer layer)
{
    static constexpr std::array kIds{"incidents", "drawings", "drills",      "heat",
                                     "orders",    "posts",    "cameras",     "key-places",
                                     "coverage",  "packs",    "communities", "streets",
                                     "seats",     "areas",    "districts",   "zones"};
    static_assert(kIds.size() == kOwnLayers);
    return QString::fromLatin1(kIds.at(static_cast<std::size_t>(layer)));
}

// As the map was before there were layers.
LayerBook::LayerBook()
{
    for (const OwnLayer layer :
         {OwnLayer::Marks, OwnLayer::Drawings, OwnLayer::Drills, OwnLayer::Seats, OwnLayer::Areas,
          OwnLayer::Districts, OwnLayer::Zones}) {
        m_states[layerId(layer)].isOn = true;
    }
}

LayerState LayerBook::state(const QString& id) const
{
    const auto it = m_states.find(id);
    return it == m_states.end() ? LayerState() : it->second;
}

void LayerBook::setState(const QString& id, LayerState state)
{
    state.percent = std::clamp(state.percent, 10, 100);
    m_states[id] = state;
}

bool LayerBook::addFile(const QString& path, const QString& name, const QString& system)
{
    if (m_files.size() >= kMostFiles) {
        return false;
    }
    const QString id = QStringLiteral("file-%1").arg(m_next++);
    m_files.push_back({id, path, name, system});
    m_states[id] = {true, 100};
    return true;
}

void LayerBook::removeFile(const QString& id)
{
    std::erase_if(m_files, [&id](const LayerFileEntry& file) { return file.id == id; });
    m_states.erase(id);
}

void LayerBook::load(QSettings& settings, const QString& key)
{
    settings.beginGroup(key);
    const int files = settings.beginReadArray(QStringLiteral("files"));
    for (int i = 0; i < std::min(files, static_cast<int>(kMostFiles)); ++i) {
        settings.setArrayIndex(i);
        LayerFileEntry file;
        file.id = QStringLiteral("file-%1").arg(m_next++);
        file.path = settings.value(QStringLiteral("path")).toString();
        file.name = settings.value(QStringLiteral("name")).toString();
        file.system = settings.value(QStringLiteral("system")).toString();
        setState(
            file.id, {settings.value(QStringLiteral("on"), true).toBool(),
                      settings.value(QStringLiteral("percent"), 100).toInt()});
        if (!file.path.isEmpty()) {
            m_files.push_back(file);
        }
    }
    settings.endArray();
    for (std::size_t i = 0; i < kOwnLayers; ++i) {
        const QString id = layerId(static_cast<OwnLayer>(i));
        const LayerState now = state(id);
        setState(
            id, {settings.value(id + QStringLiteral("/on"), now.isOn).toBool(),
                 settings.value(id + QStringLiteral("/percent"), now.percent).toInt()});
    }
    settings.endGroup();
}

void LayerBook::store(QSettings& settings, const QString& key) const
{
    settings.remove(key);
    settings.beginGroup(key);
    settings.beginWriteArray(QStringLiteral("files"), static_cast<int>(m_files.size()));
    for (int i = 0; i < static_cast<int>(m_files.size()); ++i) {
        const LayerFileEntry& file = m_files[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("path"), file.path);
        settings.setValue(QStringLiteral("name"), file.name);
        settings.setValue(QStringLiteral("system"), file.system);
        settings.setValue(QStringLiteral("on"), state(file.id).isOn);
        settings.setValue(QStringLiteral("percent"), state(file.id).percent);
    }
    settings.endArray();
    for (std::size_t i = 0; i < kOwnLayers; ++i) {
        const QString id = layerId(static_cast<OwnLayer>(i));
        settings.setValue(id + QStringLiteral("/on"), state(id).isOn);
        settings.setValue(id + QStringLiteral("/percent"), state(id).percent);
    }
    settings.endGroup();
}

} // namespace sz::widgets
