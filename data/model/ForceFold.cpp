// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ForceFold.h"

namespace sz::model {

void ForceFolder::operator()(const FormForce& /*a*/) {}

void ForceFolder::operator()(const ChangeForce& /*a*/) {}

void ForceFolder::operator()(const StateGoal& /*a*/) {}

void ForceFolder::operator()(const TransferForce& /*a*/) {}

void ForceFolder::operator()(const ForceMinutes& /*a*/) {}

void ForceFolder::operator()(const EndForce& /*a*/) {}

void ForceFolder::operator()(const AskDecision& /*a*/) {}

void ForceFolder::operator()(const DropDecision& /*a*/) {}

} // namespace sz::model
