// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/log/Refusals.h"

#include "data/model/SeatActs.h"
#include "data/store/HqReader.h"
#include "data/store/pg/PgHqLog.h"
#include "data/store/pg/PgHqReader.h"

#include <boost/json.hpp>

#include <filesystem>
#include <format>
#include <ostream>

namespace sz::ctl {
namespace {

namespace fs = std::filesystem;

using Visit = std::function<void(std::uint64_t number, BytesView raw)>;

Result<void> eachEntry(const std::string& where, const Visit& visit)
{
    const fs::path path(where);
    const fs::path file = fs::is_regular_file(path) ? path : path / "hq.db";
    return (store::isPgUrl(where) ? store::openPgHqReader(where) : store::HqReader::open(file))
        .and_then([&](const auto& reader) {
            return reader->forEachEntry({}, [&](std::int64_t number, const auto& row) {
                visit(static_cast<std::uint64_t>(number), row.raw);
            });
        });
}

std::string moment(Instant at)
{
    return std::format("{:%FT%T}Z", at);
}

// Text from outside: a control would move the reader's cursor.
std::string shown(std::string text)
{
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
            c = '?';
        }
    }
    return text;
}

void printLine(std::uint64_t number, const model::Refusal& r, std::ostream& out)
{
    out << std::format(
        "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\tx{}\t{}\n", number, moment(r.at), shown(r.what),
        codeName(r.code), shown(r.desk.value), shown(r.unit.value), shown(r.person.value),
        shown(r.host), r.count, shown(r.detail));
}

void printJson(std::uint64_t number, const model::Refusal& r, std::ostream& out)
{
    const boost::json::object line{{"number", number},         {"at", moment(r.at)},
                                   {"what", r.what},           {"code", codeName(r.code)},
                                   {"desk", r.desk.value},     {"unit", r.unit.value},
                                   {"person", r.person.value}, {"host", r.host},
                                   {"count", r.count},         {"detail", r.detail}};
    out << boost::json::serialize(line) << '\n';
}

} // namespace

Result<void> listRefusals(const std::string& where, bool isJson, std::ostream& out)
{
    return eachEntry(where, [&](std::uint64_t number, BytesView raw) {
        const auto entry = log::decodeEntry(raw);
        const auto act = entry ? model::decodeSeatAct(*entry) : std::unexpected(entry.error());
        if (act && *act && std::holds_alternative<model::Refusal>(**act)) {
            const auto& refusal = std::get<model::Refusal>(**act);
            isJson ? printJson(number, refusal, out) : printLine(number, refusal, out);
        }
    });
}

} // namespace sz::ctl
