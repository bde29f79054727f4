// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Acts about task forces and decisions in words, for the trace. Part of WordingActs.

#include "data/model/Acts.h"
#include "data/plan/Plan.h"
#include "widgets/common/Language.h"

#include <QString>

namespace sz::widgets {

class ForceTeller
{
public:
    ForceTeller(const plan::Plan& plan, Language language) : m_plan(plan), m_language(language) {}

    QString operator()(const model::FormForce& a) const;
    QString operator()(const model::ChangeForce& a) const;
    QString operator()(const model::StateGoal& a) const;
    QString operator()(const model::TransferForce& a) const;
    QString operator()(const model::ForceMinutes& a) const;
    QString operator()(const model::EndForce& a) const;
    QString operator()(const model::AskDecision& a) const;
    QString operator()(const model::DropDecision& a) const;

private:
    const plan::Plan& m_plan;
    Language m_language;
};

} // namespace sz::widgets
