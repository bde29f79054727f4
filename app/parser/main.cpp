// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// sanzhen-parser: reads one file from outside, confined, for the program that started it. Nobody types this.
//   sanzhen-parser layer SYSTEM ENDING…    the files are 3, 4, …; SYSTEM as sanzhenctl coords has it, "-": what the file says
//   sanzhen-parser book                    file 3 is an .xlsx or a text with separators
#include "data/exchange/child/BookFrames.h"
#include "data/layers/child/ReadConfined.h"

#include <cstdio>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kMisused = 2;

int layer(const std::vector<std::string>& words)
{
    std::optional<sz::geo::CoordinateSystem> from;
    if (words[1] != "-") {
        const auto system = sz::geo::systemFrom(words[1]);
        if (!system) {
            return kMisused;
        }
        from = *system;
    }
    return sz::layers::serveLayer(std::span(words).subspan(2), from);
}

int run(const std::vector<std::string>& words)
{
    if (words.size() > 2 && words[0] == "layer") {
        return layer(words);
    }
    if (words.size() == 1 && words[0] == "book") {
        return sz::exchange::serveBook();
    }
    std::fputs("sanzhen-parser is started by sanzhen and sanzhenctl\n", stderr);
    return kMisused;
}

} // namespace

int main(int argc, char** argv)
{
    ::_exit(
        run({argv + 1, argv + argc})); // nothing is left to tidy up, and less may be called by now
}
