// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/SheetRules.h"

namespace sz::model {
namespace {

constexpr std::size_t kMostRows = 400; ///< of one entry
constexpr std::size_t kMostSheetRows = 2000;

} // namespace

Result<void> SheetRule::operator()(const OpenSheet& a) const
{
    // Written by both sides while one of them had no link: they come to one sheet. Once both have signed there is nothing to add.
    const bool isThere = std::ranges::any_of(m_now.sheets, [&](const auto& one) {
        return one.second.unit == a.unit && one.second.changeAt == a.changeAt
               && one.second.isDone();
    });
    return ofUnit(a.unit, plan::Right::SignHandover)
        .and_then(
            [&] { return need(!isThere, Code::AlreadyDone, "this change has its sheet already"); })
        .and_then([&] {
            return need(
                a.previous.empty() || m_now.sheet(a.previous) != nullptr, Code::NotFound,
                "no sheet before");
        })
        .and_then([&] { return rowsOk(a.rows); });
}

Result<void> SheetRule::operator()(const AddRows& a) const
{
    return openSheet(a.sheet, plan::Right::AddNote).and_then([&](const ShiftSheet* sheet) {
        return need(!a.rows.empty() || !a.settled.empty(), Code::BadArgument, "nothing to add")
            .and_then([&] {
                return need(
                    sheet->rows.size() + a.rows.size() <= kMostSheetRows, Code::LimitOutOfRange,
                    "too many rows");
            })
            .and_then([&] { return rowsOk(a.rows); });
    });
}

Result<void> SheetRule::operator()(const TickRows& a) const
{
    return openSheet(a.sheet, plan::Right::SignHandover).and_then([&](const ShiftSheet* sheet) {
        const bool isAll = std::ranges::all_of(a.rows, [&](const std::string& id) {
            return std::ranges::any_of(
                sheet->rows, [&](const auto& row) { return row.row.id == id; });
        });
        return need(!a.rows.empty(), Code::BadArgument, "no rows")
            .and_then([&] { return need(isAll, Code::NotFound, "no such row"); })
            .and_then([&] {
                return need(
                    !handsOver(*sheet), Code::SecondPerson,
                    "who hands over does not read for the other");
            });
    });
}

Result<void> SheetRule::operator()(const AddLine& a) const
{
    return openSheet(a.sheet, plan::Right::AddNote).and_then([&](const ShiftSheet*) {
        return words(a.text, "text").and_then([&] { return fits(a.text, "text"); });
    });
}

Result<void> SheetRule::operator()(const SignSheet& a) const
{
    return openSheet(a.sheet, plan::Right::SignHandover).and_then([&](const ShiftSheet* sheet) {
        return a.side == SheetSide::Outgoing ? signOut(*sheet, a) : signIn(*sheet, a);
    });
}

Result<void> SheetRule::operator()(const SendBackSheet& a) const
{
    return openSheet(a.sheet, plan::Right::SignHandover).and_then([&](const ShiftSheet* sheet) {
        return need(sheet->outgoing.has_value(), Code::NothingAsked, "nobody has signed yet")
            .and_then([&] {
                return need(
                    !isMe(sheet->outgoing->author), Code::SecondPerson,
                    "the other one sends it back");
            })
            .and_then([&] { return words(a.reason, "reason"); })
            .and_then([&] { return fits(a.reason, "reason"); });
    });
}

Result<void> SheetRule::rowsOk(const std::vector<SheetRow>& rows) const
{
    std::set<std::string> ids;
    auto ok = need(rows.size() <= kMostRows, Code::LimitOutOfRange, "too many rows at once");
    for (const SheetRow& row : rows) {
        ok =
            ok.and_then([&] { return words(row.id, "row"); })
                .and_then([&] { return nameOk(row.id); })
                .and_then([&] { return fits(row.text, "text"); })
                .and_then([&] { return fits(row.detail, "detail"); })
                .and_then([&] {
                    return need(ids.insert(row.id).second, Code::BadArgument, "the same row twice");
                });
    }
    return ok;
}

SheetRule::Open SheetRule::openSheet(const std::string& id, plan::Right right) const
{
    const ShiftSheet* sheet = m_now.sheet(id);
    if (sheet == nullptr) {
        return fail(Code::NotFound, "no such sheet");
    }
    return ofUnit(sheet->unit, right)
        .and_then([&] {
            return need(m_actor.unit == sheet->unit, Code::NotAllowed, "another unit's handover");
        })
        .and_then([&] { return need(!sheet->isDone(), Code::AlreadyDone, "both have signed"); })
        .transform([&] { return sheet; });
}

Result<void> SheetRule::signOut(const ShiftSheet& sheet, const SignSheet& a) const
{
    return need(!sheet.outgoing, Code::AlreadyDone, "signed already").and_then([&] {
        return signable(sheet, a, sheet.incoming);
    });
}

Result<void> SheetRule::signIn(const ShiftSheet& sheet, const SignSheet& a) const
{
    const auto unread = sheet.unreadRed().size();
    return need(!sheet.incoming, Code::AlreadyDone, "signed already")
        .and_then([&] { return signable(sheet, a, sheet.outgoing); })
        .and_then([&] {
            return need(
                unread == 0, Code::StepsOpen, std::format("{} red rows are unread", unread));
        });
}

Result<void> SheetRule::signable(
    const ShiftSheet& sheet,
    const SignSheet& a,
    const std::optional<ShiftSheet::Signature>& other) const
{
    const bool isNamed = !m_actor.person.empty() || !isBlank(a.name);
    const bool isOther = !other || (!isMe(other->author) && !hasSameName(*other, a.name));
    return need(isNamed, Code::MissingField, "name")
        .and_then([&] { return nameOk(a.name); })
        .and_then(
            [&] { return need(isOther, Code::SecondPerson, "one person cannot sign for both"); })
        .and_then([&] {
            return need(a.rows <= sheet.rows.size(), Code::BadArgument, "more rows than are");
        });
}

bool SheetRule::hasSameName(const ShiftSheet::Signature& other, const std::string& name) const
{
    const bool areNamesOnly = m_actor.person.empty() || other.author.person.empty();
    return areNamesOnly && !isBlank(name) && other.name == name;
}

bool SheetRule::handsOver(const ShiftSheet& sheet) const
{
    return isMe(sheet.outgoing ? sheet.outgoing->author : sheet.author);
}

} // namespace sz::model
