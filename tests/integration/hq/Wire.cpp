// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/hq/Wire.h"

namespace sz::test {

Wire::Wire()
    : m_link({
          .up =
              [this] {
                  const std::scoped_lock lock(m_mutex);
                  m_isUp = true;
                  m_changed.notify_all();
              },
          .message =
              [this](const Bytes& bytes) {
                  const std::scoped_lock lock(m_mutex);
                  m_inbox.push_back(sync::decodeFrame(bytes).value());
                  m_changed.notify_all();
              },
          .down =
              [this](const Error&) {
                  const std::scoped_lock lock(m_mutex);
                  m_isDown = true;
                  m_changed.notify_all();
              },
      })
{
}

bool Wire::open(std::uint16_t port, const net::Credentials& credentials, const std::string& pinned)
{
    m_link.open({"127.0.0.1", port}, credentials, pinned);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_isUp || m_isDown; });
    return m_isUp;
}

bool Wire::isDown()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::seconds(10), [&] { return m_isDown; });
    return m_isDown;
}

sync::Hello Enrolled::hello(std::uint64_t written) const
{
    sync::Hello hello;
    hello.operation = answer.operation;
    hello.desk = answer.desk;
    hello.unit = answer.unit;
    hello.program = "test";
    hello.written = written;
    return hello;
}

Result<Enrolled> enrol(std::uint16_t port, const std::string& pinned, const std::string& code)
{
    SigningKey key = SigningKey::generate();
    const std::string message = "sanzhen enrol 1" + code;
    Wire wire;
    if (!wire.open(port, {}, pinned)) {
        return fail(Code::LinkDown, "no link");
    }
    wire.send(sync::Enrol{code, key.publicKey(), key.sign(viewOf(message)), "test"});
    if (auto answer = wire.next<sync::Enrolled>()) {
        return Enrolled{std::move(*answer), std::move(key)};
    }
    const auto refused = wire.next<sync::Refused>();
    return refused ? fail(refused->code, refused->detail) : fail(Code::LinkDown, "no answer");
}

} // namespace sz::test
