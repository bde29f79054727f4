// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A city's night in a second: the real engine, the real desks, and everything that can go wrong between them.

#include "data/base/Hash.h"
#include "data/sim/HqNode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sz::sim {

struct Setup
{
    std::uint64_t seed = 1;
    int desks = 6;
    int headquarters = 1; ///< more than one share a store, and desks roam between them
    int steps = 120;      ///< things done or gone wrong before the healing
    Mutation mutation = Mutation::None;
    int joiner =
        -1; ///< this desk, one of the office, comes in the second half and takes a snapshot
    /// Nothing goes wrong but what is in `wounds`; in the middle every program is ended and started in good order.
    bool isCalm = false;
    std::map<int, std::deque<Wound>> wounds; ///< by desk; −1: headquarters. See Disk::plan
    std::function<void(Instant, std::string_view, BytesView)>
        follow; ///< sees every event; may be empty
};

struct Outcome
{
    std::vector<std::string> violations; ///< empty: all is as it must be
    Digest trace{};                      ///< the same for the same setup
    std::uint64_t events = 0;
    std::uint64_t saved = 0;    ///< acts called saved
    std::uint64_t accepted = 0; ///< entries in headquarters' log
    std::uint64_t crashes = 0;
    std::uint64_t messages = 0;
    std::uint64_t connections = 0;
    std::uint64_t mangled = 0; ///< messages lost, doubled or swapped inside a connection
    std::map<int, std::vector<Call>>
        calls; ///< of the first process on each disk, when calm; keys as in `wounds`
    Told told; ///< what people put in, and how much of it was used
    std::uint64_t rotsFound = 0; ///< bits that turned after the night and were noticed
    Millis lasted{0};            ///< virtual time
    Millis healing{0};           ///< from the end of all faults to rest; virtual
    Millis slowest{
        0}; ///< from a desk's being live after the healing to its showing everything; virtual
};

/// Runs one night to its end. Errors do not come out of it: what fails is a violation. Thread: one at a time in a process
/// (SQLite's default VFS is replaced meanwhile).
[[nodiscard]] Outcome simulate(const Setup& setup);

} // namespace sz::sim
