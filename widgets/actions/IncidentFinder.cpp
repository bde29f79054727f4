// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/IncidentFinder.h"

#include "data/desk/DeskSearch.h"
#include "data/store/search/Words.h"
#include "widgets/actions/TypedLimit.h"

#include <QRegularExpression>

#include <algorithm>

namespace sz::widgets {
namespace {

/// What a typed number asks for; no serial: it is none.
struct Asked
{
    std::string day; ///< "1017-", or empty
    std::uint32_t serial = 0;
};

Asked numberIn(const QString& typed)
{
    static const QRegularExpression kShape(QStringLiteral(R"(^#?(\d{4}-)?(\d{1,4})$)"));
    const auto match = kShape.match(plainTyped(typed).trimmed());
    return match.hasMatch() ? Asked{match.captured(1).toStdString(), match.captured(2).toUInt()}
                            : Asked{};
}

} // namespace

IncidentFinder::IncidentFinder(
    const plan::Plan& plan,
    const std::vector<model::IncidentPtr>& candidates)
{
    const store::Initials initials = desk::initialsOf(plan);
    for (const model::IncidentPtr& one : candidates) {
        const std::string words = one->title + "\n" + one->place.text;
        m_candidates.push_back(
            {one, model::incidentNumber(*one, plan.utcOffsetMinutes), words, initials.of(words)});
    }
    std::ranges::sort(m_candidates, std::greater{}, [](const Candidate& c) {
        return std::pair(c.incident->enteredAt, c.incident->id);
    });
}

std::vector<model::IncidentPtr> IncidentFinder::find(const QString& typed, std::size_t limit) const
{
    const Asked asked = numberIn(typed);
    const std::string text = typed.trimmed().toStdString();
    std::vector<model::IncidentPtr> found;
    const auto add = [&](const model::IncidentPtr& incident) {
        if (found.size() < limit && !std::ranges::contains(found, incident)) {
            found.push_back(incident);
        }
    };
    for (const Candidate& one : m_candidates) {
        if (asked.serial != 0 && one.incident->serial == asked.serial
            && one.number.starts_with(asked.day)) {
            add(one.incident);
        }
    }
    for (const Candidate& one : m_candidates) {
        if (text.empty() || store::hasWords(text, one.words, one.initials)) {
            add(one.incident);
        }
    }
    return found;
}

} // namespace sz::widgets
