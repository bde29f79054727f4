// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/Profile.h"

#include "data/net/Authority.h"
#include "data/net/Slip.h"
#include "data/store/FolderLock.h"
#include "data/store/Reseal.h"
#include "data/sync/Frames.h"

#include <toml++/toml.hpp>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <fstream>
#include <future>
#include <optional>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace sz::desk {
namespace {

constexpr std::chrono::seconds kEnrolPatience{10};

Result<std::string> readText(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in || text.str().empty()) {
        return fail(Code::FileUnreadable, "cannot be read or is empty", file.string());
    }
    return text.str();
}

// Without it a power cut may bring the old name back.
Result<void> syncFolder(const std::filesystem::path& folder)
{
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = fd >= 0 && ::fsync(fd) == 0;
    const int error = errno;
    if (fd >= 0) {
        ::close(fd);
    }
    return isSynced ? Result<void>() : fail(Code::Io, std::strerror(error), folder.string());
}

// Written beside, synced and renamed: a profile is whole or not there.
Result<void> writePrivate(const std::filesystem::path& file, const std::string& text)
{
    const std::string fresh = file.string() + ".new";
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) {
        return fail(errno == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(errno), fresh);
    }
    const bool isWritten =
        ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size())
        && ::fsync(fd) == 0;
    const int error = errno;
    ::close(fd);
    if (!isWritten || ::rename(fresh.c_str(), file.c_str()) != 0) {
        return fail(
            error == ENOSPC ? Code::NoSpace : Code::Io, std::strerror(error), file.string());
    }
    return syncFolder(file.parent_path());
}

Result<std::string>
field(const toml::table& table, const char* key, const std::filesystem::path& file)
{
    const auto value = table[key].value<std::string>();
    if (!value || value->empty()) {
        const auto line = table[key] ? table[key].node()->source().begin.line : 0;
        return fail(
            Code::FileMalformed, std::format("{} is missing or no text", key),
            line > 0 ? std::format("{}:{}", file.string(), line) : file.string());
    }
    return *value;
}

// Only what nobody works on: a conversion that goes on in another process holds the lock.
Result<void> endResealing(const std::filesystem::path& folder)
{
    if (!store::hasResealing(folder)) {
        return {};
    }
    const auto lock = store::FolderLock::take(folder / "lock");
    return lock ? store::finishResealing(folder) : std::unexpected(lock.error());
}

Result<void>
readOthers(const toml::table& table, Profile& profile, const std::filesystem::path& file)
{
    const toml::array* list = table["others"].as_array();
    if (list == nullptr && table.contains("others")) {
        return fail(Code::FileMalformed, "others is no list of addresses", file.string());
    }
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto at = net::readAddress((*list)[i].value_or(std::string()));
        if (!at) {
            return fail(
                Code::FileMalformed, std::format("others: item {} is not host:port", i + 1),
                file.string());
        }
        profile.others.push_back(*at);
    }
    return {};
}

Result<void>
readTable(const toml::table& table, Profile& profile, const std::filesystem::path& file)
{
    for (const auto& [key, target] :
         {std::pair{"unit", &profile.unit.value},
          {"desk", &profile.desk.value},
          {"operation", &profile.operation.value},
          {"host", &profile.headquarters.host}}) {
        auto value = field(table, key, file);
        if (!value) {
            return std::unexpected(value.error());
        }
        *target = std::move(*value);
    }
    const auto port = table["port"].value<std::int64_t>();
    if (!port || *port < 1 || *port > 65535) {
        return fail(Code::FileMalformed, "port is missing or not 1 to 65535", file.string());
    }
    profile.headquarters.port = static_cast<std::uint16_t>(*port);
    return readOthers(table, profile, file);
}

} // namespace

std::vector<net::Endpoint> Profile::addresses() const
{
    std::vector<net::Endpoint> all{headquarters};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}

Result<Profile> loadProfile(const std::filesystem::path& folder)
{
    const auto file = folder / "profile.toml";
    if (auto ended = endResealing(folder); !ended) {
        return std::unexpected(ended.error());
    }
    if (!std::filesystem::exists(file)) {
        return fail(Code::NotFound, "no profile yet", file.string());
    }
    auto text = readText(file);
    if (!text) {
        return std::unexpected(text.error());
    }
    Profile profile;
    profile.folder = folder;
    try {
        if (auto ok = readTable(toml::parse(*text), profile, file); !ok) {
            return std::unexpected(ok.error());
        }
    } catch (const toml::parse_error& e) {
        return fail(
            Code::FileMalformed, std::string(e.description()),
            std::format("{}:{}", file.string(), e.source().begin.line));
    }
    for (const auto& [name, target] :
         {std::pair{"desk.crt", &profile.credentials.certificate},
          {"desk.key", &profile.credentials.key},
          {"ca.crt", &profile.credentials.authority}}) {
        auto pem = readText(folder / name);
        if (!pem) {
            return std::unexpected(pem.error());
        }
        *target = std::move(*pem);
    }
    if (profile.isLocked()) {
        profile.credentials.key.clear(); // sealed
    }
    return profile;
}

Result<void> unlockProfile(Profile& profile, std::string_view passphrase)
{
    auto key = vault::unlock(profile.folder, passphrase);
    if (!key) {
        return std::unexpected(key.error());
    }
    return readText(profile.folder / "desk.key")
        .and_then([&](const std::string& text) { return store::openKeyText(text, **key); })
        .transform([&](std::string pem) {
            profile.credentials.key = std::move(pem);
            profile.dataKey = std::move(*key);
        });
}

Result<void> saveProfile(const Profile& profile)
{
    std::error_code error;
    std::filesystem::create_directories(profile.folder, error);
    if (error || ::chmod(profile.folder.c_str(), 0700) != 0) {
        return fail(
            Code::Io, error ? error.message() : std::strerror(errno), profile.folder.string());
    }
    toml::array others;
    for (const net::Endpoint& at : profile.others) {
        others.push_back(net::addressText(at));
    }
    std::ostringstream text;
    text << "# Who this desk is. Made by enrolment; the key lies in desk.key and nowhere else.\n"
         << toml::table{{"unit", profile.unit.value},
                        {"desk", profile.desk.value},
                        {"operation", profile.operation.value},
                        {"host", profile.headquarters.host},
                        {"port", static_cast<std::int64_t>(profile.headquarters.port)},
                        {"others", std::move(others)}}
         << "\n";
    const std::string key = profile.dataKey
                                ? store::sealKeyText(profile.credentials.key, *profile.dataKey)
                                : profile.credentials.key;
    return writePrivate(profile.folder / "desk.key", key)
        .and_then([&] {
            return writePrivate(profile.folder / "desk.crt", profile.credentials.certificate);
        })
        .and_then(
            [&] { return writePrivate(profile.folder / "ca.crt", profile.credentials.authority); })
        .and_then([&] { return writePrivate(profile.folder / "profile.toml", text.str()); });
}

Result<void> saveCertificates(const Profile& profile)
{
    return writePrivate(profile.folder / "ca.crt", profile.credentials.authority).and_then([&] {
        return writePrivate(profile.folder / "desk.crt", profile.credentials.certificate);
    });
}

Result<Profile> enrol(
    const std::filesystem::path& folder,
    const net::Endpoint& headquarters,
    const std::string& code,
    const std::string& pinnedAuthority)
{
    const SigningKey key = SigningKey::generate();
    std::promise<Result<sync::Frame>> answer;
    std::atomic<bool> isAnswered = false;
    const auto say = [&](Result<sync::Frame> result) {
        if (!isAnswered.exchange(true)) {
            answer.set_value(std::move(result));
        }
    };
    net::ClientLink* line = nullptr;
    net::ClientLink link({
        [&] {
            const std::string proven = "sanzhen enrol 1" + code;
            sync::Enrol request{code, key.publicKey(), key.sign(viewOf(proven)), {}};
            char name[256] = {};
            ::gethostname(name, sizeof name - 1);
            request.name = name;
            line->send(sync::encodeFrame(request));
        },
        [&](Bytes message) { say(sync::decodeFrame(message)); },
        [&](Error error) { say(std::unexpected(std::move(error))); },
    });
    line = &link;
    link.open(headquarters, {}, pinnedAuthority);
    auto future = answer.get_future();
    if (future.wait_for(kEnrolPatience) != std::future_status::ready) {
        link.stop();
        return fail(Code::LinkDown, "headquarters did not answer");
    }
    link.stop();
    auto frame = future.get();
    if (!frame) {
        return std::unexpected(frame.error());
    }
    if (const auto* refused = std::get_if<sync::Refused>(&*frame)) {
        return fail(refused->code, refused->detail);
    }
    const auto* enrolled = std::get_if<sync::Enrolled>(&*frame);
    if (enrolled == nullptr) {
        return fail(Code::BadEncoding, "headquarters answered something else");
    }
    return Profile{
        folder,
        enrolled->unit,
        enrolled->desk,
        enrolled->operation,
        headquarters,
        {},
        {enrolled->certificate, net::keyToPem(key), enrolled->authority},
        {}};
}

} // namespace sz::desk
