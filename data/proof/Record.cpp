// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/proof/Record.h"

#include "data/proof/Base64.h"
#include "data/proof/Checkpoint.h"

#include <format>

namespace sz::proof {
namespace {

// "key value" → value.
Result<std::string_view> field(std::string_view line, std::string_view key)
{
    if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != ' ') {
        return fail(Code::BadEncoding, "a record without " + std::string(key));
    }
    return line.substr(key.size() + 1);
}

Result<std::uint64_t> countField(std::string_view line, std::string_view key)
{
    return field(line, key).and_then(parseCount);
}

Result<Digest> hashField(std::string_view line, std::string_view key)
{
    return field(line, key).and_then(digestFromBase64);
}

} // namespace

std::string Record::text() const
{
    return std::format(
        "sanzhen entry 1\nnumber {}\nreceived {}\ndesk {}\ncounter {}\nserial {}\nauthor {}\nentry "
        "{}\n",
        number, toUtcMs(receivedAt), plainToken(desk), counter, serial, toBase64(author),
        toBase64(entry));
}

Result<Record> Record::parse(std::string_view text)
{
    const auto lines = linesOf(text);
    if (lines.size() != 8 || lines[0] != "sanzhen entry 1" || !text.ends_with('\n')) {
        return fail(Code::BadEncoding, "a record has eight lines");
    }
    const auto number = countField(lines[1], "number");
    const auto received = countField(lines[2], "received");
    const auto desk = field(lines[3], "desk").and_then(fromPlainToken);
    const auto counter = countField(lines[4], "counter");
    const auto serial = countField(lines[5], "serial");
    const auto author = hashField(lines[6], "author");
    const auto entry = hashField(lines[7], "entry");
    if (!number || !received || !desk || !counter || !serial || !author || !entry) {
        return fail(Code::BadEncoding, "a record with a wrong field");
    }
    Record out{
        *number,
        fromUtcMs(static_cast<std::int64_t>(*received)),
        *desk,
        *counter,
        static_cast<std::uint32_t>(*serial),
        *author,
        *entry};
    if (out.text() != text) {
        return fail(Code::BadEncoding, "a record in another form");
    }
    return out;
}

} // namespace sz::proof
