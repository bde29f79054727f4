// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A password from the terminal, unseen, or from stdin.
#include "app/headquarters/People.h"

#include <cstdio>
#include <iostream>
#include <print>
#include <termios.h>
#include <unistd.h>

namespace sz::headquarters {
namespace {

/// The terminal does not show what is typed as long as it lives.
class Unseen
{
public:
    Unseen()
    {
        m_isOn = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isOn = m_isOn && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen()
    {
        if (m_isOn) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }

private:
    termios m_before{};
    bool m_isOn = false;
};

std::string readLine(const char* question)
{
    if (::isatty(STDIN_FILENO) != 0) {
        std::print(stderr, "{}", question);
    }
    std::string line;
    std::getline(std::cin, line);
    if (::isatty(STDIN_FILENO) != 0) {
        std::println(stderr);
    }
    return line;
}

} // namespace

Result<std::string> readSecret(bool isChinese)
{
    const Unseen unseen;
    const std::string one = readLine(isChinese ? "新密码：" : "New password: ");
    if (one.size() < kLeastSecret) {
        return fail(Code::SecretTooWeak, "at least 8 bytes");
    }
    const bool isSame =
        ::isatty(STDIN_FILENO) == 0 || readLine(isChinese ? "再输一次：" : "Once more: ") == one;
    return isSame ? Result<std::string>(one) : fail(Code::BadArgument, "the two differ");
}

} // namespace sz::headquarters
