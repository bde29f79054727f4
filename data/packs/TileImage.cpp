// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/TileImage.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <format>
#include <memory>
#include <png.h>
#include <string_view>
#include <turbojpeg.h>
#include <type_traits>
#include <webp/decode.h>

namespace sz::packs {
namespace {

static_assert(std::endian::native == std::endian::little, "0xAARRGGBB is B, G, R, A in memory");

constexpr std::string_view kPngMagic("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kPngEnd("IEND\xae\x42\x60\x82", 8); // the type and its fixed checksum
constexpr std::string_view kJpegMagic("\xff\xd8\xff", 3);
constexpr std::string_view kJpegEnd("\xff\xd9", 2);
constexpr std::string_view kGzipMagic("\x1f\x8b", 2);

std::string_view textOf(Blob bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::uint32_t bigEndian(Blob bytes, std::size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U
           | std::uint32_t{bytes[at + 2]} << 8U | bytes[at + 3];
}

std::uint32_t littleEndian(Blob bytes, std::size_t at)
{
    return std::uint32_t{bytes[at + 3]} << 24U | std::uint32_t{bytes[at + 2]} << 16U
           | std::uint32_t{bytes[at + 1]} << 8U | bytes[at];
}

std::optional<TileFormat> formatOf(std::string_view text)
{
    if (text.starts_with(kPngMagic)) {
        return TileFormat::Png;
    }
    if (text.starts_with(kJpegMagic)) {
        return TileFormat::Jpeg;
    }
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP") {
        return TileFormat::Webp;
    }
    return std::nullopt;
}

using Jpeg = std::unique_ptr<void, decltype(&tjDestroy)>;

Jpeg jpegReader()
{
    return {tjInitDecompress(), &tjDestroy};
}

bool readJpegHead(void* reader, Blob tile, ImageHead& head)
{
    int subsampling = 0;
    int colours = 0;
    return reader != nullptr
           && tjDecompressHeader3(
                  reader, tile.data(), tile.size(), &head.width, &head.height, &subsampling,
                  &colours)
                  == 0;
}

bool readSize(Blob tile, ImageHead& head)
{
    switch (head.format) {
    case TileFormat::Png:
        if (tile.size() < 33 || textOf(tile).substr(12, 4) != "IHDR") {
            return false;
        }
        head.width = static_cast<int>(std::min(bigEndian(tile, 16), 1U << 30U));
        head.height = static_cast<int>(std::min(bigEndian(tile, 20), 1U << 30U));
        return true;
    case TileFormat::Jpeg:
        return readJpegHead(jpegReader().get(), tile, head);
    case TileFormat::Webp:
        return WebPGetInfo(tile.data(), tile.size(), &head.width, &head.height) != 0;
    }
    return false;
}

bool hasEnd(Blob tile, TileFormat format)
{
    // some writers fill up with zeros or leave a line feed behind
    const std::string_view tail =
        textOf(tile).substr(tile.size() - std::min<std::size_t>(tile.size(), 64));
    switch (format) {
    case TileFormat::Png:
        return tail.contains(kPngEnd);
    case TileFormat::Jpeg:
        return tail.contains(kJpegEnd);
    case TileFormat::Webp:
        return littleEndian(tile, 4) <= tile.size() - 8;
    }
    return false;
}

bool decodePng(Blob tile, Pixels& out)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, tile.data(), tile.size()) == 0) {
        return false;
    }
    image.format = PNG_FORMAT_BGRA;
    return static_cast<int>(image.width) == out.width
           && static_cast<int>(image.height) == out.height
           && png_image_finish_read(&image, nullptr, out.argb.data(), 0, nullptr) != 0;
}

bool decodeJpeg(Blob tile, Pixels& out)
{
    const Jpeg reader = jpegReader();
    // LIMITSCANS: a progressive image of thousands of passes over nothing takes minutes.
    return reader != nullptr
           && tjDecompress2(
                  reader.get(), tile.data(), tile.size(),
                  reinterpret_cast<unsigned char*>(out.argb.data()), out.width, out.width * 4,
                  out.height, TJPF_BGRA, TJFLAG_LIMITSCANS | TJFLAG_STOPONWARNING)
                  == 0;
}

bool decodeWebp(Blob tile, Pixels& out)
{
    return WebPDecodeBGRAInto(
               tile.data(), tile.size(), reinterpret_cast<std::uint8_t*>(out.argb.data()),
               out.argb.size() * 4, out.width * 4)
           != nullptr;
}

bool decode(Blob tile, TileFormat format, Pixels& out)
{
    switch (format) {
    case TileFormat::Png:
        return decodePng(tile, out);
    case TileFormat::Jpeg:
        return decodeJpeg(tile, out);
    case TileFormat::Webp:
        return decodeWebp(tile, out);
    }
    return false;
}

} // namespace

const char* formatName(TileFormat format)
{
    constexpr std::array kNames{"png", "jpg", "webp"};
    return kNames.at(static_cast<std::size_t>(format));
}

Expected<ImageHead> imageHead(Blob tile)
{
    if (tile.empty()) {
        return refuse(Fault::TileEmpty);
    }
    if (tile.size() > kMostTileBytes) {
        return refuse(Fault::TileHuge, std::format("{} bytes", tile.size()));
    }
    const auto format = formatOf(textOf(tile));
    if (!format) {
        return refuse(Fault::TileNoImage);
    }
    ImageHead head{.format = *format};
    if (!readSize(tile, head) || head.width < 1 || head.height < 1) {
        return refuse(Fault::TileCut);
    }
    if (head.width > kMostTileSide || head.height > kMostTileSide) {
        return refuse(Fault::TileHuge, std::format("{}×{}", head.width, head.height));
    }
    return head;
}

Expected<ImageHead> checkImage(Blob tile)
{
    auto head = imageHead(tile);
    if (head && !hasEnd(tile, head->format)) {
        return refuse(Fault::TileCut);
    }
    return head;
}

Expected<Pixels> decodeImage(Blob tile)
{
    const auto head = checkImage(tile);
    if (!head) {
        return std::unexpected(head.error());
    }
    Pixels out;
    out.width = head->width;
    out.height = head->height;
    out.argb.resize(static_cast<std::size_t>(head->width) * static_cast<std::size_t>(head->height));
    if (!decode(tile, head->format, out)) {
        return refuse(Fault::TileBroken);
    }
    out.hasAlpha =
        head->format != TileFormat::Jpeg
        && std::ranges::any_of(out.argb, [](std::uint32_t p) { return p >> 24U != 255; });
    return out;
}

bool looksLikeVectorTile(Blob tile)
{
    constexpr std::uint8_t kLayer = 0x1a; // field 3 of vector_tile.Tile, length-delimited
    return textOf(tile).starts_with(kGzipMagic) || (tile.size() > 4 && tile[0] == kLayer);
}

} // namespace sz::packs
