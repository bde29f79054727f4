// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/packs/Pack.h"

#include "data/base/Bytes.h"
#include "data/packs/MbTiles.h"
#include "data/packs/PmTiles.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <utility>

namespace sz::packs {
namespace {

constexpr std::size_t kMostText = 400;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEntities{
    {{"&copy;", "©"},
     {"&#169;", "©"},
     {"&nbsp;", " "},
     {"&quot;", "\""},
     {"&#39;", "'"},
     {"&lt;", "<"},
     {"&gt;", ">"},
     {"&amp;", "&"}}};

std::string withoutTags(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('<');
        const auto close = text.find('>', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return out + std::string(text);
        }
        out += text.substr(0, open);
        text.remove_prefix(close + 1);
    }
    return out;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// Controls, too: what a terminal would obey.
bool isBlank(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f;
}

// Bytes of the character that begins here; 0: none that UTF-8 allows.
std::size_t characterBytes(std::string_view text)
{
    for (std::size_t wide = 1; wide <= std::min<std::size_t>(text.size(), 4); ++wide) {
        if (isUtf8(text.substr(0, wide))) {
            return wide;
        }
    }
    return 0;
}

std::string validUtf8(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t wide = characterBytes(text);
        out += wide == 0 ? std::string_view("?") : text.substr(0, wide);
        text.remove_prefix(std::max<std::size_t>(wide, 1));
    }
    return out;
}

std::string withoutGaps(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (!isBlank(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

std::string systemWords()
{
    return std::strerror(errno);
}

} // namespace

const char* sortName(PackSort sort)
{
    if (sort == PackSort::Online) {
        return "online";
    }
    return sort == PackSort::MbTiles ? "MBTiles" : "PMTiles";
}

std::string plainLine(std::string_view text)
{
    std::string out = withoutTags(text.substr(0, 16 * kMostText));
    for (const auto& [entity, sign] : kEntities) {
        replaceAll(out, entity, sign);
    }
    out = withoutGaps(validUtf8(out));
    if (out.size() > kMostText) {
        auto end = kMostText;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) {
            --end; // the middle of a character
        }
        out.resize(end);
    }
    return out;
}

Expected<TileFormat> formatFrom(std::string_view name)
{
    std::string bare = lowered(name);
    if (bare.starts_with("image/")) {
        bare.erase(0, 6);
    }
    if (bare.starts_with("png")) { // png8, png24, png256 …
        return TileFormat::Png;
    }
    if (bare == "jpg" || bare == "jpeg") {
        return TileFormat::Jpeg;
    }
    if (bare == "webp") {
        return TileFormat::Webp;
    }
    const bool isVector = bare == "pbf" || bare == "mvt" || bare == "mlt"
                          || bare.contains("x-protobuf") || bare.contains("vector-tile");
    return refuse(isVector ? Fault::VectorTiles : Fault::UnknownFormat, plainLine(name));
}

Expected<std::unique_ptr<Pack>> openPack(const std::filesystem::path& file)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(file, failed)) { // a pipe would be waited for
        return refuse(Fault::Unreadable, failed ? failed.message() : std::strerror(EINVAL));
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return refuse(Fault::Unreadable, systemWords());
    }
    std::array<char, 16> head{};
    in.read(head.data(), head.size());
    const std::string_view begun(head.data(), static_cast<std::size_t>(in.gcount()));
    if (begun.empty()) {
        return refuse(Fault::Empty);
    }
    PackInfo info;
    info.file = file;
    info.bytes = std::filesystem::file_size(file, failed);
    info.changed = std::chrono::floor<Millis>(
        std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file, failed)));
    if (begun.starts_with(kSqliteMagic)) {
        return openMbTiles(std::move(info));
    }
    if (begun.starts_with(kPmTilesMagic)) {
        return openPmTiles(std::move(info));
    }
    return refuse(Fault::NotAPack);
}

} // namespace sz::packs
