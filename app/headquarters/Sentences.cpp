// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Sentences.h"

#include "app/words/Phrases.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::headquarters {
namespace {

struct Words
{
    Code code;
    const char* en;
    const char* zh;
};

constexpr std::array kWords{
    Words{
        Code::PortTaken,
        "The port is taken by another program. Stop that program or choose another port "
        "(--listen).",
        "端口已被其他程序占用。请停止该程序，或用 --listen 换一个端口。"},
    Words{
        Code::StoreLocked,
        "Another sanzhen-hq works on this folder. Stop it first, or choose another folder "
        "(--data).",
        "另一个 sanzhen-hq 正在使用此文件夹。请先停止它，或用 --data 换一个文件夹。"},
    Words{
        Code::StoreFromFuture,
        "This log was written by a newer version. Install that version; nothing has been changed.",
        "此日志由更新的版本写成。请安装该版本；未作任何改动。"},
    Words{
        Code::StoreCorrupt,
        "This file is damaged. Keep it, and restore the folder from its last copy.",
        "此文件已损坏。请保留它，并用最近的备份恢复文件夹。"},
    Words{
        Code::StoreOpen, "This file cannot be opened. Check who owns the folder.",
        "无法打开此文件。请检查文件夹的属主与权限。"},
    Words{
        Code::NoSpace, "The disk is full. Make room and start again.",
        "磁盘已满。请腾出空间后再启动。"},
    Words{
        Code::PlanMissing, "There is no plan in this folder (--plan).",
        "此文件夹中没有预案（--plan）。"},
    Words{
        Code::PlanBroken, "The plan has faults. Correct what is listed and start again.",
        "预案有错误。请改正上列各项后再启动。"},
    Words{Code::FileUnreadable, "This file cannot be read.", "无法读取此文件。"},
    Words{Code::FileMalformed, "This file is not understood.", "无法理解此文件的内容。"},
    Words{
        Code::NoSuchUnit, "The plan has no such unit. Use its code: HQ, D05, L06.",
        "预案中没有此单位。请用单位代码：HQ、D05、L06。"},
    Words{
        Code::NotFound,
        "There is no such desk or person. `sanzhen-hq desks` and `person list` list them.",
        "没有这个席位或人员。用 sanzhen-hq desks、person list 查看。"},
    Words{
        Code::LinkRefused,
        "The folder belongs to another operation. Choose another folder (--data).",
        "此文件夹属于另一次行动。请用 --data 换一个文件夹。"},
    Words{
        Code::BadCertificate, "The certificates in this folder cannot be used.",
        "此文件夹中的证书无法使用。"},
    Words{
        Code::LinkDown, "The running headquarters did not answer.", "正在运行的总值班台没有应答。"},
    Words{Code::BadArgument, "This was not understood.", "无法理解此项。"},
    Words{
        Code::PostNotYours, "The unit has no such post. Use its code from posts.csv: D05-desk.",
        "该单位没有此岗位。请用 posts.csv 中的岗位编码：D05-desk。"},
    Words{
        Code::SecretTooWeak, "The password is too short: at least 8 characters.",
        "密码太短：至少 8 个字符。"},
};

// What our own layers say in a detail; a sentence of its own goes before that of the code.
constexpr std::array kPhrases{
    words::Phrase{
        "nothing has been served from here yet",
        "Nothing has been served from this folder yet: start `sanzhen-hq serve` on it first, or "
        "choose another folder (--data).",
        "此文件夹尚未启用过：请先用 sanzhen-hq serve 启动一次，或用 --data 换一个文件夹。"},
    words::Phrase{
        "is there already",
        "This is there already, and nothing is ever overwritten. Choose a new folder.",
        "此处已有内容，绝不覆盖。请另选一个新文件夹。"},
    words::Phrase{
        "the database holds a log already",
        "The database holds a log already, and nothing is ever overwritten. Make an empty one "
        "(--store).",
        "该数据库中已有日志，绝不覆盖。请另建一个空数据库（--store）。"},
    words::Phrase{
        "something has been signed there",
        "Another headquarters has begun to sign in this database. Stop it and restore into an "
        "empty one (--store).",
        "另一台总值班台已开始在该数据库中签署。请停止它，并恢复到空数据库（--store）。"},
    words::Phrase{
        "no manifest", "This is no backup, or no whole one: there is no manifest.json.",
        "这不是备份，或备份不完整：没有 manifest.json。"},
    words::Phrase{"is missing", "This file of the backup is missing.", "备份中缺少此文件。"},
    words::Phrase{
        "is not what was backed up", "This file of the backup has been changed.",
        "备份中的此文件已被改动。"},
    words::Phrase{
        "is not in the manifest", "This file does not belong to the backup.",
        "此文件不属于该备份。"},
    words::Phrase{
        "--at takes a moment like {}, not {}", "--at takes a moment like {}, not “{}”.",
        "--at 须写成 {} 这样的时刻（UTC），不能是“{}”。"},
    words::Phrase{
        "--log-format takes text or json, not {}", "--log-format takes text or json, not “{}”.",
        "--log-format 须为 text 或 json，不能是“{}”。"},
    words::Phrase{
        "--store takes postgresql://HOST/DATABASE", "--store takes postgresql://HOST/DATABASE.",
        "--store 须写成 postgresql://主机/数据库。"},
    words::Phrase{
        "person add|list|reset|disable, see --help",
        "A word is missing: person add --unit UNIT --name NAME --post POST, person list, person "
        "reset NUMBER, person disable NUMBER.",
        "缺少内容：person add --unit 单位 --name 姓名 --post 岗位，person list，person reset "
        "工号，person "
        "disable 工号。"},
    words::Phrase{
        "authority takes roll or retire", "authority takes roll or retire, or nothing.",
        "authority 之后须为 roll 或 retire，或什么也不写。"},
    words::Phrase{
        "number, name and posts",
        "This person cannot be taken in: the number has at most 16 letters and digits, the name at "
        "most 60 bytes, and there is at least one post.",
        "无法登记此人员：工号最多 16 个字母或数字，姓名不超过 20 个汉字，至少有一个岗位。"},
    words::Phrase{
        "the number is taken: {}",
        "The number {} belongs to another person. Choose another (--number).",
        "工号 {} 已属于他人。请用 --number 另给一个。"},
    words::Phrase{
        "the two differ", "The two passwords differ. Try again.", "两次输入的密码不同，请重试。"},
    words::Phrase{
        "this key cannot be read: {}",
        "This key is damaged. server.key and server.pem may be removed: they are made anew. "
        "authority.key cannot: copy it from the last backup.",
        "此密钥文件已损坏。server.key 与 server.pem 可以删除，会重新生成；authority.key "
        "不可重新生成，请从最近的备份复制。"},
    words::Phrase{
        "one half of the authority is missing",
        "authority.pem and authority.key belong together, and one of them is missing. Copy both "
        "from "
        "the last backup.",
        "authority.pem 与 authority.key 缺少其一。请从最近的备份复制这两个文件。"},
    words::Phrase{
        "the operation's authority is another one: {}",
        "The operation has another authority. Copy authority.pem and authority.key from its first "
        "headquarters, and remove server.pem and server.key.",
        "此次行动的签发机构是另一个。请从第一台总值班台复制 authority.pem 与 authority.key，并删除 "
        "server.pem 与 server.key。"},
    words::Phrase{
        "the server runs without fsync or full_page_writes",
        "This PostgreSQL may lose what it has confirmed: fsync or full_page_writes is off. Switch "
        "both on.",
        "此 PostgreSQL 可能丢失已确认的内容：fsync 或 full_page_writes 被关闭。请把两者都打开。"},
    words::Phrase{
        "the log is in PostgreSQL: back it up with {}",
        "The log is in PostgreSQL: back it up with {}.", "日志在 PostgreSQL 中，请改用：{}。"},
};

// PostgreSQL has neither an owner of a folder nor a port of ours.
std::optional<std::string> ofPostgres(const Error& error, bool inChinese)
{
    const bool isPg = error.code == Code::StoreOpen && error.where.starts_with("postgresql://");
    return isPg ? words::lowLayer(error, inChinese) : std::nullopt;
}

std::optional<std::string> ownSentence(const Error& error, bool inChinese)
{
    auto own = words::spoken(kPhrases, error.detail, inChinese);
    return own ? own : words::spoken(words::commonPhrases(), error.detail, inChinese);
}

} // namespace

bool isChinese()
{
    return words::speaksChinese();
}

// Our own sentence says it all; a code's sentence is followed by the layer's English detail.
std::string sentence(const Error& error, bool inChinese)
{
    if (const auto own = ownSentence(error, inChinese)) {
        const bool isOption = error.where.starts_with("--");
        const std::string head = isOption ? error.where + " " + *own : *own;
        const std::string where = isOption || error.where.empty() ? "" : error.where + " ";
        return std::format("sanzhen-hq: {}\n  {}[{}]", head, where, codeName(error.code));
    }
    const auto it = std::ranges::find(kWords, error.code, &Words::code);
    const char* other = inChinese ? "未能完成。" : "It could not be done.";
    const std::string out = ofPostgres(error, inChinese)
                                .value_or(
                                    it == kWords.end() ? other
                                    : inChinese        ? it->zh
                                                       : it->en);
    const std::string where = error.where.empty() ? "" : error.where + ": ";
    return std::format(
        "sanzhen-hq: {}\n  {}{} [{}]", out, where, error.detail, codeName(error.code));
}

std::string usage(bool inChinese)
{
    static constexpr auto kEnglish = R"(sanzhen-hq: headquarters of one operation

  sanzhen-hq serve --data DIR --plan DIR [--listen 127.0.0.1:0] [--operation ID] [--sample FILE [--language zh_CN|en]] [--linger SECONDS] [--at 2019-10-17T06:23:07Z] [--store postgresql://HOST/DATABASE] [--metrics 127.0.0.1:9464] [--log-format text|json]
      serves the desks; prints "listening HOST:PORT" when ready; SIGTERM ends it in order
      with --store any number of headquarters share one database; copy authority.pem, authority.key and log.key of the first
      --metrics answers /healthz, /readyz and /metrics over plain HTTP: keep it on loopback
  sanzhen-hq enrol-code --data DIR --unit D05 [--minutes 15] [--address HOST:PORT]
      prints a one-time code that makes one desk of the unit, and (stderr) the slip for whoever types it there: address,
      code, fingerprint, and a line to paste; --address: how that desk reaches this headquarters
  sanzhen-hq desks --data DIR
  sanzhen-hq person add --data DIR --unit D05 --name 张三 --post D05-desk [--number 1001] [--pinyin zhangsan]
             [--initials zs] [--ask]
      a duty person; prints the number and a start password that must be changed at the first sign-on (--ask: reads a
      password from the terminal or stdin). From the first person of a unit on its desks ask for a sign-on.
  sanzhen-hq person list|reset NUMBER|disable NUMBER --data DIR
      reset: a new password, every lock falls; disable: nothing the person does is accepted any more
  sanzhen-hq revoke --data DIR DESK
      ends a desk's connection and lets it in no more
  sanzhen-hq authority --data DIR [roll|retire]
      shows who signs certificates and whom headquarters trusts; "roll" makes the next authority, the former stays trusted;
      "retire" ends that: do it when every desk has connected since. Copy the authority.* files to other headquarters
  sanzhen-hq backup --data DIR --out NEW_DIR [--plan DIR]
      copies log, keys and plan while headquarters works; `sanzhenctl backup verify NEW_DIR` proves it by restoring
  sanzhen-hq restore --from BACKUP --data NEW_DIR [--store postgresql://HOST/EMPTY_DATABASE]
      makes it headquarters again, whichever store it was taken from; then serve NEW_DIR with --plan BACKUP/plan
  (enrol-code, desks, revoke, backup: add --store when nobody serves a folder whose log is in PostgreSQL)
)";
    static constexpr auto kChinese = R"(sanzhen-hq：一次行动的总值班台

  sanzhen-hq serve --data 文件夹 --plan 预案文件夹 [--listen 127.0.0.1:0] [--operation 代号] [--sample 文件 [--language zh_CN|en]] [--linger 秒] [--at 2019-10-17T06:23:07Z] [--store postgresql://主机/数据库] [--metrics 127.0.0.1:9464] [--log-format text|json]
      为各席位提供服务；就绪后打印 “listening 主机:端口”；用 SIGTERM 有序结束
      使用 --store 时可由任意多个总值班台共用一个数据库；请复制第一台的 authority.pem、authority.key 与 log.key
      --metrics 以普通 HTTP 提供 /healthz、/readyz、/metrics：请只绑定本机地址
  sanzhen-hq enrol-code --data 文件夹 --unit D05 [--minutes 15] [--address 主机:端口]
      打印一次性登记码，可为该单位登记一个席位；并（在 stderr）打印登记单：地址、登记码、指纹和可粘贴的一行；
      --address：该席位连接本总值班台所用的地址
  sanzhen-hq desks --data 文件夹
  sanzhen-hq person add --data 文件夹 --unit D05 --name 张三 --post D05-desk [--number 1001] [--pinyin zhangsan]
             [--initials zs] [--ask]
      登记值班人员；打印工号和首次签到必须更改的初始密码（--ask：从终端或标准输入读取密码）。
      单位有了第一个人员，其席位即须签到。
  sanzhen-hq person list|reset 工号|disable 工号 --data 文件夹
      reset：新密码并解除锁定；disable：此后该人员的一切操作均不受理
  sanzhen-hq revoke --data 文件夹 席位
      断开席位并不再准许接入
  sanzhen-hq authority --data 文件夹 [roll|retire]
      显示由谁签发证书、信任哪些机构；roll 建立下一个签发机构，原机构继续受信任；
      retire 停止信任原机构：请在全部席位都重新连接过之后进行。有多台总值班台时，请把 authority.* 各文件复制过去
  sanzhen-hq backup --data 文件夹 --out 新文件夹 [--plan 预案文件夹]
      在总值班台工作时备份日志、密钥与预案；用 sanzhenctl backup verify 新文件夹 实际恢复以验证
  sanzhen-hq restore --from 备份 --data 新文件夹 [--store postgresql://主机/空数据库]
      用备份恢复总值班台，不论备份来自哪种存储；之后用 serve 启动新文件夹，并加 --plan 备份/plan
  （日志在 PostgreSQL 而无人值守该文件夹时，enrol-code、desks、revoke、backup 须加 --store）
)";
    return inChinese ? kChinese : kEnglish;
}

} // namespace sz::headquarters
