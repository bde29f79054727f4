// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the simulator needs of a desk's program, in the version of today and in one of tomorrow.

#include "data/desk/DeskCore.h"
#include "data/sim/Operator.h"

#include <memory>

namespace sz::sim {

/// An act that was called saved.
struct Saved
{
    std::uint64_t counter = 0;
    std::string entry; ///< ULID text
    std::string mark;
};

struct ConsoleSpec
{
    desk::DeskOptions options;
    desk::DeskCore::Transport transport;
    std::function<void(const std::string&)> log; ///< the program's own log file
};

/// One running program of a desk. Thread: one.
class Console
{
public:
    virtual ~Console() = default;
    [[nodiscard]] virtual Result<void> open() = 0;
    virtual void startLink() = 0;
    /// The operator does something. Errors: the rules', the store's.
    [[nodiscard]] virtual Result<Saved>
    act(Operator& person, Instant now, const std::string& mark) = 0;
    virtual void tick() = 0;
    virtual void linkUp() = 0;
    virtual void linkMessage(const Bytes& message) = 0;
    virtual void linkDown(const Error& why) = 0;
    [[nodiscard]] virtual bool isBroken() const = 0;
    [[nodiscard]] virtual bool isLive() const = 0;
    [[nodiscard]] virtual bool isRecalling() const = 0; ///< asks for bodies it has given up
    [[nodiscard]] virtual bool
    showsFault() const = 0; ///< the screen can say that nothing is saved any more
    [[nodiscard]] virtual const store::DeskLog& log() const = 0;
    /// What the screen shows; null for a program that has none.
    [[nodiscard]] virtual const Board* board() const = 0;
};

/// The product's own.
[[nodiscard]] std::unique_ptr<Console> makeConsole(ConsoleSpec spec);
/// A program two versions on: writes kinds of acts and fields that nobody else knows, over the same log and protocol.
[[nodiscard]] std::unique_ptr<Console> makeNewerConsole(ConsoleSpec spec);

} // namespace sz::sim
