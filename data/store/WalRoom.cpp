// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/WalRoom.h"

#include <sqlite3.h>

#include <algorithm>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace sz::store {
namespace {

constexpr sqlite3_int64 kHead = 32;      // of the WAL, and
constexpr sqlite3_int64 kFrameHead = 24; // of each page in it (sqlite.org/fileformat2.html §4)
constexpr int kPart =
    1
    << 16; // SQLite writes no more than 128 KiB less a byte at once, and calls the rest a full disk

// SQLite reads zeros as the end of its log: a frame without its salt.
bool writeZeros(sqlite3_file* wal, sqlite3_int64 from, sqlite3_int64 to)
{
    const std::vector<char> zeros(kPart);
    for (; from < to; from += kPart) {
        const auto size = static_cast<int>(std::min<sqlite3_int64>(kPart, to - from));
        if (wal->pMethods->xWrite(wal, zeros.data(), size, from) != SQLITE_OK) {
            return false;
        }
    }
    return true;
}

// On its way to the disk before the first commit waits for it.
void startWriting(const std::string& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        std::ignore = ::sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
        ::close(descriptor);
    }
}

} // namespace

void makeWalRoom(SQLite::Database& db, int pages)
{
    const sqlite3_int64 pageBytes = db.execAndGet("PRAGMA page_size").getInt64();
    const sqlite3_int64 wanted = kHead + pages * (kFrameHead + pageBytes);
    sqlite3_file* wal = nullptr;
    sqlite3_int64 size = 0;
    const bool isOpen =
        sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal)
            == SQLITE_OK
        && wal != nullptr && wal->pMethods != nullptr
        && wal->pMethods->xFileSize(wal, &size) == SQLITE_OK;
    if (isOpen && size < wanted && writeZeros(wal, size, wanted)) {
        startWriting(db.getFilename() + "-wal");
    }
}

} // namespace sz::store
