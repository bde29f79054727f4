// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every act of everybody in every shape an incident can take within a few acts: what is allowed has its effect and leaves
// nothing ownerless; what is refused is refused for a reason that is told, and does no harm where it stands in a log.
#include "tests/unit/model/walk/Codes.h"
#include "tests/unit/model/walk/Walk.h"

#include <QTest>

#include <deque>
#include <format>

using namespace sz;
using namespace sz::model;
using namespace sz::model::test;

namespace {

/// Which acts lead on; all acts of everybody are tried in each shape.
struct Slice
{
    const char* name;
    std::set<std::string> leadOn;
};

const std::vector<Slice>& slices()
{
    static const std::vector<Slice> all{
        {"orders and returns",
         {"IssueOrders", "SignOrder", "ProgressOrder", "FinishOrder", "ReturnOrder", "DecideReturn",
          "WithdrawOrder", "CloseIncident"}},
        {"relief and recheck",
         {"AmendIncident", "IssueOrders", "FinishOrder", "AskRelief", "DecideRelief", "ResumeOrder",
          "RecheckOrder", "CloseIncident"}},
        {"task force and decisions",
         {"FormForce", "ChangeForce", "StateGoal", "TransferForce", "EndForce", "AskDecision",
          "DropDecision", "IssueOrders", "FinishOrder", "CloseIncident"}},
        {"campaign and led case",
         {"ImportItems", "SettleItems", "LeadCase", "VisitCase", "StageCase", "RateResult",
          "CloseIncident"}},
        {"what stands beside",
         {"MergeIncident", "SeparateIncident", "GroupIncident", "WatchIncident", "ContactSealed",
          "ContactOpened", "ViewEndpoint", "AttachFile", "AcknowledgeAlarm", "ShelveAlarm",
          "RaiseAlarm", "FileReport", "StateCounts", "ClaimIncident"}},
    };
    return all;
}

std::size_t mostShapes()
{
    return 900
           * static_cast<std::size_t>(
               std::max(1, qEnvironmentVariableIntValue("SANZHEN_TEST_SCALE")));
}

Instant timeOf(const Told& told)
{
    return kStart + Minutes{5 * static_cast<int>(told.history.size())};
}

bool isIgnored(const Act& act, Code code)
{
    const auto it = ignoredByFold().find(nameOf(act));
    return code == Code::IncidentClosed
           || (it != ignoredByFold().end() && it->second.contains(code));
}

} // namespace

class tst_ModelBreadth : public QObject
{
    Q_OBJECT

private:
    std::map<std::string, std::map<Code, int>> m_refused;
    std::map<std::string, int> m_allowed;
    std::set<std::pair<std::string, Code>> m_ignored;
    int m_shapes = 0;
    int m_forced = 0;

    struct Answers
    {
        const Actor* allowed = nullptr; ///< the first who may
        std::map<Code, Who> refused;    ///< one of each reason
    };

    Answers ask(const Incident* incident, const Act& act)
    {
        Answers all;
        for (const Who& who : everybody()) {
            const auto verdict = checkAct(walkPlan(), incident, who.actor, act);
            if (verdict) {
                ++m_allowed[nameOf(act)];
                all.allowed = all.allowed == nullptr ? &who.actor : all.allowed;
            } else {
                ++m_refused[nameOf(act)][verdict.error().code];
                all.refused.try_emplace(verdict.error().code, who);
            }
        }
        return all;
    }

    QString allow(const Told& before, const Told& after, const Act& act)
    {
        const Incident& now = *after.incident;
        std::string wrong =
            missingEffect(before.incident.get(), now, after.history.back().entry, act);
        wrong = wrong.empty() ? brokenShape(now) : wrong;
        wrong = wrong.empty() ? brokenCare(walkPlan(), now) : wrong;
        return wrong.empty() ? QString() : QString::fromStdString(wrong) + path(after);
    }

    // The same on a desk that follows and on one that comes later; and no harm is done.
    QString force(const Told& before, const Who& who, const Act& act, Code code)
    {
        ++m_forced;
        const Told after = with(before, who.actor, timeOf(before), act, "desk-2");
        const auto whole = foldHistory(walkPlan(), nullptr, after.history);
        if (!whole || shown(**whole) != shown(*after.incident)) {
            return QStringLiteral("two desks differ") + path(after);
        }
        if (const std::string wrong = brokenShape(*after.incident); !wrong.empty()) {
            return QString::fromStdString(wrong) + path(after);
        }
        if (!isIgnored(act, code)) {
            return {};
        }
        m_ignored.emplace(nameOf(act), code);
        const bool isSame = shownState(*after.incident) == shownState(*before.incident);
        return isSame ? QString()
                      : QStringLiteral("refused by the rule (%1), not by the fold")
                                .arg(QLatin1StringView(codeName(code)))
                            + path(after);
    }

    static QString path(const Told& told)
    {
        QString out = QStringLiteral(" after");
        for (const StampedEntry& one : told.history) {
            const auto act = decodeAct(one.entry.type, one.entry.typeVersion, one.entry.body);
            out += QStringLiteral(" %1 %2;").arg(
                QString::fromStdString(one.entry.unit.value),
                QLatin1StringView(act ? nameOf(*act) : "?"));
        }
        return out;
    }

    /// Tries everything here; what leads on comes back.
    QString look(const Told& told, const Slice& slice, std::vector<Told>& next)
    {
        const Instant now = timeOf(told);
        int tried = m_shapes; // which refusal is forced in goes round
        for (const Act& act : candidates(told.incident.get(), now)) {
            const Answers answers = ask(told.incident.get(), act);
            for (const auto& [code, who] : answers.refused) {
                const QString wrong = ++tried % 11 == 0 ? force(told, who, act, code) : QString();
                if (!wrong.isEmpty()) {
                    return wrong;
                }
            }
            if (answers.allowed == nullptr) {
                continue;
            }
            Told after = with(told, *answers.allowed, now, act, "desk-1");
            if (const QString wrong = allow(told, after, act); !wrong.isEmpty()) {
                return wrong;
            }
            if (slice.leadOn.contains(nameOf(act))) {
                next.push_back(std::move(after));
            }
        }
        return {};
    }

private Q_SLOTS:
    void beforeThereIsAnIncident()
    {
        for (const Act& act : candidates(nullptr, kStart)) {
            const Actor* may = ask(nullptr, act).allowed;
            QVERIFY2(may == nullptr || std::holds_alternative<ReportIncident>(act), nameOf(act));
            if (!std::holds_alternative<ReportIncident>(act)) {
                const Told told = with({}, office(), kStart, act, "desk-1");
                QVERIFY2(told.incident == nullptr, nameOf(act)); // nothing opens but a report
            }
        }
    }

    void everyShape_data()
    {
        QTest::addColumn<int>("slice");
        for (std::size_t i = 0; i < slices().size(); ++i) {
            QTest::newRow(slices()[i].name) << static_cast<int>(i);
        }
    }
    void everyShape()
    {
        QFETCH(const int, slice);
        const Slice& one = slices().at(static_cast<std::size_t>(slice));
        std::deque<Told> queue{with({}, office(), kStart, sampleReport(), "desk-1")};
        std::set<std::string> seen{shapeOf(*queue.front().incident)};
        std::size_t looked = 0;
        for (; !queue.empty() && looked < mostShapes(); queue.pop_front(), ++looked) {
            ++m_shapes;
            std::vector<Told> next;
            const QString wrong = look(queue.front(), one, next);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            for (Told& told : next) {
                if (seen.insert(shapeOf(*told.incident)).second) {
                    queue.push_back(std::move(told));
                }
            }
        }
        QVERIFY(looked > 50);
    }

    // The coverage of all rows above: each act was done, and refused for each reason it has and for no other.
    void everyReasonWasMet()
    {
        QStringList wrong;
        for (std::size_t i = 0; i < std::variant_size_v<Act>; ++i) {
            const std::string name = nameOf(i);
            const Codes& told = refusals().at(name);
            const bool isNever = name == "UnknownAct";
            if ((m_allowed[name] == 0) != isNever) {
                wrong << QStringLiteral("%1 was never allowed").arg(QString::fromStdString(name));
            }
            Codes met;
            for (const auto& [code, count] : m_refused[name]) {
                met.insert(code);
            }
            compare(wrong, name, told, met);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        qInfo("%d shapes, %d refused acts put into a log", m_shapes, m_forced);
    }

    // What the fold keeps out by itself has been tried, too.
    void everyIgnoredActWasForced()
    {
        QStringList wrong;
        for (const auto& [name, codes] : ignoredByFold()) {
            const Codes& known = refusals().at(name);
            for (const Code code : codes) {
                if (known.contains(code) && !m_ignored.contains({name, code})) {
                    wrong << QStringLiteral("%1: %2 never stood in a log")
                                 .arg(
                                     QString::fromStdString(name),
                                     QLatin1StringView(codeName(code)));
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

private:
    static void
    compare(QStringList& wrong, const std::string& name, const Codes& told, const Codes& met)
    {
        const auto say = [&](Code code, const char* what) {
            wrong << QStringLiteral("%1: %2 %3")
                         .arg(
                             QString::fromStdString(name), QLatin1StringView(codeName(code)),
                             QLatin1StringView(what));
        };
        for (const Code code : told) {
            if (!met.contains(code)) {
                say(code, "was never met");
            }
        }
        for (const Code code : met) {
            if (!told.contains(code)) {
                say(code, "is not in the table");
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_ModelBreadth)
#include "tst_ModelBreadth.moc"
