// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/online/OnlineSupply.h"

#include <utility>

namespace sz::maps {
namespace {

constexpr std::size_t kMostWanted =
    400; ///< some screens full: what scrolled away long ago is not fetched
constexpr std::size_t kMostBad = 5'000;
constexpr std::uint64_t kMemoryLimit = 32ULL << 20;

} // namespace

OnlineSupply::OnlineSupply(
    packs::OnlineSource source,
    std::filesystem::path file,
    const Clock& clock,
    OnlineManner manner)
    : m_source(std::move(source)), m_file(std::move(file)), m_clock(clock), m_manner(manner)
{
}

packs::TileStore* OnlineSupply::store()
{
    std::call_once(m_opening, [this] {
        m_store = packs::TileStore::open(m_file, now(), m_manner.limit);
        if (m_store == nullptr) { // nothing can be written there: for as long as the program runs
            m_store = packs::TileStore::open(":memory:", now(), kMemoryLimit);
        }
    });
    return m_store.get();
}

std::string OnlineSupply::tile(const packs::TileId& id, bool isWanted)
{
    auto known = kept(id);
    const auto age = known ? now() - known->fetched : Millis{0};
    const bool isOld =
        !known
        || age > (known->bytes.empty() ? Millis(m_manner.freshNone) : Millis(m_manner.fresh));
    if (isWanted && isOld) {
        want(id);
    }
    return known ? std::move(known->bytes) : std::string();
}

void OnlineSupply::want(const packs::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t number = hilbertId(id);
    const auto bad = m_bad.find(number);
    const bool isBad = bad != m_bad.end() && bad->second > now();
    if (!m_isOn || isBad || !m_asked.insert(number).second) {
        return;
    }
    m_wanted.push_front(id);
    if (m_wanted.size() > kMostWanted) {
        m_asked.erase(hilbertId(m_wanted.back()));
        m_wanted.pop_back();
    }
    if (m_wake) {
        m_wake();
    }
}

void OnlineSupply::setOn(bool isOn)
{
    const std::scoped_lock lock(m_mutex);
    m_isOn = isOn;
    m_wanted.clear();
    m_asked.clear();
    m_bad.clear();
}

bool OnlineSupply::isOn() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isOn;
}

void OnlineSupply::setWake(std::function<void()> wake)
{
    const std::scoped_lock lock(m_mutex);
    m_wake = std::move(wake);
}

std::optional<packs::TileId> OnlineSupply::nextWanted()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isOn || m_wanted.empty()) {
        return std::nullopt;
    }
    const packs::TileId id = m_wanted.front();
    m_wanted.pop_front();
    return id;
}

void OnlineSupply::putBack(const packs::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    if (m_isOn && m_asked.contains(hilbertId(id))) {
        m_wanted.push_back(id); // behind what is looked at now
    }
}

void OnlineSupply::settle(const packs::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    m_asked.erase(hilbertId(id));
}

void OnlineSupply::settleBad(const packs::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    m_asked.erase(hilbertId(id));
    if (m_bad.size() >= kMostBad) {
        m_bad.clear();
    }
    m_bad[hilbertId(id)] = now() + m_manner.badFor;
}

std::optional<packs::KeptTile> OnlineSupply::kept(const packs::TileId& id)
{
    packs::TileStore* const from = store();
    return from == nullptr ? std::nullopt : from->find(id);
}

void OnlineSupply::keep(const packs::TileId& id, const packs::KeptTile& tile)
{
    if (packs::TileStore* const to = store()) {
        to->keep(id, tile);
    }
}

void OnlineSupply::confirm(const packs::TileId& id)
{
    if (packs::TileStore* const to = store()) {
        to->confirm(id, now());
    }
}

packs::TileFigures OnlineSupply::figures()
{
    packs::TileStore* const from = store();
    return from == nullptr ? packs::TileFigures() : from->figures();
}

void OnlineSupply::discard()
{
    std::call_once(m_opening, [this] { // whoever is opening it now has done so when this returns
        m_store = packs::TileStore::open(":memory:", now(), kMemoryLimit);
    });
}

void OnlineSupply::clear()
{
    if (packs::TileStore* const to = store()) {
        to->clear();
    }
}

} // namespace sz::maps
