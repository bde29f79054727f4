// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/Mirror.h"

#include "data/proof/Checkpoint.h"
#include "data/proof/Files.h"
#include "data/proof/Note.h"
#include "data/proof/TileTree.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <format>
#include <functional>
#include <optional>

namespace sz::ctl {
namespace {

constexpr auto kPatience = std::chrono::seconds(20);
constexpr qint64 kMostBytes = 20 << 20; ///< a bundle of 256 records at their largest
constexpr std::uint64_t kMostEntries = 100'000'000;
constexpr int kNotThere = 404;
constexpr int kGone = 410;

/// One file after the other over one connection.
class Fetcher
{
public:
    explicit Fetcher(std::string base) : m_base(std::move(base))
    {
        if (!m_base.ends_with('/')) {
            m_base += '/';
        }
    }

    /// Nothing when the server says that there is no such file.
    [[nodiscard]] Result<std::optional<Bytes>> file(const std::string& path)
    {
        const std::string address = m_base + path;
        QNetworkRequest request(QUrl(QString::fromStdString(address)));
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(kPatience);
        const std::unique_ptr<QNetworkReply> reply(m_net.get(request));
        QEventLoop loop;
        bool isTooLarge = false;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(
            reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received, qint64) {
                if (received > kMostBytes && !isTooLarge) {
                    isTooLarge = true;
                    reply->abort();
                }
            });
        loop.exec();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == kNotThere || status == kGone) {
            return std::nullopt;
        }
        if (isTooLarge || reply->error() != QNetworkReply::NoError || status != 200) {
            const std::string why = isTooLarge ? "larger than any file of a log"
                                    : status == 0 || status == 200
                                        ? reply->errorString().toStdString()
                                        : std::format("the server answers {}", status);
            return fail(Code::Io, why, address);
        }
        const QByteArray bytes = reply->readAll();
        return Bytes(bytes.begin(), bytes.end());
    }

private:
    std::string m_base;
    QNetworkAccessManager m_net;
};

/// Writes what a fetcher brings, file by file, into a folder.
class Copy
{
public:
    Copy(Fetcher& fetcher, std::filesystem::path folder)
        : m_fetcher(fetcher), m_folder(std::move(folder))
    {
    }

    /// False when it is not there.
    [[nodiscard]] Result<bool> take(const std::string& path)
    {
        return m_fetcher.file(path).and_then(
            [&](const std::optional<Bytes>& bytes) -> Result<bool> {
                if (!bytes) {
                    return false;
                }
                return proof::writeWhole(m_folder / path, *bytes).transform([] { return true; });
            });
    }

    /// All files of one kind; a full one stands in for a partial one that has gone meanwhile.
    [[nodiscard]] Result<void> takeAll(
        std::uint64_t hashes,
        const std::function<std::string(std::uint64_t index, std::uint64_t width)>& path)
    {
        for (std::uint64_t i = 0; i * proof::kTileWidth < hashes; ++i) {
            const std::uint64_t width = std::min(proof::kTileWidth, hashes - i * proof::kTileWidth);
            auto there = take(path(i, width));
            if (there && !*there && width < proof::kTileWidth) {
                there = take(path(i, proof::kTileWidth));
            }
            if (!there) {
                return std::unexpected(there.error());
            }
        }
        return {};
    }

private:
    Fetcher& m_fetcher;
    std::filesystem::path m_folder;
};

Result<std::uint64_t> sizeOf(const std::filesystem::path& checkpoint)
{
    return proof::readWhole(checkpoint)
        .and_then([](const Bytes& bytes) { return proof::Note::parse(std::string(textOf(bytes))); })
        .and_then([](const proof::Note& note) { return proof::Checkpoint::parse(note.text); })
        .and_then([](const proof::Checkpoint& head) -> Result<std::uint64_t> {
            if (head.size > kMostEntries) {
                return fail(
                    Code::LimitOutOfRange, std::format("{} entries: too many to fetch", head.size));
            }
            return head.size;
        });
}

Result<void> fetchAll(Copy& copy, const std::filesystem::path& folder, const std::string& url)
{
    const auto hasCheckpoint = copy.take("checkpoint");
    if (!hasCheckpoint || !*hasCheckpoint) {
        return hasCheckpoint ? fail(Code::BadEncoding, "there is no checkpoint", url)
                             : std::unexpected(hasCheckpoint.error());
    }
    const auto size = sizeOf(folder / "checkpoint");
    if (!size) {
        return fail(size.error().code, size.error().detail, url);
    }
    for (const char* name : {"heads", "log.pub"}) {
        if (const auto there = copy.take(name); !there) {
            return std::unexpected(there.error());
        }
    }
    for (unsigned level = 0; *size >> (level * proof::kTileLevels) > 0; ++level) {
        const auto done = copy.takeAll(
            *size >> (level * proof::kTileLevels),
            [level](std::uint64_t i, std::uint64_t w) { return proof::tilePath(level, i, w); });
        if (!done) {
            return done;
        }
    }
    return copy.takeAll(*size, proof::bundlePath);
}

// The network needs one; who runs us may have it already.
std::unique_ptr<QCoreApplication> applicationWhenNeeded()
{
    static int argc = 1;
    static char name[] = "sanzhenctl";
    static char* argv[] = {name, nullptr};
    return QCoreApplication::instance() != nullptr ? nullptr
                                                   : std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

Result<std::shared_ptr<const Mirror>> Mirror::fetch(const std::string& url)
{
    const auto application = applicationWhenNeeded();
    QTemporaryDir dir;
    if (!dir.isValid()) {
        return fail(Code::Io, dir.errorString().toStdString());
    }
    dir.setAutoRemove(false);
    const std::shared_ptr<const Mirror> mirror( // handed on: who examines it keeps it
        new Mirror(dir.path().toStdString()));
    Fetcher fetcher(url);
    Copy copy(fetcher, mirror->folder());
    return fetchAll(copy, mirror->folder(), url).transform([&] { return mirror; });
}

Mirror::~Mirror()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

} // namespace sz::ctl
