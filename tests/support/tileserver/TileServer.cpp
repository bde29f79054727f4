// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tileserver/TileServer.h"

#include <QSslServer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace sz::test {

TileServer::TileServer(QByteArray picture, const std::optional<QSslConfiguration>& tls)
    : m_picture(std::move(picture)), m_isTls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            ++m_connections;
            ++m_open;
            m_mostAtOnce = std::max(m_mostAtOnce, m_open);
            m_sockets.push_back(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                --m_open;
                m_sockets.removeAll(socket);
                socket->deleteLater();
            });
        }
    });
    comeBack();
    m_port = m_server->serverPort();
}

TileServer::~TileServer()
{
    for (QTcpSocket* socket : std::as_const(m_sockets)) {
        socket->disconnect(this); // they go behind what they would tell
    }
}

std::string TileServer::address(const std::string& word) const
{
    return root() + "/" + word + "/{z}/{x}/{y}";
}

std::string TileServer::root(const std::string& host) const
{
    return (m_isTls ? "https://" : "http://") + host + ":" + std::to_string(m_port);
}

void TileServer::useTls(const QSslConfiguration& tls)
{
    static_cast<QSslServer&>(*m_server).setSslConfiguration(tls);
    for (QTcpSocket* socket : QList<QTcpSocket*>(m_sockets)) {
        socket->abort();
    }
}

void TileServer::goAway()
{
    m_server->close();
    for (QTcpSocket* socket : QList<QTcpSocket*>(m_sockets)) {
        socket->abort();
    }
}

void TileServer::comeBack()
{
    m_server->listen(QHostAddress::LocalHost, m_port);
}

void TileServer::serve(QTcpSocket& socket)
{
    QByteArray head = socket.property("head").toByteArray() + socket.readAll();
    for (qsizetype end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
        const QByteArray one = head.first(end);
        head = head.sliced(end + 4);
        m_requests.push_back(one);
        answer(socket, one);
    }
    socket.setProperty("head", head);
}

void TileServer::answer(QTcpSocket& socket, const QByteArray& head)
{
    const QByteArray path = head.split(' ').value(1);
    const QByteArray word = always.isEmpty() ? path.split('/').value(1) : always;
    const auto send =
        [&socket](const QByteArray& status, const QByteArray& more, const QByteArray& body) {
            socket.write(
                "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n" + more + "\r\n" + body);
        };
    const QByteArray etag = "ETag: \"v1\"\r\nLast-Modified: Mon, 01 Jun 2026 00:00:00 GMT\r\n";
    if (word == "good") {
        send("200 OK", "Content-Type: image/png\r\n", m_picture);
    } else if (word == "etag") {
        head.toLower().contains("if-none-match: \"v1\"") ? send("304 Not Modified", etag, {})
                                                         : send("200 OK", etag, m_picture);
    } else if (word == "none") {
        send("404 Not Found", {}, "no such tile");
    } else if (word == "garbage") {
        send("200 OK", "Content-Type: image/png\r\n", "<html>please pay</html>");
    } else if (word == "half") {
        send("200 OK", {}, m_picture.first(m_picture.size() / 2));
    } else if (word == "huge") {
        send("200 OK", {}, QByteArray(20'000'000, 'x'));
    } else if (word == "loop") {
        send("302 Found", "Location: " + path + "\r\n", {});
    } else if (word == "elsewhere") {
        send(
            "302 Found",
            "Location: http://localhost:" + QByteArray::number(m_port) + "/good/1/1/1\r\n", {});
    } else if (word == "busy") {
        send("503 Service Unavailable", "Retry-After: 1\r\n", {});
    } else if (word == "key") {
        path.contains("tk=right%20key") ? send("200 OK", {}, m_picture)
                                        : send("403 Forbidden", {}, "{\"code\":301012}");
    } else if (word == "cut") {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + m_picture.first(40));
        socket.flush();
        socket.disconnectFromHost();
    }
    // "silent": nothing, ever
}

} // namespace sz::test
