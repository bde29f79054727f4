// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/ChildRun.h"

#include "data/confine/Serve.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sz::confine {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::array<const char*, 9> kNames{"none", "missing",   "crashed",  "hung",   "memory",
                                            "cpu",  "forbidden", "nonsense", "stopped"};
constexpr int kHighFile = 100; ///< away from the numbers the child's files get
constexpr std::size_t kMostWords = 4096;
constexpr Millis kFarewell{2000}; ///< from its last word to its end

class File
{
public:
    explicit File(int number = -1) : m_number(number) {}
    ~File() { close(); }
    File(File&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    File& operator=(File&&) = delete;
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] int number() const { return m_number; }
    void close()
    {
        if (m_number >= 0) {
            ::close(std::exchange(m_number, -1));
        }
    }

private:
    int m_number;
};

struct Pipe
{
    Pipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) {
            read = std::make_unique<File>(ends[0]);
            write = std::make_unique<File>(ends[1]);
        }
    }
    std::unique_ptr<File> read = std::make_unique<File>();
    std::unique_ptr<File> write = std::make_unique<File>();
};

/// posix_spawn's lists, let go of whatever happens.
class Actions
{
public:
    Actions()
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&m_attributes, &none);
        ::posix_spawnattr_setsigdefault(&m_attributes, &all);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~Actions()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;

    void give(int from, int to) { ::posix_spawn_file_actions_adddup2(&m_actions, from, to); }
    void openNothing(int to)
    {
        ::posix_spawn_file_actions_addopen(&m_actions, to, "/dev/null", O_RDONLY, 0);
    }
    void closeFrom(int first) { ::posix_spawn_file_actions_addclosefrom_np(&m_actions, first); }
    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// Nothing of this process's surroundings but where its libraries are.
std::vector<std::string> surroundings()
{
    std::vector<std::string> out{"LC_ALL=C.UTF-8"};
    for (const char* name : {"LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) {
            out.push_back(std::string(name) + "=" + value);
        }
    }
    return out;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts)
{
    std::vector<char*> out;
    for (std::string& text : texts) {
        out.push_back(text.data());
    }
    out.push_back(nullptr);
    return out;
}

pid_t start(const ChildCall& call, const Pipe& frames, const Pipe& words)
{
    std::vector<File> high; // so that giving one of them never overwrites another
    Actions actions;
    actions.openNothing(STDIN_FILENO);
    const auto raise = [&high](int file) {
        high.emplace_back(::fcntl(file, F_DUPFD_CLOEXEC, kHighFile));
        return high.back().number();
    };
    actions.give(raise(frames.write->number()), STDOUT_FILENO);
    actions.give(raise(words.write->number()), STDERR_FILENO);
    int next = kFirstFile;
    for (const int file : call.files) {
        actions.give(raise(file), next++);
    }
    actions.closeFrom(next);
    std::vector<std::string> arguments{call.program.string()};
    arguments.insert(arguments.end(), call.arguments.begin(), call.arguments.end());
    std::vector<std::string> around = surroundings();
    pid_t child = -1;
    const int error = ::posix_spawn(
        &child, call.program.c_str(), actions.actions(), actions.attributes(),
        pointersTo(arguments).data(), pointersTo(around).data());
    return error == 0 ? child : -1;
}

class Run
{
public:
    Run(const ChildCall& call, const std::function<Sense(BytesView)>& take)
        : m_call(call), m_take(take)
    {
    }

    ChildEnd run()
    {
        if (m_call.stop.stop_requested()) {
            return ended(ChildFault::Stopped);
        }
        m_child = start(m_call, m_frames, m_words);
        m_frames.write->close();
        m_words.write->close();
        if (m_child < 0) {
            return ended(ChildFault::Missing);
        }
        {
            const std::stop_callback hand(m_call.stop, [this] { ::kill(m_child, SIGKILL); });
            listen();
            bury();
        }
        judge();
        return std::move(m_end);
    }

private:
    ChildEnd ended(ChildFault fault)
    {
        m_end.fault = fault;
        return std::move(m_end);
    }

    void listen()
    {
        const auto from = Steady::now();
        m_heard = from;
        while (m_frames.read->number() >= 0 && m_end.fault == ChildFault::None) {
            const auto until = std::min(m_heard + m_call.patience, from + m_call.longest);
            const auto left = std::chrono::ceil<Millis>(until - Steady::now()).count();
            std::array<pollfd, 2> ears{
                pollfd{m_frames.read->number(), POLLIN, 0},
                pollfd{m_words.read->number(), POLLIN, 0}};
            const int ready =
                ::poll(ears.data(), ears.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
            if (ready < 0 && errno != EINTR) {
                m_end.fault = ChildFault::Crashed;
            } else if (ready <= 0) {
                m_end.fault = left <= 0 ? ChildFault::Hung : ChildFault::None;
            } else {
                hear(ears[0].revents, ears[1].revents);
            }
        }
        if (m_end.fault != ChildFault::None) {
            ::kill(m_child, SIGKILL);
        }
    }

    void hear(short frames, short words)
    {
        if (frames != 0) {
            const auto got = ::read(m_frames.read->number(), m_room.data(), m_room.size());
            if (got <= 0) {
                m_frames.read->close();
            } else if (!m_splitter.feed(
                           {m_room.data(), static_cast<std::size_t>(got)},
                           [this](BytesView frame) { return take(frame); })) {
                m_end.fault = ChildFault::Nonsense;
            }
        }
        if (words != 0) {
            hearWords();
        }
    }

    void hearWords()
    {
        const auto got = ::read(m_words.read->number(), m_room.data(), m_room.size());
        if (got <= 0) {
            m_words.read->close();
            return;
        }
        const auto more = std::min(static_cast<std::size_t>(got), kMostWords - m_end.words.size());
        m_end.words.append(reinterpret_cast<const char*>(m_room.data()), more);
    }

    bool take(BytesView frame)
    {
        if (m_isLast) {
            return false;
        }
        m_heard = Steady::now();
        if (!m_end.held) {
            const auto hello = decodeHello(frame);
            if (!hello || hello->speaks != m_call.speaks || hello->version != m_call.version) {
                return false;
            }
            m_end.held = hello->held;
            return true;
        }
        const Sense sense = m_take(frame);
        m_isLast = sense == Sense::Last;
        m_heard = Steady::now(); // what we did with it was not the child's time
        return sense != Sense::Nonsense;
    }

    // One that has closed its pipe and does not go is helped.
    void bury()
    {
        const auto until = Steady::now() + kFarewell;
        while (::waitpid(m_child, &m_status, WNOHANG) == 0) {
            if (Steady::now() > until) {
                ::kill(m_child, SIGKILL);
                while (::waitpid(m_child, &m_status, 0) < 0 && errno == EINTR) {
                }
                break;
            }
            ::poll(nullptr, 0, 1);
        }
        m_end.signal = WIFSIGNALED(m_status) ? WTERMSIG(m_status) : 0;
        while (m_words.read->number() >= 0 && m_end.words.size() < kMostWords) {
            hearWords(); // nobody holds the other end any more
        }
    }

    void judge()
    {
        if (m_call.stop.stop_requested()) {
            m_end.fault = ChildFault::Stopped;
        }
        if (m_end.fault != ChildFault::None) {
            return;
        }
        const bool isWell = WIFEXITED(m_status) && WEXITSTATUS(m_status) == 0;
        if (isWell && m_isLast && m_splitter.isEmpty()) {
            return;
        }
        m_end.fault =
            WIFEXITED(m_status) && WEXITSTATUS(m_status) == 127 ? ChildFault::Missing : faultOf();
    }

    [[nodiscard]] ChildFault faultOf() const
    {
        if (WIFEXITED(m_status)) {
            return WEXITSTATUS(m_status) == kExitMemory ? ChildFault::Memory : ChildFault::Crashed;
        }
        switch (m_end.signal) {
        case SIGSYS:
            return ChildFault::Forbidden;
        case SIGXCPU:
            return ChildFault::Processor;
        case SIGKILL: // not ours: the kernel, which was out of memory
            return ChildFault::Memory;
        default:
            return ChildFault::Crashed;
        }
    }

    const ChildCall& m_call;
    const std::function<Sense(BytesView)>& m_take;
    Pipe m_frames;
    Pipe m_words;
    pid_t m_child = -1;
    int m_status = 0;
    Steady::time_point m_heard;
    FrameSplitter m_splitter;
    bool m_isLast = false;
    ChildEnd m_end;
    std::array<std::uint8_t, 256 * 1024> m_room{};
};

} // namespace

const char* faultName(ChildFault fault)
{
    return kNames.at(static_cast<std::size_t>(fault));
}

std::optional<ChildFault> faultNamed(std::string_view name)
{
    const auto it = std::ranges::find(kNames, name);
    return it == kNames.end() ? std::nullopt
                              : std::optional(static_cast<ChildFault>(it - kNames.begin()));
}

ChildEnd runChild(const ChildCall& call, const std::function<Sense(BytesView)>& take)
{
    return std::make_unique<Run>(call, take)->run();
}

std::filesystem::path parserProgram()
{
    if (const char* named = std::getenv("SANZHEN_PARSER")) {
        return named;
    }
    std::error_code ec;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", ec).parent_path();
    for (const char* where : {".", "../parser", "../libexec/sanzhen"}) {
        const auto file = (folder / where / "sanzhen-parser").lexically_normal();
        if (std::filesystem::exists(file, ec)) {
            return file;
        }
    }
    return {};
}

} // namespace sz::confine
