// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/kill/CuttingProxy.h"

#include <QTcpSocket>

#include <limits>
#include <stdexcept>

namespace sz::test {

CuttingProxy::CuttingProxy()
{
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::take);
    if (!m_server.listen(QHostAddress::LocalHost)) {
        throw std::runtime_error("the proxy does not listen");
    }
}

void CuttingProxy::take()
{
    while (QTcpSocket* const near = m_server.nextPendingConnection()) {
        ++m_connections;
        auto* const far = new QTcpSocket(near);
        // Shared by both ways: what has been carried together counts.
        const auto left =
            std::make_shared<qint64>(m_limit > 0 ? m_limit : std::numeric_limits<qint64>::max());
        connect(
            near, &QTcpSocket::readyRead, this, [this, near, far, left] { pump(near, far, left); });
        connect(
            far, &QTcpSocket::readyRead, this, [this, near, far, left] { pump(far, near, left); });
        connect(
            far, &QTcpSocket::connected, this, [this, near, far, left] { pump(near, far, left); });
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::errorOccurred, near, [near] { near->abort(); });
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }
}

void CuttingProxy::pump(QTcpSocket* from, QTcpSocket* to, const std::shared_ptr<qint64>& left)
{
    if (to->state() != QAbstractSocket::ConnectedState) {
        return;
    }
    const QByteArray bytes = from->read(std::min<qint64>(*left, from->bytesAvailable()));
    *left -= bytes.size();
    to->write(bytes);
    if (*left > 0) {
        return;
    }
    ++m_cuts;
    to->flush();
    from->abort();
    to->abort();
}

} // namespace sz::test
