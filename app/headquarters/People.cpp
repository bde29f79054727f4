// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/People.h"

#include "data/store/PeopleRows.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace sz::headquarters {
namespace {

constexpr auto kPostsKey = "posts";
constexpr int kFirstNumber = 1001;
constexpr std::size_t kMostName = 60;

std::string nextNumber(const std::vector<store::PersonRecord>& all)
{
    int next = kFirstNumber;
    for (const store::PersonRecord& one : all) {
        const std::string& code = one.person.code.value;
        int number = 0;
        const auto [end, ec] = std::from_chars(code.data(), code.data() + code.size(), number);
        if (ec == std::errc() && end == code.data() + code.size()) {
            next = std::max(next, number + 1);
        }
    }
    return std::to_string(next);
}

Result<Verifier> unpacked(const std::string& text)
{
    Verifier out;
    const std::size_t colon = text.find(':');
    auto salt = fromHex(text.substr(0, colon));
    auto hash = colon == std::string::npos ? fail(Code::BadArgument, "verifier")
                                           : fromHex(text.substr(colon + 1));
    if (!salt || !hash || hash->size() != 32) {
        return fail(Code::BadArgument, "verifier");
    }
    out.salt = std::move(*salt);
    out.hash = std::move(*hash);
    return out;
}

std::string lineOf(const store::PersonRecord& one)
{
    return std::format(
        "{}\t{}\t{}\t{}\t{}\t{}\n", one.person.code.value, one.person.unit.value, one.person.name,
        store::joinPosts(one.person.posts),
        one.disabledAt   ? "disabled"
        : one.mustChange ? "start-password"
                         : "active",
        one.person.pinyin);
}

bool isCode(const std::string& text)
{
    return !text.empty() && text.size() <= 16
           && text.find_first_not_of(
                  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-")
                  == std::string::npos;
}

Result<std::string> add(const std::vector<std::string>& words, const PeopleAdministration& by)
{
    const auto all = by.all();
    const auto verifier = all ? unpacked(words[7]) : std::unexpected(all.error());
    if (!verifier) {
        return std::unexpected(verifier.error());
    }
    model::Person person;
    person.unit = UnitCode(words[1]);
    person.code = PersonCode(words[2] == "-" ? nextNumber(*all) : words[2]);
    person.name = words[3];
    person.posts = store::splitPosts(words[4]);
    person.pinyin = words[5] == "-" ? "" : words[5];
    person.initials = words[6] == "-" ? "" : words[6];
    if (!isCode(person.code.value) || person.name.empty() || person.name.size() > kMostName
        || person.posts.empty() || !isUtf8(person.name)) {
        return fail(Code::BadArgument, "number, name and posts");
    }
    const std::string code = person.code.value;
    return by.add(std::move(person), *verifier, words[8] == "1").transform([&] {
        return code + "\n";
    });
}

Result<void> checkPosts(store::HqLog& log, const model::Person& person)
{
    const auto known = log.meta(kPostsKey);
    if (!known) {
        return std::unexpected(known.error());
    }
    const std::string list = " " + known->value_or("") + " ";
    for (const PostCode& post : person.posts) {
        if (!list.contains(std::format(" {}:{} ", person.unit.value, post.value))) {
            return fail(Code::PostNotYours, post.value);
        }
    }
    return {};
}

Result<store::PersonRecord> find(store::HqLog& log, const PersonCode& code)
{
    return log.people().all().and_then([&](const auto& all) -> Result<store::PersonRecord> {
        const auto it = std::ranges::find(
            all, code, [](const store::PersonRecord& one) { return one.person.code; });
        if (it == all.end()) {
            return fail(Code::NotFound, code.value);
        }
        return *it;
    });
}

Result<void> inOne(store::HqLog& log, const std::function<Result<void>()>& work)
{
    auto done = log.begin().and_then(work).and_then([&] { return log.commit(); });
    if (!done) {
        log.rollback();
    }
    return done;
}

Result<void>
resetIn(store::HqLog& log, const PersonCode& code, const Verifier& verifier, bool mustChange)
{
    const auto tries = log.people().tries();
    if (!tries) {
        return std::unexpected(tries.error());
    }
    return find(log, code).and_then([&](store::PersonRecord record) {
        record.verifier = verifier;
        record.mustChange = mustChange;
        record.disabledAt.reset();
        return inOne(log, [&]() -> Result<void> {
            for (const store::TriesRecord& one : *tries) {
                auto ok = one.person == code ? log.people().putTries({one.person, one.desk, {}})
                                             : Result<void>{};
                if (!ok) {
                    return ok;
                }
            }
            return log.people().put(record);
        });
    });
}

// Ends their sign-ons with what has been received: later entries are refused.
Result<void> disableIn(store::HqLog& log, const PersonCode& code, Instant now)
{
    auto record = find(log, code);
    const auto grants =
        record ? log.people().grants(now - std::chrono::days(31)) : std::unexpected(record.error());
    const auto desks = grants ? log.desks().all() : std::unexpected(grants.error());
    if (!desks) {
        return std::unexpected(desks.error());
    }
    record->disabledAt = now;
    return inOne(log, [&]() -> Result<void> {
        for (store::GrantRecord one : *grants) {
            if (one.grant.person != code || one.endedAt) {
                continue;
            }
            const auto desk = std::ranges::find(*desks, one.grant.desk, &store::DeskRecord::id);
            one.endedAt = now;
            one.endedCounter = desk == desks->end() ? 0 : desk->lastCounter;
            if (auto ok = log.people().putGrant(one); !ok) {
                return ok;
            }
        }
        return log.people().put(*record);
    });
}

} // namespace

std::string packed(const Verifier& verifier)
{
    return toHex(verifier.salt) + ":" + toHex(verifier.hash);
}

PeopleAdministration peopleOf(hq::Engine& engine)
{
    return {
        [&](model::Person person, const Verifier& verifier, bool mustChange) {
            return engine.addPerson(std::move(person), verifier, mustChange);
        },
        [&](const PersonCode& code, const Verifier& verifier, bool mustChange) {
            return engine.resetPerson(code, verifier, mustChange);
        },
        [&](const PersonCode& code) { return engine.disablePerson(code); },
        [&] { return Result<std::vector<store::PersonRecord>>(engine.people()); }};
}

PeopleAdministration peopleOf(store::HqLog& log, const Clock& clock)
{
    return {
        [&](model::Person person, const Verifier& verifier, bool mustChange) {
            return checkPosts(log, person).and_then([&]() -> Result<void> {
                if (find(log, person.code)) {
                    return fail(Code::BadArgument, "the number is taken: " + person.code.value);
                }
                return inOne(log, [&] {
                    return log.people().put(
                        {std::move(person), verifier, mustChange, clock.now(), std::nullopt});
                });
            });
        },
        [&](const PersonCode& code, const Verifier& verifier, bool mustChange) {
            return resetIn(log, code, verifier, mustChange);
        },
        [&](const PersonCode& code) { return disableIn(log, code, clock.now()); },
        [&] { return log.people().all(); }};
}

Result<void> rememberPosts(store::HqLog& log, const plan::Plan& plan)
{
    std::string list;
    for (const plan::Post& post : plan.posts) {
        list += std::format("{}{}:{}", list.empty() ? "" : " ", post.unit.value, post.code.value);
    }
    return log.setMeta(kPostsKey, list);
}

bool isAboutPeople(const std::vector<std::string>& words)
{
    return !words.empty() && words[0].starts_with("person-");
}

Result<std::string>
performOnPeople(const std::vector<std::string>& words, const PeopleAdministration& by)
{
    const std::string& verb = words[0];
    const auto nothing = [] { return std::string(); };
    if (verb == "person-add" && words.size() == 9) {
        return add(words, by);
    }
    if (verb == "person-list" && words.size() == 1) {
        return by.all().transform([](const auto& all) {
            std::string out;
            std::ranges::for_each(all, [&](const auto& one) { out += lineOf(one); });
            return out;
        });
    }
    if (verb == "person-reset" && words.size() == 4) {
        return unpacked(words[2])
            .and_then([&](const Verifier& verifier) {
                return by.reset(PersonCode(words[1]), verifier, words[3] == "1");
            })
            .transform(nothing);
    }
    if (verb == "person-disable" && words.size() == 2) {
        return by.disable(PersonCode(words[1])).transform(nothing);
    }
    return fail(Code::BadArgument, verb);
}

} // namespace sz::headquarters
