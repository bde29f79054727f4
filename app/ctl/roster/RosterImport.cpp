// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhenctl roster import FILE --dry-run: the same reading and checking a wizard does, without a window.
#include "app/ctl/roster/RosterJson.h"
#include "data/roster/ical/RosterCalendar.h"
#include "data/roster/sheet/RosterSheet.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <fstream>
#include <map>

namespace sz::ctl {
namespace {

plan::Sentence whyNot(const Error& error)
{
    if (error.code == Code::FileMalformed && error.detail == "xls") {
        return {
            "an old .xls, or a file with a password: save it as .xlsx without one, or as CSV",
            "旧版 .xls 或有密码的文件：请去掉密码另存为 .xlsx 或 CSV"};
    }
    if (error.code == Code::FileMalformed && error.detail == "empty") {
        return {"the file is empty", "文件为空"};
    }
    if (error.code == Code::FileMalformed) {
        return {
            std::format("the file is damaged ({})", error.detail),
            std::format("文件已损坏（{}）", error.detail)};
    }
    if (error.code == Code::FileTooLarge) {
        return {
            std::format("too large ({})", error.detail), std::format("过大（{}）", error.detail)};
    }
    if (error.code == Code::NotFound) {
        return {
            std::format("no sheet is called \"{}\"", error.detail),
            std::format("没有名为“{}”的工作表", error.detail)};
    }
    return {"the file cannot be read", "无法读取文件"};
}

/// All that one import comes to.
struct Import
{
    exchange::Workbook book;
    roster::Mapping mapping;
    bool isGuessed = false;
    bool isCalendar = false; ///< no columns
    roster::SheetRoster sheets;
    roster::Roster roster; ///< the plan's own, with the sheet's people in it
    roster::Span span;
    std::vector<roster::Conflict> conflicts; ///< that come of it
};

class Importer
{
public:
    Importer(const RosterCall& call, const RosterDesk& desk, std::ostream& err)
        : m_call(call), m_desk(desk), m_err(err)
    {
    }

    std::optional<Import> run()
    {
        if (isIcs()) {
            return calendar();
        }
        auto book = exchange::openWorkbook(m_call.what);
        if (!book) {
            return refuse(whyNot(book.error()), m_call.what);
        }
        m_all.book = std::move(*book);
        m_all.roster = m_desk.rosterOver(m_desk.range, m_call.mode);
        if (!takeMapping() || !saveMapping() || !read()) {
            return std::nullopt;
        }
        if (!check()) {
            return std::nullopt;
        }
        return std::move(m_all);
    }

private:
    std::nullopt_t refuse(const plan::Sentence& why, const std::string& where)
    {
        m_err << where << ": " << m_call.say(why) << '\n';
        return std::nullopt;
    }

    [[nodiscard]] bool isIcs() const
    {
        const std::string& name = m_call.what;
        return name.size() > 4 && (name.ends_with(".ics") || name.ends_with(".ICS"));
    }

    /// Days without --from and --until: from a month before today to a year after it.
    std::optional<Import> calendar()
    {
        std::ifstream file(m_call.what, std::ios::binary);
        Bytes bytes(roster::kMostCalendarBytes + 1);
        file.read(
            reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (!file && !file.eof()) {
            return refuse({"the file cannot be read", "无法读取文件"}, m_call.what);
        }
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        roster::Span range = m_desk.range;
        if (!m_desk.hasFrom) {
            range.from -= std::chrono::days(31);
        }
        if (!m_desk.hasUntil) {
            range.until = m_desk.range.from + std::chrono::days(366);
        }
        m_all.roster = m_desk.rosterOver(range, m_call.mode);
        auto read = roster::readCalendar(bytes, m_all.roster, range);
        if (!read) {
            return refuse(whyNot(read.error()), m_call.what);
        }
        m_all.book.name = std::filesystem::path(m_call.what).filename().string();
        m_all.isCalendar = true;
        m_all.sheets = std::move(*read);
        return check() ? std::optional(std::move(m_all)) : std::nullopt;
    }

    [[nodiscard]] roster::Day near() const { return m_all.roster.localDay(m_desk.range.from); }

    bool takeMapping()
    {
        if (m_call.mapping.empty()) {
            m_all.mapping = roster::guessMapping(m_all.book, m_all.roster, near());
            m_all.isGuessed = true;
        } else {
            auto mapping = roster::readMapping(m_call.mapping);
            if (!mapping) {
                for (const plan::Fault& fault : mapping.error()) {
                    refuse(
                        {fault.message, fault.messageZh},
                        std::format("{}:{}", m_call.mapping, fault.line));
                }
                return false;
            }
            m_all.mapping = std::move(*mapping);
        }
        return true;
    }

    bool saveMapping()
    {
        if (m_call.saveMapping.empty()) {
            return true;
        }
        std::ofstream file(m_call.saveMapping, std::ios::binary);
        file << roster::mappingText(m_all.mapping);
        if (!file.flush()) {
            refuse({"cannot be written", "无法写入"}, m_call.saveMapping);
            return false;
        }
        return true;
    }

    bool read()
    {
        if (const auto missing = m_all.mapping.missing()) {
            refuse(
                {missing->en + "; say it with --mapping (--save-mapping writes one to edit)",
                 missing->zh + "，请用 --mapping 指定（--save-mapping 可存一份来改）"},
                m_call.what);
            return false;
        }
        roster::SheetDays days;
        days.near = near();
        if (m_desk.hasFrom) {
            days.only.first = near();
        }
        if (m_desk.hasUntil) {
            days.only.last = m_all.roster.localDay(m_desk.range.until) - 1;
        }
        auto sheets = roster::readSheets(m_all.book, m_all.mapping, m_all.roster, days);
        if (!sheets) {
            refuse(whyNot(sheets.error()), m_call.what);
            return false;
        }
        m_all.sheets = std::move(*sheets);
        return true;
    }

    /// Over the days of the sheet, and only what was not so before.
    bool check()
    {
        m_all.span = m_desk.range;
        const auto& duties = m_all.sheets.duties;
        if (duties.empty()) {
            return true;
        }
        m_all.span = duties.front().time;
        for (const roster::PlannedDuty& one : duties) {
            m_all.span.from = std::min(m_all.span.from, one.time.from);
            m_all.span.until = std::max(m_all.span.until, one.time.until);
        }
        m_all.roster = m_desk.rosterOver(m_all.span, m_call.mode);
        const auto before = roster::conflictsOf(m_all.roster, m_all.span);
        roster::assign(m_all.roster, m_all.sheets);
        const auto after = roster::conflictsOf(m_all.roster, m_all.span);
        if (!before || !after) {
            refuse({"its days lie more than ten years apart", "表中日期相隔超过十年"}, m_call.what);
            return false;
        }
        std::ranges::copy_if(
            *after, std::back_inserter(m_all.conflicts),
            [&](const roster::Conflict& one) { return !std::ranges::contains(*before, one); });
        return true;
    }

    const RosterCall& m_call;
    const RosterDesk& m_desk;
    std::ostream& m_err;
    Import m_all;
};

std::string kindOf(const exchange::Workbook& book)
{
    return book.encoding ? exchange::encodingName(*book.encoding) : "xlsx";
}

std::string where(const std::string& sheet, const std::string& cell)
{
    return sheet.empty() ? cell : sheet + "!" + cell;
}

boost::json::array dutiesJson(const Import& all)
{
    boost::json::array duties;
    for (const roster::PlannedDuty& one : all.sheets.duties) {
        boost::json::array people(one.people.begin(), one.people.end());
        duties.push_back(
            {{"sheet", one.sheet},
             {"cell", one.cell},
             {"post", all.roster.posts[one.post].code.value},
             {"shift", one.shift},
             {"from", isoText(all.roster, one.time.from)},
             {"until", isoText(all.roster, one.time.until)},
             {"people", std::move(people)}});
    }
    return duties;
}

boost::json::array refusedJson(const Import& all)
{
    boost::json::array refused;
    for (const roster::RefusedCell& one : all.sheets.refused) {
        const plan::Sentence why = sentenceOf(one);
        refused.push_back(
            {{"sheet", one.sheet},
             {"cell", one.cell},
             {"people", one.people},
             {"reason", why.en},
             {"reason_zh", why.zh}});
    }
    return refused;
}

void printJson(const Import& all, std::ostream& out)
{
    boost::json::array leftOut;
    for (const roster::LeftOut& one : all.sheets.leftOut) {
        leftOut.push_back({{"sheet", one.sheet}, {"cell", one.cell}, {"text", one.text}});
    }
    boost::json::array conflicts;
    for (const roster::Conflict& one : all.conflicts) {
        conflicts.push_back(conflictJson(all.roster, one));
    }
    boost::json::array notRead(all.sheets.notRead.begin(), all.sheets.notRead.end());
    boost::json::array links(all.book.outsideLinks.begin(), all.book.outsideLinks.end());
    out << boost::json::serialize(boost::json::object{
        {"file", all.book.name},
        {"kind", all.isCalendar ? "ics" : kindOf(all.book)},
        {"mapping", all.isCalendar ? std::string() : mappingText(all.mapping)},
        {"mapping_guessed", all.isGuessed},
        {"cells", all.sheets.cells},
        {"outside", all.sheets.outside},
        {"duties", dutiesJson(all)},
        {"refused", refusedJson(all)},
        {"left_out", std::move(leftOut)},
        {"sheets_not_read", std::move(notRead)},
        {"columns_not_read",
         boost::json::array(all.sheets.columnsNotRead.begin(), all.sheets.columnsNotRead.end())},
        {"links_not_followed", std::move(links)},
        {"conflicts", std::move(conflicts)}})
        << '\n';
}

void printDuties(const RosterCall& call, const Import& all, std::ostream& out)
{
    for (const roster::PlannedDuty& one : all.sheets.duties) {
        const roster::RosterPost& post = all.roster.posts[one.post];
        std::string people;
        for (const std::string& name : one.people) {
            people += (people.empty() ? "" : call.isChinese ? "、" : ", ") + name;
        }
        out << std::format(
            "  {}  {}  {} {}  {}  {}\n", where(one.sheet, one.cell), spanText(all.roster, one.time),
            post.code.value, call.say(post.name), one.shift, people);
    }
}

void printText(const RosterCall& call, const Import& all, std::ostream& out)
{
    const auto said = [&](const char* en, const char* zh) { return call.isChinese ? zh : en; };
    out << std::format(
        "{} · {} · {}\n", all.book.name, all.isCalendar ? "ics" : kindOf(all.book),
        all.isCalendar  ? said("events", "日程")
        : all.isGuessed ? said("columns guessed", "列为推测")
                        : said("columns as mapped", "列按对应关系"));
    printDuties(call, all, out);
    for (const roster::RefusedCell& one : all.sheets.refused) {
        out << std::format(
            "{} {}: {}\n", said("refused", "退回"), where(one.sheet, one.cell),
            call.say(sentenceOf(one)));
    }
    for (const roster::LeftOut& one : all.sheets.leftOut) {
        out << std::format(
            "{} {}: {}\n", said("not kept", "未保留"), where(one.sheet, one.cell), one.text);
    }
    for (const std::string& one : all.sheets.notRead) {
        out << std::format("{}: {}\n", said("sheet not read", "未读工作表"), one);
    }
    for (const std::string& one : all.sheets.columnsNotRead) {
        out << std::format("{}: {}\n", said("column not read", "未读的列"), one);
    }
    for (const std::string& one : all.book.outsideLinks) {
        out << std::format("{}: {}\n", said("link not followed", "未打开的外部链接"), one);
    }
    for (const roster::Conflict& one : all.conflicts) {
        out << said("conflict ", "冲突 ");
        printConflict(call, all.roster, one, out);
    }
    const roster::SheetRoster& sheets = all.sheets;
    out
        << (call.isChinese
                ? std::format(
                      "共 {} 格，可导入 {}，退回 {}，不在所选日期内 {}；新增冲突 {} "
                      "处；试运行，未写入\n",
                      sheets.cells, sheets.duties.size(), sheets.refusedPeople(), sheets.outside,
                      all.conflicts.size())
                : std::format(
                      "{} cells, {} would come in, {} refused, {} outside the days asked for; {} "
                      "new conflicts; dry run, nothing written\n",
                      sheets.cells, sheets.duties.size(), sheets.refusedPeople(), sheets.outside,
                      all.conflicts.size()));
}

} // namespace

int importRoster(const RosterCall& call, std::ostream& out, std::ostream& err, Instant now)
{
    if (!call.isDry) {
        err
            << (call.isChinese
                    ? "班表写入尚未提供：请加 --dry-run 查看将导入的内容\n"
                    : "rosters cannot be written yet: add --dry-run to see what would come in\n");
        return kMisused;
    }
    constexpr int kDays = 31;
    const auto desk = openRoster(call, now, kDays, err);
    if (!desk) {
        return kMisused;
    }
    const auto all = Importer(call, *desk, err).run();
    if (!all) {
        return kMisused;
    }
    if (call.isJson) {
        printJson(*all, out);
    } else {
        printText(call, *all, out);
    }
    return all->sheets.refused.empty() && all->conflicts.empty() ? kGood : kFound;
}

} // namespace sz::ctl
