// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/FileLimits.h"

#include <algorithm>
#include <array>

namespace sz::plan {
namespace {

constexpr std::array<FileType, 17> kKnown{
    {{"image/jpeg", "jpg"},
     {"image/png", "png"},
     {"image/webp", "webp"},
     {"image/heic", "heic"},
     {"image/tiff", "tif"},
     {"application/pdf", "pdf"},
     {"text/plain", "txt"},
     {"text/csv", "csv"},
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
     {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
     {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
     {"application/vnd.oasis.opendocument.text", "odt"},
     {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
     {"video/mp4", "mp4"},
     {"audio/mp4", "m4a"},
     {"audio/mpeg", "mp3"},
     {"audio/x-wav", "wav"}}};

} // namespace

std::span<const FileType> knownFileTypes()
{
    return kKnown;
}

const FileType* knownFileType(std::string_view type)
{
    const auto it = std::ranges::find(kKnown, type, &FileType::type);
    return it == kKnown.end() ? nullptr : &*it;
}

bool FileLimits::allows(std::string_view type) const
{
    return types.empty() ? knownFileType(type) != nullptr : std::ranges::contains(types, type);
}

} // namespace sz::plan
