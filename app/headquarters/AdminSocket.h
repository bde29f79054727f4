// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The door for administrators on the same machine: a Unix socket in headquarters' folder that only its owner can open.

#include "data/base/Result.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sz::headquarters {

/// Listens on `folder`/admin.sock (0600) with a thread of its own: one line of words in, one answer out.
class AdminSocket
{
public:
    /// Called on the socket's thread; must return soon after `stop()` has been called.
    using Handler = std::function<Result<std::string>(const std::vector<std::string>& words)>;

    /// Errors: Io.
    [[nodiscard]] static Result<std::unique_ptr<AdminSocket>>
    open(const std::filesystem::path& folder, Handler handler);
    ~AdminSocket(); ///< stops, waits for the thread, removes the socket

private:
    struct Impl;
    explicit AdminSocket(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> m_impl;
};

/// Asks the headquarters that serves the folder. Empty when none does. Words may hold blanks.
/// Errors: those of the command, LinkDown when it does not answer in time.
[[nodiscard]] std::optional<Result<std::string>> askRunning(
    const std::filesystem::path& folder,
    const std::vector<std::string>& words,
    std::chrono::seconds patience = std::chrono::seconds(10));

} // namespace sz::headquarters
