// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan/Typed.h"

#include <array>

namespace sz::plan {
namespace {

constexpr std::string_view kWideSpace = "\u3000";

// Full-width ASCII, U+FF01 to U+FF5E, is what an input method left in full-width mode makes of letters and digits.
bool isWideAscii(std::string_view three)
{
    const auto second = static_cast<unsigned char>(three[1]);
    const auto third = static_cast<unsigned char>(three[2]);
    return three[0] == '\xEF'
           && ((second == 0xBC && third >= 0x81) || (second == 0xBD && third <= 0x9E));
}

char narrow(std::string_view three)
{
    const auto base = three[1] == '\xBC' ? 0x20 - 0x80 : 0x60 - 0x80;
    return static_cast<char>(base + static_cast<unsigned char>(three[2]));
}

void addAscii(std::string& out, char c)
{
    if (c >= 'A' && c <= 'Z') {
        out += static_cast<char>(c - 'A' + 'a');
    } else if (std::string_view(" \t-.'_").find(c) == std::string_view::npos) {
        out += c;
    }
}

} // namespace

std::string folded(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        std::size_t taken = 1;
        if (text.starts_with("ü") || text.starts_with("Ü")) {
            out += 'v';
            taken = 2;
        } else if (text.starts_with(kWideSpace) || text.starts_with("’") || text.starts_with("·")) {
            taken = text.starts_with("·") ? 2 : 3;
        } else if (text.size() >= 3 && isWideAscii(text)) {
            addAscii(out, narrow(text));
            taken = 3;
        } else if (static_cast<unsigned char>(text.front()) < 0x80) {
            addAscii(out, text.front());
        } else {
            out += text.front();
        }
        text.remove_prefix(taken);
    }
    return out;
}

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (auto one = folded(word); !one.empty()) {
            words.push_back(std::move(one));
        }
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        const bool isWide = text.substr(i).starts_with(kWideSpace);
        if (isWide || text[i] == ' ' || text[i] == '\t') {
            finish();
            i += isWide ? kWideSpace.size() : 1;
        } else {
            word += text[i++];
        }
    }
    finish();
    return words;
}

std::string_view stemOf(std::string_view name)
{
    constexpr std::array<std::string_view, 9> kGeneric{"街道", "社区", "片区", "村", "街",
                                                       "镇",   "乡",   "区",   "市"};
    constexpr std::size_t kTwoHan = 6;
    for (const auto generic : kGeneric) {
        if (name.ends_with(generic) && name.size() >= generic.size() + kTwoHan) {
            return name.substr(0, name.size() - generic.size());
        }
    }
    return name;
}

Fit fitOf(std::string_view typed, std::string_view name)
{
    // UTF-8 is self-synchronising: bytes of one character never match inside another.
    const auto at = typed.empty() ? std::string_view::npos : name.find(typed);
    if (at == std::string_view::npos) {
        return Fit::None;
    }
    if (at > 0) {
        return Fit::Inside;
    }
    return name.size() == typed.size() ? Fit::Exact : Fit::Prefix;
}

} // namespace sz::plan
