// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Roll calls: who may call, answer, note and send the minutes. Private to data/model.

#include "data/model/ShiftGround.h"

namespace sz::model {

class RollRule : public ShiftGround
{
public:
    using ShiftGround::ShiftGround;

    Result<void> operator()(const MissRoll& a) const;
    Result<void> operator()(const NoteRoll& a) const;
    Result<void> operator()(const CloseRoll& a) const;

    /// Of a StartRound that is a roll call: what it needs beyond other rounds.
    [[nodiscard]] Result<void> mayStart(const StartRound& a) const;
    /// Of any round: whose answer it is. A unit answers a roll call itself only after it was called in vain.
    [[nodiscard]] Result<void> mayAnswer(const ShiftRound& round, const AnswerRound& a) const;

private:
    [[nodiscard]] Result<const ShiftRound*> rollOf(const std::string& id) const;
    [[nodiscard]] Result<const ShiftRound*>
    rowOf(const std::string& id, const std::string& post) const;
};

} // namespace sz::model
