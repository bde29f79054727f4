// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/ShapeParts.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

namespace sz::layers {
namespace {

std::uint64_t byteAt(BytesView bytes, std::size_t at)
{
    return bytes[at];
}

std::uint64_t bigEndian(BytesView bytes, std::size_t at)
{
    return byteAt(bytes, at) << 24U | byteAt(bytes, at + 1) << 16U | byteAt(bytes, at + 2) << 8U
           | byteAt(bytes, at + 3);
}

/// What .shp and .shx say they have, in bytes; 0: no such head.
std::uint64_t shapeBytes(BytesView head)
{
    constexpr std::size_t kHead = 100;
    constexpr std::uint64_t kFileCode = 9994;
    return head.size() < kHead || bigEndian(head, 0) != kFileCode ? 0 : bigEndian(head, 24) * 2;
}

/// The head and each record; the mark behind the last one is not everywhere.
std::uint64_t tableBytes(BytesView head)
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

bool check(BytesView part, const char* ending, std::uint64_t (*says)(BytesView), RawLayer& layer)
{
    const std::uint64_t has = part.size();
    const std::uint64_t said = says(part.first(std::min<std::size_t>(part.size(), 100)));
    if (said == 0 || said > has) {
        layer.remarks.add(
            {.matter = said == 0 ? Matter::NotThisFormat : Matter::Truncated,
             .text = said == 0 ? "Shapefile" : ending,
             .other = ending,
             .a = static_cast<std::int64_t>(said),
             .b = static_cast<std::int64_t>(has)});
    }
    return said != 0 && said <= has;
}

/// A file of the library's: a place in bytes.
struct Reading
{
    BytesView bytes;
    std::size_t at = 0;
};

Reading& readingOf(SAFile file)
{
    return *reinterpret_cast<Reading*>(file);
}

SAFile openPart(const char* name, const char* access, void* input)
{
    const std::string_view path = name;
    const std::size_t dot = path.rfind('.');
    if (std::strchr(access, 'r') == nullptr || std::strchr(access, '+') != nullptr
        || dot == std::string_view::npos) {
        return nullptr;
    }
    const auto& parts = *static_cast<const LayerInput*>(input);
    const std::string ending = endingOf(path);
    return parts.has(ending) ? reinterpret_cast<SAFile>(new Reading{parts.part(ending)}) : nullptr;
}

SAOffset readPart(void* to, SAOffset size, SAOffset count, SAFile file)
{
    Reading& reading = readingOf(file);
    if (size == 0 || count == 0 || reading.at >= reading.bytes.size()) {
        return 0;
    }
    const SAOffset whole = std::min<SAOffset>(count, (reading.bytes.size() - reading.at) / size);
    std::memcpy(to, reading.bytes.data() + reading.at, whole * size);
    reading.at += whole * size;
    return whole;
}

SAOffset seekPart(SAFile file, SAOffset offset, int whence)
{
    Reading& reading = readingOf(file);
    reading.at = whence == SEEK_SET   ? offset
                 : whence == SEEK_CUR ? reading.at + offset
                                      : reading.bytes.size() + offset;
    return 0;
}

SAOffset tellPart(SAFile file)
{
    return readingOf(file).at;
}

int closePart(SAFile file)
{
    delete &readingOf(file);
    return 0;
}

} // namespace

bool isWhole(const LayerInput& input, RawLayer& layer)
{
    if (!input.has(".shx")) {
        layer.remarks.add({.matter = Matter::MissingPart, .text = ".shx"});
        return false;
    }
    if (!check(input.bytes(), ".shp", shapeBytes, layer)
        || !check(input.part(".shx"), ".shx", shapeBytes, layer)) {
        return false;
    }
    if (!input.has(".dbf")) {
        layer.remarks.add({.matter = Matter::NoProperties});
        return true;
    }
    return check(input.part(".dbf"), ".dbf", tableBytes, layer);
}

SAHooks hooksInto(const LayerInput& input)
{
    SAHooks hooks{};
    SASetupDefaultHooks(&hooks); // its atof
    hooks.FOpen = openPart;
    hooks.FRead = readPart;
    hooks.FWrite = [](const void*, SAOffset, SAOffset, SAFile) -> SAOffset { return 0; };
    hooks.FSeek = seekPart;
    hooks.FTell = tellPart;
    hooks.FFlush = [](SAFile) { return 0; };
    hooks.FClose = closePart;
    hooks.Remove = [](const char*, void*) { return -1; };
    hooks.Error = [](const char*) {};
    hooks.pvUserData = const_cast<LayerInput*>(&input); // only read through it
    return hooks;
}

} // namespace sz::layers
