// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An open file as bytes in memory, without reading it first.

#include <cstdint>
#include <span>
#include <utility>

namespace sz::confine {

/// A private copy, page by page as it is touched: what is written into it reaches no file. A file that somebody cuts short
/// meanwhile ends the process with SIGBUS, which is why it is for the child.
class MappedFile
{
public:
    MappedFile() = default;
    /// Of an open file, which stays the caller's. `isGood()` says whether it could be mapped; an empty file is good.
    explicit MappedFile(int file);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept { swap(other); }
    MappedFile& operator=(MappedFile&& other) noexcept
    {
        swap(other);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] std::span<std::uint8_t> bytes() const { return m_bytes; }

private:
    void swap(MappedFile& other)
    {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_isGood, other.m_isGood);
    }

    std::span<std::uint8_t> m_bytes{};
    bool m_isGood = false;
};

} // namespace sz::confine
