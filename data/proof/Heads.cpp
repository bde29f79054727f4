// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Heads.h"

#include "data/proof/Base64.h"

#include <format>

namespace sz::proof {
namespace {

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t end = line.find(' ');
        out.push_back(line.substr(0, end));
        if (end == std::string_view::npos) {
            return out;
        }
        line.remove_prefix(end + 1);
    }
}

bool addDesk(Heads& heads, const std::vector<std::string_view>& w)
{
    const auto key = digestFromBase64(w[2]);
    const auto counter = parseCount(w[3]);
    const auto author = digestFromBase64(w[4]);
    return key && counter && author
           && heads.desks.emplace(w[1], DeskHead{*key, *counter, *author}).second;
}

bool addFeed(Heads& heads, const std::vector<std::string_view>& w)
{
    const auto seq = parseCount(w[2]);
    const auto hash = digestFromBase64(w[3]);
    return seq && hash && heads.feeds.emplace(w[1], PlaceHead{*seq, *hash}).second;
}

bool add(Heads& heads, std::string_view line)
{
    const auto w = words(line);
    return (w[0] == "desk" && w.size() == 5 && addDesk(heads, w))
           || (w[0] == "feed" && w.size() == 4 && addFeed(heads, w));
}

} // namespace

std::string Heads::text() const
{
    Checkpoint note = tree;
    note.extensions.clear();
    for (const auto& [id, desk] : desks) {
        note.extensions.push_back(std::format(
            "desk {} {} {} {}", id, toBase64(desk.key), desk.counter, toBase64(desk.author)));
    }
    for (const auto& [unit, feed] : feeds) {
        note.extensions.push_back(
            std::format("feed {} {} {}", unit, feed.seq, toBase64(feed.hash)));
    }
    return note.text();
}

Result<Heads> Heads::parse(std::string_view noteText)
{
    return Checkpoint::parse(noteText).and_then([](Checkpoint note) -> Result<Heads> {
        Heads out;
        for (const std::string& line : note.extensions) {
            if (!add(out, line)) {
                return fail(Code::BadEncoding, "a line of heads is not understood");
            }
        }
        note.extensions.clear();
        out.tree = std::move(note);
        return out;
    });
}

std::string headsName(std::string_view origin)
{
    return std::string(origin) + "/heads";
}

Result<Heads> openHeads(std::string_view note, const VerifierKey& key)
{
    const VerifierKey own{headsName(key.name), key.type, key.key};
    return Note::parse(note).and_then([&](const Note& opened) {
        return verifyNote(opened, own).and_then([&] { return Heads::parse(opened.text); });
    });
}

} // namespace sz::proof
