// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/layers/Remark.h"

namespace sz::layers {

const char* levelName(Level level)
{
    static constexpr std::array<const char*, kLevels> kNames{
        "refused", "repaired", "ignored", "warned"};
    return kNames[static_cast<std::size_t>(level)];
}

const char* matterName(Matter matter)
{
    static constexpr std::array<const char*, kMatters> kNames{
        "Unreadable",    "TooLarge",        "Empty",           "UnknownFormat", "Malformed",
        "NotThisFormat", "TooDeep",         "BadFeature",      "BadGeometry",   "OtherGeometry",
        "BadNumber",     "LongRow",         "OpenQuote",       "NoColumns",     "AmbiguousColumns",
        "RingShort",     "RingEmpty",       "RingCrosses",     "HoleOutside",   "TooComplex",
        "NotDegrees",    "NotThisSystem",   "UnknownSystem",   "NoKml",         "ArchiveDamaged",
        "ArchiveSealed", "UnpacksTooLarge", "MissingPart",     "Truncated",     "BadRecord",
        "CountMismatch", "NotGeoPackage",   "DatabaseDamaged", "TooSlow",       "ReaderFailed",
        "OtherEncoding", "RingClosed",      "RingTurned",      "HoleDropped",   "SameId",
        "LongText",      "NetworkLink",     "ExternalLink",    "Entities",      "Overlay",
        "OtherEntry",    "OtherTable",      "Heights",         "NoSystem",      "SystemOverridden",
        "NoPlace",       "NoProperties",    "DamagedText",     "LooksShifted",  "OutsidePlan",
        "UnwrittenPages"};
    return kNames.at(static_cast<std::size_t>(matter));
}

Level levelOf(Matter matter)
{
    if (matter < Matter::OtherEncoding) {
        return Level::Refused;
    }
    if (matter < Matter::NetworkLink) {
        return Level::Repaired;
    }
    return matter < Matter::NoSystem ? Level::Ignored : Level::Warned;
}

void Remarks::add(Remark remark)
{
    if (++m_counts.at(static_cast<std::size_t>(remark.matter)) <= kMostEach) {
        m_kept.push_back(std::move(remark));
    }
}

std::uint64_t Remarks::count(Level level) const
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kMatters; ++i) {
        sum += levelOf(static_cast<Matter>(i)) == level ? m_counts.at(i) : 0;
    }
    return sum;
}

} // namespace sz::layers
