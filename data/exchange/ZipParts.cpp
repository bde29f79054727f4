// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/ZipParts.h"

#include "data/exchange/Workbook.h"

#include <zip.h>

namespace sz::exchange {
namespace {

zip_t* handle(void* archive)
{
    return static_cast<zip_t*>(archive);
}

struct CloseFile
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void ZipParts::Close::operator()(void* archive) const
{
    zip_discard(handle(archive));
}

Result<ZipParts> ZipParts::open(BytesView bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        if (source != nullptr) {
            zip_source_free(source);
        }
        return fail(Code::FileMalformed, "zip");
    }
    ZipParts parts;
    parts.m_archive.reset(archive);
    if (zip_get_num_entries(archive, 0) > static_cast<zip_int64_t>(kMostParts)) {
        return fail(Code::FileTooLarge, "parts");
    }
    return parts;
}

Result<std::optional<std::string>> ZipParts::read(const std::string& name)
{
    const zip_int64_t index = zip_name_locate(handle(m_archive.get()), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0) {
        return std::nullopt;
    }
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(handle(m_archive.get()), static_cast<zip_uint64_t>(index), 0));
    if (!file) {
        return fail(Code::FileMalformed, name);
    }
    std::string text;
    std::string room(256 * 1024, '\0');
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), room.data(), room.size());
        if (got < 0) {
            return fail(Code::FileMalformed, name);
        }
        if (got == 0) {
            return std::optional(std::move(text));
        }
        m_read += static_cast<std::size_t>(got);
        text.append(room, 0, static_cast<std::size_t>(got));
        if (text.size() > kMostPartBytes || m_read > kMostAllBytes) {
            return fail(Code::FileTooLarge, name);
        }
    }
}

} // namespace sz::exchange
