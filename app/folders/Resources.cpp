// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders/Resources.h"

#include <cstdlib>

namespace sz::app {
namespace {

std::filesystem::path programFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe")
        .parent_path(); // needs no application yet
}

} // namespace

std::filesystem::path resourcesFolder()
{
    if (const char* named = std::getenv("SANZHEN_RESOURCES")) {
        return named;
    }
    for (const char* candidate : {"../share/sanzhen", SANZHEN_SOURCE_RESOURCES}) {
        const auto folder = std::filesystem::weakly_canonical(programFolder() / candidate);
        if (std::filesystem::exists(folder / "plans")) {
            return folder;
        }
    }
    return {};
}

std::filesystem::path sisterProgram(const char* name)
{
    for (const char* where : {".", "../headquarters", "../ctl"}) {
        const auto file = std::filesystem::weakly_canonical(programFolder() / where / name);
        if (std::filesystem::exists(file)) {
            return file;
        }
    }
    return {};
}

} // namespace sz::app
