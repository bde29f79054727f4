// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A wire that breaks after so many bytes, wherever in a frame that is.

#include <QTcpServer>

#include <cstdint>

class QTcpSocket;

namespace sz::test {

/// Passes connections on to a port; each ends, both ways at once, when `limit` bytes have gone through it. Thread: its own
/// event loop's.
class CuttingProxy : public QObject
{
    Q_OBJECT

public:
    CuttingProxy();

    [[nodiscard]] std::uint16_t port() const { return m_server.serverPort(); }
    void setTarget(std::uint16_t port) { m_target = port; }
    /// For connections made from now on; 0: never cut.
    void setLimit(qint64 bytes) { m_limit = bytes; }
    [[nodiscard]] int cuts() const { return m_cuts; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void take();
    void pump(QTcpSocket* from, QTcpSocket* to, const std::shared_ptr<qint64>& left);

    QTcpServer m_server;
    std::uint16_t m_target = 0;
    qint64 m_limit = 0;
    int m_cuts = 0;
    int m_connections = 0;
};

} // namespace sz::test
