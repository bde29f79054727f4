// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What has been typed into a new report so far, and the small file that keeps it through a crash.

#include "data/model/Acts.h"
#include "data/vault/Protection.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace sz::widgets {

struct ReportDraft
{
    Instant receivedAt;
    Instant savedAt;
    model::Source source = model::Source::Phone;
    QString narrative;
    QString title;      ///< empty = made from the narrative
    QString placeTyped; ///< text of the field while no place is chosen
    std::optional<plan::Place> place;
    KindCode kind;                    ///< by hand or adopted; empty = as suggested
    QString suggestedBy;              ///< rule of an adopted kind
    QMap<QString, QString> facts;     ///< answers to what the kind asks (FactsRow::values)
    std::optional<plan::Grade> grade; ///< by hand; none = as suggested
    std::vector<UnitCode> ticked;     ///< orders to be issued with it
    bool operator==(const ReportDraft&) const = default;

    /// Nothing worth keeping.
    [[nodiscard]] bool isBlank() const;
};

/// JSON, UTF-8. An area or code the plan does not know is kept; the form shows what it can.
[[nodiscard]] QByteArray draftToJson(const ReportDraft& draft);
/// Empty when it is no draft of a version this program knows.
[[nodiscard]] std::optional<ReportDraft> draftFromJson(const QByteArray& json);

/// Whole or not at all, readable by the owner only. False when the disk refuses. A few KB: thread gui.
[[nodiscard]] bool
saveDraft(const QString& file, const ReportDraft& draft, const vault::DataKey& key = {});
/// Empty when there is no draft.
[[nodiscard]] std::optional<ReportDraft>
loadDraft(const QString& file, const vault::DataKey& key = {});

} // namespace sz::widgets
