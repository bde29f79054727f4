// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-verify: 0 proven, 1 not, 2 not understood.
#include "app/verify/Verify.h"

#include <cstdlib>
#include <iostream>

namespace {

using namespace verify;

constexpr auto kEnglish =
    R"(sanzhen-verify --key KEY [--witness KEY]... [--language en|zh_CN] COMMAND

  proof FILE.tlog-proof RECORD [ENTRY]   that one entry stands in the signed log; ENTRY: its own bytes
  folder DIR [OLDER-CHECKPOINT]          that a copied log is what was signed, and continues an older checkpoint

KEY is the public key, "name+id+base64", or a file with it: take it from paper, not from the folder you check.
Every --witness must have cosigned. Exit code: 0 proven, 1 not proven, 2 not understood.
)";
constexpr auto kChinese =
    R"(sanzhen-verify --key 公钥 [--witness 公钥]... [--language en|zh_CN] 命令

  proof 文件.tlog-proof 记录 [条目]   验证一条记录确在已签名的日志中；条目：其原始字节
  folder 文件夹 [旧检查点]            验证整份日志副本与签名一致，并且是旧检查点的延续

公钥形如 “名称+编号+base64”，或含有它的文件：应取自纸面，不要取自被查的文件夹。
每个 --witness 都必须已会签。退出码：0 已证实，1 未证实，2 命令有误。
)";

struct Call
{
    std::vector<std::string> words;
    std::string key;
    std::vector<std::string> witnesses;
    bool isChinese = false;
    bool isHelp = false;
    std::string wrong; ///< the first word that is not understood; empty: none
    bool isWhole = false;
};

bool speaksChinese()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("zh");
        }
    }
    return false;
}

// Takes the value of an option; false: no such option.
bool take(Call& call, const std::string& option, const std::string& value)
{
    if (option == "--key") {
        call.key = value;
    } else if (option == "--witness") {
        call.witnesses.push_back(value);
    } else if (option == "--language" && (value == "en" || value.starts_with("zh"))) {
        call.isChinese = value.starts_with("zh");
    } else {
        return false;
    }
    return true;
}

Call parse(const std::vector<std::string>& args)
{
    Call call;
    call.isChinese = speaksChinese();
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string& arg = args[i];
        if (!arg.starts_with("--")) {
            call.words.push_back(arg);
        } else if (arg == "--help") {
            call.isHelp = true;
        } else {
            const std::string value = i + 1 < args.size() ? args[++i] : "";
            const bool isTaken = !value.empty() && take(call, arg, value);
            call.wrong = isTaken || !call.wrong.empty() ? call.wrong : arg;
        }
    }
    const std::size_t count = call.words.size();
    const std::string command = count == 0 ? "" : call.words[0];
    if (call.wrong.empty() && command != "proof" && command != "folder") {
        call.wrong = command;
    }
    const bool hasAll = command == "proof" ? count >= 3 && count <= 4 : count >= 2 && count <= 3;
    call.isWhole = call.wrong.empty() && !call.key.empty() && hasAll;
    return call;
}

void printMisuse(const Call& call)
{
    if (!call.wrong.empty()) {
        std::cerr
            << (call.isChinese ? "sanzhen-verify：无法理解“" + call.wrong + "”\n\n"
                               : "sanzhen-verify: not understood: " + call.wrong + "\n\n");
    } else if (!call.words.empty()) {
        std::cerr
            << (call.isChinese ? "sanzhen-verify：缺少 --key 或文件，或多出了内容\n\n"
                               : "sanzhen-verify: --key or a file is missing, or there is a word "
                                 "too many\n\n");
    }
    std::cerr << (call.isChinese ? kChinese : kEnglish);
}

Head run(const Call& call)
{
    Trust trust{readKey(call.key), {}};
    for (const std::string& witness : call.witnesses) {
        trust.witnesses.push_back(readKey(witness));
    }
    const auto& words = call.words;
    if (words[0] == "folder") {
        return checkFolder(words[1], words.size() > 2 ? readFile(words[2]) : "", trust);
    }
    const std::string record = readFile(words[2]);
    const std::string entry = words.size() > 3 ? readFile(words[3]) : "";
    const Head head =
        checkProof(readPacked(words[1]), record, words.size() > 3 ? &entry : nullptr, trust);
    std::cout << record;
    return head;
}

} // namespace

int main(int argc, char** argv)
{
    const Call call = parse({argv + 1, argv + argc});
    if (call.isHelp) {
        std::cout << (call.isChinese ? kChinese : kEnglish);
        return 0;
    }
    if (!call.isWhole) {
        printMisuse(call);
        return 2;
    }
    try {
        const Head head = run(call);
        const std::string size = std::to_string(head.size);
        std::cout
            << (call.isChinese
                    ? "已证实：日志 " + head.origin + "，签名时共 " + size + " 条\n"
                    : "proven: log " + head.origin + ", signed at " + size + " entries\n");
        return 0;
    } catch (const Refusal& refusal) {
        std::cerr
            << (call.isChinese ? "未证实：" + refusal.chinese
                               : std::string("NOT proven: ") + refusal.what())
            << '\n';
    } catch (const std::exception& e) {
        std::cerr << (call.isChinese ? "未证实：" : "NOT proven: ") << e.what() << '\n';
    }
    return 1;
}
