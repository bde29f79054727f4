// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real desk of a line and the real engine: the incident comes with the task force, and goes with it when nobody there wrote.
#include "data/desk/DeskCore.h"
#include "data/net/Authority.h"
#include "tests/unit/hq/Office.h"

#include <QTest>

#include <map>

using namespace sz;
using namespace sz::test;

namespace {

constexpr auto kUnit = "L06";

model::ForceMember member(const char* unit)
{
    return {UnitCode(unit), model::answeringPost(*samplePlan(), UnitCode(unit)), {}};
}

model::FormForce force()
{
    model::FormForce act;
    act.name = "专班";
    act.leadUnit = UnitCode("L01");
    act.leadPost = member("L01").post;
    act.members = {member(kUnit)};
    act.until = fromUtcMs(4'102'444'800'000);
    return act;
}

model::ChangeForce withoutMembers()
{
    model::ChangeForce act;
    act.members = std::vector<model::ForceMember>{};
    return act;
}

class Line
{
public:
    Line() : m_author(office.enrol(kUnit)), m_chief(office.enrol("HQ")), m_at(office.join(m_chief))
    {
        desk::DeskOptions options;
        options.profile.folder = m_folder.path().toStdString();
        options.profile.unit = UnitCode(kUnit);
        options.profile.desk = m_author.desk();
        options.profile.operation = office.operation();
        options.profile.credentials.key = net::keyToPem(m_author.key());
        options.profile.credentials.authority = office.authority().certificate;
        options.plan = samplePlan();
        options.clock = &office.clock;
        desk::DeskCore::Listener listener{
            [this](const desk::ChangeSet& changes) { take(changes); },
            [](const auto&) {},
            [](auto) {},
            [](const auto&) {},
            [](auto, const auto&) {},
            [](auto) {}};
        core = std::make_unique<desk::DeskCore>(
            options, listener,
            desk::DeskCore::Transport{
                [] {}, [this] { m_link.reset(); },
                [this](const Bytes& bytes) {
                    if (m_link) {
                        office.engine().message(*m_link, bytes);
                    }
                }});
        if (!core->open()) {
            throw std::runtime_error("desk");
        }
        core->startLink();
        m_link = office.open(
            m_author.desk().value, office.record(m_author.desk()).fingerprint, "10.0.0.2:7");
        core->linkUp();
        pump();
        incident = m_chief.write(report(*samplePlan(), "楼体开裂"));
        push();
    }
    ~Line() { core.reset(); } // before the folder and the link it writes to

    /// The office does it, and the desk hears whatever it is told.
    void told(const model::Act& act)
    {
        m_chief.write(act, incident);
        push();
    }
    void pump()
    {
        for (int round = 0; round < 20 && m_link; ++round) {
            office.engine().tick();
            for (const sync::Frame& frame : office.takeAll(*m_link)) {
                core->linkMessage(sync::encodeFrame(frame));
            }
            core->tick();
        }
    }
    [[nodiscard]] model::IncidentPtr shown() const
    {
        const auto it = m_board.find(IncidentId(incident));
        return it == m_board.end() ? nullptr : it->second;
    }

    Office office;
    std::unique_ptr<desk::DeskCore> core;
    std::string incident;

private:
    void push()
    {
        office.push(m_at, m_chief.batch(m_chief.written()));
        pump();
    }
    void take(const desk::ChangeSet& changes)
    {
        if (changes.isReset) {
            m_board.clear();
        }
        for (const auto& one : changes.changed) {
            m_board[one->id] = one;
        }
        for (const auto& id : changes.removed) {
            m_board.erase(id);
        }
    }

    QTemporaryDir m_folder;
    Author m_author;
    Author m_chief;
    net::ConnectionId m_at;
    std::optional<net::ConnectionId> m_link;
    std::map<IncidentId, model::IncidentPtr> m_board;
};

} // namespace

class tst_ForceScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesAndGoesWithTheTaskForce()
    {
        Line line;
        QVERIFY(line.shown() == nullptr);
        line.told(force());
        QVERIFY(line.shown() != nullptr);
        QCOMPARE(line.shown()->title, std::string("楼体开裂")); // what was before, too
        QCOMPARE(line.shown()->force()->name, std::string("专班"));
        line.told(withoutMembers());
        QVERIFY(line.shown() == nullptr);
    }

    void staysWithWhoWrote()
    {
        Line line;
        line.told(force());
        QVERIFY(line.core->perform(IncidentId(line.incident), model::ForceMinutes{"到会"}));
        line.pump();
        line.told(withoutMembers());
        QVERIFY(line.shown() != nullptr);
        QVERIFY(line.shown()->force()->members.empty());
        QCOMPARE(line.shown()->force()->minutes.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(tst_ForceScope)
#include "tst_ForceScope.moc"
