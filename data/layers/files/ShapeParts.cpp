// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/ShapeParts.h"

#include <fstream>

namespace sz::layers {
namespace {

std::uint64_t byteAt(const std::string& bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes.at(at));
}

std::uint64_t bigEndian(const std::string& bytes, std::size_t at)
{
    return byteAt(bytes, at) << 24U | byteAt(bytes, at + 1) << 16U | byteAt(bytes, at + 2) << 8U
           | byteAt(bytes, at + 3);
}

/// What .shp and .shx say they have, in bytes; 0: no such head.
std::uint64_t shapeBytes(const std::string& head)
{
    constexpr std::size_t kHead = 100;
    constexpr std::uint64_t kFileCode = 9994;
    return head.size() < kHead || bigEndian(head, 0) != kFileCode ? 0 : bigEndian(head, 24) * 2;
}

/// The head and each record; the mark behind the last one is not everywhere.
std::uint64_t tableBytes(const std::string& head)
{
    constexpr std::size_t kHead = 32;
    if (head.size() < kHead) {
        return 0;
    }
    const std::uint64_t records =
        byteAt(head, 4) | byteAt(head, 5) << 8U | byteAt(head, 6) << 16U | byteAt(head, 7) << 24U;
    const std::uint64_t headBytes = byteAt(head, 8) | byteAt(head, 9) << 8U;
    const std::uint64_t recordBytes = byteAt(head, 10) | byteAt(head, 11) << 8U;
    return headBytes + records * recordBytes;
}

bool check(
    const std::filesystem::path& part,
    const char* extension,
    std::uint64_t (*says)(const std::string&),
    RawLayer& layer)
{
    std::error_code ec;
    const std::uint64_t has = std::filesystem::file_size(part, ec);
    if (ec || has > kMostBytes) {
        layer.remarks.add(
            {.matter = ec ? Matter::Unreadable : Matter::TooLarge,
             .text = "file",
             .a = static_cast<std::int64_t>(kMostBytes)});
        return false;
    }
    const std::uint64_t said = says(beginOf(part, 100));
    if (said == 0 || said > has) {
        layer.remarks.add(
            {.matter = said == 0 ? Matter::NotThisFormat : Matter::Truncated,
             .text = said == 0 ? "Shapefile" : extension,
             .other = extension,
             .a = static_cast<std::int64_t>(said),
             .b = static_cast<std::int64_t>(has)});
    }
    return said != 0 && said <= has;
}

} // namespace

std::filesystem::path sisterOf(const std::filesystem::path& file, const char* extension)
{
    std::error_code ec;
    std::filesystem::path sister = file;
    sister.replace_extension(extension);
    if (std::filesystem::is_regular_file(sister, ec)) {
        return sister;
    }
    std::string upper = extension;
    for (char& c : upper) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    sister.replace_extension(upper);
    return std::filesystem::is_regular_file(sister, ec) ? sister : std::filesystem::path();
}

bool isWhole(const std::filesystem::path& file, RawLayer& layer)
{
    const auto index = sisterOf(file, ".shx");
    const auto table = sisterOf(file, ".dbf");
    if (index.empty()) {
        layer.remarks.add({.matter = Matter::MissingPart, .text = ".shx"});
        return false;
    }
    if (!check(file, ".shp", shapeBytes, layer) || !check(index, ".shx", shapeBytes, layer)) {
        return false;
    }
    if (table.empty()) {
        layer.remarks.add({.matter = Matter::NoProperties});
        return true;
    }
    return check(table, ".dbf", tableBytes, layer);
}

std::string beginOf(const std::filesystem::path& file, std::size_t most)
{
    std::ifstream in(file, std::ios::binary);
    std::string out(most, '\0');
    in.read(out.data(), static_cast<std::streamsize>(most));
    out.resize(static_cast<std::size_t>(in.gcount()));
    return out;
}

} // namespace sz::layers
