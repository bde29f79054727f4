// SPDX-FileCopyrightText: 2026 The Sanzhen authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/SupervisionPicture.h"

#include "widgets/common/Language.h"
#include "widgets/common/TickTimer.h"
#include "widgets/shell/MainWindow.h"
#include "widgets/shell/Supervising.h"
#include "widgets/shell/WatchPage.h"
#include "widgets/supervision/CampaignView.h"
#include "widgets/supervision/ImportSheet.h"
#include "widgets/supervision/SupervisionPage.h"
#include "widgets/supervision/SupervisionWords.h"
#include "widgets/supervision/VisitView.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>

#include <algorithm>
#include <fstream>

namespace sz::app {
namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kTasks = 177;
constexpr int kDays = 11; ///< that are over

template <class Condition>
bool waitFor(Condition condition)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition() && waited.elapsed() < kPatienceMs) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    }
    return condition();
}

bool isChinese()
{
    return widgets::uiLanguage() == widgets::Language::Chinese;
}

std::string said(const char* zh, const char* en)
{
    return isChinese() ? zh : en;
}

/// Performs and waits for the receipt.
IncidentId perform(desk::Desk& desk, const IncidentId& incident, const model::Act& act)
{
    auto future = desk.perform(incident, act);
    if (!waitFor([&] { return future.isFinished(); }) || !future.result()) {
        return {};
    }
    const IncidentId id = future.result()->incident;
    waitFor([&] { return desk.incident(id) != nullptr; });
    return id;
}

std::vector<UnitCode> districtsOf(const plan::Plan& plan)
{
    std::vector<UnitCode> units;
    for (const plan::District& district : plan.districts) {
        units.push_back(district.code);
    }
    return units;
}

model::ImportItems tasks(const plan::Plan& plan, Instant now)
{
    const std::vector<UnitCode> units = districtsOf(plan);
    model::ImportItems act;
    act.name = said("餐饮场所燃气安全任务清单.csv", "gas safety tasks.csv");
    act.rows = kTasks;
    act.first = 1;
    act.from = now - std::chrono::days(kDays);
    act.until = now + std::chrono::days(30 - kDays);
    for (int n = 1; n <= kTasks; ++n) {
        model::CampaignItem item;
        item.key = std::to_string(n);
        item.label = said("餐饮场所燃气软管更换与报警器安装", "Replace gas hoses, fit alarms");
        item.place = plan.streets[static_cast<std::size_t>(n) % plan.streets.size()].name.zh;
        item.unit = units[static_cast<std::size_t>(n * 7) % units.size()];
        item.support = {UnitCode("L20")};
        item.due = now + std::chrono::days(n % 22 - 1);
        act.items.push_back(std::move(item));
    }
    return act;
}

bool setCampaign(desk::Desk& desk, const widgets::TickTimer& tick)
{
    const auto report = widgets::reportOf(
        desk, widgets::kCampaignKind,
        QString::fromStdString(said("餐饮场所燃气安全专项行动", "Gas safety in restaurants")),
        tick.now());
    const IncidentId id = perform(desk, {}, report);
    if (id.empty() || perform(desk, id, tasks(desk.plan(), tick.now())).empty()) {
        return false;
    }
    int next = 1;
    for (int day = 0; day < kDays; ++day) {
        model::SettleItems act{{}, model::ItemState::Done, said("已整改", "put right")};
        for (int n = 0; n < 3 + day; ++n) {
            act.keys.push_back(std::to_string(next++));
        }
        if (perform(desk, id, act).empty()) {
            return false;
        }
    }
    return waitFor([&] { return desk.incident(id)->campaign->moves().size() > kDays; });
}

bool setCases(desk::Desk& desk, const widgets::TickTimer& tick)
{
    const std::vector<UnitCode> units = districtsOf(desk.plan());
    const std::vector<std::string> titles{
        said("小区电梯长期停运", "Lift out of order for months"),
        said("拖欠工程款", "Builders not paid"),
        said("学校周边夜间噪声", "Night noise by a school"),
        said("拆迁安置房延期交付", "Homes handed over late")};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const auto report = widgets::reportOf(
            desk, widgets::kLedCaseKind, QString::fromStdString(titles[i]), tick.now());
        const IncidentId id = perform(desk, {}, report);
        const model::LeadCase lead{
            units[i],
            model::answeringPost(desk.plan(), units[i]),
            "2026-0" + std::to_string(18 + i),
            {}};
        if (perform(desk, id, lead).empty()) {
            return false;
        }
        if (i % 2 == 1) {
            perform(
                desk, id,
                model::VisitCase{
                    tick.now(), said(
                                    "约谈双方，商定月底前解决",
                                    "Both sides heard, settled by the end of the month")});
            perform(desk, id, model::StageCase{desk.plan().cases.stages[i], {}});
        }
    }
    return true;
}

QLineEdit* field(QWidget& page, const char* name)
{
    return page.findChild<QLineEdit*>(QLatin1StringView(name));
}

bool setVisits(widgets::SupervisionPage& page)
{
    page.showTab(2);
    page.visits().openSheet();
    field(page, "visitUnitEdit")->setText(QStringLiteral("D05"));
    field(page, "visitWordsEdit")
        ->setText(QString::fromStdString(
            said("查看三处工地围挡与夜间值守", "Three building sites, fences and night watch")));
    const auto write = [&](int n, const std::string& text) {
        auto* edit = page.findChild<QLineEdit*>(QStringLiteral("findingEdit%1").arg(n));
        edit->setText(QString::fromStdString(text));
        Q_EMIT edit->textEdited(edit->text());
    };
    write(1, said("围挡缺损两处", "Two gaps in the fence"));
    write(2, said("夜间无人值守", "Nobody there at night"));
    return true;
}

bool setImport(widgets::SupervisionPage& page, const QString& file)
{
    std::ofstream out(file.toStdString(), std::ios::binary);
    out << "编号,隐患,责任单位,配合单位,时限,地点\n";
    for (int n = 1; n <= 20'000; ++n) {
        out << "YH-" << n << ",餐饮场所燃气软管老化," << (n % 4000 == 0 ? "某某局" : "武昌区")
            << ",公安、教育," << (n % 7000 == 0 ? "年底前" : "2026-11-30") << ",友谊大道\n";
    }
    out.close();
    page.showTab(0);
    auto* key = page.findChild<QAbstractButton*>(QStringLiteral("newCampaignButton"));
    key->click();
    widgets::ImportSheet& sheet = page.campaigns().importSheet();
    field(page, "campaignNameEdit")
        ->setText(QString::fromStdString(said("燃气安全隐患整治", "Gas hazards put right")));
    field(page, "campaignUntilEdit")->setText(QStringLiteral("11-30"));
    sheet.takeFile(file);
    const auto* refused = sheet.findChild<QWidget*>(QStringLiteral("refusedTable"));
    return waitFor([&] { return refused->isVisible(); });
}

} // namespace

bool isSupervisionScreen(const QString& screen)
{
    return screen == u"campaign" || screen == u"import" || screen == u"cases"
           || screen == u"visits";
}

bool setSupervisionScene(
    const QString& screen,
    widgets::MainWindow& window,
    desk::Desk& desk,
    widgets::TickTimer& tick)
{
    widgets::Supervising& supervising = window.page().supervising();
    const bool isSet = screen == u"campaign" ? setCampaign(desk, tick)
                       : screen == u"cases"  ? setCases(desk, tick)
                                             : true;
    supervising.open();
    widgets::SupervisionPage& page = supervising.page();
    tick.tick();
    if (screen == u"cases") {
        page.showTab(1);
        page.enter();
    } else if (screen == u"visits") {
        return setVisits(page);
    } else if (screen == u"import") {
        static const QTemporaryDir kFolder;
        return setImport(page, kFolder.filePath(QStringLiteral("hazards.csv")));
    }
    return isSet;
}

} // namespace sz::app
