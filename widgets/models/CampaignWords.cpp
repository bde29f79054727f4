// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/CampaignWords.h"

#include "widgets/common/Durations.h"
#include "widgets/common/VisibleText.h"
#include "widgets/models/RatingWords.h"
#include "widgets/models/Wording.h"

#include <QCoreApplication>

namespace sz::widgets {
namespace {

QString visible(const std::string& text)
{
    return visibleLine(QString::fromStdString(text));
}

QString withText(const QString& what, const std::string& text)
{
    return text.empty()
               ? what
               : QCoreApplication::translate("Wording", "%1: %2", "what was done, in which words")
                     .arg(what, visible(text));
}

} // namespace

QString CampaignTeller::operator()(const model::ImportItems& a) const
{
    return QCoreApplication::translate(
               "Wording", "imported %1 items of %2", "count, name of a file")
        .arg(numberText(static_cast<qint64>(a.items.size())), visible(a.name));
}

QString CampaignTeller::operator()(const model::SettleItems& a) const
{
    const QString count = numberText(static_cast<qint64>(a.keys.size()));
    const QString which = a.keys.size() == 1 ? visible(a.keys.front()) : count;
    const char* words =
        a.state == model::ItemState::Done   ? QT_TRANSLATE_NOOP("Wording", "items done: %1")
        : a.state == model::ItemState::Void ? QT_TRANSLATE_NOOP("Wording", "items void: %1")
                                            : QT_TRANSLATE_NOOP("Wording", "items open again: %1");
    return withText(QCoreApplication::translate("Wording", words).arg(which), a.text);
}

QString CampaignTeller::operator()(const model::LeadCase& a) const
{
    return QCoreApplication::translate(
               "Wording", "case %1 is in the charge of %2, %3", "number, unit, post")
        .arg(
            visible(a.number), unitText(m_plan, a.unit, m_language),
            postText(m_plan, a.post, m_language));
}

QString CampaignTeller::operator()(const model::VisitCase& a) const
{
    return withText(
        QCoreApplication::translate("Wording", "saw to the case on %1", "a day")
            .arg(dateText(a.at, m_plan.utcOffsetMinutes)),
        a.text);
}

QString CampaignTeller::operator()(const model::StageCase& a) const
{
    return withText(
        QCoreApplication::translate("Wording", "case now at: %1", "a stage").arg(visible(a.stage)),
        a.text);
}

QString CampaignTeller::operator()(const model::RateResult& a) const
{
    return withText(ratingText(a.score, a.channel), a.text);
}

} // namespace sz::widgets
