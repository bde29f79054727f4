// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ForceRules.h"

namespace sz::model {

Result<void> ForceRules::operator()(const FormForce& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const ChangeForce& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const StateGoal& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const TransferForce& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const ForceMinutes& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const EndForce& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const AskDecision& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

Result<void> ForceRules::operator()(const DropDecision& /*a*/) const
{
    return fail(Code::UnknownType, "not yet");
}

} // namespace sz::model
