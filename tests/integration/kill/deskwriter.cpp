// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-deskwriter PROFILE PLAN PORT PREFIX: a desk that reports and promises without end, to be killed. On stdout: "try TEXT"
// before each act, then "INCIDENT TEXT" for a report called saved, "promise TEXT" for a promise, "no TEXT" for what was
// refused; "open" when it may begin, "fault CODE" when the screen says that nothing can be saved any more.
#include "data/desk/Desk.h"
#include "data/desk/OnResult.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace {

using namespace sz;

model::ReportIncident report(const plan::Plan& plan, const std::string& title)
{
    model::ReportIncident r;
    r.title = title;
    r.kind = plan.kinds.front().code;
    r.grade = plan::Grade::IV;
    r.place.area = 24;
    r.place.district = UnitCode("D05");
    r.place.text = "路口";
    r.receivedAt = SystemClock().now();
    return r;
}

// At once: what is said must stand in the pipe before whatever happens next.
void say(const std::string& what, const std::string& of)
{
    std::printf("%s %s\n", what.c_str(), of.c_str());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc != 5) {
        return 2;
    }
    auto profile = desk::loadProfile(argv[1]);
    auto loaded = plan::loadPlan(argv[2]);
    if (!profile || !loaded) {
        return 3;
    }
    const SystemClock clock;
    desk::Desk::Options options;
    options.profile = std::move(*profile);
    options.profile.headquarters = {"127.0.0.1", static_cast<std::uint16_t>(std::atoi(argv[3]))};
    options.plan = std::make_shared<const plan::Plan>(std::move(loaded->plan));
    options.clock = &clock;
    desk::Desk desk(std::move(options));
    QObject::connect(&desk, &desk::Desk::openFailed, [](const Error& e) {
        std::fprintf(stderr, "deskwriter: %s %s\n", codeName(e.code), e.detail.c_str());
        std::_Exit(4);
    });
    int count = 0;
    std::function<void()> write = [&] {
        const std::string title = std::string(argv[4]) + "-" + std::to_string(++count);
        const bool isPromise = count % 3 == 0;
        say("try", title);
        const auto told = [&write, &app, title, isPromise](const Result<desk::Receipt>& result) {
            if (result) {
                say(isPromise ? "promise" : result->incident.value, title);
                write();
            } else { // as a person would, who has been refused
                say("no", title);
                QTimer::singleShot(5, &app, write);
            }
        };
        auto done = isPromise
                        ? desk.performShift(model::MakePromise{UnitCode("D05"), title, {}, {}})
                        : desk.perform({}, report(desk.plan(), title));
        desk::onResult(&desk, std::move(done), told);
    };
    QObject::connect(&desk, &desk::Desk::opened, [&] {
        std::printf("open\n");
        std::fflush(stdout);
        write();
    });
    QObject::connect(
        &desk, &desk::Desk::linkChanged, [isTold = false](const desk::LinkStatus& status) mutable {
            if (status.storeFault && !isTold) {
                isTold = true;
                say("fault", codeName(*status.storeFault));
            }
        });
    desk.start();
    return QCoreApplication::exec();
}
