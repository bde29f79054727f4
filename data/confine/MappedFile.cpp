// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/MappedFile.h"

#include <sys/mman.h>
#include <sys/stat.h>

namespace sz::confine {

MappedFile::MappedFile(int file)
{
    struct stat about{};
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) {
        return;
    }
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size == 0) {
        m_isGood = true;
        return;
    }
    void* const at =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, file, 0);
    if (at != MAP_FAILED) {
        m_bytes = {static_cast<std::uint8_t*>(at), size};
        m_isGood = true;
    }
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty()) {
        ::munmap(m_bytes.data(), m_bytes.size());
    }
}

} // namespace sz::confine
