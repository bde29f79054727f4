// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Are the bytes of the files that accepted entries name still there, and still those bytes?

#include "data/store/HqFiles.h"
#include "data/store/HqLog.h"

#include <string>
#include <vector>

namespace sz::audit {

enum class FileFate : std::uint8_t {
    Sound,
    OnItsWay, ///< not there, and its entry came less than a day ago: a desk sends it when it can
    Missing,
    Damaged, ///< other bytes than the hash's
};

/// One accepted entry that names a file.
struct NamedFile
{
    std::uint64_t number = 0;
    DeskId desk;
    std::uint64_t counter = 0;
    Instant receivedAt;
    Digest hash{};
    std::uint64_t size = 0;
    FileFate fate = FileFate::Sound;

    /// "entry 12: 3f2a…, 482133 bytes".
    [[nodiscard]] std::string text() const;
};

/// Gathers entries one by one, then reads every file they name once. Thread: one.
class FileAudit
{
public:
    /// Looks only at its head unless it names a file.
    void take(const store::NumberedEntry& entry);
    /// In the order taken. Errors: the store's.
    [[nodiscard]] Result<std::vector<NamedFile>> examine(store::HqFiles& files, Instant now) const;

private:
    std::vector<NamedFile> m_named;
};

} // namespace sz::audit
