// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// streets.csv and communities.csv
#include "data/plan/files/CsvTable.h"
#include "data/plan/files/Reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

namespace sz::plan {
namespace {

// A street has no English name of its own: "xujiapengjiedao" is shown as "Xujiapeng".
std::string romanised(std::string pinyin)
{
    constexpr std::array<std::string_view, 8> kSuffixes{"jiedao", "shequ", "cunmin", "banshichu",
                                                        "zhen",   "xiang", "jie",    "cun"};
    for (const auto suffix : kSuffixes) {
        if (pinyin.size() > suffix.size() + 1 && pinyin.ends_with(suffix)) {
            pinyin.resize(pinyin.size() - suffix.size());
            break;
        }
    }
    if (!pinyin.empty() && pinyin.front() >= 'a' && pinyin.front() <= 'z') {
        pinyin.front() = static_cast<char>(pinyin.front() - 'a' + 'A');
    }
    return pinyin;
}

Name nameOf(const CsvRow& row)
{
    Name name;
    name.zh = row.need("name_zh");
    name.pinyin = row.text("pinyin");
    name.initials = row.text("pinyin_initials");
    name.en = row.text("name_en");
    if (name.en.empty()) {
        name.en = romanised(name.pinyin);
    }
    return name;
}

std::optional<Wgs84> seatOf(const CsvRow& row)
{
    const auto lon = row.real("lon");
    const auto lat = row.real("lat");
    if (lon.has_value() != lat.has_value()) {
        row.error({"A seat needs both longitude and latitude.", "驻地须同时有经度和纬度。"});
        return std::nullopt;
    }
    if (!lon) {
        return std::nullopt;
    }
    if (std::abs(*lon) > 180 || std::abs(*lat) > 90) {
        row.error(
            {std::format("Seat {}, {} is not longitude, latitude; are they swapped?", *lon, *lat),
             std::format("驻地 {}, {} 不是经度、纬度，是否写反？", *lon, *lat)});
        return std::nullopt;
    }
    return Wgs84{*lon, *lat};
}

void readStreet(const CsvRow& row, Reading& reading)
{
    Street street;
    street.code = StreetCode(row.need("code"));
    street.name = nameOf(row);
    street.officialName = row.text("name_official");
    street.district = UnitCode(row.need("district_code"));
    street.area = row.integer("area_no", 1, 999).value_or(0);
    street.seat = seatOf(row);
    street.phone = row.text("phone");
    if (!isPhone(street.phone)) {
        row.error(
            {std::format("\"{}\" is not a phone number.", street.phone),
             std::format("“{}”不是电话号码。", street.phone)});
    }
    reading.define(row.spot(), street.code.str());
    reading.declaredCommunities[street.code] = row.integer("communities", 0, 9999).value_or(0);
    reading.plan.streets.push_back(std::move(street));
}

void readCommunity(const CsvRow& row, Reading& reading)
{
    Community community;
    community.code = CommunityCode(row.need("code"));
    community.name = nameOf(row);
    community.officialName = row.text("name_official");
    community.street = StreetCode(row.need("street_code"));
    community.district = UnitCode(row.need("district_code"));
    community.area = row.integer("area_no", 1, 999).value_or(0);
    reading.define(row.spot(), community.code.str());
    reading.plan.communities.push_back(std::move(community));
}

} // namespace

void readStreets(Reading& reading)
{
    const auto table = CsvTable::read(
        reading.dir, kStreetFile,
        {{"code"},
         {"name_zh"},
         {"name_en", false},
         {"district_code"},
         {"area_no"},
         {"communities"},
         {"lon"},
         {"lat"},
         {"seat_known", false},
         {"pinyin"},
         {"pinyin_initials"},
         {"name_official", false},
         {"phone", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readStreet(table->row(i, reading.faults), reading);
    }
    std::ranges::sort(reading.plan.streets, {}, &Street::code);
}

void readCommunities(Reading& reading)
{
    const auto table = CsvTable::read(
        reading.dir, kCommunityFile,
        {{"code"},
         {"name_zh"},
         {"name_en", false},
         {"street_code"},
         {"district_code"},
         {"area_no"},
         {"pinyin"},
         {"pinyin_initials"},
         {"name_official", false}},
        reading.faults);
    for (std::size_t i = 0; table && i < table->size(); ++i) {
        readCommunity(table->row(i, reading.faults), reading);
    }
    std::ranges::sort(reading.plan.communities, {}, &Community::code);
}

} // namespace sz::plan
