// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/desk/Passphrase.h"

#include "app/ctl/Language.h"
#include "data/vault/Keyring.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace sz::ctl {
namespace {

/// No echo while it lives, at a terminal.
class Silence
{
public:
    Silence()
    {
        m_isTerminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isTerminal) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
        }
    }
    ~Silence()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
        }
    }
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal = false;
};

} // namespace

std::string ask(const char* what, std::ostream& err)
{
    const Silence silence;
    std::string out;
    if (silence.isTerminal()) {
        err << what << std::flush;
    }
    std::getline(std::cin, out);
    if (silence.isTerminal()) {
        err << '\n';
    }
    return out;
}

Result<void> unlockDesk(desk::Profile& profile, std::ostream& err)
{
    if (!profile.isLocked()) {
        return {};
    }
    std::string words = ask(speaksChinese() ? "口令：" : "Passphrase: ", err);
    const auto opened = desk::unlockProfile(profile, words);
    vault::wipe(words);
    return opened;
}

} // namespace sz::ctl
