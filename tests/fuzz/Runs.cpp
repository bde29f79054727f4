// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Runs.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace sz::fuzz {
namespace {

class Folder
{
public:
    Folder()
    {
        std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/sanzhen-fuzz-XXXXXX"
                                                               : "/tmp/sanzhen-fuzz-XXXXXX";
        require(mkdtemp(name.data()) != nullptr, "a folder can be made");
        m_path = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "property broken: %s\n", what);
        std::abort();
    }
}

const std::filesystem::path& folder()
{
    static const Folder made;
    return made.path();
}

void put(const char* name, BytesView input)
{
    std::ofstream out(folder() / name, std::ios::binary | std::ios::trunc);
    out.write(
        reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()));
}

} // namespace sz::fuzz
