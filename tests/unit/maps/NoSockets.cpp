// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/maps/NoSockets.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

namespace sz::test {
namespace {

std::atomic<int> g_asked{0}; // a signal handler has nothing else

void onForbidden(int /*signal*/, siginfo_t* /*info*/, void* context)
{
    ++g_asked;
    auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
    registers.gregs[REG_RAX] = -EACCES;
#elif defined(__aarch64__)
    registers.regs[0] = static_cast<unsigned long>(-EACCES);
#endif
}

sock_filter load(std::size_t offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

sock_filter jump(std::uint32_t value, std::uint8_t ifEqual, std::uint8_t ifNot)
{
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, ifEqual, ifNot);
}

sock_filter answer(std::uint32_t value)
{
    return BPF_STMT(BPF_RET | BPF_K, value);
}

} // namespace

bool forbidSockets()
{
    struct sigaction action{};
    action.sa_sigaction = onForbidden;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGSYS, &action, nullptr);
    std::array<sock_filter, 6> program{
        load(offsetof(seccomp_data, nr)),
        jump(__NR_socket, 0, 2),
        load(offsetof(seccomp_data, args)), // the lower half of the first one
        jump(AF_UNIX, 0, 1),
        answer(SECCOMP_RET_ALLOW),
        answer(SECCOMP_RET_TRAP)};
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
           && ::syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter)
                  == 0;
}

int socketsAskedFor()
{
    return g_asked;
}

} // namespace sz::test
