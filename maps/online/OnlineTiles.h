// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One online source of a seat: off until it is switched on, then fetched politely and shown through the stack of packs.

#include "maps/online/OnlineSupply.h"

#include <QList>
#include <QObject>

#include <memory>
#include <string>

namespace sz::maps {

/// Why a source sends nothing.
enum class OnlineTrouble : std::uint8_t {
    None,
    Unreachable, ///< no answer: no network, no such host, too slow
    Refused,     ///< `status` 401, 403, 418: the key
    Busy,        ///< 429 or 5xx
    NoPictures,  ///< answers with something else
    Redirected,  ///< to another server, or in a circle
    Insecure,    ///< its certificate is not good
};

/// What is wrong with a certificate.
enum class CertificateFault : std::uint8_t {
    None,
    Issuer, ///< from an authority this machine does not know
    Name,   ///< made out to another server
    Date,   ///< expired, or not valid yet
    Other,
};

struct OnlineStatus
{
    OnlineTrouble trouble = OnlineTrouble::None;
    int status = 0;                                        ///< of HTTP, when it refused or was busy
    CertificateFault certificate = CertificateFault::None; ///< when it was insecure
    Instant since;                                         ///< of the trouble
    bool hasAnswered = false;                              ///< since it was switched on
    packs::TileFigures kept;
    bool operator==(const OnlineStatus& o) const
    {
        return trouble == o.trouble && status == o.status && certificate == o.certificate
               && since == o.since && hasAnswered == o.hasAnswered && kept.tiles == o.kept.tiles
               && kept.bytes == o.kept.bytes;
    }
};

/// Thread: gui; it fetches on a thread of its own that is not there while it is off. Neither the key nor an address with it is
/// ever written anywhere.
class OnlineTiles final : public QObject
{
    Q_OBJECT
public:
    /// `file`: where its tiles are kept; the clock outlives everybody who draws.
    OnlineTiles(
        packs::OnlineSource source,
        const std::filesystem::path& file,
        const Clock& clock,
        OnlineManner manner = {},
        QObject* parent = nullptr);
    ~OnlineTiles() override;

    /// As one more pack of a stack.
    [[nodiscard]] packs::PackInfo info() const;
    [[nodiscard]] const packs::OnlineSource& source() const { return m_supply->source(); }
    [[nodiscard]] const packs::TileSupply* supply() const { return m_supply.get(); }
    /// Off for good, before its file is taken away; what still draws it draws from memory.
    void discard();
    void setKey(const std::string& key);
    /// A source that needs a key stays off without one; see isOn().
    void setOn(bool isOn);
    [[nodiscard]] bool isOn() const { return m_fetching != nullptr; }
    [[nodiscard]] const OnlineStatus& status() const { return m_status; }

Q_SIGNALS:
    /// Pictures have come; some at a time.
    void arrived(const QList<sz::packs::TileId>& tiles);
    void statusChanged();

private:
    class Fetching;

    std::shared_ptr<OnlineSupply> m_supply; ///< shared with who draws
    std::string m_key;
    OnlineStatus m_status;
    std::unique_ptr<Fetching> m_fetching; ///< while it is on
};

} // namespace sz::maps
