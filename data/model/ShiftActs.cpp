// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/ShiftActs.h"

#include "data/model/PlacePack.h"
#include "data/model/ReadBody.h"
#include "data/model/ShiftPack.h"

#include <algorithm>
#include <array>

namespace sz::model {
namespace {

// Of the acts in their order: numbers are never used again, and what came later took the next free ones.
constexpr std::array<std::uint32_t, std::variant_size_v<ShiftAct>> kWire{
    80, 81, 82, 83, 84, 85, 86,  87,  88,  89,  90,  91,  92,  93,
    94, 95, 96, 97, 98, 99, 140, 141, 142, 143, 144, 150, 151, 152};

struct Pack
{
    log::Fields operator()(const EditRoster& a) const
    {
        return {{1, a.unit.value}, {2, packAll(a.cells, packCell)}, {3, a.reason}};
    }
    log::Fields operator()(const AskDutyChange& a) const
    {
        log::Fields out{
            {1, static_cast<int>(a.sort)}, {2, packSlot(a.slot)}, {4, a.substitute}, {5, a.reason}};
        if (a.other) {
            out.emplace(3, packSlot(*a.other));
        }
        return out;
    }
    log::Fields operator()(const DecideDutyChange& a) const
    {
        return {{1, a.change}, {2, a.isAccepted}, {3, a.reason}};
    }
    log::Fields operator()(const PutInCharge& a) const
    {
        log::Fields out{{1, a.area.value}, {2, a.leader.value}, {3, a.deputy.value},
                        {4, a.leaderName}, {5, a.deputyName},   {6, toUtcMs(a.from)}};
        put(out, 7, a.until);
        return out;
    }
    log::Fields operator()(const SetPresence& a) const
    {
        log::Fields out{{1, a.post.value}, {2, static_cast<int>(a.presence)}, {3, a.text}};
        put(out, 4, a.until);
        return out;
    }
    log::Fields operator()(const MakePromise& a) const
    {
        log::Fields out{{1, a.unit.value}, {2, a.text}, {4, a.incident.value}};
        put(out, 3, a.until);
        return out;
    }
    log::Fields operator()(const SettlePromise& a) const
    {
        return {{1, a.promise}, {2, a.isKept}, {3, a.text}};
    }
    log::Fields operator()(const LendPosts& a) const
    {
        return {{1, a.unit.value},       {2, a.to.value},      {3, a.place},
                {4, a.people},           {5, toUtcMs(a.from)}, {6, toUtcMs(a.until)},
                {7, packTexts(a.names)}, {8, a.text}};
    }
    log::Fields operator()(const ReturnPosts& a) const
    {
        return {{1, a.loan}, {2, a.people}, {3, a.text}};
    }
    log::Fields operator()(const StartRound& a) const
    {
        log::Fields out{
            {1, a.unit.value}, {2, a.name}, {3, a.window}, {4, a.retry}, {5, packTexts(a.posts)}};
        if (a.roll) {
            out.emplace(6, log::Fields{{1, toUtcMs(a.roll->planned)}, {2, a.roll->isDrawn}});
        }
        return out;
    }
    log::Fields operator()(const ExtendRound& a) const
    {
        return {{1, a.round}, {2, packTexts(a.posts)}};
    }
    log::Fields operator()(const AnswerRound& a) const
    {
        return {
            {1, a.round}, {2, packTexts(a.posts)}, {3, a.isOnBehalf}, {4, a.channel}, {5, a.words}};
    }
    log::Fields operator()(const OpenSheet& a) const
    {
        return {
            {1, a.unit.value},
            {2, toUtcMs(a.changeAt)},
            {3, toUtcMs(a.writtenAt)},
            {4, packAll(a.rows, packRow)},
            {5, a.previous}};
    }
    log::Fields operator()(const AddRows& a) const
    {
        return {{1, a.sheet}, {2, packAll(a.rows, packRow)}, {3, packTexts(a.settled)}};
    }
    log::Fields operator()(const TickRows& a) const
    {
        return {{1, a.sheet}, {2, packTexts(a.rows)}, {3, a.isRead}};
    }
    log::Fields operator()(const AddLine& a) const { return {{1, a.sheet}, {2, a.text}}; }
    log::Fields operator()(const SignSheet& a) const
    {
        return {{1, a.sheet}, {2, static_cast<int>(a.side)}, {3, a.name}, {4, a.rows}};
    }
    log::Fields operator()(const SendBackSheet& a) const { return {{1, a.sheet}, {2, a.reason}}; }
    log::Fields operator()(const PlanDrill& a) const
    {
        log::Fields fields{{1, a.name}, {2, toUtcMs(a.startsAt)}, {3, a.text}};
        if (a.place != plan::Place()) {
            fields.emplace(4, packPlace(a.place));
        }
        return fields;
    }
    log::Fields operator()(const AgreeToDrill& a) const
    {
        return {{1, a.drill}, {2, toUtcMs(a.changeAt)}, {3, a.name}};
    }
    log::Fields operator()(const StartDrill& a) const { return {{1, a.drill}}; }
    log::Fields operator()(const EndDrill& a) const { return {{1, a.drill}, {2, a.reason}}; }
    log::Fields operator()(const TellEndpoint& a) const
    {
        return {{1, a.unit.value}, {2, a.name}, {3, a.isDown}, {4, a.text}};
    }
    log::Fields operator()(const LendList& a) const
    {
        return {
            {1, a.unit.value},
            {2, toUtcMs(a.from)},
            {3, toUtcMs(a.until)},
            {4, packAll(a.parts, packPart)},
            {5, a.text}};
    }
    log::Fields operator()(const ConfirmRound& a) const
    {
        return {{1, a.round}, {2, a.posts}, {3, a.text}};
    }
    log::Fields operator()(const MissRoll& a) const
    {
        return {{1, a.round}, {2, a.post}, {3, static_cast<int>(a.step)}, {4, a.text}};
    }
    log::Fields operator()(const NoteRoll& a) const
    {
        return {{1, a.round}, {2, a.post},          {3, a.line},
                {4, a.text},  {5, a.isForDecision}, {6, a.incident.value}};
    }
    log::Fields operator()(const CloseRoll& a) const
    {
        return {{1, a.round}, {2, a.present},   {3, a.late},  {4, packTexts(a.absent)},
                {5, a.items}, {6, a.decisions}, {7, a.orders}};
    }
};

ShiftAct readEdit(log::FieldReader& in)
{
    return EditRoster{UnitCode(in.text(1)), unpackAll(in, 2, unpackCell), in.textOr(3)};
}

DutySlot slotOf(log::FieldReader& in, std::int64_t key)
{
    const auto* fields = in.fields(key);
    if (fields == nullptr) {
        in.reject(key);
        return {};
    }
    log::FieldReader one(*fields);
    DutySlot slot = unpackSlot(one);
    if (!one.ok()) {
        in.reject(key);
    }
    return slot;
}

ShiftAct readAsk(log::FieldReader& in)
{
    AskDutyChange out;
    out.sort = choice(in, 1, DutyChange::NoShow);
    out.slot = slotOf(in, 2);
    if (in.has(3)) {
        out.other = slotOf(in, 3);
    }
    out.substitute = in.textOr(4);
    out.reason = in.textOr(5);
    return out;
}

ShiftAct readDecide(log::FieldReader& in)
{
    return DecideDutyChange{in.text(1), in.booleanOr(2, false), in.textOr(3)};
}

ShiftAct readCharge(log::FieldReader& in)
{
    return PutInCharge{UnitCode(in.text(1)), PostCode(in.text(2)), PostCode(in.textOr(3)),
                       in.textOr(4),         in.textOr(5),         instantOf(in, 6),
                       instantOr(in, 7)};
}

ShiftAct readPresence(log::FieldReader& in)
{
    return SetPresence{
        PostCode(in.text(1)), choice(in, 2, Presence::NoAnswer), in.textOr(3), instantOr(in, 4)};
}

ShiftAct readPromise(log::FieldReader& in)
{
    return MakePromise{
        UnitCode(in.text(1)), in.text(2), instantOr(in, 3), IncidentId(in.textOr(4))};
}

ShiftAct readSettle(log::FieldReader& in)
{
    return SettlePromise{in.text(1), in.booleanOr(2, false), in.textOr(3)};
}

ShiftAct readLend(log::FieldReader& in)
{
    return LendPosts{
        UnitCode(in.text(1)), UnitCode(in.textOr(2)), in.textOr(3),       count(in, 4),
        instantOf(in, 5),     instantOf(in, 6),       unpackTexts(in, 7), in.textOr(8)};
}

ShiftAct readReturn(log::FieldReader& in)
{
    return ReturnPosts{in.text(1), count(in, 2), in.textOr(3)};
}

RollCall rollOf(log::FieldReader& in, std::int64_t key)
{
    const auto* fields = in.fields(key);
    if (fields == nullptr) {
        in.reject(key);
        return {};
    }
    log::FieldReader one(*fields);
    RollCall roll{instantOf(one, 1), one.booleanOr(2, false)};
    if (!one.ok()) {
        in.reject(key);
    }
    return roll;
}

ShiftAct readRound(log::FieldReader& in)
{
    StartRound out{
        UnitCode(in.text(1)), in.text(2), count(in, 3), count(in, 4), unpackTexts(in, 5)};
    if (in.has(6)) {
        out.roll = rollOf(in, 6);
    }
    return out;
}

ShiftAct readExtend(log::FieldReader& in)
{
    return ExtendRound{in.text(1), unpackTexts(in, 2)};
}

ShiftAct readAnswer(log::FieldReader& in)
{
    return AnswerRound{
        in.text(1), unpackTexts(in, 2), in.booleanOr(3, false), in.textOr(4), in.textOr(5)};
}

ShiftAct readOpen(log::FieldReader& in)
{
    return OpenSheet{
        UnitCode(in.text(1)), instantOf(in, 2), instantOf(in, 3), unpackAll(in, 4, unpackRow),
        in.textOr(5)};
}

ShiftAct readRows(log::FieldReader& in)
{
    return AddRows{in.text(1), unpackAll(in, 2, unpackRow), unpackTexts(in, 3)};
}

ShiftAct readTick(log::FieldReader& in)
{
    return TickRows{in.text(1), unpackTexts(in, 2), in.booleanOr(3, true)};
}

ShiftAct readLine(log::FieldReader& in)
{
    return AddLine{in.text(1), in.text(2)};
}

ShiftAct readSign(log::FieldReader& in)
{
    SignSheet out{in.text(1), choice(in, 2, SheetSide::Incoming), in.textOr(3)};
    out.rows = static_cast<std::uint64_t>(count(in, 4));
    return out;
}

ShiftAct readBack(log::FieldReader& in)
{
    return SendBackSheet{in.text(1), in.textOr(2)};
}

ShiftAct readConfirm(log::FieldReader& in)
{
    return ConfirmRound{in.text(1), static_cast<std::uint64_t>(count(in, 2)), in.textOr(3)};
}

ShiftAct readLendList(log::FieldReader& in)
{
    return LendList{
        UnitCode(in.text(1)), instantOf(in, 2), instantOf(in, 3), unpackAll(in, 4, unpackPart),
        in.textOr(5)};
}

ShiftAct readDrill(log::FieldReader& in)
{
    PlanDrill drill{in.text(1), instantOf(in, 2), in.textOr(3)};
    if (in.fields(4) != nullptr) {
        drill.place = readPlace(in, 4);
    }
    return drill;
}

ShiftAct readAgree(log::FieldReader& in)
{
    return AgreeToDrill{in.text(1), instantOf(in, 2), in.textOr(3)};
}

ShiftAct readBegin(log::FieldReader& in)
{
    return StartDrill{in.text(1)};
}

ShiftAct readEnd(log::FieldReader& in)
{
    return EndDrill{in.text(1), in.textOr(2)};
}

ShiftAct readEndpoint(log::FieldReader& in)
{
    return TellEndpoint{UnitCode(in.text(1)), in.text(2), in.booleanOr(3, true), in.textOr(4)};
}

ShiftAct readMiss(log::FieldReader& in)
{
    return MissRoll{in.text(1), in.text(2), choice(in, 3, RollMiss::Absent), in.textOr(4)};
}

ShiftAct readNote(log::FieldReader& in)
{
    return NoteRoll{in.text(1),
                    in.text(2),
                    in.textOr(3),
                    in.text(4),
                    in.booleanOr(5, false),
                    IncidentId(in.textOr(6))};
}

ShiftAct readClose(log::FieldReader& in)
{
    return CloseRoll{in.text(1),   count(in, 2), count(in, 3), unpackTexts(in, 4),
                     count(in, 5), count(in, 6), count(in, 7)};
}

using Reader = ShiftAct (*)(log::FieldReader&);
constexpr std::array<Reader, std::variant_size_v<ShiftAct>> kReaders{
    readEdit,  readAsk,    readDecide, readCharge,   readPresence, readPromise,  readSettle,
    readLend,  readReturn, readRound,  readExtend,   readAnswer,   readOpen,     readRows,
    readTick,  readLine,   readSign,   readBack,     readConfirm,  readLendList, readDrill,
    readAgree, readBegin,  readEnd,    readEndpoint, readMiss,     readNote,     readClose};

} // namespace

const log::Subject& shiftSubject()
{
    static const log::Subject subject{log::SubjectKind::Operation, "shift"};
    return subject;
}

std::uint32_t shiftActType(const ShiftAct& act)
{
    return kWire.at(act.index());
}

Bytes encodeShiftAct(const ShiftAct& act)
{
    return log::encode(std::visit(Pack{}, act));
}

Result<std::optional<ShiftAct>> decodeShiftAct(const log::Entry& entry)
{
    const auto* const known = std::ranges::find(kWire, entry.type);
    if (!isOfShift(entry.subject) || known == kWire.end() || entry.typeVersion != 1) {
        return std::nullopt;
    }
    return readBody<ShiftAct>(
        entry, "shift act", kReaders.at(static_cast<std::size_t>(known - kWire.begin())));
}

} // namespace sz::model
