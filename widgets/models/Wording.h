// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the model calls by enum and code, in the words of the office. Names come from the plan, the rest from tr().
// Texts from outside come back through visibleLine(): safe to draw as plain text. Thread: gui.

#include "data/model/World.h"
#include "widgets/common/GradePicker.h" // gradeLetter, gradeWord
#include "widgets/common/Language.h"
#include "widgets/common/UnitState.h"

#include <QString>

namespace sz::widgets {

/// "sign-for", "update 3", "first report": the step alone, as it stands before a countdown.
[[nodiscard]] QString stepName(model::StepKind kind, int ordinal = 0);
[[nodiscard]] QString stepName(const model::Step& step);
/// 三 in Chinese, 3 in English: numbers of reports.
[[nodiscard]] QString ordinalText(int number, Language language = uiLanguage());

/// Short name of a unit; the code itself when the plan has none.
[[nodiscard]] QString
unitText(const plan::Plan& plan, const UnitCode& unit, Language language = uiLanguage());
/// Name of a post; the code itself when the plan has none, "system" when it is empty.
/// Its name.
[[nodiscard]] QString
endpointText(const plan::Endpoint& endpoint, Language language = uiLanguage());
[[nodiscard]] QString
postText(const plan::Plan& plan, const PostCode& post, Language language = uiLanguage());
/// Who acted, as short as it stays clear: the post within the office, the unit elsewhere.
[[nodiscard]] QString whoText(
    const plan::Plan& plan,
    const UnitCode& unit,
    const PostCode& post,
    Language language = uiLanguage());

[[nodiscard]] QString sourceText(model::Source source);
/// "III Serious".
[[nodiscard]] QString gradeText(plan::Grade grade);
[[nodiscard]] QString stateText(model::IncidentState state);
[[nodiscard]] QString
kindText(const plan::Plan& plan, const KindCode& kind, Language language = uiLanguage());
[[nodiscard]] QString
classText(const plan::Plan& plan, const KindCode& kind, Language language = uiLanguage());
/// Name of an amendable field ("title", "kind", "grade", "place") and a value of it as model::Conflict holds it.
[[nodiscard]] QString fieldText(const std::string& field);
[[nodiscard]] QString
fieldValueText(const plan::Plan& plan, const std::string& field, const std::string& value);
[[nodiscard]] UnitState unitState(model::OrderState state);
/// "near", "behind", "late"; empty for none.
[[nodiscard]] QString lampWord(model::Lamp lamp);

/// "24 Wuchang N", empty outside all areas.
[[nodiscard]] QString
areaText(const plan::Plan& plan, int number, Language language = uiLanguage());
/// "24 Wuchang N · Xujiapeng"; what was typed when the plan knows neither area nor street.
[[nodiscard]] QString
placeText(const plan::Plan& plan, const plan::Place& place, Language language = uiLanguage());
/// "1,354 = 1,235 + 119" with its labels: "pupils 1,354 = moved 1,235 + refunded 119".
[[nodiscard]] QString countsText(
    const std::string& label,
    std::int64_t total,
    const std::vector<model::CountPart>& parts);

/// "041", or "prov." while headquarters has not numbered it.
[[nodiscard]] QString shortNumberText(const model::Incident& incident);
/// "1017-041", or the word for a provisional number.
[[nodiscard]] QString numberText(const model::Incident& incident, int utcOffsetMinutes);
/// Title on one line, never empty.
[[nodiscard]] QString titleText(const model::Incident& incident);
/// A title cut for map labels at its first comma, else at about `cells` half-width cells.
[[nodiscard]] QString shortTitleText(const model::Incident& incident, int cells = 12);

/// What somebody did, as the trace tells it: "orders to Education, Police", "signed for (lead)", "on scene: 4 officers".
[[nodiscard]] QString actText(
    const model::TraceLine& line,
    const model::Incident& incident,
    const plan::Plan& plan,
    Language language = uiLanguage());
/// The same for an act that stands alone, as in the outbox; `incident` may be null.
[[nodiscard]] QString actText(
    const model::Act& act,
    const model::Incident* incident,
    const plan::Plan& plan,
    Language language = uiLanguage());
/// Step named by Step::ref ("sign/01J…"), with the unit that owes it: "sign-for, Power".
[[nodiscard]] QString stepRefText(
    const std::string& ref,
    const model::Incident* incident,
    const plan::Plan& plan,
    Language language = uiLanguage());
/// Plain text for a tooltip: Qt would take anything that looks like markup for markup.
[[nodiscard]] QString tipText(const QString& plain);
/// Why an act is refused, short enough to stand in place of a button's label: "4 steps open".
[[nodiscard]] QString shortReason(const Error& error);

} // namespace sz::widgets
