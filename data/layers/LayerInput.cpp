// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/LayerInput.h"

#include "data/layers/RawLayer.h"

#include <array>
#include <fcntl.h>
#include <ranges>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::layers {
namespace {

using namespace std::string_view_literals;

/// The first is the file itself, the others lie beside it.
constexpr std::array kShapeParts{".shp"sv, ".shx"sv, ".dbf"sv, ".prj"sv, ".cpg"sv};
constexpr std::array<std::uint8_t, 4> kShapeMark{0, 0, 0x27, 0x0A};

std::string lowered(std::string text)
{
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

std::string raised(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

/// Beside `file`, with that ending in lower or upper case; empty: there is none.
std::filesystem::path sisterOf(const std::filesystem::path& file, std::string_view ending)
{
    std::error_code ec;
    std::filesystem::path sister = file;
    sister.replace_extension(ending);
    if (std::filesystem::is_regular_file(sister, ec)) {
        return sister;
    }
    sister.replace_extension(raised(ending));
    return std::filesystem::is_regular_file(sister, ec) ? sister : std::filesystem::path();
}

bool beginsAsShape(int file)
{
    std::array<std::uint8_t, kShapeMark.size()> begin{};
    return ::pread(file, begin.data(), begin.size(), 0) == static_cast<ssize_t>(begin.size())
           && begin == kShapeMark;
}

} // namespace

std::string endingOf(const std::filesystem::path& file)
{
    return lowered(file.extension().string());
}

LayerFiles::~LayerFiles()
{
    for (const Part& part : m_parts) {
        ::close(part.file);
    }
}

bool LayerFiles::add(const std::filesystem::path& file, std::string ending, Remarks& remarks)
{
    // A pipe or a device that somebody offers must not make us wait.
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat about{};
    if (opened < 0 || ::fstat(opened, &about) != 0 || !S_ISREG(about.st_mode)) {
        if (opened >= 0) {
            ::close(opened);
        }
        remarks.add({.matter = Matter::Unreadable});
        return false;
    }
    const auto bytes = static_cast<std::uint64_t>(about.st_size);
    m_parts.push_back({std::move(ending), opened, bytes});
    if (bytes > kMostBytes) {
        remarks.add(
            {.matter = Matter::TooLarge,
             .text = "file",
             .a = static_cast<std::int64_t>(kMostBytes)});
    }
    return bytes <= kMostBytes;
}

LayerFiles LayerFiles::open(const std::filesystem::path& file, Remarks& remarks)
{
    LayerFiles out;
    const std::string ending = endingOf(file);
    const bool isNamed = std::ranges::contains(kShapeParts, ending);
    const std::filesystem::path whole =
        isNamed && ending != kShapeParts.front() ? sisterOf(file, kShapeParts.front()) : file;
    if (whole.empty()) {
        remarks.add({.matter = Matter::MissingPart, .text = std::string(kShapeParts.front())});
        return {};
    }
    if (!out.add(whole, isNamed ? std::string(kShapeParts.front()) : ending, remarks)) {
        return {};
    }
    if (out.m_parts.front().bytes == 0) {
        remarks.add({.matter = Matter::Empty});
        return {};
    }
    if (isNamed || beginsAsShape(out.m_parts.front().file)) {
        for (const std::string_view part : kShapeParts | std::views::drop(1)) {
            const auto sister = sisterOf(whole, part);
            if (!sister.empty() && !out.add(sister, std::string(part), remarks)) {
                return {};
            }
        }
        return out;
    }
    std::error_code ec;
    for (const std::string_view beside : {kLogEnding, kJournalEnding}) {
        std::filesystem::path path = whole;
        path += beside;
        if (std::filesystem::is_regular_file(path, ec)
            && !out.add(path, std::string(beside), remarks)) {
            return {};
        }
    }
    return out;
}

void LayerInput::add(std::string ending, int file)
{
    confine::MappedFile mapped(file);
    m_isGood = m_isGood && mapped.isGood();
    m_parts.emplace_back(std::move(ending), std::move(mapped));
}

std::uint64_t LayerInput::size() const
{
    std::uint64_t sum = 0;
    for (const auto& [ending, mapped] : m_parts) {
        sum += mapped.bytes().size();
    }
    return sum;
}

const LayerInput::Part* LayerInput::find(std::string_view ending) const
{
    const auto it = std::ranges::find(m_parts, ending, &Part::first);
    return it == m_parts.end() ? nullptr : &*it;
}

BytesView LayerInput::part(std::string_view ending) const
{
    const Part* part = find(ending);
    return part == nullptr ? BytesView() : BytesView(part->second.bytes());
}

} // namespace sz::layers
