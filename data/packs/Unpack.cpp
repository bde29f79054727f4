// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/Unpack.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <zlib.h>

namespace sz::packs {
namespace {

constexpr std::size_t kStep = 64UL * 1024;
constexpr int kGzipOnly = 15 + 16; // zlib: 32 KiB window, a gzip head and nothing else

std::unexpected<Problem> tooLong(std::size_t most)
{
    return refuse(Fault::Damaged, std::format("unpacks to more than {} bytes", most));
}

Expected<std::string> gunzip(std::span<const std::uint8_t> bytes, std::size_t most)
{
    z_stream stream{};
    if (inflateInit2(&stream, kGzipOnly) != Z_OK) {
        return refuse(Fault::Unreadable, "zlib");
    }
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
    stream.next_in = const_cast<Bytef*>(bytes.data()); // zlib reads it only
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    std::array<char, kStep> piece{};
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = piece.size();
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > most) {
            return tooLong(most);
        }
    }
    return state == Z_STREAM_END ? Expected<std::string>(std::move(out))
                                 : refuse(Fault::Damaged, "gzip");
}

Expected<std::string> unzstd(std::span<const std::uint8_t> bytes, std::size_t most)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(
        ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (context == nullptr
        || ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 24)) != 0) {
        return refuse(Fault::Unreadable, "zstd");
    }
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::string out;
    std::array<char, kStep> piece{};
    std::size_t left = 1;
    while (left != 0) {
        ZSTD_outBuffer room{piece.data(), piece.size(), 0};
        const std::size_t before = in.pos;
        left = ZSTD_decompressStream(context.get(), &room, &in);
        if (ZSTD_isError(left) != 0 || (left != 0 && room.pos == 0 && in.pos == before)) {
            return refuse(Fault::Damaged, "zstd");
        }
        out.append(piece.data(), room.pos);
        if (out.size() > most) {
            return tooLong(most);
        }
    }
    return out;
}

} // namespace

std::string packingName(Packing packing)
{
    constexpr std::array kNames{"unknown", "none", "gzip", "brotli", "zstd"};
    const auto i = static_cast<std::size_t>(packing);
    return i < kNames.size() ? kNames.at(i) : std::to_string(i);
}

Expected<std::string> unpack(Packing packing, std::span<const std::uint8_t> bytes, std::size_t most)
{
    if (bytes.size() > most) {
        return tooLong(most);
    }
    switch (packing) {
    case Packing::None:
        return std::string(bytes.begin(), bytes.end());
    case Packing::Gzip:
        return gunzip(bytes, most);
    case Packing::Zstd:
        return unzstd(bytes, most);
    case Packing::Unknown:
    case Packing::Brotli:
        break;
    }
    return refuse(Fault::Packing, packingName(packing));
}

} // namespace sz::packs
