// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/History.h"

#include <algorithm>
#include <array>
#include <format>

namespace sz::bench {
namespace {

constexpr std::array kWhat{
    "管道漏气，已设警戒", "路面塌陷约两米", "居民楼起火，有烟",     "停电，三个小区受影响",
    "校门口家长聚集",     "河堤渗水",       "货车侧翻，占两条车道", "工地围挡倒塌",
};
const UnitCode kOffice{"HQ"};

/// Acts that follow each other some minutes apart.
class Pace
{
public:
    explicit Pace(Instant start) : m_now(start) {}
    Instant next(int minutes = 3) { return m_now += Minutes{minutes}; }

private:
    Instant m_now;
};

} // namespace

plan::Place History::placeOf(std::size_t n) const
{
    const plan::Street& street = m_plan.streets[n * 37 % m_plan.streets.size()];
    plan::Place place;
    place.text = std::format("{} {} 号", street.name.zh, n % 300 + 1);
    place.point = street.seat;
    place.area = street.area;
    place.district = street.district;
    place.street = street.code;
    return place;
}

model::ReportIncident History::report(std::size_t n, Instant at) const
{
    const plan::Kind& kind = m_plan.kinds[n % m_plan.kinds.size()];
    model::ReportIncident r;
    r.place = placeOf(n);
    r.title = std::format("{}{}", r.place.text, kWhat[n % kWhat.size()]);
    r.narrative = std::format(
        "来电反映：{}。现场约 {} 人，秩序正常，请派人到场核查处置。", r.title, n % 60 + 2);
    r.kind = kind.code;
    r.grade = n % 50 == 0 ? plan::Grade::I : n % 12 == 0 ? plan::Grade::II : kind.grade;
    r.source = n % 3 == 0 ? model::Source::Hotline12345 : model::Source::Phone;
    r.receivedAt = at;
    return r;
}

// The district leads, two lines support.
model::IssueOrders History::orders(std::size_t n, const model::ReportIncident& report, Instant at)
{
    model::IssueOrders issue{"请立即到场核查处置，15 分钟内首报情况", {}};
    const auto add = [&](const UnitCode& unit) {
        issue.to.push_back(
            {OrderId(m_ulids.next(at).text()), unit, model::answeringPost(m_plan, unit),
             issue.to.empty(), 10, 24 * 60, 30});
    };
    add(report.place.district);
    add(UnitCode(std::format("L{:02}", n % 22 + 1)));
    add(UnitCode(std::format("L{:02}", (n + 7) % 22 + 1)));
    return issue;
}

log::Entry
History::entry(const UnitCode& unit, Instant at, const std::string& incident, const model::Act& act)
{
    log::Entry e;
    e.id = m_ulids.next(at);
    e.desk = DeskId("history-" + unit.value);
    e.unit = unit;
    e.post = model::answeringPost(m_plan, unit);
    e.role = static_cast<std::uint8_t>(model::defaultRole(*m_plan.unit(unit)));
    e.time = {at, 0};
    e.type = model::actType(act);
    e.subject = {log::SubjectKind::Incident, incident.empty() ? e.id.text() : incident};
    e.body = model::encodeAct(act);
    return e;
}

std::vector<log::Entry> History::life(std::size_t n, Stage stage, Instant reportedAt)
{
    using namespace model;
    Pace pace(reportedAt);
    const ReportIncident first = report(n, reportedAt);
    std::vector<log::Entry> out{entry(kOffice, reportedAt, {}, first)};
    const std::string id = out.front().subject.id;
    const auto say = [&](const UnitCode& unit, const Act& act, int minutes = 3) {
        out.push_back(entry(unit, pace.next(minutes), id, act));
    };
    if (stage == Stage::Pending) {
        say(kOffice, AddNote{"已回拨报告人，情况属实"}, 1);
        return out;
    }
    const IssueOrders issue = orders(n, first, reportedAt);
    say(kOffice, issue, 2);
    const bool isClosed = stage == Stage::Closed;
    // One in five active ones has an order nobody signed for.
    const std::size_t answering = isClosed || n % 5 != 0 ? issue.to.size() : issue.to.size() - 1;
    for (std::size_t i = 0; i < answering; ++i) {
        say(issue.to[i].unit, SignOrder{issue.to[i].id}, 1);
    }
    say(issue.to[0].unit, ProgressOrder{issue.to[0].id, Progress::OnScene, "已到场"}, 12);
    say(issue.to[1].unit, ReportOrder{issue.to[1].id, "已派 4 人 1 车，预计 20 分钟处置完毕"});
    say(kOffice,
        FileReport{ReportStage::First, first.title + "，已派力量到场", {}, isClosed ? 0 : 120});
    say(kOffice, AddNote{"已电话通知街道值班室"});
    if (isClosed) {
        std::ranges::for_each(issue.to.rbegin(), issue.to.rend(), [&](const OrderTo& order) {
            say(order.unit, FinishOrder{order.id, "现场处置完毕，恢复正常"});
        });
        say(kOffice, CloseIncident{"处置完毕，现场恢复正常"});
    }
    return out;
}

} // namespace sz::bench
