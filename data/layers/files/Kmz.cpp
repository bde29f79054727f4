// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/files/Readers.h"

#include <memory>
#include <zip.h>

namespace sz::layers {
namespace {

constexpr zip_int64_t kMostEntries = 10'000;

struct Closer
{
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Closer>;
using Entry = std::unique_ptr<zip_file_t, Closer>;

std::string textOf(zip_error_t& error)
{
    std::string out = zip_error_strerror(&error);
    zip_error_fini(&error);
    return out;
}

Archive opened(BytesView bytes, RawLayer& layer)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    Archive archive(source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    if (archive == nullptr) {
        if (source != nullptr) {
            zip_source_free(source); // an archive that opens owns it
        }
        layer.remarks.add({.matter = Matter::ArchiveDamaged, .text = textOf(error)});
    }
    return archive;
}

bool isKml(std::string_view name)
{
    return name.size() > 4 && (name.ends_with(".kml") || name.ends_with(".KML"));
}

/// The first KML, as KML 2.3 has it; everything else in the archive is named.
std::optional<zip_uint64_t> findKml(zip_t* archive, RawLayer& layer)
{
    std::optional<zip_uint64_t> found;
    const zip_int64_t entries = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < std::min(entries, kMostEntries); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const char* raw = zip_get_name(archive, index, 0);
        const std::string_view name = raw == nullptr ? "" : raw;
        if (!found && isKml(name)) {
            found = index;
        } else if (!name.ends_with('/')) {
            layer.remarks.add({.matter = Matter::OtherEntry, .text = std::string(name)});
        }
    }
    return found;
}

/// What its head says of its size is not believed: unpacking stops at the bound.
std::optional<Bytes> unpacked(zip_t* archive, zip_uint64_t index, RawLayer& layer)
{
    const Entry file(zip_fopen_index(archive, index, 0));
    if (file == nullptr) {
        const int code = zip_error_code_zip(zip_get_error(archive));
        const bool isSealed = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD;
        layer.remarks.add(
            {.matter = isSealed ? Matter::ArchiveSealed : Matter::ArchiveDamaged,
             .text = zip_strerror(archive)});
        return std::nullopt;
    }
    Bytes out;
    std::array<std::uint8_t, 64 * 1024> room{};
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), room.data(), room.size());
        if (got < 0) {
            layer.remarks.add(
                {.matter = Matter::ArchiveDamaged, .text = zip_file_strerror(file.get())});
            return std::nullopt;
        }
        if (got == 0) {
            return out;
        }
        out.insert(out.end(), room.begin(), room.begin() + got);
        if (out.size() > kMostXmlBytes) {
            layer.remarks.add(
                {.matter = Matter::UnpacksTooLarge, .a = static_cast<std::int64_t>(kMostXmlBytes)});
            return std::nullopt;
        }
    }
}

} // namespace

void readKmz(BytesView bytes, RawLayer& layer)
{
    layer.format = Format::Kmz;
    const Archive archive = opened(bytes, layer);
    if (archive == nullptr) {
        return;
    }
    const auto index = findKml(archive.get(), layer);
    if (!index) {
        layer.remarks.add({.matter = Matter::NoKml});
        return;
    }
    if (const auto kml = unpacked(archive.get(), *index, layer)) {
        readXml(decodedText(*kml, false, layer), layer);
    }
}

} // namespace sz::layers
