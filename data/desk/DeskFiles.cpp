// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/desk/DeskFiles.h"

#include "data/log/Cbor.h"

#include <algorithm>
#include <cstdlib>
#include <format>

namespace sz::desk {
namespace {

namespace fs = std::filesystem;

constexpr auto kMemo = "files-to-send";

// Memory of the session where there is one: a copy in the clear of a sealed file must not outlive the power.
fs::path copiesFolder(const Profile& profile)
{
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    const bool isSealed = profile.dataKey != nullptr;
    return isSealed && runtime != nullptr && *runtime == '/'
               ? fs::path(runtime)
                     / ("sanzhen-" + toHex(sha256(viewOf(profile.folder.string()))).substr(0, 16))
               : profile.folder / "opened";
}

std::string copyName(const Digest& hash)
{
    return toHex(hash).substr(0, 16);
}

} // namespace

DeskFiles::~DeskFiles()
{
    std::error_code ignored;
    fs::remove_all(m_copies, ignored);
}

DeskFiles::DeskFiles(const DeskOptions& options, store::DeskLog& log, Ports ports)
    : m_log(log), m_unit(options.profile.unit), m_copies(copiesFolder(options.profile)),
      m_keeper(std::make_shared<FileKeeper>(
          options.profile.filesFolder(),
          options.files != nullptr ? *options.files : store::systemFiles(),
          options.profile.dataKey)),
      m_ports(std::move(ports)), m_traffic(*m_keeper, trafficPorts(m_ports.traffic))
{
}

FileTraffic::Ports DeskFiles::trafficPorts(FileTraffic::Ports given)
{
    given.changed = [this](const Digest& hash) { publish(hash); };
    given.sent = [this](const Digest& hash) { onSent(hash); };
    given.fetched = [this](const Digest& hash, const Result<void>& done) { onFetched(hash, done); };
    return given;
}

Result<void> DeskFiles::open()
{
    std::error_code ignored;
    fs::remove_all(m_copies, ignored); // of the last time
    m_keeper->open();
    return readList().transform([this] {
        if (m_ports.isRebuilt) {
            return; // nobody knows yet what is still to be sent
        }
        m_keeper->shrinkTo(kCache, [this](const std::string& name) {
            return std::ranges::any_of(
                m_waiting, [&](const auto& one) { return m_keeper->nameOf(one.first) == name; });
        });
    });
}

Result<bool> DeskFiles::mustSend(const Digest& hash, const IncidentId& incident, std::uint64_t size)
{
    if (!m_waiting.try_emplace(hash, Waiting{incident, size}).second) {
        return false;
    }
    auto written = writeList();
    if (!written) {
        m_waiting.erase(hash);
    }
    return written.transform([] { return true; });
}

void DeskFiles::follow(const model::Incident& incident)
{
    std::vector<FileStatus> changed;
    for (const model::Attachment& file : incident.files) {
        m_sizes.insert_or_assign(file.hash, file.size);
        if (m_ports.isRebuilt && file.unit == m_unit && m_keeper->has(file.hash)) {
            std::ignore = mustSend(file.hash, incident.id, file.size); // the list went with log.db
        }
        const bool isOwn = m_waiting.contains(file.hash);
        const bool isOnItsWay = m_traffic.progress(file.hash).has_value();
        if (isOwn && file.number > 0 && !isOnItsWay) {
            m_traffic.send(file.hash, incident.id, file.size);
        } else if (
            !isOwn && !isOnItsWay && file.number > 0 && file.size <= kSmall
            && incident.state != model::IncidentState::Closed && !m_keeper->has(file.hash)) {
            m_traffic.fetch(file.hash, incident.id, file.size, false);
        }
        changed.push_back(status(file.hash, file.size));
    }
    if (!changed.empty()) {
        m_ports.changed(changed);
    }
}

Result<void>
DeskFiles::keepOnly(const std::function<bool(const Digest&, const IncidentId&)>& isWanted)
{
    std::vector<Digest> gone;
    for (const auto& [hash, waiting] : m_waiting) {
        if (!isWanted(hash, waiting.incident)) {
            gone.push_back(hash);
        }
    }
    if (gone.empty()) {
        return {};
    }
    for (const Digest& hash : gone) {
        m_waiting.erase(hash);
        m_traffic.forget(hash);
    }
    return writeList().and_then([&] { return drop(gone); });
}

Result<void> DeskFiles::drop(const std::vector<Digest>& hashes)
{
    for (const Digest& hash : hashes) {
        if (m_waiting.contains(hash)) {
            continue; // of another incident, too, and nobody else has it
        }
        m_traffic.forget(hash);
        dropCopies(hash);
        if (auto removed = m_keeper->remove(hash); !removed) {
            return removed;
        }
    }
    return {};
}

void DeskFiles::dropCopies(const Digest& hash)
{
    std::error_code ignored;
    for (const auto& one : fs::directory_iterator(m_copies, ignored)) {
        if (one.path().stem() == copyName(hash)) {
            fs::remove(one.path(), ignored);
        }
    }
}

void DeskFiles::openCopy(const IncidentId& incident, const model::Attachment& file, Opened done)
{
    if (m_keeper->has(file.hash)) {
        auto copy = copyOf(file);
        if (copy || copy.error().code != Code::BadChain) {
            done(copy);
            return;
        }
        m_ports.warn("an attached file was damaged here and is fetched again: " + toHex(file.hash));
    }
    if (m_waiting.contains(file.hash)) {
        done(fail(Code::NotFound, "it was lost on this desk before anybody else had it"));
        return;
    }
    if (!m_ports.isLinked()) {
        done(fail(Code::LinkDown, "not on this desk, and no link to fetch it"));
        return;
    }
    m_wishes.try_emplace(file.hash, Wish{file, {}}).first->second.done.push_back(std::move(done));
    m_traffic.fetch(file.hash, incident, file.size, true);
}

FileStatus DeskFiles::status(const Digest& hash, std::uint64_t size) const
{
    FileStatus out;
    out.hash = hash;
    out.size = size;
    const auto progress = m_traffic.progress(hash);
    const bool isWaiting = m_waiting.contains(hash);
    if (isWaiting) {
        out.stage = progress && progress->isUnderWay && progress->isSending
                        ? FileStatus::Stage::Sending
                        : FileStatus::Stage::Waiting;
    } else if (m_keeper->has(hash)) {
        out.stage = FileStatus::Stage::Here;
    } else {
        out.stage = progress && progress->isUnderWay ? FileStatus::Stage::Fetching
                                                     : FileStatus::Stage::Away;
    }
    if (progress) {
        out.done = progress->done;
        out.refusal = progress->refusal;
    }
    return out;
}

Result<void> DeskFiles::writeList() const
{
    if (m_waiting.empty()) {
        return m_log.setMemo(kMemo, std::nullopt);
    }
    log::Array list;
    for (const auto& [hash, waiting] : m_waiting) {
        list.emplace_back(log::Fields{
            {1, Bytes(hash.begin(), hash.end())}, {2, waiting.incident.value}, {3, waiting.size}});
    }
    return m_log.setMemo(kMemo, log::encode(log::Fields{{1, std::move(list)}}));
}

Result<void> DeskFiles::readList()
{
    const auto memo = m_log.memo(kMemo);
    if (!memo) {
        return std::unexpected(memo.error());
    }
    const auto value = *memo ? log::decode(**memo) : Result<log::Value>(log::Fields{});
    const auto* fields = value ? value->as<log::Fields>() : nullptr;
    if (fields == nullptr) {
        m_ports.warn("the list of files to send cannot be read");
        return {};
    }
    log::FieldReader in(*fields);
    for (const log::Value& one : in.arrayOr(1)) {
        const auto* row = one.as<log::Fields>();
        log::FieldReader reader(row != nullptr ? *row : *fields);
        const Bytes hash = reader.bytes(1);
        Waiting waiting{IncidentId(reader.text(2)), static_cast<std::uint64_t>(reader.integer(3))};
        Digest key{};
        if (row != nullptr && reader.ok() && hash.size() == key.size()) {
            std::ranges::copy(hash, key.begin());
            m_waiting.emplace(key, std::move(waiting));
        }
    }
    return {};
}

Result<fs::path> DeskFiles::copyOf(const model::Attachment& file)
{
    std::error_code error;
    fs::create_directories(m_copies, error);
    fs::permissions(m_copies, fs::perms::owner_all, error);
    const plan::FileType* type = plan::knownFileType(file.type);
    const fs::path to =
        m_copies
        / std::format("{}.{}", copyName(file.hash), type != nullptr ? type->suffix : "bin");
    fs::remove(to, error); // a viewer may have made something of it
    return m_keeper->copyTo(file.hash, to).transform([&] { return to; });
}

// In the list until headquarters has said that it is whole and on its disk.
void DeskFiles::onSent(const Digest& hash)
{
    m_waiting.erase(hash);
    if (auto written = writeList(); !written) { // it is offered once more after a start
        m_ports.warn("the list of files to send: " + written.error().detail);
    }
    publish(hash);
}

void DeskFiles::onFetched(const Digest& hash, const Result<void>& done)
{
    const auto wish = m_wishes.extract(hash);
    if (wish.empty()) {
        return;
    }
    const auto copy = done.and_then([&] { return copyOf(wish.mapped().file); });
    for (const Opened& tell : wish.mapped().done) {
        tell(copy);
    }
}

void DeskFiles::publish(const Digest& hash)
{
    const auto known = m_sizes.find(hash);
    m_ports.changed({status(hash, known == m_sizes.end() ? 0 : known->second)});
}

} // namespace sz::desk
