// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hq/LeanDesks.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <fcntl.h>
#include <format>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sz::bench {
namespace {

constexpr std::uint8_t kFeedType = 7; // PROTOCOL.md
constexpr std::uint8_t kBinary = 0x82;
constexpr std::uint8_t kPing = 0x89;
constexpr std::uint8_t kPong = 0x8a;
constexpr int kCredits = 16;

int connectTo(std::uint16_t port)
{
    const int out = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    ::setsockopt(out, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(out, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
        ::close(out);
        return -1;
    }
    return out;
}

SSL_CTX* contextOf(const net::Credentials& own)
{
    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    BIO* certificate =
        BIO_new_mem_buf(own.certificate.data(), static_cast<int>(own.certificate.size()));
    BIO* key = BIO_new_mem_buf(own.key.data(), static_cast<int>(own.key.size()));
    X509* x509 = PEM_read_bio_X509(certificate, nullptr, nullptr, nullptr);
    EVP_PKEY* pkey = PEM_read_bio_PrivateKey(key, nullptr, nullptr, nullptr);
    SSL_CTX_use_certificate(context, x509);
    SSL_CTX_use_PrivateKey(context, pkey);
    X509_free(x509);
    EVP_PKEY_free(pkey);
    BIO_free(certificate);
    BIO_free(key);
    return context;
}

/// A client's frame; the mask is zero, which masks nothing and is as good as another on a bench.
Bytes frameOf(std::uint8_t opcode, const Bytes& payload)
{
    Bytes out{opcode};
    if (payload.size() < 126) {
        out.push_back(static_cast<std::uint8_t>(0x80 | payload.size()));
    } else {
        out.push_back(0x80 | 126);
        out.push_back(static_cast<std::uint8_t>(payload.size() >> 8));
        out.push_back(static_cast<std::uint8_t>(payload.size()));
    }
    out.insert(out.end(), 4, 0);
    out.insert(out.end(), payload.begin(), payload.end());
    return out;
}

} // namespace

class LeanDesks::Desk
{
public:
    ~Desk()
    {
        SSL_free(m_ssl);
        if (socket >= 0) {
            ::close(socket);
        }
    }

    [[nodiscard]] bool open(const test::Enrolled& desk, std::uint16_t port)
    {
        socket = connectTo(port);
        SSL_CTX* context = contextOf(desk.credentials());
        m_ssl = SSL_new(context);
        SSL_CTX_free(context);
        SSL_set_fd(m_ssl, socket);
        if (socket < 0 || SSL_connect(m_ssl) != 1 || !upgrade()) {
            return false;
        }
        write(frameOf(kBinary, sync::encodeFrame(desk.hello())));
        write(frameOf(kBinary, sync::encodeFrame(sync::Credit{kCredits})));
        while (m_messages == 0) { // Welcome
            if (!readSome()) {
                return false;
            }
        }
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
        return true;
    }

    /// False when the connection has ended.
    bool readSome()
    {
        ERR_clear_error();
        std::array<std::uint8_t, 4096> part; // NOLINT: filled by SSL_read
        const int got = SSL_read(m_ssl, part.data(), static_cast<int>(part.size()));
        if (got <= 0) {
            return SSL_get_error(m_ssl, got) == SSL_ERROR_WANT_READ;
        }
        m_in.insert(m_in.end(), part.begin(), part.begin() + got);
        while (takeFrame()) {
        }
        return SSL_has_pending(m_ssl) == 0 || readSome();
    }

    void giveBack()
    {
        for (; owed > 0; --owed) {
            static const Bytes credit = frameOf(kBinary, sync::encodeFrame(sync::Credit{1}));
            write(credit);
        }
    }

    int socket = -1;
    int owed = 0; ///< credits
    std::atomic<bool> isDown = false;
    std::atomic<int> frames = 0;
    std::atomic<Steady::time_point> lastAt;

private:
    [[nodiscard]] bool upgrade()
    {
        const std::string request =
            "GET /sanzhen/1 HTTP/1.1\r\nHost: sanzhen-hq\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        write(Bytes(request.begin(), request.end()));
        std::string answer;
        char one = 0;
        while (!answer.ends_with("\r\n\r\n") && SSL_read(m_ssl, &one, 1) == 1) {
            answer += one;
        }
        return answer.starts_with("HTTP/1.1 101");
    }

    void write(const Bytes& bytes)
    {
        SSL_write(m_ssl, bytes.data(), static_cast<int>(bytes.size()));
    }

    // Headquarters' frames bear no mask; ours are never longer than 64 KiB here.
    bool takeFrame()
    {
        if (m_in.size() < 2) {
            return false;
        }
        const std::size_t head = m_in[1] < 126 ? 2 : 4;
        if (m_in.size() < head) {
            return false;
        }
        const std::size_t size = head == 2 ? m_in[1] : std::size_t{m_in[2]} << 8 | m_in[3];
        if (m_in.size() < head + size) {
            return false;
        }
        take(
            m_in[0], Bytes(
                         m_in.begin() + static_cast<std::ptrdiff_t>(head),
                         m_in.begin() + static_cast<std::ptrdiff_t>(head + size)));
        m_in.erase(m_in.begin(), m_in.begin() + static_cast<std::ptrdiff_t>(head + size));
        return true;
    }

    // Key 0 of the map comes first: the type.
    void take(std::uint8_t opcode, const Bytes& payload)
    {
        if (opcode == kPing) {
            write(frameOf(kPong, payload));
            return;
        }
        ++m_messages;
        if (payload.size() > 2 && payload[2] == kFeedType) {
            lastAt = Steady::now();
            ++frames;
            ++owed;
        }
    }

    SSL* m_ssl = nullptr;
    Bytes m_in;
    int m_messages = 0;
};

LeanDesks::LeanDesks() = default;

LeanDesks::~LeanDesks()
{
    m_isEnding = true;
    if (m_thread.joinable()) {
        m_thread.join();
    }
    if (m_epoll >= 0) {
        ::close(m_epoll);
    }
}

Result<void> LeanDesks::open(const std::vector<test::Enrolled>& desks, std::uint16_t port)
{
    m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    for (const test::Enrolled& enrolled : desks) {
        auto desk = std::make_unique<Desk>();
        if (!desk->open(enrolled, port)) {
            return fail(Code::LinkDown, std::format("desk {} did not come in", m_desks.size() + 1));
        }
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = desk.get();
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, desk->socket, &event);
        m_desks.push_back(std::move(desk));
    }
    m_thread = std::thread([this] { listen(); });
    return {};
}

// All that has come is taken before any credit goes back: desks do that side by side.
void LeanDesks::listen()
{
    constexpr int kPatienceMs = 50;
    std::array<epoll_event, 256> events{};
    while (!m_isEnding) {
        const int many =
            ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), kPatienceMs);
        for (int i = 0; i < many; ++i) {
            auto* desk = static_cast<Desk*>(events[static_cast<std::size_t>(i)].data.ptr);
            if (!desk->readSome()) {
                desk->isDown = true;
                ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, desk->socket, nullptr);
            }
        }
        for (int i = 0; i < many; ++i) {
            static_cast<Desk*>(events[static_cast<std::size_t>(i)].data.ptr)->giveBack();
        }
    }
}

bool LeanDesks::areIn() const
{
    return std::ranges::none_of(m_desks, [](const auto& desk) { return desk->isDown.load(); });
}

int LeanDesks::frames(std::size_t desk) const
{
    return m_desks[desk]->frames;
}

LeanDesks::Steady::time_point LeanDesks::lastAt(std::size_t desk) const
{
    return m_desks[desk]->lastAt;
}

} // namespace sz::bench
