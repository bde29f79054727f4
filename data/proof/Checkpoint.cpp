// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Checkpoint.h"

#include "data/proof/Base64.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <limits>

namespace sz::proof {

std::string Checkpoint::text() const
{
    std::string out = std::format("{}\n{}\n{}\n", origin, size, toBase64(root));
    for (const std::string& line : extensions) {
        out += line + '\n';
    }
    return out;
}

Result<Checkpoint> Checkpoint::parse(std::string_view noteText)
{
    const auto lines = linesOf(noteText);
    if (lines.size() < 3 || std::ranges::any_of(lines, &std::string_view::empty)
        || !noteText.ends_with('\n')) {
        return fail(Code::BadEncoding, "a checkpoint has three lines");
    }
    return parseCount(lines[1]).and_then([&](std::uint64_t size) {
        return digestFromBase64(lines[2]).transform([&](const Digest& root) {
            return Checkpoint{std::string(lines[0]), size, root, {lines.begin() + 3, lines.end()}};
        });
    });
}

Result<Checkpoint> openCheckpoint(std::string_view note, const VerifierKey& key)
{
    return Note::parse(note).and_then([&](const Note& opened) {
        return verifyNote(opened, key).and_then([&] { return Checkpoint::parse(opened.text); });
    });
}

Result<std::uint64_t> parseCount(std::string_view text)
{
    std::uint64_t n = 0;
    const char* end = text.data() + text.size();
    const auto [last, ec] = std::from_chars(text.data(), end, n);
    const bool isShortest = text.size() == 1 || !text.starts_with('0');
    if (text.empty() || ec != std::errc() || last != end || !isShortest
        || n > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
        return fail(Code::BadEncoding, "not a number in its only form");
    }
    return n;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace sz::proof
