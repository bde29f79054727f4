// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A map server of this machine for tests, good or bad by the first word of its path. Thread: the one that made it.

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>

class QTcpSocket;

namespace sz::test {

/// Paths: /good/z/x/y a picture · /etag a picture that is confirmed by 304 · /none 404 · /garbage words instead of a picture ·
/// /half a picture whose end is missing · /huge 20 MB · /loop sends on to itself · /elsewhere sends on to another port ·
/// /cut closes in the middle · /silent never answers · /busy 503, Retry-After 1 · /key 403 unless ?tk=right%20key
class TileServer final : public QObject
{
    Q_OBJECT
public:
    /// With a configuration (certificate and key) it speaks TLS and its address begins with https.
    explicit TileServer(QByteArray picture, const std::optional<QSslConfiguration>& tls = {});
    ~TileServer() override;

    /// "http://127.0.0.1:PORT/WORD/{z}/{x}/{y}"
    [[nodiscard]] std::string address(const std::string& word) const;
    /// The same up to the port, by another name of this machine where one is given.
    [[nodiscard]] std::string root(const std::string& host = "127.0.0.1") const;
    /// Connections that were ever made; requests; connections that are open now.
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qsizetype requests() const { return m_requests.size(); }
    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    /// First lines and headers, as they came.
    [[nodiscard]] const QList<QByteArray>& heads() const { return m_requests; }
    [[nodiscard]] int port() const { return m_server->serverPort(); }
    /// From the next connection on; those there are end.
    void useTls(const QSslConfiguration& tls);
    /// No more connections are taken, and those there are end.
    void goAway();
    void comeBack();
    /// Instead of the word in the path.
    QByteArray always;

private:
    void serve(QTcpSocket& socket);
    void answer(QTcpSocket& socket, const QByteArray& head);

    QByteArray m_picture;
    std::unique_ptr<QTcpServer> m_server;
    QList<QByteArray> m_requests;
    QList<QTcpSocket*> m_sockets;
    int m_connections = 0;
    int m_open = 0;
    int m_mostAtOnce = 0;
    quint16 m_port = 0;
    bool m_isTls;
};

} // namespace sz::test
