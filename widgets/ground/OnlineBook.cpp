// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/OnlineBook.h"

#include <QUuid>

#include <algorithm>

namespace sz::widgets {
namespace {

std::string textOf(const QSettings& settings, const char* name)
{
    return settings.value(QLatin1StringView(name)).toString().toStdString();
}

QString idOf(const OnlineEntry& entry)
{
    return QString::fromStdString(entry.source.id);
}

OnlineEntry readEntry(const QSettings& settings)
{
    OnlineEntry entry;
    packs::OnlineSource& source = entry.source;
    source.id = textOf(settings, "id");
    source.name = textOf(settings, "name");
    source.address = textOf(settings, "address");
    source.subdomains = textOf(settings, "subdomains");
    source.attribution = textOf(settings, "attribution");
    source.minZoom = std::clamp(
        settings.value(QStringLiteral("minZoom"), source.minZoom).toInt(), 0, packs::kDeepestZoom);
    source.maxZoom = std::clamp(
        settings.value(QStringLiteral("maxZoom"), source.maxZoom).toInt(), source.minZoom,
        packs::kDeepestZoom);
    source.tileSide = settings.value(QStringLiteral("tileSide")).toInt() == 512 ? 512 : 256;
    source.allowsHttp = settings.value(QStringLiteral("allowsHttp"), false).toBool();
    source.isLabels = settings.value(QStringLiteral("isLabels"), false).toBool();
    entry.isOn = settings.value(QStringLiteral("on"), false).toBool();
    return entry;
}

void writeEntry(QSettings& settings, const OnlineEntry& entry)
{
    const packs::OnlineSource& source = entry.source;
    const auto text = [&settings](const char* name, const std::string& value) {
        settings.setValue(QLatin1StringView(name), QString::fromStdString(value));
    };
    text("id", source.id);
    text("name", source.name);
    text("address", source.address);
    text("subdomains", source.subdomains);
    text("attribution", source.attribution);
    settings.setValue(QStringLiteral("minZoom"), source.minZoom);
    settings.setValue(QStringLiteral("maxZoom"), source.maxZoom);
    settings.setValue(QStringLiteral("tileSide"), source.tileSide);
    settings.setValue(QStringLiteral("allowsHttp"), source.allowsHttp);
    settings.setValue(QStringLiteral("isLabels"), source.isLabels);
    settings.setValue(QStringLiteral("on"), entry.isOn);
}

bool isPlainId(const std::string& id)
{
    return !id.empty() && id.size() <= 32 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
}

} // namespace

const OnlineEntry* OnlineBook::entry(const QString& id) const
{
    const auto it = std::ranges::find(m_entries, id, idOf);
    return it == m_entries.end() ? nullptr : &*it;
}

QString OnlineBook::add(packs::OnlineSource source)
{
    if (m_entries.size() >= kMost) {
        return {};
    }
    source.id = QUuid::createUuid().toString(QUuid::Id128).left(16).toStdString();
    m_entries.push_back({std::move(source), false});
    return idOf(m_entries.back());
}

void OnlineBook::change(const packs::OnlineSource& source)
{
    const auto it = std::ranges::find(m_entries, QString::fromStdString(source.id), idOf);
    if (it != m_entries.end()) {
        it->source = source;
    }
}

void OnlineBook::setOn(const QString& id, bool isOn)
{
    const auto it = std::ranges::find(m_entries, id, idOf);
    if (it != m_entries.end()) {
        it->isOn = isOn;
    }
}

void OnlineBook::remove(const QString& id)
{
    std::erase_if(m_entries, [&id](const OnlineEntry& entry) { return idOf(entry) == id; });
}

std::vector<const OnlineEntry*> OnlineBook::stacked() const
{
    std::vector<const OnlineEntry*> out;
    for (const bool isLabels : {true, false}) {
        for (const OnlineEntry& entry : m_entries) {
            if (entry.source.isLabels == isLabels) {
                out.push_back(&entry);
            }
        }
    }
    return out;
}

void OnlineBook::load(QSettings& settings, const QString& key)
{
    m_entries.clear();
    const int count = settings.beginReadArray(key);
    for (int i = 0; i < std::min(count, static_cast<int>(kMost)); ++i) {
        settings.setArrayIndex(i);
        OnlineEntry entry = readEntry(settings);
        if (isPlainId(entry.source.id) && checkAddress(entry.source)
            && this->entry(idOf(entry)) == nullptr) {
            m_entries.push_back(std::move(entry));
        }
    }
    settings.endArray();
}

void OnlineBook::store(QSettings& settings, const QString& key) const
{
    settings.remove(key);
    if (m_entries.empty()) {
        return;
    }
    settings.beginWriteArray(key, static_cast<int>(m_entries.size()));
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        settings.setArrayIndex(i);
        writeEntry(settings, m_entries[static_cast<std::size_t>(i)]);
    }
    settings.endArray();
}

QString keyNameOf(const packs::OnlineSource& source)
{
    return hostOf(source).ends_with(".tianditu.gov.cn") ? QStringLiteral("tianditu")
                                                        : QString::fromStdString(source.id);
}

} // namespace sz::widgets
