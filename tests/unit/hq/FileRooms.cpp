// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hq/FileRooms.h"

#include "tests/support/SamplePlan.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sz::test {

Bytes randomBytes(std::size_t count)
{
    Bytes out(count);
    fillRandom(out);
    return out;
}

Bytes contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

FileRoom::FileRoom(Office& office, const char* unit, vault::DataKey key)
    : m_office(office), m_key(std::move(key)), m_author(office.enrol(unit))
{
    start();
}

FileRoom::~FileRoom()
{
    core.reset(); // before the folder and the link it writes to
}

void FileRoom::start()
{
    core.reset();
    m_link.reset();
    m_out.clear();
    m_board.clear();
    m_states.clear();
    desk::DeskOptions options;
    options.profile.folder = folder();
    options.profile.unit = m_author.unit();
    options.profile.desk = m_author.desk();
    options.profile.operation = m_office.operation();
    options.profile.credentials.key = net::keyToPem(m_author.key());
    options.profile.credentials.authority = m_office.authority().certificate;
    options.profile.dataKey = m_key;
    options.plan = samplePlan();
    options.clock = &m_office.clock;
    options.files = files;
    options.hasSearch = false;
    desk::DeskCore::Listener listener;
    listener.changed = [this](const desk::ChangeSet& changes) {
        if (changes.isReset) {
            m_board.clear();
        }
        for (const auto& one : changes.changed) {
            m_board[one->id] = one;
        }
        for (const IncidentId& id : changes.removed) {
            m_board.erase(id);
        }
    };
    listener.link = [](const auto&) {};
    listener.outbox = [](const auto&) {};
    listener.notice = [](const auto&) {};
    listener.log = [](auto, const auto&) {};
    listener.files = [this](const std::vector<desk::FileStatus>& changed) {
        for (const desk::FileStatus& one : changed) {
            m_states.insert_or_assign(one.hash, one);
        }
    };
    core = std::make_unique<desk::DeskCore>(
        options, listener,
        desk::DeskCore::Transport{
            [] {}, [this] { m_link.reset(); },
            [this](const Bytes& bytes) {
                if (m_link) {
                    m_out.push_back(bytes);
                }
            }});
    if (auto ok = core->open(); !ok) {
        throw std::runtime_error(ok.error().detail);
    }
    core->startLink();
}

void FileRoom::connect()
{
    if (!m_link) {
        core->reconnect();
        m_link = m_office.open(
            m_author.desk().value, m_office.record(m_author.desk()).fingerprint, "10.0.0.2:7");
        core->linkUp();
    }
}

void FileRoom::cut()
{
    if (m_link) {
        m_office.engine().closed(*m_link);
        m_link.reset();
    }
    m_out.clear();
    core->linkDown({Code::LinkDown, "cut", {}});
}

bool FileRoom::pump(int most)
{
    int quiet = 0;
    while (m_link && quiet < 3) {
        ++quiet;
        for (const Bytes& bytes : std::exchange(m_out, {})) {
            auto frame = sync::decodeFrame(bytes).value();
            said.push_back(frame);
            if (onTheWayThere) {
                onTheWayThere(frame);
            }
            if (m_link) {
                m_office.engine().message(*m_link, sync::encodeFrame(frame));
            }
            quiet = 0;
        }
        m_office.engine().tick();
        while (m_link) {
            auto frame = m_office.nextAny(*m_link);
            if (!frame) {
                break;
            }
            if (onTheWayBack) {
                onTheWayBack(*frame);
            }
            core->linkMessage(sync::encodeFrame(*frame));
            quiet = 0;
            if (--most <= 0) {
                cut();
                return false;
            }
        }
        core->tick();
    }
    return m_link.has_value();
}

Result<desk::Receipt> FileRoom::attach(
    const IncidentId& incident,
    const Bytes& bytes,
    const std::string& name,
    const char* type)
{
    return core->fileKeeper()->add(bytes).and_then([&](const desk::FileKeeper::Added& added) {
        return core->attach(incident, {added.hash, name, type, added.size, {}});
    });
}

desk::FileStatus FileRoom::status(const Digest& hash) const
{
    const auto it = m_states.find(hash);
    return it == m_states.end() ? desk::FileStatus{.hash = hash, .refusal = {}} : it->second;
}

std::optional<Result<std::filesystem::path>>
FileRoom::open(const IncidentId& incident, const Digest& hash)
{
    opened.reset();
    core->openFile(incident, hash, [this](const auto& copy) { opened = copy; });
    pump();
    return opened;
}

model::IncidentPtr FileRoom::incident(const IncidentId& id) const
{
    const auto it = m_board.find(id);
    return it == m_board.end() ? nullptr : it->second;
}

} // namespace sz::test
