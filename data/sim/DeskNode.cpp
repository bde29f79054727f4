// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/sim/DeskNode.h"

#include "data/sim/People.h"

#include <algorithm>
#include <format>

namespace sz::sim {
namespace {

constexpr Millis kTick{500};

SigningKey keyOf(Random& random)
{
    Bytes seed(32);
    random.fill(seed);
    return std::move(SigningKey::fromSeed(seed).value());
}

} // namespace

DeskNode::DeskNode(
    Ground& ground,
    int index,
    UnitCode unit,
    bool isNewer,
    const std::filesystem::path& folder,
    Random random)
    : m_ground(ground), m_index(index), m_isNewer(isNewer), m_random(random),
      m_disk(folder / std::format("desk-{}", index), m_random.seed()), m_clock(ground.schedule),
      m_person(*ground.plan, unit, Random(m_random.seed()))
{
    const SigningKey key = keyOf(m_random);
    m_publicKey = key.publicKey();
    m_options.profile.folder = m_disk.folder();
    m_options.profile.unit = std::move(unit);
    m_options.profile.desk = DeskId(std::format("desk-{}", index));
    m_options.profile.operation = ground.operation;
    m_options.profile.credentials.key = net::keyToPem(key);
    m_options.profile.credentials.authority = authority().certificate;
    m_options.plan = ground.plan;
    if (m_options.profile.unit == UnitCode("HQ") && index > 0) {
        m_options.post = PostCode("HQ-second");
    }
    m_options.clock = &m_clock;
    m_options.random = [this](std::span<std::uint8_t> out) { m_random.fill(out); };
    m_options.files = &m_disk;
    m_options.bulkFrom = index % 3 == 0 ? 3 : 20'000; // backlogs are short here
    m_options.hasSearch = false; // its file can be lost at any time; tst_DeskSearch loses it
    m_disk.onInjury = [this](const std::string& call) {
        m_ground.trace.add(std::format("disk {} injured at {} {}", m_index, m_disk.calls(), call));
    };
}

void DeskNode::violate(const std::string& what)
{
    m_ground.violations.push_back(std::format("{}: {}", desk().value, what));
}

desk::DeskCore::Transport DeskNode::transport()
{
    return {
        [this] {
            const std::uint64_t epoch = m_epoch;
            const auto guarded = [this, epoch](auto work) {
                if (epoch == m_epoch) {
                    on(work);
                }
            };
            const int headquarters = (m_index + m_tries++) % m_ground.headquarters;
            m_ground.network.connect(
                m_index, headquarters,
                {desk().value, fingerprint(), std::format("10.0.0.{}:1", m_index)},
                {[guarded] { guarded([](Console& c) { c.linkUp(); }); },
                 [guarded](const Bytes& m) { guarded([&](Console& c) { c.linkMessage(m); }); },
                 [guarded](const Error& e) { guarded([&](Console& c) { c.linkDown(e); }); }});
        },
        [this] { m_ground.network.disconnect(m_index); },
        [this](Bytes message) {
            if (!m_disk.isDead()) {
                m_ground.network.sendUp(m_index, std::move(message));
            }
        },
    };
}

void DeskNode::start()
{
    if (m_console || !m_isEnrolled) {
        return;
    }
    m_isRestartPlanned = false;
    ++m_epoch;
    ConsoleSpec spec{
        m_options,
        transport(),
        [this](const std::string& line) {
            const std::string where = line.substr(0, line.find(m_disk.folder().string()));
            m_ground.trace.add(std::format("desk {} logs: {}", m_index, where));
        },
        &m_ground.told,
        m_isBlindToShift,
        m_isBlindToPlan,
        m_hidesRejected};
    m_console = m_isNewer ? makeNewerConsole(std::move(spec)) : makeConsole(std::move(spec));
    const auto opened = m_console->open();
    if (m_disk.isDead()) {
        end(true);
        return;
    }
    m_ground.trace.add(
        std::format("desk {} starts {}", m_index, opened ? "well" : codeName(opened.error().code)));
    if (!opened) {
        if (!m_disk.hasFailed()) {
            violate(std::format(
                "does not open on a whole disk: {} {}", codeName(opened.error().code),
                opened.error().detail));
        }
        end(false);
        return;
    }
    checkSaved();
    on([](Console& c) { c.startLink(); });
    if (m_console) {
        tick(m_epoch);
    }
}

void DeskNode::tick(std::uint64_t epoch)
{
    if (epoch != m_epoch) {
        return;
    }
    on([](Console& c) { c.tick(); });
    m_ground.schedule.after(kTick, [this, epoch] { tick(epoch); });
}

// After everything that ran in the program: is it still there, can it still save?
void DeskNode::look()
{
    if (m_disk.isDead()) {
        end(true);
    } else if (m_console->isBroken() && !m_isRestartPlanned) {
        m_isRestartPlanned = true;
        m_ground.trace.add(std::format("desk {} is broken", m_index));
        if (!m_console->showsFault()) {
            violate("the store failed and the screen does not say so");
        }
        const std::uint64_t epoch = m_epoch;
        m_ground.schedule.after(m_isCalm ? Millis{1} : m_random.delay(500, 20'000), [this, epoch] {
            if (epoch == m_epoch && m_console) {
                end(false); // the person starts the program again
            }
        });
    }
}

void DeskNode::end(bool isCrash)
{
    ++m_epoch;
    if (isCrash) {
        ++m_crashes;
        m_ground.trace.add(std::format("desk {} crashes", m_index));
    } else {
        m_disk.kill(false); // it may not tidy up with a disk that failed it
    }
    m_ground.network.deskGone(m_index);
    m_console.reset();
    m_disk.restart();
    startSoon(m_isCalm ? Millis{100} : m_random.delay(200, 30'000));
}

void DeskNode::startSoon(Millis after)
{
    const std::uint64_t epoch = m_epoch;
    m_ground.schedule.after(after, [this, epoch] {
        if (epoch == m_epoch) {
            start();
        }
    });
}

void DeskNode::crash(bool isPowerCut)
{
    if (m_console) {
        m_disk.kill(isPowerCut);
        end(true);
    }
}

void DeskNode::startAgain(const std::function<void()>& meanwhile)
{
    if (!m_console) {
        return;
    }
    ++m_epoch;
    m_ground.network.deskGone(m_index);
    m_console.reset();
    m_disk.isDead() ? m_disk.restart() : m_disk.handOver();
    if (meanwhile) {
        m_isRotten = true;
        meanwhile();
    }
    startSoon(Millis{10});
}

void DeskNode::calm()
{
    m_isCalm = true;
    m_disk.injure(Injury::None, 0, false);
    m_clock.setSkew(Millis{0});
    if (m_console == nullptr) {
        startSoon(Millis{1});
    } else if (m_console->isBroken()) {
        end(false);
    }
}

void DeskNode::act()
{
    if (!m_console) {
        return;
    }
    const std::string mark = std::format("{} does {}", desk().value, ++m_marks);
    const bool isLost = m_disk.hasFailedSync();
    ++m_attempts;
    const auto saved = m_console->act(m_person, m_clock.now(), mark);
    if (m_disk.isDead()) {
        end(true);
        return;
    }
    m_ground.trace.add(std::format(
        "{}: {}", mark,
        !saved   ? codeName(saved.error().code)
        : *saved ? "saved"
                 : "done"));
    if (saved && *saved) {
        m_saved.push_back(**saved);
        if (isLost) {
            violate("called saved after a failed " + m_disk.lastInjured() + ": " + mark);
        }
        if (m_doesTwice && m_random.chance(20)) {
            std::ignore = m_console->act(m_person, m_clock.now(), mark);
        }
    } else if (!saved && saved.error().code == Code::NoSpace) {
        m_unsaved.push_back(mark);
    }
    look();
}

// Whatever was called saved is in the outbox or has come back in the feed.
void DeskNode::checkSaved()
{
    std::set<std::string> held;
    std::set<std::uint64_t> settled;
    const auto take = [&](const Bytes& raw) {
        if (const auto entry = log::decodeEntry(raw)) {
            held.insert(entry->id.text());
        }
    };
    const auto outbox = m_console->log().outbox();
    const auto read = m_console->log().eachFeed(0, [&](const log::FeedItem& item) {
        take(item.raw);
        return true;
    });
    // Told "no", and settled: nothing of it is left to deal with.
    for (const auto& [who, counter] : m_ground.told.refused) {
        who == desk() ? static_cast<void>(settled.insert(counter)) : void();
    }
    if (m_disk.isDead() || m_disk.hasFailed() || !outbox || !read || m_isRotten) {
        return; // the next start will tell
    }
    std::ranges::for_each(*outbox, [&](const store::OwnEntry& own) { take(own.raw); });
    for (const Saved& one : m_saved) {
        if (!held.contains(one.entry) && !settled.contains(one.counter)) {
            violate(std::format("act {} was called saved and is not on the disk", one.counter));
        }
    }
}

bool DeskNode::isSettled() const
{
    if (!m_console || !m_console->isLive() || m_console->isBroken() || m_console->isRecalling()) {
        return false;
    }
    const auto outbox = m_console->log().outbox();
    return outbox && std::ranges::none_of(*outbox, [](const store::OwnEntry& own) {
               return own.state == store::SendState::Unsent
                      || own.state == store::SendState::Accepted;
           });
}

} // namespace sz::sim
