// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/RatingWords.h"

#include "widgets/common/VisibleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sz::widgets {
namespace {

struct Channel
{
    const char16_t* kept; ///< in the act, whatever the language of the desk
    std::array<const char16_t*, 3> typed;
    const char* shown;
};

constexpr std::array kChannels{
    Channel{
        u"回访",
        {u"回访", u"huifang", u"callback"},
        QT_TRANSLATE_NOOP("RatingWords", "phone-back")},
    Channel{
        u"短信",
        {u"短信", u"duanxin", u"text"},
        QT_TRANSLATE_NOOP("RatingWords", "text message")},
    Channel{u"热线", {u"热线", u"rexian", u"hotline"}, QT_TRANSLATE_NOOP("RatingWords", "hotline")},
    Channel{u"上门", {u"上门", u"shangmen", u"visit"}, QT_TRANSLATE_NOOP("RatingWords", "visit")},
};

const Channel* channelOf(const QString& word)
{
    const auto found = std::ranges::find_if(kChannels, [&word](const Channel& channel) {
        return std::ranges::any_of(channel.typed, [&word](const char16_t* typed) {
            return word.compare(QStringView(typed), Qt::CaseInsensitive) == 0;
        });
    });
    return found == kChannels.end() ? nullptr : &*found;
}

} // namespace

std::string ratingChannel(const QString& typed)
{
    const Channel* channel = channelOf(typed);
    return channel == nullptr ? std::string() : QString::fromUtf16(channel->kept).toStdString();
}

QString ratingText(int score, const std::string& channel)
{
    const QString content =
        QCoreApplication::translate("RatingWords", "content %1 of 5", "satisfaction").arg(score);
    if (channel.empty()) {
        return content;
    }
    const Channel* known = channelOf(QString::fromStdString(channel));
    return content + QStringLiteral(" · ")
           + (known != nullptr ? QCoreApplication::translate("RatingWords", known->shown)
                               : visibleLine(QString::fromStdString(channel)));
}

} // namespace sz::widgets
