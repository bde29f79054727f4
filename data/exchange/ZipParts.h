// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of a ZIP file that somebody else made. Private to data/exchange; the only place that knows libzip.

#include "data/base/Bytes.h"
#include "data/base/Result.h"

#include <memory>
#include <optional>
#include <string>

namespace sz::exchange {

class ZipParts
{
public:
    /// The bytes must outlive it. Errors: FileMalformed ("zip"), FileTooLarge ("parts").
    [[nodiscard]] static Result<ZipParts> open(BytesView bytes);

    /// Unpacked; none: no such part. Counts what really comes out, whatever the file says of it. Errors: FileTooLarge (its name),
    /// FileMalformed (its name): damaged or encrypted.
    [[nodiscard]] Result<std::optional<std::string>> read(const std::string& name);

private:
    struct Close
    {
        void operator()(void* archive) const;
    };
    std::unique_ptr<void, Close> m_archive;
    std::size_t m_read = 0;
};

} // namespace sz::exchange
