// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a buggy headquarters would have left in its file.

#include "data/sim/HqNode.h"

namespace sz::sim {

/// Does to hq.db what the mutation says; nothing for those that act elsewhere. Nobody may have it open.
void mutateFolder(Mutation mutation, const std::filesystem::path& folder, const Ground& ground);

/// The message as a forger would change it on its way; none when it is left alone.
[[nodiscard]] std::optional<Bytes> forged(const Bytes& message);

/// Leaves out the first place of what follows a snapshot, and puts the hash right. One desk's messages, in both directions.
class TailLoser
{
public:
    /// Up: false. Down: true when the message is another one now.
    bool pass(bool isUp, int desk, Bytes& message);

private:
    std::map<int, store::FeedHead> m_joined; ///< where a desk goes on from
};

} // namespace sz::sim
