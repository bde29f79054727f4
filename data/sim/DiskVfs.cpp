// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/DiskVfs.h"

#include "data/sim/Disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace sz::sim {
namespace {

using Fate = Disk::Fate;

sqlite3_vfs* g_system = nullptr; // SQLite calls back without a context of ours
Random* g_random = nullptr;

/// SQLite gives us szOsFile bytes; the system's own file lies behind this head.
struct SimFile
{
    sqlite3_file base;
    Disk* disk;
    Disk::Inode inode;
    const char* path; // SQLite keeps it until xClose
};

SimFile* mine(sqlite3_file* file)
{
    return reinterpret_cast<SimFile*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(mine(file) + 1);
}

Fate fateOf(SimFile* file, Call call)
{
    return file->disk == nullptr ? Fate::Goes : file->disk->enter(call, file->path);
}

int closeFile(sqlite3_file* file)
{
    sqlite3_file* const under = real(file);
    return under->pMethods == nullptr ? SQLITE_OK : under->pMethods->xClose(under);
}

int readFile(sqlite3_file* file, void* out, int size, sqlite3_int64 at)
{
    if (fateOf(mine(file), Call::Read) != Fate::Goes) {
        return SQLITE_IOERR_READ;
    }
    return real(file)->pMethods->xRead(real(file), out, size, at);
}

int writeNow(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    const int result = real(file)->pMethods->xWrite(real(file), bytes, size, at);
    if (result == SQLITE_OK && mine(file)->disk != nullptr) {
        mine(file)->disk->written(
            mine(file)->inode, static_cast<std::uint64_t>(at),
            {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size)});
    }
    return result;
}

int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    switch (fateOf(mine(file), Call::Write)) {
    case Fate::Goes:
        return writeNow(file, bytes, size, at);
    case Fate::NoRoom:
        return SQLITE_FULL;
    case Fate::Tears:
        std::ignore = writeNow(file, bytes, size / 2, at);
        return SQLITE_IOERR_WRITE;
    case Fate::Fails:
        break;
    }
    return SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (fateOf(mine(file), Call::Truncate) != Fate::Goes) {
        return SQLITE_IOERR_TRUNCATE;
    }
    const int result = real(file)->pMethods->xTruncate(real(file), size);
    if (result == SQLITE_OK && mine(file)->disk != nullptr) {
        mine(file)->disk->resized(mine(file)->inode, static_cast<std::uint64_t>(size));
    }
    return result;
}

// The real file is in memory and needs no sync: the disk's own notion of it is what counts.
int syncFile(sqlite3_file* file, int flags)
{
    SimFile* const self = mine(file);
    if (self->disk == nullptr) {
        return real(file)->pMethods->xSync(real(file), flags);
    }
    if (self->disk->enter(Call::Sync, self->path) != Fate::Goes) {
        if (!self->disk->isDead()) {
            self->disk->syncFailed(self->inode);
        }
        return SQLITE_IOERR_FSYNC;
    }
    self->disk->synced(self->inode);
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    if (fateOf(mine(file), Call::Look) != Fate::Goes) {
        return SQLITE_IOERR_FSTAT;
    }
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkLock(sqlite3_file* file, int* result)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

// No size hints: they would grow the file behind the disk's back.
int fileControl(sqlite3_file* file, int what, void* argument)
{
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE) {
        return SQLITE_OK;
    }
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}

int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int shmMap(sqlite3_file* file, int page, int size, int extend, volatile void** out)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}

int shmLock(sqlite3_file* file, int offset, int n, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

void shmBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int shmUnmap(sqlite3_file* file, int isDeleted)
{
    return real(file)->pMethods->xShmUnmap(real(file), isDeleted);
}

constexpr sqlite3_io_methods kMethods = {
    2,        closeFile,  readFile,  writeFile,   truncateFile, syncFile,        fileSize,
    lockFile, unlockFile, checkLock, fileControl, sectorSize,   characteristics, shmMap,
    shmLock,  shmBarrier, shmUnmap,  nullptr,     nullptr,
};

int openFile(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    std::memset(
        static_cast<void*>(file), 0,
        static_cast<std::size_t>(g_system->szOsFile) + sizeof(SimFile));
    Disk* const disk = path == nullptr ? nullptr : diskOf(path);
    if (disk != nullptr) {
        if (const Fate fate = disk->enter(Call::Open, path); fate != Fate::Goes) {
            return fate == Fate::NoRoom ? SQLITE_FULL : SQLITE_CANTOPEN;
        }
    }
    const int result = g_system->xOpen(g_system, path, real(file), flags, outFlags);
    if (real(file)->pMethods != nullptr) {
        file->pMethods = &kMethods;
    }
    if (result == SQLITE_OK && disk != nullptr) {
        mine(file)->disk = disk;
        mine(file)->path = path;
        mine(file)->inode = disk->opened(path);
    }
    return result;
}

int deleteFile(sqlite3_vfs*, const char* path, int syncFolder)
{
    Disk* const disk = diskOf(path);
    if (disk == nullptr) {
        return g_system->xDelete(g_system, path, syncFolder);
    }
    if (disk->enter(Call::Remove, path) != Fate::Goes) {
        return SQLITE_IOERR_DELETE;
    }
    const int result = g_system->xDelete(g_system, path, 0);
    if (result == SQLITE_OK) {
        disk->removed(path);
    }
    return result;
}

int accessFile(sqlite3_vfs*, const char* path, int flags, int* result)
{
    if (Disk* const disk = diskOf(path);
        disk != nullptr && disk->enter(Call::Look, path) != Fate::Goes) {
        return SQLITE_IOERR_ACCESS;
    }
    return g_system->xAccess(g_system, path, flags, result);
}

int fillRandom(sqlite3_vfs*, int size, char* out)
{
    g_random->fill({reinterpret_cast<std::uint8_t*>(out), static_cast<std::size_t>(size)});
    return size;
}

sqlite3_vfs g_vfs;

} // namespace

DiskVfs::DiskVfs(std::uint64_t seed)
{
    g_system = sqlite3_vfs_find("unix");
    g_random = new Random(seed);
    g_vfs = *g_system;
    g_vfs.zName = "sanzhen-sim";
    g_vfs.pNext = nullptr;
    g_vfs.szOsFile = g_system->szOsFile + static_cast<int>(sizeof(SimFile));
    g_vfs.xOpen = openFile;
    g_vfs.xDelete = deleteFile;
    g_vfs.xAccess = accessFile;
    g_vfs.xRandomness = fillRandom;
    sqlite3_vfs_register(&g_vfs, 1);
    sqlite3_randomness(0, nullptr); // drawn anew, from ours
}

DiskVfs::~DiskVfs()
{
    sqlite3_vfs_unregister(&g_vfs);
    sqlite3_vfs_register(g_system, 1);
    sqlite3_randomness(0, nullptr);
    delete g_random;
    g_random = nullptr;
}

} // namespace sz::sim
