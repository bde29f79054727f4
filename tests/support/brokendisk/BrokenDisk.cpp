// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// LD_PRELOAD of a program whose disk is to fail: its n-th call that changes a file below one folder, and no other. libfiu
// fails calls always or by chance, of every file and of stdout and sockets, too; the n-th is what has to be walked here.
//
//   SANZHEN_BREAK_FOLDER  the folder, as realpath has it; without it everything goes through
//   SANZHEN_BREAK_AT      the first call that fails, counted from 1; 0: none does, and each is told
//   SANZHEN_BREAK_LAST    the last one that fails; 0: all from there on
//   SANZHEN_BREAK_ERROR   errno of those that fail
//   SANZHEN_BREAK_TORN    1: half of what a failing write was given is in the file
//   SANZHEN_BREAK_TELL    a file, or /dev/stdout, that gets a line "broken CALL FILE BYTES" at each call that fails
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

constexpr std::size_t kLongest = 4096;

long number(const char* name)
{
    const char* const value = std::getenv(name);
    return value == nullptr ? 0 : std::atol(value);
}

struct Plan
{
    const char* folder = std::getenv("SANZHEN_BREAK_FOLDER");
    const char* tell = std::getenv("SANZHEN_BREAK_TELL");
    long at = number("SANZHEN_BREAK_AT");
    long last = number("SANZHEN_BREAK_LAST");
    int error = static_cast<int>(number("SANZHEN_BREAK_ERROR"));
    bool isTorn = number("SANZHEN_BREAK_TORN") != 0;
    int teller = -1;
    std::atomic<long> calls{0};

    Plan()
    {
        if (tell != nullptr) {
            teller = static_cast<int>(::syscall(
                SYS_openat, AT_FDCWD, tell, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
        }
    }
};

// Lives until the process is gone: files are closed after the destructors have run.
Plan& plan()
{
    static Plan* const one = new Plan;
    return *one;
}

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isBelow(const char* path)
{
    const std::size_t length = std::strlen(plan().folder);
    return std::strncmp(path, plan().folder, length) == 0
           && (path[length] == '/' || path[length] == 0);
}

// Past the interposed write, and in one piece: it must stand before whatever the program says next.
void tell(const char* call, const char* path, std::size_t bytes)
{
    char line[kLongest];
    const char* const name = std::strrchr(path, '/');
    const int size = std::snprintf(
        line, sizeof line, "broken %s %s %zu\n", call, name == nullptr ? path : name + 1, bytes);
    if (plan().teller >= 0 && size > 0) {
        ::syscall(SYS_write, plan().teller, line, static_cast<std::size_t>(size));
    }
}

// Whether this call on that file fails; told when it does.
bool failsAt(const char* call, const char* path, std::size_t bytes)
{
    if (!isBelow(path)) {
        return false;
    }
    Plan& p = plan();
    const long now = ++p.calls;
    if (p.at > 0 && (now < p.at || (p.last > 0 && now > p.last))) {
        return false;
    }
    tell(call, path, bytes);
    return p.at > 0;
}

bool fails(const char* call, int descriptor, std::size_t bytes)
{
    if (plan().folder == nullptr) {
        return false;
    }
    char link[64];
    char path[kLongest];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0 || path[0] != '/') { // pipe:[…], socket:[…]
        return false;
    }
    path[length] = 0;
    return failsAt(call, path, bytes);
}

int broken()
{
    errno = plan().error;
    return -1;
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    if (!fails("write", descriptor, size)) {
        return real(descriptor, bytes, size);
    }
    if (plan().isTorn) {
        real(descriptor, bytes, size / 2);
    }
    return broken();
}

ssize_t writev(int descriptor, const iovec* parts, int count)
{
    static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
    if (!fails("writev", descriptor, 0)) {
        return real(descriptor, parts, count);
    }
    if (plan().isTorn) {
        real(descriptor, parts, 1);
    }
    return broken();
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (!fails("pwrite", descriptor, size)) {
        return real(descriptor, bytes, size, at);
    }
    if (plan().isTorn) {
        real(descriptor, bytes, size / 2, at);
    }
    return broken();
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at)
{
    return pwrite64(descriptor, bytes, size, at);
}

int fsync(int descriptor)
{
    static const auto real = next<int (*)(int)>("fsync");
    return fails("fsync", descriptor, 0) ? broken() : real(descriptor);
}

int fdatasync(int descriptor)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return fails("fdatasync", descriptor, 0) ? broken() : real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails("ftruncate", descriptor, 0) ? broken() : real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return ftruncate64(descriptor, size);
}

int rename(const char* from, const char* to) noexcept
{
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    const bool isBroken = plan().folder != nullptr && to[0] == '/' && failsAt("rename", to, 0);
    return isBroken ? broken() : real(from, to);
}

} // extern "C"
