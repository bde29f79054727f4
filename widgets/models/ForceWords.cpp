// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/ForceWords.h"

namespace sz::widgets {

QString ForceTeller::operator()(const model::FormForce& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::ChangeForce& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::StateGoal& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::TransferForce& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::ForceMinutes& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::EndForce& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::AskDecision& /*a*/) const
{
    return {};
}

QString ForceTeller::operator()(const model::DropDecision& /*a*/) const
{
    return {};
}

} // namespace sz::widgets
