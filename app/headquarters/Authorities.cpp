// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Authorities.h"

#include "app/headquarters/Folder.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <openssl/crypto.h>

#include <format>

namespace sz::headquarters {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

// All that changes, in one file that is there or not: what it says is done again until it is gone.
constexpr auto kPlanned = "authority.rolled";

Result<void> plan(const fs::path& folder, json::object files)
{
    std::string text = json::serialize(files);
    auto done = writeFile(folder / kPlanned, text);
    OPENSSL_cleanse(text.data(), text.size());
    return done.and_then([&] { return finishRoll(folder); });
}

std::string listAuthorities(const fs::path& folder)
{
    std::string out;
    for (const std::string& one : net::splitCertificates(readFile(folder / "authority.pem"))) {
        const auto facts = net::factsOf(one);
        out += std::format(
            "{}\t{}\t{:%F}\t{}\n", out.empty() ? "signs" : "trusted",
            net::fingerprint(one).value_or("?"), facts->until, facts->commonName);
    }
    return out;
}

} // namespace

Result<void> finishRoll(const fs::path& folder)
{
    std::error_code error;
    if (!fs::exists(folder / kPlanned, error)) {
        return {};
    }
    const json::value planned = json::parse(readFile(folder / kPlanned), error);
    if (error || !planned.is_object()) {
        return fail(Code::FileMalformed, "cannot be read", (folder / kPlanned).string());
    }
    for (const auto& [file, text] : planned.get_object()) {
        if (auto done = writeFile(folder / std::string(file), std::string(text.as_string()));
            !done) {
            return done;
        }
    }
    fs::remove(folder / kPlanned, error);
    return error ? fail(Code::Io, error.message(), (folder / kPlanned).string()) : Result<void>();
}

Result<void> rollAuthority(const fs::path& folder, const std::string& name, Instant now)
{
    const net::Identity older{
        readFile(folder / "authority.pem"), readFile(folder / "authority.key")};
    const net::Identity newer = net::makeAuthority(
        std::format("{} {:%F}", name.substr(0, 50), std::chrono::floor<std::chrono::days>(now)),
        now);
    if (newer.key.empty()) {
        return fail(Code::BadCertificate, "no new authority could be made");
    }
    return net::crossSign(older, newer.certificate, now).and_then([&](const std::string& cross) {
        return plan(
            folder, {{"authority.cross.pem", cross + readFile(folder / "authority.cross.pem")},
                     {"authority.pem", newer.certificate + older.certificate},
                     {"authority.key", newer.key}});
    });
}

Result<void> retireAuthorities(const fs::path& folder)
{
    const auto all = net::splitCertificates(readFile(folder / "authority.pem"));
    if (all.empty()) {
        return fail(Code::BadCertificate, "no authority", (folder / "authority.pem").string());
    }
    return plan(folder, {{"authority.cross.pem", ""}, {"authority.pem", all.front()}});
}

Result<std::string> performAuthority(
    const std::vector<std::string>& words,
    const fs::path& folder,
    const std::string& name,
    Instant now)
{
    const std::string verb = words.size() == 2 ? words[1] : "";
    Result<void> done;
    if (verb == "roll") {
        done = rollAuthority(folder, name, now);
    } else if (verb == "retire") {
        done = retireAuthorities(folder);
    } else if (words.size() != 1) {
        return fail(Code::BadArgument, "authority takes roll or retire");
    }
    return done.transform([&] { return listAuthorities(folder); });
}

} // namespace sz::headquarters
