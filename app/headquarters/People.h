// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The administrator's commands on duty people: `sanzhen-hq person add|list|reset|disable`.

#include "data/hq/Engine.h"

#include <functional>
#include <string>
#include <vector>

namespace sz::headquarters {

/// What a running headquarters does, or a folder that nobody serves.
struct PeopleAdministration
{
    std::function<Result<void>(model::Person, const Verifier&, bool mustChange)> add;
    std::function<Result<void>(const PersonCode&, const Verifier&, bool mustChange)> reset;
    std::function<Result<void>(const PersonCode&)> disable;
    std::function<Result<std::vector<store::PersonRecord>>()> all;
};

[[nodiscard]] PeopleAdministration peopleOf(hq::Engine& engine);
[[nodiscard]] PeopleAdministration peopleOf(store::HqLog& log, const Clock& clock);

/// Remembers the plan's posts, so that people can be added while nobody serves.
[[nodiscard]] Result<void> rememberPosts(store::HqLog& log, const plan::Plan& plan);

/// Is it one of ours, "person-…"?
[[nodiscard]] bool isAboutPeople(const std::vector<std::string>& words);
/// Carries it out and returns what to print. Passwords come as verifiers: they never travel.
/// Errors: BadArgument, NoSuchUnit, PostNotYours, NotFound, the store's.
[[nodiscard]] Result<std::string>
performOnPeople(const std::vector<std::string>& words, const PeopleAdministration& by);

/// How a verifier travels to the running headquarters.
[[nodiscard]] std::string packed(const Verifier& verifier);

/// Reads a new password from the terminal (twice, unseen) or, when stdin is none, one line of it.
/// Errors: SecretTooWeak, BadArgument (the two differ, or nothing was given).
[[nodiscard]] Result<std::string> readSecret(bool isChinese);

} // namespace sz::headquarters
