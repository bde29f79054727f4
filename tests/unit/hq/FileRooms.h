// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Desks and headquarters wired by hand, with a place for files: every frame can be cut, changed or counted.

#include "data/desk/DeskCore.h"
#include "tests/unit/hq/Office.h"

#include <optional>

namespace sz::test {

/// One desk with its folder; its program can end and start again. The office outlives it.
class FileRoom
{
public:
    FileRoom(Office& office, const char* unit, vault::DataKey key = nullptr);
    ~FileRoom();

    /// Ends the desk's program and starts it again; the folder stays.
    void start();
    void connect();
    void cut();
    /// Carries frames both ways until nobody says anything more, or `most` frames have come from headquarters: then the link
    /// is cut and false comes back.
    bool pump(int most = 1'000'000);

    /// Copies bytes in and attaches them.
    Result<desk::Receipt> attach(
        const IncidentId& incident,
        const Bytes& bytes,
        const std::string& name = "现场.jpg",
        const char* type = "image/jpeg");
    [[nodiscard]] desk::FileStatus status(const Digest& hash) const;
    /// What opening it gives; nothing while it is still waited for.
    std::optional<Result<std::filesystem::path>>
    open(const IncidentId& incident, const Digest& hash);
    [[nodiscard]] bool has(const Digest& hash) const { return core->fileKeeper()->has(hash); }
    [[nodiscard]] model::IncidentPtr incident(const IncidentId& id) const;

    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] const Author& author() const { return m_author; }
    [[nodiscard]] std::optional<net::ConnectionId> link() const { return m_link; }

    std::unique_ptr<desk::DeskCore> core;
    std::optional<Result<std::filesystem::path>> opened; ///< the last answer
    std::vector<sync::Frame> said;                       ///< by the desk, since somebody cleared it
    std::function<void(sync::Frame&)> onTheWayThere;     ///< may change what the desk says
    std::function<void(sync::Frame&)> onTheWayBack;
    store::Files* files = nullptr; ///< of the desk, from the next start on

private:
    Office& m_office;
    QTemporaryDir m_folder;
    vault::DataKey m_key;
    Author m_author;
    std::optional<net::ConnectionId> m_link;
    std::vector<Bytes> m_out;
    std::map<Digest, desk::FileStatus> m_states;
    std::map<IncidentId, model::IncidentPtr> m_board;
};

[[nodiscard]] Bytes randomBytes(std::size_t count);
[[nodiscard]] Bytes contentOf(const std::filesystem::path& file);

} // namespace sz::test
