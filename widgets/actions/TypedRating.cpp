// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/TypedRating.h"

#include "widgets/models/RatingWords.h"

namespace sz::widgets {

void takeRating(TextReader& reader, ParsedCommand& command)
{
    const QString score = plainTyped(reader.word());
    reader.skipGap();
    if (score.size() != 1 || score[0] < u'1' || score[0] > u'5') {
        command.complaints.push_back({Trouble::NoScore, score, {}, {}});
        return;
    }
    command.rating.score = score[0].digitValue();
    const qsizetype begin = reader.at();
    command.rating.channel = ratingChannel(reader.word());
    if (command.rating.channel.empty()) {
        reader.rewind(begin);
    }
    reader.skipGap();
    command.text = reader.restTyped();
}

} // namespace sz::widgets
