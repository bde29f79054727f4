// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What must hold beside feeds and boards: shifts, refusals, people, attached files, sealed contacts.

#include "data/sim/HqNode.h"

namespace sz::sim {

/// The desk shows shifts as its feed tells them, and every act that was refused and is not dealt with. `maySee`: numbers.
void checkScreen(
    Ground& ground,
    DeskNode& desk,
    const std::vector<store::NumberedEntry>& entries,
    const std::set<std::uint64_t>& maySee);

/// Nothing of a person stands that was done after the person was disabled.
void checkDisabled(Ground& ground, const std::vector<store::NumberedEntry>& entries);

/// One sentence for each attached file whose bytes headquarters, or a desk that shows the open incident, does not hold (yet).
/// Bytes other than those attached are a violation at once.
[[nodiscard]] std::vector<std::string> missingFiles(
    Ground& ground,
    HqNode& headquarters,
    const std::vector<std::unique_ptr<DeskNode>>& desks);

/// Every desk opens contacts on its screen, one after the other.
class ContactReading
{
public:
    explicit ContactReading(Ground& ground) : m_ground(ground) {}

    /// The next contact of this desk, if it has one more.
    void askOne(DeskNode& desk);
    /// What came of it. `areOver`: their time has come, nobody may read one. `isWhole`: no disk has failed this night, so each that
    /// may be read can be.
    void judge(bool areOver, bool isWhole);

private:
    struct Answer
    {
        DeskId desk;
        ContactId contact;
        std::optional<Result<std::string>> text;
    };
    Ground& m_ground;
    std::map<DeskId, std::size_t> m_next;
    std::vector<std::shared_ptr<Answer>> m_answers; // shared with desks that may answer late
};

/// No file under these folders holds the key of a contact.
void checkKeysGone(Ground& ground, const std::vector<std::filesystem::path>& folders);

} // namespace sz::sim
