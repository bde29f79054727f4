// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of sanzhen-parser: a child that has been taken over, or is broken. What it does is the file's ending.
#include "data/confine/Frames.h"
#include "data/confine/Serve.h"
#include "data/layers/child/LayerFrames.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace sz;

namespace {

void frame(const confine::Out& out, layers::LayerFrame kind, log::Value content)
{
    log::Fields fields;
    fields.emplace(0, static_cast<std::int64_t>(kind));
    fields.emplace(1, std::move(content));
    Bytes bytes;
    confine::writeFrame(bytes, log::encode(fields));
    out(bytes);
}

void done(const confine::Out& out)
{
    layers::LayerFrameWriter writer(out);
    layers::LayerSummary summary;
    summary.format = layers::Format::GeoJson;
    writer.done(summary);
}

/// What the kernel answered, on stderr, which the parent keeps.
void say(const char* what, bool isDone)
{
    const std::string line =
        std::string(what)
        + (isDone ? ": done\n" : ": " + std::string(strerrorname_np(errno)) + "\n");
    [[maybe_unused]] const auto put = ::write(STDERR_FILENO, line.data(), line.size());
}

void tryFiles(const confine::Out& out)
{
    say("write", ::open("/tmp/sanzhen-badparser", O_WRONLY | O_CREAT, 0600) >= 0);
    say("read", ::open("/etc/passwd", O_RDONLY) >= 0);
    say("folder", ::mkdir("/tmp/sanzhen-badparser.d", 0700) == 0);
    say("remove", ::unlink("/tmp/sanzhen-badparser-victim") == 0);
    say("input", ::ftruncate(confine::kFirstFile, 0) == 0);
    say("program", ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                       != MAP_FAILED);
    done(out);
}

void takeMemory(const confine::Out&)
{
    std::vector<std::vector<char>> held;
    for (;;) {
        held.emplace_back(std::size_t{16} << 20U, 'x');
    }
}

void connectOut(const confine::Out&)
{
    say("socket", ::socket(AF_INET, SOCK_STREAM, 0) >= 0);
}

void startProgram(const confine::Out&)
{
    char name[] = "/bin/true";
    char* const words[] = {name, nullptr};
    ::execv(name, words);
}

void killParent(const confine::Out&)
{
    ::kill(::getppid(), SIGTERM);
}

[[noreturn]] void spin(const confine::Out&)
{
    volatile unsigned n = 0;
    for (;;) {
        const unsigned now = n;
        n = now + 1;
    }
}

[[noreturn]] void sleepOn(const confine::Out&)
{
    for (;;) {
        ::sleep(1000);
    }
}

/// It only says that it works.
[[noreturn]] void sayTheSame(const confine::Out& out)
{
    for (;;) {
        frame(out, layers::LayerFrame::Progress, std::int64_t{1});
    }
}

void garbage(const confine::Out& out)
{
    Bytes bytes;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(i * 2654435761U >> 13U));
    }
    out(bytes);
}

void longFrame(const confine::Out& out)
{
    out(Bytes{0xFF, 0xFF, 0xFF, 0x7F});
    Bytes more(std::size_t{1} << 20U, 0x80);
    for (int i = 0; i < 4000; ++i) {
        out(more);
    }
}

/// A frame of the largest size, of nothing but empty lists: what a decoder makes of it is many times that.
void manyItems(const confine::Out& out)
{
    Bytes frame{0xA2, 0x00, 0x05, 0x01, 0x9A};
    const std::uint32_t count = confine::kMostFrame - 16;
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        frame.push_back(static_cast<std::uint8_t>(count >> (shift - 8)));
    }
    frame.resize(frame.size() + count, 0x80);
    for (int i = 0; i < 200; ++i) {
        Bytes bytes;
        confine::writeFrame(bytes, frame);
        out(bytes);
    }
}

[[noreturn]] void endlessNames(const confine::Out& out)
{
    for (;;) {
        log::Array names;
        names.emplace_back(std::string(200, 'n'));
        frame(out, layers::LayerFrame::Names, std::move(names));
    }
}

void crash(const confine::Out&)
{
    ::raise(SIGSEGV);
}

using Deed = void (*)(const confine::Out&);

const std::map<std::string, Deed>& deeds()
{
    static const std::map<std::string, Deed> kDeeds{
        {".files", tryFiles},
        {".memory", takeMemory},
        {".socket", connectOut},
        {".exec", startProgram},
        {".fork", [](const confine::Out&) { say("fork", ::fork() >= 0); }},
        {".kill", killParent},
        {".spin", spin},
        {".sleep", sleepOn},
        {".same", sayTheSame},
        {".garbage", garbage},
        {".long", longFrame},
        {".items", manyItems},
        {".names", endlessNames},
        {".crash", crash},
        {".abort", [](const confine::Out&) { std::abort(); }},
        {".quiet", [](const confine::Out&) {}},
        {".twice",
         [](const confine::Out& out) {
             done(out);
             done(out);
         }},
        {".half",
         [](const confine::Out& out) {
             done(out);
             out(Bytes{0x10, 0x00, 0x00, 0x00, 0xA1});
         }},
        {".good", done}};
    return kDeeds;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string ending = argc > 3 ? argv[3] : "";
    if (ending == ".mute") {
        ::sleep(1000);
    }
    if (ending
        == ".fileslater") { // exits, but its pipe is held by nobody: as if it had never been there
        return 3;
    }
    const auto deed = deeds().find(ending);
    if (deed == deeds().end()) {
        return 2;
    }
    confine::Bounds bounds;
    bounds.memory = 300U << 20U;
    bounds.processorSeconds = 2;
    ::_exit(confine::serve(layers::kSpeaksLayer, layers::kLayerVersion, bounds, deed->second));
}
