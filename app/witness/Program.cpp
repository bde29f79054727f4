// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/witness/Program.h"

#include "app/witness/Http.h"
#include "app/witness/Submission.h"
#include "app/words/Numbers.h"
#include "app/words/OptionWords.h"
#include "app/words/Phrases.h"
#include "data/proof/Files.h"

#include <boost/program_options.hpp>

#include <csignal>
#include <cstdio>
#include <print>

namespace sz::witness {
namespace {

namespace po = boost::program_options;
using Words = std::vector<std::string>;

constexpr auto kEnglish =
    R"(sanzhen-witness: cosigns a log's checkpoints when they continue those before

  sanzhen-witness key --data DIR --name NAME
      makes the witness's key and prints the public one
  sanzhen-witness serve --data DIR --name NAME --log KEY [--log KEY]... [--listen 127.0.0.1:0]
      answers POST /add-checkpoint; prints "listening HOST:PORT" when ready; SIGTERM ends it
  sanzhen-witness submit --tlog DIR --to http://HOST:PORT --witness KEY
      headquarters' side: asks a witness and keeps its line in DIR/cosigned

KEY: "name+id+base64", or a file with it.
)";
constexpr auto kChinese = R"(sanzhen-witness：见证日志，只会签延续旧检查点的新检查点

  sanzhen-witness key --data 文件夹 --name 名称
      生成见证方密钥并打印公钥
  sanzhen-witness serve --data 文件夹 --name 名称 --log 公钥 [--log 公钥]... [--listen 127.0.0.1:0]
      应答 POST /add-checkpoint；就绪后打印 “listening 主机:端口”；用 SIGTERM 结束
  sanzhen-witness submit --tlog 文件夹 --to http://主机:端口 --witness 公钥
      总值班台一方：请见证方会签，并存入 文件夹/cosigned

公钥：“名称+编号+base64”，或含有它的文件。
)";

using words::speaksChinese;

// What stands between the program's name and the place; a common phrase says all, a low layer's detail follows.
std::string sentence(const Error& error)
{
    const bool zh = speaksChinese();
    switch (error.code) {
    case Code::StoreLocked:
        return zh ? "另一个见证程序正在使用此文件夹。" : "Another witness works on this folder.";
    case Code::BadCertificate:
        return zh ? "此文件夹的密钥属于别的见证方或无法读取。"
                  : "The key in this folder is another witness's or cannot be read.";
    case Code::PortTaken:
        return zh ? "端口已被占用，请用 --listen 换一个。"
                  : "The port is taken; choose another (--listen).";
    case Code::BadChain:
        return zh ? "见证方所知的历史与此日志不同：请立即检查日志（sanzhenctl log verify）。"
                  : "The witness knows another history than this log: examine it now (sanzhenctl "
                    "log verify).";
    case Code::LinkDown:
        return zh ? "无法连接见证方。" : "The witness cannot be reached.";
    case Code::NotFound:
        return zh ? "这里还没有已签名的检查点。" : "Nothing has been signed here yet.";
    default:
        return words::lowLayer(error, zh).value_or(zh ? "未能完成。" : "It could not be done.");
    }
}

po::variables_map parse(const Words& arguments, const po::options_description& known)
{
    po::variables_map options;
    po::store(po::command_line_parser(arguments).options(known).positional({}).run(), options);
    po::notify(options);
    return options;
}

Result<proof::VerifierKey> readKey(const std::string& textOrFile)
{
    const auto file = proof::readWhole(textOrFile, 4096);
    std::string text = file ? std::string(textOf(*file)) : textOrFile;
    text.erase(text.find_last_not_of("\r\n ") + 1);
    return proof::VerifierKey::parse(text).transform_error([&](Error why) {
        why.where = textOrFile.substr(0, 80);
        return why;
    });
}

Result<void> runKey(const Words& arguments)
{
    std::string data;
    std::string name;
    po::options_description known;
    known.add_options()("data", po::value(&data)->required())("name", po::value(&name)->required());
    parse(arguments, known);
    return openKey(data, name).transform([](const proof::Signer& signer) {
        std::println("{}", signer.verifier().text());
    });
}

Result<std::vector<proof::VerifierKey>> readKeys(const Words& texts)
{
    std::vector<proof::VerifierKey> out;
    for (const std::string& text : texts) {
        auto key = readKey(text);
        if (!key) {
            return std::unexpected(key.error());
        }
        out.push_back(std::move(*key));
    }
    return out;
}

Result<void> serveAt(Witness& witness, const words::HostPort& at)
{
    return HttpServer::listen(
               at.host, at.port, [&](std::string_view body) { return witness.addCheckpoint(body); })
        .transform([&](const auto& server) {
            std::println("listening {}:{}", at.host, server->port());
            std::fflush(stdout);
            server->run();
        });
}

Result<void> runServe(const Words& arguments)
{
    std::string data;
    std::string name;
    std::string listen;
    Words logs;
    po::options_description known;
    known.add_options()("data", po::value(&data)->required())("name", po::value(&name)->required())(
        "log",
        po::value(&logs)->required())("listen", po::value(&listen)->default_value("127.0.0.1:0"));
    parse(arguments, known);
    const SystemClock clock;
    const auto at = words::readHostPort("--listen", listen);
    if (!at) {
        return std::unexpected(at.error());
    }
    return readKeys(logs)
        .and_then([&](auto keys) { return Witness::open(data, name, std::move(keys), clock); })
        .and_then([&](Witness witness) { return serveAt(witness, *at); });
}

Result<void> runSubmit(const Words& arguments)
{
    std::string tlog;
    std::string to;
    std::string witness;
    po::options_description known;
    known.add_options()("tlog", po::value(&tlog)->required())("to", po::value(&to)->required())(
        "witness", po::value(&witness)->required());
    parse(arguments, known);
    return readKey(witness)
        .and_then([&](const proof::VerifierKey& key) {
            return submit(tlog, key, [&](const std::string& body) { return post(to, body); });
        })
        .transform([](Instant at) {
            std::println("cosigned {:%FT%T}Z", std::chrono::floor<std::chrono::seconds>(at));
        });
}

Result<void> dispatch(const std::string& command, const Words& arguments)
{
    if (command == "key") {
        return runKey(arguments);
    }
    if (command == "serve") {
        return runServe(arguments);
    }
    if (command == "submit") {
        return runSubmit(arguments);
    }
    throw words::UnknownCommand(command);
}

void tell(const Error& error)
{
    const auto& [code, detail, where] = error;
    if (const auto own = words::spoken(words::commonPhrases(), detail, speaksChinese())) {
        std::println(stderr, "sanzhen-witness: {} {} [{}]", where, *own, codeName(code));
        return;
    }
    std::println(
        stderr, "sanzhen-witness: {}\n  {}{}{} [{}]", sentence(error), where,
        where.empty() ? "" : ": ", detail, codeName(code));
}

} // namespace

int run(const Words& arguments)
{
    std::signal(SIGPIPE, SIG_IGN);
    const char* const usage = speaksChinese() ? kChinese : kEnglish;
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        std::print("{}", usage);
        return arguments.empty() ? 2 : 0;
    }
    try {
        const auto done = dispatch(arguments[0], {arguments.begin() + 1, arguments.end()});
        if (!done) {
            tell(done.error());
        }
        return done ? 0 : 1;
    } catch (const po::error& e) {
        std::print(stderr, "sanzhen-witness: {}\n\n{}", words::inWords(e, speaksChinese()), usage);
        return 2;
    }
}

} // namespace sz::witness
