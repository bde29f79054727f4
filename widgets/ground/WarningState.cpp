// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ground/WarningState.h"

#include "data/layers/LayerPlaces.h"
#include "widgets/common/Durations.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <optional>

namespace sz::widgets {
namespace {

using symbols::Token;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(WarningState)
};

/// A time without its zone means nothing: then nobody knows when it ends.
std::optional<Instant> instantOf(const std::string& text)
{
    const QDateTime when = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
    if (!when.isValid() || when.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return fromUtcMs(when.toMSecsSinceEpoch());
}

} // namespace

void addWarning(
    WarningState& state,
    const layers::LayerSummary& layer,
    const layers::Feature& feature,
    bool isFirst)
{
    if (layer.format != layers::Format::Cap) {
        return;
    }
    const std::string status = layers::propertyOf(layer, feature.head, {"status"});
    state.isExercise = state.isExercise || (!status.empty() && status != "Actual");
    state.isCancelled = layers::propertyOf(layer, feature.head, {"msgType"}) == "Cancel";
    const auto expires = instantOf(layers::propertyOf(layer, feature.head, {"expires"}));
    state.hasEnd = expires && (isFirst || state.hasEnd);
    state.expires = expires ? std::max(state.expires, *expires) : state.expires;
}

QString warningText(const WarningState& state, Instant now, int utcOffsetMinutes)
{
    if (state.isExercise) {
        return Say::tr("exercise or test, no real warning");
    }
    if (state.isCancelled) {
        return Say::tr("cancelled by its sender");
    }
    return state.isOver(now) ? Say::tr("over since %1", "a warning; day and time")
                                   .arg(dayClockText(state.expires, utcOffsetMinutes))
                             : QString();
}

maps::OverlayStyle warningStyle(maps::OverlayStyle style, const WarningState& state, Instant now)
{
    if (state.isOver(now)) {
        style.tones = {Token::Tx3};
        style.fill = 0;
        style.width = 1;
    } else if (state.isExercise) {
        style.tones = {Token::Drill};
        style.isHatched = true;
    }
    return style;
}

} // namespace sz::widgets
