// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of incidents: attached here, brought by others, and gone with their incident.
#include "data/desk/DeskCore.h"

#include <algorithm>

namespace sz::desk {
namespace {

const model::AttachFile* attached(const std::optional<model::Act>& act)
{
    return act ? std::get_if<model::AttachFile>(&*act) : nullptr;
}

std::optional<model::Act> actOf(const log::Entry& entry)
{
    auto act = model::decodeAct(entry.type, entry.typeVersion, entry.body);
    return act ? std::optional(std::move(*act)) : std::nullopt;
}

} // namespace

void DeskCore::openFiles()
{
    m_files.emplace(
        m_options, *m_log,
        DeskFiles::Ports{
            {[this](const sync::FileOffer& f) { std::ignore = m_sync->tell(f); },
             [this](const sync::FileChunk& f) { std::ignore = m_sync->tell(f); },
             [this](const sync::FileAsk& f) { std::ignore = m_sync->tell(f); },
             [this] { return m_sync && m_sync->isQuiet(); },
             {},
             {},
             {}},
            [this](const std::vector<FileStatus>& changed) {
                if (m_listener.files) {
                    m_listener.files(changed);
                }
            },
            [this](const std::string& line) { warn(line); },
            [this] { return m_sync && m_sync->isWelcome(); },
            m_isRebuilt});
    if (const auto ok = m_files->open(); !ok) { // duty goes on without pictures
        warn("the folder of attached files: " + ok.error().detail);
    }
}

// After the board is there: what a crash has left between the copy of a file and its act goes; the rest is sent.
void DeskCore::resumeFiles()
{
    std::set<IncidentId> waiting;
    const auto kept = m_files->keepOnly([&](const Digest& hash, const IncidentId& id) {
        const auto incident = fetch(id);
        const bool isThere = incident && (*incident)->file(hash) != nullptr;
        if (isThere) {
            waiting.insert(id);
        }
        return isThere || isRefusedFile(hash);
    });
    if (!kept) {
        warn("files that wait to be sent: " + kept.error().detail);
    }
    for (const IncidentId& id : waiting) {
        if (const auto incident = fetch(id)) {
            m_files->follow(**incident);
        }
    }
}

// The officer may still file it again.
bool DeskCore::isRefusedFile(const Digest& hash) const
{
    return std::ranges::any_of(m_outbox, [&](const store::OwnEntry& own) {
        const auto entry = log::decodeEntry(own.raw);
        const auto act = entry ? actOf(*entry) : std::nullopt;
        const auto* file = attached(act);
        return own.state == store::SendState::Rejected && file != nullptr && file->hash == hash;
    });
}

void DeskCore::followFiles(const std::set<IncidentId>& ids)
{
    for (const IncidentId& id : ids) {
        const auto it = m_world.find(id);
        if (m_files && it != m_world.end() && it->second.shown != nullptr) {
            m_files->follow(*it->second.shown);
        }
    }
}

Result<void> DeskCore::canAttach(const IncidentId& incident, const model::AttachFile& file) const
{
    const auto known = m_world.find(incident);
    return m_seat->mayAct(headquartersNow()).and_then([&] {
        return model::checkAct(
            *m_options.plan, known == m_world.end() ? nullptr : known->second.shown.get(), m_actor,
            file);
    });
}

Result<Receipt> DeskCore::attach(const IncidentId& incident, const model::AttachFile& file)
{
    if (m_fault || !m_files) {
        return fail(Code::StoreWrite, "the store is not writable; restart the console");
    }
    if (!m_files->keeper()->has(file.hash)) {
        return fail(Code::NotFound, "its bytes are not here");
    }
    const auto isNew = m_files->mustSend(file.hash, incident, file.size);
    if (!isNew) {
        return std::unexpected(isNew.error());
    }
    auto receipt = perform(incident, file);
    if (!receipt && *isNew) {
        std::ignore = m_files->keepOnly([&](const Digest& hash, const IncidentId&) {
            return hash != file.hash; // else the next start finds it without an act
        });
    }
    return receipt;
}

void DeskCore::openFile(const IncidentId& incident, const Digest& hash, DeskFiles::Opened done)
{
    const auto about = fetch(incident);
    const auto* file = about ? (*about)->file(hash) : nullptr;
    if (file == nullptr || !m_files) {
        done(fail(Code::NotFound, "the incident has no such file"));
        return;
    }
    m_files->openCopy(incident, *file, std::move(done));
}

// Before the bodies go that name them.
Result<void> DeskCore::dropFiles(const IncidentId& id)
{
    if (!m_files) {
        return {};
    }
    return m_view->seqsOf(id)
        .and_then([this](const auto& seqs) { return m_log->feedAt(seqs); })
        .and_then([this](const std::vector<log::FeedItem>& items) {
            std::vector<Digest> hashes;
            for (const log::FeedItem& item : items) {
                const auto entry = log::decodeEntry(item.raw);
                const auto act = entry ? actOf(*entry) : std::nullopt;
                if (const auto* file = attached(act)) {
                    hashes.push_back(file->hash);
                }
            }
            return m_files->drop(hashes);
        });
}

} // namespace sz::desk
