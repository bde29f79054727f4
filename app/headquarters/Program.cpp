// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headquarters/Program.h"

#include "app/headquarters/Administration.h"
#include "app/headquarters/AdminLog.h"
#include "app/headquarters/AdminSocket.h"
#include "app/headquarters/Authorities.h"
#include "app/headquarters/Folder.h"
#include "app/headquarters/PersonCommand.h"
#include "app/headquarters/Sentences.h"
#include "app/headquarters/Serving.h"
#include "app/headquarters/Slip.h"
#include "app/words/Numbers.h"
#include "app/words/OptionWords.h"
#include "data/hq/Restore.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgSecret.h"

#include <boost/program_options.hpp>

#include <csignal>
#include <print>
#include <sstream>

namespace sz::headquarters {
namespace {

namespace po = boost::program_options;

constexpr int kFailed = 1;
constexpr int kNotUnderstood = 2;
constexpr std::uint64_t kLongestLinger = 10ULL * 365 * 24 * 3600; ///< seconds

using Options = po::variables_map;

Options parse(
    const std::vector<std::string>& arguments,
    const po::options_description& known,
    const char* rest = nullptr)
{
    po::positional_options_description positional;
    if (rest != nullptr) {
        positional.add(rest, 1);
    }
    Options options;
    po::store(
        po::command_line_parser(arguments).options(known).positional(positional).run(), options);
    po::notify(options);
    return options;
}

// A path as an option would end at its first blank.
po::typed_value<std::string>* pathValue(std::filesystem::path& to)
{
    return po::value<std::string>()->notifier([&to](const std::string& text) { to = text; });
}

Result<net::Endpoint> readEndpoint(const std::string& option, const std::string& text)
{
    return words::readHostPort(option, text).transform([](words::HostPort at) {
        return net::Endpoint{std::move(at.host), at.port};
    });
}

// UTC only: "2019-10-17T06:23:07Z".
Result<Instant> readMoment(const std::string& text)
{
    std::istringstream in(text);
    std::chrono::sys_seconds moment;
    in >> std::chrono::parse("%Y-%m-%dT%H:%M:%SZ", moment);
    if (in.fail()) {
        return fail(
            Code::BadArgument, "--at takes a moment like 2019-10-17T06:23:07Z, not " + text);
    }
    return Instant(moment);
}

// How the running one is watched: --metrics and --log-format.
Result<void> readWatching(const Options& options, ServeSpec& spec)
{
    const auto format = options["log-format"].as<std::string>();
    if (format != "text" && format != "json") {
        return fail(Code::BadArgument, "--log-format takes text or json, not " + format);
    }
    spec.logFormat = format == "json" ? LogFormat::Json : LogFormat::Text;
    if (!options.contains("metrics")) {
        return {};
    }
    return readEndpoint("--metrics", options["metrics"].as<std::string>())
        .transform([&](const net::Endpoint& at) { spec.metrics = at; });
}

Result<void> runServe(const std::vector<std::string>& arguments)
{
    ServeSpec spec;
    std::string listen;
    po::options_description known;
    known.add_options()("data", pathValue(spec.data)->required())(
        "plan", pathValue(spec.plan)->required())(
        "listen",
        po::value(&listen)->default_value("127.0.0.1:0"))("operation", po::value(&spec.operation))(
        "store", po::value(&spec.store))("metrics", po::value<std::string>())(
        "log-format", po::value<std::string>()->default_value("text"))(
        "sample", pathValue(spec.sample))("linger", po::value<std::string>())(
        "language", po::value<std::string>())("at", po::value<std::string>());
    const Options options = parse(arguments, known);
    if (options.contains("linger")) {
        const auto seconds =
            words::readNumber("--linger", options["linger"].as<std::string>(), 0, kLongestLinger);
        if (!seconds) {
            return std::unexpected(seconds.error());
        }
        spec.linger = std::chrono::seconds(*seconds);
    }
    spec.isChinese = isChinese();
    spec.isSampleChinese = options.contains("language")
                               ? options["language"].as<std::string>() == "zh_CN"
                               : spec.isChinese;
    if (options.contains("at")) {
        auto moment = readMoment(options["at"].as<std::string>());
        if (!moment) {
            return std::unexpected(moment.error());
        }
        spec.standsAt = *moment;
    }
    return readEndpoint("--listen", listen)
        .transform([&](const net::Endpoint& at) { spec.listen = at; })
        .and_then([&] { return readWatching(options, spec); })
        .and_then([&] { return serve(spec); });
}

/// Where a headquarters keeps its things.
struct Place
{
    std::filesystem::path data;
    std::string store;

    void addTo(po::options_description& known)
    {
        known.add_options()("data", pathValue(data)->required())("store", po::value(&store));
    }
};

Result<std::string>
administerAsleep(store::HqLog& log, const std::vector<std::string>& words, const Clock& clock)
{
    auto done = isAboutPeople(words) ? performOnPeople(words, peopleOf(log, clock))
                                     : perform(words, administrationOf(log, clock));
    const auto line = adminLine(words, done);
    const auto kept = line ? keepLine(log, *line, clock.now()) : Result<void>{};
    return done && !kept ? std::unexpected(kept.error()) : done;
}

// Through the running headquarters, or straight on the folder when there is none.
Result<std::string> ask(const Place& at, const std::vector<std::string>& words)
{
    const auto& [folder, store] = at;
    auto answer = askRunning(folder, words);
    if (!answer) {
        const SystemClock clock;
        if (store.empty() && !std::filesystem::exists(folder / "hq.db")) {
            return fail(Code::StoreOpen, "nothing has been served from here yet", folder.string());
        }
        answer =
            store::openHqLog(folder, store).and_then([&](const std::unique_ptr<store::HqLog>& log) {
                return administerAsleep(*log, words, clock);
            });
    }
    return *answer;
}

Result<void> administer(const Place& at, const std::vector<std::string>& words)
{
    return ask(at, words).transform([](const std::string& text) { std::print("{}", text); });
}

Result<void> runEnrolCode(const std::vector<std::string>& arguments)
{
    Place at;
    std::string unit;
    std::string minutes; // read where the code is made
    std::string address;
    po::options_description known;
    at.addTo(known);
    known.add_options()("unit", po::value(&unit)->required())(
        "minutes", po::value(&minutes)->default_value("15"))("address", po::value(&address));
    parse(arguments, known);
    if (const auto wrong =
            address.empty() ? Result<net::Endpoint>() : readEndpoint("--address", address);
        !wrong) { // before there is a code
        return std::unexpected(wrong.error());
    }
    return ask(at, {"enrol-code", unit, minutes})
        .and_then([&](const std::string& code) {
            std::print("{}", code); // alone, for scripts; the slip is for people
            const auto line = code.substr(0, code.find('\n'));
            return slipText({at.data, unit, line, minutes, address}, isChinese());
        })
        .transform([](const std::string& slip) { std::print(stderr, "{}", slip); });
}

Result<void> runDesks(const std::vector<std::string>& arguments)
{
    Place at;
    po::options_description known;
    at.addTo(known);
    parse(arguments, known);
    return administer(at, {"desks"});
}

Result<void> runRevoke(const std::vector<std::string>& arguments)
{
    Place at;
    std::string desk;
    po::options_description known;
    at.addTo(known);
    known.add_options()("desk", po::value(&desk));
    parse(arguments, known, "desk");
    if (desk.empty()) {
        throw words::MissingWord(
            "revoke needs the desk: sanzhen-hq revoke --data DIR DESK; `sanzhen-hq desks` lists "
            "them",
            "revoke 须写明席位：sanzhen-hq revoke --data 文件夹 席位；席位用 sanzhen-hq desks "
            "查看");
    }
    return administer(at, {"revoke", desk});
}

// On a folder that nobody serves the log is opened for its lock, and to know the new one.
Result<std::string> changeAuthority(const Place& at, const std::vector<std::string>& words)
{
    if (!std::filesystem::exists(at.data / "authority.pem")) {
        return fail(Code::StoreOpen, "nothing has been served from here yet", at.data.string());
    }
    const Instant now = SystemClock().now();
    return store::openHqLog(at.data, at.store)
        .and_then([&](const std::unique_ptr<store::HqLog>& log) {
            return log->meta("operation").and_then([&](const std::optional<std::string>& name) {
                return finishRoll(at.data)
                    .and_then(
                        [&] { return performAuthority(words, at.data, name.value_or(""), now); })
                    .and_then([&](std::string text) {
                        return openIdentities(at.data, name.value_or(""), now)
                            .and_then([&](const Identities& own) {
                                return checkAuthority(*log, own.authority);
                            })
                            .transform([&] { return text; });
                    });
            });
        });
}

Result<void> runAuthority(const std::vector<std::string>& arguments)
{
    Place at;
    std::string verb;
    po::options_description known;
    at.addTo(known);
    known.add_options()("verb", po::value(&verb));
    parse(arguments, known, "verb");
    std::vector<std::string> words{"authority"};
    if (!verb.empty()) {
        words.push_back(verb);
    }
    const auto asked = askRunning(at.data, words);
    return (asked ? *asked : changeAuthority(at, words)).transform([](const std::string& text) {
        std::print("{}", text);
    });
}

// The running headquarters takes it while it works; a folder that nobody serves is opened for it.
Result<void> runBackup(const std::vector<std::string>& arguments)
{
    constexpr std::chrono::hours kPatience{6};
    Place at;
    std::string out;
    std::filesystem::path plan;
    po::options_description known;
    at.addTo(known);
    known.add_options()("out", po::value(&out)->required())("plan", pathValue(plan));
    parse(arguments, known);
    out = std::filesystem::absolute(out).lexically_normal().string();
    auto answer = askRunning(at.data, {"backup", out}, kPatience);
    if (!answer) {
        answer = store::openHqLog(at.data, at.store)
                     .and_then([&](const std::unique_ptr<store::HqLog>& log) {
                         return backUp(*log, {at.data, plan, out});
                     });
    }
    return answer->transform([](const std::string& text) { std::print("{}", text); });
}

Result<void> runRestore(const std::vector<std::string>& arguments)
{
    Place at;
    std::filesystem::path from;
    po::options_description known;
    at.addTo(known);
    known.add_options()("from", pathValue(from)->required());
    parse(arguments, known);
    const auto data = std::filesystem::absolute(at.data).lexically_normal();
    return hq::restoreBackup({from, data, at.store}).transform([&](const auto& manifest) {
        std::print("{}", backupLine(data, manifest));
    });
}

// person add|list|reset|disable
Result<void> runPerson(const std::vector<std::string>& arguments)
{
    Place at;
    PersonCall call;
    po::options_description known;
    at.addTo(known);
    known.add_options()("verb", po::value(&call.verb))("person", po::value(&call.number))(
        "unit", po::value(&call.unit))("name", po::value(&call.name))(
        "post", po::value(&call.posts)->composing())("number", po::value(&call.number))(
        "pinyin", po::value(&call.pinyin))("initials", po::value(&call.initials))(
        "ask", po::bool_switch(&call.isAsked));
    po::positional_options_description positional;
    positional.add("verb", 1).add("person", 1);
    Options options;
    po::store(
        po::command_line_parser(arguments).options(known).positional(positional).run(), options);
    po::notify(options);
    auto prepared = prepare(call, isChinese());
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    return administer(at, prepared->words).transform([&] {
        if (!prepared->startSecret.empty()) {
            std::println("{}", prepared->startSecret);
        }
    });
}

Result<void> dispatch(const std::string& command, const std::vector<std::string>& arguments)
{
    if (command == "serve") {
        return runServe(arguments);
    }
    if (command == "enrol-code") {
        return runEnrolCode(arguments);
    }
    if (command == "desks") {
        return runDesks(arguments);
    }
    if (command == "person") {
        return runPerson(arguments);
    }
    if (command == "revoke") {
        return runRevoke(arguments);
    }
    if (command == "authority") {
        return runAuthority(arguments);
    }
    if (command == "backup") {
        return runBackup(arguments);
    }
    if (command == "restore") {
        return runRestore(arguments);
    }
    throw words::UnknownCommand(command);
}

} // namespace

int run(const std::vector<std::string>& arguments)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        std::print("{}", usage(isChinese()));
        return arguments.empty() ? kNotUnderstood : 0;
    }
    try {
        const auto done = store::checkNoPassword(arguments).and_then(
            [&] { return dispatch(arguments[0], {arguments.begin() + 1, arguments.end()}); });
        if (!done) {
            std::println(stderr, "{}", sentence(done.error(), isChinese()));
        }
        return done ? 0 : kFailed;
    } catch (const po::error& e) {
        std::print(
            stderr, "sanzhen-hq: {}\n\n{}", words::inWords(e, isChinese()), usage(isChinese()));
        return kNotUnderstood;
    }
}

} // namespace sz::headquarters
