// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Disk.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::sim {
namespace {

constexpr std::size_t kSector = 512;

std::map<std::string, Disk*>& disks()
{
    static std::map<std::string, Disk*> all; // by folder; SQLite names files by path only
    return all;
}

Bytes contentOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return Bytes{std::istreambuf_iterator<char>(in), {}};
}

void putContent(const std::string& path, const Bytes& content)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(
        reinterpret_cast<const char*>(content.data()),
        static_cast<std::streamsize>(content.size()));
}

bool exists(const std::string& path)
{
    struct stat about{};
    return ::stat(path.c_str(), &about) == 0;
}

// view.db can be made anew from the log: a fault there is no lie. An attached file whose sync fails is thrown away, and asked for or
// picked again; of a snapshot every chunk is checked.
bool isTruth(const std::string& path)
{
    return !path.contains("view.db") && !path.contains("/files") && !path.contains("/snapshot");
}

} // namespace

Disk* diskOf(const std::string& path)
{
    const auto it = std::ranges::find_if(
        disks(), [&](const auto& one) { return path.starts_with(one.first + "/"); });
    return it == disks().end() ? nullptr : it->second;
}

Disk::Disk(std::filesystem::path folder, std::uint64_t seed)
    : m_folder(std::move(folder)), m_random(seed)
{
    std::filesystem::create_directories(m_folder);
    disks()[m_folder.string()] = this;
}

Disk::~Disk()
{
    disks().erase(m_folder.string());
}

void Disk::injure(Injury what, std::uint64_t at, bool isLasting)
{
    m_injury = what;
    m_injureAt = at;
    m_isLasting = isLasting;
    m_hasFired = false;
}

bool Disk::befalls(Call call) const
{
    const bool isDue =
        m_injury != Injury::None && m_calls >= m_injureAt && (m_isLasting || !m_hasFired);
    switch (m_injury) {
    case Injury::NoSpace:
        return isDue && (call == Call::Write || call == Call::Open);
    case Injury::Sync:
        return isDue && call == Call::Sync;
    default:
        return isDue;
    }
}

Disk::Fate Disk::enter(Call call, const std::string& path)
{
    if (m_isDead) {
        return Fate::Fails;
    }
    ++m_calls;
    if (m_isRecording) {
        m_recorded.push_back(call);
    }
    if (!befalls(call)) {
        return Fate::Goes;
    }
    m_hasFired = true;
    static constexpr std::array kNames{"open", "read",   "write",  "truncate",
                                       "sync", "remove", "rename", "look"};
    m_lastInjured = std::string(kNames[static_cast<std::size_t>(call)]) + " "
                    + std::filesystem::path(path).filename().string();
    if (onInjury) {
        onInjury(m_lastInjured);
    }
    switch (m_injury) {
    case Injury::Crash:
        kill(m_random.chance(70));
        return Fate::Fails;
    case Injury::Torn:
        kill(true);
        m_keepsAll = true;
        return call == Call::Write ? Fate::Tears : Fate::Fails;
    case Injury::NoSpace:
        return Fate::NoRoom;
    default:
        m_hasFailedSync = m_hasFailedSync || (call == Call::Sync && isTruth(path));
        return Fate::Fails;
    }
}

void Disk::kill(bool isPowerCut)
{
    if (!m_isDead) {
        lookAround();
        m_isDead = true;
        m_isPowerCut = isPowerCut;
        m_keepsAll = false;
        m_image.clear();
        for (const auto& [path, inode] : m_names) {
            m_image[path] = isPowerCut ? Bytes{} : contentOf(path);
        }
    }
}

void Disk::name(const std::string& path, Inode inode)
{
    inode == 0 ? static_cast<void>(m_names.erase(path)) : static_cast<void>(m_names[path] = inode);
    m_namings.push_back({++m_order, path, inode});
}

void Disk::keepNames()
{
    m_durable = m_names;
    m_namings.clear();
}

// Files that were removed or made without us (std::filesystem, a fresh empty database).
void Disk::lookAround()
{
    std::vector<std::string> gone;
    for (const auto& [path, inode] : m_names) {
        if (!exists(path)) {
            gone.push_back(path);
        }
    }
    for (const std::string& path : gone) {
        name(path, 0);
    }
}

Disk::Inode Disk::opened(const std::string& path)
{
    lookAround();
    if (const auto it = m_names.find(path); it != m_names.end()) {
        return it->second;
    }
    const Inode inode = ++m_lastInode;
    m_files[inode].durable = contentOf(path); // somebody else's, or empty
    name(path, inode);
    return inode;
}

void Disk::written(Inode inode, std::uint64_t offset, BytesView bytes)
{
    m_files[inode].pending.push_back(
        {++m_order, std::nullopt, offset, {bytes.begin(), bytes.end()}});
}

void Disk::resized(Inode inode, std::uint64_t size)
{
    m_files[inode].pending.push_back({++m_order, size, 0, {}});
}

void Disk::apply(Bytes& content, const Change& change, bool isTorn)
{
    if (change.size) {
        content.resize(static_cast<std::size_t>(*change.size));
        return;
    }
    const auto offset = static_cast<std::size_t>(change.offset);
    if (content.size() < offset + change.bytes.size()) {
        content.resize(offset + change.bytes.size());
    }
    for (std::size_t at = 0; at < change.bytes.size();) {
        const std::size_t sectorEnd = kSector - (offset + at) % kSector;
        const std::size_t length = std::min(sectorEnd, change.bytes.size() - at);
        if (!isTorn || m_random.chance(50)) {
            std::copy_n(
                change.bytes.begin() + static_cast<std::ptrdiff_t>(at), length,
                content.begin() + static_cast<std::ptrdiff_t>(offset + at));
        }
        at += length;
    }
}

void Disk::synced(Inode inode)
{
    if (m_syncLies) {
        return;
    }
    File& file = m_files[inode];
    for (const Change& change : file.pending) {
        apply(file.durable, change, false);
    }
    file.pending.clear();
    keepNames();
}

// The kernel has marked the pages clean: some reached the disk, some never will.
void Disk::syncFailed(Inode inode)
{
    File& file = m_files[inode];
    for (const Change& change : file.pending) {
        if (m_random.chance(50)) {
            apply(file.durable, change, false);
        }
    }
    file.pending.clear();
}

void Disk::removed(const std::string& path)
{
    name(path, 0);
}

std::map<std::string, Disk::Inode> Disk::namesAfterCut(std::uint64_t until) const
{
    auto names = m_durable;
    for (const Naming& naming : m_namings) {
        if (naming.order > until) {
            break;
        }
        naming.inode == 0 ? static_cast<void>(names.erase(naming.path))
                          : static_cast<void>(names[naming.path] = naming.inode);
    }
    return names;
}

Bytes Disk::contentAfterCut(const File& file, std::uint64_t until, bool isScattered)
{
    Bytes content = file.durable;
    for (const Change& change : file.pending) {
        const bool isThere = isScattered ? m_random.chance(50) : change.order <= until;
        if (isThere) {
            apply(
                content, change,
                isScattered ? m_random.chance(25) : change.order == until && !m_keepsAll);
        }
    }
    return content;
}

// As the platter has them; half of a last write may have come after the kill.
void Disk::cutImage()
{
    const bool isScattered = !m_keepsAll && m_random.chance(50);
    const std::uint64_t until = m_keepsAll ? m_order : m_random.below(m_order + 2);
    m_image.clear();
    for (const auto& [path, inode] : namesAfterCut(until)) {
        m_image[path] = contentAfterCut(m_files[inode], until, isScattered);
    }
}

// A process that is dead but still unwinding may have removed or made files: that never happened.
void Disk::putImage()
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_folder)) {
        if (entry.is_regular_file() && !entry.path().string().ends_with("lock")) {
            ::unlink(entry.path().c_str());
        }
    }
    for (const auto& [path, content] : m_image) {
        putContent(path, content);
    }
    if (m_isPowerCut) {
        m_files.clear();
        m_names.clear();
        for (auto& [path, content] : m_image) {
            m_files[++m_lastInode].durable = std::move(content);
            m_names[path] = m_lastInode;
        }
        keepNames();
    }
    m_image.clear();
}

void Disk::restart()
{
    if (m_isDead) {
        m_isPowerCut ? cutImage() : void();
        putImage();
    }
    m_isDead = m_isPowerCut = m_keepsAll = m_hasFired = m_hasFailedSync = false;
    m_injury = Injury::None;
    m_calls = 0;
    m_recorded.clear();
    if (!m_plan.empty()) {
        injure(m_plan.front().what, m_plan.front().at, m_plan.front().isLasting);
        m_plan.pop_front();
    }
}

int Disk::openAppend(const std::filesystem::path& file, bool isEmptied)
{
    const Fate fate = enter(Call::Open, file.string());
    if (fate != Fate::Goes) {
        errno = fate == Fate::NoRoom ? ENOSPC : EIO;
        return -1;
    }
    const int descriptor = store::systemFiles().openAppend(file, isEmptied);
    if (descriptor < 0) {
        return -1;
    }
    const Inode inode = opened(file.string());
    if (isEmptied) {
        resized(inode, 0);
    }
    struct stat about{};
    ::fstat(descriptor, &about);
    m_descriptors[descriptor] = {inode, static_cast<std::uint64_t>(about.st_size)};
    m_paths[descriptor] = file.string();
    return descriptor;
}

std::ptrdiff_t Disk::write(int descriptor, BytesView bytes)
{
    auto& [inode, at] = m_descriptors[descriptor];
    const Fate fate = enter(Call::Write, m_paths[descriptor]);
    if (fate == Fate::Tears || (fate == Fate::NoRoom && m_random.chance(50))) {
        const auto half = bytes.first(bytes.size() / 2);
        std::ignore = store::systemFiles().write(descriptor, half);
        written(inode, at, half);
        at += half.size();
        if (fate == Fate::NoRoom && !half.empty()) {
            return static_cast<std::ptrdiff_t>(
                half.size()); // the next call finds the disk full, if it lasts
        }
    }
    if (fate != Fate::Goes) {
        errno = fate == Fate::NoRoom ? ENOSPC : EIO;
        return -1;
    }
    const std::ptrdiff_t n = store::systemFiles().write(descriptor, bytes);
    if (n > 0) {
        written(inode, at, bytes.first(static_cast<std::size_t>(n)));
        at += static_cast<std::uint64_t>(n);
    }
    return n;
}

int Disk::sync(int descriptor)
{
    const Inode inode = m_descriptors[descriptor].first;
    if (enter(Call::Sync, m_paths[descriptor]) != Fate::Goes) {
        if (!m_isDead) {
            syncFailed(inode);
        }
        errno = EIO;
        return -1;
    }
    synced(inode);
    return 0;
}

int Disk::truncate(int descriptor, std::uint64_t size)
{
    if (enter(Call::Truncate, m_paths[descriptor]) != Fate::Goes) {
        errno = EIO;
        return -1;
    }
    auto& [inode, at] = m_descriptors[descriptor];
    if (at != size) {
        resized(inode, size);
        at = size;
    }
    return store::systemFiles().truncate(descriptor, size);
}

int Disk::rename(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (enter(Call::Rename, to.string()) != Fate::Goes) {
        errno = EIO;
        return -1;
    }
    const int result = store::systemFiles().rename(from, to);
    if (result == 0) {
        const Inode inode = m_names[from.string()];
        // One step of the journal: there is no moment without either name.
        m_names.erase(from.string());
        m_names[to.string()] = inode;
        ++m_order;
        m_namings.push_back({m_order, from.string(), 0});
        m_namings.push_back({m_order, to.string(), inode});
    }
    return result;
}

int Disk::remove(const std::filesystem::path& file)
{
    if (enter(Call::Remove, file.string()) != Fate::Goes) {
        errno = EIO;
        return -1;
    }
    const int result = store::systemFiles().remove(file);
    if (result == 0) {
        removed(file.string());
    }
    return result;
}

int Disk::syncFolder(const std::filesystem::path& folder)
{
    if (enter(Call::Sync, folder.string()) != Fate::Goes) {
        errno = EIO;
        return -1;
    }
    if (!m_syncLies) {
        keepNames();
    }
    return 0;
}

void Disk::close(int descriptor)
{
    m_descriptors.erase(descriptor);
    m_paths.erase(descriptor);
    store::systemFiles().close(descriptor);
}

SimFolder::SimFolder()
{
    std::error_code ignored;
    const bool hasMemory = std::filesystem::is_directory("/dev/shm", ignored);
    std::string name = (hasMemory ? "/dev/shm" : std::filesystem::temp_directory_path().string())
                       + "/sanzhen-sim-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for the simulation: " + name);
    }
    m_path = name;
}

SimFolder::~SimFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace sz::sim
