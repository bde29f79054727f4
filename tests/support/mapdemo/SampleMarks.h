// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Some twenty invented incidents, as on the mock-ups: enough to see labels, clusters, arrows and stale marks.

#include "maps/layers/Mark.h"

#include <vector>

namespace sz::maps {

[[nodiscard]] inline std::vector<Mark> sampleMarks(const plan::Plan& plan, Language language)
{
    using model::Lamp;
    using plan::Grade;
    struct Row
    {
        const char* id;
        Wgs84 at;
        int area; ///< > 0: only the area is known
        Grade grade;
        Lamp lamp;
        const char* zh;
        const char* restZh;
        const char* en;
        const char* restEn;
    };
    const std::vector<Row> rows{
        {"041",
         {114.3346, 30.5806},
         0,
         Grade::III,
         Lamp::Behind,
         "培训学校",
         " 余 16:53",
         "School",
         " 16:53"},
        {"045",
         {114.2795, 30.5775},
         0,
         Grade::II,
         Lamp::Late,
         "医院停电",
         " 逾 04:12",
         "Hospital",
         " +04:12"},
        {"033",
         {114.3230, 30.5255},
         0,
         Grade::III,
         Lamp::Late,
         "工地聚集",
         " 逾 26:10",
         "Site",
         " +26:10"},
        {"044", {}, 4, Grade::III, Lamp::Near, "气瓶 32 只", " 余 03:20", "LPG van", " 03:20"},
        {"046", {}, 4, Grade::III, Lamp::Near, "高层冒烟", " 余 03:19", "Smoke", " 03:19"},
        {"037", {114.3080, 30.6190}, 0, Grade::IV, Lamp::None, "供水管爆裂", "", "Water main", ""},
        {"036", {114.3850, 30.6230}, 0, Grade::IV, Lamp::None, "燃气异味", "", "Gas smell", ""},
        {"028", {114.5130, 30.6420}, 0, Grade::III, Lamp::None, "罐车故障", "", "Tank lorry", ""},
        {"039", {}, 18, Grade::IV, Lamp::None, "电梯困人", "", "Lift", ""},
        {"047", {114.4460, 30.5320}, 0, Grade::IV, Lamp::None, "地铁口积水", "", "Metro exit", ""},
        {"030",
         {113.9000, 30.5200},
         0,
         Grade::IV,
         Lamp::Late,
         "光缆挖断",
         " 逾 12:00",
         "Fibre",
         " +12:00"},
        {"031",
         {114.3600, 30.9100},
         0,
         Grade::III,
         Lamp::Late,
         "山火",
         " 逾 02:00",
         "Fire",
         " +02:00"},
        {"048", {}, 31, Grade::IV, Lamp::None, "路灯杆倾斜", "", "Lamp post", ""},
        {"049", {}, 30, Grade::IV, Lamp::Near, "渣土车遗撒", " 余 08:00", "Spill", " 08:00"},
        {"050", {}, 30, Grade::III, Lamp::Behind, "厂房火警", " 余 02:10", "Factory", " 02:10"},
        {"051", {}, 30, Grade::II, Lamp::Late, "燃气泄漏", " 逾 01:10", "Gas leak", " +01:10"},
        {"052", {114.2870, 30.5830}, 0, Grade::IV, Lamp::None, "噪声投诉", "", "Noise", ""},
        {"053", {114.2850, 30.5880}, 0, Grade::IV, Lamp::None, "占道经营", "", "Stalls", ""},
        {"054",
         {114.4000, 30.5060},
         0,
         Grade::I,
         Lamp::Behind,
         "化工泄漏",
         " 余 00:40",
         "Chemical",
         " 00:40"},
        {"055", {114.1600, 30.6600}, 0, Grade::IV, Lamp::None, "树木倒伏", "", "Tree", ""},
    };
    const bool isChinese = language == Language::Chinese;
    std::vector<Mark> marks;
    for (const Row& row : rows) {
        Mark mark;
        mark.id = row.id;
        mark.at = row.area > 0 ? plan.area(row.area)->label : row.at;
        mark.isApproximate = row.area > 0;
        mark.grade = row.grade;
        mark.lamp = row.lamp;
        mark.shortLabel =
            QString::fromUtf8(row.id) + u' ' + QString::fromUtf8(isChinese ? row.zh : row.en);
        mark.label = mark.shortLabel + QString::fromUtf8(isChinese ? row.restZh : row.restEn);
        marks.push_back(std::move(mark));
    }
    return marks;
}

} // namespace sz::maps
