// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A map file and the parts beside it, open; and the same as bytes. Who opens and who reads may be two processes.

#include "data/base/Bytes.h"
#include "data/confine/MappedFile.h"
#include "data/layers/Layer.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sz::layers {

/// What SQLite keeps beside a database that a program has open: behind the whole name, so not an ending of its own.
inline constexpr std::string_view kLogEnding = "-wal";
inline constexpr std::string_view kJournalEnding = "-journal";

/// Open files, closed with this. Not one byte of their content has been looked at, but the four that say "Shapefile".
class LayerFiles
{
public:
    struct Part
    {
        std::string
            ending; ///< lower case, ".shx"; of the file itself whatever it has, perhaps nothing
        int file = -1;
        std::uint64_t bytes = 0;
    };

    LayerFiles() = default;
    ~LayerFiles();
    LayerFiles(LayerFiles&& other) noexcept { m_parts.swap(other.m_parts); }
    LayerFiles& operator=(LayerFiles&&) = delete;
    LayerFiles(const LayerFiles&) = delete;
    LayerFiles& operator=(const LayerFiles&) = delete;

    /// The file; with any part of a Shapefile the .shp first and its other parts, else what lies beside it with kLogEnding
    /// and kJournalEnding.
    /// Empty, remarked, when it cannot be opened, is no plain file, is empty or larger than kMostBytes. A part that is too
    /// large is remarked, too.
    [[nodiscard]] static LayerFiles open(const std::filesystem::path& file, Remarks& remarks);

    [[nodiscard]] bool isEmpty() const { return m_parts.empty(); }
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }

private:
    bool add(const std::filesystem::path& file, std::string ending, Remarks& remarks);

    std::vector<Part> m_parts;
};

/// Lower case with its dot, ".geojson"; empty: it has none.
[[nodiscard]] std::string endingOf(const std::filesystem::path& file);

/// The bytes of what was opened, mapped.
class LayerInput
{
public:
    /// Takes none of the files over; they may be closed afterwards.
    void add(std::string ending, int file);

    [[nodiscard]] bool isGood() const { return m_isGood && !m_parts.empty(); }
    [[nodiscard]] std::uint64_t size() const; ///< bytes of all parts
    /// Of the file itself.
    [[nodiscard]] const std::string& ending() const { return m_parts.front().first; }
    [[nodiscard]] std::span<std::uint8_t> bytes() const { return m_parts.front().second.bytes(); }
    [[nodiscard]] bool has(std::string_view ending) const { return find(ending) != nullptr; }
    /// Of a part; empty: there is none.
    [[nodiscard]] BytesView part(std::string_view ending) const;

private:
    using Part = std::pair<std::string, confine::MappedFile>;
    [[nodiscard]] const Part* find(std::string_view ending) const;

    std::vector<Part> m_parts;
    bool m_isGood = true;
};

} // namespace sz::layers
