// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/exchange/SheetColumns.h"

#include "data/plan/Typed.h"

#include <algorithm>
#include <string_view>

namespace sz::exchange {
namespace {

struct FieldWords
{
    SheetField field;
    const char* zh;
    const char* en;
    std::vector<std::string_view> words; ///< folded
};

const std::vector<FieldWords>& fieldWords()
{
    static const std::vector<FieldWords> kWords{
        {SheetField::Key,
         "编号",
         "key",
         {"编号", "序号", "任务编号", "隐患编号", "任务序号", "key", "no", "number", "id", "code"}},
        {SheetField::Label,
         "任务",
         "label",
         {"任务",     "任务名称", "任务内容", "工作任务", "隐患",   "隐患名称",    "隐患描述",
          "隐患内容", "问题描述", "名称",     "内容",     "事项",   "事项名称",    "label",
          "task",     "title",    "item",     "name",     "hazard", "description", "what"}},
        {SheetField::Unit,
         "牵头单位",
         "unit",
         {"牵头单位", "责任单位", "主责单位", "承办单位", "牵头部门", "责任部门", "单位", "unit",
          "lead", "leadunit", "responsible", "responsibleunit"}},
        {SheetField::Support,
         "配合单位",
         "support",
         {"配合单位", "协办单位", "参与单位", "配合部门", "support", "supporting", "supportunit",
          "supportunits", "supportingunits"}},
        {SheetField::Due,
         "时限",
         "due",
         {"时限", "完成时限", "完成时间", "整改时限", "整改期限", "截止", "截止日期", "截止时间",
          "期限", "due", "duedate", "deadline", "limit"}},
        {SheetField::Place,
         "地点",
         "place",
         {"地点", "地址", "位置", "点位", "场所地址", "place", "address", "location", "where"}},
        {SheetField::Kind,
         "类别",
         "kind",
         {"类别", "类型", "种类", "隐患类别", "隐患类型", "任务类别", "kind", "type", "category"}},
    };
    return kWords;
}

constexpr std::size_t kExact = 1000;

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// How well a head fits a field: exact beats inside, a longer word beats a shorter one; 0: not at all.
std::size_t fit(std::string_view head, const FieldWords& field)
{
    std::size_t best = 0;
    for (const std::string_view word : field.words) {
        if (head == word) {
            best = std::max(best, kExact + word.size());
        } else if (!isAscii(word) && head.contains(word)) { // "no" is in many English words
            best = std::max(best, word.size());
        }
    }
    return best;
}

const FieldWords& wordsOf(SheetField field)
{
    return fieldWords()[static_cast<std::size_t>(field)];
}

} // namespace

const char* fieldZh(SheetField field)
{
    return wordsOf(field).zh;
}

const char* fieldEn(SheetField field)
{
    return wordsOf(field).en;
}

std::optional<SheetField> fieldNamed(std::string_view name)
{
    const auto it = std::ranges::find(fieldWords(), name, &FieldWords::en);
    return it == fieldWords().end() ? std::nullopt : std::optional(it->field);
}

std::optional<SheetField> SheetMapping::missing() const
{
    for (const SheetField field : {SheetField::Label, SheetField::Unit}) {
        if (!column(field)) {
            return field;
        }
    }
    return std::nullopt;
}

SheetMapping mappingOf(const std::vector<std::string>& head)
{
    struct Match
    {
        std::size_t fit;
        std::size_t column;
        SheetField field;
    };
    std::vector<Match> matches;
    for (std::size_t column = 0; column < head.size(); ++column) {
        const std::string folded = plan::folded(head[column]);
        for (const FieldWords& field : fieldWords()) {
            if (const std::size_t good = fit(folded, field)) {
                matches.push_back({good, column, field.field});
            }
        }
    }
    // Best first; each column is one thing, each thing one column.
    std::ranges::stable_sort(matches, std::greater{}, &Match::fit);
    SheetMapping mapping;
    std::vector<bool> isTaken(head.size(), false);
    for (const Match& match : matches) {
        if (!isTaken[match.column] && !mapping.column(match.field)) {
            mapping.set(match.field, match.column);
            isTaken[match.column] = true;
        }
    }
    return mapping;
}

std::size_t fieldsIn(const std::vector<std::string>& row)
{
    const SheetMapping mapping = mappingOf(row);
    std::size_t found = 0;
    for (const FieldWords& field : fieldWords()) {
        found += mapping.column(field.field) ? 1U : 0U;
    }
    return found;
}

} // namespace sz::exchange
