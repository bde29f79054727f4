// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/base/SimulatedChance.h"

#include <utility>

namespace sz {
namespace {

thread_local const SimulatedChance* t_current = nullptr;

} // namespace

SimulatedChance::SimulatedChance(Source source)
    : m_source(std::move(source)), m_before(std::exchange(t_current, this))
{
}

SimulatedChance::~SimulatedChance()
{
    t_current = m_before;
}

const SimulatedChance* SimulatedChance::current()
{
    return t_current;
}

} // namespace sz
