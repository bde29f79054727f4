// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/PersonCommand.h"

namespace sz::headquarters {
namespace {

struct Secret
{
    std::string verifier;
    std::string start; ///< empty: chosen by the person
};

Result<Secret> secretFor(const PersonCall& call, bool isChinese)
{
    if (call.isAsked) {
        return readSecret(isChinese).transform(
            [](const std::string& text) { return Secret{packed(makeVerifier(text)), {}}; });
    }
    std::string start = makeStartSecret();
    return Secret{packed(makeVerifier(start)), start};
}

std::string orNone(const std::string& text)
{
    return text.empty() ? "-" : text;
}

std::string joined(const std::vector<std::string>& posts)
{
    std::string out;
    for (const std::string& post : posts) {
        out += (out.empty() ? "" : " ") + post;
    }
    return out;
}

Result<PreparedCall> withSecret(
    const PersonCall& call,
    bool isChinese,
    const std::function<std::vector<std::string>(const Secret&)>& words)
{
    return secretFor(call, isChinese).transform([&](const Secret& secret) {
        auto all = words(secret);
        all.emplace_back(secret.start.empty() ? "0" : "1"); // a start password must be changed
        return PreparedCall{std::move(all), secret.start};
    });
}

} // namespace

Result<PreparedCall> prepare(const PersonCall& call, bool isChinese)
{
    if (call.verb == "list") {
        return PreparedCall{{"person-list"}, {}};
    }
    if (call.verb == "add" && !call.unit.empty() && !call.name.empty() && !call.posts.empty()) {
        return withSecret(call, isChinese, [&](const Secret& secret) {
            return std::vector<std::string>{
                "person-add",       call.unit,           orNone(call.number),   call.name,
                joined(call.posts), orNone(call.pinyin), orNone(call.initials), secret.verifier};
        });
    }
    if (call.verb == "reset" && !call.number.empty()) {
        return withSecret(call, isChinese, [&](const Secret& secret) {
            return std::vector<std::string>{"person-reset", call.number, secret.verifier};
        });
    }
    if (call.verb == "disable" && !call.number.empty()) {
        return PreparedCall{{"person-disable", call.number}, {}};
    }
    return fail(Code::BadArgument, "person add|list|reset|disable, see --help");
}

} // namespace sz::headquarters
