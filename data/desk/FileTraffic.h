// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Bytes of attached files on their way to and from headquarters: one file at a time, one piece at a time, whenever nothing
// else is under way.

#include "data/base/Clock.h"
#include "data/base/Ids.h"
#include "data/desk/FileKeeper.h"
#include "data/sync/FileFrames.h"

#include <functional>
#include <map>

namespace sz::desk {

/// Thread: the store's. Callbacks come from inside its methods.
class FileTraffic
{
public:
    struct Ports
    {
        std::function<void(const sync::FileOffer&)> offer;
        std::function<void(const sync::FileChunk&)> chunk;
        std::function<void(const sync::FileAsk&)> ask;
        std::function<bool()> isQuiet;              ///< headquarters listens and no act waits
        std::function<void(const Digest&)> changed; ///< how far it is, or why not
        std::function<void(const Digest&)> sent;    ///< headquarters has all of it, examined
        /// A fetch came to its end; also those nobody waits for.
        std::function<void(const Digest&, const Result<void>&)> fetched;
    };
    FileTraffic(FileKeeper& keeper, Ports ports) : m_keeper(keeper), m_ports(std::move(ports)) {}

    /// It lies here and headquarters is to have it. Tried until it has, or forget().
    void send(const Digest& hash, const IncidentId& incident, std::uint64_t size);
    /// `isAsked`: somebody waits for it; it goes first, and `fetched` tells of the first refusal. Otherwise it is tried until
    /// it comes, or forget().
    void fetch(const Digest& hash, const IncidentId& incident, std::uint64_t size, bool isAsked);
    void forget(const Digest& hash);

    void linkDown(Instant now);
    void on(const sync::FileState& state, Instant now);
    void on(const sync::FileChunk& chunk, Instant now);
    void tick(Instant now);

    struct Progress
    {
        bool isSending = false; ///< else it is fetched
        bool isUnderWay = false;
        std::uint64_t done = 0;      ///< bytes
        std::optional<Code> refusal; ///< of the last try
    };
    /// Nothing when it neither is sent nor fetched.
    [[nodiscard]] std::optional<Progress> progress(const Digest& hash) const;

    static constexpr Millis kAnswerWait{20'000};
    static constexpr Millis kTryAgain{30'000}; ///< doubles with each refusal, up to half an hour

private:
    enum class Rank : std::uint8_t {
        Asked,
        Send,
        Background,
    };
    struct Job
    {
        Rank rank = Rank::Background;
        IncidentId incident;
        std::uint64_t size = 0;
        std::uint64_t order = 0;
        int tries = 0; ///< refused in a row
        std::optional<Instant> notBefore = {};
        std::optional<Code> refusal = {};
    };
    using Jobs = std::map<Digest, Job>;

    void setNow(Instant now);
    void goOn();
    [[nodiscard]] Jobs::const_iterator best() const;
    void begin(const Digest& hash);
    void sendPiece();
    void askPiece();
    void takeFinished(const Digest& hash);
    void postpone(Code why);
    void pace();

    FileKeeper& m_keeper;
    Ports m_ports;
    Jobs m_jobs;
    std::uint64_t m_order = 0;
    Instant m_now{};
    std::optional<Digest> m_current;
    std::uint64_t m_done = 0;         ///< bytes of the current one at the other end, or here
    std::optional<Instant> m_askedAt; ///< no answer yet
    std::size_t m_piece = kFirstPiece;

    /// A slow line is never filled for long: pieces grow and shrink so that each takes a moment (kSoon to kSlow).
    static constexpr std::size_t kFirstPiece = 32 * 1024;
    static constexpr std::size_t kLeastPiece = 8 * 1024;
    static constexpr Millis kSoon{100};
    static constexpr Millis kSlow{400};
};

} // namespace sz::desk
