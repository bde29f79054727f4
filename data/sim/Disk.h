// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One machine's disk: what has been synced, what would vanish or tear at a power cut, and which call fails.

#include "data/sim/Random.h"
#include "data/store/Files.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace sz::sim {

enum class Injury : std::uint8_t {
    None,
    Crash,   ///< the process ends at this call
    Torn,    ///< the same, with half of the write done and all before it on the disk
    Io,      ///< EIO
    NoSpace, ///< ENOSPC, at calls that need room
    Sync, ///< a sync fails; what it should have kept is kept or lost by chance and never tried again
};

/// An injury that is to come.
struct Wound
{
    Injury what = Injury::None;
    std::uint64_t at = 0;
    bool isLasting = false; ///< until the process has been started again
};

/// What a store asks of the disk. Each is counted.
enum class Call : std::uint8_t {
    Open,
    Read,
    Write,
    Truncate,
    Sync,
    Remove,
    Rename,
    Look, ///< size or existence
};

/// Files lie in a real folder (in memory, if the system has such a place) and hold what programs see; beside that stands
/// what the platter holds. Model: a sync keeps the file's content and, as a journaling file system does, all names made,
/// renamed or removed before. Without it any subset of writes may be there after a power cut, torn at 512 bytes.
/// Paths under the folder are found by the SQLite VFS of this library while the disk lives. Thread: one.
class Disk final : public store::Files
{
public:
    Disk(std::filesystem::path folder, std::uint64_t seed);
    ~Disk() override;
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// The first call numbered `at` or later that the injury can befall is injured; all later ones too when it lasts.
    /// Calls are numbered from 1 since the last restart().
    void injure(Injury what, std::uint64_t at, bool isLasting);
    /// The first befalls the process that starts next, the second the one after it…
    void plan(std::deque<Wound> wounds) { m_plan = std::move(wounds); }
    [[nodiscard]] std::uint64_t calls() const { return m_calls; }
    /// Kinds of all calls since the last restart(), when asked for.
    void record(bool isRecording) { m_isRecording = isRecording; }
    [[nodiscard]] const std::vector<Call>& recorded() const { return m_recorded; }
    void setSyncLies(bool lies)
    {
        m_syncLies = lies;
    } ///< a mutation: sync says yes and does nothing

    /// No call of this process succeeds any more; what it says counts for nothing.
    [[nodiscard]] bool isDead() const { return m_isDead; }
    /// The process ends here. Without a power cut all it wrote is there.
    void kill(bool isPowerCut);
    [[nodiscard]] bool hasFailed() const { return m_hasFired; }
    /// The last call that was injured: "sync log.db-wal".
    [[nodiscard]] const std::string& lastInjured() const { return m_lastInjured; }
    std::function<void(const std::string&)> onInjury; ///< may be empty
    /// A sync of a file that is the truth failed since the last restart().
    [[nodiscard]] bool hasFailedSync() const { return m_hasFailedSync; }
    /// Another process goes on with the disk as it is.
    void handOver() { m_hasFailedSync = false; }
    /// Puts the files as the power cut left them and forgets injuries. Nobody may have one open.
    void restart();

    // store::Files
    int openAppend(const std::filesystem::path& file, bool isEmptied) override;
    std::ptrdiff_t write(int descriptor, BytesView bytes) override;
    int sync(int descriptor) override;
    int truncate(int descriptor, std::uint64_t size) override;
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
    int remove(const std::filesystem::path& file) override;
    int syncFolder(const std::filesystem::path& folder) override;
    void close(int descriptor) override;

    // What the VFS tells. `enter` counts a call and says whether it may go on.
    enum class Fate : std::uint8_t {
        Goes,
        Fails,
        NoRoom,
        Tears, ///< half of it is done, then the process is dead
    };
    using Inode = std::uint64_t;
    [[nodiscard]] Fate enter(Call call, const std::string& path);
    [[nodiscard]] Inode opened(const std::string& path);
    void written(Inode inode, std::uint64_t offset, BytesView bytes);
    void resized(Inode inode, std::uint64_t size);
    void synced(Inode inode);
    void syncFailed(Inode inode);
    void removed(const std::string& path);

private:
    struct Change
    {
        std::uint64_t order = 0;
        std::optional<std::uint64_t> size; ///< a truncation, else a write
        std::uint64_t offset = 0;
        Bytes bytes;
    };
    struct File
    {
        Bytes durable;
        std::vector<Change> pending;
    };
    struct Naming
    {
        std::uint64_t order = 0;
        std::string path;
        Inode inode = 0; ///< 0: the name is gone
    };

    void name(const std::string& path, Inode inode);
    void keepNames();
    void lookAround();
    void cutImage();
    void putImage();
    [[nodiscard]] std::map<std::string, Inode> namesAfterCut(std::uint64_t until) const;
    [[nodiscard]] Bytes contentAfterCut(const File& file, std::uint64_t until, bool isScattered);
    void apply(Bytes& content, const Change& change, bool isTorn);
    [[nodiscard]] bool befalls(Call call) const;

    std::filesystem::path m_folder;
    Random m_random;
    std::map<std::string, Inode> m_names;   ///< as programs see them
    std::map<std::string, Inode> m_durable; ///< as the platter has them
    std::vector<Naming> m_namings;          ///< not yet kept
    std::map<Inode, File> m_files;
    std::map<int, std::pair<Inode, std::uint64_t>> m_descriptors; ///< and where the next byte goes
    std::map<int, std::string> m_paths;
    std::map<std::string, Bytes> m_image; ///< what the next process will find, while dead
    Inode m_lastInode = 0;
    std::uint64_t m_order = 0;

    std::uint64_t m_calls = 0;
    std::vector<Call> m_recorded;
    bool m_isRecording = false;
    Injury m_injury = Injury::None;
    std::uint64_t m_injureAt = 0;
    bool m_isLasting = false;
    std::deque<Wound> m_plan;
    bool m_hasFired = false;
    bool m_isDead = false;
    bool m_isPowerCut = false;
    bool m_keepsAll = false; ///< the cut took nothing that was written (Injury::Torn)
    bool m_syncLies = false;
    bool m_hasFailedSync = false;
    std::string m_lastInjured;
};

/// The disk whose folder holds this path; null when none does. For the VFS.
[[nodiscard]] Disk* diskOf(const std::string& path);

/// A new empty folder for simulations, in memory where the system has such a place; removed at the end.
class SimFolder
{
public:
    SimFolder();
    ~SimFolder();
    SimFolder(const SimFolder&) = delete;
    SimFolder& operator=(const SimFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace sz::sim
