// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/OnlineWords.h"

#include "widgets/common/Durations.h"
#include "widgets/models/FilesModel.h"

#include <QCoreApplication>
#include <QUrl>

namespace sz::widgets {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(OnlineWords)
};

/// Named, because who sees it has to tell somebody which certificate.
QString certificateText(const packs::OnlineSource& source, maps::CertificateFault fault)
{
    const QString host = QUrl(QString::fromStdString(source.address)).host();
    switch (fault) {
    case maps::CertificateFault::Issuer:
        return Say::tr("shows a certificate of %1 from an authority unknown here").arg(host);
    case maps::CertificateFault::Name:
        return Say::tr("shows a certificate that is not made out to %1").arg(host);
    case maps::CertificateFault::Date:
        return Say::tr("shows a certificate of %1 that is out of date").arg(host);
    default:
        return Say::tr("cannot prove to be %1 (certificate)").arg(host);
    }
}

QString troubleText(const packs::OnlineSource& source, const maps::OnlineStatus& status)
{
    switch (status.trouble) {
    case maps::OnlineTrouble::None:
        return {};
    case maps::OnlineTrouble::Unreachable:
        return Say::tr("cannot be reached");
    case maps::OnlineTrouble::Refused:
        return source.needsKey() ? Say::tr("refuses the key (%1)", "HTTP status").arg(status.status)
                                 : Say::tr("refuses (%1)", "HTTP status").arg(status.status);
    case maps::OnlineTrouble::Busy:
        return Say::tr("is overloaded or out of order (%1)", "HTTP status").arg(status.status);
    case maps::OnlineTrouble::NoPictures:
        return Say::tr("sends something else than map pictures");
    case maps::OnlineTrouble::Redirected:
        return Say::tr("sends on to another address");
    case maps::OnlineTrouble::Insecure:
        return certificateText(source, status.certificate);
    }
    return {};
}

/// "312 tiles kept, 14 MB, fetched 12 May 08:10 to 17 Oct 14:22".
QString keptText(const packs::TileFigures& kept, int utcOffsetMinutes)
{
    if (kept.tiles == 0) {
        return Say::tr("nothing kept yet");
    }
    const QString oldest = dayClockText(kept.oldest, utcOffsetMinutes);
    const QString newest = dayClockText(kept.newest, utcOffsetMinutes);
    const int count = static_cast<int>(kept.tiles);
    return oldest == newest ? Say::tr("%n tiles kept, %1, fetched %2", nullptr, count)
                                  .arg(sizeText(kept.bytes), newest)
                            : Say::tr("%n tiles kept, %1, fetched %2 to %3", nullptr, count)
                                  .arg(sizeText(kept.bytes), oldest, newest);
}

} // namespace

OnlineWords statusWords(
    const packs::OnlineSource& source,
    const maps::OnlineStatus& status,
    int utcOffsetMinutes)
{
    const QString kept = keptText(status.kept, utcOffsetMinutes);
    if (status.trouble != maps::OnlineTrouble::None) {
        const QString text =
            Say::tr("Since %1 it %2; what is kept is shown", "time, cannot be reached")
                .arg(clockMinuteText(status.since, utcOffsetMinutes), troubleText(source, status));
        return {Say::tr("%1 · %2", "trouble, what is kept").arg(text, kept), true};
    }
    return {kept, false};
}

QString addressWords(const packs::AddressProblem& problem)
{
    switch (problem.fault) {
    case packs::AddressFault::Empty:
        return Say::tr("Give the address of the tiles");
    case packs::AddressFault::TooLong:
        return Say::tr("The address is too long");
    case packs::AddressFault::Characters:
        return Say::tr("The address holds blanks or characters that cannot stand there");
    case packs::AddressFault::Scheme:
        return Say::tr("The address must begin with https://");
    case packs::AddressFault::PlainHttp:
        return Say::tr("http:// is not encrypted: tick it below if that is meant");
    case packs::AddressFault::Host:
        return Say::tr("The address names no server, or a user");
    case packs::AddressFault::Unknown:
        return Say::tr("Nothing is known to put in for %1")
            .arg(QString::fromStdString(problem.what));
    case packs::AddressFault::NoTile:
        return Say::tr(
            "The address needs {z}, {x} and {y} (or {TileMatrix}, {TileCol}, {TileRow})");
    case packs::AddressFault::NoSubdomains:
        return Say::tr("{s} needs the servers it stands for: 0,1,2 or abc");
    case packs::AddressFault::KeyInside:
        return Say::tr("Write %1{key} and give the key in its own field: an address is not secret")
            .arg(QString::fromStdString(problem.what));
    }
    return {};
}

} // namespace sz::widgets
