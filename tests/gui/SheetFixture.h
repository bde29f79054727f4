// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A real desk over real files in a temporary folder, without headquarters, and the shipped plan.

#include "data/base/Hash.h"
#include "data/desk/Desk.h"
#include "data/net/Authority.h"
#include "data/plan/Places.h"
#include "data/store/DeskLog.h"
#include "tests/support/SampleWorld.h"
#include "widgets/common/ThemeSource.h"
#include "widgets/common/TickTimer.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace sz::test {

/// 2026-10-17 14:22:10 in Wuhan.
inline constexpr Instant kCall = fromUtcMs(1'792'218'130'000);

inline bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

struct DeskRoom
{
    explicit DeskRoom(
        const std::string& unit = "HQ",
        std::shared_ptr<const plan::Plan> ofRoom = samplePlan(),
        const std::string& post = {})
        : plan(std::move(ofRoom))
    {
        options.profile.folder = folder.path().toStdString();
        options.profile.unit = UnitCode(unit);
        options.profile.desk = DeskId("test-1");
        options.profile.operation = OperationId("wuhan-test");
        options.profile.credentials.key = net::keyToPem(SigningKey::generate());
        options.plan = plan;
        options.post = PostCode(post);
        options.clock = &clock;
        options.isLinkEnabled = false;
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
    }

    /// Another start of the same desk, now at another post.
    void sitAt(const std::string& post)
    {
        desk.reset();
        options.post = PostCode(post);
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
    }

    /// Another start of the same desk, after headquarters has refused the own acts with these counters.
    void reopenRefused(const std::vector<std::uint64_t>& counters, Code code)
    {
        desk.reset();
        const desk::Profile& p = options.profile;
        auto log = store::DeskLog::open(p.logFile(), p.operation, p.desk, p.unit);
        QVERIFY(log.has_value());
        for (const std::uint64_t counter : counters) {
            QVERIFY(log->setVerdict(counter, store::SendState::Rejected, 0, code, {}).has_value());
        }
        log = fail(Code::NotFound, "closed");
        desk = std::make_unique<desk::Desk>(options);
        desk->start();
    }

    [[nodiscard]] bool isOpen() const
    {
        return waitFor([this] { return desk->isOpen(); });
    }
    /// The only incident on the board; null when there is none or more than one.
    [[nodiscard]] model::IncidentPtr only() const
    {
        return desk->incidents().size() == 1 ? desk->incidents().begin()->second : nullptr;
    }
    /// Performs and waits for the receipt; empty id when it was refused.
    [[nodiscard]] IncidentId perform(const IncidentId& incident, const model::Act& act) const
    {
        auto future = desk->perform(incident, act);
        const bool isDone = waitFor([&] { return future.isFinished(); });
        if (!isDone || !future.result()) {
            return {};
        }
        const IncidentId id = future.result()->incident;
        return waitFor([&] { return desk->incident(id) != nullptr; }) ? id : IncidentId();
    }
    [[nodiscard]] QString draftFile() const
    {
        return folder.filePath(QStringLiteral("report.draft"));
    }

    QTemporaryDir folder;
    desk::Desk::Options options;
    ManualClock clock{kCall};
    std::shared_ptr<const plan::Plan> plan;
    plan::PlaceFinder finder{plan};
    plan::PlaceIndex index{plan};
    widgets::ThemeSource theme;
    widgets::TickTimer ticks{clock};
    std::unique_ptr<desk::Desk> desk;
};

/// What a keyboard or a screen reader would meet without a name; empty when all is well.
inline QStringList namelessIn(const QWidget& window)
{
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus) {
            continue;
        }
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()) {
            faults.append(QStringLiteral("%1 \"%2\" \"%3\"")
                              .arg(
                                  QString::fromLatin1(widget->metaObject()->className()),
                                  widget->objectName(), widget->accessibleName()));
        }
    }
    return faults;
}

} // namespace sz::test
