// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/AdminSocket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <poll.h>
#include <sstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace sz::headquarters {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;
constexpr char kBetweenWords = '\x1f'; // no path has it
constexpr auto kName = "admin.sock";

// Owns a file descriptor.
class Descriptor
{
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

Descriptor newSocket(std::chrono::seconds patience = std::chrono::seconds(10))
{
    Descriptor out(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const timeval limit{patience.count(), 0};
    ::setsockopt(out.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(out.get(), SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    return out;
}

// A socket's name has 107 bytes, a folder's path has more: go through the open folder.
sockaddr_un addressIn(const Descriptor& folder)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = std::format("/proc/self/fd/{}/{}", folder.get(), kName);
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

Descriptor openFolder(const std::filesystem::path& folder)
{
    return Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

template <class Call>
int withAddress(const Descriptor& socket, const Descriptor& folder, Call call)
{
    const sockaddr_un address = addressIn(folder);
    return call(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

bool writeAll(const Descriptor& to, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t done = ::send(to.get(), text.data(), text.size(), MSG_NOSIGNAL);
        if (done <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

// Until `last` or the end of the stream.
std::string readUntil(const Descriptor& from, char last)
{
    std::string out;
    std::array<char, 4096> part{};
    while (out.size() < kMostBytes) {
        const ssize_t got = ::recv(from.get(), part.data(), part.size(), 0);
        if (got <= 0) {
            break;
        }
        out.append(part.data(), static_cast<std::size_t>(got));
        if (out.ends_with(last)) {
            break;
        }
    }
    return out;
}

std::vector<std::string> split(const std::string& line, char between)
{
    std::istringstream in(line.ends_with('\n') ? line.substr(0, line.size() - 1) : line);
    std::vector<std::string> words;
    for (std::string word; std::getline(in, word, between);) {
        words.push_back(std::move(word));
    }
    return words;
}

// "ok" and the text, or "error", the number of the code, detail and place; then NUL.
std::string packed(const Result<std::string>& answer)
{
    std::string out = answer ? "ok\n" + *answer
                             : std::format(
                                   "error {}\n{}{}{}", static_cast<int>(answer.error().code),
                                   answer.error().detail, kBetweenWords, answer.error().where);
    return out + '\0';
}

Result<std::string> unpacked(std::string text)
{
    const std::size_t line = text.find('\n');
    if (line == std::string::npos || !text.ends_with('\0')) {
        return fail(Code::LinkDown, "no whole answer");
    }
    text.pop_back();
    const std::vector<std::string> head = split(text.substr(0, line), ' ');
    std::string rest = text.substr(line + 1);
    if (head.size() == 2 && head[0] == "error") {
        const std::size_t detail = rest.find(kBetweenWords);
        return fail(
            static_cast<Code>(std::stoi(head[1])), rest.substr(0, detail),
            detail == std::string::npos ? std::string() : rest.substr(detail + 1));
    }
    return rest;
}

} // namespace

struct AdminSocket::Impl
{
    void run() const;
    void serve(const Descriptor& client) const;

    std::filesystem::path file;
    Handler handler;
    Descriptor socket;
    Descriptor wakeRead;
    Descriptor wakeWrite;
    std::thread thread;
};

void AdminSocket::Impl::run() const
{
    std::array<pollfd, 2> waits{pollfd{socket.get(), POLLIN, 0}, pollfd{wakeRead.get(), POLLIN, 0}};
    while (true) {
        if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if (waits[1].revents != 0) {
            return;
        }
        if ((waits[0].revents & POLLIN) != 0) {
            serve(Descriptor(::accept4(socket.get(), nullptr, nullptr, SOCK_CLOEXEC)));
        }
    }
}

void AdminSocket::Impl::serve(const Descriptor& client) const
{
    if (!client.isOpen()) {
        return;
    }
    const timeval limit{2, 0};
    ::setsockopt(client.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    writeAll(client, packed(handler(split(readUntil(client, '\n'), kBetweenWords))));
}

Result<std::unique_ptr<AdminSocket>>
AdminSocket::open(const std::filesystem::path& folder, Handler handler)
{
    auto impl = std::make_unique<Impl>();
    impl->file = folder / kName;
    impl->handler = std::move(handler);
    impl->socket = newSocket();
    const Descriptor at = openFolder(folder);
    std::array<int, 2> pipe{-1, -1};
    std::error_code
        ignored; // of a headquarters that did not end in order; the folder's lock is ours
    std::filesystem::remove(impl->file, ignored);
    const bool isOpen =
        ::pipe2(pipe.data(), O_CLOEXEC) == 0 && withAddress(impl->socket, at, ::bind) == 0
        && ::chmod(impl->file.c_str(), 0600) == 0 && ::listen(impl->socket.get(), 8) == 0;
    impl->wakeRead = Descriptor(pipe[0]);
    impl->wakeWrite = Descriptor(pipe[1]);
    if (!isOpen) {
        return fail(Code::Io, std::strerror(errno), impl->file.string());
    }
    impl->thread = std::thread([raw = impl.get()] { raw->run(); });
    return std::unique_ptr<AdminSocket>(new AdminSocket(std::move(impl)));
}

AdminSocket::AdminSocket(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

AdminSocket::~AdminSocket()
{
    m_impl->wakeWrite = Descriptor(); // the thread's end of the pipe hangs up
    m_impl->thread.join();
    std::error_code ignored;
    std::filesystem::remove(m_impl->file, ignored);
}

std::optional<Result<std::string>> askRunning(
    const std::filesystem::path& folder,
    const std::vector<std::string>& words,
    std::chrono::seconds patience)
{
    const Descriptor at = openFolder(folder);
    const Descriptor socket = newSocket(patience);
    if (!at.isOpen() || withAddress(socket, at, ::connect) != 0) {
        return std::nullopt;
    }
    std::string line;
    for (const std::string& word : words) {
        line += word + kBetweenWords;
    }
    if (!writeAll(socket, line + '\n')) {
        return fail(Code::LinkDown, std::strerror(errno));
    }
    return unpacked(readUntil(socket, '\0'));
}

} // namespace sz::headquarters
