// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Language.h"

#include "app/words/Phrases.h"

namespace sz::ctl {

bool speaksChinese()
{
    return words::speaksChinese();
}

} // namespace sz::ctl
