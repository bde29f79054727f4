// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What people put in and what left the desks, as nobody in the city remembers it: what comes out is held against it.

#include "data/base/Hash.h"
#include "data/base/Ids.h"

#include <map>
#include <set>

namespace sz::sim {

struct Told
{
    std::map<ContactId, std::string> contacts; ///< in the clear; those that were said to be saved
    std::set<std::string> typedContacts;       ///< also those whose desk died before it said so
    std::map<ContactId, Bytes> keys;           ///< of them, as sent to headquarters
    std::map<Digest, Bytes> files;             ///< attached
    std::map<PersonCode, std::uint64_t> disabled;       ///< the last number given before it
    std::set<std::pair<DeskId, std::uint64_t>> refused; ///< acts with a "no" that reached the desk
    std::uint64_t joined = 0;                           ///< desks that went on from a snapshot
    std::uint64_t signOns = 0;                          ///< with a grant
    std::map<std::uint32_t, std::uint64_t> shiftActs;   ///< saved; by entry type
    std::uint64_t drawingActs = 0;                      ///< saved
    std::uint64_t planActs = 0;                         ///< saved
    std::uint64_t approved = 0;                         ///< changes of the plan, at headquarters
    std::uint64_t contactsRead = 0;                     ///< as they were typed
    std::uint64_t misread = 0;                          ///< otherwise
};

} // namespace sz::sim
