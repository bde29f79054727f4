// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/packs/PackReaders.h"

#include <cstring>
#include <utility>

namespace sz::maps {
namespace {

/// Tiles at the rims of ours are needed up to four times; a screen of them fits.
constexpr qsizetype kKeptKb = 16 * 1024;

QImage imageFrom(const std::string& bytes)
{
    const auto pixels =
        packs::decodeImage({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    if (!pixels) {
        return {}; // sanzhenctl pack check tells which and why
    }
    QImage image(
        pixels->width, pixels->height,
        pixels->hasAlpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        std::memcpy(
            image.scanLine(y), pixels->argb.data() + static_cast<std::ptrdiff_t>(y) * pixels->width,
            static_cast<std::size_t>(pixels->width) * sizeof(std::uint32_t));
    }
    return pixels->hasAlpha ? image.convertToFormat(QImage::Format_ARGB32_Premultiplied) : image;
}

} // namespace

PackReaders::PackReaders(std::vector<packs::PackInfo> sources)
    : m_sources(std::move(sources)), m_images(kKeptKb)
{
}

PackReaders::Set PackReaders::take()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            Set set = std::move(m_free.back());
            m_free.pop_back();
            return set;
        }
    }
    Set set;
    for (const packs::PackInfo& source : m_sources) {
        set.push_back(
            source.supply == nullptr ? packs::openPack(source.file).value_or(nullptr) : nullptr);
    }
    return set;
}

void PackReaders::giveBack(Set set)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(std::move(set));
}

QImage PackReaders::kept(const Key& key)
{
    const std::lock_guard lock(m_mutex);
    const QImage* image = m_images.object(key);
    return image == nullptr ? QImage() : *image;
}

void PackReaders::keep(const Key& key, const QImage& image)
{
    const std::lock_guard lock(m_mutex);
    m_images.insert(key, new QImage(image), image.sizeInBytes() / 1024 + 1);
}

void PackReaders::forget(std::size_t pack, const packs::TileId& id)
{
    const std::lock_guard lock(m_mutex);
    m_images.remove({pack, hilbertId(id)});
}

QImage PackReaders::Loan::tile(std::size_t pack, const packs::TileId& id, bool isWanted)
{
    const Key key{pack, hilbertId(id)};
    if (const QImage known = m_owner.kept(key); !known.isNull()) {
        return known;
    }
    packs::Pack* reader = m_set.at(pack).get();
    const auto& supply = m_owner.m_sources.at(pack).supply;
    const auto bytes = supply != nullptr ? packs::Expected<std::string>(supply->tile(id, isWanted))
                       : reader == nullptr ? packs::Expected<std::string>()
                                           : reader->tile(id);
    if (!bytes || bytes->empty()) {
        return {};
    }
    const QImage image = imageFrom(*bytes);
    if (!image.isNull()) {
        m_owner.keep(key, image);
    }
    return image;
}

} // namespace sz::maps
