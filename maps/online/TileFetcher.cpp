// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/online/TileFetcher.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace sz::maps {
namespace {

constexpr const char* kHuge = "isHuge";
constexpr const char* kCertificate = "certificateFault";
constexpr int kTellMs = 250;
constexpr int kMostRedirects = 3;
constexpr Millis kMostWait{3'600'000};
constexpr qsizetype kMostHeader = 300;

OnlineTrouble troubleOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return OnlineTrouble::Redirected;
    case QNetworkReply::SslHandshakeFailedError:
        return OnlineTrouble::Insecure;
    default:
        return OnlineTrouble::Unreachable;
    }
}

/// The gravest first: a name that does not fit says more than an unknown authority.
CertificateFault faultOf(const QList<QSslError>& errors)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> wanted) {
        return std::ranges::any_of(errors, [&](const QSslError& one) {
            return std::ranges::contains(wanted, one.error());
        });
    };
    if (has({QSslError::HostNameMismatch})) {
        return CertificateFault::Name;
    }
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid})) {
        return CertificateFault::Date;
    }
    if (has(
            {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
             QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToGetIssuerCertificate,
             QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted})) {
        return CertificateFault::Issuer;
    }
    return CertificateFault::Other;
}

std::string headerOf(const QNetworkReply& reply, const char* name)
{
    const QByteArray value = reply.rawHeader(name);
    return value.size() > kMostHeader ? std::string() : value.toStdString();
}

/// Seconds, or a date; none: 0.
Millis retryAfter(const QNetworkReply& reply)
{
    const QByteArray value = reply.rawHeader("Retry-After");
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    Millis wait{0};
    if (isNumber) {
        wait = Millis(std::clamp<qint64>(seconds, 0, 86'400) * 1000);
    } else if (const auto at = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
               at.isValid()) {
        wait = Millis(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(at)));
    }
    return std::min(wait, kMostWait);
}

} // namespace

TileFetcher::TileFetcher(std::shared_ptr<OnlineSupply> supply, std::string key, Listener listener)
    : m_supply(std::move(supply)), m_key(std::move(key)), m_listener(std::move(listener))
{
    m_pause.setSingleShot(true);
    m_tell.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TileFetcher::work);
    connect(&m_tell, &QTimer::timeout, this, &TileFetcher::tell);
}

TileFetcher::~TileFetcher()
{
    for (auto it = m_asked.cbegin(); it != m_asked.cend(); ++it) {
        it.key()->disconnect(this);
        it.key()->abort();
        delete it.key();
    }
}

void TileFetcher::work()
{
    if (!m_tell.isActive()) {
        m_tell.start(kTellMs);
    }
    // After a failure one question finds out whether the server is back.
    const int most = m_failures > 0 ? 1 : m_supply->manner().connections;
    while (!m_pause.isActive() && m_asked.size() < most) {
        const auto id = m_supply->nextWanted();
        if (!id) {
            return;
        }
        ask(*id);
    }
}

void TileFetcher::ask(const packs::TileId& id)
{
    if (m_network == nullptr) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setAutoDeleteReplies(false);
    }
    const std::string address = addressFor(m_supply->source(), id, m_key);
    QNetworkRequest request(QUrl::fromEncoded(QByteArray::fromStdString(address)));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Sanzhen (map tiles)"));
    request.setTransferTimeout(m_supply->manner().patience);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    // Elsewhere the key would be given away.
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (const auto kept = m_supply->kept(id); kept && !kept->bytes.empty()) {
        if (!kept->etag.empty()) {
            request.setRawHeader("If-None-Match", QByteArray::fromStdString(kept->etag));
        }
        if (!kept->modified.empty()) {
            request.setRawHeader("If-Modified-Since", QByteArray::fromStdString(kept->modified));
        }
    }
    QNetworkReply* reply = m_network->get(request);
    m_asked.insert(reply, id);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 got, qint64 all) {
        if (std::max(got, all) > static_cast<qint64>(packs::kMostTileBytes)) {
            reply->setProperty(kHuge, true);
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::sslErrors, this, [reply](const QList<QSslError>& errors) {
        reply->setProperty(
            kCertificate, static_cast<int>(faultOf(errors))); // and none is passed over
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        const packs::TileId asked = m_asked.take(reply);
        reply->deleteLater();
        finish(*reply, asked);
        work();
    });
}

void TileFetcher::finish(QNetworkReply& reply, const packs::TileId& id)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = reply.error();
    const bool isElsewhere = error == QNetworkReply::TooManyRedirectsError
                             || error == QNetworkReply::InsecureRedirectError;
    if (isElsewhere || (status >= 300 && status < 400 && status != 304)) {
        fail(OnlineTrouble::Redirected, status, Millis{0}, id);
    } else if (status == 200 && error == QNetworkReply::NoError) {
        take(reply, id);
    } else if (reply.property(kHuge).toBool()) {
        m_supply->settleBad(id);
        fail(OnlineTrouble::NoPictures, status, Millis{0}, id);
    } else if (status == 200 || status == 0) {
        m_status.certificate = static_cast<CertificateFault>(reply.property(kCertificate).toInt());
        fail(troubleOf(error), 0, Millis{0}, id);
    } else {
        takeStatus(status, reply, id);
    }
}

void TileFetcher::take(QNetworkReply& reply, const packs::TileId& id)
{
    const QByteArray bytes = reply.readAll();
    const auto image = packs::checkImage(
        {reinterpret_cast<const std::uint8_t*>(bytes.constData()), // NOLINT: the bytes as they are
         static_cast<std::size_t>(bytes.size())});
    if (!image) {
        m_supply->settleBad(id); // this one not again for a while
        fail(OnlineTrouble::NoPictures, 200, Millis{0}, id);
        return;
    }
    m_supply->keep(
        id, {bytes.toStdString(), m_supply->now(), headerOf(reply, "ETag"),
             headerOf(reply, "Last-Modified")});
    m_arrived.push_back(id);
    answered(id);
}

void TileFetcher::takeStatus(int status, QNetworkReply& reply, const packs::TileId& id)
{
    if (status == 304) {
        m_supply->confirm(id);
        answered(id);
    } else if (status == 204 || status == 404 || status == 410) { // outside what it has
        const auto before = m_supply->kept(id);
        m_supply->keep(id, {{}, m_supply->now(), {}, {}});
        if (before && !before->bytes.empty()) {
            m_arrived.push_back(id);
        }
        answered(id);
    } else if (status == 401 || status == 403 || status == 407 || status == 418) {
        fail(OnlineTrouble::Refused, status, Millis{60'000}, id);
    } else {
        fail(OnlineTrouble::Busy, status, retryAfter(reply), id);
    }
}

void TileFetcher::answered(const packs::TileId& id)
{
    m_supply->settle(id);
    m_failures = 0;
    m_status.trouble = OnlineTrouble::None;
    m_status.certificate = CertificateFault::None;
    m_status.status = 0;
    m_status.hasAnswered = true;
}

void TileFetcher::fail(OnlineTrouble trouble, int status, Millis least, const packs::TileId& id)
{
    const OnlineManner& manner = m_supply->manner();
    m_supply->putBack(id); // unless it was settled
    const Millis doubled = manner.firstPause * (1LL << std::min(m_failures, 20));
    ++m_failures;
    const Millis wait = std::max(std::min(doubled, manner.mostPause), least);
    m_pause.start(std::max(wait, Millis(m_pause.remainingTime())));
    if (m_status.trouble != trouble || m_status.status != status) {
        m_status.since = m_status.trouble == OnlineTrouble::None ? m_supply->now() : m_status.since;
        m_status.trouble = trouble;
        m_status.status = status;
    }
    tell();
}

void TileFetcher::tell()
{
    m_status.kept = m_supply->figures();
    m_listener.status(m_status);
    if (!m_arrived.isEmpty()) {
        m_listener.arrived(std::exchange(m_arrived, {}));
    }
}

} // namespace sz::maps
