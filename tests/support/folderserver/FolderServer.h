// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A folder on a web server of this machine. Thread: the one that made it, in its event loop.

#include <QByteArray>

#include <filesystem>
#include <memory>
#include <string>

class QTcpServer;

namespace sz::test {

class FolderServer
{
public:
    explicit FolderServer(std::filesystem::path folder);
    ~FolderServer();
    FolderServer(const FolderServer&) = delete;
    FolderServer& operator=(const FolderServer&) = delete;

    /// "http://127.0.0.1:PORT", without a slash at its end.
    [[nodiscard]] std::string address() const { return m_address; }
    /// Nobody listens any more.
    void goAway();
    /// Said instead of any file, head and body; empty: the files.
    QByteArray always;

private:
    std::filesystem::path m_folder;
    std::unique_ptr<QTcpServer> m_server;
    std::string m_address;
};

} // namespace sz::test
