// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words that begin a command, in Chinese, pinyin and English; one table for parser, completion and manual.

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace sz::widgets {

enum class Verb : std::uint8_t {
    None,
    Order,       ///< 派 武昌,教育 24h text
    Duty,        ///< ?武昌
    Remind,      ///< 催
    Note,        ///< 记 text
    Sign,        ///< 签
    Moving,      ///< 赶
    OnScene,     ///< 到
    Feedback,    ///< 反馈 text
    Finish,      ///< 办结 text
    Return,      ///< 退 reason
    Close,       ///< 结 result
    Extend,      ///< 延期 [教育] 2h reason
    Suspend,     ///< 挂账 [教育] 3d reason
    Resume,      ///< 恢复 [教育]
    Agree,       ///< 同意 [教育] words: more time, or a return
    Refuse,      ///< 不同意 [教育] words
    Withdraw,    ///< 撤单 教育 reason
    Recheck,     ///< 复核 [教育] 合格 5/5 text, 不合格 3/5 24h text
    Jump,        ///< 041
    Merge,       ///< 并入 041 reason
    Group,       ///< 串并 041; 串并 止
    Separate,    ///< 分离 reason
    Watch,       ///< 苗头 3d reason; 苗头 止
    Games,       ///< 赛时 reason: opens the sheet that switches
    Normal,      ///< 平时 reason
    Card,        ///< 预案 [name]: opens the card
    Force,       ///< 专班: opens it; 专班 转移 96: counts a goal
    Transfer,    ///< 移交 武昌 reason
    Minutes,     ///< 纪要 text
    Ask,         ///< 研判 question
    Rate,        ///< 满意度 4 回访 text
    ReportUp,    ///< 上报 text: the first report, or the next update
    FinalReport, ///< 终报 text
    Counts,      ///< 报数 学员 1354 = 转学 1235 + 退费 119
    Claim,       ///< 认领
    Filter,      ///< 筛 武昌 逾期: narrows the board; alone: everything again
    View,        ///< 视图 名称; 视图 删 名称; 视图 改名 旧 新
    Find,        ///< 找 text, /text: among all incidents this desk was ever told of
};

/// One way of typing a verb. Han words and marks need no space after them, Latin ones do.
struct VerbWord
{
    const char16_t* typed;
    Verb verb;
};
[[nodiscard]] std::span<const VerbWord> verbWords();

/// The longest verb at the start of a plainTyped() text, and its length. Empty when there is none.
struct FoundVerb
{
    Verb verb = Verb::None;
    qsizetype length = 0;
};
[[nodiscard]] std::optional<FoundVerb> verbAt(QStringView plain);

/// What the verb does, as it stands on the first chip: "order", "who is on duty".
[[nodiscard]] QString verbText(Verb verb);

} // namespace sz::widgets
