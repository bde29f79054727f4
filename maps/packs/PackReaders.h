// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The open files behind a stack of packs: each worker borrows a set of its own, and decoded tiles are shared.

#include "data/packs/Pack.h"

#include <QCache>
#include <QImage>

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace sz::maps {

/// Thread: any. As many sets are opened as there are workers at the same time.
class PackReaders
{
public:
    explicit PackReaders(std::vector<packs::PackInfo> sources);

    /// One connection a file, in their order; null where the file cannot be opened any more, and for what is online.
    using Set = std::vector<std::unique_ptr<packs::Pack>>;

    class Loan
    {
    public:
        explicit Loan(PackReaders& owner) : m_owner(owner), m_set(owner.take()) {}
        ~Loan() { m_owner.giveBack(std::move(m_set)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        /// Null when the pack has no such tile or it cannot be drawn. `isWanted`: TileSupply::tile.
        [[nodiscard]] QImage tile(std::size_t pack, const packs::TileId& id, bool isWanted = true);

    private:
        PackReaders& m_owner;
        Set m_set;
    };

    /// Another picture has come for it.
    void forget(std::size_t pack, const packs::TileId& id);

private:
    struct Key
    {
        std::size_t pack = 0;
        std::uint64_t tile = 0; ///< hilbertId
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& k, size_t seed = 0)
        {
            return qHashMulti(seed, k.pack, k.tile);
        }
    };

    [[nodiscard]] Set take();
    void giveBack(Set set);
    [[nodiscard]] QImage kept(const Key& key);
    void keep(const Key& key, const QImage& image);

    std::vector<packs::PackInfo> m_sources;
    std::mutex m_mutex;
    std::vector<Set> m_free;      ///< guarded
    QCache<Key, QImage> m_images; ///< guarded; cost in KiB
};

} // namespace sz::maps
