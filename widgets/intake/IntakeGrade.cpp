// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which grade the sheet suggests, and why: by the words, then one graver inside the circle of a key place.
#include "widgets/actions/SideSheet.h"
#include "widgets/common/GradePicker.h"
#include "widgets/common/Language.h"
#include "widgets/common/VisibleText.h"
#include "widgets/intake/CallRow.h"
#include "widgets/intake/IntakeSheet.h"
#include "widgets/intake/KindField.h"
#include "widgets/intake/PlaceField.h"

#include <algorithm>
#include <cmath>

namespace sz::widgets {

plan::Grade IntakeSheet::gradeOfWords() const
{
    const auto& suggestion = m_kind->suggestion();
    if (suggestion && suggestion->kind == m_kind->kind()) {
        return suggestion->grade;
    }
    const plan::Kind* kind = m_desk.plan().kind(m_kind->kind());
    return kind == nullptr ? plan::Grade::IV : kind->grade;
}

// Without a kind there is nothing to suggest, and so nothing to raise.
std::optional<plan::KeyCircle> IntakeSheet::circle() const
{
    const auto place = m_place->place();
    const bool canRise = !m_kind->kind().empty() && gradeOfWords() != plan::Grade::I;
    return place && canRise ? plan::keyCircleAt(m_desk.plan(), *place) : std::nullopt;
}

plan::Grade IntakeSheet::grade() const
{
    if (m_ownGrade) {
        return *m_ownGrade;
    }
    return circle() ? plan::raised(gradeOfWords()) : gradeOfWords();
}

QString IntakeSheet::gradeReason() const
{
    if (const auto inside = circle()) {
        const QString name = visibleLine(nameText(inside->place->name));
        const QString metres = QString::number(std::lround(inside->metres));
        return inside->place->isApproximate
                   ? tr("about %2 m from %1, one grade up", "key place, metres").arg(name, metres)
                   : tr("%2 m from %1, one grade up", "key place, metres").arg(name, metres);
    }
    const auto& suggestion = m_kind->suggestion();
    if (!suggestion || suggestion->kind != m_kind->kind()) {
        return {};
    }
    return QString::fromStdString(
        uiLanguage() == Language::Chinese ? suggestion->gradeReasonZh : suggestion->gradeReasonEn);
}

void IntakeSheet::refreshGrade()
{
    m_grade->setGrade(grade());
    letTabStopAtChosen(*m_grade);
    const QString reason = gradeReason();
    const QString letter = gradeLetter(grade());
    if (m_ownGrade) {
        m_gradeReason->setText(tr("Chosen by hand, stays; 1–4 outside the text fields change it."));
    } else if (!reason.isEmpty()) {
        m_gradeReason->setText(
            tr("Suggested %1: %2; 1–4 change it.", "grade letter, reason").arg(letter, reason));
    } else {
        m_gradeReason->setText(
            m_kind->kind().empty()
                ? tr("1–4 outside the text fields.")
                : tr("Suggested %1: usual for this kind; 1–4 change it.").arg(letter));
    }
}

} // namespace sz::widgets
