// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/audit/FileAudit.h"

#include "data/log/EntryPeek.h"
#include "data/model/Acts.h"

#include <format>
#include <map>

namespace sz::audit {
namespace {

constexpr Millis kDay{24 * 60 * 60 * 1000};

Result<FileFate> fateOf(store::HqFiles& files, const Digest& hash)
{
    const auto sound = files.examine(hash);
    if (sound) {
        return FileFate::Sound;
    }
    switch (sound.error().code) {
    case Code::NotFound:
        return FileFate::Missing;
    case Code::BadChain:
        return FileFate::Damaged;
    default:
        return std::unexpected(sound.error());
    }
}

} // namespace

std::string NamedFile::text() const
{
    return std::format("entry {}: {}, {} bytes", number, toHex(hash), size);
}

void FileAudit::take(const store::NumberedEntry& entry)
{
    const auto head = log::peekEntry(entry.raw);
    if (!head || head->type != static_cast<std::uint32_t>(model::ActType::AttachFile)) {
        return;
    }
    const auto act = model::decodeAct(head->type, head->typeVersion, head->body);
    if (const auto* file = act ? std::get_if<model::AttachFile>(&*act) : nullptr) {
        m_named.push_back(
            {entry.number, entry.desk, entry.counter, entry.receivedAt, file->hash, file->size});
    }
}

Result<std::vector<NamedFile>> FileAudit::examine(store::HqFiles& files, Instant now) const
{
    std::map<Digest, FileFate> fates;
    std::vector<NamedFile> out = m_named;
    for (NamedFile& one : out) {
        auto known = fates.find(one.hash);
        if (known == fates.end()) {
            const auto fate = fateOf(files, one.hash);
            if (!fate) {
                return std::unexpected(fate.error());
            }
            known = fates.emplace(one.hash, *fate).first;
        }
        const bool isNew = now - one.receivedAt < kDay;
        one.fate = known->second == FileFate::Missing && isNew ? FileFate::OnItsWay : known->second;
    }
    return out;
}

} // namespace sz::audit
