// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/hq/FileRoom.h"

namespace sz::hq {
namespace {

constexpr Millis kSweepEvery{60 * 60 * 1000};
constexpr Millis kLeftAfter{24 * 60 * 60 * 1000};

sync::FileState refusal(const Digest& hash, Code code)
{
    return {hash, 0, false, true, code};
}

// What is wrong with our disk is nobody's business outside.
Code toldAs(Code code)
{
    return code == Code::NoSpace || code == Code::BadChain || code == Code::NotFound ? code
                                                                                     : Code::Busy;
}

} // namespace

FileRoom::FileRoom(FileSpec spec, const Clock& clock, Send send, LogSink sink)
    : m_spec(std::move(spec)), m_clock(clock), m_send(std::move(send)), m_sink(std::move(sink))
{
}

bool FileRoom::onOffer(
    const Asker& asker,
    const model::Attachment* known,
    const sync::FileOffer& offer)
{
    Lane& lane = m_lanes[asker.connection];
    if (lane.isBusy) {
        return false;
    }
    if (known == nullptr || m_spec.place == nullptr) {
        lane.size = 0;
        m_send(asker.connection, refusal(offer.hash, Code::NotFound));
        return true;
    }
    lane.hash = offer.hash;
    lane.size = known->size;
    answer(asker.connection, [this, hash = offer.hash, size = known->size, desk = asker.desk] {
        auto held = m_spec.place->held(hash);
        if (held && !held->isWhole
            && held->bytes >= size) { // its end was cut short after the last byte
            held = m_spec.place->append(hash, size, held->bytes, {});
        }
        return stateOf(hash, held, desk);
    });
    return true;
}

bool FileRoom::onChunk(const Asker& asker, const sync::FileChunk& chunk)
{
    Lane& lane = m_lanes[asker.connection];
    if (lane.isBusy || lane.size == 0 || lane.hash != chunk.hash) {
        return false;
    }
    if (!isWithinQuota(asker.desk, chunk.bytes.size())) {
        m_sink({Level::Warning, "file-quota", {{"desk", asker.desk.value}}});
        m_send(asker.connection, refusal(chunk.hash, Code::Busy));
        return true;
    }
    answer(asker.connection, [this, chunk, size = lane.size, desk = asker.desk] {
        return stateOf(
            chunk.hash, m_spec.place->append(chunk.hash, size, chunk.offset, chunk.bytes), desk);
    });
    return true;
}

bool FileRoom::onAsk(const Asker& asker, const model::Attachment* known, const sync::FileAsk& ask)
{
    if (m_lanes[asker.connection].isBusy) {
        return false;
    }
    if (known == nullptr || m_spec.place == nullptr) {
        m_send(asker.connection, refusal(ask.hash, Code::NotFound));
        return true;
    }
    answer(asker.connection, [this, ask, desk = asker.desk]() -> sync::Frame {
        auto bytes = m_spec.place->read(ask.hash, ask.offset, static_cast<std::size_t>(ask.most));
        if (!bytes) {
            return stateOf(ask.hash, std::unexpected(bytes.error()), desk);
        }
        return sync::FileChunk{ask.hash, ask.offset, std::move(*bytes)};
    });
    return true;
}

void FileRoom::tick(Instant now)
{
    if (m_spec.place == nullptr || (m_swept && now >= *m_swept && now - *m_swept < kSweepEvery)) {
        return;
    }
    m_swept = now;
    run(
        [this] {
            const Instant system = SystemClock().now(); // as the files' own times
            if (const auto gone = m_spec.place->sweep(system - kLeftAfter); gone && *gone > 0) {
                m_sink({Level::Info, "file-leftovers", {{"removed", std::to_string(*gone)}}});
            }
        },
        [] {});
}

// On the thread of the files; says what the disk said in the log.
sync::FileState
FileRoom::stateOf(const Digest& hash, const Result<store::HeldFile>& held, const DeskId& desk) const
{
    if (held) {
        return {hash, held->bytes, held->isWhole, false, Code::Internal};
    }
    const Error& why = held.error();
    if (why.code != Code::NotFound) {
        m_sink(
            {Level::Warning,
             "file",
             {{"desk", desk.value}, {"code", codeName(why.code)}, {"detail", why.detail}}});
    }
    return refusal(hash, toldAs(why.code));
}

void FileRoom::answer(net::ConnectionId connection, std::function<sync::Frame()> work)
{
    m_lanes[connection].isBusy = true;
    auto frame = std::make_shared<sync::Frame>(sync::UnknownFrame{}); // shared by the two halves
    run([frame, work = std::move(work)] { *frame = work(); },
        [this, connection, frame] {
            if (const auto lane = m_lanes.find(connection); lane != m_lanes.end()) {
                lane->second.isBusy = false;
                m_send(connection, *frame);
            }
        });
}

void FileRoom::run(std::function<void()> work, std::function<void()> done)
{
    if (m_spec.work) {
        m_spec.work(std::move(work), std::move(done));
    } else {
        work();
        done();
    }
}

bool FileRoom::isWithinQuota(const DeskId& desk, std::size_t bytes)
{
    const Instant now = m_clock.now();
    const auto quota = m_quotas.try_emplace(desk, m_spec.quota, now).first;
    return quota->second.take((bytes + 1023) / 1024, now);
}

} // namespace sz::hq
