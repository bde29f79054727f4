// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/folderserver/FolderServer.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <format>

namespace sz::test {
namespace {

QByteArray answer(const std::filesystem::path& file)
{
    QFile opened(file);
    const bool isThere = opened.open(QIODevice::ReadOnly);
    const QByteArray body = isThere ? opened.readAll() : QByteArray();
    return (isThere ? QByteArray("HTTP/1.1 200 OK") : QByteArray("HTTP/1.1 404 Not Found"))
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

FolderServer::FolderServer(std::filesystem::path folder)
    : m_folder(std::move(folder)), m_server(std::make_unique<QTcpServer>())
{
    m_server->listen(QHostAddress::LocalHost);
    m_address = std::format("http://127.0.0.1:{}", m_server->serverPort());
    QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
        QTcpSocket* socket = m_server->nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), [this, socket] {
            const std::string path = socket->readAll().split(' ').value(1).toStdString();
            socket->write(always.isEmpty() ? answer(m_folder.string() + path) : always);
        });
    });
}

FolderServer::~FolderServer() = default;

void FolderServer::goAway()
{
    m_server->close();
}

} // namespace sz::test
