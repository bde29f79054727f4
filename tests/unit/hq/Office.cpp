// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hq/Office.h"

#include <algorithm>
#include <format>
#include <stdexcept>

namespace sz::test {

Office::Office(OpenLog open)
    : clock(SystemClock().now()), m_open(
                                      open       ? std::move(open)
                                      : standard ? standard()
                                                 : store::HqLog::open),
      m_authority(net::makeAuthority("test", clock.now()))
{
    if (auto ok = restart(); !ok) {
        throw std::runtime_error(ok.error().detail);
    }
}

void Office::stop()
{
    m_engine.reset();
    m_log.reset();
}

Result<void> Office::restart()
{
    stop();
    m_sent.clear();
    m_lines.clear();
    auto log = m_open(m_folder.path().toStdString());
    if (!log) {
        return std::unexpected(log.error());
    }
    m_log = std::move(*log);
    hq::Wire wire{
        [this](net::ConnectionId to, const Bytes& bytes) {
            m_sent[to].push_back(sync::decodeFrame(bytes).value());
        },
        [this](net::ConnectionId which) {
            m_closed.insert(which);
            m_engine->closed(which);
        }};
    return hq::Engine::open(
               {.operation = operationToOpen,
                .name = "武汉",
                .plan = plan != nullptr ? plan : samplePlan(),
                .planDigest = "digest",
                .authority = m_authority,
                .notary = notary,
                .snapshots = snapshots,
                .files = files},
               *m_log, clock, std::move(wire),
               [this](const hq::LogLine& line) { m_lines.push_back(line); })
        .transform([&](auto engine) { m_engine = std::move(engine); });
}

net::ConnectionId Office::open(
    const std::string& commonName,
    const std::string& fingerprint,
    const std::string& address)
{
    m_engine->opened(++m_lastConnection, {commonName, fingerprint, address});
    return m_lastConnection;
}

void Office::send(net::ConnectionId from, const sync::Frame& frame)
{
    m_engine->message(from, sync::encodeFrame(frame));
}

net::ConnectionId
Office::tryEnrol(const std::string& code, const SigningKey& key, const char* address)
{
    const auto connection = open({}, {}, address);
    send(connection, sync::Enrol{code, key.publicKey(), key.sign(hq::enrolProof(code)), "desk"});
    return connection;
}

Author Office::enrol(const char* unit)
{
    const std::string code = m_engine->makeEnrolCode(UnitCode(unit), Minutes{15}).value();
    SigningKey key = SigningKey::generate();
    const auto answer = next<sync::Enrolled>(tryEnrol(code, key));
    return {m_operation, answer.value().desk, answer.value().unit, std::move(key)};
}

const store::DeskRecord& Office::record(const DeskId& desk)
{
    m_records = m_engine->desks();
    return *std::ranges::find(m_records, desk, &store::DeskRecord::id);
}

net::ConnectionId
Office::connect(const Author& author, const std::function<void(sync::Hello&)>& change)
{
    const auto connection =
        open(author.desk().value, record(author.desk()).fingerprint, "10.0.0.2:7");
    sync::Hello hello;
    hello.operation = m_operation;
    hello.desk = author.desk();
    hello.unit = author.unit();
    hello.written = author.written();
    if (change) {
        change(hello);
    }
    m_feeds[connection] = {
        hello.feedSeq,
        hello.feedSeq == 0 ? log::feedStart(m_operation, hello.unit) : hello.feedHash};
    send(connection, hello);
    return connection;
}

net::ConnectionId Office::join(const Author& author)
{
    const auto connection = connect(author);
    send(connection, sync::Credit{64});
    return connection;
}

std::vector<sync::Verdict> Office::push(net::ConnectionId from, const log::Batch& batch)
{
    send(from, sync::Push{batch});
    m_engine->flush();
    return next<sync::Verdicts>(from).value_or(sync::Verdicts{}).verdicts;
}

std::vector<log::FeedItem> Office::feed(net::ConnectionId to, const char* unit)
{
    std::vector<log::FeedItem> items;
    FeedState& state = m_feeds[to];
    while (const auto frame = next<sync::Feed>(to)) {
        for (const log::FeedItem& item : frame->items) {
            state.hash = log::feedLink(state.hash, item);
            if (item.seq != ++state.seq || frame->unit.value != unit) {
                return {};
            }
            items.push_back(item);
        }
        if (state.hash != frame->hash) {
            return {};
        }
    }
    return items;
}

bool Office::hasLine(const std::string& event) const
{
    return std::ranges::contains(m_lines, event, &hq::LogLine::event);
}

std::string inWords(const std::vector<sync::Verdict>& verdicts)
{
    std::string out;
    for (const sync::Verdict& v : verdicts) {
        out += out.empty() ? "" : ", ";
        out += v.kind == sync::VerdictKind::Accepted ? std::format("accepted {}", v.number)
                                                     : codeName(v.code);
    }
    return out;
}

} // namespace sz::test
