// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/Files.h"

#include <fcntl.h>
#include <unistd.h>

namespace sz::store {
namespace {

class SystemFiles final : public Files
{
public:
    int openAppend(const std::filesystem::path& file, bool isEmptied) override
    {
        const int extra = isEmptied ? O_TRUNC : 0;
        return ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | extra, 0600);
    }
    std::ptrdiff_t write(int descriptor, BytesView bytes) override
    {
        return ::write(descriptor, bytes.data(), bytes.size());
    }
    int sync(int descriptor) override { return ::fdatasync(descriptor); }
    int truncate(int descriptor, std::uint64_t size) override
    {
        return ::ftruncate(descriptor, static_cast<off_t>(size));
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override
    {
        return ::rename(from.c_str(), to.c_str());
    }
    int remove(const std::filesystem::path& file) override { return ::unlink(file.c_str()); }
    int syncFolder(const std::filesystem::path& folder) override
    {
        const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) {
            return -1;
        }
        const int result = ::fsync(descriptor);
        ::close(descriptor);
        return result;
    }
    void close(int descriptor) override { ::close(descriptor); }
};

} // namespace

Files& systemFiles()
{
    static SystemFiles files; // holds nothing
    return files;
}

} // namespace sz::store
