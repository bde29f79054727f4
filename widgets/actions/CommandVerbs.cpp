// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/CommandVerbs.h"

#include <QCoreApplication>

namespace sz::widgets {

namespace {

constexpr std::array kWords{
    VerbWord{u"派", Verb::Order},
    VerbWord{u"派单", Verb::Order},
    VerbWord{u"下达", Verb::Order},
    VerbWord{u"pai", Verb::Order},
    VerbWord{u"p", Verb::Order},
    VerbWord{u"order", Verb::Order},
    VerbWord{u"d", Verb::Order},
    VerbWord{u"?", Verb::Duty},
    VerbWord{u"问", Verb::Duty},
    VerbWord{u"谁", Verb::Duty},
    VerbWord{u"谁在岗", Verb::Duty},
    VerbWord{u"wen", Verb::Duty},
    VerbWord{u"who", Verb::Duty},
    VerbWord{u"催", Verb::Remind},
    VerbWord{u"催办", Verb::Remind},
    VerbWord{u"催签", Verb::Remind},
    VerbWord{u"cui", Verb::Remind},
    VerbWord{u"remind", Verb::Remind},
    VerbWord{u"c", Verb::Remind},
    VerbWord{u"记", Verb::Note},
    VerbWord{u"记一笔", Verb::Note},
    VerbWord{u".", Verb::Note},
    VerbWord{u"ji", Verb::Note},
    VerbWord{u"note", Verb::Note},
    VerbWord{u"n", Verb::Note},
    VerbWord{u"签", Verb::Sign},
    VerbWord{u"签收", Verb::Sign},
    VerbWord{u"qian", Verb::Sign},
    VerbWord{u"sign", Verb::Sign},
    VerbWord{u"赶", Verb::Moving},
    VerbWord{u"赶赴", Verb::Moving},
    VerbWord{u"出发", Verb::Moving},
    VerbWord{u"gan", Verb::Moving},
    VerbWord{u"moving", Verb::Moving},
    VerbWord{u"到", Verb::OnScene},
    VerbWord{u"到场", Verb::OnScene},
    VerbWord{u"dao", Verb::OnScene},
    VerbWord{u"arrive", Verb::OnScene},
    VerbWord{u"反馈", Verb::Feedback},
    VerbWord{u"fankui", Verb::Feedback},
    VerbWord{u"fk", Verb::Feedback},
    VerbWord{u"feedback", Verb::Feedback},
    VerbWord{u"办结", Verb::Finish},
    VerbWord{u"banjie", Verb::Finish},
    VerbWord{u"bj", Verb::Finish},
    VerbWord{u"done", Verb::Finish},
    VerbWord{u"finish", Verb::Finish},
    VerbWord{u"退", Verb::Return},
    VerbWord{u"退单", Verb::Return},
    VerbWord{u"tui", Verb::Return},
    VerbWord{u"return", Verb::Return},
    VerbWord{u"结", Verb::Close},
    VerbWord{u"结案", Verb::Close},
    VerbWord{u"jie", Verb::Close},
    VerbWord{u"close", Verb::Close},
    VerbWord{u"找", Verb::Find},
    VerbWord{u"查", Verb::Find},
    VerbWord{u"/", Verb::Find},
    VerbWord{u"zhao", Verb::Find},
    VerbWord{u"find", Verb::Find},
    VerbWord{u"筛", Verb::Filter},
    VerbWord{u"筛选", Verb::Filter},
    VerbWord{u"shai", Verb::Filter},
    VerbWord{u"filter", Verb::Filter},
    VerbWord{u"视图", Verb::View},
    VerbWord{u"shitu", Verb::View},
    VerbWord{u"st", Verb::View},
    VerbWord{u"view", Verb::View},
    VerbWord{u"延期", Verb::Extend},
    VerbWord{u"yanqi", Verb::Extend},
    VerbWord{u"yq", Verb::Extend},
    VerbWord{u"extend", Verb::Extend},
    VerbWord{u"挂账", Verb::Suspend},
    VerbWord{u"guazhang", Verb::Suspend},
    VerbWord{u"gz", Verb::Suspend},
    VerbWord{u"suspend", Verb::Suspend},
    VerbWord{u"恢复", Verb::Resume},
    VerbWord{u"huifu", Verb::Resume},
    VerbWord{u"hf", Verb::Resume},
    VerbWord{u"resume", Verb::Resume},
    VerbWord{u"同意", Verb::Agree},
    VerbWord{u"tongyi", Verb::Agree},
    VerbWord{u"ty", Verb::Agree},
    VerbWord{u"agree", Verb::Agree},
    VerbWord{u"不同意", Verb::Refuse},
    VerbWord{u"butongyi", Verb::Refuse},
    VerbWord{u"bty", Verb::Refuse},
    VerbWord{u"refuse", Verb::Refuse},
    VerbWord{u"撤单", Verb::Withdraw},
    VerbWord{u"撤", Verb::Withdraw},
    VerbWord{u"chedan", Verb::Withdraw},
    VerbWord{u"cd", Verb::Withdraw},
    VerbWord{u"withdraw", Verb::Withdraw},
    VerbWord{u"复核", Verb::Recheck},
    VerbWord{u"fuhe", Verb::Recheck},
    VerbWord{u"fh", Verb::Recheck},
    VerbWord{u"recheck", Verb::Recheck},
    VerbWord{u"并入", Verb::Merge},
    VerbWord{u"bingru", Verb::Merge},
    VerbWord{u"br", Verb::Merge},
    VerbWord{u"merge", Verb::Merge},
    VerbWord{u"串并", Verb::Group},
    VerbWord{u"chuanbing", Verb::Group},
    VerbWord{u"cb", Verb::Group},
    VerbWord{u"group", Verb::Group},
    VerbWord{u"分离", Verb::Separate},
    VerbWord{u"fenli", Verb::Separate},
    VerbWord{u"fl", Verb::Separate},
    VerbWord{u"separate", Verb::Separate},
    VerbWord{u"苗头", Verb::Watch},
    VerbWord{u"miaotou", Verb::Watch},
    VerbWord{u"mt", Verb::Watch},
    VerbWord{u"watch", Verb::Watch},
    VerbWord{u"赛时", Verb::Games},
    VerbWord{u"saishi", Verb::Games},
    VerbWord{u"ss", Verb::Games},
    VerbWord{u"games", Verb::Games},
    VerbWord{u"平时", Verb::Normal},
    VerbWord{u"pingshi", Verb::Normal},
    VerbWord{u"ps", Verb::Normal},
    VerbWord{u"normal", Verb::Normal},
    VerbWord{u"预案", Verb::Card},
    VerbWord{u"yuan", Verb::Card},
    VerbWord{u"ya", Verb::Card},
    VerbWord{u"card", Verb::Card},
    VerbWord{u"专班", Verb::Force},
    VerbWord{u"zhuanban", Verb::Force},
    VerbWord{u"zb", Verb::Force},
    VerbWord{u"force", Verb::Force},
    VerbWord{u"移交", Verb::Transfer},
    VerbWord{u"yijiao", Verb::Transfer},
    VerbWord{u"yj", Verb::Transfer},
    VerbWord{u"transfer", Verb::Transfer},
    VerbWord{u"纪要", Verb::Minutes},
    VerbWord{u"jiyao", Verb::Minutes},
    VerbWord{u"jy", Verb::Minutes},
    VerbWord{u"minutes", Verb::Minutes},
    VerbWord{u"研判", Verb::Ask},
    VerbWord{u"yanpan", Verb::Ask},
    VerbWord{u"yp", Verb::Ask},
    VerbWord{u"decision", Verb::Ask},
    VerbWord{u"满意度", Verb::Rate},
    VerbWord{u"满意", Verb::Rate},
    VerbWord{u"评分", Verb::Rate},
    VerbWord{u"manyi", Verb::Rate},
    VerbWord{u"myd", Verb::Rate},
    VerbWord{u"rate", Verb::Rate},
    VerbWord{u"上报", Verb::ReportUp},
    VerbWord{u"报送", Verb::ReportUp},
    VerbWord{u"初报", Verb::ReportUp},
    VerbWord{u"续报", Verb::ReportUp},
    VerbWord{u"shangbao", Verb::ReportUp},
    VerbWord{u"sb", Verb::ReportUp},
    VerbWord{u"report", Verb::ReportUp},
    VerbWord{u"终报", Verb::FinalReport},
    VerbWord{u"zhongbao", Verb::FinalReport},
    VerbWord{u"final", Verb::FinalReport},
    VerbWord{u"报数", Verb::Counts},
    VerbWord{u"计数", Verb::Counts},
    VerbWord{u"baoshu", Verb::Counts},
    VerbWord{u"bs", Verb::Counts},
    VerbWord{u"counts", Verb::Counts},
    VerbWord{u"count", Verb::Counts},
    VerbWord{u"认领", Verb::Claim},
    VerbWord{u"renling", Verb::Claim},
    VerbWord{u"rl", Verb::Claim},
    VerbWord{u"claim", Verb::Claim},
};

bool isLatinLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool stands(QStringView plain, QStringView word)
{
    if (!plain.startsWith(word, Qt::CaseInsensitive)) {
        return false;
    }
    const bool endsInside = plain.size() > word.size() && isLatinLetter(plain[word.size()]);
    return !isLatinLetter(word.back()) || !endsInside;
}

} // namespace

std::span<const VerbWord> verbWords()
{
    return kWords;
}

std::optional<FoundVerb> verbAt(QStringView plain)
{
    FoundVerb best;
    for (const VerbWord& word : kWords) {
        const QStringView typed(word.typed);
        if (typed.size() > best.length && stands(plain, typed)) {
            best = {word.verb, typed.size()};
        }
    }
    return best.length > 0 ? std::optional(best) : std::nullopt;
}

QString verbText(Verb verb)
{
    switch (verb) {
    case Verb::None:
        return {};
    case Verb::Order:
        return QCoreApplication::translate("CommandLine", "order", "act");
    case Verb::Duty:
        return QCoreApplication::translate("CommandLine", "who is on duty", "act");
    case Verb::Remind:
        return QCoreApplication::translate("CommandLine", "remind", "act");
    case Verb::Note:
        return QCoreApplication::translate("CommandLine", "note", "act");
    case Verb::Sign:
        return QCoreApplication::translate("CommandLine", "sign for", "act");
    case Verb::Moving:
        return QCoreApplication::translate("CommandLine", "moving", "act");
    case Verb::OnScene:
        return QCoreApplication::translate("CommandLine", "on scene", "act");
    case Verb::Feedback:
        return QCoreApplication::translate("CommandLine", "feedback", "act");
    case Verb::Finish:
        return QCoreApplication::translate("CommandLine", "finish the order", "act");
    case Verb::Return:
        return QCoreApplication::translate("CommandLine", "return the order", "act");
    case Verb::Close:
        return QCoreApplication::translate("CommandLine", "close the incident", "act");
    case Verb::Extend:
        return QCoreApplication::translate("CommandLine", "ask for more time", "act");
    case Verb::Suspend:
        return QCoreApplication::translate("CommandLine", "ask to suspend", "act");
    case Verb::Resume:
        return QCoreApplication::translate("CommandLine", "resume", "act");
    case Verb::Agree:
        return QCoreApplication::translate("CommandLine", "agree", "act");
    case Verb::Refuse:
        return QCoreApplication::translate("CommandLine", "do not agree", "act");
    case Verb::Withdraw:
        return QCoreApplication::translate("CommandLine", "withdraw the order", "act");
    case Verb::Recheck:
        return QCoreApplication::translate("CommandLine", "recheck", "act");
    case Verb::Merge:
        return QCoreApplication::translate("CommandLine", "merge into", "act");
    case Verb::Group:
        return QCoreApplication::translate("CommandLine", "group under", "act");
    case Verb::Separate:
        return QCoreApplication::translate("CommandLine", "separate", "act");
    case Verb::Watch:
        return QCoreApplication::translate("CommandLine", "early sign", "act");
    case Verb::Games:
        return QCoreApplication::translate("CommandLine", "start games time", "act");
    case Verb::Normal:
        return QCoreApplication::translate("CommandLine", "back to normal times", "act");
    case Verb::Card:
        return QCoreApplication::translate("CommandLine", "plan card", "act");
    case Verb::Force:
        return QCoreApplication::translate("CommandLine", "task force", "act");
    case Verb::Transfer:
        return QCoreApplication::translate("CommandLine", "hand over command", "act");
    case Verb::Minutes:
        return QCoreApplication::translate("CommandLine", "write minutes", "act");
    case Verb::Ask:
        return QCoreApplication::translate("CommandLine", "put for decision", "act");
    case Verb::Rate:
        return QCoreApplication::translate("CommandLine", "note satisfaction", "act");
    case Verb::ReportUp:
        return QCoreApplication::translate("CommandLine", "report upwards", "act");
    case Verb::FinalReport:
        return QCoreApplication::translate("CommandLine", "file the final report", "act");
    case Verb::Counts:
        return QCoreApplication::translate("CommandLine", "state counts", "act");
    case Verb::Claim:
        return QCoreApplication::translate("CommandLine", "take it under the own hand", "act");
    case Verb::Jump:
        return QCoreApplication::translate("CommandLine", "go to", "act");
    case Verb::Filter:
        return QCoreApplication::translate("CommandLine", "narrow the board", "act");
    case Verb::View:
        return QCoreApplication::translate("CommandLine", "view of the board", "act");
    case Verb::Find:
        return QCoreApplication::translate("CommandLine", "find", "act");
    }
    return {};
}

} // namespace sz::widgets
