// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/model/Acts.h"

#include "data/model/MoreActs.h"
#include "data/model/PlacePack.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sz::model {
namespace {

using log::Array;
using log::FieldReader;
using log::Fields;
using log::Value;

plan::Grade readGrade(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < 1 || n > 4) {
        in.reject(key);
        return plan::Grade::IV;
    }
    return static_cast<plan::Grade>(n);
}

Source readSource(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < static_cast<int>(Source::Phone) || n > static_cast<int>(Source::Unit)) {
        in.reject(key);
        return Source::Other;
    }
    return static_cast<Source>(n);
}

int readMinutes(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integer(key);
    if (n < 0 || n > 366LL * 24 * 60) {
        in.reject(key);
        return 0;
    }
    return static_cast<int>(n);
}

Value packIds(const std::vector<OrderId>& ids)
{
    Array out;
    for (const OrderId& id : ids) {
        out.emplace_back(id.value);
    }
    return out;
}

void putFacts(Fields& fields, std::int64_t key, const std::vector<Fact>& facts)
{
    if (facts.empty()) {
        return; // as it was before there were any
    }
    Array all;
    for (const Fact& fact : facts) {
        all.emplace_back(Fields{{1, fact.field}, {2, fact.value}});
    }
    fields.emplace(key, std::move(all));
}

std::vector<Fact> readFacts(FieldReader& in, std::int64_t key)
{
    std::vector<Fact> facts;
    for (const Value& value : in.arrayOr(key)) {
        const auto* fields = value.as<Fields>();
        if (fields == nullptr) {
            in.reject(key);
            return {};
        }
        FieldReader one(*fields);
        facts.push_back({one.text(1), one.textOr(2)});
        if (!one.ok()) {
            in.reject(key);
        }
    }
    return facts;
}

struct Pack : PackForce, PackCampaign
{
    using PackForce::operator();
    using PackCampaign::operator();

    Fields operator()(const UnknownAct&) const { return {}; }
    Fields operator()(const ReportIncident& a) const
    {
        Fields f{
            {1, static_cast<int>(a.source)},
            {2, a.title},
            {3, a.narrative},
            {4, a.kind.value},
            {5, static_cast<int>(a.grade)},
            {6, packPlace(a.place)},
            {7, toUtcMs(a.receivedAt)},
            {8, a.suggestedBy}};
        if (a.mode != plan::Mode::Normal) {
            f.emplace(9, static_cast<int>(a.mode));
        }
        putFacts(f, 10, a.facts);
        return f;
    }
    Fields operator()(const AmendIncident& a) const
    {
        Fields f{{5, a.reason}};
        if (a.title) {
            f.emplace(1, *a.title);
        }
        if (a.kind) {
            f.emplace(2, a.kind->value);
        }
        if (a.grade) {
            f.emplace(3, static_cast<int>(*a.grade));
        }
        if (a.place) {
            f.emplace(4, packPlace(*a.place));
        }
        putFacts(f, 6, a.facts);
        return f;
    }
    Fields operator()(const IssueOrders& a) const
    {
        Array to;
        for (const OrderTo& o : a.to) {
            Fields one{{1, o.id.value},    {2, o.unit.value},  {3, o.post.value},   {4, o.isLead},
                       {5, o.signMinutes}, {6, o.doneMinutes}, {7, o.arriveMinutes}};
            if (!o.instead.empty()) {
                one.emplace(8, o.instead.value);
            }
            if (o.work) {
                one.emplace(9, Fields{{1, static_cast<int>(o.work->unit)}, {2, o.work->amount}});
            }
            to.emplace_back(std::move(one));
        }
        Fields f{{1, a.text}, {2, std::move(to)}};
        if (!a.decides.empty()) {
            f.emplace(3, a.decides);
        }
        return f;
    }
    Fields operator()(const SignOrder& a) const { return {{1, a.order.value}}; }
    Fields operator()(const ProgressOrder& a) const
    {
        return {{1, a.order.value}, {2, static_cast<int>(a.progress)}, {3, a.text}};
    }
    Fields operator()(const ReportOrder& a) const { return {{1, a.order.value}, {2, a.text}}; }
    Fields operator()(const FinishOrder& a) const { return {{1, a.order.value}, {2, a.result}}; }
    Fields operator()(const ReturnOrder& a) const { return {{1, a.order.value}, {2, a.reason}}; }
    Fields operator()(const RemindUnits& a) const { return {{1, packIds(a.orders)}}; }
    Fields operator()(const AddNote& a) const { return {{1, a.text}}; }
    Fields operator()(const FileReport& a) const
    {
        return {{1, static_cast<int>(a.stage)}, {2, a.text}, {3, a.changes}, {4, a.nextMinutes}};
    }
    Fields operator()(const StateCounts& a) const
    {
        Array parts;
        for (const CountPart& p : a.parts) {
            parts.emplace_back(Fields{{1, p.label}, {2, p.count}});
        }
        return {{1, a.label}, {2, a.total}, {3, std::move(parts)}};
    }
    Fields operator()(const CloseIncident& a) const { return {{1, a.result}}; }
    Fields operator()(const ClaimIncident&) const { return {}; }
    Fields operator()(const AcknowledgeAlarm& a) const { return {{1, a.step}}; }
    Fields operator()(const ContactSealed& a) const
    {
        return {{1, a.contact.value}, {2, a.sealed}, {3, toUtcMs(a.until)}};
    }
    Fields operator()(const ContactOpened& a) const { return {{1, a.contact.value}}; }
    Fields operator()(const ViewEndpoint& a) const { return {{1, a.endpoint}, {2, a.reason}}; }
    Fields operator()(const AttachFile& a) const
    {
        Fields f{{1, Bytes(a.hash.begin(), a.hash.end())}, {2, a.name}, {3, a.type}, {4, a.size}};
        if (!a.order.empty()) {
            f.emplace(5, a.order.value);
        }
        return f;
    }
    Fields operator()(const AskRelief& a) const
    {
        return {{1, a.order.value}, {2, static_cast<int>(a.relief)}, {3, a.minutes}, {4, a.reason}};
    }
    Fields operator()(const DecideRelief& a) const
    {
        return {{1, a.order.value}, {2, a.ask}, {3, a.isGranted}, {4, a.words}};
    }
    Fields operator()(const ResumeOrder& a) const { return {{1, a.order.value}, {2, a.reason}}; }
    Fields operator()(const WithdrawOrder& a) const { return {{1, a.order.value}, {2, a.reason}}; }
    Fields operator()(const DecideReturn& a) const
    {
        return {{1, a.order.value}, {2, a.isAccepted}, {3, a.words}};
    }
    Fields operator()(const RecheckOrder& a) const
    {
        return {{1, a.order.value}, {2, a.isPassed}, {3, a.sampled},
                {4, a.good},        {5, a.minutes},  {6, a.text}};
    }
    Fields operator()(const MergeIncident& a) const { return {{1, a.into.value}, {2, a.reason}}; }
    Fields operator()(const SeparateIncident& a) const { return {{1, a.reason}}; }
    Fields operator()(const GroupIncident& a) const { return {{1, a.major.value}}; }
    Fields operator()(const WatchIncident& a) const
    {
        Fields f{{2, a.reason}};
        if (a.until) {
            f.emplace(1, toUtcMs(*a.until));
        }
        return f;
    }
    Fields operator()(const ShelveAlarm& a) const
    {
        return {{1, a.step}, {2, a.minutes}, {3, a.reason}};
    }
    Fields operator()(const RaiseAlarm& a) const { return {{1, a.step}, {2, a.post.value}}; }
};

ReportIncident readReportIncident(FieldReader& in)
{
    ReportIncident a;
    a.source = readSource(in, 1);
    a.title = in.text(2);
    a.narrative = in.textOr(3);
    a.kind = KindCode(in.text(4));
    a.grade = readGrade(in, 5);
    a.place = readPlace(in, 6);
    a.receivedAt = fromUtcMs(in.integer(7));
    a.suggestedBy = in.textOr(8);
    const std::int64_t mode = in.integerOr(9, static_cast<int>(plan::Mode::Normal));
    if (mode < 1 || mode > static_cast<int>(plan::kModes)) {
        in.reject(9);
    } else {
        a.mode = static_cast<plan::Mode>(mode);
    }
    a.facts = readFacts(in, 10);
    return a;
}

AmendIncident readAmendIncident(FieldReader& in)
{
    AmendIncident a;
    if (in.has(1)) {
        a.title = in.text(1);
    }
    if (in.has(2)) {
        a.kind = KindCode(in.text(2));
    }
    if (in.has(3)) {
        a.grade = readGrade(in, 3);
    }
    if (in.has(4)) {
        a.place = readPlace(in, 4);
    }
    a.reason = in.textOr(5);
    a.facts = readFacts(in, 6);
    return a;
}

std::optional<plan::WorkLimit> readWorkLimit(FieldReader& outer, std::int64_t key)
{
    if (!outer.has(key)) {
        return std::nullopt;
    }
    using Unit = plan::WorkLimit::Unit;
    if (const Fields* fields = outer.fields(key)) {
        FieldReader in(*fields);
        const std::int64_t unit = in.integer(1);
        const int amount = readMinutes(in, 2);
        const bool isDays = unit == static_cast<int>(Unit::Days);
        if (in.ok() && (isDays || unit == static_cast<int>(Unit::Minutes))) {
            return plan::WorkLimit{isDays ? Unit::Days : Unit::Minutes, amount};
        }
    }
    outer.reject(key);
    return std::nullopt;
}

IssueOrders readIssueOrders(FieldReader& in)
{
    IssueOrders a;
    a.text = in.text(1);
    for (const Value& v : in.array(2)) {
        const auto* fields = v.as<Fields>();
        if (fields == nullptr) {
            in.reject(2);
            continue;
        }
        FieldReader one(*fields);
        a.to.push_back(
            {OrderId(one.text(1)), UnitCode(one.text(2)), PostCode(one.textOr(3)),
             one.booleanOr(4, false), readMinutes(one, 5), readMinutes(one, 6),
             one.has(7) ? readMinutes(one, 7) : 0, OrderId(one.textOr(8)), readWorkLimit(one, 9)});
        if (!one.ok()) {
            in.reject(2);
        }
    }
    a.decides = in.textOr(3);
    return a;
}

ProgressOrder readProgressOrder(FieldReader& in)
{
    ProgressOrder a{OrderId(in.text(1)), static_cast<Progress>(in.integer(2)), in.textOr(3)};
    if (a.progress != Progress::Moving && a.progress != Progress::OnScene) {
        in.reject(2);
    }
    return a;
}

RemindUnits readRemindUnits(FieldReader& in)
{
    RemindUnits a;
    for (const Value& v : in.array(1)) {
        if (const auto* id = v.as<std::string>()) {
            a.orders.emplace_back(*id);
        } else {
            in.reject(1);
        }
    }
    return a;
}

FileReport readFileReport(FieldReader& in)
{
    FileReport a{
        static_cast<ReportStage>(in.integer(1)), in.textOr(2), in.textOr(3), readMinutes(in, 4)};
    if (a.stage < ReportStage::First || a.stage > ReportStage::Final) {
        in.reject(1);
    }
    return a;
}

StateCounts readStateCounts(FieldReader& in)
{
    StateCounts a{in.text(1), in.integer(2), {}};
    for (const Value& v : in.array(3)) {
        const auto* fields = v.as<Fields>();
        if (fields == nullptr) {
            in.reject(3);
            continue;
        }
        FieldReader one(*fields);
        a.parts.push_back({one.text(1), one.integer(2)});
        if (!one.ok()) {
            in.reject(3);
        }
    }
    return a;
}

AttachFile readAttachFile(FieldReader& in)
{
    AttachFile a;
    const Bytes hash = in.bytes(1);
    if (hash.size() == a.hash.size()) {
        std::ranges::copy(hash, a.hash.begin());
    } else {
        in.reject(1);
    }
    a.name = in.text(2);
    a.type = in.text(3);
    const std::int64_t size = in.integer(4);
    if (size < 0) {
        in.reject(4);
    }
    a.size = static_cast<std::uint64_t>(std::max<std::int64_t>(size, 0));
    a.order = OrderId(in.textOr(5));
    return a;
}

AskRelief readAskRelief(FieldReader& in)
{
    AskRelief a{
        OrderId(in.text(1)), static_cast<Relief>(in.integer(2)), readMinutes(in, 3), in.textOr(4)};
    if (a.relief != Relief::Extend && a.relief != Relief::Suspend) {
        in.reject(2);
    }
    return a;
}

int readCount(FieldReader& in, std::int64_t key)
{
    const std::int64_t n = in.integerOr(key, 0);
    if (n < 0 || n > std::numeric_limits<int>::max()) {
        in.reject(key);
        return 0;
    }
    return static_cast<int>(n);
}

RecheckOrder readRecheckOrder(FieldReader& in)
{
    return {OrderId(in.text(1)), in.booleanOr(2, false), readCount(in, 3),
            readCount(in, 4),    readMinutes(in, 5),     in.textOr(6)};
}

WatchIncident readWatchIncident(FieldReader& in)
{
    WatchIncident a{std::nullopt, in.textOr(2)};
    if (in.has(1)) {
        a.until = fromUtcMs(in.integer(1));
    }
    return a;
}

Act readAct(ActType type, FieldReader& in)
{
    switch (type) {
    case ActType::ReportIncident:
        return readReportIncident(in);
    case ActType::AmendIncident:
        return readAmendIncident(in);
    case ActType::IssueOrders:
        return readIssueOrders(in);
    case ActType::SignOrder:
        return SignOrder{OrderId(in.text(1))};
    case ActType::ProgressOrder:
        return readProgressOrder(in);
    case ActType::ReportOrder:
        return ReportOrder{OrderId(in.text(1)), in.textOr(2)};
    case ActType::FinishOrder:
        return FinishOrder{OrderId(in.text(1)), in.textOr(2)};
    case ActType::ReturnOrder:
        return ReturnOrder{OrderId(in.text(1)), in.textOr(2)};
    case ActType::RemindUnits:
        return readRemindUnits(in);
    case ActType::AddNote:
        return AddNote{in.text(1)};
    case ActType::FileReport:
        return readFileReport(in);
    case ActType::StateCounts:
        return readStateCounts(in);
    case ActType::CloseIncident:
        return CloseIncident{in.textOr(1)};
    case ActType::ClaimIncident:
        return ClaimIncident{};
    case ActType::AcknowledgeAlarm:
        return AcknowledgeAlarm{in.text(1)};
    case ActType::ContactSealed:
        return ContactSealed{ContactId(in.text(1)), in.bytes(2), fromUtcMs(in.integer(3))};
    case ActType::ViewEndpoint:
        return ViewEndpoint{in.text(1), in.textOr(2)};
    case ActType::ContactOpened:
        return ContactOpened{ContactId(in.text(1))};
    case ActType::AttachFile:
        return readAttachFile(in);
    case ActType::AskRelief:
        return readAskRelief(in);
    case ActType::DecideRelief:
        return DecideRelief{OrderId(in.text(1)), in.text(2), in.booleanOr(3, false), in.textOr(4)};
    case ActType::ResumeOrder:
        return ResumeOrder{OrderId(in.text(1)), in.textOr(2)};
    case ActType::WithdrawOrder:
        return WithdrawOrder{OrderId(in.text(1)), in.textOr(2)};
    case ActType::DecideReturn:
        return DecideReturn{OrderId(in.text(1)), in.booleanOr(2, false), in.textOr(3)};
    case ActType::RecheckOrder:
        return readRecheckOrder(in);
    case ActType::MergeIncident:
        return MergeIncident{IncidentId(in.text(1)), in.textOr(2)};
    case ActType::SeparateIncident:
        return SeparateIncident{in.textOr(1)};
    case ActType::GroupIncident:
        return GroupIncident{IncidentId(in.textOr(1))};
    case ActType::WatchIncident:
        return readWatchIncident(in);
    case ActType::ShelveAlarm:
        return ShelveAlarm{in.text(1), readMinutes(in, 2), in.textOr(3)};
    case ActType::RaiseAlarm:
        return RaiseAlarm{in.text(1), PostCode(in.text(2))};
    default:
        return readMoreActs(type, in);
    }
}

// Wire numbers in the order of the variant; the first 15 are their own index.
constexpr std::array<std::uint32_t, std::variant_size_v<Act>> kTypes{
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    15,
    static_cast<std::uint32_t>(ActType::ContactSealed),
    static_cast<std::uint32_t>(ActType::ContactOpened),
    static_cast<std::uint32_t>(ActType::AttachFile),
    16,
    17,
    18,
    19,
    20,
    21,
    22,
    23,
    24,
    25,
    static_cast<std::uint32_t>(ActType::ShelveAlarm),
    static_cast<std::uint32_t>(ActType::RaiseAlarm),
    30,
    31,
    32,
    33,
    34,
    35,
    36,
    37,
    static_cast<std::uint32_t>(ActType::ImportItems),
    static_cast<std::uint32_t>(ActType::SettleItems),
    static_cast<std::uint32_t>(ActType::LeadCase),
    static_cast<std::uint32_t>(ActType::VisitCase),
    static_cast<std::uint32_t>(ActType::StageCase),
    static_cast<std::uint32_t>(ActType::RateResult),
    static_cast<std::uint32_t>(ActType::ViewEndpoint)};
static_assert(std::is_same_v<std::variant_alternative_t<1, Act>, ReportIncident>);
static_assert(std::is_same_v<std::variant_alternative_t<7, Act>, FinishOrder>);
static_assert(std::is_same_v<std::variant_alternative_t<15, Act>, AcknowledgeAlarm>);
static_assert(std::is_same_v<std::variant_alternative_t<16, Act>, ContactSealed>);
static_assert(std::is_same_v<std::variant_alternative_t<17, Act>, ContactOpened>);
static_assert(std::is_same_v<std::variant_alternative_t<18, Act>, AttachFile>);
static_assert(std::is_same_v<std::variant_alternative_t<19, Act>, AskRelief>);
static_assert(std::is_same_v<std::variant_alternative_t<28, Act>, WatchIncident>);
static_assert(std::is_same_v<std::variant_alternative_t<31, Act>, FormForce>);
static_assert(std::is_same_v<std::variant_alternative_t<38, Act>, DropDecision>);
static_assert(std::is_same_v<std::variant_alternative_t<44, Act>, RateResult>);
static_assert(std::is_same_v<std::variant_alternative_t<45, Act>, ViewEndpoint>);

} // namespace

std::uint32_t actType(const Act& act)
{
    const auto* unknown = std::get_if<UnknownAct>(&act);
    return unknown != nullptr ? unknown->type : kTypes[act.index()];
}

Bytes encodeAct(const Act& act)
{
    if (std::holds_alternative<UnknownAct>(act)) {
        return {};
    }
    return log::encode(std::visit(Pack{}, act));
}

Result<Act> decodeAct(std::uint32_t type, std::uint32_t typeVersion, BytesView body)
{
    if (typeVersion != 1 || type == 0 || !std::ranges::contains(kTypes, type)) {
        return Act(UnknownAct{type});
    }
    const auto value = log::decode(body);
    if (!value) {
        return std::unexpected(value.error());
    }
    const auto* fields = value->as<Fields>();
    if (fields == nullptr) {
        return fail(Code::BadEncoding, "the body of an act is a CBOR map");
    }
    FieldReader in(*fields);
    Act act = readAct(static_cast<ActType>(type), in);
    if (auto ok = in.finish("act"); !ok) {
        return std::unexpected(ok.error());
    }
    return act;
}

} // namespace sz::model
