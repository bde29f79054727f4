// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/confine/Confine.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sz::confine {
namespace {

bool limit(__rlimit_resource what, rlim_t soft, rlim_t hard)
{
    const rlimit both{soft, hard};
    return ::setrlimit(what, &both) == 0;
}

bool limit(__rlimit_resource what, rlim_t most)
{
    return limit(what, most, most);
}

bool bound(const Bounds& bounds)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const bool hasMemory = true;
#else
    const bool hasMemory = limit(RLIMIT_AS, bounds.memory);
#endif
    const rlim_t seconds = bounds.processorSeconds;
    return hasMemory && limit(RLIMIT_CPU, seconds, seconds + 1) && limit(RLIMIT_FSIZE, 0)
           && limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_CORE, 0);
}

// When memory runs out in the whole machine, this one goes first and never the console.
void goFirst()
{
    const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file >= 0) {
        [[maybe_unused]] const auto written = ::write(file, "1000", 4); // no more than a wish
        ::close(file);
    }
}

/// Rights of the file system by Landlock's version (linux/landlock.h); of newer ones those that this header knows.
std::uint64_t fileRights(int version)
{
    std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
    rights |= version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0U;
    rights |= version >= 3 ? LANDLOCK_ACCESS_FS_TRUNCATE : 0U;
#ifdef LANDLOCK_ACCESS_FS_IOCTL_DEV
    rights |= version >= 5 ? LANDLOCK_ACCESS_FS_IOCTL_DEV : 0U;
#endif
    return rights;
}

/// No rule is added: nothing at all may be opened, bound or connected to.
int landlock()
{
    const auto version = static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (version < 1) {
        return 0;
    }
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = fileRights(version);
    std::size_t size = sizeof rules.handled_access_fs;
#ifdef LANDLOCK_ACCESS_NET_BIND_TCP
    if (version >= 4) {
        rules.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
        size = sizeof rules.handled_access_fs + sizeof rules.handled_access_net;
    }
#endif
    const auto set = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0));
    if (set < 0) {
        return 0;
    }
    const bool isHeld = ::syscall(SYS_landlock_restrict_self, set, 0) == 0;
    ::close(set);
    return isHeld ? version : 0;
}

constexpr std::array kAllowed{
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group)};

/// What only somebody who has taken the reader over would call.
constexpr std::array kDeadly{
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(clone),
    SCMP_SYS(clone3),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(bpf),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(memfd_create),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(mount),
    SCMP_SYS(keyctl),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(kill),
    SCMP_SYS(tkill)};

class Filter
{
public:
    Filter() : m_context(::seccomp_init(SCMP_ACT_ERRNO(EPERM))), m_isGood(m_context != nullptr) {}
    ~Filter()
    {
        if (m_context != nullptr) {
            ::seccomp_release(m_context);
        }
    }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    bool hold()
    {
        for (const int call : kAllowed) {
            rule(SCMP_ACT_ALLOW, call);
        }
        for (const int call : kDeadly) {
            rule(SCMP_ACT_KILL_PROCESS, call);
        }
        // Memory is never a program; a signal goes to nobody else (abort).
        const auto noProgram = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
        rule(SCMP_ACT_ALLOW, SCMP_SYS(mmap), &noProgram);
        rule(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), &noProgram);
        const auto myself = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()));
        rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), &myself);
        return m_isGood && ::seccomp_load(m_context) == 0;
    }

private:
    // A call this machine does not have needs no rule.
    void rule(std::uint32_t action, int call, const scmp_arg_cmp* argument = nullptr)
    {
        if (call < 0 || !m_isGood) {
            return;
        }
        m_isGood =
            ::seccomp_rule_add_array(m_context, action, call, argument == nullptr ? 0 : 1, argument)
            == 0;
    }

    scmp_filter_ctx m_context;
    bool m_isGood;
};

} // namespace

Confinement confine(const Bounds& bounds)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); // nobody is left to read what it says
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    goFirst();
    Confinement held;
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        held.landlock = landlock();
        held.hasBounds = bound(bounds);
        held.hasCalls = Filter().hold();
    }
    return held;
}

} // namespace sz::confine
