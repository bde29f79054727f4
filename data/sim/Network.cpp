// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/Network.h"

#include <format>

namespace sz::sim {
namespace {

std::string who(const char* what, int desk)
{
    return std::format("{} {}", what, desk);
}

} // namespace

Millis Network::latency(int desk)
{
    if (m_slow.contains(desk)) {
        return m_random.delay(300, 4000);
    }
    return m_random.chance(5) ? m_random.delay(50, 1500) : m_random.delay(1, 40);
}

void Network::connect(int desk, int headquarters, net::ServerLink::Peer as, DeskPort port)
{
    disconnect(desk);
    const net::ConnectionId id = ++m_lastId;
    m_current[desk] = id;
    Connection& made = m_connections[id];
    made.desk = desk;
    made.headquarters = headquarters;
    made.peer = std::move(as);
    made.port = std::move(port);
    made.up.last = made.down.last = m_schedule.now();
    if (isCut(desk)) {
        endAtDesk(id, kConnectWithin, "no connection in time");
    } else {
        m_schedule.after(latency(desk), [this, id] { answer(id); });
    }
}

void Network::answer(net::ConnectionId id)
{
    const auto it = m_connections.find(id);
    if (it == m_connections.end() || !it->second.isDeskEnd) {
        return;
    }
    Connection& one = it->second;
    const auto hq = m_headquarters.find(one.headquarters);
    if (isCut(one.desk) || hq == m_headquarters.end()) {
        endAtDesk(id, isCut(one.desk) ? kConnectWithin : latency(one.desk), "refused");
        return;
    }
    one.isOpening = false;
    one.isHqEnd = true;
    const int desk = one.desk;
    m_trace.add(who("opened", desk));
    const auto opened =
        hq->second.opened; // whoever it calls may end the machine, and all of this with it
    opened(id, one.peer);
    m_schedule.after(latency(desk), [this, id] {
        const auto again = m_connections.find(id);
        if (again != m_connections.end() && again->second.isDeskEnd) {
            m_trace.add(who("up", again->second.desk));
            const auto up = again->second.port.up;
            up();
        }
    });
}

void Network::sendUp(int desk, Bytes message)
{
    const auto it = m_current.find(desk);
    if (it != m_current.end() && !m_connections[it->second].isOpening
        && (!filter || filter(true, desk, message))) {
        send(it->second, true, std::move(message));
    }
}

void Network::sendDown(net::ConnectionId to, Bytes message)
{
    const auto it = m_connections.find(to);
    if (it != m_connections.end() && it->second.isHqEnd
        && (!filter || filter(false, it->second.desk, message))) {
        send(to, false, std::move(message));
    }
}

void Network::send(net::ConnectionId id, bool isUp, Bytes message)
{
    Connection& one = m_connections[id];
    auto behind = std::exchange((isUp ? one.up : one.down).behind, {});
    if (m_mangling > 0 && m_wire.below(1000) < m_mangling) {
        mangle(id, isUp, std::move(message));
    } else {
        put(id, isUp, std::move(message));
    }
    if (behind) {
        put(id, isUp, std::move(*behind));
    }
}

void Network::mangle(net::ConnectionId id, bool isUp, Bytes message)
{
    ++m_mangled;
    Connection& one = m_connections[id];
    switch (m_wire.below(3)) {
    case 0:
        m_trace.add(who("lost", one.desk));
        break;
    case 1:
        m_trace.add(who("doubled", one.desk));
        put(id, isUp, message);
        put(id, isUp, std::move(message));
        break;
    default:
        m_trace.add(who("swapped", one.desk));
        (isUp ? one.up : one.down).behind = std::move(message);
        break;
    }
}

void Network::put(net::ConnectionId id, bool isUp, Bytes message)
{
    Connection& one = m_connections[id];
    Way& way = isUp ? one.up : one.down;
    ++way.sent;
    if (isCut(one.desk)) {
        way.held.push_back(std::move(message));
    } else {
        carry(id, isUp, std::move(message));
    }
}

void Network::carry(net::ConnectionId id, bool isUp, Bytes message)
{
    Connection& one = m_connections[id];
    Way& way = isUp ? one.up : one.down;
    way.last = std::max(way.last, m_schedule.now() + latency(one.desk));
    m_schedule.after(way.last - m_schedule.now(), [this, id, isUp, message = std::move(message)] {
        deliver(id, isUp, message);
    });
}

void Network::deliver(net::ConnectionId id, bool isUp, const Bytes& message)
{
    const auto it = m_connections.find(id);
    if (it == m_connections.end()) {
        return;
    }
    Connection& one = it->second;
    Way& way = isUp ? one.up : one.down;
    if (isCut(one.desk)) { // it was on the way when the cable went
        way.held.push_back(message);
        return;
    }
    if (++way.arrived > way.limit || !(isUp ? one.isHqEnd : one.isDeskEnd)) {
        return;
    }
    ++m_delivered;
    m_trace.add(who(isUp ? "to hq" : "to desk", one.desk), message);
    if (isUp) {
        if (const auto hq = m_headquarters.find(one.headquarters); hq != m_headquarters.end()) {
            const auto receive = hq->second.message;
            receive(id, message);
        }
    } else {
        const auto receive = one.port.message; // it may end the connection
        receive(message);
    }
}

void Network::endAtDesk(net::ConnectionId id, Millis delay, const char* why)
{
    m_schedule.after(delay, [this, id, why] {
        const auto it = m_connections.find(id);
        if (it == m_connections.end() || !it->second.isDeskEnd) {
            return;
        }
        it->second.isDeskEnd = false;
        const int desk = it->second.desk;
        const auto down = it->second.port.down;
        m_current.erase(desk);
        m_trace.add(who("down", desk));
        forget(id);
        down({Code::LinkDown, why, {}});
    });
}

void Network::endAtHq(net::ConnectionId id, Millis delay)
{
    m_schedule.after(delay, [this, id] {
        const auto it = m_connections.find(id);
        if (it == m_connections.end() || !it->second.isHqEnd) {
            return;
        }
        it->second.isHqEnd = false;
        m_trace.add(who("closed", it->second.desk));
        if (const auto hq = m_headquarters.find(it->second.headquarters);
            hq != m_headquarters.end()) {
            const auto closed = hq->second.closed;
            closed(id);
        }
        forget(id);
    });
}

void Network::forget(net::ConnectionId id)
{
    if (const auto it = m_connections.find(id);
        it != m_connections.end() && !it->second.isDeskEnd && !it->second.isHqEnd) {
        m_connections.erase(it);
    }
}

void Network::lose(Way& way)
{
    const std::uint64_t onTheWay = way.sent - way.arrived;
    way.limit = std::min(way.limit, way.arrived + m_random.below(onTheWay + 1));
}

void Network::disconnect(int desk)
{
    const auto it = m_current.find(desk);
    if (it == m_current.end()) {
        return;
    }
    const net::ConnectionId id = it->second;
    m_current.erase(it);
    Connection& one = m_connections[id];
    one.isDeskEnd = false;
    const Millis drained =
        std::max(Millis{0}, std::chrono::duration_cast<Millis>(one.up.last - m_schedule.now()));
    endAtHq(id, isCut(desk) ? kSilence : drained + latency(desk));
    forget(id);
}

void Network::closeDown(net::ConnectionId which)
{
    const auto it = m_connections.find(which);
    if (it == m_connections.end() || !it->second.isHqEnd) {
        return;
    }
    Connection& one = it->second;
    one.up.limit = one.up.arrived; // no message of it comes any more
    const Millis drained =
        std::max(Millis{0}, std::chrono::duration_cast<Millis>(one.down.last - m_schedule.now()));
    endAtDesk(
        which, isCut(one.desk) ? kSilence : drained + latency(one.desk), "closed by headquarters");
    endAtHq(which, Millis{0});
}

void Network::breakLink(int desk)
{
    const auto it = m_current.find(desk);
    if (it == m_current.end()) {
        return;
    }
    m_trace.add(who("broken", desk));
    Connection& one = m_connections[it->second];
    lose(one.up);
    lose(one.down);
    const bool isHalfOpen = m_random.chance(40); // one side learns of it only from the silence
    endAtDesk(it->second, isHalfOpen && m_random.chance(50) ? kSilence : latency(desk), "broken");
    endAtHq(it->second, isHalfOpen ? kSilence : latency(desk));
}

void Network::deskGone(int desk)
{
    const auto it = m_current.find(desk);
    if (it == m_current.end()) {
        return;
    }
    const net::ConnectionId id = it->second;
    m_current.erase(it);
    Connection& one = m_connections[id];
    one.isDeskEnd = false;
    lose(one.up);
    endAtHq(id, m_random.chance(30) || isCut(desk) ? kSilence : latency(desk));
    forget(id);
}

void Network::hqGone(int headquarters)
{
    m_headquarters.erase(headquarters);
    std::vector<net::ConnectionId> theirs;
    for (auto& [id, one] : m_connections) {
        if (one.headquarters == headquarters && !one.isOpening) {
            theirs.push_back(id);
        }
    }
    for (const net::ConnectionId id : theirs) {
        Connection& one = m_connections[id];
        one.isHqEnd = false;
        lose(one.down);
        endAtDesk(id, m_random.chance(20) ? kSilence : latency(one.desk), "headquarters is gone");
        forget(id);
    }
}

void Network::setSlow(int desk, bool isSlow)
{
    isSlow ? static_cast<void>(m_slow.insert(desk)) : static_cast<void>(m_slow.erase(desk));
}

void Network::cutOff(int desk)
{
    if (!m_cut.insert(desk).second) {
        return;
    }
    m_trace.add(who("cut off", desk));
    const auto it = m_current.find(desk);
    if (it == m_current.end() || m_connections[it->second].isOpening) {
        return;
    }
    const auto giveUp = [this, desk, id = it->second] {
        if (isCut(desk)) {
            endAtDesk(id, m_random.delay(0, 500), "silence");
            endAtHq(id, m_random.delay(0, 500));
        }
    };
    m_schedule.after(kSilence, giveUp);
}

void Network::heal(int desk)
{
    if (m_cut.erase(desk) == 0) {
        return;
    }
    m_trace.add(who("healed", desk));
    for (auto& [id, one] : m_connections) {
        if (one.desk == desk) {
            for (const bool isUp : {true, false}) {
                auto held = std::exchange((isUp ? one.up : one.down).held, {});
                for (Bytes& message : held) {
                    carry(id, isUp, std::move(message));
                }
            }
        }
    }
}

void Network::healAll()
{
    m_slow.clear();
    const auto cut = m_cut;
    for (const int desk : cut) {
        heal(desk);
    }
}

} // namespace sz::sim
