// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the simulator needs of a desk's program, in the version of today and in one of tomorrow.

#include "data/desk/DeskCore.h"
#include "data/sim/Operator.h"
#include "data/sim/Told.h"

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
    Told* told = nullptr;                        ///< never null; outlives it
    bool isBlindToShift = false; ///< a mutation: its screen misses what is told of shifts
    bool isBlindToPlan = false;  ///< a mutation: its screen misses what is approved of the plan
    bool hidesRejected = false;  ///< a mutation: rejected acts are not shown
};

/// One running program of a desk. Thread: one.
class Console
{
public:
    virtual ~Console() = default;
    [[nodiscard]] virtual Result<void> open() = 0;
    virtual void startLink() = 0;
    /// The operator does something; nothing is saved by a sign-on. Errors: the rules', the store's.
    [[nodiscard]] virtual Result<std::optional<Saved>>
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
    /// What stands there; null for a program that has no screen.
    [[nodiscard]] virtual const Screen* screen() const = 0;
    /// As DeskCore::openContact.
    virtual void openContact(
        const IncidentId& incident,
        const ContactId& contact,
        std::function<void(Result<std::string>)> done) = 0;
    /// A whole attached file as it lies on this desk. Errors: NotFound, those of reading.
    [[nodiscard]] virtual Result<Bytes> file(const Digest& hash, std::uint64_t size) const = 0;
};

/// The product's own.
[[nodiscard]] std::unique_ptr<Console> makeConsole(ConsoleSpec spec);
/// A program two versions on: writes kinds of acts and fields that nobody else knows, over the same log and protocol.
[[nodiscard]] std::unique_ptr<Console> makeNewerConsole(ConsoleSpec spec);

} // namespace sz::sim
