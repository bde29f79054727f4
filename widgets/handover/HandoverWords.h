// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words of the handover sheet: parts, rows, who signed; the sheet as a document.

#include "data/report/Handover.h"
#include "widgets/models/Wording.h"

namespace sz::widgets {

/// "One · open reds", with the number of the part.
[[nodiscard]] QString partText(model::SheetPart part);
/// Without the number: "open reds".
[[nodiscard]] QString partName(model::SheetPart part);
/// Why a part has no rows: nothing stands open, or nothing of the kind is kept yet.
[[nodiscard]] QString emptyPartText(model::SheetPart part);

struct SheetLine
{
    QString number;
    QString title;
    QString words;
};
/// `incident`: null when the desk does not hold it. With `shift` a settled promise says what became of it.
[[nodiscard]] SheetLine lineOf(
    const plan::Plan& plan,
    const model::SheetRow& row,
    const model::Incident* incident,
    const model::ShiftState* shift = nullptr);

/// "The shift since 17 Oct 20:30: reported 12 · closed 9 · …"
[[nodiscard]] QString numbersText(const plan::Plan& plan, const report::ShiftNumbers& numbers);

/// "duty chief, team 1": the name signed with, else post and person.
[[nodiscard]] QString
signerText(const plan::Plan& plan, const model::ShiftSheet::Signature& signature);

/// HTML of the whole sheet, all text escaped; `numbers` of the shift stand under its head.
[[nodiscard]] QString sheetHtml(
    const plan::Plan& plan,
    const model::ShiftSheet& sheet,
    const std::map<IncidentId, model::IncidentPtr>& incidents,
    const model::ShiftState* shift = nullptr,
    const QString& numbers = {});
/// A4, black on white.
[[nodiscard]] QByteArray sheetPdf(const QString& html);

} // namespace sz::widgets
