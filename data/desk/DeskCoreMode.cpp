// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The mode of the operation as the screen is told it; how it is kept, judged and taken back stands in DeskCoreMatters.cpp.
#include "data/desk/DeskCore.h"

namespace sz::desk {

// Everybody is told of a switch once, also who was away while it happened; a desk that starts anew is not.
void DeskCore::showMode()
{
    ModeStatus now;
    now.turns = m_modeKept.shown()->turns;
    now.mode = m_modeKept.shown()->mode();
    now.isUnsent = now.last() != nullptr && m_modeKept.isPending(now.last()->entry);
    if (m_hasShownMode && now == m_mode) {
        return;
    }
    const model::ModeTurn* turn = now.last();
    const bool isNews = turn != nullptr && (m_mode.last() == nullptr || *m_mode.last() != *turn);
    const bool isTold = m_hasShownMode && isNews;
    m_hasShownMode = true;
    m_mode = std::move(now);
    if (m_listener.mode) {
        m_listener.mode(m_mode);
    }
    if (isTold) {
        m_listener.notice(
            {Notice::Kind::ModeTurned, m_mode.mode == plan::Mode::Normal ? 0 : 1,
             m_mode.last()->post.value, Code::Internal, m_mode.last()->at});
    }
}

} // namespace sz::desk
