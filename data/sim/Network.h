// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a network can do to desks and headquarters: delay, stall, break, end in the middle, half-open; and what TCP and TLS keep
// from them: single messages lost, doubled and swapped inside a connection.

#include "data/net/Link.h"
#include "data/sim/Schedule.h"

#include <deque>
#include <map>
#include <optional>
#include <set>

namespace sz::sim {

/// A desk's end. The contract is net::ClientLink's: nothing comes from a connection that its owner has ended.
struct DeskPort
{
    std::function<void()> up;
    std::function<void(const Bytes&)> message;
    std::function<void(const Error&)> down;
};

/// A headquarters' end; the contract is net::ServerLink's.
struct HqPort
{
    std::function<void(net::ConnectionId, net::ServerLink::Peer)> opened;
    std::function<void(net::ConnectionId, const Bytes&)> message;
    std::function<void(net::ConnectionId)> closed;
};

/// Thread: one.
class Network
{
public:
    Network(Schedule& schedule, Trace& trace, Random random)
        : m_schedule(schedule), m_trace(trace), m_random(random), m_wire(m_random)
    {
    }

    // Machines. A process that starts takes its port, one that ends leaves it.
    void listen(int headquarters, HqPort port) { m_headquarters[headquarters] = std::move(port); }
    void hqGone(int headquarters);
    void deskGone(int desk);

    // What a desk does.
    void connect(int desk, int headquarters, net::ServerLink::Peer as, DeskPort port);
    void disconnect(int desk);
    void sendUp(int desk, Bytes message);
    // What a headquarters does.
    void sendDown(net::ConnectionId to, Bytes message);
    void closeDown(net::ConnectionId which);

    // What goes wrong.
    void setSlow(int desk, bool isSlow);
    /// Nothing passes until heal(); who waits longer than 10 s gives up, each side for itself.
    void cutOff(int desk);
    void heal(int desk);
    void healAll();
    /// So many of a thousand messages are lost, come twice or change places with the next one.
    void setMangling(unsigned perMille) { m_mangling = perMille; }
    /// Ends the desk's connection with a part of what is on the way lost.
    void breakLink(int desk);
    /// Sees every message before it goes and may change it; false takes it off the wire. For mutations.
    std::function<bool(bool isUp, int desk, Bytes& message)> filter;

    [[nodiscard]] std::uint64_t mangled() const { return m_mangled; }
    [[nodiscard]] std::uint64_t delivered() const { return m_delivered; }
    [[nodiscard]] std::uint64_t connections() const { return m_lastId; }

    static constexpr Millis kSilence{10'000};
    static constexpr Millis kConnectWithin{5'000};

private:
    struct Way
    {
        std::deque<Bytes> held;      ///< while stalled
        std::optional<Bytes> behind; ///< lets the next one pass
        Instant last;                ///< no message overtakes the one before
        std::uint64_t sent = 0;
        std::uint64_t arrived = 0;
        std::uint64_t limit = ~0ULL; ///< no more than these arrive
    };
    struct Connection
    {
        int desk = 0;
        int headquarters = 0;
        net::ServerLink::Peer peer;
        DeskPort port;
        bool isDeskEnd = true; ///< the desk still has it
        bool isHqEnd = false;  ///< headquarters has it
        bool isOpening = true;
        Way up;
        Way down;
    };

    [[nodiscard]] Millis latency(int desk);
    [[nodiscard]] bool isCut(int desk) const { return m_cut.contains(desk); }
    void answer(net::ConnectionId id);
    void send(net::ConnectionId id, bool isUp, Bytes message);
    void mangle(net::ConnectionId id, bool isUp, Bytes message);
    void put(net::ConnectionId id, bool isUp, Bytes message);
    void carry(net::ConnectionId id, bool isUp, Bytes message);
    void deliver(net::ConnectionId id, bool isUp, const Bytes& message);
    void endAtDesk(net::ConnectionId id, Millis delay, const char* why);
    void endAtHq(net::ConnectionId id, Millis delay);
    void lose(Way& way);
    void forget(net::ConnectionId id);

    Schedule& m_schedule;
    Trace& m_trace;
    Random m_random;
    Random m_wire; ///< a row of its own: who mangles nothing has the nights there always were
    unsigned m_mangling = 0;
    std::uint64_t m_mangled = 0;
    std::map<int, HqPort> m_headquarters;
    std::map<net::ConnectionId, Connection> m_connections;
    std::map<int, net::ConnectionId> m_current; ///< by desk
    std::set<int> m_slow;
    std::set<int> m_cut;
    net::ConnectionId m_lastId = 0;
    std::uint64_t m_delivered = 0;
};

} // namespace sz::sim
