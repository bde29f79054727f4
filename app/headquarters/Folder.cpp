// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Folder.h"

#include "app/headquarters/Authorities.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::headquarters {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::days kRenewBefore{30};
constexpr auto kAuthorityKey = "authority";

std::unexpected<Error> ioFailure(const fs::path& file)
{
    return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(errno), file.string());
}

bool writeAll(int descriptor, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t done = ::write(descriptor, text.data(), text.size());
        if (done < 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(done));
    }
    return ::fsync(descriptor) == 0;
}

} // namespace

Result<void> writeFile(const fs::path& file, const std::string& text)
{
    const fs::path draft = file.string() + ".new";
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return ioFailure(draft);
    }
    const bool written = writeAll(descriptor, text);
    ::close(descriptor);
    if (!written || ::rename(draft.c_str(), file.c_str()) != 0) {
        return ioFailure(file);
    }
    const int folder =
        ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); // the new name, too
    const bool isSynced = folder >= 0 && ::fsync(folder) == 0;
    const Result<void> done = isSynced ? Result<void>() : ioFailure(file);
    ::close(folder);
    return done;
}

std::string readFile(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

net::Identity readIdentity(const fs::path& folder, const std::string& name)
{
    return {readFile(folder / (name + ".pem")), readFile(folder / (name + ".key"))};
}

Result<net::Identity>
keepIdentity(const fs::path& folder, const std::string& name, net::Identity made)
{
    return writeFile(folder / (name + ".key"), made.key)
        .and_then([&] { return writeFile(folder / (name + ".pem"), made.certificate); })
        .transform([&] { return std::move(made); });
}

// Found here, a damaged key has a name; found by the TLS library it has none.
Result<net::Identity> withReadableKey(const fs::path& folder, const char* name, net::Identity found)
{
    const auto key = net::keyFromPem(found.key);
    if (!key) {
        return fail(
            Code::BadCertificate, "this key cannot be read: " + key.error().detail,
            (folder / name).string());
    }
    return found;
}

// A certificate without its key, or the other way round, is never papered over by a new authority: all desks hang on it.
Result<net::Identity> openAuthority(const fs::path& folder, const std::string& name, Instant now)
{
    net::Identity found = readIdentity(folder, "authority");
    if (found.certificate.empty() != found.key.empty()) {
        return fail(
            Code::BadCertificate, "one half of the authority is missing",
            (folder / "authority.pem").string());
    }
    if (found.key.empty()) {
        return keepIdentity(folder, "authority", net::makeAuthority(name, now));
    }
    return withReadableKey(folder, "authority.key", std::move(found));
}

Result<net::Identity>
openServer(const fs::path& folder, const net::Identity& authority, Instant now)
{
    const auto withCross = [&](net::Identity server) {
        server.certificate += readFile(folder / "authority.cross.pem");
        return server;
    };
    net::Identity found = readIdentity(folder, "server");
    const auto until = net::validUntil(found.certificate);
    if (!found.key.empty() && until && *until > now + kRenewBefore
        && net::isIssuedBy(found.certificate, authority.certificate)) {
        return withReadableKey(folder, "server.key", std::move(found)).transform(withCross);
    }
    return net::issueServer(authority, now)
        .and_then(
            [&](net::Identity made) { return keepIdentity(folder, "server", std::move(made)); })
        .transform(withCross);
}

} // namespace

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code ec;
    fs::create_directories(folder.parent_path(), ec); // when it fails mkdir says why
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        return fail(Code::StoreOpen, std::strerror(errno), folder.string());
    }
    fs::permissions(folder, fs::perms::owner_all, ec);
    if (ec) {
        return fail(Code::StoreOpen, ec.message(), folder.string());
    }
    return {};
}

Result<Identities> openIdentities(const fs::path& folder, const std::string& name, Instant now)
{
    return finishRoll(folder)
        .and_then([&] { return openAuthority(folder, name, now); })
        .and_then([&](const net::Identity& authority) {
            return openServer(folder, authority, now).transform([&](const net::Identity& server) {
                return Identities{authority, server};
            });
        });
}

Result<void> checkAuthority(store::HqLog& log, const net::Identity& authority)
{
    const auto print = net::fingerprint(authority.certificate);
    const auto known = print ? log.meta(kAuthorityKey) : std::unexpected(print.error());
    if (!known) {
        return std::unexpected(known.error());
    }
    // Rolled on: the one the log knows is now a former one of ours.
    const auto ours = net::splitCertificates(authority.certificate);
    const bool isFormer = *known && std::ranges::any_of(ours, [&](const std::string& one) {
        return net::fingerprint(one).value_or("") == **known;
    });
    if (!*known || (isFormer && **known != *print)) {
        return log.setMeta(kAuthorityKey, *print);
    }
    if (!isFormer) {
        return fail(
            Code::BadCertificate, "the operation's authority is another one: copy authority.pem "
                                  "and authority.key from its "
                                  "first headquarters, and remove server.pem and server.key");
    }
    return {};
}

Result<void> writeEndpoint(
    const fs::path& folder,
    const net::Endpoint& at,
    const OperationId& operation,
    const std::string& authority)
{
    const boost::json::object json{
        {"host", at.host},
        {"port", at.port},
        {"operation", operation.value},
        {"authority", authority},
        {"pid", ::getpid()}};
    return writeFile(folder / "endpoint.json", boost::json::serialize(json) + "\n");
}

void removeEndpoint(const fs::path& folder)
{
    std::error_code ignored; // gone is gone
    fs::remove(folder / "endpoint.json", ignored);
}

} // namespace sz::headquarters
